"""The demonstration: an exercise that shows itself, moment by moment, forward and back, alone or at a button."""

from practice.course.exercises.exercises import Exercise
from practice.course.exercises.goals import begin
from practice.course.exercises.walkthrough import Beat, Moment, beats, frame_at, play
from practice.drawing.typography import french
from practice.site import Site

_LEAST, _PER_WORD = 4.0, 0.45  #: seconds that a moment is left to be read
PACE_OF_TYPING = 2.0  #: seconds for each thing that is typed


class Demonstration:
    """What « Regarder » shows. `at` is the moment that is shown, among `beats`."""

    def __init__(self, site: Site, exercise: Exercise, key: str, done: int = 0) -> None:
        """Begin before the step after those that are `done`."""
        self.site, self.exercise, self.key = site, exercise, key
        self.mistakes = False
        self.playing = False  #: it goes on by itself
        self.beats = beats(exercise)
        self._begin()
        self.show(next((at for at, beat in enumerate(self.beats) if beat.number > done), 0))

    def show(self, at: int) -> None:
        """Put the site to one of the moments."""
        self.at = min(max(at, 0), len(self.beats) - 1)
        if self.played > self.at:
            self._begin()
        for beat in self.beats[self.played : self.at + 1]:
            play(beat, self.session)
        self.played = self.at + 1
        self.frame = frame_at(self.beat, self.session)

    def _begin(self) -> None:
        self.session, self.played = begin(self.site, self.exercise, self.key), 0

    def redraw(self) -> None:
        """Draw the site after something else than a moment; the next moment is played from the start."""
        self.frame = frame_at(self.beat, self.session)
        self.played = len(self.beats) + 1

    def with_mistakes(self) -> None:
        """Begin again before the first step with a usual mistake, and show each of them."""
        self.mistakes, self.beats = True, beats(self.exercise, mistakes=True)
        self._begin()
        self.show(next(at for at, beat in enumerate(self.beats) if beat.moment is Moment.SLIP))

    @property
    def beat(self) -> Beat:
        return self.beats[self.at]

    @property
    def done(self) -> int:
        """How many steps are done."""
        return self.beat.number - (self.beat.moment is not Moment.AFTER)

    @property
    def finished(self) -> bool:
        return self.at == len(self.beats) - 1

    @property
    def words(self) -> str:
        """What is told of the moment: the step, what came of it, what the site says."""
        beat, slip = self.beat, self.beat.step.mistake
        step = f"Consigne {beat.number} sur {len(self.exercise.steps)} :"
        match beat.moment:
            case Moment.SLIP:
                told = f"{step} une erreur habituelle. {slip.instruction}"
            case Moment.CAUGHT:
                told = f"Le site dit : « {self.frame.notice} » {slip.repair}"
            case Moment.BEFORE:
                told = f"{step} {beat.step.instruction}"
            case _:
                told = f"{step} {beat.step.instruction} Fait. {self._result()}"
        return french(told)

    def _result(self) -> str:
        """Return what came of the step: what the site says of it, or what is open now."""
        session = self.session
        if self.frame.region == "mailbox":
            return f"Messagerie : {session.mailbox.title}."
        return session.say or f"Page : {session.page.title}."

    @property
    def said(self) -> str:
        """What a screen reader says of the moment: its words, and what is typed."""
        typed = " ; ".join(f"{question} : {words}" for question, words in self.frame.typed)
        return french(f"{self.words} À taper ou à choisir : {typed}." if typed else self.words)

    @property
    def pause(self) -> int:
        """How long the moment is shown before the next, in milliseconds."""
        seconds = max(_LEAST, _PER_WORD * len(self.said.split())) + PACE_OF_TYPING * len(self.frame.typed)
        return round(seconds * 1000)

    @property
    def led_to(self) -> str:
        """Id of what came of the last step, if that is to be looked at: where the site leads, or what was used."""
        if self.beat.moment in (Moment.BEFORE, Moment.SLIP):
            return ""
        return self.session.focus or f"{self.key}-{self.beat.step.target}"
