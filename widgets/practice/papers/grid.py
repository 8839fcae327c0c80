"""A table on a paper: its heads come on each page, and are read out once.

By hand: fpdf2's own tables lay each cell out twice, word by word, and one paper took 65 ms; and they are not tagged.
"""

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import NamedTuple

from fpdf.enums import MethodReturnValue

from practice.papers.tagged import Tagged

_LINES = MethodReturnValue.LINES
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Look:
    """How a table is drawn: type in points, lengths in millimetres. `pad`: beside a text, and above it.

    `boxed`: each cell has a frame, for a hand to write in, and its row is called by its first cell.
    """

    size: float
    leading: float
    pad: tuple[float, float]
    line: Colour
    pale: Colour
    least: float = 0
    boxed: bool = False


class _Row(NamedTuple):
    """A row: the lines of each cell."""

    cells: list[list[str]]
    strong: bool
    height: float


class Grid:
    """A table of a paper, whose `widths` are in proportion.

    The last `numbers` columns stand to the right; in the middle, in a boxed table.
    """

    def __init__(self, paper: Tagged, look: Look, widths: Sequence[float], numbers: int) -> None:
        self._paper, self._look = paper, look
        self._columns = [width * paper.epw / sum(widths) for width in widths]
        self._left = len(widths) - numbers

    def draw(self, heads: Sequence[str], rows: Iterable[Sequence[str]], last: Sequence[str] = ()) -> None:
        """Draw the heads and the rows, a `last` one in bold."""
        paper = self._paper
        head, *table = [
            self._row_of(texts, strong=number == 0 or texts is last)
            for number, texts in enumerate([heads, *rows, *([last] if last else [])])
        ]
        if paper.will_page_break(head.height + (table[0].height if table else 0)):
            paper.add_page()
        with paper.part("Table"):
            self._draw_row(head, "column")
            for row in table:
                if paper.will_page_break(row.height):
                    paper.add_page()
                    with paper.artifact():
                        self._draw_row(head)
                self._draw_row(row)
        paper.ln(3)

    def _row_of(self, texts: Sequence[str], *, strong: bool) -> _Row:
        """Break the texts of a row into lines."""
        paper, look = self._paper, self._look
        paper.write_in("B" if strong else "", look.size)
        cells = []
        for text, width in zip(texts, self._columns, strict=True):
            room = width - 2 * look.pad[0] + 2 * paper.c_margin
            if paper.is_one_line(text, room):
                cells.append([text])
            else:
                lines = paper.multi_cell(room, text=text, align="L", dry_run=True, output=_LINES)
                cells.append([line.encode("latin-1").decode(paper.core_fonts_encoding) for line in lines])
        return _Row(cells, strong, max(look.least, max(map(len, cells)) * look.leading + 2 * look.pad[1]))

    def _draw_row(self, row: _Row, scope: str = "") -> None:
        """Draw a row. `scope`: its cells are the heads of columns."""
        paper, look = self._paper, self._look
        if row.strong:
            paper.set_fill_color(*look.pale)
            paper.rect(paper.l_margin, paper.y, paper.epw, row.height, style="F")
        paper.set_draw_color(*look.line)
        if not scope:
            paper.line(paper.l_margin, paper.y, paper.w - paper.r_margin, paper.y)
        paper.write_in("B" if row.strong else "", look.size)
        with paper.part("TR") if not paper.marking else nullcontext():
            edge = paper.l_margin
            for at, (lines, width) in enumerate(zip(row.cells, self._columns, strict=True)):
                kind = scope or ("row" if look.boxed and at == 0 else "")
                with paper.tag("TH" if kind else "TD", kind):
                    self._write(lines, edge, width, row.height, at)
                edge += width
        if look.boxed:
            self._frame(row.height)
        paper.set_y(paper.y + row.height)

    def _write(self, lines: list[str], edge: float, width: float, height: float, at: int) -> None:
        paper, look = self._paper, self._look
        base = paper.y + (height - len(lines) * look.leading) / 2 + look.leading / 2 + 0.3 * paper.font_size
        for number, line in enumerate(lines):
            free = width - 2 * look.pad[0] - paper.get_string_width(line) if at >= self._left else 0
            beside = free / 2 if look.boxed else free
            if line:
                paper.text(edge + look.pad[0] + beside, base + number * look.leading, line)

    def _frame(self, height: float) -> None:
        edge = self._paper.l_margin
        for width in self._columns:
            self._paper.rect(edge, self._paper.y, width, height)
            edge += width
