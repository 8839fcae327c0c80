"""The « appli carte Vitale »: one thing after the other on the phone, then the card and its QR code.

Nothing is filmed: the camera is a drawing and a button.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.access.one_time_code import OneTimeCodeField
from atelier_ameli.app.vitale_app import (
    SECRET_DIGITS,
    AppStep,
    VitaleAppState,
    app_code,
    checked,
    send_app_code,
    suggested_secret,
)
from atelier_ameli.identity.forms_identity import NirField
from practice.facts import Fact
from practice.forms.fields import Form, SecretField
from practice.notices import notice
from practice.pages.card import CardLine
from practice.pages.page import Page
from practice.services import Channel

if TYPE_CHECKING:
    from atelier_ameli.world import World

_OTHER_NUMBER = notice("app_other_number", "Ce n'est pas le numéro de la fiche. Comparez-les, chiffre par chiffre.")
_WRONG_CODE = notice("app_code_wrong", "Ce n'est pas le bon code. Recopiez celui du dernier message reçu.")
_FAULTS = {
    AppStep.PAPERS: notice("app_too_dark", "L'image est trop sombre. Allumez la lumière, puis filmez."),
    AppStep.FACE: notice("app_out_of_frame", "Le visage sort du cadre. Reculez un peu, puis filmez."),
}
_PASSWORD = notice(
    "app_secret_is_password",
    "C'est le mot de passe du compte ameli. Gardez-le pour le compte. Ici, choisissez un autre code.",
)
_SHAPE = notice("app_secret_shape", "Il faut {digits} chiffres. Tapez le code conseillé par la fiche.")
_EASY = notice("app_secret_easy", "Ce code est trop facile à deviner. Tapez le code conseillé par la fiche.")
_DIFFER = notice("app_secrets_differ", "Les deux codes ne sont pas pareils. Tapez deux fois le même.")
_SENT_AGAIN = "Un autre code est parti. Le code d'avant ne marche plus."
_ROWS = ("0123456789", "9876543210")


class NumberForm(Form):
    """Whose card it is."""

    number = NirField("Mon numéro de sécurité sociale")


class CodeForm(Form):
    """The code received."""

    code = OneTimeCodeField("Code reçu par e-mail", empty=notice("app_code_empty", "Tapez le code du message reçu."))


class SecretForm(Form):
    """The application's own code, twice."""

    secret = SecretField("Mon code secret", empty=notice("app_secret_empty", "Tapez un code secret à six chiffres."))
    again = SecretField("Encore une fois", empty=notice("app_again_empty", "Tapez le même code une deuxième fois."))


_FORMS: dict[AppStep, type[Form]] = {
    AppStep.NUMBER: NumberForm,
    AppStep.CODE: CodeForm,
    AppStep.SECRET: SecretForm,
}


