"""What became of a request sent: its milestones, reached or to come, and what they say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from atelier_ameli.information.information import Information
from atelier_ameli.messages.messages import Received
from atelier_ameli.procedures.requests import Answers, Field, FieldKind, Milestone, Request, holds, label
from atelier_ameli.procedures.rules.base import Case
from practice.procedures.request_book import SentRequest

_NO_ANSWER = "pas de réponse"
_SHOWN_OF_IBAN = 4


@dataclass(frozen=True)
class Followed:
    """A request sent, seen on a day. `case` is the account as it was when the request left."""

    request: Request
    sent: SentRequest
    case: Case
    today: date
    cancelled: bool = False

    @property
    def milestones(self) -> tuple[tuple[Milestone, date], ...]:
        """Each milestone of these answers with its day; none is to come for a request cancelled."""
        found = ((m, self.sent.day(m.after_days)) for m in self.request.milestones_for(self._known))
        return tuple((m, day) for m, day in found if not self.cancelled or day <= self.today)

    @property
    def reached(self) -> int:
        """How many milestones are reached."""
        return sum(day <= self.today for _, day in self.milestones)

    @property
    def state(self) -> str:
        return "Annulée" if self.cancelled else self.milestones[self.reached - 1][0].title

    @property
    def finished(self) -> bool:
        return self.cancelled or self.reached == len(self.milestones)

    @property
    def in_effect(self) -> bool:
        """Whether the account shows what the request changed: from a milestone that says so, or the last one."""
        marked = [day for m, day in self.milestones if m.takes_effect] or [day for _, day in self.milestones[-1:]]
        return not self.cancelled and marked[0] <= self.today

    @property
    def documents(self) -> tuple[str, ...]:
        """What can be downloaded by now."""
        return tuple(m.document for m, day in self.milestones if m.document and day <= self.today)

    def changed(self, known: Information) -> Information:
        """Return what the caisse knows by now, given what it knew when the request left."""
        return self.request.rules.changed(known, self.sent) if self.in_effect else known

    def told(self, milestone: Milestone, day: date) -> tuple[str, str]:
        """Return the title and the words of a milestone; of an answer to come, only that it is awaited."""
        if milestone.awaited and day > self.today:
            return milestone.awaited, ""
        return milestone.title, milestone.words.format_map(self.said)

    @property
    def messages(self) -> list[Received]:
        """What the caisse wrote about it so far, oldest first."""
        return [
            Received(
                f"{self.sent.reference}-{number}",
                self.sent.writer,
                max(self.sent.at, self.sent.at.replace(year=day.year, month=day.month, day=day.day)),
                milestone.subject.format_map(self.said),
                milestone.body.format_map(self.said),
            )
            for number, (milestone, day) in enumerate(self.milestones, 1)
            if milestone.subject and day <= self.today
        ]

    @property
    def said(self) -> dict[str, str]:
        """Return the answers in words, by field, with the facts and the reference."""
        fields = [field for step in self.request.steps for field in step.fields]
        answers = {field.name: said(self.request, field, self.case, self.sent.answers) for field in fields}
        return {**answers, **self._facts, "reference": self.sent.reference}

    @property
    def _facts(self) -> dict[str, str]:
        return self.request.rules.facts(self.case, self.sent.answers)

    @property
    def _known(self) -> Answers:
        return {**self.sent.answers, **self._facts}


def said(request: Request, field: Field, case: Case, answers: Answers) -> str:
    """Return an answer as people read it."""
    answer = answers.get(field.name)
    if not answer:
        return _NO_ANSWER
    if field.kind is FieldKind.DOCUMENT:
        paper = case.folder.paper(str(answer))
        return paper.name if paper else _NO_ANSWER
    if field.kind is FieldKind.PICTURE:
        return "une photo lisible"
    if field.kind is FieldKind.IBAN:
        return f"le compte qui se termine par {str(answer)[-_SHOWN_OF_IBAN:]}"
    labels = dict(choices(request, field, case, answers))
    given = answer if isinstance(answer, list) else [answer]
    return ", ".join(labels.get(name, name) for name in given) + (" €" if field.kind is FieldKind.AMOUNT else "")


def choices(request: Request, field: Field, case: Case, answers: Answers) -> list[tuple[str, str]]:
    """Return what a field offers: each name and its words."""
    if field.options_from:
        return request.rules.choices(field.options_from, case, answers)
    return [(choice.name, choice.label) for choice in field.options]


def recap(request: Request, case: Case, answers: Mapping[str, str | list[str]]) -> list[tuple[str, str, list]]:
    """Return each step taken, its id and its title, with its questions asked and their answers in words."""
    known = {**answers, **request.rules.facts(case, answers)}
    return [
        (step.id, step.title, [(label(f, known), said(request, f, case, answers)) for f in asked(step.fields, known)])
        for step in request.steps_for(known)
    ]


def asked(fields: tuple[Field, ...], known: Answers) -> tuple[Field, ...]:
    """Return the fields that these answers and facts call for."""
    return tuple(field for field in fields if holds(field.when, known))
