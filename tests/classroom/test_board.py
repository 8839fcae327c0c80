"""The board from plain rows: who needs somebody comes first, in words that a trainer reads from two metres."""

import re
from html import unescape

import pytest

from practice.classroom.board_drawing import Desk, draw_desk, draw_one, draw_seat, draw_totals
from practice.classroom.places import EditionPlaces, Place
from practice.classroom.rows import Need, Row, by_need, news, totals
from practice.classroom.seat import Watch

DESK = Desk(
    (EditionPlaces("Le site de 2021", (Place("2021/06", "6. Se connecter"),)),),
    "2021/06",
    (Place("a", "Pour commencer"),),
)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def test_who_asks_for_help_comes_first_and_who_has_waited_for_longest_before_the_others():
    rows = [
        Row(1), Row(2, away=3), Row(3, idle=7), Row(4, asks=1), Row(5, asks=4), Row(6, idle=12),
        Row(7, asks=9, coming=True), Row(8, away=20),
    ]  # fmt: skip
    assert [row.number for row in by_need(rows)] == [5, 4, 7, 6, 3, 8, 2, 1]


def test_a_tablet_that_is_away_and_asked_for_help_is_still_wanted():
    row = Row(4, asks=2, away=1, idle=9)
    assert row.need is Need.HELP
    assert "Demande de l'aide depuis 2 minutes Absente de la salle" in words(draw_seat(row))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (Row(4), "Tablette 4 Au travail Page d'accueil"),
        (Row(4, idle=1), "Tablette 4 Au travail Page d'accueil"),
        (Row(4, idle=4), "Tablette 4 Au travail À la même étape depuis 4 minutes"),
        (Row(4, idle=5), "Tablette 4 N'avance plus depuis 5 minutes"),
        (Row(4, away=0), "Tablette 4 Absente Page"),
        (Row(4, away=1), "Tablette 4 Absente depuis 1 minute Page"),
        (Row(4, asks=0), "Tablette 4 Demande de l'aide Page"),
        (Row(4, asks=6, coming=True), "Tablette 4 Vous arrivez"),
        (Row(4, watch=Watch.SHOWN), "Son écran est projeté."),
        (Row(4, persona="Jessica"), "Joue Jessica."),
    ],
)
def test_a_tablet_says_its_state_in_words(row, told):
    assert told in words(draw_seat(row))


def test_a_tablet_says_where_it_is_what_it_does_and_how_that_goes():
    row = Row(
        4, chapter="6. Se connecter", step="Étape 3 sur 8", exercise="Se connecter", mode="Sans aide", tries=2, hints=1
    )
    said = words(draw_seat(row))
    assert "6. Se connecter Étape 3 sur 8 « Se connecter » Sans aide 2 essais, 1 indice à cette consigne" in said


@pytest.mark.parametrize(
    ("row", "buttons"),
    [
        (Row(4), ["choose"]),
        (Row(4, asks=1), ["coming", "choose"]),
        (Row(4, asks=1, coming=True), ["helped", "choose"]),
        (Row(4, watch=Watch.SHOWN), ["unwatch", "choose"]),
    ],
)
def test_a_tablet_offers_what_can_be_done_for_it(row, buttons):
    assert re.findall(r'data-action="(\w+)" value="4"', draw_seat(row)) == buttons


def test_the_totals_say_how_many_need_what():
    rows = [Row(1), Row(2), Row(3, asks=1), Row(4, idle=9), Row(5, idle=9), Row(6, away=1)]
    assert [said for _, said in totals(rows)] == [
        "1 demande de l'aide",
        "2 n'avancent plus",
        "1 absente",
        "2 au travail",
    ]
    assert "Aucune tablette pour l'instant." in words(draw_totals([]))


def test_a_screen_reader_hears_once_who_asks_for_help():
    before, now = [Row(3), Row(4)], [Row(3), Row(4, asks=0)]
    assert news(before, now) == "Tablette 4 demande de l'aide."
    assert news(now, [Row(3), Row(4, asks=1)]) == ""
    assert news(now, [Row(3), Row(4, asks=1, coming=True)]) == ""
    assert news([], [Row(5, asks=0)]) == "Tablette 5 demande de l'aide."
    assert news([Row(3, watch=Watch.ASKED)], [Row(3, watch=Watch.SHOWN)]) == "Tablette 3 montre son écran."


def test_a_pause_is_offered_or_ended():
    assert "Mettre en pause" in words(draw_desk(DESK))
    paused = words(draw_desk(Desk(pause="Encore 2 minutes.")))
    assert "Encore 2 minutes. Libérer les tablettes" in paused
    assert "Mettre en pause" not in paused


def test_the_room_is_closed_only_after_a_question():
    assert 'data-action="close_room"' not in draw_desk(DESK)
    assert 'data-action="close_room"' in draw_desk(Desk(closing=True))


def test_the_panel_of_a_tablet_offers_the_numbers_of_the_others_to_swap_with():
    html = draw_one(Row(4), DESK, [Row(2), Row(4)])
    numbers = re.findall(r'<option value="(\d+)">([^<]+)<', html)
    assert ("2", "2 (échanger)") in numbers
    assert ("3", "3") in numbers
    assert "4" not in [number for number, _ in numbers]
    assert words(draw_one(None, DESK)) == ""


def test_ids_that_the_pieces_share_are_none():
    html = draw_desk(DESK) + draw_one(Row(4, asks=1), DESK) + "".join(draw_seat(Row(n, asks=1)) for n in (1, 2))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
