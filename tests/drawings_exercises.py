"""The drawings of exercises, for tests/test_accessibility.py: each mode, with hints, missed, done."""

from atelier_ameli.course.exercise import Exercise
from atelier_ameli.course.more_exercises import MoreExercises

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


def _resumed(mode: str) -> str:
    exercise = Exercise("nom_d_une_autre_personne", mode=mode)
    exercise.resume({f"step:nom_d_une_autre_personne:{mode}": {"mode": mode, "at": 2}})
    return exercise.html


DRAWINGS = {name: _draw(*play) for name, play in _PLAYED.items()}
DRAWINGS["exercise, taken up"] = _resumed("guided")


def _chosen() -> str:
    more = MoreExercises("se_connecter", "trois_codes_faux")
    more.do("take_exercise", exercise="trois_codes_faux")
    return more.html


DRAWINGS["more exercises"] = MoreExercises("se_connecter", "trois_codes_faux").html
DRAWINGS["more exercises, one open"] = _chosen()
