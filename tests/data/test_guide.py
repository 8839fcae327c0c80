"""The guide for trainers, docs/changer_les_donnees.md: whoever copies it word by word has a course that opens."""

import re

import pytest

from practice.session import Context
from tests.support import ROOT
from tests.support.broken_data import Course

GUIDE = (ROOT / "docs" / "changer_les_donnees.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n# data/(.*?)\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture
def course(tmp_path):
    course = Course(tmp_path)
    for name, entry in EXAMPLES:
        course.change(name, lambda text, entry=entry: f"{text}\n{entry}")
    return course


def test_its_examples_are_accepted_as_they_stand(course):
    assert len(EXAMPLES) == 5
    assert course.faults() == []


def test_the_person_of_the_guide_signs_in_and_has_her_payment(course):
    site = course.kind.load()
    screen = site.offers.Screen("account_home", persona="lucie", at=Context(site))
    screen.do("open", page="payments")
    assert "16,50\N{NO-BREAK SPACE}€" in screen.html


def test_its_question_is_answered_as_it_says(course):
    site = course.kind.load()
    assert site.questions["lucie_paiement"].answers == ("16,50",)


def test_a_price_changed_as_it_says_gives_the_amounts_to_copy_and_then_is_right(course):
    rule = "editions/2021/edition.toml"
    course.change(rule, lambda text: text.replace('price = "25,00"\nbase = "25,00"', 'price = "26,50"\nbase = "26,50"'))
    found = course.faults()
    told = [re.search(r"entrée « (\w+) », ligne (\d+) : paiement du .*donnent (\d+,\d\d) €", fault) for fault in found]
    assert len(told) > 3
    lines = course.text("payments.toml").split("\n")
    for one in told:
        assert lines[int(one[2]) - 1].startswith("amount = ")
        lines[int(one[2]) - 1] = f'amount = "{one[3]}"'
    course.write("payments.toml", "\n".join(lines))
    assert course.faults() == []


def test_the_iban_that_a_wrong_one_is_answered_with_is_that_of_the_guide(course):
    right = re.search(r'iban = "(FR63\w+)"', GUIDE)[1]
    course.change("information.toml", lambda text: text.replace(right, f"FR00{right[4:]}"))
    (fault,) = course.faults()
    assert fault.endswith(f"celui-ci irait : {right}")
