"""Make docs/salle.png, the picture of the board in README: `python -m tools.make_room_picture`, with the test extras.

It is the board itself, of a room with eight tablets that are played here; nobody is asked for anything.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright
from tests.support.classroom.open_room import OpenRoom, open_room
from tests.support.classroom.stage import Clock, Page, Tablet, do_step, exercise

from practice.classroom.classroom import Classroom
from practice.doors.launch.chromium import find_chromium
from practice.doors.voila.classroom.opening import board_link

PICTURE = Path(__file__).parents[1] / "docs" / "salle.png"
WIDE, HIGH = 1280, 850
_COLOURS = 96
WRONG = {"number": "1 38 11 31 000 015", "code": "Soleil-31"}


@dataclass(frozen=True)
class Played:
    """What is done on a tablet: an exercise, its steps, wrong answers after them, minutes ago; what is said then."""

    chapter: str
    name: str = ""
    steps: int = 0
    wrong: int = 0
    minutes: int = 0
    says: str = ""
    step: int = 0


PLAYED = (
    Played("06_se_connecter", "se_connecter", steps=1, minutes=1, step=4),
    Played("06_se_connecter", "trois_codes_faux", steps=1, wrong=1, minutes=7, step=6),
    Played("06_se_connecter", "se_connecter", wrong=1, minutes=4, says="help", step=4),
    Played("06_se_connecter", "code_provisoire", steps=1, minutes=1, step=7),
    Played("00_accueil"),
    Played("06_se_connecter", "se_connecter", wrong=2, minutes=2, says="help", step=4),
    Played("06_se_connecter", "code_provisoire", minutes=2, says="leave", step=7),
    Played("06_se_connecter", "trois_codes_faux", steps=2, minutes=2, step=6),
)


def play(room: Classroom) -> None:
    """Let tablets come, work, call and leave."""
    room.now = clock = Clock()
    clock.time = now = 10_000.0
    for played in PLAYED:
        tablet = Tablet(room)
        work = exercise(played.name) if played.name else None
        clock.time = now - 60 * played.minutes
        tablet.open(Page(played.chapter, **({"a": work} if work else {})))
        tablet.says("at", step=played.step, screens=["a"] if work else [])
        for _ in range(played.steps):
            do_step(work)
        for _ in range(played.wrong):
            work.do("sign_in", **WRONG)
        if work:
            tablet.visit.acted("a", {"do": "sign_in"})
        if played.says == "leave":
            tablet.visit.left()
        elif played.says:
            tablet.says(played.says)
    clock.time = now


def main() -> None:
    with open_room() as hall:
        hall.ask(play)
        photograph(hall)


def photograph(hall: OpenRoom) -> None:
    """Take the picture of the board."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDE, "height": HIGH}, locale="fr-FR")
        page.goto(board_link(hall.classroom.keys, hall.address()))
        page.wait_for_load_state("networkidle")
        taken = Image.open(BytesIO(page.screenshot())).convert("RGB")
        browser.close()
    taken.quantize(_COLOURS, dither=Image.Dither.NONE).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
