"""The guide for trainers, docs/changer_les_donnees.md: whoever copies it word by word has a course that opens."""

import re
from datetime import date

import pytest

from practice.drawing.amounts import euros
from practice.session import Context
from tests.support import ROOT
from tests.support.broken_data import Course, first

GUIDE = (ROOT / "docs" / "changer_les_donnees.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n# data/(.*?)\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def payments(copied) -> str:
    """Return payments.toml with the amounts copied: a trainer may have changed the price of the example."""
    write_the_examples(copied)
    copy_the_amounts(copied)
    told = copied.text("payments.toml")
    copied.restore()
    return told


@pytest.fixture
def course(payments, course):
    write_the_examples(course)
    course.write("payments.toml", payments)
    return course


def write_the_examples(course: Course) -> None:
    for name, entry in EXAMPLES:
        course.change(name, lambda text, entry=entry: f"{text}\n{entry}")


def copy_the_amounts(course: Course) -> int:
    """Write the amounts that the check gives where it says; return how many."""
    found = [re.search(r"ligne (\d+) : paiement du .*donnent (\d+,\d\d) €", fault) for fault in course.faults()]
    lines = course.text("payments.toml").split("\n")
    for one in found:
        assert lines[int(one[1]) - 1].startswith("amount = ")
        lines[int(one[1]) - 1] = f'amount = "{one[2]}"'
    course.write("payments.toml", "\n".join(lines))
    return len(found)


def test_its_examples_are_accepted_as_they_stand(course):
    assert len(EXAMPLES) == 5
    assert course.faults() == []


def test_the_person_of_the_guide_signs_in_and_has_her_payment(course):
    site = course.site_anew().load()
    screen = site.offers.Screen("account_home", persona="lucie", at=Context(site))
    screen.do("open", page="payments")
    (payment,) = screen.page.payments
    assert payment.date == date(2021, 2, 15)
    assert euros(payment.amount) in screen.html


def test_its_question_is_answered_as_it_says(course):
    site = course.site_anew().load()
    assert site.questions["lucie_paiement"].answers == ("16,50",)


def test_a_price_changed_as_it_says_gives_the_amounts_to_copy_and_then_is_right(course):
    change = first(r'(?s)(\[tariffs\.gp\].*?)price = "[\d,]+"\nbase = "[\d,]+"', r'\1price = "31,00"\nbase = "31,00"')
    assert course.change("editions/2021/edition.toml", change)
    assert copy_the_amounts(course) > 1
    assert course.faults() == []


def test_the_iban_that_a_wrong_one_is_answered_with_is_that_of_the_guide(course):
    right = re.search(r'iban = "(FR63\w+)"', GUIDE)[1]
    course.change("information.toml", lambda text: text.replace(right, f"FR00{right[4:]}"))
    (fault,) = course.faults()
    assert fault.endswith(f"celui-ci irait : {right}")
