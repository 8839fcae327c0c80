"""The requests of an exercise: those half filled in, those sent, the one on the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import ClassVar

from practice.facts import Fact, TableFact, has_not
from practice.procedures.questions import questions_of

MOST_REQUESTS = 30  #: that one exercise may send, so that what a browser keeps stays small
_MOST_ANSWERS = 60
_LONGEST = 1000


@dataclass(frozen=True)
class Draft:
    """A request half filled in."""

    writer: str  #: a persona's id
    request: str
    step: str  #: the id of the step on the screen; empty for the recap, « - » for the presentation
    answers: dict[str, str | list[str]] = field(default_factory=dict)
    replaces: str = ""  #: the appointment that this one takes the place of
    to_recap: bool = False  #: the step on the screen was opened from the recap, and leads back to it

    def __post_init__(self) -> None:
        """Refuse what no learner could have typed."""
        _check(self.answers)


@dataclass(frozen=True)
class SentRequest:
    """A request sent. `number` counts the requests of the exercise, from 1."""

    writer: str  #: a persona's id
    number: int
    request: str
    at: datetime
    answers: dict[str, str | list[str]]

    def __post_init__(self) -> None:
        """Refuse what no learner could have sent."""
        if not 1 <= self.number <= MOST_REQUESTS or self.at.tzinfo:
            raise ValueError("number or at")
        _check(self.answers)

    @property
    def reference(self) -> str:
        """The number of the receipt. Its form is the exercise's own."""
        return f"DEM-{self.at:%Y%m%d}-{self.number:02d}"

    def day(self, after_days: int) -> date:
        """Return the day that comes so many days after the sending."""
        return self.at.date() + timedelta(days=after_days)


@dataclass(frozen=True)
class RequestBook:
    """All the requests of an exercise. Each event gives a new RequestBook."""

    facts: ClassVar = (
        Fact(
            "unsent",
            "Une démarche qui n'a pas été envoyée.",
            lambda book: [one.request for one in book.sent],
            among=lambda site: site.requests,
            test=has_not,
        ),
        Fact(
            "drafted",
            "Une démarche commencée, et gardée pour plus tard.",
            lambda book: [draft.request for draft in book.drafts],
            among=lambda site: site.requests,
        ),
        TableFact(
            "sent_with",
            "Les réponses d'une démarche envoyée.",
            lambda book: [one.answers for one in book.sent],
            parts=questions_of,
            so_far=lambda book: [one.answers for one in (*book.sent, *book.drafts)],
        ),
        TableFact(
            "answered",
            "Les réponses d'une démarche commencée, pas encore envoyée.",
            lambda book: [draft.answers for draft in book.drafts],
            parts=questions_of,
        ),
        Fact("called_off", "Un rendez-vous qui n'est plus dans l'agenda, par son id.", lambda book: book.cancelled),
    )

    drafts: tuple[Draft, ...] = ()
    sent: tuple[SentRequest, ...] = ()
    open: str = ""  #: the request on the screen
    cancelled: tuple[
        str, ...
    ] = ()  #: what was called off: the number of a request, or an appointment that the site gave

    def __post_init__(self) -> None:
        """Refuse more than an exercise can hold."""
        if len(self.sent) > MOST_REQUESTS or len(self.drafts) > MOST_REQUESTS or len(self.cancelled) > MOST_REQUESTS:
            raise ValueError("too many")

    @property
    def full(self) -> bool:
        return len(self.sent) >= MOST_REQUESTS

    def draft(self, writer: str, request: str) -> Draft | None:
        return next((d for d in self.drafts if (d.writer, d.request) == (writer, request)), None)

    def with_draft(self, draft: Draft) -> "RequestBook":
        """Keep a request half filled in, in the place of what was kept of it."""
        return replace(self.without_draft(draft.writer, draft.request), drafts=(*self._others(draft), draft))

    def without_draft(self, writer: str, request: str) -> "RequestBook":
        """Forget a request half filled in."""
        return replace(self, drafts=self._others(Draft(writer, request, "")))

    def opened(self, request: str) -> "RequestBook":
        """Put a request on the screen."""
        return replace(self, open=request)

    def with_sent(self, draft: Draft, at: datetime) -> "RequestBook":
        """Send a request; what was kept of it half filled in is forgotten."""
        sent = SentRequest(draft.writer, len(self.sent) + 1, draft.request, at, draft.answers)
        book = replace(self.without_draft(draft.writer, draft.request), sent=(*self.sent, sent))
        return book.with_cancelled(draft.replaces) if draft.replaces else book

    def with_cancelled(self, name: str) -> "RequestBook":
        """Call off a request sent, by its number, or an appointment that the site gave, by its id."""
        return replace(self, cancelled=tuple(dict.fromkeys((*self.cancelled, name))))

    def sent_by(self, writer: str) -> tuple[SentRequest, ...]:
        """Return the requests of one account, oldest first."""
        return tuple(sent for sent in self.sent if sent.writer == writer)

    def _others(self, draft: Draft) -> tuple[Draft, ...]:
        return tuple(d for d in self.drafts if (d.writer, d.request) != (draft.writer, draft.request))


def _check(answers: Mapping[str, object]) -> None:
    """Refuse answers that no form could hold."""
    texts = [text for value in answers.values() for text in (value if isinstance(value, list) else [value])]
    if len(texts) > _MOST_ANSWERS or any(len(text) > _LONGEST for text in (*texts, *answers)):
        raise ValueError("answers")
    "".join((*texts, *answers)).encode()
