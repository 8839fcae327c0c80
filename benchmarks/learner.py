"""One learner as the server sees her: she gets the page and its files, opens the page's websocket, and searches."""

import json
import re
import sys
from datetime import date, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit
from uuid import uuid4

from contestants import PEERS
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

sys.path.insert(0, str(PEERS))
import payments

_PATIENCE = 180
_MOST_FILES = 40
_MOST_MESSAGES = 2000
_FILES = re.compile(r"""(?:src|href)=["']([^"'#]+\.(?:js|css)(?:\?[^"']*)?)["']""")
_TOTAL = re.compile(r"Total[\s:\u00a0]*(?:<strong>)?([\d\s\u202f\u00a0]+,\d\d)")

AsyncHTTPClient.configure(None, max_clients=1000, max_body_size=200_000_000)


class WrongAnswerError(Exception):
    """The server answered, and not what this learner asked for."""


class Learner:
    """What the protocols need. Each learner searches from another day, or without care, so that answers differ."""

    def __init__(self, url: str, number: int) -> None:
        self.url = url
        self.session = uuid4().hex
        self.start: date = payments.OLDEST + timedelta(days=7 * number % (payments.END - payments.OLDEST).days)
        self.kinds = [kind for kind in payments.KINDS if kind != "care" or number % 2]
        self.socket: WebSocketClientConnection | None = None
        self.cookie = ""
        self._heard = 0

    async def get(self, address: str = "") -> str:
        """Return a page or a file of the server."""
        request = HTTPRequest(
            urljoin(self.url, address),
            request_timeout=_PATIENCE,
            connect_timeout=_PATIENCE,
            headers={"Accept-Encoding": "gzip", "Cookie": self.cookie},
        )
        response = await AsyncHTTPClient().fetch(request)
        cookies = (cookie.split(";")[0] for cookie in response.headers.get_list("Set-Cookie"))
        self.cookie = "; ".join(filter(None, [self.cookie, *cookies]))
        return response.body.decode(errors="replace")

    async def page(self) -> str:
        """Return the page, after getting the scripts and styles that its HTML names, as an empty cache would."""
        html = await self.get()
        host = urlsplit(self.url).netloc
        files = list(dict.fromkeys(urljoin(self.url, file) for file in _FILES.findall(html)))[:_MOST_FILES]
        for file in files:
            if urlsplit(file).netloc == host:
                await self.get(file)
        return html

    async def open(self, path: str, subprotocols: list[str] | None = None) -> None:
        """Open the page's websocket."""
        address = urljoin(self.url, path).replace("http", "ws", 1)
        host = "{0.scheme}://{0.netloc}".format(urlsplit(self.url))
        request = HTTPRequest(address, connect_timeout=_PATIENCE, headers={"Origin": host, "Cookie": self.cookie})
        self.socket = await websocket_connect(request, subprotocols=subprotocols, max_message_size=200_000_000)

    async def say(self, message: Any) -> None:
        """Send JSON, or bytes as they are."""
        binary = isinstance(message, bytes)
        await self.socket.write_message(message if binary else json.dumps(message), binary=binary)

    async def hear(self) -> Any:
        """Return the next message. Raises ConnectionError at the end, or after far too many."""
        self._heard += 1
        message = await self.socket.read_message()
        if message is None or self._heard > _MOST_MESSAGES:
            raise ConnectionError("the websocket ended without the answer")
        return message

    def leave(self) -> None:
        """Close the page."""
        if self.socket:
            self.socket.close()

    def check(self, text: str) -> None:
        """Raise WrongAnswerError unless the text holds the total of what was searched."""
        found = payments.search(self.start, payments.END, payments.EVERYBODY, self.kinds)
        wanted, given = amount(payments.total(found)), amount(text)
        if given != wanted:
            raise WrongAnswerError(f"{given} instead of {wanted}")


def amount(text: str) -> str | None:
    """Return the total that a text tells, without spaces."""
    match = _TOTAL.search(text)
    return match and re.sub(r"\s", "", match[1])
