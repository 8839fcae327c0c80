"""A sheet for a room, in large print: cards that scissors part and no page cuts, boxes for a hand, drawn papers."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import ClassVar

from practice.classroom.envelopes import Line
from practice.doors.sheets.handout import INK, LINE, SOFT, Handout

LARGE = 16  #: points: no word of a sheet for a room is smaller
SPECIMEN = "SPECIMEN pour l'exercice. Personne inventée."
EDGE = 10  #: millimetres: a printer may leave so much white
_TOP = 12
_BAND = 11
_PALE = (236, 236, 236)
_BOX, _GAP = 7.4, 5  # one sign written by hand, and what parts the groups
_BESIDE = 6  # from the longest name to the values
_CARD = (150, 94)  # a card of a purse, drawn larger: 85,6 by 54
_BLACK = (0, 0, 0)


class ClassroomPaper(Handout):
    """A sheet of large print, black on white: what tells something stands well inside the edges."""

    smallest: ClassVar[float] = LARGE
    kept_below: ClassVar[float] = 22

    def __init__(self, title: str, foot: str, course: str, made: datetime, band: str = "") -> None:
        super().__init__(title, foot, course, made, band)

    def header(self) -> None:
        """Say on each page that all is invented, where it is, inside a frame that a printer does not cut."""
        if not self.band:
            self.set_xy(self.l_margin, _TOP)
            return
        self.set_draw_color(*_BLACK)
        self.set_line_width(0.8)
        self.rect(self.l_margin, _TOP - 1, self.epw, _BAND)
        self.write_in("B", LARGE, _BLACK)
        self.set_xy(self.l_margin, _TOP - 1)
        with self.tag("P") if self.page_no() == 1 else self.artifact():  # read out once
            self.cell(self.epw, _BAND, self.band, align="C")
        self._watermark()
        self.set_xy(self.l_margin, _TOP + _BAND + 4)

    def footer(self) -> None:
        self.set_y(-19)
        self.write_in("", LARGE, SOFT)
        with self.artifact():
            self._foot()

    def sub_heading(self, text: str) -> None:
        self.ln(2)
        with self.tag("H3"):
            self.paragraph(text, size=18, style="B", after=2)

    def lines(self, lines: Iterable[Line], *, beside: bool = False, size: float = LARGE) -> None:
        """Write names and values: the value under its name, or beside it where both are short."""
        lines = list(lines)
        self.write_in("", LARGE)
        wide = max(self.get_string_width(self.normalize_text(line.label)) for line in lines) + _BESIDE
        with self.part("L"):
            for line in lines:
                with self.part("LI"):
                    self._line_beside(line, wide) if beside else self._line_under(line, size)
        self.ln(1)

    @contextmanager
    def form(self) -> Iterator[None]:
        """Put a frame around what is drawn inside, on one page."""
        top = self.get_y()
        self.set_y(top + 3)
        yield
        self.set_draw_color(*_BLACK)
        self.set_line_width(0.4)
        self.rect(self.l_margin - 4, top, self.epw + 8, self.get_y() - top + 1)
        self.ln(4)

    def code_boxes(self, *groups: int) -> None:
        """Draw empty boxes for a code, from here to the right, and go below them."""
        left, top = self.get_x(), self.get_y()
        self.set_draw_color(*INK)
        self.set_line_width(0.4)
        for signs in groups:
            for _ in range(signs):
                self.rect(left, top, _BOX, _BOX + 3)
                left += _BOX
            left += _GAP
        self.set_xy(self.l_margin, top + _BOX + 6)

    def to_write(self, label: str, width: float) -> None:
        """Write a name, and after it a line for a hand, as wide as is said in all."""
        self.write_in("", LARGE)
        left, top, used = self.get_x(), self.get_y(), self.get_string_width(f"{label} :  ")
        with self.tag("P"):
            self.cell(used, 9, f"{label} :")
        self.set_draw_color(*INK)
        self.set_line_width(0.3)
        self.line(left + used, top + 7.5, left + width - 4, top + 7.5)
        self.set_xy(left + width, top)

    def cut_line(self) -> None:
        """Draw where scissors go, from edge to edge of what a printer reaches."""
        self.set_draw_color(*LINE)
        self.set_line_width(0.3)
        self.set_dash_pattern(dash=2, gap=2)
        self.line(EDGE, self.get_y(), self.w - EDGE, self.get_y())
        self.set_dash_pattern()

    @contextmanager
    def strip(self, height: float) -> Iterator[float]:
        """Keep what is drawn inside on one page, `height` millimetres high, and draw where to cut it off."""
        if self.will_page_break(height):
            self.add_page()
        top = self.get_y()
        self.cut_line()
        self.set_xy(self.l_margin, top + 4)
        yield top
        if self.get_y() > top + height:
            raise ValueError(f"a strip of {height} mm is too low: {self.get_y() - top:.0f} are needed")
        self.set_xy(self.l_margin, top + height)
        self.cut_line()

    def fitting(self, text: str, size: float, width: float, style: str = "B") -> float:
        """Return the largest type, up to `size`, in which a text stands on one line; never below the smallest."""
        self.write_in(style, size)
        return max(self.smallest, min(size, size * width / self.get_string_width(text)))

    def purse_card(self, title: str, lines: Sequence[Line]) -> None:
        """Draw a card of a purse, of our own design: its title, a chip, a face, and its lines."""
        (wide, high), top = _CARD, self.get_y() + 2
        left = (self.w - wide) / 2
        self.set_draw_color(*_BLACK)
        self.set_line_width(0.8)
        self.rect(left, top, wide, high, round_corners=True, corner_radius=6)
        self.set_line_width(0.4)
        self.set_fill_color(*_PALE)
        self.rect(left + 10, top + 24, 20, 16, style="DF", round_corners=True, corner_radius=2)
        self._face(left + wide - 44, top + 18)
        self._at(left + 8, top + 5, title, 18, "B")
        self._at(left + 8, top + 13, "dessin, SPECIMEN", LARGE)
        height = 11 if len(lines) < 3 else 9.5  # noqa: PLR2004
        first = top + high - 5 - 2 * height * len(lines) / 2
        for at, line in enumerate(lines):
            size = 20 if at else 18
            self._at(left + 8, first + at * height, line.value, self.fitting(line.value, size, wide - 16), "B")
        self.set_xy(self.l_margin, top + high + 4)

    def _face(self, left: float, top: float) -> None:
        """Draw where a photo would be."""
        self.rect(left, top, 32, 38, style="DF", round_corners=True, corner_radius=2)
        self.set_fill_color(150, 150, 150)
        self.circle(left + 16, top + 13, 7, style="F")
        self.ellipse(left + 5, top + 23, 22, 14, style="F")

    def _at(self, left: float, top: float, text: str, size: float, style: str = "") -> None:
        self.write_in(style, size)
        self.set_xy(left, top)
        with self.tag("P"):
            self.cell(self.w - self.r_margin - left, size * 0.45, text)

    def _line_under(self, line: Line, size: float) -> None:
        with self.tag("Lbl"):
            self.paragraph(line.label, colour=SOFT, after=0)
        with self.tag("LBody"):
            self.paragraph(line.value, size=self.fitting(line.value, size, self.epw), style="B", after=2)

    def _line_beside(self, line: Line, wide: float) -> None:
        top = self.get_y()
        self.write_in("", LARGE, SOFT)
        with self.tag("Lbl"):
            self.cell(wide, 8, line.label)
        self.write_in("B", LARGE)
        self.set_xy(self.l_margin + wide, top)
        with self.tag("LBody"):
            self.multi_cell(self.epw - wide, 8, line.value, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(1.2)

    def _watermark(self) -> None:
        self.set_font("Helvetica", "B", 96)
        self.set_text_color(*_PALE)
        with self.artifact(), self.rotation(52, self.w / 2, self.h / 2):
            self.text((self.w - self.get_string_width("SPECIMEN")) / 2, self.h / 2 + 12, "SPECIMEN")
        self.set_text_color(*INK)
