"""The trainer's pages follow the tablets of the room. For anybody but the trainer, they do not exist."""

import asyncio
import json
import re
from html import unescape
from typing import Any

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from practice.doors.voila.classroom.pieces import BOARD
from tests.support.classroom.tablet import Tablet, home
from tests.support.learner import fetch, run

PAGES = ("salle", "salle/projecteur", "salle/bilan")
SOCKETS = ("salle/direct", "salle/projecteur/direct")


class Trainer:
    """A page of the trainer's, on a socket."""

    def __init__(self, hall: Any) -> None:
        self.hall, self.pieces, self.order, self.said = hall, {}, [], ""

    @property
    def cookie(self) -> str:
        return f"{BOARD}={self.hall.keys['secret']}"

    async def look(self, path: str = "salle") -> str:
        answer = await fetch(home(self.hall, path), headers={"Cookie": self.cookie})
        assert answer.code == 200
        return answer.body.decode()

    async def connect(self, path: str = "salle/direct") -> None:
        address = home(self.hall, path).replace("http", "ws", 1)
        headers = {"Cookie": self.cookie, "Origin": home(self.hall).rstrip("/")}
        self.socket = await websocket_connect(HTTPRequest(address, headers=headers))
        await self.hear()

    async def hear(self) -> dict[str, Any]:
        told = json.loads(await self.socket.read_message())
        self.pieces |= told.get("pieces", {})
        self.order = told.get("order", self.order)
        self.said = told.get("say", "")
        return told

    async def see(self, words: str, piece: str) -> str:
        """Wait until a piece says something."""
        while words not in unescape(self.pieces.get(piece, "")):
            await self.hear()
        return unescape(self.pieces[piece])

    async def do(self, do: str, **more: str) -> None:
        await self.socket.write_message(json.dumps({"do": do, **more}))


def test_the_secret_link_opens_the_board_and_leaves_the_address(hall):
    async def play() -> None:
        answer = await fetch(home(hall, f"salle?cle={hall.keys['secret']}"), follow_redirects=False)
        assert (answer.code, answer.headers["Location"]) == (302, "/salle")
        kept = answer.headers["Set-Cookie"]
        assert all(word in kept for word in (BOARD, "HttpOnly", "SameSite=Strict", "Path=/salle"))
        for path in PAGES:
            html = await Trainer(hall).look(path)
            assert hall.keys["secret"] not in html
            assert hall.keys["key"] not in html

    run(lambda: asyncio.wait_for(play(), 30))


def test_the_board_follows_a_tablet_that_works_asks_for_help_and_is_answered(hall):
    async def play() -> None:
        trainer, tablet = Trainer(hall), Tablet(hall)
        await trainer.connect()
        number = await tablet.join(hall.code)
        await tablet.enter()
        seat = f"seat-{number}"
        await trainer.see("Au travail", seat)
        await tablet.tell_room("help")
        await trainer.see("Demande de l'aide", seat)
        assert trainer.said == f"Tablette {number} demande de l'aide."
        assert trainer.order[0] == seat
        await trainer.do("coming", seat=number)
        assert "J'arrive" not in await trainer.see("Vous arrivez", seat)
        assert trainer.said == ""
        await tablet.hear_room()
        assert "Quelqu'un arrive" in (await tablet.hear_room())["bar"]
        trainer.socket.close()

    run(lambda: asyncio.wait_for(play(), 30))


def test_the_trainer_sends_a_step_pauses_and_frees(hall):
    async def play() -> None:
        trainer, tablet = Trainer(hall), Tablet(hall)
        number = await tablet.join(hall.code)
        await tablet.enter()
        await trainer.connect()
        await trainer.do("send", seat=number, chapter="2026/00_accueil", step="")
        assert (await tablet.hear_room())["go"]["href"] == "/voila/render/2026/00_accueil.ipynb"
        await trainer.see(f"Ouvert sur la tablette {number}", "room-desk")
        await trainer.do("pause", minutes="2")
        assert 100 < (await tablet.hear_room())["seconds"] <= 120
        await trainer.see("Libérer les tablettes", "room-desk")
        await trainer.do("free")
        assert (await tablet.hear_room())["over"] == ""
        await trainer.see("Mettre en pause", "room-desk")
        trainer.socket.close()

    run(lambda: asyncio.wait_for(play(), 30))