class VitaleApp(Page):
    """The step that is to be done, or the card."""

    name = "vitale_app"
    template = "vitale_app.html"
    title = "Appli carte Vitale"
    site = "Appli carte Vitale"
    channel = Channel.PHONE
    of_the_phone = True
    facts = (
        Fact("held_well", "L'image est claire et bien cadrée, avant de filmer.", lambda page: page.held_well, bool),
        Fact("qr_shown", "Le QR code de la carte est à l'écran.", lambda page: page.qr_shown, bool),
    )

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.held_well = False  # whether what is filmed now can be read
        self.qr_shown = False
        self._read({})

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only in an edition that has the application."""
        return world.edition.vitale_app_hours > 0

    @property
    def state(self) -> VitaleAppState:
        return self.world.vitale_app

    @property
    def mailbox(self) -> bool:
        """What is sent by e-mail is read beside the phone."""
        return self.state.step in (AppStep.CODE, AppStep.CHECK, AppStep.FINISH)

    @property
    def card(self) -> tuple[str, ...]:
        return {AppStep.NUMBER: ("number",), AppStep.CODE: ("email",)}.get(self.state.step, ())

    @property
    def card_lines(self) -> list[CardLine]:
        """The code that one may choose, when it is asked for."""
        secret = suggested_secret(self.world.owner.nir)
        return [CardLine("Code secret conseillé", secret, secret)] if self.state.step is AppStep.SECRET else []

    def handle_accept_terms(self, _: Mapping[str, Any]) -> None:
        self._done(AppStep.TERMS)

    def handle_give_number(self, answers: Mapping[str, Any]) -> None:
        if not self._filled(AppStep.NUMBER, answers):
            return
        if self.form.number.nir != self.world.owner.nir:
            self.form.number.errors = [_OTHER_NUMBER]
            return
        send_app_code(self.world)
        self._show()

    def handle_send_code(self, _: Mapping[str, Any]) -> None:
        if self.state.step is AppStep.CODE:
            send_app_code(self.world)
            self._show()
            self.note, self.focus = _SENT_AGAIN, "note"

    def handle_enter_code(self, answers: Mapping[str, Any]) -> None:
        if not self._filled(AppStep.CODE, answers):
            return
        right = self.form.code.data == app_code(self.world.owner.nir, self.state.codes)
        self.form.forget_secrets()
        if right:
            self._done(AppStep.CODE)
        else:
            self.form.code.errors = [_WRONG_CODE]

    def handle_hold(self, _: Mapping[str, Any]) -> None:
        """Put right what would spoil the film."""
        self.held_well, self.focus = True, "film-state"

    def handle_film(self, _: Mapping[str, Any]) -> None:
        """Film, in the exercise: a film that nobody could use is refused at once."""
        step = self.state.step
        if step not in _FAULTS:
            return
        if self.held_well:
            self._done(step)
        else:
            self.note, self.focus = _FAULTS[step], "note"

    def handle_choose_secret(self, answers: Mapping[str, Any]) -> None:
        """Take the application's own code, if it is one; nothing of it is kept."""
        if not self._filled(AppStep.SECRET, answers):
            return
        secret, again = self.form.secret.data, self.form.again.data
        refused = self._refused(secret)
        self.form.forget_secrets()
        if refused:
            self.form.secret.errors = [refused]
        elif secret != again:
            self.form.again.errors = [_DIFFER]
        else:
            self._done(AppStep.SECRET)

    def handle_wait(self, _: Mapping[str, Any]) -> None:
        """Let the days go by in which somebody looks at what was filmed."""
        if self.state.step is AppStep.CHECK:
            checked(self.world)
            self._show()

    def handle_finish(self, _: Mapping[str, Any]) -> None:
        self._done(AppStep.FINISH)

    def handle_qr(self, _: Mapping[str, Any]) -> None:
        """Show the QR code, or hide it."""
        self.qr_shown = self.state.step is AppStep.CARD and not self.qr_shown
        self.focus = "qr" if self.qr_shown else "title"

    def place(self) -> dict[str, Any]:
        return {"page": self.name}

    def _refused(self, secret: str) -> str:
        """Say why a code is not to be taken."""
        holder, account = self.world.owner, self.world.account
        if secret in filter(None, (holder.code, holder.new_code, account.chosen_code)):
            return _PASSWORD
        if len(secret) != SECRET_DIGITS or not (secret.isascii() and secret.isdigit()):
            return _SHAPE.format(digits="six")
        born = f"{holder.birth_date:%d%m%y}"
        easy = len(set(secret)) == 1 or any(secret in row for row in _ROWS) or secret == born
        return _EASY if easy else ""

    def _filled(self, step: AppStep, answers: Mapping[str, Any]) -> bool:
        """Read the answers to a step; say whether it is theirs, and they are right one by one."""
        self._read(answers)
        return self.state.step is step and self.form is not None and self.form.validate()

    def _done(self, step: AppStep) -> None:
        """Go on to the next step, if this is the one to be done."""
        if self.state.step is step:
            self.world.vitale_app = self.state.next()
            self._show()

    def _show(self) -> None:
        self.held_well, self.focus = False, "step"
        self._read({})

    def _read(self, answers: Mapping[str, Any]) -> None:
        kind = _FORMS.get(self.state.step)
        self.form = kind.read(answers) if kind else None
        if isinstance(self.form, CodeForm):
            self.form.code.wanted = SECRET_DIGITS
            self.form.code.label.text = f"Code à {SECRET_DIGITS} chiffres, reçu par e-mail"
