"""Work: what a learner has done in an exercise, at which step that is, and what was missed there."""

import contextlib
from enum import StrEnum
from functools import cached_property
from typing import Any

from practice.course.exercises.exercises import Exercise, Step
from practice.course.exercises.goals import achieved, answered, begin, done, next_step, reached
from practice.course.exercises.placeholders import told_by, typed_by
from practice.notices import ids_of
from practice.pages.regions import Regions
from practice.parts import KeptError
from practice.session import UnknownActionError
from practice.site import Site

SAID, ANSWERS, DOING = "Redites-le autrement", "Montrez-moi quoi répondre", "Faites-le pour moi"


class Led(StrEnum):
    """Where an action led."""

    TO_THE_GOAL = "goal"
    ON = "on"  #: to the next step, or further
    BACK = "back"  #: to a step that was done before
    NOWHERE = "nowhere"  #: it was a try, and it is not right yet
    ASTRAY = "astray"  #: to where the step cannot be done
    ABOUT = "about"  #: around the place


class Work:
    """A learner's own work: the site, and the step to do."""

    def __init__(self, site: Site, exercise: Exercise, key: str) -> None:
        self.site, self.exercise, self.key = site, exercise, key
        self.start()

    def start(self) -> None:
        """Begin with the first step: nothing is done yet."""
        self.session = begin(self.site, self.exercise, self.key)
        self.redraw()
        self.at = 0  # the step to do
        self.touched = False  # something was done
        self.helped = False  # the atelier did a step itself
        self.guided = False  # something was done by the instructions
        self.finished = False
        self.begin_step()

    def begin_step(self) -> None:
        """Begin with a step: no help was asked for yet, and nothing was missed."""
        self.rung = 0  # how many hints were asked for
        self.misses = 0  # actions that did not lead on
        self.asked = False  # help was asked for, where none is given
        self.page = self.session.page.name  # where the step was told
        self.checkpoint = self.keep() if self.touched else {}  # the way back to it

    @property
    def step(self) -> Step:
        return self.exercise.steps[self.at]

    @property
    def typed(self) -> tuple[tuple[str, str], ...]:
        """What the step types or chooses, question by question."""
        return tuple(told_by(self.step, self.session))

    @property
    def rungs(self) -> list[str]:
        """The hints of the step, each of which adds something."""
        return [*([SAID] if self.step.help else []), *([ANSWERS] if self.typed else []), DOING]

    @property
    def next_hint(self) -> str:
        return self.rungs[min(self.rung, len(self.rungs) - 1)]

    @property
    def words(self) -> str:
        """The instruction in other words, once they were asked for, or came by themselves."""
        return self.step.help if SAID in self.rungs[: self.rung] else ""

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """What to answer, once it was asked for, or came by itself."""
        return self.typed if ANSWERS in self.rungs[: self.rung] else ()

    @cached_property
    def regions(self) -> Regions:
        """The drawing of the desk, once the last action is done."""
        return self.session.regions()

    def is_here(self, at: int) -> bool:
        """Say whether a step can be done on what is shown: its target is there, and its action is offered."""
        step = self.exercise.steps[at]
        offered = any(f'data-action="{step.do}"' in html for html in self.regions.values())
        return offered and (not step.target or bool(self.regions.holding(f"{self.key}-{step.target}")))

    @property
    def target(self) -> str:
        """End of the id of what the step is done on, if it can be done here."""
        return self.step.target if self.is_here(self.at) else ""

    def redraw(self) -> None:
        """Have the desk drawn again when it is looked at."""
        vars(self).pop("regions", None)

    def handle(self, action: str, answers: Any) -> None:
        """Let the site handle an action. Raises UnknownActionError."""
        self.redraw()
        self.touched = True
        self.session.handle(action, answers)

    def look(self, action: str) -> Led:
        """See where the last action led."""
        if self.finished:  # whoever looks around afterwards is left alone
            return Led.ABOUT
        if achieved(self.session):
            self.finished = True
            return Led.TO_THE_GOAL
        before, led = self.at, next_step(self.session)
        if led < before and (self.has_other_answer() or self._still_there(before)):
            led = before  # an error that goes away is no step back
        if led != before:
            self.at = led
            self.begin_step()
            return Led.ON if led > before else Led.BACK
        if not self.is_here(before) and not self.has_other_answer():
            return Led.ASTRAY
        if action == self.step.do or self.session.page.problems() or self.special_word():
            self.misses += 1
            return Led.NOWHERE
        return Led.ABOUT

    def _still_there(self, at: int) -> bool:
        return self.session.page.name == self.page and self.is_here(at)

    def has_other_answer(self) -> bool:
        """Say whether the site went on with another answer than the one asked."""
        return reached(self.step.goal, self.session) and not answered(self.at, self.session)

    def special_word(self) -> str:
        """Return the word for a mistake that people often make, if this is one."""
        return self.exercise.word(ids_of(self.session.page.told))

    def go_back(self) -> None:
        """Go back to where the step was told."""
        at, helped, guided, rung, misses = self.at, self.helped, self.guided, self.rung, self.misses
        if self.checkpoint:
            self.put_back(self.checkpoint)
        else:
            self.start()
        if not self.is_here(at):
            self.replay(at)
        self.at, self.helped, self.guided, self.rung, self.misses = at, helped, guided, rung, misses

    def do_the_step(self) -> None:
        """Do the step from here; where that cannot be, from where it was told, or from the start."""
        step = self.step
        for prepare in (lambda: None, self.go_back, lambda: self.replay(self.at)):
            prepare()
            with contextlib.suppress(UnknownActionError):
                self.handle(step.do, typed_by(step, self.session.world))
            if done(self.at, self.session):
                break
        self.helped = True

    def replay(self, count: int) -> None:
        """Put the site to where so many steps are done, as the steps do them."""
        self.session = begin(self.site, self.exercise, self.key)
        self.redraw()
        for step in self.exercise.steps[:count]:
            self.handle(step.do, typed_by(step, self.session.world))

    def keep(self) -> dict[str, Any]:
        """Return the site as plain JSON: the world and the place in it, without any secret; which files were given."""
        files = [*self.session.downloads]
        return {"world": self.session.world.keep(), "place": self.session.place(), "files": files} | self._passed()

    def _passed(self) -> dict[str, Any]:
        """Return what the session remembers of the way: which passing things were true, how the page was opened."""
        return {"passed": sorted(self.session.passed), "came_by": self.session.came_by}

    def _remember(self, passed: object, came_by: object) -> None:
        """Take up what `_passed` gave. Nothing kept is trusted."""
        known = range(len(self.exercise.goal.once))
        self.session.passed = frozenset(at for at in known if isinstance(passed, list) and at in passed)
        self.session.came_by = came_by if isinstance(came_by, str) else ""

    def put_back(self, kept: object) -> None:
        """Take up what `keep` gave. Nothing kept is trusted. Raises KeptError."""
        if not isinstance(kept, dict) or not isinstance(kept.get("files"), list):
            raise KeptError("work")
        self.session = begin(self.site, self.exercise, self.key)
        self.redraw()
        self.session.put_back(kept.get("world"), kept.get("place"))
        self.session.downloads.extend(map(str, kept["files"]))
        self._remember(kept.get("passed"), kept.get("came_by"))
        self.touched = True

    def take_up(self, at: int, kept: object, *, helped: bool) -> None:
        """Take up the work at a step, or at the one that is left to do there. Raises KeptError."""
        self.put_back(kept)
        self.begin_step_at(at if self.is_here(at) else next_step(self.session), helped=helped)

    def begin_step_at(self, at: int, *, helped: bool) -> None:
        self.at, self.helped = at, helped
        self.begin_step()
