"""The learner's work in JupyterLab: one JSON file on her own computer. Elsewhere, her browser keeps it.

Only `python3 atelier.py lab` asks for it, by an environment variable. Each open chapter is a process of its own, so
one writes at a time: what the others have written since is read again first.
"""

import contextlib
import itertools
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

VARIABLE = "ATELIER_WORK"  #: environment variable: the path of the file; without it, there is none
_PRIVATE = 0o600


class LocalFile:
    """What a learner's work is kept in, by key. Nothing that happens to it stops an exercise."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.set_aside = False  #: it could not be read, and has another name now; whoever tells her sets this back

    def joined(self, kept: object) -> dict[str, Any]:
        """Return what is kept here and in the browser; of two, the one in the place that can be written to."""
        theirs = kept if isinstance(kept, dict) else {}
        with contextlib.suppress(OSError), self._alone():
            return {**theirs, **self._load()}
        return {**self.read(), **theirs}

    def read(self) -> dict[str, Any]:
        """Return what is kept; nothing, if it cannot be had."""
        with contextlib.suppress(OSError), self._alone():
            return self._load()
        with contextlib.suppress(OSError):  # it cannot be written to, so nobody writes meanwhile
            return self._load()
        return {}

    def write(self, items: Mapping[str, Any]) -> bool:
        """Keep items, each under its key; an empty text forgets the key. Return whether that was possible."""
        try:
            with self._alone():
                before = self._load()
                after = {key: value for key, value in {**before, **items}.items() if value != ""}
                if after != before:
                    self._replace(after)
        except OSError:
            return False
        return True

    def forget(self) -> None:
        """Forget all of it, if that is possible. What was set aside stays."""
        with contextlib.suppress(OSError), self._alone():
            self.path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep the other chapters out. Raises OSError where nothing can be written."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if not os.access(self.path.parent, os.W_OK):
            raise PermissionError(self.path)
        with self.path.with_suffix(".lock").open("a", encoding="utf-8") as lock:  # unlocked when it closes
            _lock(lock)
            yield

    def _load(self) -> dict[str, Any]:
        try:
            items = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            items = None
        if isinstance(items, dict):
            return items
        self._set_aside()
        return {}

    def _set_aside(self) -> None:
        """Give the damaged file another name; it is not for us to throw it away."""
        names = (self.path.with_suffix(f".abime-{number}.json") for number in itertools.count(1))
        self.path.rename(next(name for name in names if not name.exists()))
        self.set_aside = True

    def _replace(self, items: Mapping[str, Any]) -> None:
        """Write it whole, beside it, then put it in its place: a power cut leaves the one or the other."""
        fresh = self.path.with_suffix(".tmp")
        with open(fresh, "w", encoding="utf-8", opener=lambda path, how: os.open(path, how, _PRIVATE)) as file:
            json.dump(items, file, indent=1)
        fresh.replace(self.path)


def _lock(file: TextIO) -> None:
    """Wait until nobody else has the file locked, and lock it. A browser has neither of the two ways, and no file."""
    try:
        from fcntl import LOCK_EX, flock  # noqa: PLC0415
    except ImportError:  # Windows
        from msvcrt import LK_LOCK, locking  # noqa: PLC0415

        file.seek(0)
        locking(file.fileno(), LK_LOCK, 1)
    else:
        flock(file, LOCK_EX)


def in_use() -> LocalFile | None:
    """Return the file that keeps the learner's work, if one does."""
    path = os.environ.get(VARIABLE)
    return LocalFile(Path(path)) if path else None
