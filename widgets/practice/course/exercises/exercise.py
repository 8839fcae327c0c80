"""An exercise in three modes: watch it, do it with help, do it alone."""

import contextlib
from collections.abc import Mapping
from typing import Any

from practice.course.exercises import exercises as told
from practice.course.exercises.exercises import Mode, Outcome
from practice.course.exercises.goals import achieved, answered, begin, done, next_step, reached
from practice.course.exercises.outcomes import WORDS
from practice.course.exercises.placeholders import told_by, typed_by
from practice.course.progress.results import LAST, outcome_in, outcome_name, step_name
from practice.notices import ids_of
from practice.session import Context, Session, UnknownActionError

MODES = {Mode.WATCH: "Regarder", Mode.GUIDED: "Avec de l'aide", Mode.ALONE: "Sans aide"}
RUNGS = ("Où est-ce ?", "Redites-le autrement", "Montrez-moi quoi faire", "Faites-le pour moi")
_RESUMED = {
    Mode.WATCH: "Vous reprenez après l'étape {at}.",
    Mode.GUIDED: "Vous reprenez à la consigne {next}.",
    Mode.ALONE: "Vous reprenez là où vous en étiez.",
}
_FIRST_MISS = "Ce n'est pas encore ça. Relisez la consigne."
_OTHER_ANSWER = "Une réponse n'est pas celle de la consigne. Revenez en arrière pour la changer."


