"""The self-service machines (« bornes ») around a place, and when each is open."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from typing import ClassVar

_HOUR = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@dataclass(frozen=True)
class Terminal:
    """One machine. `metres` on foot; `x` and `y` are its place on the map, in hundredths of its sides."""

    id: str
    name: str
    address: str
    metres: int
    first_day: str
    last_day: str
    opens: str  #: « 08:30 »
    closes: str
    x: int
    y: int

    def __post_init__(self) -> None:
        """Refuse days that do not follow each other, hours that are none, and a place outside the map."""
        if not {self.first_day, self.last_day} <= set(WEEKDAYS) or self._first > self._last:
            raise ValueError("first_day, last_day : il faut deux jours de la semaine, dans l'ordre")
        if not all(map(_HOUR.fullmatch, (self.opens, self.closes))):
            raise ValueError('opens, closes : une heure s\'écrit "08:30", entre guillemets')
        if self.opening >= self.closing:
            raise ValueError("opens, closes : la borne ferme après son ouverture")
        if not (0 <= self.x <= 100 and 0 <= self.y <= 100):  # noqa: PLR2004
            raise ValueError("x, y : il faut de 0 à 100")

    @property
    def opening(self) -> time:
        return time.fromisoformat(self.opens)

    @property
    def closing(self) -> time:
        return time.fromisoformat(self.closes)

    @property
    def days(self) -> str:
        return f"Du {self.first_day} au {self.last_day}"

    @property
    def distance(self) -> str:
        """The way on foot: metres, kilometres from a thousand on."""
        kilometre = 1000
        if self.metres < kilometre:
            return f"{self.metres} mètres"
        return f"{self.metres / kilometre:.1f} km".replace(".", ",")

    def open_at(self, now: datetime) -> bool:
        right_hour = self.opening <= now.time() < self.closing
        return right_hour and self._first <= now.weekday() <= self._last

    @property
    def _first(self) -> int:
        return WEEKDAYS.index(self.first_day)

    @property
    def _last(self) -> int:
        return WEEKDAYS.index(self.last_day)


@dataclass(frozen=True)
class Neighbourhood:
    """What the map shows. `place` is where the person stands: an invented place, at the middle of the map."""

    most: ClassVar[int] = 9  #: machines, so that each has a number of one digit

    place: str
    terminals: tuple[Terminal, ...]

    def __post_init__(self) -> None:
        """Refuse two machines of one name, too many of them, and an order that is not that of the distance."""
        ids = [terminal.id for terminal in self.terminals]
        if len(ids) != len(set(ids)) or not 1 <= len(ids) <= self.most:
            raise ValueError(f"terminals : il en faut de 1 à {self.most}, chacune avec son id")
        ways = [terminal.metres for terminal in self.terminals]
        if ways != sorted(ways):
            raise ValueError("terminals : il faut les écrire de la plus proche à la plus éloignée")
