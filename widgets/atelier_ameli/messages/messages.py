"""« Ma messagerie », inside the account: what the caisse writes to an insured person, and what she writes back."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from practice.facts import Fact

LONGEST_TEXT = 1000  #: characters of a message to the caisse; the exercise's value
LONGEST_LINE = 100  #: characters of a subject, of a document's name
A_SENTENCE = 2  #: words, at least
MOST_SENT = 20  #: messages that one exercise may send, so that what a browser keeps stays small


@dataclass(frozen=True)
class Received:
    """A message from the caisse, as data/messages.toml declares it."""

    id: str
    to: str  #: a persona's id
    at: datetime
    subject: str
    body: str
    read: bool = False


@dataclass(frozen=True)
class Sent:
    """A message to the caisse. `number` counts the messages of the exercise, from 1."""

    writer: str  #: a persona's id
    number: int
    at: datetime
    subject: str
    text: str
    document: str = ""

    def __post_init__(self) -> None:
        """Refuse what no learner could have sent."""
        if not 1 <= self.number <= MOST_SENT or not 1 <= len(self.text) <= LONGEST_TEXT:
            raise ValueError("number or text")
        if max(len(self.subject), len(self.document)) > LONGEST_LINE or self.at.tzinfo:
            raise ValueError("subject, document or at")
        f"{self.subject}{self.text}{self.document}".encode()

    @property
    def reference(self) -> str:
        """The number of the receipt. Its form is the exercise's own."""
        return f"EX-{self.at:%Y%m%d}-{self.number:02d}"


@dataclass(frozen=True)
class Correspondence:
    """What an exercise has done with the messages. Each event gives a new Correspondence."""

    facts: ClassVar = (
        Fact(
            "written_about",
            "Le sujet d'un message envoyé à la caisse, qui a au moins deux mots.",
            lambda letters: [sent.subject for sent in letters.sent if len(sent.text.split()) >= A_SENTENCE],
            among=lambda site: site.caisse.subjects,
        ),
        Fact(
            "read",
            "Un message de la caisse qui a été ouvert.",
            lambda letters: letters.read,
            among=lambda site: [message.id for message in site.caisse.messages],
        ),
    )

    read: tuple[str, ...] = ()  #: ids of the messages opened
    sent: tuple[Sent, ...] = ()

    @property
    def full(self) -> bool:
        return len(self.sent) >= MOST_SENT

    def has_read(self, message: Received) -> bool:
        return message.read or message.id in self.read

    def opened(self, message: str) -> "Correspondence":
        """Mark a message as read."""
        return self if message in self.read else Correspondence((*self.read, message), self.sent)

    def with_sent(self, sent: Sent) -> "Correspondence":
        """Add a message to those sent."""
        return Correspondence(self.read, (*self.sent, sent))


@dataclass(frozen=True)
class HelperTopic:
    """A subject that the helper robot knows: its answer, and what it leads to; with neither, to the telephone."""

    id: str
    title: str
    summary: str
    words: tuple[str, ...]  #: what learners call it, for the search
    answer: str
    lead: str = ""  #: the words of the button that leads there
    page: str = ""
    request: str = ""

    def __post_init__(self) -> None:
        """Refuse a button that leads nowhere, or to two places."""
        if bool(self.lead) != bool(self.page or self.request) or (self.page and self.request):
            raise ValueError("lead : il faut aussi « page » ou « request », et un seul des deux")


@dataclass(frozen=True)
class Caisse:
    """All of data/messages.toml: what one may write about, what one may attach, what has arrived, what a robot says."""

    subjects: tuple[str, ...]
    documents: tuple[str, ...]
    messages: tuple[Received, ...] = ()
    helper: tuple[HelperTopic, ...] = ()  #: none in an edition without it

    def received_by(self, persona: str, now: datetime) -> list[Received]:
        """Return what a persona has received by now, newest first."""
        mine = [m for m in self.messages if m.to == persona and m.at <= now]
        return sorted(mine, key=lambda m: m.at, reverse=True)
