"""A page as far as its server sees it: what a browser asks and says, without a browser."""

import asyncio
import json
import re
import secrets
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import websocket_connect

from tests.support.server import Server


def run(play: Callable[[], Awaitable[Any]]) -> Any:
    """Do what learners do, in a thread of its own: Playwright may have the loop of this one. Return what it gives."""
    with ThreadPoolExecutor() as elsewhere:
        return elsewhere.submit(lambda: asyncio.run(play())).result()


async def fetch(address: str, **how: Any) -> HTTPResponse:
    return await AsyncHTTPClient().fetch(address, request_timeout=60, raise_error=False, **how)


class Learner:
    """A page, as far as its server sees it."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.name = secrets.token_hex(16)
        self.life: str | None = None
        self.number = self.seen = 0

    async def open(self, notebook: str) -> str:
        response = await fetch(self.server.address(notebook), ssl_options=self.server.trusted)
        self.html = response.body.decode()
        door = re.search(r'data-door="([^"]*)"', self.html)
        self.door = json.loads(unescape(door[1])) if door else None
        self.screens = re.findall(r'data-session="(\w+)"', self.html)
        return self.html

    async def connect(self, kept: object = None, **headers: str) -> dict[str, Any]:
        """Greet, and return the first word. A page that comes back names the screens that it has shown, all here."""
        self.socket = await websocket_connect(
            HTTPRequest(self.server.door, headers=headers, ssl_options=self.server.trusted)
        )
        about = {name: self.door[name] for name in ("chapter", "version", "edition")}
        shown = self.screens if self.life else []
        await self.say(page=self.name, life=self.life, seen=self.seen, open=shown, kept=kept or {}, **about)
        first = await self.hear()
        self.life = first.get("life", self.life)
        return first

    async def say(self, **said: Any) -> None:
        await self.socket.write_message(json.dumps(said))

    async def hear(self) -> dict[str, Any]:
        return json.loads(await self.socket.read_message())

    async def show(self, kept: object = None) -> dict[str, Any]:
        """Show the step of the first screen, which takes up what the browser keeps. Return the answer."""
        self.number += 1
        message = {"do": "resume", "answers": {"kept": kept or {}}, "turn": 0}
        await self.say(n=self.number, to=self.screens[0], seen=self.seen, message=message)
        return await self.listen()

    async def tell(self, action: str, **answers: str) -> None:
        """Do something on the first screen."""
        self.number += 1
        message = {"do": action, "answers": answers, "turn": self.number}
        await self.say(n=self.number, to=self.screens[0], seen=self.seen, message=message)

    async def act(self, action: str, **answers: str) -> str:
        """Do something on the first screen, and return what it then shows."""
        await self.tell(action, **answers)
        return (await self.listen())["html"]

    async def listen(self) -> dict[str, Any]:
        said = await self.hear()
        self.seen = said["n"]
        return said["answer"]

    async def is_remembered(self) -> bool:
        life = self.life
        return (await self.connect())["life"] == life
