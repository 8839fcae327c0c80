"""What tells of the course itself, in each state: how far one is, the quizzes, the practice, the attestation."""

from pathlib import Path

from atelier_ameli import Attestation, LevelTest, Practice, Progress, Quiz
from atelier_ameli.course.results import outcome_name
from practice.doors.lab import SET_ASIDE
from practice.local_file import LocalFile
from practice.session import Context
from tests.support import SITE

_OUTCOMES = [outcome_name(name) for name in SITE.exercises]
SOME = dict.fromkeys(_OUTCOMES[:3], "done") | {_OUTCOMES[3]: "to_review"}
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


def _drawings():
    for name, kept in _KEPT.items():
        progress = Progress()
        progress.resume(kept)
        yield name, progress
    progress = Progress()
    progress.resume(SOME)
    yield "progress, sure?", played(progress, ("ask", {}))
    first = SITE.quizzes["level_test"].questions[0]
    word = ("answer", {f"answer_{first.id}": "little"})
    yield "level test", LevelTest()
    yield "level test, nothing chosen", played(LevelTest(), ("answer", {}))
    yield "level test, a word", played(LevelTest(), word)
    yield "level test, second question", played(LevelTest(), word, ("go_on", {}))
    yield "level test, chapters", played(LevelTest(), *answers("level_test", -1))
    yield "final quiz, all known", _all_known()
    for at in range(len(PRACTISED)):
        yield f"practice, goal {at + 1}", played(Practice(), *practised(at))
    yield "practice, reached", played(Practice(), PRACTISED[0])
    yield "practice, not yet", played(Practice(), *practised(2), ("try", {"cocher_boxes-1": "yes"}))
    yield "practice, over", played(Practice(), *practised(6))
    yield "practice, over, some passed", played(Practice(), *[("go_on", {})] * 6)
    yield "attestation", Attestation()
    yield "attestation, refused", played(Attestation(), ("make", {"name": "Camille 2"}))
    yield "attestation, given", played(Attestation(), ("make", {"name": "Camille Martin"}))


def _all_known():
    quiz = Quiz("bilan")
    right = {q.id: next(a.id for a in q.answers if not a.chapters) for q in SITE.quizzes["bilan"].questions}
    quiz.resume({"quiz:bilan": right})
    return quiz


def _in_jupyterlab() -> str:
    progress = Progress(at=Context(SITE, "avancee-lab", LocalFile(Path("travail.json"))))
    return SITE.draw("set_aside.html", key=progress.key, words=SET_ASIDE) + progress.draw()


DRAWINGS = {name: session.html for name, session in _drawings()}
DRAWINGS["progress, in JupyterLab, after a damaged file"] = _in_jupyterlab()
