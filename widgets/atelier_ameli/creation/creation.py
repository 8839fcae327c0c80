"""How far the creation of an account has gone: who is recognised, her address, her code, the link (domain.md §1.3).

How many digits are asked, how many tries and how long a link works were not found: they are values of the exercise.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import ClassVar

from atelier_ameli.edition import Edition
from practice.facts import Fact, at_least
from practice.forms import contact
from practice.forms.same_answer import same_answer

LONGEST_ANSWER = 100  #: characters
_MOST_ANSWERS = 20
_MOST_LINKS = 200


class Recognition(Enum):
    """How the first step ends."""

    RECOGNISED = "recognised"
    UNKNOWN = "unknown"  #: the four answers are not all those of one person; which one is wrong is not said
    HAS_ACCOUNT = "has_account"
    TOO_YOUNG = "too_young"
    WAITING = "waiting"  #: her number is provisional


class ProofFault(Enum):
    """Which proof the caisse does not know."""

    VITALE = "vitale"
    RIB = "rib"


class LinkUse(Enum):
    """What the validation link does when it is followed."""

    CREATED = "created"
    EXPIRED = "expired"
    REPLACED = "replaced"  #: a newer one was sent


@dataclass(frozen=True)
class Creation:
    """The creation of an account, as far as it has gone. Each event gives a new Creation."""

    facts: ClassVar = (
        Fact(
            "links",
            "Combien de liens, au moins, ont été envoyés pour valider l'adresse e-mail.",
            lambda creation: creation.links,
            int,
            test=at_least,
        ),
        Fact(
            "email_given", "L'adresse e-mail donnée pour le compte.", lambda creation: creation.email, test=same_answer
        ),
    )

    person: str = ""  #: id of whoever the first step recognised
    answers: dict[str, dict[str, str]] = field(default_factory=dict)  #: by page; neither secret nor refused
    wrong_proofs: int = 0  #: in a row
    wrong_at: datetime | None = None
    owner: str = ""  #: id of whom the address and the code below are for
    email: str = ""
    phone: str = ""
    code_chosen: bool = False
    code: str = field(default="", repr=False)  #: the code chosen, when it is not the card's; never kept
    links: int = 0  #: validation links sent; only the last one works
    links_in_a_row: int = 0  #: to the same address, since one has expired
    link_at: datetime | None = None
    done: bool = False

    def __post_init__(self) -> None:
        """Refuse what no exercise could hold."""
        answers = [answer for given in self.answers.values() for pair in given.items() for answer in pair]
        if len(answers) > 2 * _MOST_ANSWERS or any(len(text) > LONGEST_ANSWER for text in (*self.answers, *answers)):
            raise ValueError("answers")
        if (self.email and contact.email_fault(self.email)) or (self.phone and contact.phone_fault(self.phone)):
            raise ValueError("email or phone")
        if not 0 <= self.links_in_a_row <= self.links <= _MOST_LINKS or not 0 <= self.wrong_proofs <= _MOST_LINKS:
            raise ValueError("counts")
        if (self.links > 0) != (self.link_at is not None) or (self.wrong_proofs > 0) != (self.wrong_at is not None):
            raise ValueError("times")
        if any(time and time.tzinfo for time in (self.link_at, self.wrong_at)):
            raise ValueError("times")

    def with_answers(self, page: str, answers: dict[str, str]) -> "Creation":
        """Keep what was typed on a page, so that going back loses nothing."""
        return replace(self, answers={**self.answers, page: answers})

    def for_person(self, name: str) -> "Creation":
        """Recognise a person. Another one than before starts anew, but for the answers typed and the tries used."""
        if name == self.person and not self.done:
            return self
        tries = {"wrong_proofs": self.wrong_proofs, "wrong_at": self.wrong_at}
        return Creation(person=name, answers=self.answers, **tries)

    def stopped(self, now: datetime, edition: Edition) -> bool:
        """Say whether too many proofs were wrong, too short a time ago."""
        too_many = self.wrong_proofs >= edition.creation_attempts
        return too_many and now < self.wrong_at + timedelta(days=edition.creation_pause_days)

    def with_wrong_proof(self, now: datetime, edition: Edition) -> "Creation":
        """Count a wrong proof; the count starts again once the pause is over."""
        over = self.wrong_proofs >= edition.creation_attempts
        return replace(self, wrong_proofs=1 if over else self.wrong_proofs + 1, wrong_at=now)

    def proven(self) -> "Creation":
        """Forgive the wrong proofs: the right ones came."""
        return replace(self, wrong_proofs=0, wrong_at=None)

    def with_contact(self, owner: str, email: str, phone: str) -> "Creation":
        """Take the address of a person; a new one may have its links again, another person starts anew."""
        if owner != self.owner or self.done:
            return Creation(person=self.person, answers=self.answers, owner=owner, email=email, phone=phone)
        row = self.links_in_a_row if email == self.email else 0
        return replace(self, email=email, phone=phone, links_in_a_row=row)

    def with_code(self, code: str) -> "Creation":
        """Take the code that will open the account."""
        return replace(self, code_chosen=True, code=code)

    def expired(self, now: datetime, edition: Edition) -> bool:
        """Say whether the last link has stopped working."""
        return self.link_at is not None and now - self.link_at >= timedelta(hours=edition.validation_link_hours)

    def can_send(self, now: datetime, edition: Edition) -> bool:
        """Say whether another link may go; if not, one that works is already there."""
        if self.links >= _MOST_LINKS:
            return False
        return self.links_in_a_row < edition.code_requests_in_a_row or self.expired(now, edition)

    def with_link(self, now: datetime, edition: Edition) -> "Creation":
        """Send a link: the earlier ones stop working."""
        row = 1 if self.expired(now, edition) else self.links_in_a_row + 1
        return replace(self, links=self.links + 1, links_in_a_row=row, link_at=now)

    def link_use(self, number: int, now: datetime, edition: Edition) -> LinkUse:
        """Say what the `number`-th link does now."""
        if self.done:
            return LinkUse.CREATED
        if number != self.links:
            return LinkUse.REPLACED
        return LinkUse.EXPIRED if self.expired(now, edition) else LinkUse.CREATED

    def created(self) -> "Creation":
        """End: the account is there, what was typed is of no more use."""
        return replace(self, answers={}, code="", done=True)
