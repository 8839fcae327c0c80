"""What the steps of creating an account share: where one stands, the way back, answers that are not lost."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from atelier_ameli.public_site.address_bar import SIGN_IN_ADDRESS
from practice.pages.page import FormPage

if TYPE_CHECKING:
    from atelier_ameli.world import World

_BY_FORM = ("create_account", "create_proof", "create_contact", "create_code", "create_sent")
_SAME_STEP = {"create_iban": "create_proof"}
_BY_FRANCE_CONNECT = ("france_connect", "create_contact", "create_code", "create_sent")


def steps(world: "World", page: str) -> tuple[int, int]:
    """Return where a page stands among the steps of the way taken, from 1, and how many there are."""
    by_form = world.creation.person or page not in _BY_FRANCE_CONNECT
    way = _BY_FORM if by_form else _BY_FRANCE_CONNECT
    return way.index(_SAME_STEP.get(page, page)) + 1, len(way)


def to_france_connect(world: "World") -> str:
    """Leave for FranceConnect, to come back with an identity; return its page."""
    world.france_connect = world.france_connect.begun(creating=True)
    return "france_connect"


class CreateStep(FormPage):
    """A step with a form. What is typed is kept with the creation as one types, so that going back loses nothing."""

    address = SIGN_IN_ADDRESS
    previous: ClassVar[str]  #: the page that « Revenir » leads to
    for_herself = True

    def __init__(self, world: "World", answers: Mapping[str, Any] | None = None) -> None:
        kept = world.creation.answers.get(self.name, {})
        super().__init__(world, answers or kept)

    @property
    def steps(self) -> tuple[int, int]:
        return steps(self.world, self.name)

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
        return to_france_connect(self.world)

    def keep(self, form: Any, *, checked: bool = False) -> None:
        """Keep what a form holds, but for what it refuses."""
        if not checked:
            form.validate()
        self.world.creation = self.world.creation.with_answers(self.name, form.draft())
