"""Where a text of a paper breaks into lines.

fpdf2 measures a line anew with each letter that it adds to it. Here each letter is measured once, and the lines are the
same ones: greedy, broken at spaces. What is rarer than words and spaces is left to fpdf2.
"""

from collections.abc import Sequence

from fpdf.enums import Align
from fpdf.line_break import (
    BREAKING_SPACE_SYMBOLS_STR,
    FORM_FEED,
    NBSP,
    NEWLINE,
    SOFT_HYPHEN,
    SPACE,
    Fragment,
    TextLine,
)
from fpdf.util import FloatTolerance

_RARE = {*BREAKING_SPACE_SYMBOLS_STR, NEWLINE, FORM_FEED, SOFT_HYPHEN} - {SPACE}


def lines_of(fragments: Sequence[Fragment], width: float, margin: float) -> list[TextLine] | None:
    """Return the lines, from the left, of a text in a cell of this width, whose letters stay off its edges.

    None for a text that is left to fpdf2: one with rare letters, or with a word that is wider than a line.
    """
    letters = [letter for fragment in fragments for letter in fragment.characters]
    if not _RARE.isdisjoint(letters) or not _are_plain(fragments):
        return None
    ends = _ends(letters, [wide for fragment in fragments for wide in _widths(fragment)], width - 2 * margin)
    return None if ends is None else [_line(fragments, begin, end, width) for begin, end in ends]


def _ends(letters: Sequence[str], widths: Sequence[float], room: float) -> list[tuple[int, int]] | None:
    """Return where each line begins and ends; None where a word is wider than a line."""
    room += FloatTolerance.TOLERANCE
    found, begin, space, wide = [], 0, -1, 0.0
    for at, letter in enumerate(letters):
        wide += widths[at]
        if letter == SPACE:
            space = at
        if wide > room:
            found.append((begin, space))
            begin, wide = space + 1, sum(widths[space + 1 : at + 1])
            if wide > room:
                return None
    return [*found, (begin, len(letters))] if begin < len(letters) else found


def _are_plain(fragments: Sequence[Fragment]) -> bool:
    """Say whether letters stand as far apart as their font says, and are letters, not the number of pages to come."""
    return all(
        type(one) is Fragment and one.font.type == "core" and one.font_stretching == 100 and not one.char_spacing  # noqa: PLR2004
        for one in fragments
    )


def _widths(fragment: Fragment) -> list[float]:
    of_letter, scale = fragment.font.cw, fragment.font_size_pt * 0.001 / fragment.k
    return [of_letter[letter] * scale for letter in fragment.characters]


def _line(fragments: Sequence[Fragment], begin: int, end: int, width: float) -> TextLine:
    """Return the line that has these letters of a text."""
    parts, first = [], 0
    for fragment in fragments:
        letters = fragment.characters[max(begin - first, 0) : max(end - first, 0)]
        first += len(fragment.characters)
        if letters:
            parts.append(fragment.clone([SPACE if letter == NBSP else letter for letter in letters], fragment.link))
    wide = sum(part.get_width(initial_cs=at > 0) for at, part in enumerate(parts))
    spaces = sum(part.characters.count(SPACE) for part in parts)
    return TextLine(parts, wide, spaces, Align.L, max((part.font_size for part in parts), default=0), width)
