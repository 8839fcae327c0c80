"""An exercise played by its own steps: what each step shows before it is done, and what it types."""

from dataclasses import dataclass

from practice.course.exercises.exercises import Exercise, Step
from practice.course.exercises.goals import begin
from practice.course.exercises.placeholders import told_by, typed_by
from practice.site import Site


@dataclass(frozen=True)
class Frame:
    """What lies before the learner at a step; after the last one, `step` is None."""

    key: str  #: prefixes the ids of its HTML
    html: str
    part: str  #: id of the part of the desk to look at: the card, the device, the site, the telephone, the mailbox
    step: Step | None = None
    typed: tuple[tuple[str, str], ...] = ()  #: questions and answers

    @property
    def place(self) -> str:
        """Id of what is to be outlined, if anything."""
        return f"{self.key}-{self.step.target}" if self.step and self.step.target else ""


def walkthrough(site: Site, exercise: Exercise, prefix: str = "") -> list[Frame]:
    """Return one frame a step, then the end. `prefix` begins all ids, where several exercises stand on a page."""
    session = begin(site, exercise, "etape")
    frames: list[Frame] = []
    for number, step in enumerate(exercise.steps, 1):
        session.key = f"{prefix}etape{number}"
        drawn = session.draw()
        part = _part(session.key, drawn, step, frames)
        frames.append(Frame(session.key, drawn, part, step, tuple(told_by(step, session))))
        session.handle(step.do, typed_by(step, session.world))
    session.key = f"{prefix}fin"
    drawn = session.draw()
    return [*frames, Frame(session.key, drawn, _part(session.key, drawn, None, frames))]


def _part(key: str, drawn: str, step: Step | None, before: list[Frame]) -> str:
    """Return the part with the place of a step; without a place, the mailbox for whoever was in it, else the site."""
    site = "handset" if f'id="{key}-handset"' in drawn else "site"
    starts = {name: drawn.find(f'id="{key}-{name}"') for name in ("card", "device", site, "mailbox")}
    at = drawn.find(f'id="{key}-{step.target}"') if step and step.target else -1
    behind = [name for name, start in starts.items() if 0 <= start <= at]
    in_mailbox = before and before[-1].part.endswith("-mailbox") and starts["mailbox"] >= 0
    return f"{key}-{behind[-1] if behind else 'mailbox' if in_mailbox else site}"


def person(site: Site, exercise: Exercise) -> str:
    """Return the name of who is played."""
    return site.personas[exercise.persona].full_name
