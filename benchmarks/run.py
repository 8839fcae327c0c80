"""Measure the payments exercise in the course and in its peers: `python benchmarks/run.py`.

It needs the extras `bench` and `test`. Peers may live in another environment: `--peers PYTHON`. Nothing but this
machine is reached, and every server and browser that it starts is stopped.
"""

import argparse
import asyncio
import datetime as dt
import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import data
import psutil
import report
import targets

data.dump()  # before anything reads it

from browser import SLOW_LINK, launch, redraws, visit, visitor, visits  # noqa: E402
from contestants import ALL, Contestant  # noqa: E402
from load import arrive  # noqa: E402
from playwright.async_api import Browser, Error, async_playwright  # noqa: E402
from rows import cost  # noqa: E402
from servers import Server  # noqa: E402

from practice.doors.launch.chromium import find_chromium  # noqa: E402

_CPU_SLOWER = 4

#: how often each thing is done: cold starts, pairs of visits, slow machine, slow link, redraws, and classes
FULL = {"cold": 3, "warm": 5, "cpu": 3, "link": 1, "redraw": 20, "classes": (1, 10, 30, 100, 300)}
SHORT = {"cold": 1, "warm": 2, "cpu": 1, "link": 1, "redraw": 15, "classes": (10, 30)}
QUICK = {"cold": 1, "warm": 1, "cpu": 1, "link": 1, "redraw": 3, "classes": (1, 10)}


def tell(what: str) -> None:
    """Say how far it has come."""
    print(f"{dt.datetime.now().astimezone():%H:%M:%S} {what}", flush=True)


async def measure(contestant: Contestant, python: str, browser: Browser, times: dict[str, Any]) -> dict[str, Any]:
    """Measure one contestant."""
    tell(contestant.title)
    result: dict[str, Any] = {"title": contestant.title}
    cold: list[float] = []
    starts: list[float] = []
    for last in [*[False] * (times["cold"] - 1), True]:
        with Server(contestant, python) as server:
            async with visitor(browser, contestant) as context:
                cold.append((await visit(await context.new_page(), server.url))["answered"])
            starts.append(server.start_seconds)
            if last:
                result |= await _warm(contestant, server, browser, times)
    result["cold"] = {"answered": sorted(cold)[len(cold) // 2], "all": cold}
    result["load"] = {}
    alone = result["warm"]["first"]["answered"]
    tell(
        f"    cold {result['cold']['answered']:.0f} ms, warm {alone:.0f} ms, redraw {result['redraw']['median']:.0f} ms"
    )
    for count in times["classes"]:
        if count > contestant.most:
            continue
        with Server(contestant, python) as server:
            load = result["load"][str(count)] = await arrive(contestant, server, count, browser)
            starts.append(server.start_seconds)
        tell(f"    {count} at once: p95 {load['p95'] or 0:.2f} s, {load['failed']} failed, {load['wrong']} wrong")
    result |= {"starts": starts, "cost": cost(result["load"])}
    return result


async def _warm(contestant: Contestant, server: Server, browser: Browser, times: dict[str, Any]) -> dict[str, Any]:
    return {
        "warm": await visits(browser, contestant, server.url, times["warm"]),
        "slow_cpu": await visits(browser, contestant, server.url, times["cpu"], cpu=_CPU_SLOWER),
        "slow_link": await visits(browser, contestant, server.url, times["link"], link=SLOW_LINK),
        "redraw": await redraws(browser, contestant, server.url, times["redraw"]),
    }


def package_version(contestant: Contestant, python: str) -> str | None:
    """Return the version of a contestant's package in its environment, or None where it is missing."""
    if contestant.course:
        return version(contestant.package)
    question = f"from importlib.metadata import version; print(version({contestant.package!r}))"
    answer = subprocess.run([python, "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.strip() if answer.returncode == 0 else None


def machine() -> dict[str, Any]:
    """Describe this computer."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    cpu = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
    memory = round(psutil.virtual_memory().total / 2**30)
    return {"cores": os.cpu_count(), "cpu": cpu, "memory_gb": memory, "system": platform.platform(terse=True)}


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a smoke run: each thing once")
    parser.add_argument("--short", action="store_true", help="fewer repetitions, classes up to 30")
    parser.add_argument("--add", action="store_true", help="keep what the file has of the others")
    parser.add_argument("--classes", help="sizes of the classes, with commas, instead of those of the table")
    parser.add_argument("--only", default="", help="names, with commas: " + ", ".join(c.name for c in ALL))
    parser.add_argument("--peers", default=sys.executable, help="the Python that has the peers")
    parser.add_argument("--name", help="of the files in results/")
    parser.add_argument("--readme", action="store_true", help="also put the table into README.md")
    return parser.parse_args()


async def main() -> None:
    """Measure, and tell."""
    chosen = options()
    times = QUICK if chosen.quick else SHORT if chosen.short else FULL
    if chosen.classes:
        times = {**times, "classes": tuple(map(int, chosen.classes.split(",")))}
    name = chosen.name or ("quick" if chosen.quick else "latest")
    executable = find_chromium()
    if not executable:
        sys.exit("No Chromium found: name one in ATELIER_CHROMIUM.")
    run: dict[str, Any] = {
        "date": f"{dt.datetime.now().astimezone():%d/%m/%Y à %H:%M}",
        "machine": machine(),
        "load_before": os.getloadavg()[0],
        "versions": {"Python": platform.python_version()},
        "contestants": {},
    }
    if chosen.add:
        kept = report.read(name)
        run |= {key: kept[key] for key in ("versions", "contestants", "load_before") if key in kept}
    async with async_playwright() as playwright:
        browser = await launch(playwright, executable)
        run["versions"]["Chromium"] = browser.version
        for contestant in ALL:
            if chosen.only and contestant.name not in chosen.only.split(","):
                continue
            python = sys.executable if contestant.course else chosen.peers
            found = package_version(contestant, python)
            if found is None:
                print(f"{contestant.title}: {contestant.package} is not installed, skipped.")
                continue
            try:
                result = await measure(contestant, python, browser, times)
            except (RuntimeError, TimeoutError, Error) as error:
                print(f"{contestant.title}: {error!r}, skipped.")
                continue
            run["versions"][contestant.package] = found
            run["load_after"] = os.getloadavg()[0]
            about = {"times": times, "date": run["date"], "load_after": run["load_after"]}
            everyone = {**run["contestants"], contestant.name: {**result, **about}}
            run["contestants"] = {c.name: everyone[c.name] for c in ALL if c.name in everyone}
            report.write(run, name)  # whatever comes next, this is kept
        await browser.close()
    print(report.about(run), report.table(run), targets.table(run), sep="\n\n")
    if chosen.readme:
        report.into_readme(run, name)


if __name__ == "__main__":
    asyncio.run(main())
