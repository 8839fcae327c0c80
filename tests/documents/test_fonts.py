"""The fonts that a paper brings along: it looks the same everywhere, and its letters are those that were written."""

import io

import pytest
from fontTools.ttLib import TTFont
from fpdf.errors import FPDFUnicodeEncodingException
from pypdf.xmp import XmpInformation

from practice.doors.sheets.handout import Handout
from practice.papers.fonts import FACES
from tests.support import SITE
from tests.support.papers import every_paper, read

LETTERS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(32, 256) if code != 127}
LETTERS = {code: letter for code, letter in LETTERS.items() if letter}


def fonts(pdf):
    return [font.get_object() for page in pdf.pages for font in page["/Resources"]["/Font"].values()]


def paper(text):
    sheet = Handout("Essai", "Essai", SITE.title, SITE.edition.now)
    sheet.title_block("Essai", "Essai")
    sheet.paragraph(text)
    return read(sheet.output())


@pytest.fixture(scope="module")
def both():
    """Return the two fonts of a paper, each as the file that is in it."""
    found = {font["/BaseFont"]: font for font in fonts(paper("Bonjour"))}
    assert set(found) == {"/AtelierPapier-Regular", "/AtelierPapier-Bold"}
    return [(font, TTFont(io.BytesIO(font["/FontDescriptor"]["/FontFile2"].get_data()))) for font in found.values()]


def test_every_font_of_every_paper_comes_with_it():
    for pdf in every_paper():
        for font in fonts(pdf):
            assert (font["/Subtype"], font["/Encoding"]) == ("/TrueType", "/WinAnsiEncoding")
            assert font["/FontDescriptor"]["/FontFile2"].get_data()


def test_each_letter_is_there_and_as_wide_as_the_paper_was_laid_out_for(both):
    for font, file in both:
        glyphs, per_mil = file.getBestCmap(), file["head"].unitsPerEm / 1000
        for code, letter in LETTERS.items():
            assert abs(file["hmtx"][glyphs[ord(letter)]][0] / per_mil - font["/Widths"][code - 32]) < 0.5, letter


def test_what_a_paper_says_of_its_fonts_is_so(both):
    for font, file in both:
        said, head, per_mil = font["/FontDescriptor"], file["head"], file["head"].unitsPerEm / 1000
        box = [round(edge / per_mil) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]
        assert said["/FontBBox"] == box
        heights = [file["hhea"].ascent, file["hhea"].descent, file["OS/2"].sCapHeight]
        assert [said["/Ascent"], said["/Descent"], said["/CapHeight"]] == [round(one / per_mil) for one in heights]
        assert f"/{file['name'].getDebugName(6)}" == said["/FontName"] == font["/BaseFont"]


def test_every_letter_of_the_encoding_is_read_again_as_it_was_written():
    unseen = "\N{SOFT HYPHEN}\N{NO-BREAK SPACE}"  # fpdf2 writes the one at the end of a line, the other as a space
    written = "".join(letter for letter in LETTERS.values() if letter not in unseen)
    told = paper(f"Lettres{written}fin").pages[0].extract_text()
    assert [letter for letter in written if letter not in told] == []


def test_a_letter_that_no_paper_has_is_refused_when_it_is_laid_out():
    with pytest.raises(FPDFUnicodeEncodingException):
        paper("Łódź")


def test_the_fonts_are_free_and_keep_their_licence_under_a_name_of_their_own(both):
    licence = (SITE.data.parent / "widgets/practice/papers/fonts/OFL.txt").read_text(encoding="utf-8")
    for _, file in both:
        told = [str(name) for name in file["name"].names]
        assert any("SIL Open Font License" in one for one in told)
        assert all(one.strip(" .") in licence for one in told[0].splitlines())
        reserved = ("Liberation", "Arimo", "Tinos", "Cousine")
        assert not any(name in one for name in reserved for one in told)


def test_they_cost_a_paper_thirty_thousand_bytes_at_most():
    assert sum(len(face.content) for face in FACES.values()) < 40_000
    assert len(min((pdf.stream.getvalue() for pdf in every_paper()), key=len)) < 36_000


def test_a_paper_says_to_programs_that_it_is_accessible_and_what_its_title_is():
    for pdf in every_paper():
        said = XmpInformation(pdf.trailer["/Root"]["/Metadata"])
        assert next(iter(said.get_element("", "http://www.aiim.org/pdfua/ns/id/", "part"))).firstChild.data == "1"
        assert said.dc_title == {"x-default": pdf.metadata.title}
        assert pdf.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
