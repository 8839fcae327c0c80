"""A step of a request as a form: one field for each question that its data file declares."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from practice.forms.choices import Option
from practice.forms.fields import AskedForm, Form, TypedField
from practice.forms.same_answer import same_answer
from practice.notices import Notice, notice
from practice.procedures.answers import Answers, holds
from practice.procedures.declared import Field, FieldKind, Request, Step, label
from practice.procedures.kinds import Kind
from practice.procedures.procedure import Procedure, asked
from practice.procedures.rules import Case

if TYPE_CHECKING:
    from practice.world import World

NOT_ON_CARD = notice("not_on_card", "Ce n'est pas ce que dit la fiche. Comparez les deux, signe par signe.")
_CODE_TOLD = notice(
    "code_in_request", "Votre code était dans ce texte. Nous l'avons effacé. Un code ne se donne à personne."
)


def form_for(procedure: Procedure, step: Step, case: Case, typed: Mapping[str, Any], before: Answers) -> Form:
    """Return the form of a step with what was typed in it. `before` are the answers given so far.

    A question that depends on another of the same step is there once that one has its answer.
    """
    form = _form(procedure, step.fields, case, typed, before)
    fields = asked(step.fields, procedure.known(case, {**before, **answers_of(form)}))
    return form if fields == step.fields else _form(procedure, fields, case, typed, before)


def forget_secrets(form: Form, world: "World") -> bool:
    """Erase the codes that texts give away, and say so where they were; return whether there was one."""
    told = False
    for field in form:
        if not isinstance(field, TypedField) or field.secret or not field.data:
            continue
        safe = world.without_secrets(field.data)
        if safe != field.data:
            field.data, field.errors, told = safe, [_CODE_TOLD], True
    return told


def is_right(procedure: Procedure, case: Case, form: Form, before: Answers) -> bool:
    """Check a step: each answer, and at once what the rules of the request say of all that are right by themselves."""
    form.validate()
    wrong = form.errors.keys()
    answers = {name: given for name, given in {**before, **answers_of(form)}.items() if name not in wrong}
    problems = _not_on_card(procedure.request, form, case) | procedure.rules.problems(case, answers)
    for name in problems.keys() & {field.name for field in form} - wrong:
        form[name].errors = [problems[name]]
    return not form.errors


def _not_on_card(request: Request, form: Form, case: Case) -> dict[str, str]:
    """Return which answers are not those of the holder's own card; without one, whatever is of its kind is taken."""
    lines = [line for card in request.cards if card.persona == case.holder.id for line in card.lines]
    on_card = {line.label: line.value for line in lines}
    fields = [field for step in request.steps for field in step.fields if field.name in form]
    return {
        field.name: NOT_ON_CARD
        for field in fields
        if field.card_line in on_card and not same_answer(form[field.name].data, on_card[field.card_line])
    }


def first_wrong(procedure: Procedure, case: Case, answers: Answers) -> tuple[Step, Form] | None:
    """Return the first step that is not answered as it should be, with its form and errors; none if all are."""
    right: Answers = {}
    for step in procedure.request.steps:
        if holds(step.when, procedure.known(case, right)):
            form = form_for(procedure, step, case, as_typed(answers), right)
            if not is_right(procedure, case, form, right):
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


def empty_notice(request: Request, field: Field, kinds: Mapping[str, Kind]) -> Notice | str:
    """Return what is told when a question has no answer; nothing if it needs none, or if its kind has its own words."""
    if not field.empty or kinds[field.kind].own_words:
        return ""
    return Notice(f"{field.name}_empty-{request.id}", field.empty)


def empty_notices(requests: Iterable[Request], kinds: Mapping[str, Kind]) -> list[Notice]:
    """Return all that is told of questions without an answer."""
    asked_for = [(request, field) for request in requests for step in request.steps for field in step.fields]
    return [told for request, field in asked_for if (told := empty_notice(request, field, kinds))]


def _form(
    procedure: Procedure, fields: tuple[Field, ...], case: Case, typed: Mapping[str, Any], before: Answers
) -> Form:
    kinds, request = case.site.kinds, procedure.request
    made = {f.name: kinds[f.kind].make(f, case, empty_notice(request, f, kinds)) for f in fields}
    form = AskedForm(made, typed)
    for field in fields:
        if field.kind in (FieldKind.ONE_OF, FieldKind.SOME_OF):
            form[field.name].options = [Option(*choice) for choice in procedure.choices(field, case, before)]
        if "{" in field.label:
            form[field.name].label.text = label(field, procedure.rules.facts(case, before))
    return form
