"""False paths through an exercise, made from its own steps: other answers, steps left out, other buttons.

A path is what a learner can do: what a page does not offer is not done. Questions that a false answer calls for get
the first answer that there is, so that a false path goes as far as it can.
"""

import re
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import FunctionType
from typing import Any, TypeVar

from practice.course.exercises.exercises import Exercise, Step, is_of
from practice.course.exercises.goals import ExerciseSession, achieved, begin, done, next_step
from practice.course.exercises.placeholders import typed_by
from practice.forms.fields import AmountField, DateField, PostcodeField
from practice.procedures.questions import questions_of
from practice.session import UnknownActionError
from practice.site import Site
from tests.support import SITE
from tests.support.answers.offered import Control, Offer, offered, offers
from tests.support.answers.other_answers import other_answers

_MOST_QUESTIONS = 12


@dataclass(frozen=True)
class FalsePath:
    """What is done otherwise at one step."""

    at: int
    words: str
    action: str = ""  #: empty: nothing is done in its place
    answers: Any = None
    free: bool = False  #: the exercise's own words allow it
    answer: str = ""  #: the question that is answered otherwise
    start: ExerciseSession | None = None  #: the exercise as it is before that step, which is only copied
    drawing: str = ""  #: what the learner sees there


def false_paths(exercise: Exercise, site: Site = SITE) -> Iterator[FalsePath]:
    """Yield all false paths of an exercise."""
    following = begin(site, exercise, "x")
    for at, step in enumerate(exercise.steps):
        session, following = following, copy_of(following)
        html, typed = session.draw(), typed_by(step, session.world)
        yield FalsePath(at, "l'étape n'est pas faite", free=_all_free(step), start=session)
        for path in (*_other_answers(at, step, typed, html), *_other_buttons(at, step, html)):
            yield replace(path, start=session, drawing=html)
        following.handle(step.do, typed)


def _all_free(step: Step) -> bool:
    """Say whether anything may be done in the place of a step."""
    names = [name for name in step.answers if not any(is_of(name, one) for one in step.free)]
    return step.any_way or bool(step.answers and not names)


def _other_answers(at: int, step: Step, typed: dict[str, str], html: str) -> Iterator[FalsePath]:
    ways = list(offered(html, step.do))
    for name, given in typed.items():
        free = step.any_way or any(is_of(name, one) for one in step.free)
        for other in other_answers(name, given, _control(ways, name)):
            words = f"{name} : « {other or 'rien'} », et non « {given} »"
            yield FalsePath(at, words, step.do, {**typed, name: other}, free, name)
    boxes = {name for way in ways for name, one in way.controls.items() if one.kind == "checkbox"}
    for name in sorted(boxes - typed.keys()):
        free = step.any_way or any(is_of(name, one) for one in step.free)
        yield FalsePath(at, f"{name} est coché aussi", step.do, {**typed, name: "yes"}, free, name)


def _control(ways: list[Offer], name: str) -> Control | None:
    """Return the field of this name, or the buttons that stand for its answers."""
    field = next((way.controls[name] for way in ways if name in way.controls), None)
    buttons = [way.own[name] for way in ways if name in way.own] or sorted(questions_of(SITE).get(name, ()))
    return field or (Control("button", options=buttons) if buttons else None)


def _other_buttons(at: int, step: Step, html: str) -> Iterator[FalsePath]:
    once = {(offer.action, *sorted(offer.own.items())): offer for offer in offers(html)}
    for offer in once.values():
        if offer.action not in (step.do, "start_again"):  # an exercise has a way of its own to start again
            words = f"bouton {offer.action} {offer.own or ''}"
            yield FalsePath(at, words, offer.action, offer.typed, _all_free(step))


def play(exercise: Exercise, path: FalsePath) -> tuple[bool, bool]:
    """Play a path to its end. Say whether that was « Réussi », and whether the guide went on after the false step."""
    session = copy_of(path.start)
    if path.action:
        session.drawing = path.drawing
        _do(session, path.action, path.answers)
    misled = bool(path.answer) and next_step(session) > path.at
    if path.action and not path.answer and done(path.at, session):
        return False, False  # another way to do the same step
    if achieved(session):
        return True, misled
    rest = exercise.steps[path.at + 1 :]
    return any(_goes_on(session, step, more=bool(path.answer)) for step in rest), misled


