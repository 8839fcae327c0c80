"""An exercise in three modes: watch it, do it with help, do it alone."""

from collections.abc import Mapping
from typing import Any

from practice.course.exercises import exercises as told
from practice.course.exercises.demonstration import Demonstration
from practice.course.exercises.exercises import Mode, Outcome
from practice.course.exercises.kept_exercise import place_of, take_up
from practice.course.exercises.outcomes import WORDS
from practice.course.exercises.walkthrough import Frame, frame_of
from practice.course.exercises.work import DOING, Led, Work
from practice.course.progress.results import LAST, outcome_in, outcome_name, step_name
from practice.drawing.headings import one_lower
from practice.pages.targets import words_for
from practice.screen import SiteSession
from practice.session import Context, Session, UnknownActionError

MODES = {Mode.WATCH: "Regarder", Mode.GUIDED: "Avec de l'aide", Mode.ALONE: "Sans aide"}
_FIRST_MISS = "Ce n'est pas encore ça. Relisez la consigne."
_ASTRAY = "Ce n'est pas par ici. Vous pouvez revenir à la consigne."
_OTHER_ANSWER = "Une réponse n'est pas celle de la consigne. Revenez en arrière pour la changer."
_OWN = ("exercise-now", "hint", "forward", "exercise-play", "now-you", "task")  #: ends of ids
_ONLY_WATCHED = "Ici, vous regardez. Cliquez sur « Montrer la suite »."


