"""What a step types: its placeholders filled in with what the card and the mailbox say, and how it is told."""

import re

from practice.course.exercises.exercises import Mistake, Setup, Step
from practice.screen import SiteSession
from practice.world import World

_NAME = re.compile(r"[a-z0-9_-]*")  #: what Python calls a thing: it means nothing to a learner


def typed_by(step: Step | Setup | Mistake, world: World) -> dict[str, str]:
    """Return what a step types: its answers, filled in with what the card and the mailbox say."""
    words = world.words() if any("{" in text or "}" in text for text in step.answers.values()) else {}
    return {name: text.format_map(words) for name, text in step.answers.items()}


def told_by(step: Step | Mistake, session: SiteSession) -> list[tuple[str, str]]:
    """Return what a step types or chooses: the question and the answer, in the words of the page.

    What answers no question of the page is a button's own business, and is not told.
    """
    told = []
    answers = typed_by(step, session.world)
    form = {field.name: field for one in session.page.forms_with(answers) for field in one}
    for name, text in answers.items():
        question = name if name in form else name.partition("-")[0]
        if question in form:
            options = {option.name: option.label for option in getattr(form[question], "options", ())}
            hidden = hasattr(form[question], "options") and _NAME.fullmatch(text)  # a picture that is not there yet
            words = options.get(name.partition("-")[2]) or options.get(text, "" if hidden else text)
            told.append((form[question].label.text, words))
    return [(question, words) for question, words in told if words]
