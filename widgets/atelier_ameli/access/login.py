"""The sign-in page of 2021 (seed, « Connexion à mon compte ameli »; domain.md §1.1)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.access.accounts import SignIn
from atelier_ameli.access.forgotten_code import page_when_forgotten
from atelier_ameli.identity.forms_identity import NirField
from atelier_ameli.public_site.address_bar import SIGN_IN_ADDRESS
from atelier_ameli.public_site.way_in import page_before_sign_in
from practice.drawing.typography import of
from practice.forms.fields import Form, SecretField
from practice.notices import notice
from practice.pages.page import FormPage

if TYPE_CHECKING:
    from atelier_ameli.world import World

_LOCKED = notice(
    "account_locked",
    "L'accès à ce compte est bloqué, après trop d'essais. Pour le débloquer, cliquez sur « Code oublié ? ».",
)
_WRONG_PAIR = notice(
    "wrong_pair",
    "Le numéro de sécurité sociale et le code ne correspondent pas. Comparez-les avec la fiche. "
    "Il vous reste {tries} avant le blocage.",
)
_CHILDS_NUMBER = notice(
    "childs_number",
    "C'est le numéro {child}. En général, un enfant n'a pas de compte à lui. Tapez le numéro {parent}.",
)


class LoginForm(Form):
    """The number and the code."""

    number = NirField("Mon numéro de sécurité sociale")
    code = SecretField("Mon code", empty=notice("code_empty", "Tapez votre code. Il est sur la fiche."))


class Login(FormPage):
    """Sign in as one of the personas of the course."""

    name = "login"
    template = "login.html"
    title = "J'accède à mon compte ameli"
    address = SIGN_IN_ADDRESS
    card = ("number", "code")
    form_class = LoginForm

    def __init__(self, world: "World", answers: Mapping[str, Any] | None = None) -> None:
        super().__init__(world, answers)
        self.code_visible = False

    def fill(self, answers: Mapping[str, Any]) -> Form:
        form = super().fill(answers)
        form.code.label.text = self.world.edition.code_label
        return form

    def handle_sign_in(self, answers: Mapping[str, Any]) -> str | None:
        """Try the pair. The answer is the same for a wrong code and for a number that has no account."""
        self.code_visible = False
        form = self.fill(answers)
        if not form.validate():
            return None
        if self._is_the_childs(form.number.nir):
            form.forget_secrets()
            form.form_errors.append(self._childs_number())
            return None
        outcome = self.world.sign_in(form.number.nir, form.code.data)
        form.forget_secrets()
        if outcome is SignIn.WELCOME:
            return "account_home"
        if outcome is SignIn.NEW_CODE_NEEDED:
            return "new_code"
        if outcome is SignIn.ONE_TIME_CODE_NEEDED:
            return "ask_one_time_code"
        form.form_errors.append(_LOCKED if outcome is SignIn.LOCKED else self._wrong_pair(form.number.nir))
        return None

    def handle_show_code(self, _: Mapping[str, Any]) -> None:
        """Show what is typed in the code's field, or hide it again."""
        self.code_visible = not self.code_visible
        secret = self.world.edition.secret_words[0]
        self.say = f"Le {secret} est visible." if self.code_visible else f"Le {secret} est caché."

    def handle_forgotten_code(self, _: Mapping[str, Any]) -> str:
        return page_when_forgotten(self.world)

    def handle_previous(self, _: Mapping[str, Any]) -> str:
        """Go back to the public site, as a browser does."""
        return page_before_sign_in(self.world)

    def handle_france_connect(self, _: Mapping[str, Any]) -> str:
        self.world.france_connect = self.world.france_connect.begun(creating=False)
        return "france_connect"

    def handle_create_account(self, _: Mapping[str, Any]) -> str:
        return "create_account"

    def _is_the_childs(self, nir: str) -> bool:
        """Say whether the number is that of the child who is played, whose care is in a parent's account."""
        return bool(self.world.persona.holder) and nir == self.world.persona.nir

    def _childs_number(self) -> str:
        child, parent = self.world.persona, self.world.owner
        kin = "sa mère" if parent.sex == "F" else "son père"
        return _CHILDS_NUMBER.format(child=of(child.first_name), parent=of(f"{parent.first_name}, {kin}"))

    def _wrong_pair(self, nir: str) -> str:
        left = self.world.attempts_left(nir)
        return _WRONG_PAIR.format(tries=f"{left} essai{'s' if left > 1 else ''}")
