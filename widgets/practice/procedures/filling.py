"""Filling: a request as it is being filled in: its steps, the one on the screen, what is known by then.

A value: another answer, another day or another device gives another one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from practice.forms.fields import Form
from practice.procedures.declared import Step
from practice.procedures.declared_form import first_wrong, form_for
from practice.procedures.follow_up import Followed
from practice.procedures.procedure import Procedure
from practice.procedures.request_book import Draft
from practice.procedures.request_facts import AT_PRESENTATION, AT_RECAP
from practice.procedures.rules import Case

RECAP, PRESENTATION = "", "-"  #: what a draft names in the place of a step


@dataclass(frozen=True)
class Filling:
    """A request, whose it is and when, and what is answered so far. `here`: whether the device in hand has it."""

    procedure: Procedure
    case: Case
    draft: Draft | None
    here: bool

    @cached_property
    def known(self) -> dict[str, Any]:
        """The answers so far and the facts that follow from them."""
        return self.procedure.known(self.case, self.draft.answers if self.draft else {})

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps to take, given the answers so far."""
        return self.procedure.request.steps_for(self.known)

    @cached_property
    def step(self) -> Step | None:
        """The step on the screen; none on the presentation and on the recap."""
        at = self.draft.step if self.draft and self.here else None
        return next((step for step in self.steps if step.id == at), None)

    @property
    def at_recap(self) -> bool:
        return self.here and self.draft is not None and self.draft.step == RECAP

    @property
    def number(self) -> int:
        """The place of the step on the screen, from 1; the recap is the last."""
        return self.steps.index(self.step) + 1 if self.step else len(self.steps) + 1

    @property
    def asked(self) -> tuple[str, str]:
        """Which request is on the screen, and which place in it."""
        name = self.procedure.request.id
        place = self.step.id if self.step else AT_RECAP if self.at_recap else AT_PRESENTATION
        return name, f"{name} {place}"

    @cached_property
    def under_way(self) -> Followed | None:
        """The same request, sent and not finished: a second one would be one too many."""
        request = self.procedure.request
        if request.several:
            return None
        mine = [one for one in self.case.sent if one.request.id == request.id]
        return next((one for one in mine if not one.finished), None)

    @cached_property
    def closed(self) -> str:
        """Why it cannot be begun."""
        return self.procedure.rules.closed(self.case)

    @property
    def open(self) -> bool:
        """Whether it can be begun, and sent, here and now."""
        return self.here and not self.closed and self.under_way is None

    def form(self, typed: Mapping[str, Any]) -> Form:
        """Return the questions of the step on the screen, with what was typed."""
        return form_for(self.procedure, self.step, self.case, typed, self.known)

    @property
    def wrong(self) -> tuple[Step, Form] | None:
        """The first step that is not answered as it should be, with its form; none if all are."""
        return first_wrong(self.procedure, self.case, self.draft.answers)

    @property
    def following(self) -> str:
        """What comes after the step on the screen: the next one; from the recap, what is wrong still, or the recap."""
        if self.draft.to_recap:
            wrong = self.wrong
            return wrong[0].id if wrong else RECAP
        after = self.steps[self.number :]
        return after[0].id if after else RECAP

    @property
    def recap(self) -> list:
        return self.procedure.recap(self.case, self.draft.answers)
