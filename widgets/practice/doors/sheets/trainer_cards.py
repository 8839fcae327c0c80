"""The cards of whoever holds a room: who plays whom, what each may have to find again, what to do when."""

from collections.abc import Sequence

from practice.classroom.envelopes import Envelope
from practice.course.outline.kit import Situation
from practice.doors.sheets.classroom_paper import ClassroomPaper
from practice.doors.sheets.handout import SOFT
from practice.site import Site

_TITLE = "Les cartes de la salle"
_LINE, _HEAD = 9.2, 26  # millimetres
_STEP = 11  # of what stands before the words of a step


def trainer_cards(site: Site, seats: Sequence[Envelope]) -> ClassroomPaper:
    """Return who plays whom, then the cards: each stands on one page."""
    paper = ClassroomPaper(_TITLE, f"Site de {site.year}", site.title, site.edition.now)
    paper.title_block("Pour la formatrice ou le formateur", _TITLE)
    paper.paragraph("Gardez ces cartes avec vous : elles ont les codes. Coupez le long des pointillés.", after=3)
    paper.heading("Qui joue qui", 0)
    paper.grid(
        "Tablette",
        ["Personne"],
        [str(number) for number in range(1, len(seats) + 1)],
        first=45,
        height=9,
        cells=[[envelope.name] for envelope in seats],
    )
    paper.add_page()
    for situation in site.kit.classroom if site.kit else ():
        _situation(paper, situation)
    paper.add_page()
    for envelope in dict.fromkeys(seats):
        _person(paper, envelope, [number for number, one in enumerate(seats, 1) if one == envelope])
    return paper


def _person(paper: ClassroomPaper, envelope: Envelope, numbers: Sequence[int]) -> None:
    with paper.strip(_HEAD + 8 + _LINE * len(envelope.answers)):
        with paper.tag("H2"):
            paper.paragraph(envelope.name, size=20, style="B", after=0)
        where = "Tablette" if len(numbers) == 1 else "Tablettes"
        paper.paragraph(
            f"{where} {', '.join(map(str, numbers))}. Personne inventée. {envelope.story}", colour=SOFT, after=3
        )
        paper.lines(envelope.answers, beside=True)


def _situation(paper: ClassroomPaper, one: Situation) -> None:
    steps = sum(paper.height_of(step, paper.smallest, paper.epw - _STEP) + 3 for step in one.steps)
    with paper.strip(_HEAD + steps):
        with paper.tag("H2"):
            paper.paragraph(one.title, size=20, style="B", after=3)
        for number, step in enumerate(one.steps, 1):
            paper.numbered(number, step, size=paper.smallest)
            paper.ln(2)
