"""Rows of the board: what a trainer sees of each tablet, and in which order. Plain values, in words: nothing typed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from practice.classroom.seat import Watch

TOLD_AFTER = 2  #: minutes without progress after which they are told
STUCK_AFTER = 5  #: minutes without progress after which somebody may be stuck


class Need(StrEnum):
    """Whether a tablet needs somebody, from the most to the least."""

    HELP = "help"  #: help was asked for
    COMING = "coming"  #: and somebody said that they come
    STUCK = "stuck"
    AWAY = "away"
    FINE = "fine"


_STATES = {
    Need.HELP: "Demande de l'aide",
    Need.COMING: "Vous arrivez",
    Need.STUCK: "N'avance plus",
    Need.AWAY: "Absente",
    Need.FINE: "Au travail",
}
_TOTALS = {
    Need.HELP: ("{} demande de l'aide", "{} demandent de l'aide"),
    Need.COMING: ("{} vous attend", "{} vous attendent"),
    Need.STUCK: ("{} n'avance plus", "{} n'avancent plus"),
    Need.AWAY: ("{} absente", "{} absentes"),
    Need.FINE: ("{} au travail", "{} au travail"),
}


_WATCHED = {Watch.SHOWN: "montre son écran.", Watch.REFUSED: "préfère ne pas montrer son écran."}


@dataclass(frozen=True)
class Row:
    """A tablet, as the board shows it. All times are in whole minutes."""

    number: int
    away: int | None = None  #: since when no page of it is open; None while one is
    chapter: str = ""  #: its title
    step: str = ""  #: « Étape 3 »
    exercise: str = ""  #: its title
    mode: str = ""  #: « Avec de l'aide »
    tries: int = 0  #: at this step of the exercise
    hints: int = 0  #: that were asked for there
    idle: int = 0  #: since the last progress
    asks: int | None = None  #: since help was asked for; None where it was not
    coming: bool = False  #: and was answered
    persona: str = ""  #: who is played
    watch: Watch = Watch.NOT
    leaves: bool = False  #: its learner is asked to note her code, in a new session

    @property
    def need(self) -> Need:
        """Whether it needs somebody."""
        if self.asks is not None:
            return Need.COMING if self.coming else Need.HELP
        if self.away is not None:
            return Need.AWAY
        return Need.STUCK if self.idle >= STUCK_AFTER else Need.FINE

    @property
    def name(self) -> str:
        return f"Tablette {self.number}"

    @property
    def state(self) -> str:
        """What it does or wants, in words."""
        return _STATES[self.need]

    @property
    def since(self) -> str:
        """Since when, in words; nothing for a moment ago, and for who is at work."""
        return "" if self.need is Need.COMING or not self.waited else f"depuis {minutes(self.waited)}"

    @property
    def also(self) -> str:
        """What else is to be known: of who asked for help, and for how long nothing has changed."""
        if self.asks is None:
            calm = self.need is Need.FINE and self.idle >= TOLD_AFTER
            return f"À la même étape depuis {minutes(self.idle)}" if calm else ""
        if self.away is not None:
            return "Absente de la salle"
        return f"N'avance plus depuis {minutes(self.idle)}" if self.idle >= STUCK_AFTER else ""

    @property
    def work(self) -> tuple[str, ...]:
        """What was tried at this step, in words."""
        told = [counted(self.tries, "essai"), counted(self.hints, "indice")]
        return tuple(words for words in told if words)

    @property
    def waited(self) -> int:
        """For how long it has needed somebody."""
        return {Need.STUCK: self.idle, Need.AWAY: self.away, Need.FINE: 0}.get(self.need, self.asks) or 0


def by_need(rows: Iterable[Row]) -> list[Row]:
    """Return the rows in the order in which they need somebody, who has waited for longest first."""
    return sorted(rows, key=lambda row: (list(Need).index(row.need), -row.waited, row.number))


def totals(rows: Iterable[Row]) -> list[tuple[Need, str]]:
    """Return how many tablets need what, in words, without those that are none."""
    found = Counter(row.need for row in rows)
    return [(need, _TOTALS[need][found[need] > 1].format(found[need])) for need in Need if found[need]]


def news(before: Iterable[Row], now: Iterable[Row]) -> str:
    """Return what a screen reader is told of a change: who asks for help, who shows the screen, who does not."""
    known = {row.number: row for row in before}
    said = []
    for row in now:
        old = known.get(row.number, Row(row.number))
        if row.need is Need.HELP and old.need is not Need.HELP:
            said.append(f"{row.name} demande de l'aide.")
        if row.watch is not old.watch and row.watch in _WATCHED:
            said.append(f"{row.name} {_WATCHED[row.watch]}")
    return " ".join(said)


def minutes(count: int) -> str:
    """Return a time in words: « 1 minute », « 5 minutes »."""
    return counted(count, "minute") or "moins d'une minute"


def counted(number: int, word: str) -> str:
    """Return how many there are, in words; nothing for none."""
    return f"{number}\N{NO-BREAK SPACE}{word}{'s' if number > 1 else ''}" if number else ""
