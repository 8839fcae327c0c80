"""Claims: whoever has not been given one has none, whatever she makes of others."""

from hypothesis import given
from hypothesis import strategies as st

from practice.classroom.claims import claim, new_key, new_tablet, read

KEY = "0" * 64


def test_a_claim_is_read_with_its_key_only():
    mine = claim(KEY, 4, tablet := new_tablet())
    assert read(KEY, mine) == (4, tablet)
    assert read(new_key(), mine) is None
    assert read(KEY, None) is None


def test_a_claim_to_another_number_or_of_another_tablet_is_none():
    number, tablet, signature = claim(KEY, 4, new_tablet()).split(".")
    for forged in (
        f"5.{tablet}.{signature}",
        f"{number}.{new_tablet()}.{signature}",
        f"0{number}.{tablet}.{signature}",
    ):
        assert read(KEY, forged) is None


@given(st.text(max_size=100))
def test_no_guess_is_a_claim(guess):
    assert read(KEY, guess) is None
    assert read(KEY, f"4.{'0' * 16}.{guess}") is None
    assert not guess or read(KEY, claim(KEY, 4, "0" * 16) + guess) is None
