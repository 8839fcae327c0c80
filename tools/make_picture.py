"""Make the moving picture of README.md, from the real pages: `python tools/make_picture.py`, with Chromium or Chrome.

It is shown once and stands still after five seconds (WCAG 2.2.2). `docs/visite.txt` says in words what each step shows;
a test compares it with the screens, which make the same steps without a browser: what has changed is made anew.
"""

import io
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from bs4 import BeautifulSoup

from atelier_ameli import Exercise
from practice.doors.launch.chromium import find_chromium

DOCS = Path(__file__).resolve().parents[1] / "docs"
PICTURE, WORDS = DOCS / "visite.webp", DOCS / "visite.txt"
STILL, ON_A_PHONE = DOCS / "connexion.png", DOCS / "connexion-telephone.png"
MOMENT = 1100  #: milliseconds of each step but the last, which stays
SIZE, PHONE = (1280, 800), (390, 780)
PORT = 9379
CHAPTER, EXERCISE = "06_se_connecter", "se_connecter"
PLACE = "a-vous-entrez-dans-le-compte-de-jessica"
NUMBER, CODE, WRONG = "2 82 02 95 000 199", "48151623", "48151632"
_TOLD = ".task-bar [id$=exercise-now], .site h3, .site .summary"  #: what is read first on a screen


@dataclass(frozen=True)
class Step:
    """A step of the visit: its name, what is typed as the code, whether « Me connecter » is clicked then."""

    name: str
    code: str = ""
    sent: bool = False


STEPS = (
    Step("La consigne, et la fiche d'une personne inventée"),
    Step("Un code se tape avec une faute", WRONG),
    Step("Le site explique l'erreur", WRONG, sent=True),
    Step("Le bon code est tapé", CODE),
    Step("Réussi : le compte s'ouvre", CODE, sent=True),
)


def words() -> str:
    """Say what the steps show, as the screens draw them."""
    exercise, told = Exercise(EXERCISE), []
    for step in STEPS:
        if step.sent:
            exercise.do("sign_in", number=NUMBER, code=step.code)
        shown = BeautifulSoup(exercise.html, "html.parser").select(_TOLD)
        told += [f"## {step.name}", *(" ".join(one.get_text(" ").split()) for one in shown), ""]
    return "\n".join(told)


def main() -> int:
    """Write the picture, its words, and two stills: for who wants no motion, and on a phone. Return the exit status."""
    from PIL import Image  # noqa: PLC0415 - whoever reads `words` needs neither
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    command = [sys.executable, "-m", "atelier_ameli.serve", f"--port={PORT}", "--no-browser", "--ip=localhost"]
    room = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait()
        with sync_playwright() as playwright:
            flags = ["--no-sandbox"] if os.name == "posix" and not os.geteuid() else []
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
            shots = [*_shots(browser, SIZE, STEPS), *_shots(browser, PHONE, STEPS[:3])]
            browser.close()
    finally:
        room.terminate()
    *frames, phone = [Image.open(io.BytesIO(shot)).convert("RGB") for shot in shots]
    times = [MOMENT] * (len(frames) - 1) + [100]
    frames[0].save(PICTURE, save_all=True, append_images=frames[1:], duration=times, loop=1, quality=80, method=6)
    for still, file in ((frames[0], STILL), (phone, ON_A_PHONE)):
        still.quantize(128).save(file, optimize=True)
    WORDS.write_text(words(), encoding="utf-8")
    return 0


def _wait() -> None:
    for _ in range(60):
        try:
            urlopen(f"http://localhost:{PORT}/", timeout=5).close()
        except OSError:
            time.sleep(1)
        else:
            return


def _shots(browser, size, steps):  # noqa: ANN001, ANN202 - playwright's, which is imported late
    """Give a picture of each step; on a phone, of the last one."""
    page = browser.new_page(viewport=dict(zip(("width", "height"), size, strict=True)), reduced_motion="reduce")
    page.goto(f"http://localhost:{PORT}/voila/render/{CHAPTER}.ipynb#{PLACE}")
    screen = page.locator("[data-session]:visible")
    page.locator("[data-session][data-state=ready]:visible").wait_for()
    page.locator(".task-bar:visible").evaluate("(bar) => scrollBy(0, bar.getBoundingClientRect().top - 46)")
    for step in steps:
        if step.code:
            screen.get_by_label("Mon numéro de sécurité sociale").fill(NUMBER)
            screen.get_by_label("Mon code personnel").fill(step.code)
        if step.sent:
            screen.get_by_role("button", name="Me connecter").click()
            page.locator(".atelier-live:not([aria-busy]):visible").first.wait_for()
            page.wait_for_timeout(500)  # the browser scrolls there
        if size == SIZE or step == steps[-1]:
            yield page.screenshot()


if __name__ == "__main__":
    sys.exit(main())
