"""Third step: an e-mail address of one's own, and a phone if one likes (seed: « 1 adresse mail = 1 Compte Améli »)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.creation.create_account import PAGES_BY_RECOGNITION
from atelier_ameli.creation.create_forms import ContactForm
from atelier_ameli.creation.create_step import CreateStep
from atelier_ameli.creation.creation import Recognition
from atelier_ameli.creation.creation_steps import address_taken, may_create, page_of_proof, send_link
from practice.notices import notice

if TYPE_CHECKING:
    from atelier_ameli.world import World

_TAKEN = notice(
    "email_taken",
    "Cette adresse sert déjà à un autre compte. 1 adresse e-mail = 1 compte, même dans un couple. "
    "Tapez une adresse à vous.",
)


class CreateContact(CreateStep):
    """Where to reach whoever creates the account. One may come here from FranceConnect, without papers."""

    name = "create_contact"
    template = "create_contact.html"
    title = "Mon adresse e-mail"
    card = ("email", "phone")
    form_class = ContactForm

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only for whoever has proven who she is."""
        return world.identified is not None

    @property
    def previous(self) -> str:
        return page_of_proof(self.world) if self.world.creation.person else "create_account"

    def handle_contact(self, answers: Mapping[str, Any]) -> str | None:
        person = self.world.identified
        if person is None:
            return "create_account"
        found = may_create(self.world, person)
        if found is not Recognition.RECOGNISED:
            return PAGES_BY_RECOGNITION[found]
        form = self.fill(answers)
        if form.validate() and address_taken(self.world, form.email.data):
            form.email.errors = [_TAKEN]
        self.keep(form, checked=True)
        if form.problems():
            return None
        self.world.creation = self.world.creation.with_contact(person.id, form.email.data, form.phone.data)
        if not self.world.creation.code_chosen:
            return "create_code"
        send_link(self.world)
        return "create_sent"
