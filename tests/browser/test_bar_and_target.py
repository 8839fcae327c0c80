"""The instruction and what it is about are in one window, in each step of each exercise, at three sizes.

The gate walks one exercise in `STRIDE`; with ATELIER_WHOLE_WALK=1 all of them are walked, and the counts are printed.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.placeholders import typed_by
from practice.session import Context
from tests.support import SITE, TODAY
from tests.support.browser import unforgiving
from tests.support.stage import Stage

SIZES = {"computer": (1280, 720), "tablet": (768, 1024), "telephone": (390, 844)}
STRIDE = 12
WHOLE = bool(os.environ.get("ATELIER_WHOLE_WALK"))
#: the exercises of 2021, then those that only 2026 has; walked whole, all of both years
ALL = [(SITE, name) for name in SITE.exercises]
ALL += [(TODAY, name) for name, one in TODAY.exercises.items() if WHOLE or name not in SITE.exercises]
ASKED = os.environ.get("ATELIER_WALK", "").split()
WALKED = [one for one in ALL if one[1] in ASKED] or ALL[:: 1 if WHOLE else STRIDE]
LEAST = 0.98  #: of the steps
#: room for « SIMULATION », which a page keeps at its top; what is only measured need not be painted
BAND = ":root { --a-top: 37px; opacity: 0; }"
SEEN = """() => {
    const bar = document.querySelector(".task-bar");
    if (!bar) return null;
    const now = bar.querySelector(".now, .success");
    const target = document.querySelector("[data-here]");
    const box = (one) => one.getBoundingClientRect();
    const card = document.querySelector(".desk .card");
    const foot = getComputedStyle(card).position === "sticky" ? box(card).top : innerHeight;
    const told = box(now).top >= 0 && box(now).bottom <= innerHeight;
    if (!target) return { told, seen: false };
    const used = "button, input:not([type=hidden]), select, textarea, summary, a[href]";
    const first = target.matches(used) ? target : target.querySelector(used) ?? target;
    const within = (one) => box(one).top >= box(bar).bottom - 1 && box(one).bottom <= Math.min(foot, innerHeight) + 1;
    const tooHigh = box(target).height > foot - box(bar).bottom;
    return { told, seen: tooHigh ? within(first) : within(target) };
}"""


@pytest.fixture
def stage(page: Page) -> Iterator[Stage]:
    """Give windows of the three sizes, under « SIMULATION »."""
    pages = [page, *(page.context.new_page() for _ in range(len(SIZES) - 1))]
    for one, (width, height) in zip(pages, SIZES.values(), strict=True):
        one.set_viewport_size({"width": width, "height": height})
    with ExitStack() as unforgiven:
        for one in pages[1:]:
            unforgiven.enter_context(unforgiving(one))
        yield Stage(pages, BAND)
        for one in pages[1:]:
            one.close()


class Missed:
    """What a learner would not see, by the size of the window."""

    def __init__(self) -> None:
        self.by_size, self.looks = {size: [] for size in SIZES}, 0

    def look(self, where: str, found: list[dict]) -> None:
        self.looks += 1
        for size, one in zip(SIZES, found, strict=True):
            if not (one["told"] and one["seen"]):
                self.by_size[size].append(where)

    def tell(self, what: str) -> None:
        for size, missed in self.by_size.items():
            sys.stdout.write(f"{size}: {self.looks - len(missed)} of {self.looks} {what}; missed {missed}\n")


def test_each_instruction_and_its_target_are_in_one_window_and_each_moment_shows_its_own(stage: Stage) -> None:
    instructions, moments, told_wrongly = Missed(), Missed(), []
    for site, name in WALKED:
        exercise = Exercise(name, mode="guided", at=Context(site))
        stage.open(exercise)
        found = stage.do(SEEN, "mode", mode="guided")
        for at, step in enumerate(site.exercises[name].steps):
            instructions.look(f"{name} {at + 1}", found)
            found = stage.do(SEEN, step.do, **typed_by(step, exercise.screen.world))
            said = stage.said()
            told_wrongly += [] if said == exercise.say else [f"{name} {at + 1}: {said!r} {exercise.say!r}"]
        watched = Exercise(name, mode="watch", at=Context(site))
        stage.open(watched)
        found = stage.do(SEEN, "mode", mode="watch")
        while not watched.finished:
            if watched.frame.target:
                moments.look(f"{name} {watched.at + 1}", found)
            found = stage.do(SEEN, "forward")
            assert stage.said() == watched.say
    instructions.tell("steps in one window")
    moments.tell("moments show their target")
    for size, places in instructions.by_size.items():  # in a sample, one is already more
        assert len(places) <= max(1, (1 - LEAST) * instructions.looks), (size, places)
    assert moments.by_size == {size: [] for size in SIZES}
    assert not told_wrongly
