"""The letters of a code: typed any way that a hand has, and a wrong one found, with the group where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.course.resume.letters import (
    BASE,
    EMPTY,
    LENGTH,
    LETTERS,
    SIGN,
    SWAPPED,
    WRONG,
    CodeError,
    grouped,
    read_letters,
    with_checks,
)

NUMBERS = st.sampled_from([5, 9, 13, 17]).flatmap(lambda n: st.lists(st.integers(0, BASE - 1), min_size=n, max_size=n))
CODE = grouped(with_checks([1, 9, 15, 22, 0, 1, 2, 3, 11]))  # 19GT-0123-C…


def refusal(typed):
    with pytest.raises(CodeError) as refused:
        read_letters(typed)
    return refused.value.reason, refused.value.group


def test_no_two_letters_look_alike():
    assert len(set(LETTERS)) == BASE == 29
    assert not set(LETTERS) & set("OILZSBU")


@settings(max_examples=150)
@given(NUMBERS, st.data())
def test_what_is_written_is_read_back_however_it_is_typed(numbers, data):
    code = grouped(with_checks(numbers))
    assert all(len(group) == 4 for group in code.split("-"))
    between = data.draw(st.sampled_from(["-", " ", "", " - ", "\N{EN DASH}", "\N{NO-BREAK SPACE}", ". ", "_"]))
    typed = code.replace("-", between)
    for letter, other in data.draw(st.permutations(["0O", "1I", "1L", "2Z", "5S", "8B", "VU"]))[:3]:
        typed = typed.replace(letter, other)
    assert read_letters(data.draw(st.sampled_from([typed, typed.lower(), f"  {typed} "]))) == numbers


@settings(max_examples=150)
@given(NUMBERS, st.data())
def test_one_wrong_letter_is_found_and_its_group_is_told(numbers, data):
    letters = with_checks(numbers)
    place = data.draw(st.integers(0, len(letters) - 1))
    letters[place] = (letters[place] + data.draw(st.integers(1, BASE - 1))) % BASE
    assert refusal(grouped(letters)) == (WRONG, place // 4 + 1)


@settings(max_examples=150)
@given(NUMBERS, st.data())
def test_two_letters_that_changed_places_are_found(numbers, data):
    letters = with_checks(numbers)
    place = data.draw(st.sampled_from([at for at in range(len(letters) - 1) if letters[at] != letters[at + 1]] or [0]))
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    if letters != with_checks(numbers):
        assert refusal(grouped(letters)) == (SWAPPED, place // 4 + 1)


@settings(max_examples=300)
@given(NUMBERS, st.data())
def test_two_or_three_wrong_letters_are_never_taken(numbers, data):
    right = with_checks(numbers)
    places = data.draw(st.sets(st.integers(0, len(right) - 1), min_size=2, max_size=3))
    wrong = [
        (one + data.draw(st.integers(1, BASE - 1))) % BASE if at in places else one for at, one in enumerate(right)
    ]
    assert refusal(grouped(wrong))[0] in (WRONG, SWAPPED)


def test_what_is_no_code_says_what_is_wrong_with_it():
    first, second, third = CODE.split("-")
    assert refusal("") == refusal(" - ") == (EMPTY, 0)
    assert refusal(f"{first} {second[:3]} {third}") == (LENGTH, 2)
    assert refusal(f"{first}{second[:3]}{third}") == refusal(first) == refusal(CODE * 3) == (LENGTH, 0)
    assert refusal(f"{first} {second[:3]}? {third}") == (SIGN, 2)
