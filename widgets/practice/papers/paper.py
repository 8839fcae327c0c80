"""A paper of A4 in the atelier's own sober look.

Made with fpdf2: pure Python, and an import that does without Pillow. The core fonts
of PDF need no file; in the cp1252 encoding they have all French letters and « € ».
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from fpdf import FPDF
from fpdf.enums import MethodReturnValue
from fpdf.prefs import ViewerPreferences

from practice.drawing.typography import NO_BREAK_SPACE, french
from practice.papers.document import Document
from practice.papers.words import file_name

INK, SOFT, LINE, PALE, BAND = (23, 36, 43), (74, 90, 99), (185, 197, 194), (238, 242, 239), (255, 210, 77)
_MARGIN = 20  # millimetres, as every length here
ROW = 6.5
_LABELS = 62
_GAP = 3
_WITH_ITS_HEADING = 46
_IN_TABLES, _LEADING, _PAD = 10, 5.2, (1.5, 1)  # the size of the type, in points; a line; beside a text, and above it


class _Row(NamedTuple):
    """A row of a table: the lines of each cell."""

    cells: list[list[str]]
    strong: bool
    height: float


class Paper(FPDF):
    """A paper of A4, without what is said at its top: a child writes it in `header`."""

    def __init__(self, title: str, subject: str, author: str, created: datetime) -> None:
        super().__init__(format="A4")
        self.core_fonts_encoding = "windows-1252"
        self.set_lang("fr-FR")
        self.set_title(title)
        self.set_author(author)
        self.set_subject(subject)
        self.set_creation_date(created)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_margins(_MARGIN, 26, _MARGIN)
        self.set_auto_page_break(True, 24)
        self.add_page()

    def footer(self) -> None:
        self.set_y(-16)
        self.set_font("Helvetica", size=9)
        self.set_text_color(*SOFT)
        self.cell(0, 5, f"Page {self.page_no()} sur {{nb}}", align="C")

    def normalize_text(self, text: str) -> str:
        """Put French spaces, and none that the font has not."""
        return super().normalize_text(french(text).replace("\N{NARROW NO-BREAK SPACE}", NO_BREAK_SPACE))

    def heading(self, text: str) -> None:
        """Write a heading, on the next page if the first rows of what follows would not stand under it."""
        if self.will_page_break(_WITH_ITS_HEADING):
            self.add_page()
        self.ln(4)
        self._line(text, style="B", size=12.5, height=8)

    def paragraph(self, text: str, *, soft: bool = False) -> None:
        self._font(size=10 if soft else 11)
        self.set_text_color(*(SOFT if soft else INK))
        self.multi_cell(0, 5.5, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(1.5)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Write names and values, one pair a line; a name too long for its column stands above its value."""
        for label, value in pairs:
            self._font()
            self.set_text_color(*SOFT)
            if self.get_string_width(label) > _LABELS - _GAP:
                self.multi_cell(0, ROW, label, align="L", new_x="LMARGIN", new_y="NEXT")
            else:
                self.cell(_LABELS, ROW, label)
            self.set_x(self.l_margin + _LABELS)
            self._font("B")
            self.multi_cell(0, ROW, value, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(1)

    def grid(
        self,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        widths: Sequence[int],
        *,
        numbers: int = 1,
        last: Sequence[str] = (),
    ) -> None:
        """Draw a table: its last `numbers` columns to the right, a `last` row in bold. The heads come on each page.

        By hand: fpdf2's own tables lay each cell out twice, word by word, and one paper took 65 ms.
        """
        columns = [width * self.epw / sum(widths) for width in widths]
        head, *table = [
            self._row_of(texts, columns, strong=number == 0 or texts is last)
            for number, texts in enumerate([heads, *rows, *([last] if last else [])])
        ]
        left = len(columns) - numbers
        if self.will_page_break(head.height + (table[0].height if table else 0)):
            self.add_page()
        self._draw_row(head, columns, left)
        for row in table:
            if self.will_page_break(row.height):
                self.add_page()
                self._draw_row(head, columns, left)
            self.set_draw_color(*LINE)
            self.line(self.l_margin, self.y, self.w - self.r_margin, self.y)
            self._draw_row(row, columns, left)
        self.ln(3)

    def finish(self, *name: str) -> Document:
        """Return the file, named after `name`."""
        return Document(file_name(*name), self.title, bytes(self.output()))

    def _row_of(self, texts: Sequence[str], columns: Sequence[float], *, strong: bool) -> _Row:
        """Break the texts of a row into lines."""
        self._font("B" if strong else "", _IN_TABLES)
        cells = []
        for text, width in zip(texts, columns, strict=True):
            room = width - 2 * _PAD[0]
            if self.get_string_width(text) <= room:
                cells.append([text])
            else:
                room += 2 * self.c_margin
                cells.append(self.multi_cell(room, text=text, align="L", dry_run=True, output=MethodReturnValue.LINES))
        return _Row(cells, strong, max(map(len, cells)) * _LEADING + 2 * _PAD[1])

    def _draw_row(self, row: _Row, columns: Sequence[float], left: int) -> None:
        """Draw a row: its first `left` columns to the left."""
        if row.strong:
            self.set_fill_color(*PALE)
            self.rect(self.l_margin, self.y, self.epw, row.height, style="F")
        self._font("B" if row.strong else "", _IN_TABLES)
        edge = self.l_margin
        for at, (lines, width) in enumerate(zip(row.cells, columns, strict=True)):
            base = self.y + (row.height - len(lines) * _LEADING) / 2 + _LEADING / 2 + 0.3 * self.font_size
            for number, line in enumerate(lines):
                x = edge + _PAD[0] if at < left else edge + width - _PAD[0] - self.get_string_width(line)
                if line:
                    self.text(x, base + number * _LEADING, line)
            edge += width
        self.set_y(self.y + row.height)

    def _line(self, text: str, *, style: str = "", size: float = 11, height: float = ROW) -> None:
        self._font(style, size)
        self.cell(0, height, text, new_x="LMARGIN", new_y="NEXT")

    def _font(self, style: str = "", size: float = 11) -> None:
        self.set_font("Helvetica", style, size)
        self.set_text_color(*INK)
