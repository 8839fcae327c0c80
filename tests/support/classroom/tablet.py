"""A tablet as the server of a room sees it: it joins, and its pages bring its claim."""

import re
from typing import Any

from tornado.httpclient import HTTPResponse

from practice.doors.voila.classroom import SEAT
from tests.support.learner import Learner, fetch
from tests.support.server import Server


def home(server: Server, path: str = "") -> str:
    return f"http://localhost:{server.port}/{path}"


async def join(server: Server, path: str, cookie: str = "") -> HTTPResponse:
    """Ask to join, and follow no link from there."""
    return await fetch(home(server, path), follow_redirects=False, headers={"Cookie": cookie} if cookie else {})


class Tablet(Learner):
    """A page of a tablet that has a seat."""

    cookie = ""

    async def join(self, code: str) -> str:
        """Join, and return the number; a tablet that has joined shows it anew."""
        answer = await join(self.server, f"rejoindre/{code}", self.cookie)
        assert answer.code == 302, answer.code
        self.cookie = re.match(rf"{SEAT}=[^;]+", answer.headers["Set-Cookie"])[0]
        return self.cookie.partition("=")[2].partition(".")[0]

    async def enter(self, notebook: str = "chapter", kept: object = None) -> dict[str, Any]:
        """Open a chapter, and return the first thing that the room says."""
        await self.open(notebook)
        await self.connect(kept, **({"Cookie": self.cookie} if self.cookie else {}))
        return await self.hear_room()

    async def hear_room(self) -> dict[str, Any]:
        return (await self.hear())["room"]

    async def tell_room(self, do: str, **more: Any) -> None:
        await self.say(room={"do": do, **more})
