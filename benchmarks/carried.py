"""What one core carries: the processor time that the server takes for an arrival, an action, a page that comes back.

Processor time, not the clock: other work on the machine changes it little. Each phase is done by every learner, one
after another, through the page's own protocol (tests/support/learner.py).
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.support import ROOT
from tests.support.learner import Learner, fetch, run
from tests.support.server import Server, write

#: what half of the learners do, and the other half: a sign-in that fails is drawn; so is each search of 27 months
SCREENS = {"sign_in": 'Screen("login", persona="jessica")', "search": 'Screen("payments", persona="jessica")'}
CHAPTER = "06_se_connecter"  #: what a learner arrives at
ACTIONS = 10
EVERY = (5, 10, 20)  #: seconds between two actions of a learner
SHARE = 0.5  #: of the core: the other half is for a crowd that arrives, and for the pages of a copy that dies


class Page(Learner):
    """A learner's page, with what its browser keeps."""

    kept: dict[str, str]
    heard = 0  #: letters of all drawings

    async def arrive(self, chapter: str) -> None:
        """Get the page and its files, connect, show the first screen."""
        self.kept = {}
        html = await self.open(chapter)
        for file in sorted(set(re.findall(r'"(/voila/atelier/\w+/[\w.]+)"', html))):
            await fetch(f"http://localhost:{self.server.port}{file}", headers={"Accept-Encoding": "gzip"})
        await self.connect()
        await self.show()

    async def work(self, action: str) -> None:
        """Do the same again and again, each time with other answers. Raises KeyError for what is not drawn."""
        for number in range(ACTIONS):
            answers = {"number": f"2 82 02 95 000 {100 + number}", "code": ""}
            if action == "search":
                answers = {"start": f"01/0{1 + number % 8}/2020", "end": "28/02/2021", "kind_care": "on"}
            await self.tell(action, **answers)
            answer = await self.listen()
            self.heard += len(answer["html"])
            self.keep(answer)

    def keep(self, answer: dict) -> None:
        """Keep what an answer says."""
        self.kept |= {name: json.dumps(value) for name, value in answer.get("keep", {}).items() if value != ""}

    async def come_back(self) -> None:
        """Be connected again to a server that knows nothing of this page."""
        self.socket.close()
        self.life = "0" * 8
        await self.connect(self.kept)


async def measure(server: Server, learners: int) -> dict[str, float]:
    """Return the milliseconds of processor that each thing takes, and the memory of a page in kB."""
    while (await fetch(f"http://localhost:{server.port}/sante/pret")).code != HTTPStatus.OK:
        pass  # it reads the other editions
    process = psutil.Process(server.process.pid)
    pages = [Page(server) for _ in range(learners)]
    warm = Page(server)
    for chapter in (CHAPTER, *SCREENS):
        await warm.arrive(chapter)
    figures, memory = {}, process.memory_full_info().uss

    async def phase(name: str, each: float, do: Callable[[Page, str], Awaitable[None]]) -> None:
        before = sum(process.cpu_times()[:2])
        for number, page in enumerate(pages):
            await do(page, [*SCREENS][number % len(SCREENS)])
        figures[name] = 1000 * (sum(process.cpu_times()[:2]) - before) / learners / each

    await phase("arrival", 1, lambda page, _: page.arrive(CHAPTER))
    figures["memory"] = (process.memory_full_info().uss - memory) / learners / 1000
    pages = [Page(server) for _ in range(learners)]
    await phase("", 1, lambda page, chapter: page.arrive(chapter))
    await phase("action", ACTIONS, lambda page, chapter: page.work(chapter))
    figures["letters"] = sum(page.heard for page in pages) / learners / ACTIONS / 1000
    await phase("return", 1, lambda page, _: page.come_back())
    return figures


def table(figures: dict[str, float], load: tuple[float, float]) -> str:
    """Return what was measured, and what follows from it, in Markdown."""
    lines = [f"Charge de la machine avant et après : {load[0]:.1f} → {load[1]:.1f}.", "", "| | |", "|---|---|"]
    lines += [
        f"| une arrivée (page, trois fichiers, liaison, premier écran) | {figures['arrival']:.1f} ms de processeur |",
        f"| une action répondue | {figures['action']:.1f} ms, {figures['letters']:.0f} ko |",
        f"| une page reprise par une autre copie | {figures['return']:.1f} ms |",
        f"| une page en mémoire | {figures['memory']:.0f} ko |",
    ]
    for seconds in EVERY:
        carried = SHARE * 1000 / (figures["action"] / seconds)
        lines.append(f"| apprenants par cœur à moitié occupé, une action toutes les {seconds} s | {carried:.0f} |")
    return "\n".join(lines).replace(".", ",")


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--learners", type=int, default=200)
    learners = parser.parse_args().learners
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "notebooks" / f"{CHAPTER}.ipynb", folder)
        for name, screen in SCREENS.items():
            write(Path(folder), name, screen)
        limits = ("--most-pages=2000", "--most-from-one=2000", "--patience=600")
        server = Server(Path(folder), Path(folder) / "log", *limits)
        server.start()
        try:
            figures = run(lambda: measure(server, learners))
        finally:
            server.stop()
    print(table(figures, (before, os.getloadavg()[0])))


if __name__ == "__main__":
    main()
