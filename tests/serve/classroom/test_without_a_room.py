"""Without a room, and for whoever has not joined one, everything is as it was, byte for byte."""

import shutil

from tests.support.classroom.tablet import Tablet, home
from tests.support.learner import fetch, run


def test_a_page_is_the_same_with_a_room_and_without_byte_for_byte(server, hall):
    async def play() -> None:
        shutil.copy(hall.notebooks / "chapter.ipynb", server.notebooks / "same.ipynb")
        shutil.copy(hall.notebooks / "chapter.ipynb", hall.notebooks / "same.ipynb")
        with_room, without = [await fetch(one.address("same")) for one in (hall, server)]
        assert with_room.body == without.body
        for name in ("ETag", "Cache-Control", "Vary", "Referrer-Policy", "Set-Cookie"):
            assert with_room.headers.get(name) == without.headers.get(name), name

    run(play)


def test_the_addresses_of_the_room_are_no_addresses_without_one(server):
    async def play() -> None:
        nothing = await fetch(home(server, "nowhere"))
        for path in ("rejoindre", "rejoindre/123456", "rejoindre/numero", "salle", "salle/projecteur"):
            answer = await fetch(home(server, path))
            assert (answer.code, answer.body) == (404, nothing.body), path
            told, other = ({**one.headers, "Date": ""} for one in (answer, nothing))
            assert told == other

    run(play)


def test_a_page_without_a_room_that_speaks_to_one_or_brings_a_claim_is_no_page(server, hall):
    async def play() -> None:
        tablet = Tablet(hall)
        await tablet.join(hall.code)
        tablet.server = server
        await tablet.open("chapter")
        await tablet.connect(Cookie=tablet.cookie)
        await tablet.act("sign_in", number="1 23", code="")
        await tablet.tell_room("help")
        assert await tablet.socket.read_message() is None
        assert tablet.socket.close_code == 1003

    run(play)
