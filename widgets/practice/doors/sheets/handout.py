"""A sheet of A4 to hand out: large type, one green, room to write. Lengths are in millimetres, type in points.

Made with fpdf2, as documents/sheet.py is; but this is paper of the course, not a document that the site gives.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import ClassVar

import segno
from PIL import Image

from practice.papers.grid import Grid, Look
from practice.papers.tagged import Tagged

SMALLEST = 14  #: no word is smaller
BAND = "SIMULATION. Personnes inventées. N'écrivez jamais vos vrais numéros."
INK, SOFT, MAIN, PALE, LINE = (23, 36, 43), (74, 90, 99), (11, 90, 82), (238, 244, 241), (140, 155, 152)
_BAND, _BAND_INK = (255, 210, 77), (43, 33, 0)
_MARGIN, _BAND_HEIGHT = 18, 12
_INDENT = 13  # of what stands behind a number
_RULE = 10  # from one line to write on to the next
_FEWEST_RULES = 2
_QR = 34
SMALLEST_QR = 26


class Handout(Tagged):
    """One sheet. The same words give the same bytes: `made` is the site's own clock."""

    smallest: ClassVar[float] = SMALLEST  #: points
    kept_below: ClassVar[float] = 20  #: millimetres of each page for its foot

    def __init__(self, title: str, foot: str, course: str, made: datetime, band: str = BAND) -> None:
        super().__init__(title, course, "", made.replace(tzinfo=UTC))
        self.foot = foot
        self.band = band  #: at the top of each page; empty: this sheet speaks of the real site
        self.set_margins(_MARGIN, _BAND_HEIGHT + 8, _MARGIN)
        self.set_auto_page_break(True, self.kept_below)
        self.c_margin = 0
        self._heights: dict[tuple[str, float, float, str], float] = {}
        self.add_page()

    def header(self) -> None:
        """Say on each page that all is invented, where it is."""
        if not self.band:
            return
        self.set_fill_color(*_BAND)
        self.rect(0, 0, self.w, _BAND_HEIGHT, style="F")
        self.write_in("B", self.smallest, _BAND_INK)
        self.set_xy(0, 0)
        with self.tag("P") if self.page_no() == 1 else self.artifact():  # read out once
            self.cell(self.w, _BAND_HEIGHT, self.band, align="C")
        self.set_xy(self.l_margin, self.t_margin)

    def footer(self) -> None:
        self.set_y(-15)
        self.write_in("", self.smallest, SOFT)
        with self.artifact():
            self._foot()

    def _foot(self) -> None:
        self.cell(self.epw / 2, 7, self.foot)
        too_wide = self.get_string_width("{nb}") - self.get_string_width("0")
        self.cell(self.epw / 2 + too_wide, 7, f"Page {self.page_no()} sur {{nb}}", align="R")

    def title_block(self, kind: str, title: str) -> None:
        """Write what this sheet is, then its title."""
        self.paragraph(kind, colour=SOFT, after=1)
        with self.tag("H1"):
            self.paragraph(title, size=26, style="B", after=4)

    def heading(self, text: str, needs: float = 30) -> None:
        """Write a heading, on the next page if the `needs` millimetres that belong to it would not stand under it."""
        if self.will_page_break(needs):
            self.add_page()
        self.ln(4)
        with self.tag("H2"):
            self.paragraph(text, size=18, style="B", colour=MAIN, after=2)

    def paragraph(
        self,
        text: str,
        *,
        size: float = 0,
        style: str = "",
        colour: tuple[int, int, int] = INK,
        indent: float = 0,
        after: float = 2,
    ) -> None:
        """Write a text, and leave `after` under it."""
        size = size or self.smallest
        self.write_in(style, size, colour)
        self.set_x(self.l_margin + indent)
        with self.tag("P"):
            self.multi_cell(self.epw - indent, _leading(size), text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(after)

    def framed(self, words: str, text: str) -> None:
        """Write a text on a pale ground, a bar at its left; it begins with `words`, in bold."""
        inside = self.epw - 12
        self.write_in("", self.smallest + 1)
        height = self.height_of(f"{words} {text}", self.smallest + 1, inside) + 6
        if self.will_page_break(height):
            self.add_page()
        top = self.get_y()
        self.set_fill_color(*PALE)
        self.rect(self.l_margin, top, self.epw, height, style="F")
        self.set_fill_color(*MAIN)
        self.rect(self.l_margin, top, 2.5, height, style="F")
        self.set_xy(self.l_margin + 8, top + 3)
        with self.tag("P"):
            self.multi_cell(inside, _leading(self.smallest + 1), f"**{words}** {text}", align="L", markdown=True)
        self.set_xy(self.l_margin, top + height)
        self.ln(4)

    def numbered(self, number: int, text: str, *, size: float, style: str = "", box: bool = False) -> None:
        """Write a step: its number in a disc, its words, at the right a box to tick."""
        width = self.epw - _INDENT - (_INDENT if box else 0)
        height = max(self.height_of(text, size, width, style), 9)
        if self.will_page_break(height):
            self.add_page()
        top, lead = self.get_y(), _leading(size)
        self.set_fill_color(*MAIN)
        self.circle(self.l_margin + 4.5, top + 4.5, 4.5, style="F")
        if box:
            self.set_draw_color(*INK)
            self.set_line_width(0.5)
            self.rect(self.l_margin + self.epw - 8, top + 0.5, 8, 8)
        with self.part("L"), self.part("LI"):
            self.write_in("B", self.smallest, (255, 255, 255))
            self.set_xy(self.l_margin, top)
            with self.tag("Lbl"):
                self.cell(9, 9.3, str(number), align="C")
            self.write_in(style, size)
            self.set_xy(self.l_margin + _INDENT, top + (9 - lead) / 2)
            with self.tag("LBody"):
                self.multi_cell(width, lead, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.set_y(max(self.get_y(), top + height))

    def bullets(self, texts: Iterable[str]) -> None:
        with self.part("L"):
            for text in texts:
                if self.will_page_break(_leading(self.smallest) * 2):
                    self.add_page()
                self.set_fill_color(*MAIN)
                self.circle(self.l_margin + 2.5, self.get_y() + _leading(self.smallest) / 2, 1.3, style="F")
                with self.part("LI"), self.tag("LBody"):
                    self.paragraph(text, indent=8, after=1.5)

    def to_fill_in(self, label: str) -> None:
        """Leave a line for a hand."""
        self.paragraph(f"{label} :", after=0)
        self.set_draw_color(*LINE)
        self.line(self.l_margin + 75, self.get_y() - 1, self.l_margin + self.epw, self.get_y() - 1)
        self.ln(3)

    def grid(
        self,
        head: str,
        columns: Sequence[str],
        rows: Sequence[str],
        *,
        first: float = 80,
        height: float = 8,
        cells: Sequence[Sequence[str]] = (),
    ) -> None:
        """Write a table: a line a row, `first` millimetres for its words, at least `height` high.

        `cells`: what stands behind the words of each row; without it, a hand writes there.
        """
        self.set_line_width(0.3)
        wide = (self.epw - first) / len(columns)
        look = Look(self.smallest, _leading(self.smallest), (1, 1), LINE, PALE, least=height, boxed=True)
        grid = Grid(self, look, (first, *((wide,) * len(columns))), len(columns))
        filled = cells or [("",) * len(columns)] * len(rows)
        grid.draw((head, *columns), [(row, *told) for row, told in zip(rows, filled, strict=True)])

    def typed(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Write what is to be typed or chosen, question by question."""
        for question, answer in pairs:
            asked = question if question.endswith("?") else f"{question} :"
            self.paragraph(asked, colour=SOFT, indent=_INDENT, after=0)
            self.paragraph(answer, style="B", size=SMALLEST + 1, indent=_INDENT, after=1.5)

    def message(self, told: str) -> None:
        """Write a message of the site, in « guillemets » if it has none."""
        self.paragraph(told if "«" in told else f"« {told} »", style="B", after=0)

    def at_home(self, address: str, words: str, say: str) -> None:
        """Draw an address to be photographed, and beside it what it is for; `words` is what a hand types."""
        if self.room() < SMALLEST_QR:
            self.add_page()
        top, size = self.get_y() + 1, min(_QR, self.room() - 2)
        self.qr(address, self.l_margin, top, size)
        self.set_xy(self.l_margin, top + (size - SMALLEST_QR) / 3)
        self.paragraph(say, indent=_QR + 5, after=0.5)
        self.paragraph(f"Ou tapez cette adresse : {words}", indent=_QR + 5, after=0)
        self.set_xy(self.l_margin, max(self.get_y(), top + size) + 1)

    def qr(self, address: str, left: float, top: float, size: float) -> None:
        """Draw an address to be photographed."""
        picture = BytesIO()
        segno.make(address, micro=False).save(picture, kind="png", scale=6)
        self.figure(Image.open(picture), f"QR code de {address}", left=left, top=top, wide=size, high=size)

    def notes(self) -> None:
        """Leave lines to write on, down to the end of the page, if there is room for some."""
        room = self.page_break_trigger - self.get_y() - 14
        rules = int(room // _RULE)
        if rules < _FEWEST_RULES:
            return
        self.heading("Mes notes", 0)
        self.set_draw_color(*LINE)
        self.set_line_width(0.3)
        top = self.get_y()
        for line in range(1, rules + 1):
            height = top + line * _RULE - 2
            if height < self.page_break_trigger:
                self.line(self.l_margin, height, self.l_margin + self.epw, height)

    def height_of(self, text: str, size: float, width: float, style: str = "") -> float:
        """Return how high a text will stand."""
        self.write_in(style, size)
        if self.is_one_line(text, width):
            return _leading(size)
        asked = (text, size, width, style)
        if asked not in self._heights:
            height = self.multi_cell(width, _leading(size), text, align="L", dry_run=True, output="HEIGHT")
            self._heights[asked] = height
        return self._heights[asked]

    def room(self) -> float:
        """Return what is left of the page."""
        return self.page_break_trigger - self.get_y()

    def write_in(self, style: str = "", size: float = SMALLEST, colour: tuple[int, int, int] = INK) -> None:
        self.set_font("Helvetica", style, size)
        self.set_text_color(*colour)


def _leading(size: float) -> float:
    """Return the height of a line of this type: 1.35 times the type."""
    return size * 0.3528 * 1.35
