"""What a Python without Jupyter does with the course; test_pure_python.py calls it in a process of its own."""

import importlib
import os
import pkgutil
import sys
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import atelier_ameli
from atelier_ameli import Exercise, LevelTest
from atelier_ameli.site import Site
from practice.chapter import Chapter, read_chapter
from practice.course.exercises import exercises as told
from practice.course.exercises.placeholders import typed_by
from practice.session import Context, Session
from tests.journeys import STATES, reach

_OF_THE_SITE = {f"atelier_ameli.{name}" for name in ("exporter", "lab", "serve", "sheets", "slides")}
DOORS = {*_OF_THE_SITE, "practice.doors"}
#: an action of each name that a chapter may import, with its answers; nobody can do anything with the others
ACTIONS = {
    "Attestation": ("make", {"name": "Jessica Petit"}),
    "Checklist": ("start_again", {}),
    "Exercise": ("hint", {}),
    "LevelTest": ("print", {}),
    "Links": ("copy", {}),
    "MoreExercises": ("take_exercise", {"exercise": "taper_l_adresse"}),
    "Practice": ("go_on", {}),
    "Progress": ("ask", {}),
    "Question": ("tell", {}),
    "Quiz": ("print", {}),
    "RightsSimulator": ("choose", {"person": "amira"}),
    "Screen": ("visit", {"address": "ameli.fr"}),
}
GIVE_A_PAPER = ("Attestation", "LevelTest", "Quiz")
OPENS = ("open", "os.listdir", "os.scandir", "import")


def every_name_answers() -> list[str]:
    """Open each name as a chapter does, take up what it keeps, do one thing, and look at the paper that this gives.

    Returns the names of all modules that this imported.
    """
    import_everything()
    course = [(Site.load(year), chapter) for year in Site.years() for chapter in chapters(year)]
    calls = {call.name: (call, site) for site, chapter in course for call in chapter.calls}
    assert set(calls) == set(atelier_ameli.__all__)
    for name, (call, site) in calls.items():
        opened = call.open(Context(site))
        assert opened.html
        assert isinstance(opened, Session) is (name in ACTIONS), name
        if isinstance(opened, Session):
            kept = act(opened, "resume", {"kept": {}})["keep"]
            assert act(opened, "resume", {"kept": kept})["keep"] == kept, name
            file = act(opened, *ACTIONS[name])["file"]
            assert bool(file) is (name in GIVE_A_PAPER), name
            assert not file or b64decode(file["content"]).startswith(b"%PDF"), name
    return sorted(sys.modules)


def what_is_opened_late() -> list[str]:
    """Return all that is opened, listed, looked for or imported once the site is read and a first paper is made.

    The last line says how many files and states the course has then given.
    """
    import_everything()
    course, site = chapters(), Site.load()
    for year in Site.years():
        Site.load(year).read_all()
    assert act(LevelTest(at=Context(site)), "print", {})["file"]  # brings the library for PDF, and its encodings

    late: list[str] = []
    listening, stat = True, os.stat

    def listen(event: str, args: tuple[Any, ...]) -> None:
        if listening and event in OPENS:
            late.append(f"{event} {args[0]}")

    def listening_stat(path: Any, **how: Any) -> os.stat_result:
        late.append(f"stat {path}")
        return stat(path, **how)

    sys.addaudithook(listen)  # for good: none can be taken away
    os.stat = listening_stat
    files = sum(open_all_of_it(chapter, site) for chapter in course)
    files += sum(play_to_the_end(exercise, site) for exercise in site.exercises.values())
    drawn = sum(bool(reach(name).html) for name in STATES)
    listening, os.stat = False, stat
    return [*sorted(set(late)), f"{files} files, {drawn} states"]


def open_all_of_it(chapter: Chapter, site: Site) -> int:
    """Open, draw, resume and use all that a chapter shows. Return how many files that gave."""
    at, files = Context(site), 0
    for call in chapter.calls:
        opened = call.open(at)
        assert opened.still
        if isinstance(opened, Session):
            act(opened, "resume", {"kept": act(opened, "resume", {"kept": {}})["keep"]})
            files += bool(act(opened, *ACTIONS[call.name])["file"])
    return files


def play_to_the_end(exercise: told.Exercise, site: Site) -> int:
    """Do an exercise without help. Return how many files that gave."""
    played = Exercise(exercise.id, mode="alone", at=Context(site))
    replies = [act(played, step.do, typed_by(step, played.screen.world)) for step in exercise.steps]
    assert played.finished, exercise.id
    return sum(bool(reply["file"]) for reply in replies)


def act(session: Session, action: str, answers: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to a message. No action here may fail."""
    reply = session.answer({"turn": 7, "do": action, "answers": answers})
    assert reply.keys() >= {"turn", "focus", "say", "keep", "file"}, (session, action)
    return reply


def import_everything() -> None:
    for name in (*modules("practice"), *modules("atelier_ameli")):
        importlib.import_module(name)


def modules(package: str) -> Iterator[str]:
    """Yield the names of all modules but those of the doors."""
    yield package
    for found in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
        if found.name not in DOORS:
            yield from modules(found.name) if found.ispkg else [found.name]


def chapters(year: str = "") -> list[Chapter]:
    """Return the chapters of the course, and those that a year has besides."""
    course = Path(__file__).parents[2]
    folders = (course / "notebooks", *([course / "data/editions" / year / "notebooks"] if year else []))
    return [read_chapter(path, atelier_ameli) for folder in folders for path in sorted(folder.glob("*.ipynb"))]
