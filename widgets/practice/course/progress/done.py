"""What of a chapter is done: of the exercises, the questions and the quizzes of a step, as the browser remembers it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from practice.chapter import Call
from practice.course.exercises.exercises import Mode, Outcome
from practice.course.progress.results import gestures_in, is_right, outcome_in, quiz_name
from practice.site import Site


@dataclass(frozen=True)
class Done:
    """How much is done of what is asked. A text asks nothing, nor does what is only watched."""

    done: int = 0
    asked: int = 0

    @property
    def whole(self) -> bool:
        return 0 < self.asked == self.done

    @property
    def words(self) -> str:
        """What a list of the steps says; nothing as long as nothing is done."""
        if not self.done:
            return ""
        return "fait" if self.whole else f"{self.done} sur {self.asked}"


def done_in(calls: Iterable[Call], site: Site, kept: object) -> Done:
    """Return what is done of what some calls of a chapter show. Nothing kept is trusted."""
    kept = kept if isinstance(kept, Mapping) else {}
    found = [_done(call, site, kept) for call in calls]
    return Done(sum(one.done for one in found), sum(one.asked for one in found))


def _done(call: Call, site: Site, kept: Mapping[str, Any]) -> Done:
    options, names = dict(call.options), [str(name) for name in call.args]
    match call.name:
        case "Exercise" if options.get("mode") == Mode.WATCH.value:
            return Done()
        case "Exercise" | "MoreExercises":
            return Done(sum(outcome_in(kept, name) is not Outcome.NOT_TRIED for name in names), len(names))
        case "Question":
            return Done(sum(is_right(site, kept, name) for name in names), len(names))
        case "Quiz" | "LevelTest":
            name = names[0] if names else "level_test"
            quiz = site.quizzes[name]
            return Done(len(quiz.given(kept.get(quiz_name(name)))), len(quiz.questions))
        case "Practice":
            return Done(len(gestures_in(site, kept)), len(site.goals))
    return Done()
