"""What became of a request sent: its milestones, reached or to come, and what they say."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from practice.procedures.answers import Answers
from practice.procedures.declared import Milestone, Request
from practice.procedures.procedure import Procedure
from practice.procedures.request_book import SentRequest
from practice.procedures.rules import Case


@dataclass(frozen=True)
class Reply:
    """A message that the site wrote about a request sent."""

    id: str
    to: str  #: a persona's id
    at: datetime
    subject: str
    body: str


@dataclass(frozen=True)
class Followed:
    """A request sent, seen on a day. `case` is the account as it was when the request left."""

    procedure: Procedure
    sent: SentRequest
    case: Case
    today: date
    cancelled: bool = False

    @property
    def request(self) -> Request:
        return self.procedure.request

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

    def changed(self, known: Any) -> Any:
        """Return what the site knows by now, given what it knew when the request left."""
        return self.procedure.rules.changed(known, self.sent) if self.in_effect else known

    def told(self, milestone: Milestone, day: date) -> tuple[str, str]:
        """Return the title and the words of a milestone; of an answer to come, only that it is awaited."""
        if milestone.awaited and day > self.today:
            return milestone.awaited, ""
        return milestone.title, milestone.words.format_map(self.said)

    @property
    def recap(self) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """Each step taken, its id and its title, with its questions and their answers in words."""
        return self.procedure.recap(self.case, self.sent.answers)

    @property
    def messages(self) -> list[Reply]:
        """What the site wrote about it so far, oldest first."""
        return [
            Reply(
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
        """The answers in words, by field, with the facts and the reference."""
        fields = [field for step in self.request.steps for field in step.fields]
        answers = {field.name: self.procedure.said(field, self.case, self.sent.answers) for field in fields}
        facts = self.procedure.rules.facts(self.case, self.sent.answers)
        return {**answers, **facts, "reference": self.sent.reference}

    @property
    def _known(self) -> Answers:
        return self.procedure.known(self.case, self.sent.answers)
