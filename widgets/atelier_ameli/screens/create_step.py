"""What the steps of creating an account share: where one stands, the way back, answers that are not lost."""

from collections.abc import Mapping
from typing import Any, ClassVar

from atelier_ameli.domain.address_bar import SIGN_IN_ADDRESS
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.screens.page import FormPage

_BY_FORM = ("create_account", "create_proof", "create_contact", "create_code", "create_sent")
_BY_FRANCE_CONNECT = ("france_connect", "create_contact", "create_code", "create_sent")


def steps(simulation: Simulation, page: str) -> tuple[int, int]:
    """Return where a page stands among the steps of the way taken, from 1, and how many there are."""
    by_form = simulation.creation.person or page not in _BY_FRANCE_CONNECT
    way = _BY_FORM if by_form else _BY_FRANCE_CONNECT
    return way.index(page) + 1, len(way)


def to_france_connect(simulation: Simulation) -> str:
    """Leave for FranceConnect, to come back with an identity; return its page."""
    simulation.france_connect = simulation.france_connect.begun(creating=True)
    return "france_connect"


class CreateStep(FormPage):
    """A step with a form. What is typed is kept with the creation as one types, so that going back loses nothing."""

    address = SIGN_IN_ADDRESS
    previous: ClassVar[str]  #: the page that « Revenir » leads to
    for_herself = True

    def __init__(self, simulation: Simulation, answers: Mapping[str, Any] | None = None) -> None:
        kept = simulation.creation.answers.get(self.name, {})
        super().__init__(simulation, answers or kept)

    @property
    def steps(self) -> tuple[int, int]:
        return steps(self.simulation, self.name)

    def place(self) -> dict[str, Any]:
        return {"page": self.name}

    def handle_keep_answers(self, answers: Mapping[str, Any]) -> None:
        """Keep what is being typed, but for what may be a real number."""
        shown = self.form
        self.keep(self.fill(answers))
        self.form = shown

    def handle_back(self, _: Mapping[str, Any]) -> str:
        return self.previous

    def handle_france_connect(self, _: Mapping[str, Any]) -> str:
        return to_france_connect(self.simulation)

    def keep(self, form: Any, *, checked: bool = False) -> None:
        """Keep what a form holds, but for what it refuses."""
        if not checked:
            form.validate()
        self.simulation.creation = self.simulation.creation.with_answers(self.name, form.draft())
