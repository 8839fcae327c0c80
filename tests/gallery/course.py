"""What tells of the course itself, in each state: how far one is, the quizzes, the practice, the attestation."""

from functools import partial
from pathlib import Path

from atelier_ameli import Attestation, LevelTest, Practice, Progress, Quiz
from practice.course.outline.home import Home
from practice.course.progress.results import outcome_name
from practice.course.resume.held import held_of, text_of
from practice.doors.lab import SET_ASIDE
from practice.local_file import LocalFile
from practice.session import Context
from tests.support import SITE

_OUTCOMES = [outcome_name(name) for name in SITE.exercises]
SOME = dict(zip(_OUTCOMES[:4], ("done", "alone", "guided", "helped"), strict=True))
ALL = dict.fromkeys(_OUTCOMES, "done")
QUESTION = {"question:accueil_paiement": {"answer": "2,28"}}
_KEPT = {
    "progress, at first": {},
    "progress, some done": SOME | QUESTION,
    "progress, all done": ALL,
    "progress, begun": {"last": "changer_adresse", "practice": ["cliquer"]},
    "progress, damaged": SOME | {_OUTCOMES[4]: ["?"]},
}
PRACTISED = (
    ("try", {"pressed": "Thé"}),
    ("try", {"taper_0": "camille"}),
    ("try", {"cocher_boxes-0": "yes", "cocher_boxes-2": "yes"}),
    ("try", {"choisir_list": "jeudi"}),
    ("try", {"tab_0": "Soleil", "tab_1": "lune"}),
    ("try", {"pressed": "La fin"}),
    ("try", {"coller_0": "Soleil-31"}),
)


def played(session, *actions):
    """Return a session after some actions."""
    for action, answers in actions:
        session.do(action, **answers)
    return session


def answers(name, which):
    """Return the actions that give, to each question of a quiz, its first or its last answer."""
    for question in SITE.quizzes[name].questions:
        yield "answer", {f"answer_{question.id}": question.answers[which].id}
        yield "go_on", {}


def practised(count):
    """Return the actions that reach so many goals, each left for the next."""
    return [step for done in PRACTISED[:count] for step in (done, ("go_on", {}))]


def _progress(kept, *actions):
    progress = Progress()
    progress.resume(kept)
    return played(progress, *actions)


def _all_known():
    quiz = Quiz("bilan")
    right = {q.id: next(a.id for a in q.answers if not a.chapters) for q in SITE.quizzes["bilan"].questions}
    quiz.resume({"quiz:bilan": right})
    return quiz


def _in_jupyterlab() -> str:
    progress = Progress(at=Context(SITE, "avancee-lab", LocalFile(Path("travail.json"))))
    return SITE.draw("set_aside.html", key=progress.key, words=SET_ASIDE) + progress.draw()


def _later(kept, *actions):
    """Return « Ce que j'ai fait » where the address of the room is known, after some actions."""
    progress = Progress(at=Context(SITE, "avancee-salle", reached=lambda: "http://192.168.1.20:8866/"))
    progress.resume(kept)
    return played(progress, *actions)


def _word():
    first = SITE.quizzes["level_test"].questions[0]
    return "answer", {f"answer_{first.id}": "little"}


#: name -> what makes the session that is drawn
_SESSIONS = {
    "home": Home,
    **{name: partial(_progress, kept) for name, kept in _KEPT.items()},
    "progress, sure?": lambda: _progress(SOME, ("ask", {})),
    "later, the code": lambda: _later(SOME, ("note", {})),
    "later, two codes": lambda: _later(dict.fromkeys(_OUTCOMES[::2], "done"), ("note", {})),
    "later, a code asked for": lambda: _later({}, ("have", {})),
    "later, a code refused": lambda: _later(SOME, ("take", {"code": "1234-5678"})),
    "later, a drawing": lambda: _later({}, ("found", {"text": text_of(SITE, held_of(SITE, SOME))})),
    "later, a damaged drawing": lambda: _later({}, ("found", {"text": "?"})),
    "later, come back": lambda: _later({}, ("take", {"code": "19QQ-4N2N-43RG"})),
    "level test": LevelTest,
    "level test, nothing chosen": lambda: played(LevelTest(), ("answer", {})),
    "level test, a word": lambda: played(LevelTest(), _word()),
    "level test, second question": lambda: played(LevelTest(), _word(), ("go_on", {})),
    "level test, chapters": lambda: played(LevelTest(), *answers("level_test", -1)),
    "final quiz, all known": _all_known,
    **{f"practice, goal {at + 1}": lambda at=at: played(Practice(), *practised(at)) for at in range(len(PRACTISED))},
    "practice, reached": lambda: played(Practice(), PRACTISED[0]),
    "practice, not yet": lambda: played(Practice(), *practised(2), ("try", {"cocher_boxes-1": "yes"})),
    "practice, over": lambda: played(Practice(), *practised(len(PRACTISED))),
    "practice, over, some passed": lambda: played(Practice(), *[("go_on", {})] * 6),
    "attestation": Attestation,
    "attestation, refused": lambda: played(Attestation(), ("make", {"name": "Camille 2"})),
    "attestation, given": lambda: played(Attestation(), ("make", {"name": "Camille Martin"})),
}


def _draw(make):
    return make().html


DRAWINGS = {name: partial(_draw, make) for name, make in _SESSIONS.items()}
DRAWINGS["progress, in JupyterLab, after a damaged file"] = _in_jupyterlab
