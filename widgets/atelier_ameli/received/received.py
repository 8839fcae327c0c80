"""What a person receives in the name of the caisse: `data/received.toml`. Some of it is true, some is a fraud."""

from dataclasses import dataclass
from enum import StrEnum

from practice.browser.hosts import NOBODYS, host_of


class Kind(StrEnum):
    """By what way it comes."""

    LETTER = "letter"
    MAIL = "mail"
    SMS = "sms"
    CALL = "call"


KINDS = {Kind.LETTER: "Lettre", Kind.MAIL: "E-mail", Kind.SMS: "SMS", Kind.CALL: "Appel"}


@dataclass(frozen=True)
class Act:
    """Something that one may do with it. `told` is what is said of it; `right`, whether it is a good thing to do."""

    id: str
    words: str
    told: str
    right: bool = False


@dataclass(frozen=True)
class Received:
    """One letter, message or call. `checked` is what one finds who looks into the account, or asks the caisse.

    `signs` tell what it is, the plainest first. `source` says where its kind was seen; its words are the exercise's.
    """

    id: str
    kind: Kind
    sender: str
    subject: str
    body: str
    genuine: bool
    signs: tuple[str, ...]
    checked: str
    acts: tuple[Act, ...]
    source: str
    link: str = ""  #: what the button or the printed square leads to, as it is written there
    qr: bool = False  #: whether a QR code is printed on it

    def __post_init__(self) -> None:
        """Refuse a false address that could be somebody's, and a choice of acts that holds no good one, or no other."""
        if self.link and not self.genuine and not host_of(self.link).endswith(NOBODYS):
            raise ValueError(f"link : une fausse adresse finit par « {NOBODYS} », que personne ne peut avoir")
        if not self.signs:
            raise ValueError("signs : il faut au moins un signe")
        if [act.right for act in self.acts].count(True) != 1 or len(self.acts) == 1:
            raise ValueError("acts : il faut une seule bonne chose à faire, et au moins une autre")
        if len({act.id for act in self.acts}) != len(self.acts):
            raise ValueError("acts : chaque chose à faire a son propre id")

    @property
    def way(self) -> str:
        """By what way it comes, in French."""
        return KINDS[self.kind]
