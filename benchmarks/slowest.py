"""The ten slowest kinds of actions in the whole course: `python benchmarks/slowest.py`, four minutes. No server.

Every state of the gallery (tests/states*.py) is reached, every exercise is played to each of its steps and taken up
there, every chapter is opened and drawn; then all that can be pressed is pressed, the forms as they stand. What is
measured is the processor's time in `Session.answer`: so long the other learners of a server wait. The slowest are
measured again, five times each: the median counts.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from bs4 import BeautifulSoup, Tag

import atelier_ameli
from atelier_ameli import Exercise, Screen
from atelier_ameli.site import NOTEBOOKS, Site
from practice.chapter import Chapter, read_chapter
from practice.course.exercises.exercises import Mode
from practice.course.exercises.placeholders import typed_by
from practice.doors.voila.chapters import open_calls
from practice.doors.voila.open_pages import OpenPage
from practice.doors.voila.page import draw_chapter
from practice.doors.voila.room import Room
from practice.session import Context, Session

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.journeys import STATES

SITE = Site.load("2021")
MOST = 0.050  #: seconds: what no action may take
_TIMES = 5
_AGAIN, _OF_EACH = 60, 3  #: how many are measured again: of all, and of each kind
_TOLD = 10


class Done(NamedTuple):
    """Something that a learner does."""

    do: str
    answers: dict[str, Any]

    def __str__(self) -> str:
        kept = "…" if "kept" in self.answers else ", ".join(f"{name}={value}" for name, value in self.answers.items())
        return f"{self.do}({kept[:60]})"


@dataclass(frozen=True)
class State:
    """How one comes to a state: what opens it, and what is done then."""

    name: str
    open: Callable[[], Session]
    before: tuple[Done, ...] = ()

    def reach(self) -> Session:
        """Come to it."""
        session = self.open()
        for done in self.before:
            session.answer({"do": done.do, "answers": done.answers})
        return session


class Measure(NamedTuple):
    """How long something took, what it was, and how to do it again."""

    seconds: float
    kind: str
    name: str
    again: Callable[[], float]


def gallery() -> Iterator[State]:
    """Yield the states of the site's pages."""
    for name, (persona, *actions) in STATES.items():
        who, _, start = persona.partition(" at ")
        at = Context(SITE, "ecran1")
        way = tuple(Done(*action) for action in actions)
        yield State(name, lambda start=start, who=who, at=at: Screen(start or "login", persona=who, at=at), way)


def exercises() -> Iterator[State]:
    """Yield every exercise at each of its steps and after the last one, watched and done."""
    for exercise in SITE.exercises.values():
        at = Context(SITE, "exercice1")
        for mode in (Mode.GUIDED, Mode.WATCH):
            name = f"{exercise.id}, {mode.value}"
            first = state = State(name, lambda e=exercise, m=mode, at=at: Exercise(e.id, mode=m.value, at=at))
            session: Any = first.reach()
            for number, step in enumerate(exercise.steps):
                yield state
                guided = mode is Mode.GUIDED
                typed = Done(step.do, typed_by(step, session.screen.world)) if guided else Done("forward", {})
                session.answer({"do": typed.do, "answers": typed.answers})
                state = replace(state, name=f"{name}, {number + 1}", before=(*state.before, typed))
            yield state


def sessions_of_chapters(chapters: list[Chapter]) -> Iterator[State]:
    """Yield what each chapter opens."""
    for chapter in chapters:
        for call in chapter.calls:
            at = Context(SITE, "seance1")
            if isinstance(call.open(at), Session):
                yield State(f"{chapter.name}, {call.name}{call.args}", lambda call=call, at=at: call.open(at))


def pressable(html: str) -> Iterator[Done]:
    """Yield all that a drawing offers to do, as screen.js would say it."""
    page = BeautifulSoup(html, "html.parser")
    for button in page.select("button[data-action]"):
        if not button.find_parent("form") or button.get("type") == "button":
            yield Done(button["data-action"], {button["name"]: button.get("value", "")} if button.get("name") else {})
    for form in page.select("form"):
        ends = [form, *form.select("button[data-action]:not([type=button])")]
        actions = {end.get("data-action") for end in ends} | {form.get("data-live")}
        yield from (Done(action, dict(_fields(form))) for action in sorted(filter(None, actions)))


