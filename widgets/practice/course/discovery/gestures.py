"""What one practises with mouse and keyboard: small goals, each reached or not yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from practice.names import same_name


class Kind(StrEnum):
    """What the hands do."""

    PRESS = "press"  #: one of the buttons
    TYPE = "type"  #: in one field
    TICK = "tick"  #: some boxes, and no other
    PICK = "pick"  #: one of a list
    TAB = "tab"  #: two fields, one after the other
    SCROLL = "scroll"  #: down to a button after all the choices
    PASTE = "paste"  #: in one field, what a button has copied


@dataclass(frozen=True)
class Goal:
    """A goal of data/practice.toml. `right`: what must be given; for `scroll`, the name of the last button."""

    id: str
    kind: Kind
    title: str
    say: str
    help: str
    not_yet: str
    choices: tuple[str, ...]
    right: tuple[str, ...]
    well_done: str

    def __post_init__(self) -> None:
        """Refuse a goal that nobody could reach."""
        typed = self.kind in (Kind.TYPE, Kind.TAB, Kind.PASTE)
        if not self.right or (typed and len(self.right) != len(self.choices)):
            raise ValueError("right : il en faut, et pour « type », « tab » et « paste » autant que de cases")
        if not typed and self.kind is not Kind.SCROLL and set(self.right) - set(self.choices):
            raise ValueError("right : chaque réponse doit être dans « choices »")

    def reached(self, given: Sequence[str]) -> bool:
        """Say whether this was asked for; capitals and accents do not matter."""
        return len(given) == len(self.right) and all(map(same_name, given, self.right))
