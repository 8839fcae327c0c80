"""The goals of an exercise as it is played: where it starts, whether a goal is reached, which step is next."""

from collections.abc import Mapping
from typing import Any, ClassVar

from practice.course.exercises.exercises import Exercise, Goal
from practice.course.exercises.placeholders import typed_by
from practice.facts import Fact, all_hold, holds_so_far
from practice.pages.page import Downloads
from practice.screen import SiteSession
from practice.services import Channel
from practice.session import Context
from practice.site import Site
from practice.world import World


class ExerciseSession(SiteSession):
    """The site while an exercise is done there: it remembers what of the goal has passed, and how a page was opened."""

    facts: ClassVar = (
        Fact(
            "came_by",
            "L'action qui a ouvert la page à l'écran, quand le chemin compte : visit, choose, accept.",
            lambda session: session.came_by,
        ),
    )

    def __init__(self, exercise: Exercise, world: World, *, at: Context) -> None:
        self.exercise = exercise
        self.came_by = ""  # the action that opened the page
        self.passed: frozenset[int] = frozenset()  # places in `once` of what has been true since the start
        super().__init__(world, exercise.start, at=at)

    def handle(self, action: str, answers: Mapping[str, Any]) -> None:
        before = self.page
        super().handle(action, answers)
        self.came_by = self.came_by if self.page is before else action
        once = self.exercise.goal.once
        self.passed |= {at for at, goal in enumerate(once) if at not in self.passed and reached(goal, self)}

    @property
    def subjects(self) -> tuple[Any, ...]:
        return (self, *super().subjects)


def begin(site: Site, exercise: Exercise, key: str) -> ExerciseSession:
    """Return the site at the start of an exercise."""
    world = site.world(site, exercise.persona, Channel(exercise.device))
    for kind in exercise.mail:
        world.deliver(world.persona.email, kind)
    session = ExerciseSession(exercise, world, at=Context(site, key))
    for setup in exercise.setup:
        session.handle(setup.do, typed_by(setup, world))
    session.focus, session.say, session.downloads, session.passed = None, "", Downloads(), frozenset()
    return session


def reached(goal: Goal, session: SiteSession) -> bool:
    """Say whether a goal is reached."""
    return all_hold(goal, session.subjects)


def achieved(session: ExerciseSession) -> bool:
    """Say whether the exercise is done: all that its goal asks is so, or has been so, in the right account."""
    world, goal = session.world, session.exercise.goal
    mine = world.signed_in in (None, world.owner)
    return mine and len(session.passed) == len(goal.once) and reached(goal, session)


def done(at: int, session: ExerciseSession) -> bool:
    """Say whether a step is done as it was asked: its goal is reached, with the answers that were asked so far."""
    return reached(session.exercise.steps[at].goal, session) and answered(at, session)


def answered(at: int, session: ExerciseSession) -> bool:
    """Say whether what the steps up to this one answer is what the exercise asks."""
    asked = session.exercise.asked_by(at)
    return all(holds_so_far(name, wanted, session.subjects) for name, wanted in asked.items())


def next_step(session: ExerciseSession) -> int:
    """Return the place of the next step: the one after the last that is done, but none past what must still be."""
    steps = session.exercise.steps
    passing = session.exercise.passing
    ends = [at + 1 for at in range(len(steps)) if done(at, session)]
    ends += [at + 1 for once, at in passing.items() if once in session.passed]
    needed = [at for once, at in passing.items() if once not in session.passed]
    return min(max(ends, default=0), len(steps) - 1, *needed)
