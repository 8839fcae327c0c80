"""The instruction and what it is about are in one window, in each step of each exercise, at three sizes.

The gate walks one exercise in `STRIDE`; with ATELIER_WHOLE_WALK=1 all of them are walked, and the counts are printed.
"""

import os
import sys

import pytest
from playwright.sync_api import BrowserContext, Page

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.placeholders import typed_by
from practice.session import Context
from tests.support import SITE, TODAY
from tests.support.stage import Stage, live_stage

SIZES = {"computer": (1280, 720), "tablet": (768, 1024), "telephone": (390, 844)}
STRIDE = 12
WHOLE = bool(os.environ.get("ATELIER_WHOLE_WALK"))
#: the exercises of 2021, then those that only 2026 has; walked whole, all of both years
ALL = [(SITE, name) for name in SITE.exercises]
ALL += [(TODAY, name) for name, one in TODAY.exercises.items() if WHOLE or name not in SITE.exercises]
ASKED = os.environ.get("ATELIER_WALK", "").split()
WALKED = [one for one in ALL if one[1] in ASKED] or ALL[:: 1 if WHOLE else STRIDE]
LEAST = 0.98  #: of the steps
BAND = ":root { --a-top: 37px; }"  #: room for « SIMULATION », which a page keeps at its top
SEEN = """() => {
    const bar = document.querySelector(".task-bar"), now = bar.querySelector(".now, .success");
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


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest, context: BrowserContext, page: Page) -> str:
    width, height = SIZES[request.param]
    page.set_viewport_size({"width": width, "height": height})
    return request.param


def stage_under_its_band(page: Page) -> Stage:
    stage = live_stage(page)
    page.add_style_tag(content=BAND)
    return stage


def test_each_instruction_and_its_target_are_in_one_window(page: Page, size: str) -> None:
    stage = stage_under_its_band(page)
    missed, told_wrongly, steps = [], [], 0
    for site, name in WALKED:
        exercise = Exercise(name, mode="guided", at=Context(site))
        stage.open(exercise)
        stage.do("mode", mode="guided")
        for at, step in enumerate(site.exercises[name].steps):
            found = page.evaluate(SEEN)
            steps += 1
            missed += [] if found["told"] and found["seen"] else [f"{name} {at + 1}"]
            said = stage.do(step.do, **typed_by(step, exercise.screen.world))
            told_wrongly += [] if said == exercise.say else [f"{name} {at + 1}: {said!r} {exercise.say!r}"]
    sys.stdout.write(f"{size}: {steps - len(missed)} of {steps} steps in one window; missed {missed}\n")
    assert len(missed) <= max(1, (1 - LEAST) * steps), missed  # in a sample, one is already more
    assert not told_wrongly


def test_each_moment_that_is_watched_shows_its_target(page: Page, size: str) -> None:
    stage = stage_under_its_band(page)
    missed, moments = [], 0
    for site, name in WALKED:
        exercise = Exercise(name, mode="watch", at=Context(site))
        stage.open(exercise)
        stage.do("mode", mode="watch")
        while not exercise.finished:
            if exercise.frame.target:
                found = page.evaluate(SEEN)
                moments += 1
                missed += [] if found["told"] and found["seen"] else [f"{name} {exercise.at + 1}"]
            assert stage.do("forward") == exercise.say
    sys.stdout.write(f"{size}: {moments - len(missed)} of {moments} moments show their target; missed {missed}\n")
    assert not missed