def _fields(form: Tag) -> Iterator[tuple[str, str]]:
    for field in form.select("input[name], select[name], textarea[name]"):
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            yield field["name"], chosen.get("value", chosen.get_text()) if chosen else ""
        elif field.name == "textarea":
            yield field["name"], field.get_text()
        elif field.get("type") not in ("checkbox", "radio", "file") or field.has_attr("checked"):
            yield field["name"], field.get("value", "on")


def timed(state: State, done: Done) -> tuple[float, dict[str, Any]]:
    """Do something in a state; return the seconds that it took, and the answer."""
    session = state.reach()
    began = time.thread_time()
    answer = session.answer({"do": done.do, "answers": done.answers, "turn": 1})
    return time.thread_time() - began, answer


def measures(states: Iterator[State], kept: dict[str, Any], files: set[str]) -> Iterator[Measure]:
    """Measure what can be done in each state, and to take it up; note what is kept, and the files that are given."""
    seen = set()
    for state in states:
        own: dict[str, Any] = {}
        for number, done in enumerate(state.before):
            before = replace(state, before=state.before[:number])
            seconds, answer = timed(before, done)
            own |= answer.get("keep", {})
            yield _measure(before, done, seconds, answer, files)
        kept |= own
        html = state.reach().draw()
        for done in [Done("resume", {"kept": own}), *(pressable(html) if html not in seen else ())]:
            before = replace(state, before=()) if done.do == "resume" else state
            seconds, answer = timed(before, done)
            yield _measure(state, done, seconds, answer, files)
        seen.add(html)


def _measure(state: State, done: Done, seconds: float, answer: dict[str, Any], files: set[str]) -> Measure:
    if answer.get("file"):
        files.add(answer["file"]["name"])
    again = replace(state, before=()) if done.do == "resume" else state
    return Measure(seconds, done.do, f"{state.name}: {done}", lambda: timed(again, done)[0])


def pages(chapters: list[Chapter], kept: dict[str, Any]) -> Iterator[Measure]:
    """Measure each chapter's first drawing, and its opening for a learner who has begun everything."""
    around = Room(NOTEBOOKS, SITE, "/").around(SITE)
    for chapter in chapters:

        def draw(chapter: Chapter = chapter) -> float:
            began = time.thread_time()
            shown = open_calls(chapter.calls, SITE)
            draw_chapter(chapter, shown, SITE, NOTEBOOKS, around)
            return time.thread_time() - began

        def greet(chapter: Chapter = chapter) -> float:
            began = time.thread_time()
            opened = open_calls(chapter.calls, SITE)
            sessions = {one.key: one for one in opened if isinstance(one, Session)}
            OpenPage(sessions).open(kept, list(sessions))
            return time.thread_time() - began

        yield Measure(draw(), "page", f"{chapter.name}: its page, once", draw)
        yield Measure(greet(), "greeting", f"{chapter.name}: greeting, all sessions taken up", greet)


def again(found: list[Measure]) -> list[tuple[float, Measure]]:
    """Measure the slowest again, of all and of each kind; return their medians, the slowest first."""
    found = sorted(found, key=lambda one: one.seconds, reverse=True)
    chosen = found[:_AGAIN]
    for kind in {one.kind for one in found}:
        chosen += [one for one in found if one.kind == kind][:_OF_EACH]
    medians = [(statistics.median(one.again() for _ in range(_TIMES)), one) for one in dict.fromkeys(chosen)]
    return sorted(medians, key=lambda pair: pair[0], reverse=True)


def main() -> int:
    """Print the slowest. Return 1 if one is too slow."""
    SITE.read_all()
    SITE.import_late()
    chapters = [read_chapter(file, atelier_ameli) for file in sorted(NOTEBOOKS.glob("*.ipynb"))]
    kept: dict[str, Any] = {}
    files: set[str] = set()
    found = []
    for states in (gallery(), exercises(), sessions_of_chapters(chapters)):
        found += measures(states, kept, files)
    found += pages(chapters, kept)
    print(f"{len(found)} actions, {len(files)} different files.")
    medians = again(found)
    slowest = {one.kind: (seconds, one.name) for seconds, one in reversed(medians)}
    for seconds, name in sorted(slowest.values(), reverse=True)[:_TOLD]:
        print(f"{1000 * seconds:7.1f} ms  {name}")
    middle = statistics.median(one.seconds for one in found)
    slow = sum(seconds > MOST for seconds, _ in medians)
    print(f"Half of all take less than {1000 * middle:.1f} ms; {slow} more than {1000 * MOST:.0f} ms.")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
