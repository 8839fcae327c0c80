"""The IBAN: both keys, against their definitions worked out another way than the course does."""

from functools import cache
from random import Random
from string import ascii_uppercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier_ameli.identity import iban
from atelier_ameli.identity.iban import LENGTH, SPECIMEN_BANK, IbanFault
from atelier_ameli.site import Site

#: the seed's specimen, « FR00 1234 5123 4512 3456 7891 A12 », and the same account with the keys that it should have
#: (domain.md §2.2)
SEEDS_SPECIMEN, RIGHT_SPECIMEN = "FR0012345123451234567891A12", "FR8412345123451234567891A16"
HOW_MANY = 3000
_COLUMNS = ("AJ", "BKS", "CLT", "DMU", "ENV", "FOW", "GPX", "HQY", "IRZ")  # of the CFONB's table, from 1


def as_digit(sign: str) -> str:
    """Return the digit that stands for a letter in the key of a RIB."""
    return next((str(digit) for digit, column in enumerate(_COLUMNS, 1) if sign in column), sign)


def left_by_97(iban: str) -> int:
    """Return what is left of a whole IBAN: its country and its key come last."""
    return left_of(iban[4:] + iban[:4])


def left_of(signs: str) -> int:
    """Return what is left of signs, one by one: A counts 10."""
    left = 0
    for sign in signs:
        left = (left * 10 + int(sign) if sign in digits else left * 100 + 10 + ascii_uppercase.index(sign)) % 97
    return left


def with_its_keys(account: str) -> str:
    """Return the only French IBAN of an account: the whole RIB can be divided by 97, and the IBAN leaves 1."""
    rib = SPECIMEN_BANK + account
    number = int("".join(map(as_digit, rib)))
    rib += next(f"{k:02d}" for k in range(1, 98) if not (number * 100 + k) % 97)
    left = left_of(f"{rib}FR")
    return next(f"FR{k:02d}{rib}" for k in range(2, 99) if (left * 100 + k) % 97 == 1)


@cache
def invented(count: int) -> tuple[str, ...]:
    chance = Random(1)
    return tuple(with_its_keys("".join(chance.choices(digits + ascii_uppercase, k=11))) for _ in range(count))


def kind(sign: str) -> bool:
    return sign in digits


def test_the_seeds_specimen_is_wrong_by_both_keys_and_right_with_those_of_the_rule():
    assert with_its_keys("1234567891A") == RIGHT_SPECIMEN
    assert iban.fault(SEEDS_SPECIMEN) is IbanFault.KEYS
    assert iban.fault(RIGHT_SPECIMEN) is None
    assert iban.fault("FR84" + SEEDS_SPECIMEN[4:]) is IbanFault.KEYS


def test_thousands_of_invented_ibans_are_right():
    assert [one for one in invented(HOW_MANY) if iban.fault(one)] == []


def test_no_other_key_is_right():
    for right in invented(20):
        found = [f"FR{key:02d}{right[4:]}" for key in range(100)]
        found += [f"{right[:-2]}{key:02d}" for key in range(100)]
        assert {one for one in found if iban.fault(one) is None} == {right}


def test_one_character_that_is_not_the_right_one_is_refused():
    for right in invented(100):
        for at, sign in enumerate(right):
            others = [right[:at] + other + right[at + 1 :] for other in digits + ascii_uppercase if other != sign]
            for accepted in (one for one in others if iban.fault(one) is None):
                # the rule itself cannot see this one, once in 97: a letter for the digit of its own column
                assert kind(accepted[at]) is not kind(sign), accepted
                assert as_digit(accepted[at]) == as_digit(sign), accepted
                assert left_by_97(accepted) == 1, accepted


def test_two_neighbours_that_changed_places_are_refused():
    for right in invented(HOW_MANY):
        for at in range(LENGTH - 1):
            swapped = right[:at] + right[at + 1] + right[at] + right[at + 2 :]
            assert swapped == right or iban.fault(swapped), swapped


def test_the_ibans_of_the_course_have_the_only_keys_of_their_accounts():
    site = Site.load()
    known = {person.iban for person in site.personas.values()} | {one.iban for one in site.information.values()}
    for one in known - {""}:
        assert one == with_its_keys(one[14:25])


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("FR7630006000011234567890189", IbanFault.REAL),  # the example of every bank's leaflet
        (RIGHT_SPECIMEN.replace("12345123", "12345124"), IbanFault.REAL),
        ("BE" + RIGHT_SPECIMEN[2:], IbanFault.ABROAD),
        (RIGHT_SPECIMEN[:-1], IbanFault.LENGTH),
        (RIGHT_SPECIMEN + "0", IbanFault.LENGTH),
        ("", IbanFault.ABROAD),
        ("FR", IbanFault.LENGTH),
        (RIGHT_SPECIMEN.replace("A", "a"), IbanFault.KEYS),
        (RIGHT_SPECIMEN.replace("A", "é"), IbanFault.KEYS),
        (RIGHT_SPECIMEN.replace("6789", "٦٧٨٩"), IbanFault.KEYS),
        ("FR²4" + RIGHT_SPECIMEN[4:], IbanFault.KEYS),
    ],
)
def test_each_mistake_has_its_own_name(typed, fault):
    assert iban.fault(typed) is fault


@given(st.text() | st.text(digits + ascii_uppercase, max_size=13).map(lambda end: f"FR00{SPECIMEN_BANK}{end}"))
def test_any_text_is_right_or_has_a_named_fault(typed):
    assert iban.fault(typed) in {None, *IbanFault}


@pytest.mark.parametrize(
    "written",
    [
        "FR7630006000011234567890189",
        RIGHT_SPECIMEN[:-1] + "0",
        f"FR00{RIGHT_SPECIMEN[4:]}",
        "FR00 1234 5123 4567 89A1 2345 600",
        "",
        "mon RIB",
    ],
)
def test_a_wrong_iban_of_a_data_file_is_refused_with_one_that_would_do(written):
    told = iban.refusal(written)
    offered = told.partition("celui-ci irait : ")[2]
    assert "à la banque 12345 12345, qui n'existe pas" in told
    assert iban.fault(offered) is None
    assert iban.refusal(offered) == ""


def test_the_iban_offered_has_the_account_number_that_was_written():
    assert iban.refusal(f"FR00{RIGHT_SPECIMEN[4:]}").endswith(RIGHT_SPECIMEN)
