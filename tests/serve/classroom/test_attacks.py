"""From a tablet, nothing leads to another tablet, to the trainer's orders or to the board."""

import json
import secrets

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.websocket import websocket_connect

from practice.classroom import claims
from practice.doors.voila.classroom import SEAT
from practice.doors.voila.classroom.join import MOST_WRONG
from practice.doors.voila.classroom.opening import open_classroom
from practice.doors.voila.room import Room
from tests.support import ROOT, SITE
from tests.support.classroom.stage import Clock
from tests.support.classroom.tablet import Tablet, home, join
from tests.support.learner import Learner, fetch, run
from tests.support.server import free_port

#: what a page of a tablet might try, besides its own words
FORGED = [
    {"do": "go", "href": "/", "to": None},
    {"do": "pause", "seconds": 300},
    {"do": "free"},
    {"do": "coming", "number": 1},
    {"do": "swap", "number": 1, "other": 2},
    {"do": "close"},
    {"do": "__init__"},
    {"do": "help", "x": "x" * 3000},
    {"do": "at", "step": 10**30},
    {"do": "at", "screens": [{}] * 31},
    [[[]]],
    "help",
    None,
]


async def is_shut_out(page: Learner) -> bool:
    """Say whether the server has ended the connection, for a message that is no page's."""
    while await page.socket.read_message() is not None:
        pass
    return page.socket.close_code == 1003


async def hears_nothing_of_a_room(page: Learner) -> bool:
    """Say whether what it hears after its greeting is the answer to what it does, and nothing else."""
    await page.tell("sign_in", number="1 23", code="")
    return "answer" in await page.hear()


@pytest.mark.parametrize("said", FORGED, ids=lambda said: json.dumps(said)[:30])
def test_a_tablet_gives_no_order_and_a_forged_word_ends_its_connection(hall, said):
    async def play() -> None:
        other, tablet = Tablet(hall), Tablet(hall)
        for one in (other, tablet):
            await one.join(hall.code)
            await one.enter()
        await tablet.say(room=said)
        assert await is_shut_out(tablet)
        assert await hears_nothing_of_a_room(other)

    run(play)


def test_a_claim_is_neither_guessed_nor_taken_from_another_room(hall):
    async def play() -> None:
        tablet = Tablet(hall)
        number = int(await tablet.join(hall.code))
        _, name, signature = tablet.cookie.partition("=")[2].split(".")
        for forged in (
            "",
            str(number),
            f"{number}.{name}.{'0' * 64}",
            f"{number + 1}.{name}.{signature}",
            f"{number}.{secrets.token_hex(8)}.{signature}",
            f"{number}.{name}.{signature[:-1]}",
            claims.claim(claims.new_key(), number, name),
            "x" * 8000,
        ):
            page = Tablet(hall)
            await page.open("chapter")
            await page.connect(Cookie=f"{SEAT}={forged}")
            assert await hears_nothing_of_a_room(page), forged
            assert (await join(hall, "rejoindre/numero", f"{SEAT}={forged}")).code == 404
            page.socket.close(1000)

    run(play)


def test_nothing_that_a_page_is_given_holds_a_claim_or_a_key(hall):
    async def play() -> None:
        tablet = Tablet(hall)
        await tablet.join(hall.code)
        told = await tablet.enter()
        _, name, signature = tablet.cookie.partition("=")[2].split(".")
        for secret in (name, signature, hall.keys["key"], hall.keys["secret"]):
            assert secret not in json.dumps(told) + tablet.html

    run(play)


def test_what_a_tablet_says_is_for_its_own_seat_only(hall):
    async def play() -> None:
        other, tablet = Tablet(hall), Tablet(hall)
        number = int(await other.join(hall.code))
        await tablet.join(hall.code)
        for one in (other, tablet):
            await one.enter()
        await tablet.tell_room("help", number=number, seat=number, tablet=other.cookie)
        assert "Votre demande est envoyée." in (await tablet.hear_room())["bar"]
        assert await hears_nothing_of_a_room(other)

    run(play)


def test_a_page_of_another_site_does_not_speak_for_a_tablet(hall):
    async def play() -> None:
        tablet = Tablet(hall)
        await tablet.join(hall.code)
        await tablet.open("chapter")
        for origin in ("http://elsewhere.example", "null"):
            with pytest.raises(HTTPClientError, match="403"):
                await tablet.connect(Cookie=tablet.cookie, Origin=origin)

    run(play)


def test_a_page_that_has_not_greeted_or_has_no_seat_says_nothing_to_the_room(hall):
    async def play() -> None:
        tablet = Tablet(hall)
        await tablet.join(hall.code)
        address = f"ws://localhost:{hall.port}/voila/atelier/door"
        tablet.socket = await websocket_connect(HTTPRequest(address, headers={"Cookie": tablet.cookie}))
        await tablet.tell_room("help")
        assert await is_shut_out(tablet)
        passer_by = Tablet(hall)
        await passer_by.open("chapter")
        await passer_by.connect()
        await passer_by.tell_room("help")
        assert await is_shut_out(passer_by)

    run(play)


def test_the_board_is_nowhere_for_a_tablet(hall):
    async def play() -> None:
        tablet = Tablet(hall)
        await tablet.join(hall.code)
        nothing = await fetch(home(hall, "nowhere"))
        guesses = ("", "?cle=", f"?cle={hall.code}", f"?cle={secrets.token_urlsafe(32)}", f"?cle={hall.keys['key']}")
        for path in ("salle", "salle/", "salle/projecteur", "salle/bilan", "salle/direct", "salle/projecteur/direct"):
            for guess in guesses:
                answer = await fetch(home(hall, path + guess), headers={"Cookie": tablet.cookie})
                assert (answer.code, answer.body) == (404, nothing.body), path + guess
                assert "Set-Cookie" not in answer.headers

    run(play)


def test_whoever_tries_code_after_code_is_stopped_for_a_minute_with_the_right_one_too(tmp_path):
    async def play() -> None:
        clock, port = Clock(), free_port()
        room = Room(ROOT / "notebooks", SITE, "/")
        code = open_classroom(room, tmp_path / "salle.json", clock).keys.code
        server = HTTPServer(room)
        server.add_sockets(bind_sockets(port, "127.0.0.1"))

        async def ask(typed: str) -> int:
            return (await fetch(f"http://127.0.0.1:{port}/rejoindre/{typed}", follow_redirects=False)).code

        wrong = "999999" if code != "999999" else "888888"
        assert [await ask(wrong) for _ in range(MOST_WRONG)] == [200] * MOST_WRONG
        assert [await ask(typed) for typed in (wrong, code)] == [429, 429]
        clock.wait(60)
        assert await ask(code) == 302
        server.stop()
        await server.close_all_connections()

    run(play)
