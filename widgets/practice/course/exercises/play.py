"""Play an exercise: is a goal reached, what is the next step, what does a step type."""

import re

from practice.course.exercises.exercises import Done, Exercise, Goal, Step
from practice.facts import all_hold
from practice.pages.page import Downloads
from practice.screen import SiteSession
from practice.services import Channel
from practice.session import Context
from practice.site import Site
from practice.world import World

_NAME = re.compile(r"[a-z0-9_-]*")  #: what Python calls a thing: it means nothing to a learner


def begin(site: Site, exercise: Exercise, key: str) -> SiteSession:
    """Return the site at the start of an exercise."""
    world = site.world(site, exercise.persona, Channel(exercise.device))
    for kind in exercise.mail:
        world.deliver(world.persona.email, kind)
    session = SiteSession(world, exercise.start, at=Context(site, key))
    for done in exercise.before:
        session.handle(done.do, typed_by(done, world))
    session.focus, session.say, session.downloads = None, "", Downloads()
    return session


def reached(goal: Goal, session: SiteSession) -> bool:
    """Say whether a goal is reached."""
    return all_hold(goal, session.subjects)


def next_step(exercise: Exercise, session: SiteSession) -> int:
    """Return the place of the next step: the one after the last step whose end is reached."""
    ends = [at for at, step in enumerate(exercise.steps, 1) if reached(step.until, session)]
    return min(max(ends, default=0), len(exercise.steps) - 1)


def typed_by(step: Step | Done, world: World) -> dict[str, str]:
    """Return what a step types: its answers, filled in with what the card and the mailbox say."""
    words = world.words()
    return {name: text.format_map(words) for name, text in step.answers.items()}


def told_by(step: Step, session: SiteSession) -> list[tuple[str, str]]:
    """Return what a step types or chooses: the question and the answer, in the words of the page."""
    told = []
    forms = (session.page.form, *getattr(session.page, "forms", {}).values())
    form = {field.name: field for one in forms if one for field in one}
    for name, text in typed_by(step, session.world).items():
        question = name if name in form else name.partition("-")[0]
        if question in form:
            options = {option.name: option.label for option in getattr(form[question], "options", ())}
            hidden = hasattr(form[question], "options") and _NAME.fullmatch(text)  # a picture that is not there yet
            words = options.get(name.partition("-")[2]) or options.get(text, "" if hidden else text)
            told.append((form[question].label.text, words))
        elif name != "do" and not _NAME.fullmatch(text):  # « do » is what a button of the camera does
            told.append(("À taper", text))
    return [(question, words) for question, words in told if words]
