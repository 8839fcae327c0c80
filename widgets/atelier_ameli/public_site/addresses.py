"""The addresses that the course shows: the right ones and their look-alikes.

Sources: seed (« AMELI.FR », didacticiel.ameli.fr); https://cyberbienveillance.org/?p=1763 (assure.ameli.fr).
"""

from dataclasses import dataclass

from atelier_ameli.public_site.address_bar import OWN, Outcome, is_own
from practice.browser.hosts import NOBODYS, host_of


@dataclass(frozen=True)
class Explanation:
    """What to say of an outcome."""

    outcome: Outcome
    title: str
    words: str


@dataclass(frozen=True)
class Address:
    """An address that the course shows. `why`: how one sees whether it is the right one.

    A false one must be one that nobody can ever have. `look_at` is the part of it that tells.
    """

    address: str
    look_at: str
    why: str

    def __post_init__(self) -> None:
        """Refuse a false address that could be somebody's, and a part that is not in it."""
        if not self.genuine and not host_of(self.address).endswith(NOBODYS):
            raise ValueError(f"address : une fausse adresse finit par « {NOBODYS} », que personne ne peut avoir")
        if self.look_at not in self.address:
            raise ValueError("look_at : ce morceau n'est pas dans l'adresse")

    @property
    def genuine(self) -> bool:
        return is_own(host_of(self.address))

    @property
    def parts(self) -> tuple[str, str, str]:
        """What stands before the part that tells, that part, and what stands after."""
        return self.address.partition(self.look_at)


@dataclass(frozen=True)
class Judged(Address):
    """An address to judge. `right` and `wrong` are what is said first to either answer."""

    right: str
    wrong: str


@dataclass(frozen=True)
class Result(Address):
    """A line of the search engine's page."""

    title: str
    words: str
    advert: bool = False


@dataclass(frozen=True)
class Addresses:
    """All of data/addresses.toml. `hints`: small remarks on the way a right address was written."""

    hints: dict[str, str]
    outcomes: tuple[Explanation, ...]
    results: tuple[Result, ...]
    judged: tuple[Judged, ...]

    def __post_init__(self) -> None:
        """Refuse a file that leaves the learner without an explanation or without the right result."""
        told = [explanation.outcome for explanation in self.outcomes]
        if sorted(told) != sorted(Outcome):
            raise ValueError("outcomes : il en faut une pour chaque cas, une seule fois")
        if [result.genuine for result in self.results].count(True) != 1:
            raise ValueError("results : il faut un seul vrai site")
        if self.hints.keys() != {"capitals", "https", "www"}:
            raise ValueError("hints : il faut capitals, https et www")

    def explain(self, outcome: Outcome) -> Explanation:
        return next(explanation for explanation in self.outcomes if explanation.outcome is outcome)

    def known(self, typed: str) -> Address | None:
        """Return the address of the course that leads to the same place as what was typed, if there is one."""
        host = host_of(typed)
        return next((known for known in (*self.results, *self.judged) if host_of(known.address) == host), None)

    def remarks(self, typed: str) -> list[str]:
        """Return what to say about the way in which a right address was written."""
        host = host_of(typed)
        found = {
            "capitals": typed != typed.lower(),
            "https": "://" not in typed,
            "www": host == OWN,
        }
        return [self.hints[name] for name, holds in found.items() if holds]
