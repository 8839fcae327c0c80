"""What a request knows that no data file can say. A request without rules of its own has these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from datetime import date

    from practice.procedures.answers import Answers
    from practice.procedures.follow_up import Followed
    from practice.procedures.request_book import SentRequest
    from practice.site import Site


@dataclass(frozen=True)
class Case:
    """Whose request it is, and when. `sent` are the requests of the account so far, this one left out.

    `known` is what the site knows of the account on that day: an object of its own kind.
    """

    site: Site
    today: date
    holder: Any
    covered: tuple[Any, ...]  #: the persons of the account, the holder first
    known: Any
    sent: tuple[Followed, ...]


@dataclass(frozen=True)
class Rules:
    """The rules of one request. Its fields are read from the `[rules]` table of the data file."""

    fact_names: ClassVar[tuple[str, ...]] = ()  #: what `facts` gives
    list_names: ClassVar[tuple[str, ...]] = ("people",)  #: what `choices` knows

    def closed(self, case: Case) -> str:  # noqa: ARG002
        """Say why the request cannot be begun, and what to do instead; an empty text when it can."""
        return ""

    def choices(self, source: str, case: Case, answers: Answers) -> list[tuple[str, str]]:  # noqa: ARG002
        """Return what a field with `options_from` offers, each with its name and its words."""
        return [(person.id, person.full_name) for person in case.covered]

    def facts(self, case: Case, answers: Answers) -> dict[str, str]:  # noqa: ARG002
        """Return what follows from the answers, by name: for `when`, and for the words of milestones."""
        return {}

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:  # noqa: ARG002
        """Return what is wrong with answers that are right one by one, by field."""
        return {}

    def changed(self, known: Any, sent: SentRequest) -> Any:  # noqa: ARG002
        """Return what the site knows once the request took effect."""
        return known
