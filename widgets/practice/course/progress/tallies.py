"""What was done beside the exercises: the quizzes, the practice. How much of it, never how well."""

from practice.course.exercises.outcomes import Tally
from practice.course.progress.results import PRACTICE, quiz_name
from practice.site import Site


def tallies(site: Site, kept: object) -> list[Tally]:
    """Return what was begun; whatever is damaged counts for nothing."""
    items = kept if isinstance(kept, dict) else {}
    reached = items.get(PRACTICE)
    reached = reached if isinstance(reached, list) else []
    gestures = Tally("Souris et clavier", sum(goal.id in reached for goal in site.goals), len(site.goals), "geste")
    found = [gestures]
    for name, quiz in site.quizzes.items():
        answered = len(quiz.given(items.get(quiz_name(name))))
        found.append(Tally(f"Quiz « {quiz.title} »", answered, len(quiz.questions), "question"))
    return [tally for tally in found if tally.done]
