"""A question of a chapter: not answered, answered, a choice."""

from functools import partial

from atelier_ameli import Question

_TYPED, _CHOICE = "accueil_paiement", "information_medecin"


def _draw(question: str, answers: dict[str, str] | None = None) -> str:
    asked = Question(question)
    if answers is not None:
        asked.do("answer", **answers)
    return asked.html


DRAWINGS = {
    "question": partial(_draw, _TYPED),
    "question, right": partial(_draw, _TYPED, {"answer": "2,28 €"}),
    "question, not yet": partial(_draw, _TYPED, {"answer": "21"}),
    "question, nothing typed": partial(_draw, _TYPED, {}),
    "question, a choice": partial(_draw, _CHOICE),
    "question, a choice, nothing chosen": partial(_draw, _CHOICE, {}),
}
