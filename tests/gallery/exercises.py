"""Exercises: each mode, with hints, missed, done; and those that begin after a mistake, a false site, a blur."""

from functools import partial

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.more_exercises import MoreExercises

_WRONG = ("sign_in", {"number": "2 82", "code": "x"})
_RIGHT = ("sign_in", {"number": "2820295000199", "code": "48151623"})
_PLAYED = {
    "exercise, to watch": ("watch",),
    "exercise, watched": ("watch", ("forward", {})),
    "exercise, with help": ("guided",),
    "exercise, missed once": ("guided", _WRONG),
    "exercise, missed twice": ("guided", _WRONG, _WRONG),
    "exercise, done for the learner": ("guided", *[("hint", {})] * 4),
    "exercise, alone": ("alone",),
    "exercise, done alone": ("alone", _RIGHT),
}


def _draw(mode: str, *actions: tuple) -> str:
    exercise = Exercise("se_connecter", mode=mode)
    for action, answers in actions:
        exercise.do(action, **answers)
    return exercise.html


def _taken_up() -> str:
    exercise = Exercise("nom_d_une_autre_personne", mode="guided")
    exercise.resume({"step:nom_d_une_autre_personne:guided": {"mode": "guided", "at": 2}})
    return exercise.html


def _more(chosen: str = "") -> str:
    more = MoreExercises("se_connecter", "trois_codes_faux")
    if chosen:
        more.do("take_exercise", exercise=chosen)
    return more.html


DRAWINGS = {
    **{name: partial(_draw, *play) for name, play in _PLAYED.items()},
    "exercise, taken up": _taken_up,
    "exercise, on a false site": lambda: Exercise("quitter_un_faux_site").html,
    "exercise, on the phone": lambda: Exercise("photo_floue").html,
    "more exercises": _more,
    "more exercises, one open": lambda: _more("trois_codes_faux"),
}
