"""Procedure: a declared request with the rules that its data file cannot say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from practice.procedures.answers import Answers, holds
from practice.procedures.declared import Field, FieldKind, Request, label
from practice.procedures.rules import Case, Rules

_NO_ANSWER = "pas de réponse"


@dataclass(frozen=True)
class Procedure:
    """A request and its rules. `answers` are those given so far; a `case` is whose request it is, and when."""

    request: Request
    rules: Rules = field(default_factory=Rules)

    def known(self, case: Case, answers: Answers) -> dict[str, str | list[str]]:
        """Return the answers and the facts that follow from them."""
        return {**answers, **self.rules.facts(case, answers)}

    def choices(self, field: Field, case: Case, answers: Answers) -> list[tuple[str, str]]:
        """Return what a field offers: each name and its words."""
        if field.options_from:
            return self.rules.choices(field.options_from, case, answers)
        return [(choice.name, choice.label) for choice in field.options]

    def said(self, field: Field, case: Case, answers: Answers) -> str:
        """Return an answer as people read it."""
        answer = answers.get(field.name)
        if not answer:
            return _NO_ANSWER
        if field.kind in (FieldKind.ONE_OF, FieldKind.SOME_OF):
            labels = dict(self.choices(field, case, answers))
            given = answer if isinstance(answer, list) else [answer]
            return ", ".join(labels.get(name, name) for name in given)
        return case.site.kinds[field.kind].said(str(answer), case) or _NO_ANSWER

    def recap(self, case: Case, answers: Answers) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """Return each step taken, its id and its title, with its questions asked and their answers in words."""
        known = self.known(case, answers)
        return [
            (
                step.id,
                step.title,
                [(label(f, known), self.said(f, case, answers)) for f in asked(step.fields, known)],
            )
            for step in self.request.steps_for(known)
        ]


def asked(fields: Iterable[Field], known: Mapping[str, str | list[str]]) -> tuple[Field, ...]:
    """Return the fields that these answers and facts call for."""
    return tuple(field for field in fields if holds(field.when, known))
