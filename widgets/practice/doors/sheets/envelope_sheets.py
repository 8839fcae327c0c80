"""The envelopes of a room on paper, in large print, and the same words as a page that a screen reader reads."""

from collections.abc import Sequence

from practice.classroom.envelopes import Envelope, Look, Piece
from practice.doors.sheets.classroom_paper import SPECIMEN, ClassroomPaper
from practice.site import Site

_HOW = (
    "Imprimez tout. Chaque tablette a trois pages : la personne, la lettre, les papiers.",
    "Mettez ces pages dans une enveloppe. Écrivez dessus le numéro de la tablette.",
    "Pliez la lettre, texte à l'intérieur.",
    "Quelqu'un lit avec un lecteur d'écran ? Ouvrez le fichier de sa tablette, dans le dossier « texte ».",
)


def envelopes_sheet(site: Site, seats: Sequence[Envelope]) -> ClassroomPaper:
    """Return the papers of all tablets, one after the other: each paper on a page of its own."""
    paper = ClassroomPaper("Les enveloppes de la salle", f"Site de {site.year}", site.title, site.edition.now, SPECIMEN)
    paper.title_block("Une par tablette", "Les enveloppes de la salle")
    paper.bullets(_HOW)
    for number, envelope in enumerate(seats, 1):
        _seat(paper, number, envelope)
    return paper


def envelope_text(site: Site, number: int, envelope: Envelope) -> str:
    """Return the papers of a tablet as a page of text, which says the codes sign by sign too."""
    return site.draw("envelope.html", number=number, envelope=envelope, specimen=SPECIMEN, year=site.year, Look=Look)


def _seat(paper: ClassroomPaper, number: int, envelope: Envelope) -> None:
    for at, piece in enumerate(envelope.pieces):
        if piece.look is Look.PERSON or piece.look is Look.LETTER or envelope.pieces[at - 1].look is Look.LETTER:
            paper.add_page()
            with paper.tag("H2"):
                paper.paragraph(f"Tablette {number}", size=24, style="B", after=1)
        paper.sub_heading(piece.title)
        _DRAWN[piece.look](paper, piece)


def _person(paper: ClassroomPaper, piece: Piece) -> None:
    for text in piece.texts:
        paper.paragraph(text, after=3)
    paper.ln(2)
    paper.lines(piece.lines, size=24)


def _letter(paper: ClassroomPaper, piece: Piece) -> None:
    paper.framed(piece.when, "")
    paper.ln(4)
    for text in piece.sender:
        paper.paragraph(text, after=0)
    paper.ln(4)
    for text in piece.to:
        paper.paragraph(text, indent=80, after=0)
    paper.ln(8)
    codes = [line.value for line in piece.lines]
    for text in piece.texts:
        carries = any(code in text for code in codes)
        paper.paragraph(text, size=26 if carries else 20, style="B" if carries else "", after=6)


def _card(paper: ClassroomPaper, piece: Piece) -> None:
    paper.purse_card(piece.title, piece.lines)


def _form(paper: ClassroomPaper, piece: Piece) -> None:
    for text in piece.texts:
        paper.paragraph(text, after=3)
    if piece.lines:
        with paper.form():
            paper.lines(piece.lines, beside=True)


_DRAWN = {Look.PERSON: _person, Look.LETTER: _letter, Look.CARD: _card, Look.FORM: _form}
