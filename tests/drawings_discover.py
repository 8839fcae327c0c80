"""What chapter 1 draws: decks of cards, and the checklist in each of its states."""

from atelier_ameli import Cards, Checklist
from tests.support import SITE

ALL_YES = dict.fromkeys(("scheme", "email", "device", "vitale", "rib"), "yes")
SOME_MISSING = {**ALL_YES, "email": "no", "rib": "unsure"}
_ANSWERS = {
    "checklist, nothing answered": {},
    "checklist, some things to prepare": SOME_MISSING,
    "checklist, all at hand": ALL_YES,
}


def _drawings():
    for name in SITE.decks:
        yield f"cards, {name}", Cards(name)._repr_html_()
    yield "checklist", Checklist("creer_un_compte").html
    for name, answers in _ANSWERS.items():
        checklist = Checklist("creer_un_compte")
        checklist.do("check", **answers)
        yield name, checklist.html


DRAWINGS = dict(_drawings())
