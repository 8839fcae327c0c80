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
_WRONG = {ProofFault.VITALE: ("vitale_end", _WRONG_VITALE), ProofFault.RIB: ("account_end", _UNKNOWN_RIB)}
_TRIES_LEFT = notice("proof_tries_left", "Il vous reste {tries}. Prenez votre temps.")


class Proving(CreateStep):
    """Asks for what is read on one's own papers. After some wrong tries it stops, for a while."""

    previous = "create_account"

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only once somebody is recognised, who has not too often been wrong."""
        return bool(world.creation.person) and not world.creation.done and not is_stopped(world)

    def handle_prove(self, answers: Mapping[str, Any]) -> str | None:
        """Try it. What is wrong is said: the number and the name are already known to whoever comes here."""
        if is_stopped(self.world):
            return "create_stopped"
        form = self.fill(answers)
        valid = form.validate()
        self.keep(form, checked=True)
        if not valid:
            return None
        wrong = self.tried(form)
        if not wrong:
            return "create_contact"
        if is_stopped(self.world):
            return "create_stopped"
        for name, message in wrong.items():
            form[name].errors = [message]
        left = tries_left(self.world)
        form.form_errors.append(_TRIES_LEFT.format(tries=f"{left} essai{'s' if left > 1 else ''}"))
        return None

    def keep(self, form: Any, *, checked: bool = False) -> None:
        """Keep only what is right: any other end of a number could be somebody's."""
        if not checked:
            form.validate()
        kept = {name: form[name].data for name in self.right(form)}
        self.world.creation = self.world.creation.with_answers(self.name, kept)

    def tried(self, form: Any) -> dict[str, str]:
        """Count a try; return what is wrong, by field."""
        raise NotImplementedError

    def right(self, form: Any) -> list[str]:
        """Return the fields that hold what the caisse knows. No try is counted."""
        raise NotImplementedError

    @property
    def known_iban(self) -> str:
        """The IBAN that the caisse knows, or an empty text."""
        known = self.world.site.information.get(self.world.creation.person)
        return known.iban if known else ""


class CreateProof(Proving):
    """The carte Vitale and the RIB."""

    name = "create_proof"
    template = "create_proof.html"
    title = "Ma carte Vitale et mon RIB"
    card = ("vitale_end", "account_end")
    form_class = ProofForm

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

    def tried(self, form: Any) -> dict[str, str]:
        wrong = prove(self.world, form.vitale_end.data, form.account_end.data, self.known_iban)
        return {name: message for proof, (name, message) in _WRONG.items() if proof in wrong}

    def right(self, form: Any) -> list[str]:
        ends = (form.vitale_end.data or "", form.account_end.data or "")
        right = right_proofs(self.world, *ends, self.known_iban)
        return [name for proof, (name, _) in _WRONG.items() if right[proof]]
