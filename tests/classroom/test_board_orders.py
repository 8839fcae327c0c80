"""A trainer's board over a room: it says what has changed and no more, and does what its buttons ask."""

import json

import pytest

from practice.classroom.board import Board
from practice.classroom.places import EditionPlaces, Place
from tests.support.classroom.stage import Clock, Page, Tablet, exercise, room


class Places:
    """Two chapters, one of them with steps."""

    editions = (EditionPlaces("Le site de 2021", (Place("2021/home", "Accueil"), Place("2021/06", "6. Se connecter"))),)
    first = "2021/home"

    def steps(self, key: str) -> tuple[Place, ...]:
        return (Place("debut", "Pour commencer"), Place("essai", "Exercice")) if key == "2021/06" else ()

    def title(self, key: str) -> str:
        return {"2021/home": "Accueil", "2021/06": "6. Se connecter"}.get(key, "")

    def address(self, key: str, step: str = "") -> str:
        if not self.title(key):
            raise LookupError(key)
        return f"/cours/{key}#{step}" if step else f"/cours/{key}"


def opened(count: int) -> tuple:
    clock = Clock()
    hall = room(clock)
    tablets = [Tablet(hall) for _ in range(count)]
    for tablet in tablets:
        tablet.open(Page("06", exercice1=exercise()))
    board = Board(hall, Places())
    board.whole()
    return hall, clock, board, tablets


def test_with_forty_tablets_one_that_asks_for_help_changes_two_pieces_and_the_order():
    _, clock, board, tablets = opened(40)
    assert board.look() == {}
    tablets[30].says("help")
    told = board.look()
    assert set(told["pieces"]) == {"room-totals", "seat-31"}
    assert told["order"][0] == "seat-31"
    assert len(told["order"]) == 40
    assert told["say"] == "Tablette 31 demande de l'aide."
    assert len(json.dumps(told)) < 4000
    assert board.look() == {}
    clock.wait(60)
    assert set(board.look()["pieces"]) == {"seat-31"}


def test_a_step_is_opened_on_one_tablet_or_on_all_and_the_board_says_so():
    _, _, board, (one, other) = opened(2)
    board.do({"do": "aim", "chapter": "2021/06"})
    assert "Pour commencer" in board.look()["pieces"]["room-desk"]
    board.do({"do": "send", "chapter": "2021/06", "step": "essai", "seat": "2"})
    assert other.hears["go"]["href"] == "/cours/2021/06#essai"
    assert "go" not in one.hears
    assert board.look()["say"] == "Ouvert sur la tablette 2\xa0: 6. Se connecter."
    board.do({"do": "send", "chapter": "2021/home", "step": ""})
    assert one.hears["go"]["href"] == other.hears["go"]["href"] == "/cours/2021/home"
    assert board.look()["say"] == "Ouvert sur toutes les tablettes\xa0: Accueil."


def test_in_a_pause_and_after_it_nobody_counts_as_stuck():
    _, clock, board, _ = opened(1)
    clock.wait(240)
    board.do({"do": "pause", "minutes": "5"})
    clock.wait(299)
    assert 'data-need="fine"' in board.whole()["pieces"]["seat-1"]
    assert "Encore" in board.pieces["room-desk"]
    clock.wait(2)
    assert 'data-need="fine"' in board.whole()["pieces"]["seat-1"]
    assert "Mettre en pause" in board.pieces["room-desk"]
    clock.wait(300)
    assert 'data-need="stuck"' in board.whole()["pieces"]["seat-1"]


def test_a_panel_opens_takes_the_focus_and_gives_it_back():
    _, _, board, _ = opened(2)
    board.do({"do": "choose", "seat": "2"})
    told = board.look()
    assert told["focus"] == "one-title"
    assert 'id="one-2"' in told["pieces"]["room-one"]
    board.do({"do": "choose", "seat": ""})
    assert board.look()["focus"] == "seat-2-choose"
    assert 'id="one-2"' not in board.pieces["room-one"]


def test_two_tablets_change_numbers_and_the_panel_follows_its_tablet():
    _, _, board, (one, other) = opened(2)
    board.do({"do": "choose", "seat": "1"})
    board.do({"do": "number", "seat": "1", "to": "2"})
    assert (one.seat.number, other.seat.number) == (2, 1)
    assert 'id="one-2"' in board.whole()["pieces"]["room-one"]
    assert "Tablette 2" in one.hears["bar"]


def test_the_room_is_closed_after_a_question_and_never_without_it():
    hall, _, board, _ = opened(1)
    board.do({"do": "close_room"})
    assert hall.seats
    board.do({"do": "ask_close"})
    board.do({"do": "keep"})
    board.do({"do": "close_room"})
    assert hall.seats
    board.do({"do": "ask_close"})
    board.do({"do": "close_room"})
    assert hall.seats == []


@pytest.mark.parametrize(
    "said",
    [None, [], {}, {"do": "look"}, {"do": "choose", "seat": "x"}, {"do": "coming", "seat": ["1"]},
     {"do": "watch", "seat": "9"},
     {"do": "number", "seat": "1", "to": "100"}, {"do": "number", "seat": "1", "to": ""},
     {"do": "pause", "minutes": "-"},
     {"do": "send", "chapter": "javascript:alert(1)"}, {"do": "send", "chapter": "2021/06", "seat": "0x1"}],
)  # fmt: skip
def test_what_a_board_cannot_say_is_refused(said):
    _, _, board, _ = opened(1)
    with pytest.raises(ValueError, match=r"do|seat|invalid"):
        board.do(said)
