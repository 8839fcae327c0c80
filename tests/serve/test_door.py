"""What the server answers for a chapter: to thirty learners at once, and to one whose page or notebook changes."""

import asyncio
import json
import re

from tornado.websocket import websocket_connect

from tests.support.learner import Learner, fetch, run
from tests.support.server import MOST, SCREEN, write

NUMBER = "2 82 02 95 000 199"


def test_thirty_learners_who_arrive_at_once_each_get_their_own_page(server):
    async def learn(number: int) -> str:
        one = Learner(server)
        await one.open("chapter")
        await one.connect()
        assert f'value="{number}"' in await one.act("sign_in", number=f"{number}", code="")
        one.socket.close(1000)
        return one.life

    async def play() -> None:
        assert len(set(await asyncio.gather(*[learn(number) for number in range(30)]))) == 30

    run(play)


def test_a_page_that_shows_only_text_has_no_door(server):
    async def play() -> None:
        reader = Learner(server)
        assert "Se connecter" in await reader.open("text")
        assert reader.door is None

    run(play)


def test_the_page_is_the_same_for_everybody_and_is_not_sent_twice(server):
    async def play() -> None:
        address = server.address("chapter")
        first, second = await fetch(address), await fetch(address)
        assert first.body == second.body
        again = await fetch(address, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.code, again.body) == (304, b"")
        head = await fetch(address, method="HEAD")
        assert (head.code, head.body) == (200, b"")

    run(play)


def test_a_notebook_that_is_saved_again_is_shown_as_it_is_now_and_old_pages_go_on(server):
    async def play() -> None:
        write(server.notebooks, "changing", SCREEN)
        before, after = Learner(server), Learner(server)
        await before.open("changing")
        write(server.notebooks, "changing", SCREEN, SCREEN)
        await after.open("changing")
        assert [len(before.screens), len(after.screens)] == [1, 2]
        for one in (before, after):
            await one.connect()
            assert 'value="1 23"' in await one.act("sign_in", number="1 23", code="")

    run(play)


def test_a_page_of_a_notebook_that_nobody_knows_any_more_is_told(server):
    async def play() -> None:
        one = Learner(server)
        await one.open("chapter")
        one.door["version"] = "0" * 12
        assert await one.connect() == {"gone": True}
        one.door |= {"version": one.door["version"], "chapter": "no chapter"}
        assert await one.connect() == {"gone": True}
        await one.open("chapter")
        one.door["edition"] = "1900"
        assert await one.connect() == {"gone": True}

    run(play)


def test_after_a_cell_that_fails_the_next_one_is_still_shown_and_the_terminal_says_why(server, theirs):
    async def play() -> None:
        ours = await Learner(server).open("broken")
        for html, reason in ((ours, "UnknownNameError"), (theirs.body.decode(), "ZeroDivisionError")):
            assert html.count("Cette partie de la page n'a pas pu s'afficher</h2>") == 1
            assert reason not in html
        assert "Dans broken : « nowhere » n'existe pas" in server.log.read_text(encoding="utf-8")
        one = Learner(server)
        await one.open("broken")
        await one.connect()
        assert 'value="1 23"' in await one.act("sign_in", number="1 23", code="")

    run(play)


def test_other_code_than_the_courses_is_executed_for_each_page(server, theirs):
    async def play() -> None:
        pids = [re.findall(r">(\d+)<", html) for html in (theirs.body.decode(), await Learner(server).open("theirs"))]
        assert pids[0]
        assert pids[0] != pids[1]
        assert "Se connecter" in await Learner(server).open("text")  # ours are still there

    run(play)


def test_a_page_that_is_closed_is_forgotten_and_one_that_is_cut_off_is_not(server):
    async def play() -> None:
        one = Learner(server)
        await one.open("chapter")
        await one.connect()
        one.socket.close()
        assert await one.is_remembered()
        one.socket.close(1001)
        assert not await one.is_remembered()

    run(play)


