"""A class that arrives: N learners within one second, most by the page's own protocol, a few in real browsers."""

import asyncio
import contextlib
import statistics
import time
from typing import Any

from browser import visit, visitor
from contestants import Contestant
from learner import Learner, WrongAnswerError
from playwright.async_api import Browser, BrowserContext
from protocols import PROTOCOLS
from protocols_framed import panel, streamlit
from servers import Server

_PROTOCOLS = {**PROTOCOLS, "panel": panel, "streamlit": streamlit}
_PATIENCE = 180
_BROWSERS = 3  #: among the class, from ten learners on
_FEW = 10
_SETTLED = 1.0


async def arrive(contestant: Contestant, server: Server, count: int, browser: Browser) -> dict[str, Any]:
    """Let `count` learners arrive within a second; return how long each waited for the right answer to a search."""
    await _learn(contestant, server, 0, 0.0, [])  # the server is warm
    await asyncio.sleep(_SETTLED)
    cpu, memory = server.cpu(), server.memory()
    learners: list[Learner] = []
    browsers = _BROWSERS if count >= _FEW else 0
    clients = count - browsers
    tasks = [_learn(contestant, server, n, n / max(count, 1), learners) for n in range(clients)]
    async with contextlib.AsyncExitStack() as pages:  # they stay open until the memory is read
        for n in range(browsers):
            context = await pages.enter_async_context(visitor(browser, contestant))
            tasks.append(_browse(context, server, (n + 1) / (browsers + 1)))
        results = await asyncio.gather(*tasks)
        await asyncio.sleep(_SETTLED)
        cost = {"cpu": server.cpu() - cpu, "memory": server.memory() - memory}
    for learner in learners:
        learner.leave()
    waits = sorted(result["seconds"] for result in results if result["seconds"] is not None)
    return {
        "count": count,
        "browsers": browsers,
        "median": statistics.median(waits) if waits else None,
        "p95": waits[min(len(waits) - 1, int(0.95 * len(waits)))] if waits else None,
        "max": waits[-1] if waits else None,
        "in_browsers": [result["seconds"] for result in results[clients:]],
        "wrong": sum(result["wrong"] for result in results),
        "failed": sum(result["seconds"] is None and not result["wrong"] for result in results),
        "errors": sorted({result["error"] for result in results if result["error"]})[:5],
        "cpu_per_learner": cost["cpu"] / count,
        "memory_per_learner": cost["memory"] / count,
    }


async def _learn(
    contestant: Contestant, server: Server, number: int, after: float, learners: list[Learner]
) -> dict[str, Any]:
    await asyncio.sleep(after)
    learner = Learner(server.url, number)
    learners.append(learner)
    began = time.perf_counter()
    wrong, error = False, ""
    try:
        async with asyncio.timeout(_PATIENCE):
            await _PROTOCOLS[contestant.name](learner)
    except WrongAnswerError as found:
        wrong, error = True, str(found)
    except Exception as found:  # noqa: BLE001 - whatever it is, this learner got no answer, and the others go on
        error = repr(found)[:200]
    seconds = time.perf_counter() - began
    return {"seconds": None if error else seconds, "wrong": wrong, "error": error}


async def _browse(context: BrowserContext, server: Server, after: float) -> dict[str, Any]:
    page = await context.new_page()
    await asyncio.sleep(after)
    try:
        result = await visit(page, server.url)
    except Exception as found:  # noqa: BLE001 - as above
        return {"seconds": None, "wrong": False, "error": repr(found)[:200]}
    return {"seconds": result["answered"] / 1000, "wrong": False, "error": ""}
