"""The fonts of the papers, made once from Liberation Sans: French letters, the widths of Helvetica, a name of ours.

Run by hand where Liberation 2.1.5 is installed (Debian: fonts-liberation2); fontTools comes with fpdf2. The licence
(OFL) reserves the name Liberation for the whole font: what is made here is called otherwise, and keeps the licence.

    python tools/make_fonts.py [FOLDER OF LIBERATION]
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fpdf.fonts import CORE_FONTS_CHARWIDTHS

_FROM = Path("/usr/share/fonts/truetype/liberation2")
_TO = Path(__file__).parents[1] / "widgets" / "practice" / "papers" / "fonts"
_VERSION = "Version 2.1.5"
_FAMILY, _FILES = "Atelier Papier", "AtelierPapier"
_STYLES = {"Regular": "helvetica", "Bold": "helveticaB"}  #: and what fpdf2 calls the core font of the same widths
_KEPT_NAMES = (0, 13, 14)  # the copyright, the licence and its address


def _letters() -> dict[str, str]:
    """Return each letter of the encoding of the papers, and the character by which fpdf2 knows its code."""
    found = {bytes([code]).decode("cp1252", "ignore"): chr(code) for code in range(32, 256) if code != 127}  # noqa: PLR2004
    return {letter: code for letter, code in found.items() if letter}


def _make(source: Path, style: str, core: str) -> TTFont:
    """Return a style, cut down."""
    font = TTFont(source / f"LiberationSans-{style}.ttf", recalcTimestamp=False)
    if font["name"].getDebugName(5) != _VERSION:
        sys.exit(f"{source}: {_VERSION} is wanted")
    options = Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=_KEPT_NAMES)
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB"]
    cut = Subsetter(options)
    cut.populate(text="".join(_letters()))
    cut.subset(font)
    _rename(font, style)
    _widen(font, CORE_FONTS_CHARWIDTHS[core])
    return font


def _rename(font: TTFont, style: str) -> None:
    full = f"{_FAMILY} {style}"
    for number, text in enumerate([_FAMILY, style, full, full, _VERSION, f"{_FILES}-{style}"], 1):
        font["name"].setName(text, number, 3, 1, 0x409)


def _widen(font: TTFont, widths: dict[str, int]) -> None:
    """Give each letter the width of Helvetica: five signs differ (¯ ± µ · ÷) and stay in the middle of theirs."""
    glyphs, units = font.getBestCmap(), font["head"].unitsPerEm
    for letter, code in _letters().items():
        before, bearing = font["hmtx"][glyphs[ord(letter)]]
        after = round(widths[code] * units / 1000)
        font["hmtx"][glyphs[ord(letter)]] = (after, bearing + (after - before) // 2)


if __name__ == "__main__":
    for style, core in _STYLES.items():
        made = _make(Path(*sys.argv[1:2] or [_FROM]), style, core)
        made.save(_TO / f"{_FILES}-{style}.ttf")
