"""Numbers: each tablet has one, and has it again after a reload, a sleep, a cut, a restart."""

import pytest

from practice.classroom.classroom import MOST_SEATS
from practice.classroom.keys import Keys
from tests.support.classroom.stage import Clock, Tablet, room


def test_tablets_are_numbered_as_they_come():
    hall = room()
    tablets = [Tablet(hall) for _ in range(3)]
    for number, tablet in enumerate(tablets, 1):
        assert f"Tablette {number}" in tablet.open()["bar"]
    assert [seat.number for seat in hall.seats] == [1, 2, 3]


def test_who_joins_twice_has_the_same_number():
    hall = room()
    first = Tablet(hall)
    assert Tablet(hall, first.claim).seat is first.seat


def test_a_tablet_has_the_number_of_its_strip_if_nobody_has_it_or_may_come_back_for_it():
    before = room()
    assert before.join(wanted=4).number == 4
    assert [before.join(wanted=wanted).number for wanted in (4, 3, 0, MOST_SEATS + 1)] == [1, 3, 2, 5]
    after = room(keys=Keys.read(before.keys.keep(), 1.0))
    assert [after.join(wanted=wanted).number for wanted in (4, 9)] == [6, 9]


def test_after_a_restart_each_tablet_has_its_number_and_a_new_one_takes_none_of_them():
    before = room()
    claims = [Tablet(before).claim for _ in range(3)]
    after = room(keys=Keys.read(before.keys.keep(), 1.0))
    assert Tablet(after).seat.number == 4
    assert [Tablet(after, claim).seat.number for claim in claims] == [1, 2, 3]


def test_a_claim_to_a_number_that_another_one_has_by_now_gives_a_new_number_and_a_new_claim():
    before = room()
    one, other = Tablet(before), Tablet(before)
    for tablet in (one, other):
        tablet.open()
    before.swap(1, 2)
    after = room(keys=before.keys)
    assert Tablet(after, after_swap := before.claim(other.seat)).seat.number == 1
    assert after_swap != other.claim
    late = Tablet(after)
    late.claim = one.claim  # it slept during the swap, and has claimed the 1 ever since
    assert "Tablette 4" in late.open()["bar"]
    assert late.hears["renew"] == "/rejoindre/numero"


def test_two_tablets_change_numbers_hear_it_and_ask_for_their_claims_anew():
    hall = room()
    one, other = Tablet(hall), Tablet(hall)
    for tablet in (one, other):
        tablet.open()
    hall.swap(1, 2)
    assert [one.seat.number, other.seat.number] == [2, 1]
    assert one.hears["say"] == "Cette tablette est maintenant la tablette 2."
    assert other.hears["renew"] == "/rejoindre/numero"
    assert room(keys=hall.keys).seat_of(hall.claim(one.seat)).number == 2


def test_a_tablet_takes_a_number_that_nobody_has_and_none_that_is_no_number():
    hall = room()
    tablet = Tablet(hall)
    tablet.open()
    hall.swap(1, 12)
    assert tablet.seat.number == 12
    for number, other in ((1, 2), (12, 0), (12, MOST_SEATS + 1)):
        with pytest.raises(LookupError):
            hall.swap(number, other)
    assert tablet.seat.number == 12


def test_numbers_that_are_given_and_never_used_are_given_again_and_they_end_at_99():
    clock = Clock()
    hall = room(clock)
    assert [hall.join() is None for _ in range(MOST_SEATS + 1)] == [False] * MOST_SEATS + [True]
    assert hall.seats == []
    clock.wait(121)
    assert hall.join().number == 1


def test_a_closed_room_is_left_by_all():
    hall = room()
    tablet = Tablet(hall)
    tablet.open()
    hall.close()
    assert tablet.hears["bar"] == ""
    assert hall.seats == []


def test_the_keys_of_a_room_that_is_over_or_damaged_are_no_keys():
    keys = Keys.new(1000.0)
    kept = keys.keep()
    assert Keys.read(kept, 1000.0 + 43_199) == keys
    assert Keys.read(kept, 1000.0 + 43_200) is None
    assert Keys.read(kept, 999.0) is None
    assert [Keys.read(nothing, 1000.0) for nothing in ([], None, {}, "")] == [None] * 4
    for name, damage in (("key", ""), ("code", "12345a"), ("secret", None), ("given", "3"), ("begun", None)):
        assert Keys.read(kept | {name: damage}, 1000.0) is None


def test_the_code_may_be_typed_with_spaces_and_no_other_one_will_do():
    keys = Keys.new(0.0)
    assert keys.is_code(keys.spoken_code)
    assert keys.is_code(f" {keys.code} ")
    for other in ("", keys.code[:5], keys.code + "0", "é" * 6, "\ud800"):
        assert not keys.is_code(other)
