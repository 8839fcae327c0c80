"""The search of « Mes démarches », by the words that people use."""

import pytest

from practice.procedures import catalogue
from tests.support import SITE

REQUESTS = tuple(SITE.requests.values())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("j'ai déménagé", "address"),
        ("demenagement", "address"),
        ("déménagment", "address"),
        ("carte vitale volée", "vitale_problem"),
        ("RIB", "bank"),
    ],
)
def test_a_request_is_found_by_other_words_and_in_spite_of_a_mistake(typed, found):
    assert catalogue.search(REQUESTS, typed)[0].id == found


def test_words_that_say_nothing_find_nothing():
    assert catalogue.search(REQUESTS, "je suis qui") == ()
    assert catalogue.search(REQUESTS, "xyzzy") == ()


def test_what_is_searched_is_kept_nowhere():
    remembered = [one for one in vars(catalogue).values() if hasattr(one, "cache_info")]
    catalogue.search(REQUESTS, "déménagement")
    before = [one.cache_info().currsize for one in remembered]
    for number in range(50):
        catalogue.search(REQUESTS, f"secret{'abcdefghij'[number % 10] * (number + 3)}")
    assert [one.cache_info().currsize for one in remembered] == before
