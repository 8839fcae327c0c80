"""« Je crée mon compte ameli », first step: who I am (seed, « Création du compte améli »; domain.md §1.3)."""

from collections.abc import Mapping
from typing import Any

from atelier_ameli.creation.create_forms import IdentityForm
from atelier_ameli.creation.create_step import CreateStep
from atelier_ameli.creation.creation import Recognition
from atelier_ameli.creation.creation_steps import page_of_proof, recognise
from practice.forms.fields import Form
from practice.notices import notice

#: where one goes from here, when one cannot have an account of one's own
PAGES_BY_RECOGNITION = {
    Recognition.HAS_ACCOUNT: "create_known",
    Recognition.TOO_YOUNG: "create_child",
    Recognition.WAITING: "create_waiting",
}
_UNKNOWN = notice(
    "nobody_recognised",
    "La caisse ne trouve personne avec ces quatre réponses. L'une d'elles est peut-être mal tapée. "
    "Comparez-les une par une avec la fiche.",
)


class CreateAccount(CreateStep):
    """Four questions. For everyone's privacy, a wrong answer is not named."""

    name = "create_account"
    template = "create_account.html"
    title = "Je crée mon compte ameli"
    card = ("last_name", "number", "birth_date", "postcode")
    form_class = IdentityForm
    previous = "login"

    def fill(self, answers: Mapping[str, Any]) -> Form:
        form = super().fill(answers)
        form.birth_date.known_on(self.world.today)
        for name, label in self.world.edition.creation_labels.items():
            form[name].label.text = label
        return form

    def handle_recognise(self, answers: Mapping[str, Any]) -> str | None:
        form = self.fill(answers)
        valid = form.validate()
        self.keep(form, checked=True)
        if not valid:
            return None
        found = recognise(self.world, form.number.nir, form.last_name.data, form.birth_date.date, form.postcode.data)
        if found is Recognition.UNKNOWN:
            form.form_errors.append(_UNKNOWN)
            return None
        return PAGES_BY_RECOGNITION.get(found) or page_of_proof(self.world)
