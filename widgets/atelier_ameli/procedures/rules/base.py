"""What a request knows that no data file can say. A request without rules of its own has these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from atelier_ameli.identity import nir
from atelier_ameli.payments.refunds import age

if TYPE_CHECKING:
    from datetime import date

    from atelier_ameli.edition import Edition
    from atelier_ameli.identity.personas import Persona
    from atelier_ameli.information.information import Information
    from atelier_ameli.procedures.follow_up import Followed
    from atelier_ameli.procedures.requests import Answers
    from practice.phone.app_store import Store
    from practice.phone.pictures import Pictures
    from practice.procedures.folder import Folder
    from practice.procedures.request_book import SentRequest


@dataclass(frozen=True)
class Case:
    """Whose request it is, and when. `sent` are the requests of the account so far, this one left out."""

    today: date
    holder: Persona
    covered: tuple[Persona, ...]  #: the holder first
    known: Information
    sent: tuple[Followed, ...]
    edition: Edition
    folder: Folder
    pictures: Pictures
    store: Store

    def is_holders(self, number: object) -> bool:
        """Say whether a number typed, with or without its key, is that of the holder of the account."""
        return nir.compact(str(number or ""))[: nir.LENGTH] == self.holder.nir


@dataclass(frozen=True)
class Rules:
    """The rules of one request. Its fields are read from the `[rules]` table of the data file."""

    fact_names: ClassVar[tuple[str, ...]] = ()  #: what `facts` gives
    list_names: ClassVar[tuple[str, ...]] = ("people", "children")  #: what `choices` knows

    def closed(self, case: Case) -> str:  # noqa: ARG002
        """Say why the request cannot be begun, and what to do instead; an empty text when it can."""
        return ""

    def choices(self, source: str, case: Case, answers: Answers) -> list[tuple[str, str]]:  # noqa: ARG002
        """Return what a field with `options_from` offers, each with its name and its words."""
        people = case.covered if source == "people" else self._children(case) if source == "children" else ()
        return [(person.id, person.full_name) for person in people]

    def facts(self, case: Case, answers: Answers) -> dict[str, str]:  # noqa: ARG002
        """Return what follows from the answers, by name: for `when`, and for the words of milestones."""
        return {}

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:  # noqa: ARG002
        """Return what is wrong with answers that are right one by one, by field."""
        return {}

    def changed(self, known: Information, sent: SentRequest) -> Information:  # noqa: ARG002
        """Return what the caisse knows once the request took effect."""
        return known

    @staticmethod
    def _children(case: Case) -> tuple[Persona, ...]:
        adult = case.edition.adult_age
        return tuple(p for p in case.covered[1:] if age(p.birth_date, case.today) < adult)
