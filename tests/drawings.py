"""Every drawing that a learner can meet. Each is made when a test first looks at it: a worker makes only its share.

The states of the site's pages come from tests/states*.py. What has no page gives its own drawings in a
tests/drawings_*.py: `DRAWINGS`, name -> HTML.
"""

from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from atelier_ameli import Question
from atelier_ameli.course.home import Home
from tests.states import STATES, reach, trouble

_QUESTIONS = {
    "question": None,
    "question, right": {"answer": "2,28 €"},
    "question, not yet": {"answer": "21"},
    "question, nothing typed": {},
    "question, a choice": None,
    "question, a choice, nothing chosen": {},
}


@cache
def _screen(name: str) -> tuple[str, frozenset[str]]:
    screen = reach(name)
    handlers = {
        name for part in (screen.page, screen.mailbox, screen) for name in dir(part) if name.startswith("handle_")
    }
    return screen.html, frozenset(name.removeprefix("handle_") for name in handlers)


def _question(name: str) -> str:
    question = Question("information_medecin" if "choice" in name else "accueil_paiement")
    if _QUESTIONS[name] is not None:
        question.do("answer", **_QUESTIONS[name])
    return question.html


_MAKERS: dict[str, Callable[[], str]] = {
    **{name: lambda name=name: _screen(name)[0] for name in STATES},
    "trouble": trouble,
    "home": lambda: Home()._repr_html_(),
    **{name: partial(_question, name) for name in _QUESTIONS},
}
for _file in sorted(Path(__file__).parent.glob("drawings_*.py")):
    _given = import_module(f"tests.{_file.stem}").DRAWINGS
    assert not _given.keys() & _MAKERS.keys(), f"{_file.name}: a name that another file has"
    _MAKERS |= {name: partial(str, html) for name, html in _given.items()}

NAMES = tuple(_MAKERS)


@cache
def drawing_of(name: str) -> str:
    """Return the HTML of a drawing."""
    return _MAKERS[name]()


def actions_of(state: str) -> frozenset[str]:
    """Return the actions that the screen knows in one of the states."""
    return _screen(state)[1]
