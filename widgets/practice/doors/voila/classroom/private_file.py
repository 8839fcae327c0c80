"""The private file of a room: its keys, so that a restart changes nothing for the tablets. Nobody is in it."""

import contextlib
import json
import os
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_state_path

from practice.classroom.keys import Keys

_ONLY_MINE = 0o600
_LARGEST = 10_000  #: bytes


def usual_place(port: int) -> Path:
    """Return where the file is, unless the command says: one for each port, for who opens two rooms."""
    return user_state_path("atelier") / f"salle-{port}.json"


class PrivateFile:
    """One file that only its owner reads. `now` is in seconds since 1970."""

    def __init__(self, path: Path, now: Callable[[], float]) -> None:
        self.path, self._now = path, now

    def read(self) -> Keys | None:
        """Return the keys that are kept; None where there are none. Those of a room that is over go away."""
        try:
            text = self.path.read_bytes()
        except OSError:
            return None
        keys = Keys.read(_value(text), self._now()) if len(text) < _LARGEST else None
        if keys is None:
            self.forget()
        return keys

    def write(self, keys: Keys) -> None:
        """Keep the keys: whole or not at all, for nobody else to read. Raises OSError."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        made = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        made.unlink(missing_ok=True)
        made.touch(_ONLY_MINE, exist_ok=False)
        with made.open("w", encoding="utf-8") as file:
            json.dump(keys.keep(), file)
        made.replace(self.path)

    def forget(self) -> None:
        """Take it away: the room is closed."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def _value(text: bytes) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None
