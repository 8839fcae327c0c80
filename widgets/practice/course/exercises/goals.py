"""The goals of an exercise as it is played: where it starts, whether a goal is reached, which step is next."""

from practice.course.exercises.exercises import Exercise, Goal
from practice.course.exercises.placeholders import typed_by
from practice.facts import all_hold
from practice.pages.page import Downloads
from practice.screen import SiteSession
from practice.services import Channel
from practice.session import Context
from practice.site import Site


def begin(site: Site, exercise: Exercise, key: str) -> SiteSession:
    """Return the site at the start of an exercise."""
    world = site.world(site, exercise.persona, Channel(exercise.device))
    for kind in exercise.mail:
        world.deliver(world.persona.email, kind)
    session = SiteSession(world, exercise.start, at=Context(site, key))
    for setup in exercise.setup:
        session.handle(setup.do, typed_by(setup, world))
    session.focus, session.say, session.downloads = None, "", Downloads()
    return session


def reached(goal: Goal, session: SiteSession) -> bool:
    """Say whether a goal is reached."""
    return all_hold(goal, session.subjects)


def next_step(exercise: Exercise, session: SiteSession) -> int:
    """Return the place of the next step: the one after the last step whose end is reached."""
    ends = [at for at, step in enumerate(exercise.steps, 1) if reached(step.goal, session)]
    return min(max(ends, default=0), len(exercise.steps) - 1)
