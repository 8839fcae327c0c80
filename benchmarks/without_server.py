"""Measure the course without a server beside the one that a room serves: `python benchmarks/without_server.py`.

It needs the extras `bench` and `test`, and Node. The course is written anew, for a folder and for a host; each way is
visited with an empty cache, so that its first answered click holds all that comes before it.
"""

import argparse
import datetime as dt
import gzip
import json
import os
import re
import signal
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any, ClassVar

import contestants
import psutil
from playwright.sync_api import Browser, Page, sync_playwright
from servers import Server

from atelier_ameli.site import Site
from practice.doors.sheets.command import find_chromium
from practice.doors.web import command

HERE = Path(__file__).parent
RESULTS = HERE / "results" / "without_server.json"
CHAPTER, STEP, NEXT = "06_se_connecter", "pour-essayer-librement", "7. "
PATIENCE = 120_000  # ms
REDRAWS = 15
CALM, CALM_AT_LAST = 0.4, 5  # seconds
SLOWER = 4
STOPPED, GOING = 0.03, 0.01  # seconds: of each four hundredths of a second, a slow computer has one
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")

#: in every page from its first moment: when its title is drawn, and when the first click has been answered
PROBE = """
(() => {
  const seen = (what) => [...document.querySelectorAll(what)].find((one) => one.getClientRects().length);
  const button = () => seen('[data-session] form[data-action="sign_in"] button[type=submit]:not([data-action])');
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  async function arrive() {
    while (!document.body || !seen("h1, h2") || !button()) await frame();
    const readable = performance.now();
    button().click();
    while (!seen("[data-session] .summary")) await frame();
    return { readable, answered: performance.now() };
  }
  async function redraw() {
    const live = button().closest(".atelier-live"), began = performance.now();
    button().click();
    while (live.hasAttribute("aria-busy")) await new Promise((done) => setTimeout(done));
    return performance.now() - began;
  }
  function goOn() {
    const began = Date.now();
    document.querySelector(".page-nav a.page-next").click();
    return began;
  }
  window.bench ??= { redraw, goOn, arrived: arrive() };
})();
"""
#: when the title of a chapter is drawn
DRAWN = """(title) => document.title.startsWith(title) && document.querySelector("h1")?.getClientRects().length
  && Date.now()"""
SERVED = contestants.Contestant(
    "course", "Servi dans la salle", "atelier-ameli",
    lambda port: ["atelier_ameli.serve", "--no-browser", "--ip=127.0.0.1", f"--port={port}"],
    f"/voila/render/{CHAPTER}.ipynb#{STEP}", "", "", "", HERE.parent, course=True, opened="atelier est ouvert",
)  # fmt: skip

#: what is measured: its name, its unit, what is to be reached in the folder and at a host
ROWS = (
    ("disk", "le dossier, sur le disque", "Mo", 18, None),
    ("megabytes", "reçu, 1re visite", "Mo", None, 10.5),
    ("readable", "lisible", "s", 0.3, 0.3),
    ("answered", "premier clic répondu", "s", 1.2, 1.0),
    ("slow_readable", "lisible, processeur ÷ 4", "s", None, None),
    ("slow_answered", "premier clic répondu, processeur ÷ 4", "s", 3.5, 3.5),
    ("next", "chapitre suivant", "s", 0.1, 0.1),
    ("redraw", "clic → dessin", "ms", 20, 20),
    ("memory", "mémoire de l'onglet", "Mo", 200, 200),
)
WAYS = {"served": SERVED.title, "folder": "Dossier, `file://`", "host": "Hébergeur de fichiers"}


class Host(SimpleHTTPRequestHandler):
    """Gives files as a host does that compresses what is text, and counts: no page sees what a worker asks for."""

    protocol_version = "HTTP/1.1"
    sent: ClassVar[list[int]] = []

    def do_GET(self) -> None:
        """Answer with the file."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        packed = file.suffix != ".bin"
        content = gzip.compress(content, 6) if packed else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        kept = "public, max-age=31536000, immutable" if "/engine-" in self.path else "no-cache"
        self.send_header("Cache-Control", kept)  # as docs/heberger_le_cours.md says
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(content)
            self.sent.append(len(content))

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Give the address of a folder at a host."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=folder))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def renderers(browser: Browser) -> list[psutil.Process]:
    """Return the processes that draw pages, the newest last."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return [psutil.Process(one["id"]) for one in told if one["type"] == "renderer"]


@contextmanager
def slower(browser: Browser) -> Iterator[None]:
    """Let all threads of the pages run a quarter of the time: Chromium's own throttling leaves workers as they are."""
    drawing, over = renderers(browser), Event()

    def stop_and_go() -> None:
        while not over.is_set():
            for number, pause in ((signal.SIGSTOP, STOPPED), (signal.SIGCONT, GOING)):
                for one in drawing:
                    with suppress(psutil.NoSuchProcess):
                        one.send_signal(number)
                time.sleep(pause)

    thread = Thread(target=stop_and_go)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def settle(browser: Browser) -> None:
    """Wait until a new window of Chromium is calm: its address bar is made of pages, which are not the course's."""
    spent, until = 0.0, time.monotonic() + CALM_AT_LAST
    while time.monotonic() < until:
        before, spent = spent, sum(sum(one.cpu_times()[:2]) for one in renderers(browser))
        if spent - before < CALM / 20:
            return
        time.sleep(CALM)


