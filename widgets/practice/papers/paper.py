"""A paper of A4 in the atelier's own sober look.

Made with fpdf2: pure Python, and an import that does without Pillow. It is laid out in a core font of PDF, whose
cp1252 encoding has all French letters and « € »; fonts/ has the one that is written into it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from practice.papers.document import Document
from practice.papers.grid import Grid, Look
from practice.papers.tagged import Tagged
from practice.papers.words import file_name

INK, SOFT, LINE, PALE, BAND = (23, 36, 43), (74, 90, 99), (185, 197, 194), (238, 242, 239), (255, 210, 77)
_MARGIN = 20  # millimetres, as every length here
ROW = 6.5
_LABELS = 62
_GAP = 3
_WITH_ITS_HEADING = 46
_LOOK = Look(size=10, leading=5.2, pad=(1.5, 1), line=LINE, pale=PALE)  # of tables


class Paper(Tagged):
    """A paper of A4, without what is said at its top: a child writes it in `header`."""

    def __init__(self, title: str, subject: str, author: str, created: datetime) -> None:
        super().__init__(title, author, subject, created)
        self.set_margins(_MARGIN, 26, _MARGIN)
        self.set_auto_page_break(True, 24)
        self.add_page()

    def footer(self) -> None:
        self.set_y(-16)
        self.set_font("Helvetica", size=9)
        self.set_text_color(*SOFT)
        with self.artifact():
            self.cell(0, 5, f"Page {self.page_no()} sur {{nb}}", align="C")

    def title_line(self, text: str, size: float = 17) -> None:
        """Write the title of the whole paper."""
        self.write_in("B", size)
        with self.tag("H1"):
            self._flow(text, size / 2)
        self.ln(3)

    def heading(self, text: str) -> None:
        """Write a heading, on the next page if the first rows of what follows would not stand under it."""
        if self.will_page_break(_WITH_ITS_HEADING):
            self.add_page()
        self.ln(4)
        with self.tag("H2"):
            self._line(text, style="B", size=12.5, height=8)

    def paragraph(self, text: str, *, soft: bool = False) -> None:
        self.write_in(size=10 if soft else 11)
        self.set_text_color(*(SOFT if soft else INK))
        with self.tag("P"):
            self._flow(text, 5.5)
        self.ln(1.5)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Write names and values, one pair a line; a name too long for its column stands above its value."""
        with self.part("L"):
            for label, value in pairs:
                with self.part("LI"):
                    self._fact(label, value)
        self.ln(1)

    def _fact(self, label: str, value: str) -> None:
        self.write_in()
        self.set_text_color(*SOFT)
        with self.tag("Lbl"):
            if self.get_string_width(label) > _LABELS - _GAP:
                self._flow(label, ROW)
            else:
                self.cell(_LABELS, ROW, label)
        self.set_x(self.l_margin + _LABELS)
        self.write_in("B")
        with self.tag("LBody"):
            self._flow(value, ROW)

    def grid(
        self,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        widths: Sequence[int],
        *,
        numbers: int = 1,
        last: Sequence[str] = (),
    ) -> None:
        """Draw a table: its last `numbers` columns to the right, a `last` row in bold. The heads come on each page."""
        Grid(self, _LOOK, widths, numbers).draw(heads, rows, last)

    def finish(self, *name: str) -> Document:
        """Return the file, named after `name`."""
        return Document(file_name(*name), self.title, self)

    def _flow(self, text: str, height: float) -> None:
        """Write a text on the lines that it takes."""
        if self.is_one_line(text, self.w - self.r_margin - self.x):
            self.cell(0, height, text, new_x="LMARGIN", new_y="NEXT")
        else:
            self.multi_cell(0, height, text, align="L", new_x="LMARGIN", new_y="NEXT")

    def _line(self, text: str, *, style: str = "", size: float = 11, height: float = ROW) -> None:
        self.write_in(style, size)
        with self.tag("P"):
            self.cell(0, height, text, new_x="LMARGIN", new_y="NEXT")

    def write_in(self, style: str = "", size: float = 11) -> None:
        """Write from here on in this type."""
        self.set_font("Helvetica", style, size)
        self.set_text_color(*INK)
