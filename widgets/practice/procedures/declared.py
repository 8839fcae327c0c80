"""A request (« démarche ») as its data file declares it: what to prepare, steps, fields, what follows."""

from dataclasses import dataclass, field
from enum import StrEnum

from practice.forms.folder import PaperKind
from practice.forms.parts import OF_A_REQUEST, check_names
from practice.procedures.answers import Answers, When, holds
from practice.procedures.bounds import Bound
from practice.services import Channel


class FieldKind(StrEnum):
    """What a field may ask for, whatever the site; a site adds its own kinds (kinds.py)."""

    TEXT = "text"
    WORDS = "words"  #: a text with a word in it: a place
    NAME = "name"  #: of a person
    LONG_TEXT = "long_text"
    DATE = "date"
    POSTCODE = "postcode"
    AMOUNT = "amount"  #: euros
    ONE_OF = "one_of"
    SOME_OF = "some_of"
    DOCUMENT = "document"  #: of the invented folder; `needs` says which kind
    PICTURE = "picture"  #: taken with the drawn phone, or picked in its photos


@dataclass(frozen=True)
class Choice:
    """One of the answers offered."""

    name: str
    label: str


@dataclass(frozen=True)
class Field:
    """One question. `empty` is the message when it has no answer; a field without it may stay empty.

    Its label may name facts: « {month_1} ».
    """

    name: str
    kind: str  #: one of `FieldKind`, or one of the site's own
    label: str
    empty: str = ""
    hint: str = ""
    options: tuple[Choice, ...] = ()
    options_from: str = ""  #: the name of a list that the rules of the request give: who is covered, the free slots …
    needs: PaperKind | None = None  #: of a document
    not_before: str = ""  #: of a date: see `bounds`
    not_after: str = ""
    card_line: str = ""  #: the line of the card that it is compared with, if the card has it
    when: When = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a name that HTML or Python could not carry, and choices where none are, or none where some are."""
        if not self.name.isidentifier() or not self.name.isascii():
            raise ValueError("name : lettres sans accent, chiffres et _ seulement")
        check_names([self.name], OF_A_REQUEST)
        chosen = self.kind in (FieldKind.ONE_OF, FieldKind.SOME_OF)
        if chosen != bool(self.options or self.options_from):
            raise ValueError("options : il en faut pour one_of et some_of, et pour eux seuls")
        if len({option.name for option in self.options}) != len(self.options):
            raise ValueError("options : deux réponses ont le même nom")
        if (self.kind == FieldKind.DOCUMENT) != (self.needs is not None):
            raise ValueError("needs : il en faut pour document, et pour lui seul")
        for bound in filter(None, (self.not_before, self.not_after)):
            Bound.read(bound)
        if (self.kind == FieldKind.DATE) != bool(self.not_before and self.not_after):
            raise ValueError("not_before, not_after : il faut les deux pour date, et pour elle seule")


@dataclass(frozen=True)
class Step:
    """One screen of a request. A step that is not `when` it should be is left out."""

    id: str
    title: str
    fields: tuple[Field, ...]
    why: str = ""
    when: When = field(default_factory=dict)


@dataclass(frozen=True)
class Milestone:
    """One state of a request once sent. `after_days` counts from the day it was sent.

    Its words, and the message that the site writes then, may name answers and facts: « {agency} ».
    """

    title: str
    words: str
    after_days: int = 0
    subject: str = ""  #: of the message of the site; none without it
    body: str = ""
    awaited: str = ""  #: its title until it is reached, when it is an answer that nobody can know before
    takes_effect: bool = False  #: from here on the account shows what the request changed
    document: str = ""  #: what can be downloaded from here on: one of the site's `request_papers`
    when: When = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a milestone before the sending, and a message without its two halves."""
        if not 0 <= self.after_days <= 365:  # noqa: PLR2004
            raise ValueError("after_days : il faut de 0 à 365 jours")
        if bool(self.subject) != bool(self.body):
            raise ValueError("subject, body : il faut les deux, ou aucun")


@dataclass(frozen=True)
class Line:
    """One line of a card: what the learner has to know or to type. `step` is where it is typed; empty for anywhere.

    Its label may name facts, like that of a question.
    """

    label: str
    value: str
    step: str = ""


@dataclass(frozen=True)
class RequestCard:
    """What the card tells for this request when a persona is played; the one without persona is for all others."""

    lines: tuple[Line, ...] = ()
    story: str = ""
    persona: str = ""


@dataclass(frozen=True)
class Request:
    """One entry of the catalogue, and nothing but what its file says.

    Without `steps` it only leads to a `page` of the account.

    `origin` says where its rules come from: an address, « seed », or « valeur de l'exercice ».
    """

    id: str
    title: str
    group: str
    summary: str
    words: tuple[str, ...]  #: what learners call it, for the search
    minutes: int
    channel: Channel
    origin: str
    prepare: tuple[str, ...] = ()
    page: str = ""
    steps: tuple[Step, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    cards: tuple[RequestCard, ...] = ()
    several: bool = False  #: whether a second one may be sent before the first is finished
    meanwhile: str = ""  #: what to do until the answer comes
    mail: str = ""  #: the kind of e-mail that leaves at once (data/inbox.toml)
    title_to_replace: str = ""  #: its title when it takes the place of one that was sent

    def __post_init__(self) -> None:
        """Refuse an entry that leads nowhere or to two places, and steps without anything after."""
        if bool(self.page) == bool(self.steps):
            raise ValueError("il faut soit des étapes [[steps]], soit « page »")
        if not 1 <= self.minutes <= 60:  # noqa: PLR2004
            raise ValueError("minutes : il faut de 1 à 60 minutes")
        if bool(self.steps) != bool(self.milestones):
            raise ValueError("milestones : une démarche avec des étapes dit ce qui suit l'envoi")
        days = [milestone.after_days for milestone in self.milestones]
        if days != sorted(days):
            raise ValueError("milestones : il faut les écrire dans l'ordre des jours")
        names = [field.name for step in self.steps for field in step.fields]
        if len(names) != len(set(names)):
            raise ValueError("name : deux questions ont le même nom")
        if not all(step.fields for step in self.steps):
            raise ValueError("fields : une étape a au moins une question")

    def card(self, persona: str) -> RequestCard | None:
        """Return what the card tells when a persona is played."""
        return next((card for name in (persona, "") for card in self.cards if card.persona == name), None)

    def steps_for(self, known: Answers) -> tuple[Step, ...]:
        """Return the steps to take, given what is answered so far and the facts that follow from it."""
        return tuple(step for step in self.steps if holds(step.when, known))

    def milestones_for(self, known: Answers) -> tuple[Milestone, ...]:
        """Return what follows the sending of these answers."""
        return tuple(milestone for milestone in self.milestones if holds(milestone.when, known))


def label(one: Field | Line, known: Answers) -> str:
    """Return the words of a question, or of a line of a card, with the facts that they name."""
    return one.label.format_map(known) if "{" in one.label else one.label