@contextmanager
def page_of(browser: Browser) -> Iterator[tuple[Page, Callable[[], float]]]:
    """Give a page with an empty cache, and what tells the megabytes that have come for it."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.add_init_script(PROBE)
    page = context.new_page()
    settle(browser)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    came: list[float] = []
    session.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    yield page, lambda: sum(came) / 1e6
    context.close()


def visit(browser: Browser, url: str, *, slow: bool = False) -> dict[str, float]:
    """Open a chapter and click at once; return the milliseconds until it is read, and until the click is answered."""
    with page_of(browser) as (page, _):
        page.goto("about:blank")
        with slower(browser) if slow else nullcontext():
            page.goto(url, wait_until="commit", timeout=PATIENCE)
            return page.evaluate("() => window.bench.arrived")


def stay(browser: Browser, url: str) -> dict[str, float]:
    """Open a chapter, click again and again, go on to the next; return what came, how long it took, and its memory."""
    with page_of(browser) as (page, came):
        Host.sent.clear()
        page.goto(url, wait_until="commit", timeout=PATIENCE)
        page.evaluate("() => window.bench.arrived")
        megabytes = sum(Host.sent) / 1e6 or came()
        redraws = [page.evaluate("() => window.bench.redraw()") for _ in range(REDRAWS)]
        told = {"megabytes": megabytes, "redraw": statistics.median(redraws)}
        told["memory"] = max(one.memory_full_info().uss for one in renderers(browser)) / 1e6
        began = page.evaluate("() => window.bench.goOn()")
        return {**told, "next": page.wait_for_function(DRAWN, arg=NEXT).json_value() - began}


def measure(browser: Browser, url: str, times: int) -> dict[str, float]:
    """Return the medians of all that is measured of one way to give the course."""
    quick = [visit(browser, url) for _ in range(times)]
    slow = [visit(browser, url, slow=True) for _ in range(times)]
    stays = [stay(browser, url) for _ in range(times)]
    found = {name: statistics.median(one[name] for one in quick) for name in ("readable", "answered")}
    found |= {f"slow_{name}": statistics.median(one[name] for one in slow) for name in ("readable", "answered")}
    return found | {name: statistics.median(one[name] for one in stays) for name in stays[0]}


def weight(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def run(times: int) -> dict[str, Any]:
    """Write the course, and measure each way to give it."""
    found: dict[str, Any] = {"date": f"{dt.datetime.now().astimezone():%d/%m/%Y à %H:%M}", "times": times}
    found["load_before"] = os.getloadavg()[0]
    with TemporaryDirectory() as made, sync_playwright() as playwright:
        folder, host = Path(made, "clé"), Path(made, "www")
        assert command.main(Site, ["--output", str(folder)]) == 0
        assert command.main(Site, ["--en-ligne", "--output", str(host)]) == 0
        browser = playwright.chromium.launch(executable_path=find_chromium() or None, args=list(FLAGS))
        with Server(SERVED, sys.executable) as server:
            found["served"] = measure(browser, server.url, times)
        with hosted(host) as address:
            found["host"] = {**measure(browser, f"{address}{CHAPTER}.html#{STEP}", times), "disk": weight(host)}
        beside = f"{folder.as_uri()}/index.html?chapitre={CHAPTER}#{STEP}"
        found["folder"] = {**measure(browser, beside, times), "disk": weight(folder)}
        browser.close()
    return {**found, "load_after": os.getloadavg()[0]}


def cell(found: dict[str, Any], way: str, name: str, unit: str, goal: float | None) -> str:
    """Return a figure as the table has it, with its goal if it has one."""
    if name not in found[way] or (name == "megabytes" and way == "folder"):
        return "–"
    number = found[way][name] / (1000 if unit == "s" else 1)
    text = f"{number:.0f} {unit}" if number >= 20 or unit == "ms" else f"{number:.{2 if unit == 's' else 1}f} {unit}"  # noqa: PLR2004
    mark = "" if goal is None else f" (but : ≤ {goal:g} {unit}{'' if number <= goal else ', **non atteint**'})"
    return f"{text}{mark}".replace(".", ",")


def table(found: dict[str, Any]) -> str:
    """Return what has been measured, in Markdown."""
    loads = f"{found['load_before']:.1f} → {found['load_after']:.1f}".replace(".", ",")
    when = f"{found['date']}, médianes de {found['times']} visites."
    lines = [f"{when} Charge de la machine avant et après : {loads}.", ""]
    lines += ["| | " + " | ".join(WAYS.values()) + " |", "|---" * (len(WAYS) + 1) + "|"]
    for name, heading, unit, folder, host in ROWS:
        goals = {"served": None, "folder": folder, "host": host}
        lines.append(f"| {heading} | " + " | ".join(cell(found, way, name, unit, goals[way]) for way in WAYS) + " |")
    return "\n".join(lines)


def into_readme(found: dict[str, Any]) -> None:
    """Put the table into README.md, between its marks."""
    file, new = HERE / "README.md", f"<!-- without_server -->\n{table(found)}\n<!-- /without_server -->"
    text = file.read_text(encoding="utf-8")
    pattern = "<!-- without_server -->.*<!-- /without_server -->"
    file.write_text(re.sub(pattern, lambda _: new, text, flags=re.DOTALL), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="each thing once")
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    options = parser.parse_args()
    found = run(1 if options.quick else 5)
    RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(table(found))
    if options.readme:
        into_readme(found)


if __name__ == "__main__":
    main()
