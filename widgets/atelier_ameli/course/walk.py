"""An exercise played by its own steps: what each step shows before it is done, and what it types."""

from dataclasses import dataclass

from atelier_ameli import data
from atelier_ameli.course.play import desk_for, told_by, typed_by
from atelier_ameli.domain.exercises import Exercise, Step


@dataclass(frozen=True)
class Scene:
    """What lies before the learner at a step; after the last one, `step` is None."""

    key: str  #: prefixes the ids of its HTML
    html: str
    part: str  #: id of the part of the desk to look at: the card, the device, the site, the telephone, the mailbox
    step: Step | None = None
    typed: tuple[tuple[str, str], ...] = ()  #: questions and answers

    @property
    def place(self) -> str:
        """Id of what is to be outlined, if anything."""
        return f"{self.key}-{self.step.place}" if self.step and self.step.place else ""


def walk(exercise: Exercise, prefix: str = "") -> list[Scene]:
    """Return one scene a step, then the end. `prefix` begins all ids, where several exercises stand on a page."""
    desk = desk_for(exercise, "")
    scenes: list[Scene] = []
    for number, step in enumerate(exercise.steps, 1):
        desk.key = f"{prefix}etape{number}"
        drawn = desk.draw()
        part = _part(desk.key, drawn, step, scenes)
        scenes.append(Scene(desk.key, drawn, part, step, tuple(told_by(step, desk))))
        desk.do(step.do, typed_by(step, desk.simulation))
    desk.key = f"{prefix}fin"
    drawn = desk.draw()
    return [*scenes, Scene(desk.key, drawn, _part(desk.key, drawn, None, scenes))]


def _part(key: str, drawn: str, step: Step | None, before: list[Scene]) -> str:
    """Return the part with the place of a step; without a place, the mailbox for whoever was in it, else the site."""
    site = "handset" if f'id="{key}-handset"' in drawn else "site"
    starts = {name: drawn.find(f'id="{key}-{name}"') for name in ("card", "device", site, "mailbox")}
    at = drawn.find(f'id="{key}-{step.place}"') if step and step.place else -1
    behind = [name for name, start in starts.items() if 0 <= start <= at]
    in_mailbox = before and before[-1].part.endswith("-mailbox") and starts["mailbox"] >= 0
    return f"{key}-{behind[-1] if behind else 'mailbox' if in_mailbox else site}"


def person(exercise: Exercise) -> str:
    """Return the name of who is played."""
    return data.personas()[exercise.persona].full_name
