"""Fourth step: the code, and the conditions to accept."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.access.new_code import ChooseCode
from atelier_ameli.creation.create_forms import FirstCodeForm
from atelier_ameli.creation.create_step import steps
from atelier_ameli.creation.creation_steps import choose_first_code

if TYPE_CHECKING:
    from atelier_ameli.world import World


class CreateCode(ChooseCode):
    """Choose the first code of an account."""

    name = "create_code"
    template = "create_code.html"
    form_class = FirstCodeForm
    for_herself = True

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only for whoever has given her address, and whose code is awaited."""
        creation, person = world.creation, world.identified
        return person is not None and creation.owner == person.id and bool(creation.email) and not creation.code_chosen

    @property
    def title(self) -> str:
        return f"Mon {self.world.edition.secret_words[0]}"

    @property
    def steps(self) -> tuple[int, int]:
        return steps(self.world, self.name)

    def use(self, code: str) -> str:
        choose_first_code(self.world, code)
        return "create_sent"

    def handle_back(self, _: Mapping[str, Any]) -> str:
        return "create_contact"
