"""The journal: one line for each start, stop and trouble. What somebody typed or asked for is never in it."""

import logging
import time
from collections.abc import Callable

_OWN = __name__.partition(".")[0]  #: what our own code calls its loggers
_OFTEN = 60.0  #: seconds in which a kind of trouble is told once


class OneLine(logging.Formatter):
    """Tells an error in one line: a traceback would push the QR code away, and could hold what was typed."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the kind of an error; what our own code says; of others who has told something, and not what."""
        kind = record.exc_info and record.exc_info[0]
        if kind:
            return f"Erreur\N{NO-BREAK SPACE}: {kind.__name__} ({record.name})"
        return record.getMessage() if record.name.startswith(_OWN) else f"Erreur\N{NO-BREAK SPACE}: {record.name}"


class Dated(OneLine):
    """Tells it with the moment before it, for a log that nobody watches."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line, whatever was told."""
        return dated(super().format(record))


def dated(text: str) -> str:
    """Return a text in one line, with the moment before it."""
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} {' '.join(text.splitlines())}"


def say(what: str) -> None:
    """Write where a terminal, or a container, shows it."""
    print(what, flush=True)  # noqa: T201


class Journal:
    """Tells what happens by `say`, which writes a line. The same trouble is told once a minute; `now`: in seconds."""

    def __init__(self, say: Callable[[str], None] = say, now: Callable[[], float] = time.monotonic) -> None:
        self._say = say
        self._now = now
        self._told: dict[str, float] = {}

    def tell(self, what: str) -> None:
        """Write a line."""
        self._say(what)

    def trouble(self, what: str) -> None:
        """Write a line about a trouble, unless it was just written."""
        last = self._told.get(what)
        if last is None or self._now() - last >= _OFTEN:
            self._told[what] = self._now()
            self._say(what)
