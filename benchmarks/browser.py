"""A real browser: one learner's visit, on a fast or slow machine and link."""

import asyncio
import contextlib
import json
import statistics
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from contestants import Contestant
from playwright.async_api import Browser, BrowserContext, CDPSession, Page, Playwright

_PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # a CDN fails at once, as in a room without Internet
)
_PATIENCE = 180.0
_STILL_LOADING = 1.5  #: seconds after the first answer in which bytes still count
SLOW_LINK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}


async def launch(playwright: Playwright, executable: str) -> Browser:
    """Start Chromium, which will reach this machine only, and open its first page, which is always slow."""
    browser = await playwright.chromium.launch(executable_path=executable, args=list(_FLAGS))
    page = await browser.new_page()
    await page.goto("about:blank")
    await page.close()
    return browser


class Bytes:
    """Counts what a page asks for and receives."""

    def __init__(self, session: CDPSession) -> None:
        self.requests = self.transferred = self.decoded = self.websocket = 0
        self._cached: set[str] = set()
        session.on("Network.requestServedFromCache", lambda event: self._cached.add(event["requestId"]))
        session.on("Network.responseReceived", self._respond)
        session.on("Network.loadingFinished", lambda event: self._finish(event["encodedDataLength"]))
        session.on("Network.dataReceived", self._receive)
        session.on("Network.webSocketFrameReceived", lambda event: self._frame(event["response"]["payloadData"]))

    def summary(self) -> dict[str, int]:
        """Return the counts: transferred is what crossed the wire, headers included; decoded what it became."""
        names = ("requests", "transferred", "decoded", "websocket")
        return {name: int(getattr(self, name)) for name in names}

    def _respond(self, event: dict[str, Any]) -> None:
        response = event["response"]
        cached = response.get("fromDiskCache") or event["requestId"] in self._cached
        if not cached and response["url"].startswith("http"):
            self.requests += 1

    def _finish(self, length: float) -> None:
        self.transferred += length

    def _receive(self, event: dict[str, Any]) -> None:
        self.decoded += event["dataLength"] if event["requestId"] not in self._cached else 0

    def _frame(self, payload: str) -> None:
        self.websocket += len(payload)


@contextlib.asynccontextmanager
async def visitor(browser: Browser, contestant: Contestant) -> AsyncIterator[BrowserContext]:
    """Give a browser without cache or cookies, whose pages play the learner by themselves."""
    context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    spec = {"button": contestant.button, "box": contestant.box, "total": contestant.total}
    await context.add_init_script(_PROBE.replace("SPEC", json.dumps(spec)))
    try:
        yield context
    finally:
        await context.close()


async def visit(page: Page, url: str, *, cpu: int = 1, link: dict | None = None, wait: float = 0) -> dict[str, Any]:
    """Go to the page, and return the milliseconds until the button is there and until its click is answered."""
    session = await page.context.new_cdp_session(page)
    await session.send("Network.enable")
    if cpu != 1:
        await session.send("Emulation.setCPUThrottlingRate", {"rate": cpu})
    if link:
        await session.send("Network.emulateNetworkConditions", link)
    count = Bytes(session)
    async with asyncio.timeout(_PATIENCE):
        await page.goto(url, wait_until="commit", timeout=_PATIENCE * 1000)
        result = await page.evaluate("() => window.bench.arrived")
    await asyncio.sleep(wait)
    await session.detach()
    return {**result, "bytes": count.summary()}


async def visits(
    browser: Browser, contestant: Contestant, url: str, times: int, *, cpu: int = 1, link: dict | None = None
) -> dict[str, Any]:
    """Visit with an empty cache, then again with what it kept; medians of several such pairs."""
    first, second = [], []
    for last in [*[False] * (times - 1), True]:
        async with visitor(browser, contestant) as context:
            for results in (first, second) if cpu == 1 and not link else (first,):
                page = await context.new_page()
                results.append(await visit(page, url, cpu=cpu, link=link, wait=_STILL_LOADING * last))
                await page.close()
    return {"first": _middle(first)} | ({"second": _middle(second)} if second else {})


async def redraws(browser: Browser, contestant: Contestant, url: str, times: int) -> dict[str, Any]:
    """Search again and again on one page; return the milliseconds from click to changed total."""
    async with visitor(browser, contestant) as context:
        page = await context.new_page()
        await visit(page, url)
        taken = []
        for _ in range(times):
            async with asyncio.timeout(_PATIENCE):
                taken.append((await page.evaluate("() => window.bench.search()"))["ms"])
            await asyncio.sleep(0.1)
    return {"median": statistics.median(taken), "max": max(taken), "all": taken}


def _middle(results: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the medians, and all that they are the medians of."""
    times = {name: [result[name] for result in results] for name in ("shown", "answered")}
    clicks = max(result["clicks"] for result in results)
    medians = {name: statistics.median(values) for name, values in times.items()}
    return {**medians, "all": times, "clicks": clicks, "bytes": results[-1]["bytes"]}
