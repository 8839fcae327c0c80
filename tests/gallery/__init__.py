"""Every drawing that a learner can meet. Each is made when a test first looks at it: a worker makes only its share.

The states of the site's pages come from the journeys. What has no page hangs here, a module a subject: `DRAWINGS`, name
-> what makes its HTML.
"""

from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from tests.journeys import STATES, reach, trouble


@cache
def _screen(name: str) -> tuple[str, frozenset[str], str]:
    screen = reach(name)
    handlers = {
        name for part in (screen.page, screen.mailbox, screen) for name in dir(part) if name.startswith("handle_")
    }
    return screen.html, frozenset(name.removeprefix("handle_") for name in handlers), screen.page.name


def _draw(name: str) -> str:
    return _screen(name)[0]


_MAKERS: dict[str, Callable[[], str]] = {**{name: partial(_draw, name) for name in STATES}, "trouble": trouble}
for _file in sorted(Path(__file__).parent.glob("[!_]*.py")):
    _given = import_module(f"{__name__}.{_file.stem}").DRAWINGS
    assert not _given.keys() & _MAKERS.keys(), f"{_file.name}: a name that another file has"
    _MAKERS |= _given

NAMES = tuple(_MAKERS)


@cache
def drawing_of(name: str) -> str:
    """Return the HTML of a drawing."""
    return _MAKERS[name]()


def actions_of(state: str) -> frozenset[str]:
    """Return the actions that the screen knows in one of the states."""
    return _screen(state)[1]


def page_of(state: str) -> str:
    """Return the name of the page on which one is in one of the states."""
    return _screen(state)[2]
