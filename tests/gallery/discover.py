"""What chapter 1 draws: decks of cards, and the checklist in each of its states."""

from functools import partial

from atelier_ameli import Cards, Checklist
from tests.support import SITE

ALL_YES = dict.fromkeys(("scheme", "email", "screen", "vitale", "rib"), "yes")
SOME_MISSING = {**ALL_YES, "email": "no", "rib": "unsure"}
_ANSWERS = {
    "checklist, nothing answered": {},
    "checklist, some things to prepare": SOME_MISSING,
    "checklist, all at hand": ALL_YES,
}


def _checklist(answers: dict[str, str] | None = None) -> str:
    checklist = Checklist("creer_un_compte")
    if answers is not None:
        checklist.do("check", **answers)
    return checklist.html


def _cards(name: str) -> str:
    return Cards(name)._repr_html_()


DRAWINGS = {
    **{f"cards, {name}": partial(_cards, name) for name in SITE.decks},
    "checklist": _checklist,
    **{name: partial(_checklist, answers) for name, answers in _ANSWERS.items()},
}
