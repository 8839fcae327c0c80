"""Second step of today: the end of the IBAN alone (ameli_2026.md §3, a weak source: the length is the exercise's)."""

from collections.abc import Mapping
from typing import Any

from atelier_ameli.creation.create_forms import IbanForm
from atelier_ameli.creation.create_proof import TRIES_LEFT, CreateProof
from atelier_ameli.creation.creation_steps import is_stopped, prove_iban, right_iban, tries_left
from practice.forms.fields import Form
from practice.notices import notice
from practice.pages.page import FormPage

_UNKNOWN = notice(
    "iban_unknown",
    "La caisse ne connaît pas cet IBAN. Comparez les signes avec le dessin. "
    "Ils sont justes ? Lisez « Ma caisse ne connaît pas mon IBAN ».",
)


class CreateIban(CreateProof):
    """The end of the IBAN that the caisse knows."""

    name = "create_iban"
    template = "create_iban.html"
    title = "Mon IBAN"
    card = ("iban_end",)
    form_class = IbanForm

    @property
    def rib_unknown(self) -> bool:
        """Whether the IBAN was just refused."""
        return bool(self.form.form_errors)

    def fill(self, answers: Mapping[str, Any]) -> Form:
        form, wanted = FormPage.fill(self, answers), self.world.edition.iban_end_length
        form.iban_end.wanted = wanted
        form.iban_end.label.text = f"Les {wanted} derniers chiffres de mon IBAN"
        return form

    def handle_prove(self, answers: Mapping[str, Any]) -> str | None:
        """Try it. It is said when it is wrong: the number and the name are already known to whoever comes here."""
        if is_stopped(self.world):
            return "create_stopped"
        form = self.fill(answers)
        valid = form.validate()
        self.keep(form, checked=True)
        if not valid:
            return None
        if prove_iban(self.world, form.iban_end.data, self._known_iban):
            return "create_contact"
        if is_stopped(self.world):
            return "create_stopped"
        form.iban_end.errors = [_UNKNOWN]
        left = tries_left(self.world)
        form.form_errors.append(TRIES_LEFT.format(tries=f"{left} essai{'s' if left > 1 else ''}"))
        return None

    def keep(self, form: Any, *, checked: bool = False) -> None:
        """Keep only what is right: any other end of a number could be somebody's."""
        if not checked:
            form.validate()
        right = right_iban(self.world, form.iban_end.data or "", self._known_iban)
        kept = {"iban_end": form.iban_end.data} if right else {}
        self.world.creation = self.world.creation.with_answers(self.name, kept)
