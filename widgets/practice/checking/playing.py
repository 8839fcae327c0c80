"""All exercises really played by their own steps, and each question's answer read where the question says it is."""

import traceback
from collections.abc import Iterator
from itertools import islice

import jinja2

from practice.course.exercises.exercises import Exercise
from practice.course.exercises.goals import achieved, begin, done, next_step
from practice.course.exercises.placeholders import typed_by
from practice.course.questions.seen import misses
from practice.loading.faults import Fault
from practice.mail.mailbox import Mailbox
from practice.names import UnknownNameError, unknown
from practice.screen import SiteSession
from practice.session import UnknownActionError
from practice.site import Site

_KEY = "essai"
_HANDLE = "handle_"  #: begins the names of what does something on a page


def exercise_faults(site: Site) -> Iterator[Fault]:
    """Yield, for each exercise, the first step that does not lead where it should."""
    for file in site.layers.files("exercises/*.toml"):
        for exercise in site.chapters_of_exercises[int(file.name[:2])]:
            yield from (Fault(file, exercise.id, reason) for reason in islice(_stops(site, exercise), 1))


def question_faults(site: Site) -> Iterator[Fault]:
    """Yield each question whose answer is not on the page that it names: a price that has changed makes it lie."""
    file = site.file("questions.toml")
    for asked in site.questions.values():
        try:
            reason = misses(site, asked)
        except Exception as error:  # noqa: BLE001 - whatever a trainer wrote
            reason = f"seen : {_told(error)}"
        if reason:
            yield Fault(file, asked.id, reason)


def action_faults(site: Site) -> Iterator[Fault]:
    """Yield each action of an exercise that no page has, whichever is shown then: that is seen without playing."""
    known = {name.removeprefix(_HANDLE) for kind in (*site.pages.values(), Mailbox, SiteSession) for name in dir(kind)}
    for file in site.layers.files("exercises/*.toml"):
        for exercise in site.chapters_of_exercises.get(int(file.name[:2]), ()):
            for number, step in enumerate(exercise.steps, 1):
                if step.do not in known:
                    yield Fault(file, exercise.id, f"do de l'étape {number} : {unknown(step.do, known)}")


def _stops(site: Site, exercise: Exercise) -> Iterator[str]:
    """Yield in French why an exercise cannot be played."""
    try:
        session = begin(site, exercise, _KEY)
        drawn = session.draw()
    except Exception as error:  # noqa: BLE001 - whatever a trainer wrote
        yield f"setup : l'exercice ne peut pas commencer ({_told(error)})"
        return
    for number, step in enumerate(exercise.steps, 1):
        if achieved(session):
            yield f"goal : le but est déjà atteint avant l'étape {number}"
        if done(number - 1, session):
            yield f"goal de l'étape {number} : c'est déjà vrai avant cette étape"
        if next_step(session) != number - 1:
            yield f"goal de l'étape {number} : une étape plus loin est déjà faite"
        if step.target and f'id="{_KEY}-{step.target}"' not in drawn:
            yield f"target de l'étape {number} : « {step.target} » n'est pas sur la page"
        try:
            session.handle(step.do, typed_by(step, session.world))
            drawn = session.draw()
        except Exception as error:  # noqa: BLE001 - whatever a trainer wrote
            yield f"do de l'étape {number} : {_told(error)}"
            return
        if not done(number - 1, session):
            yield f"goal de l'étape {number} : ce n'est pas vrai après cette étape{_answered(session)}"
    if not achieved(session):
        yield f"goal : les étapes ne mènent pas au but{_answered(session)}"


def _answered(session: SiteSession) -> str:
    """Return what the page has told, if it told something: mostly the cause."""
    problems = " ".join(text for _, text in session.page.problems())
    answer = f"répond : {problems}" if problems else "ne signale rien"
    return f" ; la page « {session.page.name} » {answer}"


def _told(error: Exception) -> str:
    if isinstance(error, UnknownNameError):
        return str(error)
    if isinstance(error, UnknownActionError):
        return f"rien sur la page ne fait « {error} »"
    if isinstance(error, jinja2.TemplateNotFound):
        return f"le dessin ou le gabarit « {error.name} » n'existe pas"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    if frames:
        where = f"{frames[-1].filename.rpartition('/')[2]}, à la ligne {frames[-1].lineno}"
        return f"le gabarit {where}, arrête l'écran (« {error} »)"
    return f"la fiche ne donne pas « {error.args[0]} »" if isinstance(error, KeyError) else str(error)
