"""What a browser may do in a test: no foreign request, no word in the console. And what a notebook shows in it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Page

import atelier_ameli
from practice.doors.voila.app import lan_addresses
from practice.session import Session

OURS = {"localhost", "127.0.0.1", *lan_addresses()}
_SESSIONS = [name for name in atelier_ameli.__all__ if issubclass(getattr(atelier_ameli, name), Session)]
#: in a notebook, what answers
LIVE = re.compile(rf"\b(?:{'|'.join(_SESSIONS)})\(")


@contextmanager
def unforgiving(page: Page, forgiven: Iterable[str] = ()) -> Iterator[None]:
    """Fail if meanwhile a page asks anything of another host, or says a word in the console."""
    asked, said = [], []
    heard = {
        "console": lambda message: message.type in ("error", "warning") and said.append(message.text),
        "pageerror": lambda error: said.append(str(error)),
        "websocket": lambda websocket: asked.append(websocket.url),
    }
    ask = lambda request: asked.append(request.url)  # noqa: E731 - to be removed, it needs a name
    page.context.on("request", ask)
    for event, listener in heard.items():
        page.on(event, listener)
    yield
    page.context.remove_listener("request", ask)
    for event, listener in heard.items():
        page.remove_listener(event, listener)
    foreign = [url for url in asked if urlsplit(url).hostname not in {*OURS, None}]
    assert not foreign, foreign
    unforgiven = [text for text in said if not any(re.search(pattern, text) for pattern in forgiven)]
    assert not unforgiven, unforgiven
