"""Whatever is thrown at a field, it holds a plain answer or says in words what to do. Ten thousand inputs a field."""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from decimal import Decimal
from types import ModuleType

import pytest
import wtforms

import atelier_ameli
import practice.forms
from atelier_ameli.identity import iban, nir
from practice.forms.fields import (
    Form,
)
from tests.support.answers.anything import thousands
from tests.support.answers.field_kinds import FIELDS, OPTIONS, Asked

#: what more is true of a right answer
RIGHT = {
    "nir": lambda field: len(field.nir) == nir.LENGTH and not nir.could_be_real(field.nir),
    "date": lambda field: 1900 <= field.date.year <= 2100,
    "postcode": lambda field: re.fullmatch("[0-9]{5}", field.data),
    "amount": lambda field: isinstance(field.amount, Decimal) and field.amount >= 0,
    "email": lambda field: field.data.casefold().endswith(".example"),
    "phone": lambda field: re.fullmatch("06 39 98( [0-9]{2}){2}", field.data),
    "end": lambda field: re.fullmatch("[0-9A-Z]{6}", field.data),
    "iban": lambda field: iban.fault(field.data) is None,
    "select": lambda field: field.data in Asked.choices,
    "document": lambda field: field.chosen.kind is field.needs,
    "picture": lambda field: not field.chosen.faults,
}


@pytest.mark.parametrize("kind", FIELDS)
def test_any_answer_is_right_or_gets_a_word_and_a_real_number_is_never_held(kind):
    field, right = FIELDS[kind]
    form_class = type("OneField", (Form,), {kind: field})
    outcomes = set()
    for typed in thousands(right):
        form = form_class.read({f"{kind}-{typed}": "yes"} if kind == "some_of" else {kind: typed})
        if kind in ("one_of", "some_of"):
            form[kind].options = OPTIONS
        is_right = form.validate()
        outcomes.add(is_right)
        try:
            check(form, kind, is_right)
        except AssertionError as wrong:
            raise AssertionError(f"{kind}, {typed!r}: {wrong}") from wrong
    assert outcomes == {True, False}


def check(form, kind, is_right):
    field = form[kind]
    held = sorted(field.data) if isinstance(field.data, set) else [field.data]
    for data in held:
        assert isinstance(data, str)
        assert len(data) <= getattr(field, "longest", 100)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e\ud800]", data)
        assert kind == "iban" or not nir.could_be_real(data)
    json.dumps(form.draft()).encode("utf-8")
    if kind == "secret":
        assert field._value() == ""
        assert form.draft() == {}
        form.forget_secrets()
        assert field.data is None
    if is_right:
        assert form.problems() == []
        assert RIGHT.get(kind, bool)(field)
    else:
        [(name, message)] = form.problems()
        assert name == kind
        assert re.search(r"\w[.!?]?\s?$|\.$", message), message


def test_every_kind_of_field_is_thrown_at():
    names = [found.name for package in (practice.forms, atelier_ameli) for found in modules_of(package)]
    modules = [importlib.import_module(name) for name in names if "forms" in name]
    classes = {
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, wtforms.Field) and each.__module__ == module.__name__
    }
    assert len(classes) > len(FIELDS) // 2
    thrown_at = {base for field, _ in FIELDS.values() for base in field.field_class.__mro__}
    assert {each for each in classes if not each.__name__.startswith("_")} <= thrown_at


def modules_of(package: ModuleType) -> Iterator[pkgutil.ModuleInfo]:
    return pkgutil.walk_packages(package.__path__, f"{package.__name__}.", onerror=lambda _: None)
