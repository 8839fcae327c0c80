"""The numéro de sécurité sociale."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.fr import nir as stdnum_nir

from atelier_ameli.identity import nir
from atelier_ameli.identity.nir import NirError, NirFault
from practice.forms import real_numbers
from tests.support import with_each
from tests.support.answers.anything import thousands


@pytest.mark.parametrize(
    "typed",
    [
        *("2820295000199", "2 82 02 95 000 199", " 2.82.02-95 000 199 ", "282029500019937", "2 82 02 95 000 199 37"),
        *("٢٨٢٠٢٩٥٠٠٠١٩٩", "２８２０２９５０００１９９"),
    ],
)
def test_spaces_and_the_key_are_optional(typed):
    assert nir.read(typed) == "2820295000199"


@pytest.mark.parametrize("typed", ["1 78 07 2A 000 042", "178072a00004250"])
def test_a_corsican_number_keeps_its_letter(typed):
    assert nir.read(typed) == "178072A000042"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", NirFault.EMPTY),
        ("282029500019", NirFault.SHORT),
        ("28202950001991", NirFault.LONG),
        ("28202950001993712", NirFault.LONG),
        ("282029500019912", NirFault.KEY),
        ("28202950O0199", NirFault.LETTER_O),
        ("bonjour", NirFault.CHARACTERS),
        ("7820295000199", NirFault.WAITING),
        ("2821395000199", NirFault.SHAPE),
        ("3820295000199", NirFault.SHAPE),
    ],
)
def test_each_mistake_has_its_own_name(typed, fault):
    with pytest.raises(NirError) as error:
        nir.read(typed)
    assert error.value.fault is fault


@pytest.mark.parametrize(
    "typed", ["2820295046199", "2 82 02 95 046 199 15", "282029504619999", "n° 2820295046199", "2820295046199 37 x"]
)
def test_a_number_with_a_real_commune_is_refused_before_anything_else(typed):
    with pytest.raises(NirError) as error:
        nir.read(typed)
    assert error.value.fault is NirFault.REAL


#: how people write a number in a message
SPELLINGS = [
    "né le 05/05/1985 {}",
    "tél 06 12 34 56 78 {}",
    "mon téléphone : 06.39.98.12.34, mon numéro : {}",
    "n°{}",
    "NIR{}",
    "({})",
    "{}, merci",
    "du 12/02/2021 au 20/02/2021 {} 31000 Toulouse",
    "1. {}",
    "{} 2 82 02 95 000 199",
]
GROUPS = ["1", "85", "05", "78", "006", "084"]
SEPARATORS = [
    "",
    " ",
    ".",
    "-",
    "_",
    "/",
    ",",
    ";",
    ":",
    "–",
    "·",
    "|",
    ")(",
    " - ",
    "\n",
    "\u00ad",
    "\u202f",
    "*",
    "~",
    "  ",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_real_number_is_seen_and_erased_from_a_text_however_it_is_written(spelling):
    with_each(SEPARATORS, lambda separator: is_seen_and_erased(spelling, separator))


def is_seen_and_erased(spelling: str, separator: str) -> None:
    for groups in (GROUPS, [*GROUPS, "11"], ["7", *GROUPS[1:]], ["1", "85", "05", "2A", "006", "084"]):
        number = separator.join(groups)
        wide = "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in number)
        for written in (number, wide, number.replace("0", "O")):
            text = spelling.format(written)
            assert nir.could_be_real(text), text
            left = real_numbers.without(text, "(numéro effacé)")
            assert "006" not in left, left
            assert not nir.could_be_real(left)


@pytest.mark.parametrize(
    "text",
    [
        "2 82 02 95 000 199, 2 95 09 99 000 238",
        "2820295000199 et 282029500019937",
        "06 39 98 12 34, 06 39 98 05 11",
        "12/02/2021, 23,00 €, 31000 Toulouse",
        "du 10/02/2021 au 20/02/2021, 06 39 98 12 34",
        "FR54 1234 5123 4500 0000 0199 A53",
        "FR5412345123450000000199A53",
        "DEM-20210301-01 du 1er mars 2021 à 10 h 15",
        "DOC-2021-0301 12 rue de l'Exemple 31000 Toulouse",
    ],
)
def test_what_the_course_gives_to_type_is_never_taken_for_a_real_number(text):
    assert not real_numbers.could_be_one(text)


@pytest.mark.parametrize(
    "text",
    [
        "appelez-moi au 06 12 34 56 78",
        "tél. 0612345678",
        "+33 6 12 34 56 78",
        "0033612345678",
        "05.61.12.34.56",
        "mon compte : FR76 3000 6000 0112 3456 7890 189",
        "IBAN FR7630006000011234567890189.",
        "fr76-3000-6000-0112-3456-7890-189",
    ],
)
def test_a_real_telephone_or_account_is_seen_and_erased_from_a_text(text):
    assert real_numbers.could_be_one(text)
    assert not re.search(r"\d\d", real_numbers.without(text, "(numéro effacé)"))


def test_the_keys_are_those_of_the_rule():
    # domain.md §2.1, measured with python-stdnum
    assert nir.key("2820295046199") == "15"
    assert nir.key("282022A046199") == "30"
    assert nir.key("0" * 11 + "97") == "97"


@given(st.from_regex(r"[12][0-9]{4}([0-9]{2}|2A|2B)[0-9]{6}", fullmatch=True))
def test_the_key_is_what_is_missing_to_a_multiple_of_97(number):
    key = int(nir.key(number))
    as_it_counts = int(number.replace("2A", "19").replace("2B", "18"))
    assert (as_it_counts + key) % 97 == 0
    assert 1 <= key <= 97
    assert stdnum_nir.is_valid(number + nir.key(number))


@pytest.mark.parametrize("right", ["2820295000199", "2950999000238", "8901099000417"])
def test_a_wrong_digit_and_two_that_changed_places_have_another_key(right):
    changed = {right[:at] + digit + right[at + 1 :] for at in range(13) for digit in "0123456789"}
    changed |= {right[:at] + right[at + 1] + right[at] + right[at + 2 :] for at in range(12)}
    assert nir.key(right) not in {nir.key(one) for one in changed - {right}}


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("2820295000199", "2 82 02 95 000 199"),
        ("282029500019937", "2 82 02 95 000 199 37"),
        ("178072A00004250", "1 78 07 2A 000 042 50"),
        ("28202", "2 82 02"),
        ("", ""),
    ],
)
def test_a_number_is_printed_in_the_groups_of_the_card(number, printed):
    assert nir.grouped(number) == printed


def test_any_text_is_a_fictional_number_or_a_named_fault():
    near = ["2 82 02 95 000 199", "282029500019937", "1 78 07 2A 000 042", "5 82 02 95 000 199"]
    outcomes = {commune_or_fault(typed) for typed in thousands(near) if isinstance(typed, str)}
    assert outcomes == {nir.FICTIONAL_COMMUNE, *NirFault}


def commune_or_fault(typed: str) -> str | NirFault:
    try:
        return nir.read(typed)[7:10]
    except NirError as error:
        return error.fault
