"""Second step of today: the end of the IBAN alone (ameli_2026.md §3, a weak source: the length is the exercise's)."""

from collections.abc import Mapping
from typing import Any

from atelier_ameli.creation.create_forms import IbanForm
from atelier_ameli.creation.create_proof import Proving
from atelier_ameli.creation.creation_steps import prove_iban, right_iban
from practice.forms.fields import Form
from practice.notices import notice

_UNKNOWN = notice(
    "iban_unknown",
    "La caisse ne connaît pas cet IBAN. Comparez les signes avec le dessin. "
    "Ils sont justes ? Lisez « Ma caisse ne connaît pas mon IBAN ».",
)


class CreateIban(Proving):
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
        form, wanted = super().fill(answers), self.world.edition.iban_end_length
        form.iban_end.wanted = wanted
        form.iban_end.label.text = f"Les {wanted} derniers chiffres de mon IBAN"
        return form

    def tried(self, form: Any) -> dict[str, str]:
        return {} if prove_iban(self.world, form.iban_end.data, self.known_iban) else {"iban_end": _UNKNOWN}

    def right(self, form: Any) -> list[str]:
        return ["iban_end"] if right_iban(self.world, form.iban_end.data or "", self.known_iban) else []