class Exercise(Session):
    """An exercise of data/exercises/, by its id: what to do stands in a bar that stays in view, the site below.

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
        self.first_mode = self.mode = Mode(mode)
        self.best = Outcome.NOT_TRIED
        self.used = False  # the learner has done something here
        self._led_to = ""  # what the last action gave the focus to, on the site
        self.start()

    def __repr__(self) -> str:
        return f"Exercise({self.exercise.id!r}, mode={self.first_mode.value!r})"

    def start(self) -> None:
        """Put the exercise to its start, in its mode."""
        self.work = Work(self.site, self.exercise, self.key)
        self.word = self.resumed = ""  # what to say of the last action, and of the work that was taken up
        self.focus, self.say, self.download = None, "", None
        self.demonstrate()

    def demonstrate(self, done: int = 0) -> None:
        """Begin the demonstration, in « watch » only; the learner's own work stays as it is."""
        watch = self.mode is Mode.WATCH
        self.demonstration = Demonstration(self.site, self.exercise, self.key, done) if watch else None

    def begin(self) -> None:
        self.used, self.download = True, None
        self.focus, self.say = None, ""
        self.word = self.resumed = ""

    # ---- What the learner does

    def handle(self, action: str, answers: Mapping[str, Any]) -> None:
        """Let the exercise or its site handle an action. Raises UnknownActionError."""
        self._handle(action, answers)
        own = tuple(f"{self.key}-{name}" for name in _OWN)
        self._led_to = "" if (self.focus or "").startswith(own) else self.focus or ""

    def _handle(self, action: str, answers: Mapping[str, Any]) -> None:
        if hasattr(self, f"handle_{action}"):
            super().handle(action, answers)
            return
        self.screen.part_for(action)
        self.begin()
        if action == "card":
            self._open_card()
        elif self.demonstration:
            self.demonstration.playing = False
            self.say = self.word = _ONLY_WATCHED
        else:
            self.work.guided |= self.told
            self.work.handle(action, answers)
            self.focus, self.say, self.download = self.screen.focus, self.screen.say, self.screen.download
            self._tell(self.work.look(action))

    def handle_start_again(self, _: Mapping[str, Any]) -> None:
        self.start()
        self.focus = self._bar

    def handle_mode(self, answers: Mapping[str, Any]) -> None:
        """Change the mode. What was done stays; what is finished starts afresh."""
        self.mode = next((mode for mode in Mode if mode == answers.get("mode")), self.mode)
        if self.work.finished:
            self.start()
        self.demonstrate(self.work.at)
        self.focus = self._bar

    def handle_forward(self, _: Mapping[str, Any]) -> None:
        """Show the next moment of the demonstration."""
        self._show(1)

    def handle_backward(self, _: Mapping[str, Any]) -> None:
        self._show(-1)

    def handle_play(self, _: Mapping[str, Any]) -> None:
        """Let the demonstration go on by itself, or stop it."""
        shown = self._watched("play")
        shown.playing = not shown.playing and not shown.finished
        self.focus = f"{self.key}-exercise-play"
        self.say = "La démonstration avance seule." if shown.playing else "La démonstration est arrêtée."

    def handle_mistake(self, _: Mapping[str, Any]) -> None:
        """Show the mistake that people often make, and how it is put right."""
        shown = self._watched("mistake")
        if not self.exercise.has_mistake:
            raise UnknownActionError("mistake")
        shown.with_mistakes()
        self.focus, self.say = f"{self.key}-forward", shown.said

    def handle_where(self, _: Mapping[str, Any]) -> None:
        """Take the focus and the view to the target, and say its name."""
        frame = self.frame
        if frame.target:
            self.focus, self.say = frame.target, words_for(frame.target, frame.html, frame.region)

    def handle_hint(self, _: Mapping[str, Any]) -> None:
        """Climb one rung: in « alone », the instruction; other words, what to answer; at last the step is done."""
        work = self.work
        if self.mode is Mode.WATCH or work.finished:
            return
        if not self.told:
            work.asked, self.focus = True, self._bar
            return
        rung = work.next_hint
        work.rung += 1
        self.focus = f"{self.key}-hint"
        if rung == DOING:
            work.do_the_step()
            self.download = self.screen.download
            self._tell(work.look(work.step.do))
            self.focus = self._bar

    def handle_return(self, _: Mapping[str, Any]) -> None:
        """Go back to where the step was told."""
        self.work.go_back()
        self.focus = self._bar

    # ---- What is kept

    def resume(self, kept: object) -> None:
        """Take up what came of the exercise before, and the work in it. Nothing kept is trusted."""
        kept = kept if isinstance(kept, dict) else {}
        self.best, place = outcome_in(kept, self.exercise.id), kept.get(self._step_name)
        self.used = False
        if isinstance(place, dict) and place != place_of(self):
            take_up(self, place)
        self.focus, self.say, self.download = None, "", None

    def snapshot(self) -> dict[str, Any]:
        """Return what is kept: the work, the outcome if there is one, and that this was the exercise done last."""
        kept: dict[str, Any] = {self._step_name: place_of(self)}
        if self.best is not Outcome.NOT_TRIED:
            kept[outcome_name(self.exercise.id)] = self.best.value
        if self.used and self.first_mode is not Mode.WATCH:  # to be shown something is not to do a chapter
            kept[LAST] = self.exercise.id
        return kept

    # ---- What is shown

    def draw(self) -> str:
        frame = self.frame
        shown = {"frame": frame, "site": one_lower(frame.html), "view": self.view_of(frame), "modes": MODES}
        return self.site.draw("exercise.html", key=self.key, play=self, work=self.work, **shown)

    @property
    def screen(self) -> SiteSession:
        """The site that is shown: the learner's own, or that of the demonstration."""
        return self.demonstration.session if self.demonstration else self.work.session

    @property
    def finished(self) -> bool:
        """Whether the goal is reached, by the learner or in the demonstration."""
        return self.demonstration.finished if self.demonstration else self.work.finished

    @property
    def at(self) -> int:
        """The step to do; in « watch », how many are shown."""
        return self.demonstration.done if self.demonstration else self.work.at

    @property
    def step(self) -> told.Step:
        """The step to do; in « watch », the one that is shown."""
        return self.demonstration.beat.step if self.demonstration else self.work.step

    @property
    def frame(self) -> Frame:
        """What lies before the learner now. Where the step is told, its target is marked, and the rest is quiet."""
        if self.demonstration:
            return self.demonstration.frame
        if not self.told:
            return frame_of(self.screen, self.work.regions)
        work = self.work
        return frame_of(self.screen, work.regions, work.target, typed=work.typed, quiet=not work.misses)

    @property
    def told(self) -> bool:
        """Whether the step is told: in « guided », and in « alone » once help was asked for."""
        return not self.work.finished and (self.mode is Mode.GUIDED or (self.mode is Mode.ALONE and self.work.asked))

    def view_of(self, frame: Frame) -> list[str]:
        """Return the ids of what of a frame is to be seen together with the bar, the most important first."""
        errors, target = f"{self.key}-errors", frame.target
        led_to = self.demonstration.led_to if self.demonstration else self._led_to
        places = [led_to, target] if (led_to == errors and self.work.misses) or not target else [target, led_to]
        return [place for place in places if place]

    @property
    def outcome(self) -> str:
        return WORDS[self.best]

    @property
    def now(self) -> Outcome:
        """What comes of the exercise when it is done as it is being done."""
        if self.work.helped:
            return Outcome.HELPED
        return Outcome.GUIDED if self.work.guided else Outcome.ALONE

    @property
    def ending(self) -> str:
        return WORDS[self.now]

    # ---- How it is done

    def _tell(self, led: Led) -> None:
        """Say where the last action led: after what the site says of it, and once."""
        work = self.work
        match led:
            case Led.TO_THE_GOAL:
                self.best = self.best.or_better(self.now)
                self._add(f"{self.ending}. {self.exercise.well_done}")
                self.focus = self.focus or self._bar
            case Led.ON if self.told:
                self._add(f"Ensuite : {work.step.instruction}")
            case Led.BACK if self.told:
                self._add(f"Revenons à la consigne {work.at + 1} : {work.step.instruction}")
            case Led.ASTRAY if self.told:
                self.word = work.special_word() or _ASTRAY
                self._add(self.word)
            case Led.NOWHERE if self.told:
                self.word = work.special_word() or (_OTHER_ANSWER if work.has_other_answer() else self._usual_word())
                work.rung = max(work.rung, min(work.misses, len(work.rungs) - 1))
                self._add(self.word or work.step.help)

    def _usual_word(self) -> str:
        return _FIRST_MISS if self.work.misses == 1 else ""

    def _add(self, words: str) -> None:
        self.say = f"{self.say} {words}".strip()

    def _open_card(self) -> None:
        screen = self.screen
        screen.handle("card", {})
        self.work.redraw()
        if self.demonstration:
            self.demonstration.redraw()
        self.focus = screen.focus

    def _watched(self, action: str) -> Demonstration:
        """Return the demonstration. Raises UnknownActionError where there is none."""
        if self.demonstration is None:
            raise UnknownActionError(action)
        return self.demonstration

    def _show(self, by: int) -> None:
        """Show another moment of the demonstration; the focus stays on the button that asked for it."""
        shown = self._watched("forward")
        shown.show(shown.at + by)
        self.focus = f"{self.key}-{'now-you' if shown.finished else 'forward'}"
        shown.playing = shown.playing and not shown.finished
        if shown.playing:
            self.focus = f"{self.key}-exercise-play"
        self.say, self.download = shown.said, shown.session.download

    @property
    def _bar(self) -> str:
        """Id of what takes the focus in the bar: the instruction, or the button of the demonstration."""
        return f"{self.key}-{'forward' if self.demonstration else 'exercise-now'}"

    @property
    def _step_name(self) -> str:
        return step_name(self.exercise.id, self.first_mode)
