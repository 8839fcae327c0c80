"""A step of a request as a form: one field of forms.py for each question that its data file declares."""

from collections.abc import Mapping
from typing import Any

import wtforms

from atelier_ameli.identity.forms_identity import IbanField, NirField
from atelier_ameli.procedures.follow_up import asked, choices
from atelier_ameli.procedures.requests import LONGEST_TEXT, Answers, Field, FieldKind, Request, Step, holds, label
from atelier_ameli.procedures.rules.base import Case
from practice.forms.choices import OneOf, Option, SomeOf
from practice.forms.documents import DocumentField
from practice.forms.fields import AmountField, DateField, Form, PostcodeField, TextAreaField, TextField
from practice.forms.pictures import PictureField
from practice.notices import Notice

_FIELDS = {
    FieldKind.TEXT: TextField,
    FieldKind.DATE: DateField,
    FieldKind.POSTCODE: PostcodeField,
    FieldKind.AMOUNT: AmountField,
    FieldKind.IBAN: IbanField,
    FieldKind.ONE_OF: OneOf,
    FieldKind.SOME_OF: SomeOf,
}


def form_for(request: Request, step: Step, case: Case, typed: Mapping[str, Any], before: Answers) -> Form:
    """Return the form of a step with what was typed in it. `before` are the answers given so far.

    A question that depends on another of the same step is there once that one has its answer.
    """
    form = _form(request, step.fields, case, typed, before)
    known = {**before, **answers_of(form)}
    fields = asked(step.fields, {**known, **request.rules.facts(case, known)})
    return form if fields == step.fields else _form(request, fields, case, typed, before)


def is_right(request: Request, case: Case, form: Form, before: Answers) -> bool:
    """Check a step: each answer, then what the rules of the request say of all answers together."""
    if not form.validate():
        return False
    problems = request.rules.problems(case, {**before, **answers_of(form)})
    for name in problems.keys() & {field.name for field in form}:
        form[name].errors = [problems[name]]
    return not form.errors


def first_wrong(request: Request, case: Case, answers: Answers) -> tuple[Step, Form] | None:
    """Return the first step that is not answered as it should be, with its form and errors; none if all are."""
    right: Answers = {}
    for step in request.steps:
        if holds(step.when, {**right, **request.rules.facts(case, right)}):
            form = form_for(request, step, case, as_typed(answers), right)
            if not is_right(request, case, form, right):
                return step, form
            right = {**right, **answers_of(form)}
    return None


def answers_of(form: Form) -> dict[str, str | list[str]]:
    """Return what a form holds, as plain JSON: neither secret nor what was refused as perhaps real."""
    return {f.name: sorted(f.data) if isinstance(f.data, set) else f.data or "" for f in form if not f.secret}


def as_typed(answers: Answers) -> dict[str, str]:
    """Return answers as a browser sends them: a box is a name of its own."""
    boxes = {f"{name}-{box}": "yes" for name, given in answers.items() if isinstance(given, list) for box in given}
    return {name: given for name, given in answers.items() if isinstance(given, str)} | boxes


def _form(request: Request, fields: tuple[Field, ...], case: Case, typed: Mapping[str, Any], before: Answers) -> Form:
    form = type("DeclaredForm", (Form,), {field.name: _field(request, field, case) for field in fields}).read(typed)
    for field in fields:
        if field.kind in (FieldKind.ONE_OF, FieldKind.SOME_OF):
            form[field.name].options = [Option(*choice) for choice in choices(request, field, case, before)]
        if "{" in field.label:
            form[field.name].label.text = label(field, request.rules.facts(case, before))
    return form


def empty_notice(request: Request, field: Field) -> Notice | str:
    """Return what is told when a question has no answer; nothing if it needs none, or if its kind has its own words."""
    if not field.empty or field.kind is FieldKind.NIR:
        return ""
    return Notice(f"{field.name}_empty-{request.id}", field.empty)


def _field(request: Request, field: Field, case: Case) -> wtforms.Field:
    empty = empty_notice(request, field)
    match field.kind:
        case FieldKind.LONG_TEXT:
            return TextAreaField(field.label, empty=empty, longest=LONGEST_TEXT)
        case FieldKind.DOCUMENT:
            return DocumentField(field.label, empty=empty, needs=field.needs, folder=case.folder)
        case FieldKind.PICTURE:
            return PictureField(field.label, empty=empty, known=case.pictures, store=case.store)
        case FieldKind.NIR:
            return NirField(field.label)
    return _FIELDS[field.kind](field.label, empty=empty)
