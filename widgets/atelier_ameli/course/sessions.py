"""What a trainer takes to a room from the home page: sessions of about two hours, ready to be presented."""

import itertools
from functools import cache
from pathlib import Path

from atelier_ameli import data
from atelier_ameli.course.outline import Chapter
from atelier_ameli.domain.sessions import Moment, Session
from atelier_ameli.draw import draw
from atelier_ameli.toml_files import DataError, structure, tables

_STATIC = Path(__file__).parents[1] / "static"
_STYLES = ("tokens.css", "screen_sessions.css")  #: all that sessions need
_MOMENTS = {Moment.WELCOME: "L'accueil", Moment.BREAK: "La pause", Moment.QUESTIONS: "Le tour des questions"}
_count = itertools.count(1)


class Sessions:
    """The sessions of data/sessions.toml, each closed until it is opened. It needs no kernel.

    In Voilà, the page makes the links of the chapters lead to the room's large type (page.js, `data-presenter`);
    elsewhere they open the chapter.
    """

    def __init__(self) -> None:
        self.key = f"seances{next(_count)}"

    def _repr_html_(self) -> str:
        chapters = {chapter.number: chapter for chapter in data.chapters()}
        drawn = {"chapters": chapters, "moments": _MOMENTS, "style": _style()}
        return draw("sessions.html", key=self.key, sessions=sessions(), **drawn)

    def __repr__(self) -> str:
        return "Sessions()"


@cache
def sessions() -> tuple[Session, ...]:
    """Return the sessions, in the order of the file."""
    return load_sessions(data.DATA / "sessions.toml", data.chapters())


def load_sessions(file: Path, chapters: tuple[Chapter, ...]) -> tuple[Session, ...]:
    """Read the sessions; refuse two with the same id, and one whose chapters are not there or take longer."""
    lengths = {chapter.number: chapter.minutes for chapter in chapters if chapter.notebook}
    found: dict[str, Session] = {}
    for entry in tables(file, "session"):
        session = structure(file, str(entry.get("id", "sans id")), entry, Session)
        if session.id in found:
            raise DataError(file, session.id, "id : cet id est déjà à une autre séance")
        try:
            session.check(lengths)
        except ValueError as error:
            raise DataError(file, session.id, str(error)) from None
        found[session.id] = session
    return tuple(found.values())


@cache
def _style() -> str:
    return "\n".join((_STATIC / name).read_text(encoding="utf-8") for name in _STYLES)
