"""Second step: the ends of two numbers read on one's own papers (domain.md §1.3; lengths: values of the exercise)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.creation.create_forms import ProofForm
from atelier_ameli.creation.create_step import CreateStep
from atelier_ameli.creation.creation import ProofFault
from atelier_ameli.creation.creation_steps import is_stopped, prove, right_proofs, tries_left
from practice.forms.fields import Form
from practice.notices import notice

if TYPE_CHECKING:
    from atelier_ameli.world import World

_WRONG_VITALE = notice(
    "vitale_unknown", "La caisse ne connaît pas cette carte Vitale. Comparez les chiffres avec le dessin de la carte."
)
_UNKNOWN_RIB = notice(
    "rib_unknown",
    "La caisse ne connaît pas ce RIB. Comparez les signes avec le dessin. "
    "Ils sont justes ? Lisez « Ma caisse ne connaît pas mon RIB ».",
)
TRIES_LEFT = notice("proof_tries_left", "Il vous reste {tries}. Prenez votre temps.")


class CreateProof(CreateStep):
    """The carte Vitale and the RIB."""

    name = "create_proof"
    template = "create_proof.html"
    title = "Ma carte Vitale et mon RIB"
    card = ("vitale_end", "account_end")
    form_class = ProofForm
    previous = "create_account"

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only once somebody is recognised, who has not too often been wrong."""
        return bool(world.creation.person) and not world.creation.done and not is_stopped(world)

    @property
    def rib_unknown(self) -> bool:
        """Whether the RIB was just refused."""
        return _UNKNOWN_RIB in self.form.account_end.errors

    def fill(self, answers: Mapping[str, Any]) -> Form:
        form, edition = super().fill(answers), self.world.edition
        vitale, account = edition.vitale_end_length, edition.account_end_length
        form.vitale_end.wanted, form.account_end.wanted = vitale, account
        form.vitale_end.label.text = f"Les {vitale} derniers chiffres du numéro de ma carte Vitale"
        form.account_end.label.text = f"Les {account} derniers signes de mon numéro de compte"
        return form

    def handle_prove(self, answers: Mapping[str, Any]) -> str | None:
        """Try both. Which one is wrong is said: the number and the name are already known to whoever comes here."""
        if is_stopped(self.world):
            return "create_stopped"
        form = self.fill(answers)
        valid = form.validate()
        self.keep(form, checked=True)
        if not valid:
            return None
        wrong = prove(self.world, form.vitale_end.data, form.account_end.data, self._known_iban)
        if not wrong:
            return "create_contact"
        if is_stopped(self.world):
            return "create_stopped"
        if ProofFault.VITALE in wrong:
            form.vitale_end.errors = [_WRONG_VITALE]
        if ProofFault.RIB in wrong:
            form.account_end.errors = [_UNKNOWN_RIB]
        left = tries_left(self.world)
        form.form_errors.append(TRIES_LEFT.format(tries=f"{left} essai{'s' if left > 1 else ''}"))
        return None

    def keep(self, form: Any, *, checked: bool = False) -> None:
        """Keep only what is right: any other end of a number could be somebody's."""
        if not checked:
            form.validate()
        typed = {ProofFault.VITALE: form.vitale_end, ProofFault.RIB: form.account_end}
        ends = (form.vitale_end.data or "", form.account_end.data or "")
        right = right_proofs(self.world, *ends, self._known_iban)
        kept = {field.name: field.data for proof, field in typed.items() if right[proof]}
        self.world.creation = self.world.creation.with_answers(self.name, kept)

    @property
    def _known_iban(self) -> str:
        known = self.world.site.information.get(self.world.creation.person)
        return known.iban if known else ""
