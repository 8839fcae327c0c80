"""Every state of every screen that a learner can meet, each reached by what a learner does.

A module a subject: `STATES`, name -> the persona, then the actions from the sign-in page; « jean at create_account »
starts at another page, « jean at login in 2026 » in another edition: what is typed there may be « {number} », as in an
exercise. The gallery draws each of them; a new screen adds its own.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from atelier_ameli import Screen
from practice.session import Context

STATES: dict[str, tuple] = {}
for _file in sorted(Path(__file__).parent.glob("[!_]*.py")):
    _given = import_module(f"{__name__}.{_file.stem}").STATES
    assert not _given.keys() & STATES.keys(), f"{_file.name}: a name that another file has"
    STATES |= _given


def reach(name: str) -> Screen:
    """Return a screen in one of the states."""
    start, *actions = STATES[name]
    screen = opened(start)
    for action, answers in actions:
        screen.do(action, **filled(answers, screen))
    return screen


def opened(start: str, at: Context | None = None) -> Screen:
    """Return the screen at which a journey starts."""
    who, _, where = start.partition(" at ")
    page, _, year = where.partition(" in ")
    return Screen(page or "login", persona=who, edition=year or None, at=at)


def filled(answers: Mapping[str, str], screen: Screen) -> dict[str, str]:
    """Return answers with what the card says in the place of its names."""
    words = _words(screen) if any("{" in text for text in answers.values()) else {}
    return {name: text.format(**words) if "{" in text else text for name, text in answers.items()}


def _words(screen: Screen) -> dict[str, str]:
    """Return what a journey may have typed: what the card says, and the numbers of a child who is played."""
    child = screen.world.persona
    own = {"own_number": child.nir, "own_name": child.last_name, "own_birth_date": f"{child.birth_date:%d/%m/%Y}"}
    return {**screen.world.words(), **own}


def trouble() -> str:
    """Return the drawing of a screen on which an action has failed."""
    screen = Screen("login", persona="jessica")
    screen.page.handle_sign_in = fail
    return screen.answer({"do": "sign_in", "answers": {"code": "Mon-secret-1"}, "turn": 1})["html"]


def fail(_: object) -> None:
    raise RuntimeError("Mon-secret-1")
