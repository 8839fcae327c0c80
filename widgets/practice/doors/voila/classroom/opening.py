"""Opening a room, and closing it."""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from practice.classroom.classroom import Classroom
from practice.classroom.course import Course, Player
from practice.classroom.dealing import players
from practice.classroom.keys import LIFE, Keys
from practice.doors.voila.classroom.join import MOST_WRONG, JoinHandler, RenewHandler
from practice.doors.voila.classroom.private_file import PrivateFile
from practice.doors.voila.classroom.trainer import trainer_addresses
from practice.doors.voila.limits import Requests

if TYPE_CHECKING:
    from practice.doors.voila.room import Room


def open_classroom(room: "Room", path: Path, now: Callable[[], float] = time.monotonic) -> Classroom:
    """Give a course its room and the addresses of it: the one of before a restart, if it is not over.

    `now` is a clock, in seconds. Raises OSError where the room cannot be kept.
    """
    file = PrivateFile(path, time.time)
    keys = file.read() or Keys.new(time.time())
    file.write(keys)

    def keep() -> None:
        with contextlib.suppress(OSError):  # a full disk: after a restart, two tablets may want one number
            file.write(keys)

    def close() -> None:
        room.classroom = None
        file.forget()

    told = {"room": room}
    joining = {**told, "wrong_codes": Requests(now, MOST_WRONG)}
    room.add_handlers(
        ".*",
        [
            (f"{room.prefix}rejoindre/numero", RenewHandler, told),
            (f"{room.prefix}rejoindre(?:/([^/]*))?", JoinHandler, joining),
            *trainer_addresses(room),
        ],
    )
    room.classroom = made = Classroom(keys, now, f"{room.prefix}rejoindre/numero", keep, close)
    made.course = Course(lambda year: _players(room, year), lambda year: _home(room, year))
    return made


def _players(room: "Room", year: str) -> list[Player]:
    site = room.chapters.edition(year) or room.site
    return [Player(name, site.personas[name].full_name) for name in players(site) if name in site.personas]


def _home(room: "Room", year: str) -> str:
    site = room.chapters.edition(year) or room.site
    return room.address(site, site.home)


def close_if_over(room: "Room") -> None:
    """Close a room after twelve hours."""
    if room.classroom and time.time() - room.classroom.keys.begun > LIFE:
        room.classroom.close()


def look_after(room: "Room") -> None:
    """End what has lasted long enough in a room: a screen that is shown."""
    if room.classroom:
        room.classroom.showing.look()


def board_link(keys: Keys, local: str) -> str:
    """Return the secret link to the board: only the terminal and the browser of this computer are told it."""
    return f"{local}salle?cle={keys.secret}"


def told_of(keys: Keys, local: str) -> list[str]:
    """Return what the terminal says of the room."""
    return [
        "La salle est ouverte. Le dessin et l'adresse des tablettes, suivie de « rejoindre », y mènent.",
        "",
        f"  Le code des tablettes :                    {keys.spoken_code}",
        f"  Votre tableau de bord (gardez-le secret) : {board_link(keys, local)}",
        "",
    ]
