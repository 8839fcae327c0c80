"""An exercise played by its own steps: what each shows before it is done, what it types, what comes of it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from practice.course.exercises.exercises import Exercise, Mistake, Step
from practice.course.exercises.goals import begin
from practice.course.exercises.placeholders import told_by, typed_by
from practice.pages.regions import Regions
from practice.screen import SiteSession
from practice.site import Site

Typed = tuple[tuple[str, str], ...]  #: questions and answers


class Moment(StrEnum):
    """What is shown of a step."""

    BEFORE = "before"  #: the target, and what is typed there
    SLIP = "slip"  #: the same, and the mistake that people often make there
    CAUGHT = "caught"  #: what the site says of the mistake, and how it is put right
    AFTER = "after"  #: what came of the step


@dataclass(frozen=True)
class Beat:
    """One moment of a step."""

    moment: Moment
    number: int
    step: Step

    @property
    def does(self) -> Step | Mistake:
        """What is done next, or was done."""
        return self.step.mistake if self.moment in (Moment.SLIP, Moment.CAUGHT) else self.step


@dataclass(frozen=True)
class Frame:
    """What lies before the learner at a moment, the same for a screen, a slide and a paper.

    `html` is the drawing of the desk: the element with `data-here` is what the step is done on, the region with
    `data-shown` the one to look at. At the end there is no beat.
    """

    key: str  #: prefixes the ids of its HTML
    html: str
    region: str  #: name of the region to look at
    target: str = ""  #: id of what the step is done on, if that is there
    typed: Typed = ()
    beat: Beat | None = None
    notice: str = ""  #: what the site says of a mistake

    @property
    def step(self) -> Step | None:
        """The step to do, if this does not show what came of one."""
        return self.beat.step if self.beat and self.beat.moment is not Moment.AFTER else None

    @property
    def mistake(self) -> Mistake | None:
        """The mistake that was made, if this shows what the site says of it."""
        return self.beat.step.mistake if self.beat and self.beat.moment is Moment.CAUGHT else None


def beats(exercise: Exercise, *, mistakes: bool = False) -> list[Beat]:
    """Return the moments of an exercise, with the usual mistakes or without."""
    found = []
    for number, step in enumerate(exercise.steps, 1):
        slips = mistakes and step.mistake
        before = (Moment.SLIP, Moment.CAUGHT) if slips else (Moment.BEFORE,)
        found += [Beat(moment, number, step) for moment in (*before, Moment.AFTER)]
    return found


def frame_of(
    session: SiteSession, regions: Regions, target: str = "", *, typed: Typed = (), quiet: bool = False
) -> Frame:
    """Return what a session shows, its target marked; without a target, the region is where the last action led.

    `quiet` marks the regions that are not needed: all but the target's, and but the card for what is typed from it.
    """
    wanted = f"{session.key}-{target}" if target else ""
    found = wanted if wanted and regions.holding(wanted) else ""
    main = "handset" if "handset" in regions else "site"
    region = regions.holding(found or session.focus or "") or main
    needed = {region, *(["card"] if typed else [])}
    marked = regions.marked(found, region, [name for name in regions if name not in needed] if quiet else ())
    return Frame(session.key, session.desk(marked), region, found, typed)


def play(beat: Beat, session: SiteSession) -> None:
    """Do what a moment has done: a mistake once it is caught, the step itself after it."""
    if beat.moment in (Moment.CAUGHT, Moment.AFTER):
        session.handle(beat.does.do or beat.step.do, typed_by(beat.does, session.world))


def frame_at(beat: Beat, session: SiteSession) -> Frame:
    """Return what lies before the learner at a moment that was played."""
    if beat.moment is Moment.AFTER:
        return replace(frame_of(session, session.regions()), beat=beat)
    does = beat.does if beat.moment is Moment.SLIP else beat.step
    notice = notice_of(beat.step.mistake, session) if beat.moment is Moment.CAUGHT else ""
    drawn = frame_of(session, session.regions(), beat.step.target, typed=tuple(told_by(does, session)))
    return replace(drawn, beat=beat, notice=notice)


def notice_of(mistake: Mistake, session: SiteSession) -> str:
    """Return what the site says of a mistake; an empty text if it does not say that."""
    return next((str(text) for text in session.page.told if mistake.told in getattr(text, "ids", ())), "")


def walkthrough(site: Site, exercise: Exercise, prefix: str = "") -> list[Frame]:
    """Return the frame before each step, and of each mistake that is caught there, then the end.

    `prefix` begins all ids, where several exercises stand on a page.
    """
    session = begin(site, exercise, "etape")
    frames = []
    for beat in beats(exercise, mistakes=True):
        session.key = f"{prefix}etape{beat.number}{'erreur' if beat.moment is Moment.CAUGHT else ''}"
        if beat.moment is Moment.AFTER and beat.number == len(exercise.steps):
            session.key = f"{prefix}fin"
        play(beat, session)
        shown = replace(beat, moment=Moment.BEFORE) if beat.moment is Moment.SLIP else beat
        frames.append(frame_at(shown, session))
    return [frame for frame in frames[:-1] if frame.step] + frames[-1:]


def person(site: Site, exercise: Exercise) -> str:
    """Return the name of who is played."""
    return site.personas[exercise.persona].full_name