def test_a_screen_is_projected_after_its_learner_s_yes_without_its_code_and_until_she_stops(hall):
    async def play() -> None:
        trainer, projector, tablet = Trainer(hall), Trainer(hall), Tablet(hall)
        number = await tablet.join(hall.code)
        await tablet.enter()
        await trainer.connect()
        await projector.connect("salle/projecteur/direct")
        assert hall.code[:3] in projector.pieces["projector"]
        await trainer.do("watch", seat=number)
        assert "montrer votre écran" in (await tablet.hear_room())["bar"]
        await tablet.act("sign_in", number="1 23", code="98765432")
        await tablet.tell_room("accept")
        shown = await projector.see(f"Tablette {number} montre son écran", "projector")
        assert 'value="1 23"' in shown
        assert "98765432" not in shown
        assert "Arrêter" in (await tablet.hear_room())["bar"]
        await tablet.act("sign_in", number="1 234", code="")
        await projector.see('value="1 234"', "projector")
        await tablet.tell_room("stop")
        await projector.see("Rejoindre la salle", "projector")
        for page in (trainer, projector):
            page.socket.close()

    run(lambda: asyncio.wait_for(play(), 30))


def other_cookies(hall: Any) -> list[str]:
    return ["", f"{BOARD}=", f"{BOARD}={hall.code}", f"{BOARD}={hall.keys['key']}", f"{BOARD}={'a' * 43}", f"{BOARD}=é"]


def test_a_tablet_meets_the_page_that_does_not_exist_and_nothing_else(hall):
    async def play() -> None:
        tablet = Tablet(hall)
        await tablet.join(hall.code)
        nowhere = (await fetch(home(hall, "nulle-part"))).body
        for cookie in [tablet.cookie, *other_cookies(hall)]:
            for path in (*PAGES, *SOCKETS, f"salle?cle={hall.code}", "salle?cle=", "salle/projecteur?cle=x"):
                for method in ("GET", "HEAD"):
                    answer = await fetch(home(hall, path), method=method, headers={"Cookie": cookie})
                    assert answer.code == 404, (path, cookie)
                    assert "Set-Cookie" not in answer.headers
                    assert method == "HEAD" or answer.body == nowhere

    run(lambda: asyncio.wait_for(play(), 30))


@pytest.mark.parametrize("path", SOCKETS)
def test_a_socket_opens_for_nobody_but_the_trainer_on_a_page_of_the_room(hall, path):
    async def play() -> None:
        trainer, tablet = Trainer(hall), Tablet(hall)
        await tablet.join(hall.code)
        address = home(hall, path).replace("http", "ws", 1)
        ours = home(hall).rstrip("/")
        refused = [{"Cookie": cookie, "Origin": ours} for cookie in [tablet.cookie, *other_cookies(hall)]]
        refused += [{"Cookie": trainer.cookie, "Origin": origin} for origin in ("http://ailleurs.example", "null", "")]
        for headers in refused:
            with pytest.raises(Exception, match="404"):
                await websocket_connect(HTTPRequest(address, headers=headers))

    run(lambda: asyncio.wait_for(play(), 30))


@pytest.mark.parametrize(
    "said",
    ["", "nonsense", "[]", '{"do": "__init__"}',
     '{"do": "coming", "seat": "98"}', '{"do": "coming"}', '{"do": ["coming"]}',
     '{"do": "send", "chapter": "2021/../secret"}', '{"do": "send", "chapter": "http://ailleurs.example"}',
     '{"do": "pause", "minutes": "x"}', '{"do": "number", "seat": "98", "to": "1"}', '{"do": "aim"' + " " * 3000 + "}"],
)  # fmt: skip
def test_what_is_no_word_of_a_board_ends_its_connection_and_changes_nothing(hall, said):
    async def play() -> None:
        trainer = Trainer(hall)
        await trainer.connect()
        await trainer.socket.write_message(said)
        while await trainer.socket.read_message() is not None:
            pass
        assert trainer.socket.close_code == 1003

    run(lambda: asyncio.wait_for(play(), 30))


def test_no_piece_of_a_board_says_what_was_typed(hall):
    async def play() -> None:
        trainer, tablet = Trainer(hall), Tablet(hall)
        number = await tablet.join(hall.code)
        await tablet.enter()
        await tablet.act("sign_in", number="7 65 43", code="13579246")
        await trainer.connect()
        await trainer.do("choose", seat=number)
        await trainer.see(f"Tablette {number}", "room-one")
        report = await trainer.look("salle/bilan")
        assert not re.search("7 65 43|13579246", json.dumps(trainer.pieces) + report)
        trainer.socket.close()

    run(lambda: asyncio.wait_for(play(), 30))
