"""Fonts that a paper brings along, so that it looks the same everywhere and is read out right.

fpdf2 lays a paper out in Helvetica, whose widths it knows. Atelier Papier has the same widths (tools/make_fonts.py) and
takes its place when the paper is written: no library for fonts is needed, not even in a browser. It has the letters of
the encoding of papers, cp1252; fpdf2 refuses any other one when it is to be laid out.
"""

from copy import copy
from typing import Any, NamedTuple

from fpdf.output import OutputProducer, PDFFontStream
from fpdf.syntax import Name, PDFContentStream, PDFObject

_FIRST, _LAST = 32, 255  # codes
_NOT_SYMBOLS = 32  # a flag: the letters are those of an encoding that every reader knows


class Face(NamedTuple):
    """One font. Its `box` holds any of its letters; `stem` is how thick one stands."""

    name: str
    box: str
    stem: int
    content: bytes


def _face(style: str, box: str, stem: int) -> Face:
    name = f"AtelierPapier-{style}"
    return Face(name, box, stem, __spec__.loader.get_data(f"{__path__[0]}/{name}.ttf"))


#: the fonts of papers, by the key that fpdf2 gives to the core font that each stands for; no other one may be used
FACES = {
    "helvetica": _face("Regular", "[-203 -212 1000 878]", 88),
    "helveticaB": _face("Bold", "[-184 -222 1000 896]", 140),
}


class WithFonts(OutputProducer):
    """What writes a paper: fpdf2's own, but each core font becomes one that the paper brings along."""

    def _add_fonts(self, *drawn: Any) -> dict[int, Any]:
        made = super()._add_fonts(*drawn)
        for font in self.fpdf.fonts.values():
            self._fill(made[font.i], FACES[font.fontkey], font.cw)
        return made

    def _fill(self, font: Any, face: Face, widths: dict[str, int]) -> None:
        font.subtype, font.base_font = Name("TrueType"), Name(face.name)
        font.first_char, font.last_char = _FIRST, _LAST
        font.widths = f"[{' '.join(str(widths[chr(code)]) for code in range(_FIRST, _LAST + 1))}]"
        font.font_descriptor = _Descriptor(face)
        font.font_descriptor.font_file2 = copy(_FILES[face.name])
        font.to_unicode = copy(_LETTERS)
        for part in (font.font_descriptor.font_file2, font.font_descriptor, font.to_unicode):
            self._add_pdf_obj(part, "fonts")


class _Descriptor(PDFObject):
    """What a reader wants to know of a font besides its letters, in thousandths of its size."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.type, self.font_name, self.flags = Name("FontDescriptor"), Name(face.name), _NOT_SYMBOLS
        self.ascent, self.descent, self.cap_height, self.italic_angle = 905, -212, 688, 0
        self.font_b_box, self.stem_v = face.box, face.stem
        self.font_file2: PDFFontStream | None = None


def _letters() -> str:
    """Return, as PDF says it, the letter that each code stands for: a no-break space is one, as « œ » and « € » are."""
    letters = {code: bytes([code]).decode("cp1252", "ignore") for code in range(_FIRST, _LAST + 1)}
    lines = [f"<{code:02X}> <{ord(letter):04X}>" for code, letter in letters.items() if letter]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]  # PDF takes no more at once
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <00> <FF> endcodespacerange",
            *(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )


#: what every paper has, packed once: a paper numbers its own copies
_FILES = {face.name: PDFFontStream(face.content) for face in FACES.values()}
_LETTERS = PDFContentStream(_letters().encode(), compress=True)
