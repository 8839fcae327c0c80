"""What was kept of the whole course: under which names, and how far it says that one is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from practice.course.exercises.exercises import Mode, Outcome
from practice.course.exercises.outcomes import Advance, Results, Tally, read_results
from practice.site import Site

PRACTICE = "practice"
LAST = "last"  #: the id of the exercise that was worked on last


def outcome_name(name: str) -> str:
    return f"exercise:{name}"


def step_name(name: str, mode: Mode) -> str:
    """Return under which name the place is kept in an exercise that a chapter opens in this mode: it may open two."""
    return f"step:{name}:{mode.value}"


def quiz_name(name: str) -> str:
    return f"quiz:{name}"


def question_name(name: str) -> str:
    return f"question:{name}"


def outcome_in(kept: Mapping[str, Any], name: str) -> Outcome:
    """Return what came of an exercise, from what was kept. Nothing kept is trusted."""
    return Outcome.read(kept.get(outcome_name(name))) or Outcome.NOT_TRIED


def is_right(site: Site, kept: Mapping[str, Any], name: str) -> bool:
    """Say whether a question has its right answer, in what was kept. Nothing kept is trusted."""
    given = kept.get(question_name(name))
    answer = given.get("answer") if isinstance(given, Mapping) else None
    return isinstance(answer, str) and bool(answer) and site.questions[name].is_right(answer)


def gestures_in(site: Site, kept: Mapping[str, Any]) -> list[str]:
    """Return the goals of the practice that were reached, in their order. Nothing kept is trusted."""
    reached = kept.get(PRACTICE)
    return [goal.id for goal in site.goals if goal.id in reached] if isinstance(reached, list) else []


def names_of_exercise(name: str) -> tuple[str, ...]:
    """Return the names of what came of an exercise and of the places in it."""
    return (outcome_name(name), *(step_name(name, mode) for mode in Mode))


def all_names(site: Site) -> tuple[str, ...]:
    """Return the names of all that teaches. What was done on the site alone has names of its own."""
    mine = (name for exercise in site.exercises for name in names_of_exercise(exercise))
    return (*mine, *map(question_name, site.questions), *map(quiz_name, site.quizzes), PRACTICE, LAST)


def names_of_chapter(site: Site, notebook: str) -> tuple[str, ...]:
    """Return the names of what came of the exercises of a chapter; none for a notebook that is no chapter."""
    numbers = [chapter.number for chapter in site.chapters if chapter.notebook == notebook]
    mine = [exercise for number in numbers for exercise in site.chapters_of_exercises.get(number, ())]
    return tuple(name for exercise in mine for name in names_of_exercise(exercise.id))


def results_of(site: Site, kept: object) -> Results:
    """Return what was kept; whatever is damaged counts for nothing."""
    outcomes = {outcome_name(name): name for name in site.exercises}
    results = read_results(kept, outcomes, tuple(map(question_name, site.questions)))
    last = kept.get(LAST) if isinstance(kept, dict) else None
    return replace(results, last=last) if isinstance(last, str) and last in site.exercises else results


def last_notebook(site: Site, results: Results) -> str:
    """Return the notebook of the chapter whose exercise was worked on last, if that is known."""
    mine = site.chapters_of_exercises.items()
    numbers = [n for n, exercises in mine if results.last in [exercise.id for exercise in exercises]]
    return next((chapter.notebook for chapter in site.chapters if chapter.number in numbers), "")


def first_part(site: Site) -> Advance | None:
    """Return the first chapter that can be opened: where one begins, exercises or not."""
    first = next((chapter for chapter in site.chapters if chapter.notebook), None)
    return first and Advance(f"{first.number}. {first.title}", first.notebook, ())


def advances(site: Site, results: Results) -> list[Advance]:
    """Return how far one is in each chapter that has a notebook and exercises."""
    found = []
    for chapter in site.chapters:
        mine = site.chapters_of_exercises.get(chapter.number, ())
        if mine and chapter.notebook:
            outcomes = tuple(results.outcomes.get(exercise.id, Outcome.NOT_TRIED) for exercise in mine)
            found.append(Advance(f"{chapter.number}. {chapter.title}", chapter.notebook, outcomes))
    return found


def tallies(site: Site, kept: object) -> list[Tally]:
    """Return what was begun beside the exercises, the quizzes and the practice: how much of it, never how well.

    Whatever is damaged counts for nothing.
    """
    items = kept if isinstance(kept, dict) else {}
    gestures = Tally("Souris et clavier", len(gestures_in(site, items)), len(site.goals), "geste")
    found = [gestures]
    for name, quiz in site.quizzes.items():
        answered = len(quiz.given(items.get(quiz_name(name))))
        found.append(Tally(f"Quiz « {quiz.title} »", answered, len(quiz.questions), "question"))
    return [tally for tally in found if tally.done]
