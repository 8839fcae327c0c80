"""The kit of whoever teaches: questions after a chapter, what to do in the room, sheets that learners take home."""

from dataclasses import dataclass

LEVELS = (
    ("A", "avec aide", "quelqu'un a fait un geste à sa place"),
    ("G", "guidé", "les consignes de l'écran ont suffi"),
    ("S", "seul ou seule", "sans aide et sans consigne"),
)  #: the three levels of the grid of observation: the sign to write, its name, what it means
_LONGEST_STEP = 25  #: words
_MOST_STEPS = 6


@dataclass(frozen=True)
class Teaching:
    """What is said of a chapter to whoever teaches it: questions to ask after it, how to go slower, or faster."""

    number: int
    debrief: tuple[str, ...]
    slower: str
    faster: str


@dataclass(frozen=True)
class Situation:
    """Something that happens in a room, and what to do then."""

    id: str
    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class TakeHome:
    """A sheet for the real site, at home: what to have near, what to do. It names no invented person and no card."""

    id: str
    title: str
    chapter: int
    prepare: tuple[str, ...]
    steps: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a sheet that would not stand on one page, or that speaks of the practice copy."""
        if not 1 <= len(self.steps) <= _MOST_STEPS:
            raise ValueError(f"steps : il en faut {_MOST_STEPS} au plus, pour tenir sur une page")
        for step in (*self.prepare, *self.steps):
            if len(step.split()) > _LONGEST_STEP:
                raise ValueError(f"steps : {_LONGEST_STEP} mots au plus dans « {step} »")
            if "fiche" in step.casefold():
                raise ValueError(f"steps : chez soi il n'y a pas de fiche : « {step} »")


@dataclass(frozen=True)
class Kit:
    """All of it. `debrief` are the questions to ask after any chapter; `help` says at home whom to ask.

    `players`: the ids of whom the tablets of a room play, neighbours as unlike as can be.
    """

    help: str = ""
    players: tuple[str, ...] = ()
    debrief: tuple[str, ...] = ()
    chapter: tuple[Teaching, ...] = ()
    situation: tuple[Situation, ...] = ()
    classroom: tuple[Situation, ...] = ()  #: on the trainer's cards of a room
    take_home: tuple[TakeHome, ...] = ()

    def __post_init__(self) -> None:
        """Refuse people with whom neighbours could not differ."""
        for name in self.players:
            if self.players.count(name) > 1:
                raise ValueError(f"players : « {name} » y est deux fois")
        if len(self.players) == 1:
            raise ValueError("players : il faut deux personnes au moins, pour que deux voisins ne jouent pas la même")

    def of(self, number: int) -> Teaching | None:
        """Return what is said of a chapter, if something is."""
        return next((one for one in self.chapter if one.number == number), None)
