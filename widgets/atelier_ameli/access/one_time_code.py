"""The second step of signing in: a button that asks for a code, six boxes, and a word on a device that is shared."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.access.entry import send_one_time_code, try_one_time_code
from atelier_ameli.access.second_step import CodeTry
from atelier_ameli.public_site.address_bar import SIGN_IN_ADDRESS
from practice.drawing.dates import hour
from practice.forms.choices import Option, SomeOf
from practice.forms.fields import Form, SecretField
from practice.notices import notice
from practice.pages.page import FormPage, Page

if TYPE_CHECKING:
    from atelier_ameli.world import World

_SIGNS = notice("one_time_signs", "Ce code n'a que des chiffres. Recopiez celui du message reçu.")
_LENGTH = notice("one_time_length", "Ce code a {wanted} chiffres. Vous en avez tapé {typed}.")
_TRIES = {
    CodeTry.WRONG: notice("one_time_wrong", "Ce n'est pas le bon code. Comparez-le avec le dernier message reçu."),
    CodeTry.REPLACED: notice(
        "one_time_replaced", "Un code plus récent l'a remplacé. Tapez celui du dernier message, en haut de la liste."
    ),
    CodeTry.EXPIRED: notice(
        "one_time_expired",
        "Ce code ne marche plus : il servait pendant {minutes} minutes. Cliquez sur « Recevoir un autre code ».",
    ),
}
_SENT_AGAIN = "Un autre code est parti. Le code d'avant ne marche plus."
_ENOUGH = notice("one_time_enough", "Un code vous attend déjà. Ouvrez le dernier message reçu : il marche encore.")
_KNOWN = "Cet appareil est reconnu. Pendant {months} mois, le site n'y demandera plus de code."
_FORGOTTEN = "Cet appareil n'est plus reconnu. La prochaine fois, le site demandera encore un code."


class OneTimeCodeField(SecretField):
    """A code of so many digits (`wanted`), received a moment ago. It is never drawn back."""

    of_signs = True
    wanted = 0

    def check(self) -> None:
        typed = re.sub(r"[\s.\-]", "", self.data)
        if not re.fullmatch(r"[0-9]*", typed):
            self.refuse(_SIGNS)
        if len(typed) != self.wanted:
            self.refuse(_LENGTH.format(wanted=self.wanted, typed=len(typed)))
        self.data = typed


class OneTimeCodeForm(Form):
    """The code, and whether the device is to be recognised."""

    code = OneTimeCodeField(
        "Code reçu par e-mail",
        empty=notice("one_time_empty", "Tapez le code du message reçu. Il n'a que des chiffres."),
    )
    remember = SomeOf("Cet appareil", empty="")

    @classmethod
    def read(cls, answers: Mapping[str, Any]) -> Self:
        form = super().read(answers)
        form.remember.options = [Option("yes", "Reconnaître cet appareil")]
        return form


class AskOneTimeCode(Page):
    """The number and the password are right: one more thing is asked, by e-mail."""

    address = SIGN_IN_ADDRESS
    name = "ask_one_time_code"
    template = "ask_one_time_code.html"
    title = "Encore une vérification"
    card = ("email",)

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only for whoever has passed the first step."""
        return bool(world.second_step.person)

    def handle_send_code(self, _: Mapping[str, Any]) -> str:
        if not send_one_time_code(self.world):
            self.note = _ENOUGH
        return "one_time_code"

    def handle_back(self, _: Mapping[str, Any]) -> str:
        """Give up: nobody is let in."""
        self.world.sign_out()
        return "login"


class OneTimeCode(AskOneTimeCode, FormPage):
    """Type the code received, in time."""

    name = "one_time_code"
    template = "one_time_code.html"
    title = "Tapez le code reçu"
    card = ("email", "device")
    mailbox = True
    form_class = OneTimeCodeForm

    def __init__(self, world: "World", answers: Mapping[str, Any] | None = None) -> None:
        super().__init__(world, answers)
        self.news = ""  # what came of the last button

    @classmethod
    def reachable(cls, world: "World") -> bool:
        return super().reachable(world) and world.second_step.sending.count > 0

    @property
    def expired(self) -> bool:
        """Whether the last code has stopped working."""
        return not self.world.second_step.sending.works(self.world.now, self.world.edition.one_time_code_minutes)

    def fill(self, answers: Mapping[str, Any]) -> Form:
        form, edition = super().fill(answers), self.world.edition
        form.code.wanted = edition.one_time_code_digits
        form.code.label.text = f"Code à {edition.one_time_code_digits} chiffres, reçu par e-mail"
        return form

    def handle_enter_code(self, answers: Mapping[str, Any]) -> str | None:
        if not self.reachable(self.world):
            return "login"
        self.news = ""
        form = self.fill(answers)
        if not form.validate():
            return None
        person = self.world.second_step.person
        tried = try_one_time_code(self.world, form.code.data, recognise=bool(form.remember.data))
        form.forget_secrets()
        if tried is CodeTry.RIGHT:
            return self._let_in(person, recognised=bool(form.remember.data))
        form.code.errors = [_TRIES[tried].format(minutes=self.world.edition.one_time_code_minutes)]
        return None

    def handle_send_code(self, _: Mapping[str, Any]) -> None:
        self._tell(_SENT_AGAIN if send_one_time_code(self.world) else _ENOUGH)

    def handle_wait(self, _: Mapping[str, Any]) -> None:
        """Let the minutes go by, to see a code expire."""
        minutes = self.world.edition.one_time_code_minutes
        self.world.wait(minutes=minutes)
        self._tell(f"{minutes} minutes ont passé. Il est {hour(self.world.now)}.")

    def _let_in(self, person: str, *, recognised: bool) -> str:
        if not recognised:
            return "account_home"
        if not (self.phone_in_hand or self.world.site.france_connect.citizen(person).own_computer):
            return "shared_device"
        self.note = _KNOWN.format(months=self.world.edition.device_months)
        return "account_home"

    def _tell(self, news: str) -> None:
        self.fill({})
        self.news, self.focus = news, "news"


class SharedDevice(Page):
    """A word of the atelier: the device that was just recognised is somebody else's. It can be undone."""

    address = SIGN_IN_ADDRESS
    name = "shared_device"
    template = "shared_device.html"
    title = "Cet appareil n'est pas seulement à vous"
    card = ("computer",)

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only for whoever is in, on a device that is recognised."""
        return world.signed_in is not None and bool(world.second_step.known)

    @property
    def computer(self) -> str:
        """Whose device it is."""
        return self.world.site.france_connect.citizen(self.world.holder.id).computer

    def handle_forget_device(self, _: Mapping[str, Any]) -> str:
        self.world.second_step = self.world.second_step.forgetting()
        self.note = _FORGOTTEN
        return "account_home" if self.world.signed_in else "login"

    def handle_go_on(self, _: Mapping[str, Any]) -> str:
        return "account_home" if self.world.signed_in else "login"
