"""What was done beside the exercises: the quizzes, the practice. How much of it, never how well."""

from atelier_ameli.course.practice import goals
from atelier_ameli.course.quiz import quizzes
from atelier_ameli.course.results import PRACTICE_KEY, quiz_key
from atelier_ameli.domain.progress import Tally


def tallies(kept: object) -> list[Tally]:
    """Return what was begun; whatever is damaged counts for nothing."""
    items = kept if isinstance(kept, dict) else {}
    reached = items.get(PRACTICE_KEY)
    reached = reached if isinstance(reached, list) else []
    gestures = Tally("Souris et clavier", sum(goal.id in reached for goal in goals()), len(goals()), "geste")
    found = [gestures]
    for name, quiz in quizzes().items():
        answered = len(quiz.given(items.get(quiz_key(name))))
        found.append(Tally(f"Quiz « {quiz.title} »", answered, len(quiz.questions), "question"))
    return [tally for tally in found if tally.done]