def test_a_connection_that_is_cut_can_be_made_again_and_nothing_is_done_twice(server):
    async def play() -> None:
        one = Learner(server)
        await one.open("chapter")
        await one.connect()
        await one.tell("sign_in", number=NUMBER, code="Faux-code-1")
        await one.hear()  # the server has answered; the page, let us say, has not heard it
        one.socket.close()
        back = await one.connect()
        assert back == {"life": one.life, "done": 1}
        assert re.search(r"reste 2\Wessais", (await one.listen())["html"])
        one.number = 0
        await one.tell("sign_in", number=NUMBER, code="Faux-code-1")  # again, by its number
        one.number = 1
        assert re.search(r"reste 1\Wessai", await one.act("sign_in", number=NUMBER, code="Faux-code-2"))

    run(play)


def test_a_page_that_comes_back_takes_the_place_of_its_old_connection(server):
    async def play() -> None:
        one = Learner(server)
        await one.open("chapter")
        await one.connect()
        old = one.socket
        await one.connect()
        assert await old.read_message() is None
        assert re.search(r"reste 2\Wessais", await one.act("sign_in", number=NUMBER, code="Faux-code-1"))

    run(play)


def test_a_page_that_made_room_is_told_and_goes_on_from_what_its_browser_kept(server):
    async def play() -> None:
        one = Learner(server)
        await one.open("chapter")
        await one.connect()
        await one.tell("sign_in", number=NUMBER, code="48151623")
        kept = (await one.listen())["keep"]
        crowd = [Learner(server) for _ in range(MOST)]
        for other in crowd:
            await other.open("chapter")
            await other.connect()
        await one.tell("sign_out")
        assert await one.hear() == {"lost": True}
        first = await one.connect(kept)
        (_, answer), *_ = first["open"]
        assert "Vous êtes connectée" in answer["html"]
        one.number -= 1
        assert "Me connecter" in await one.act("sign_out")
        for other in crowd:
            other.socket.close(1000)

    run(play)


def test_a_page_still_as_it_was_drawn_is_sent_no_drawing(server):
    async def play() -> None:
        one = Learner(server)
        await one.open("chapter")
        assert (await one.connect())["open"] == []
        assert "html" not in await one.show()
        one.life = "another"
        assert ["html" in answer for _, answer in (await one.connect())["open"]] == [True]

    run(play)


def test_what_the_browser_keeps_is_taken_up_when_its_step_is_shown(server):
    async def play() -> None:
        one, later = Learner(server), Learner(server)
        for page in (one, later):
            await page.open("chapter")
            await page.connect()
        await one.show()
        await one.tell("sign_in", number=NUMBER, code="48151623")
        kept = (await one.listen())["keep"]
        texts = {name: json.dumps(value) for name, value in kept.items()}  # as a browser keeps them
        second = await later.show(kept=texts)
        assert second["turn"] == 0
        assert "Vous êtes connectée" in second["html"]

    run(play)


def test_a_page_that_never_speaks_costs_nothing_that_lasts(server):
    async def play() -> None:
        one = Learner(server)
        await one.open("chapter")
        await one.connect()
        for _ in range(3 * MOST):  # a loop of requests, a link preview, a scanner
            await Learner(server).open("chapter")
            await websocket_connect(f"ws://localhost:{server.port}/voila/atelier/door")
        assert await one.is_remembered()

    run(play)


def test_a_message_that_is_none_leaves_the_sessions_alone(server):
    async def play() -> None:
        one = Learner(server)
        await one.open("chapter")
        await one.connect()
        for number, message in enumerate((None, 3, "sign_in", [], {}, {"do": "resume", "answers": {"kept": 3}}), 1):
            await one.say(n=number, to="ecran1", seen=0, message=message)
            assert (await one.hear())["n"] == number
        one.number = 10
        assert re.search(r"reste 2\Wessais", await one.act("sign_in", number=NUMBER, code="Faux-code-1"))

    run(play)