class Exercise(Session):
    """An exercise of data/exercises/, by its id: what to do stands above, the site below.

    Raises KeyError for an exercise that does not exist, ValueError for a mode.

    >>> Exercise("se_connecter", mode="guided")
    Exercise('se_connecter', mode='guided')
    """

    prefix = "exercice"
    kind = "Exercice"

    def __init__(self, name: str, *, mode: str = "guided", at: Context | None = None) -> None:
        super().__init__(at)
        self.exercise: told.Exercise = self.site.exercises[name]
        self.title = self.exercise.title
        self.first_mode = Mode(mode)
        self.best = Outcome.NOT_TRIED
        self.used = False  # the learner has done something here
        self._start(self.first_mode)

    def __repr__(self) -> str:
        return f"Exercise({self.exercise.id!r}, mode={self.first_mode.value!r})"

    def _start(self, mode: Mode) -> None:
        self.mode = mode
        self.screen = begin(self.site, self.exercise, self.key)
        self.page = self.screen.page.name  # where the step to do was told
        self.at = 0  # the step to do; in « watch », how many are done
        self.rung = 0  # how many hints were asked for at this step
        self.misses = 0  # actions at this step that did not lead on
        self.helped = False  # the atelier did a step itself
        self._site = ""  # the site's drawing, once the last action has looked at it
        self.word = ""  # what to say of the last action
        self.resumed = ""  # and of the place that was taken up
        self.finished = False
        self.focus, self.say, self.download = None, "", None

    def begin(self) -> None:
        self.used, self.resumed, self.download, self._site = True, "", None, ""

    def handle(self, action: str, answers: Mapping[str, Any]) -> None:
        """Let the exercise or its site handle an action. Raises UnknownActionError."""
        if hasattr(self, f"handle_{action}"):
            super().handle(action, answers)
            return
        self.screen.part_for(action)
        self.begin()
        if self.mode is Mode.WATCH:
            self.say = self.word = "Ici, vous regardez. Cliquez sur « Étape suivante »."
            self.focus = None
            return
        self.screen.handle(action, answers)
        self.focus, self.say = self.screen.focus, self.screen.say
        self._look(action)

    def handle_start_again(self, _: Mapping[str, Any]) -> None:
        self._start(self.mode)
        self.focus = f"{self.key}-task"

    def handle_mode(self, answers: Mapping[str, Any]) -> None:
        """Change the mode; the exercise starts afresh."""
        self._start(next((mode for mode in Mode if mode == answers.get("mode")), self.mode))
        self.focus = f"{self.key}-task"

    def handle_forward(self, _: Mapping[str, Any]) -> None:
        """Show what the next step does."""
        self._show(self.at + 1)

    def handle_backward(self, _: Mapping[str, Any]) -> None:
        self._show(self.at - 1)

    def handle_hint(self, _: Mapping[str, Any]) -> None:
        """Climb one rung: the place, other words, what to do, and at last the step is done."""
        if self.mode is not Mode.GUIDED or self.finished:
            return
        self.rung = min(self.rung + 1, len(RUNGS))
        self.focus = f"{self.key}-hint"
        if self.rung == len(RUNGS):
            self.helped = True
            self._do_for_the_learner()
            self.focus = f"{self.key}-task"

    def resume(self, kept: object) -> None:
        """Take up what came of the exercise before, and the place in it. Nothing kept is trusted."""
        kept = kept if isinstance(kept, dict) else {}
        self.best, place = outcome_in(kept, self.exercise.id), kept.get(self._step_name)
        self.used = False
        if isinstance(place, dict) and place != self._place():
            self._take_up(place.get("mode"), place.get("at"), place.get("helped"))
        self.focus, self.say = None, ""
        self.download = None

    def snapshot(self) -> dict[str, Any]:
        """Return what is kept: the place, the outcome if there is one, and that this was the exercise done last."""
        kept: dict[str, Any] = {self._step_name: self._place()}
        if self.best is not Outcome.NOT_TRIED:
            kept[outcome_name(self.exercise.id)] = self.best.value
        if self.used and self.first_mode is not Mode.WATCH:  # to be shown something is not to do a chapter
            kept[LAST] = self.exercise.id
        return kept

    def draw(self) -> str:
        site, self._site = self._site or self.screen.draw(), ""
        here = f'id="{self.key}-{self.outlined}"' in site
        return self.site.draw("exercise.html", key=self.key, play=self, site=site, here=here, modes=MODES, rungs=RUNGS)

    @property
    def step(self) -> told.Step:
        """The step to do; in « watch », the one that was just shown, or the first."""
        steps = self.exercise.steps
        return steps[min(max(self.at - 1, 0) if self.mode is Mode.WATCH else self.at, len(steps) - 1)]

    @property
    def outlined(self) -> str:
        """End of the id of what is outlined: the place of the next step."""
        if self.finished or self.mode is Mode.ALONE:
            return ""
        steps = self.exercise.steps
        return steps[self.at].target if self.at < len(steps) else ""

    @property
    def told(self) -> list[tuple[str, str]]:
        """What the step types or chooses, question by question."""
        return told_by(self.step, self.screen)

    @property
    def now(self) -> Outcome:
        """What comes of the exercise when it is done as it is being done."""
        if self.helped:
            return Outcome.HELPED
        return Outcome.GUIDED if self.mode is Mode.GUIDED else Outcome.ALONE

    @property
    def ending(self) -> str:
        return WORDS[self.now]

    @property
    def outcome(self) -> str:
        return WORDS[self.best]

    def _show(self, count: int) -> None:
        """Put the site to where so many steps are done."""
        count = min(max(count, 0), len(self.exercise.steps))
        self._start_at(Mode.WATCH, count)
        self.finished = count == len(self.exercise.steps)
        self.focus = f"{self.key}-task"

    def _start_at(self, mode: Mode, count: int) -> None:
        """Start where so many steps are done."""
        self._start(mode)
        for step in self.exercise.steps[:count]:
            self.screen.handle(step.do, typed_by(step, self.screen.world))
        self.at, self.download = count, self.screen.download
        self.page = self.screen.page.name

    def _take_up(self, mode: object, at: object, helped: object) -> None:
        """Go to a place that was kept, if it is one."""
        known = next((one for one in Mode if one == mode), None)
        if known is None or type(at) is not int or not 0 <= at < len(self.exercise.steps):
            return
        self._start_at(known, at)
        self.helped = helped is True
        self.resumed = _RESUMED[known].format(at=at, next=at + 1) if at else ""

    def _place(self) -> dict[str, Any]:
        """Return the place; an exercise that is finished will start afresh."""
        unfinished = not self.finished
        return {"mode": self.mode.value, "at": self.at * unfinished, "helped": self.helped and unfinished}

    def _do_for_the_learner(self) -> None:
        """Do the step from here; from the start, if the learner is somewhere where it cannot be done."""
        step, at = self.step, self.at
        with contextlib.suppress(UnknownActionError):
            self.screen.handle(step.do, typed_by(step, self.screen.world))
        if not done(at, self.screen):
            self.screen = begin(self.site, self.exercise, self.key)
            for one in self.exercise.steps[: at + 1]:
                self.screen.handle(one.do, typed_by(one, self.screen.world))
        self._look(step.do)

    def _look(self, action: str) -> None:
        """See where the last action led: to the goal, a step on, or nowhere."""
        self.download, self.word = self.screen.download, ""
        if self.finished:  # whoever looks around afterwards is left alone
            return
        if achieved(self.screen):
            self.finished = True
            self.best = self.best.or_better(self.now)
            self.say, self.focus = f"{WORDS[self.now]}. {self.exercise.well_done}", f"{self.key}-task"
            return
        before, led = self.at, next_step(self.screen)
        stays = led < before and (self._other_answer() or self._still_there(before))
        self.at = before if stays else led
        self.page = self.screen.page.name
        if self.at != before:
            self.rung = self.misses = 0
            if self.mode is Mode.GUIDED:
                self.say = f"{self.say} Ensuite : {self.step.instruction}".strip()
        elif self._missed(action):
            self.misses += 1
            if self.mode is Mode.GUIDED:
                self.word = self._special_word() or self._other_answer() or self._usual_word()
                self.rung = max(self.rung, min(self.misses + 1, len(RUNGS) - 1))

    def _still_there(self, at: int) -> bool:
        """Say whether a step can still be done where it was told: an error that goes away is no step back."""
        target = self.exercise.steps[at].target
        if self.screen.page.name != self.page or not target:
            return False
        self._site = self.screen.draw()  # what is shown next
        return f'id="{self.key}-{target}"' in self._site

    def _missed(self, action: str) -> bool:
        """Say whether an action was a try: it was the step's own, or something on the page says what is wrong."""
        return action == self.step.do or bool(self.screen.page.problems() or self._special_word())

    def _other_answer(self) -> str:
        """Return what to say when the site went on with another answer than the one asked; it is shown what to do."""
        if not reached(self.step.goal, self.screen) or answered(self.at, self.screen):
            return ""
        return _OTHER_ANSWER

    def _usual_word(self) -> str:
        return _FIRST_MISS if self.misses == 1 else self.step.help

    def _special_word(self) -> str:
        """Return the word for a mistake that people often make, if this is one."""
        return self.exercise.word(ids_of(self.screen.page.told))

    @property
    def _step_name(self) -> str:
        return step_name(self.exercise.id, self.first_mode)