def do_steps(session: ExerciseSession, steps: Iterable[Step]) -> None:
    """Do steps, perhaps of another exercise, as far as the pages offer them; the learner stops where it is done."""
    any(_goes_on(session, step, more=False) for step in steps)


def _goes_on(session: ExerciseSession, step: Step, *, more: bool) -> bool:
    """Do a step if the page offers it, after `more` questions if there are; say whether that was the end."""
    if more and step.do == "send":
        for _ in range(_MOST_QUESTIONS):
            if not _do(session, "next", {}):
                break
    _do(session, step.do, typed_by(step, session.world))
    return achieved(session)


def _do(session: ExerciseSession, action: str, answers: dict[str, str | None]) -> bool:
    """Do one thing, if it is offered; answer the questions that it calls for. Say whether it could be done."""
    typed: dict[str, str] | None = None
    for _ in range(2):
        way = _way(session, action, answers)
        before, typed = typed, _filled(session, way, answers) if way else None
        if typed is None or typed == before:
            break
        session.handle(action, typed)
        vars(session).pop("drawing", None)
        if not session.page.problems():
            break
    return typed is not None


def _way(session: ExerciseSession, action: str, answers: dict[str, str | None]) -> Offer | None:
    """Return how the page offers to do this, if it does."""
    try:
        session.part_for(action)
    except UnknownActionError:
        return None
    if "drawing" not in vars(session):  # until something is done, it is the same
        session.drawing = session.draw()
    ways = offered(session.drawing, action)
    return next((one for one in ways if one.own.items() <= answers.items()), None)


def _filled(session: ExerciseSession, way: Offer, answers: dict[str, str | None]) -> dict[str, str]:
    """Return the answers to what is asked, and a wrong one to each question that they leave open."""
    asked = {name: text for step in session.exercise.steps for name, text in step.answers.items()}
    boxes = any(one.kind == "checkbox" for name, one in way.controls.items() if name in answers)
    sent: dict[str, str | None] = dict(way.own)
    for name, control in way.controls.items():
        if name in answers and (answers[name] in control.options or control.kind not in ("radio", "select")):
            sent[name] = answers[name]
        elif not (boxes and control.kind == "checkbox"):
            sent[name] = _wrong(session, name, control, asked.get(name, ""))
    return {name: value for name, value in sent.items() if value is not None}


def _wrong(session: ExerciseSession, name: str, control: Control, asked: str) -> str | None:
    """Return what the field holds, or an answer that nobody asked for."""
    if control.value or control.kind == "checkbox":
        return control.value or None
    if control.options:
        return next((option for option in control.options if option not in ("", asked)), None)
    form = session.page.form
    match form[name] if form and name in form else None:
        case DateField():
            return f"{session.world.today:%d/%m/%Y}"
        case AmountField():
            return "100"
        case PostcodeField():
            return "31000"
    return "Essai"


_Copied = TypeVar("_Copied")
_VALUES = (str, bytes, int, float, Decimal, date, Enum, tuple, frozenset, type, type(None), FunctionType, re.Pattern)


def copy_of(session: ExerciseSession) -> ExerciseSession:
    """Return a session that goes its own way from here: ten times faster than to play all that led here again."""
    shared = (session.site, session.exercise, session.context)
    return _copy(session, {id(one): one for one in shared})


def _copy(one: _Copied, made: dict[int, Any]) -> _Copied:
    """Return a copy of what can change, and what cannot itself. `made` are the copies so far, by what they are of."""
    kind = type(one)
    if _is_value(kind) or id(one) in made:
        return made.get(id(one), one)
    copied: Any = copy(one) if isinstance(one, list | dict | set) else object.__new__(kind)
    made[id(one)] = copied
    if isinstance(one, dict):
        copied.update((name, _copy(value, made)) for name, value in one.items())
    elif isinstance(one, list):
        copied[:] = [_copy(value, made) for value in one]
    for name, value in getattr(one, "__dict__", {}).items():
        vars(copied)[name] = _copy(value, made)
    return copied


@cache
def _is_value(kind: type) -> bool:
    """Say whether what is of a kind cannot change."""
    return issubclass(kind, _VALUES) or (is_dataclass(kind) and kind.__dataclass_params__.frozen)
