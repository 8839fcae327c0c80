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
    step: Step | None = None
    typed: tuple[tuple[str, str], ...] = ()  #: questions and answers

    @property
    def place(self) -> str:
        """Id of what is to be outlined, if anything."""
        return f"{self.key}-{self.step.place}" if self.step and self.step.place else ""


def walk(exercise: Exercise) -> list[Scene]:
    """Return one scene a step, then the end."""
    desk = desk_for(exercise, "")
    scenes = []
    for number, step in enumerate(exercise.steps, 1):
        desk.key = f"etape{number}"
        scenes.append(Scene(desk.key, desk.draw(), step, tuple(told_by(step, desk))))
        desk.do(step.do, typed_by(step, desk.simulation))
    desk.key = "fin"
    return [*scenes, Scene(desk.key, desk.draw())]


def person(exercise: Exercise) -> str:
    """Return the name of who is played."""
    return data.personas()[exercise.persona].full_name
