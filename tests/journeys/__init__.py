"""Every state of every screen that a learner can meet, each reached by what a learner does.

A module a subject: `STATES`, name -> the persona, then the actions from the sign-in page; « jean at create_account »
starts at another page. The gallery draws each of them; a new screen adds its own.
"""

from importlib import import_module
from pathlib import Path

from atelier_ameli import Screen

STATES: dict[str, tuple] = {}
for _file in sorted(Path(__file__).parent.glob("[!_]*.py")):
    _given = import_module(f"{__name__}.{_file.stem}").STATES
    assert not _given.keys() & STATES.keys(), f"{_file.name}: a name that another file has"
    STATES |= _given


def reach(name: str) -> Screen:
    """Return a screen in one of the states."""
    persona, *actions = STATES[name]
    who, _, start = persona.partition(" at ")
    screen = Screen(start or "login", persona=who)
    for action, answers in actions:
        screen.do(action, **answers)
    return screen


def trouble() -> str:
    """Return the drawing of a screen on which an action has failed."""
    screen = Screen("login", persona="jessica")
    screen.page.handle_sign_in = fail
    return screen.answer({"do": "sign_in", "answers": {"code": "Mon-secret-1"}, "turn": 1})["html"]


def fail(_: object) -> None:
    raise RuntimeError("Mon-secret-1")
