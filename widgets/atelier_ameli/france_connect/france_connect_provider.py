"""The own sign-in of an account that FranceConnect takes. A sober page of our own: the real ones are not copied."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.france_connect import france_connect_steps as steps
from atelier_ameli.france_connect.france_connect import Confirmation, Identifier, Provider
from atelier_ameli.france_connect.france_connect_page import PAGE_OF_STEP, FranceConnectPage
from atelier_ameli.france_connect.france_connect_steps import Answer
from atelier_ameli.france_connect.france_connect_visit import Step
from atelier_ameli.identity.forms_identity import NirField
from practice.forms.fields import REAL_NUMBER, Form, SecretField, TextField
from practice.notices import notice
from practice.pages.page import FormPage

if TYPE_CHECKING:
    from atelier_ameli.world import World

_REAL_ADDRESS = notice(
    "identifier_real",
    "Cette adresse n'est pas inventée. Nous l'avons effacée. Utilisez seulement l'adresse de la fiche.",
)
_EMPTY = notice("identifier_empty", "Remplissez cette case. La réponse est sur la fiche.")
_EMPTY_PASSWORD = notice("password_empty", "Tapez le mot de passe. Il est sur la fiche.")
_LEFT = "Comparez avec la fiche. Il vous reste {tries} avant le blocage."
_WRONG_PAIR = notice("provider_wrong_pair", f"Ces deux réponses ne vont pas ensemble. {_LEFT}")
_WRONG_IDENTIFIER = notice("provider_unknown", f"Cette réponse n'est pas connue ici. {_LEFT}")
_LOCKED_ITSELF = notice(
    "ameli_locked",
    "L'accès à votre compte ameli est bloqué. Revenez à la page de connexion. Puis cliquez sur « Code oublié ? ».",
)
_OTHER = "Choisissez un autre compte, ou entrez avec votre numéro et votre code."
_LOCKED = notice(
    "provider_locked", f"Après trop d'essais, {{provider}} a bloqué ce compte. C'est une protection. {_OTHER}"
)
_NO_ACCOUNT = notice("provider_no_account", f"La personne de la fiche n'a pas de compte ici. {_OTHER}")
_PROVISIONAL = notice(
    "provider_provisional",
    "Ce code est provisoire. Utilisez-le sur la page de connexion : elle vous aidera à en changer.",
)


class _IdentifierField(TextField):
    """What a provider knows people by; what could be somebody's is erased."""

    of_signs = True
    kind = Identifier.EMAIL

    def pre_validate(self, form: Form) -> None:
        if self.kind.could_be_real(self.data):
            self.refuse(_REAL_ADDRESS if "@" in self.data else REAL_NUMBER, forget=True)
        super().pre_validate(form)


class ProviderForm(Form):
    """An identifier, and a password for those that ask one."""

    identifier = _IdentifierField("", empty=_EMPTY)
    password = SecretField("", empty=_EMPTY_PASSWORD)


class ProviderNumberForm(Form):
    """The same, when the identifier is a numéro de sécurité sociale."""

    identifier = NirField("")
    password = SecretField("", empty=_EMPTY_PASSWORD)


class FranceConnectProvider(FranceConnectPage, FormPage):
    """Sign in to the account chosen: a password, or a confirmation on the phone."""

    name = "france_connect_provider"
    template = "france_connect_provider.html"
    site = ""  # it has its own name at its top

    def __init__(self, world: "World", answers: Mapping[str, Any] | None = None) -> None:
        self.provider: Provider = world.site.france_connect.provider(world.france_connect.provider)
        super().__init__(world, answers)
        self.code_visible = False

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only once an account is chosen, and until it has recognised somebody."""
        return world.france_connect.step in (Step.SIGNING_IN, Step.ON_PHONE)

    @property
    def title(self) -> str:
        return f"Se connecter avec {self.provider.name}"

    @property
    def card(self) -> tuple[str, ...]:
        if self.provider.itself:
            return ("number", "code")
        asks_password = self.provider.confirmation is Confirmation.PASSWORD
        return ("identifier", "password") if asks_password else ("identifier",)

    @property
    def keyboard(self) -> str:
        """Which keyboard a phone shows."""
        return "email" if self.provider.identifier is Identifier.EMAIL else "numeric"

    @property
    def phone_owner(self) -> str:
        """Whose phone rings."""
        return self.world.personas[self.world.france_connect.identity].first_name

    @property
    def on_phone(self) -> bool:
        """Whether the account waits for the phone."""
        return self.world.france_connect.step is Step.ON_PHONE

    @property
    def pointless(self) -> bool:
        """Whether this is the very account that one does not have yet."""
        return self.provider.itself and not steps.has_account(self.world, self.world.site.france_connect, self.provider)

    def fill(self, answers: Mapping[str, Any]) -> Form:
        number = self.provider.identifier is Identifier.NIR
        self.form = (ProviderNumberForm if number else ProviderForm).read(answers)
        self.form.identifier.kind = self.provider.identifier
        self.form.identifier.label.text = self.provider.identifier_label
        if self.provider.confirmation is Confirmation.PASSWORD:
            self.form.password.label.text = self.provider.password_label
        else:
            del self.form.password
        return self.form

    def handle_identify(self, answers: Mapping[str, Any]) -> str | None:
        """Try what was typed."""
        self.code_visible = False
        form = self.fill(answers)
        if self.on_phone or not form.validate():
            return None
        password = form.password.data if "password" in form else ""
        number = getattr(form.identifier, "nir", form.identifier.data)
        answer = steps.sign_in(self.world, self.world.site.france_connect, number, password)
        form.forget_secrets()
        if answer is Answer.RECOGNISED:
            return PAGE_OF_STEP[Step.CONSENT]
        if answer is Answer.ON_PHONE:
            self.focus = "phone-title"
            return None
        form.form_errors.append(self._problem(answer))
        return None

    def handle_show_code(self, _: Mapping[str, Any]) -> None:
        """Show what is typed in the password's field, or hide it again."""
        self.code_visible = not self.code_visible
        self.say = "Le mot de passe est visible." if self.code_visible else "Le mot de passe est caché."

    def handle_confirm(self, _: Mapping[str, Any]) -> str | None:
        """Say on the phone that it is oneself."""
        if not self.on_phone:
            return None
        steps.confirm_on_phone(self.world)
        return PAGE_OF_STEP[Step.CONSENT]

    def handle_deny(self, _: Mapping[str, Any]) -> None:
        """Say on the phone that one did not ask for this."""
        self.world.france_connect = self.world.france_connect.asked_again()
        self.note = "Vous avez répondu non sur le téléphone. Rien n'a été transmis."
        self.focus = "title"

    def handle_choose_another(self, _: Mapping[str, Any]) -> str:
        visit = self.world.france_connect
        self.world.france_connect = visit.begun(creating=visit.creating)
        return PAGE_OF_STEP[Step.CHOOSING]

    def _problem(self, answer: Answer) -> str:
        """Return what happened, and what to do."""
        match answer:
            case Answer.LOCKED if self.provider.itself:
                return _LOCKED_ITSELF
            case Answer.LOCKED:
                return _LOCKED.format(provider=self.provider.name)
            case Answer.NO_ACCOUNT:
                return _NO_ACCOUNT
            case Answer.PROVISIONAL_CODE:
                return _PROVISIONAL
        tries = self._tries_left()
        wrong = _WRONG_PAIR if "password" in self.form else _WRONG_IDENTIFIER
        return wrong.format(tries=f"{tries} essai{'s' if tries > 1 else ''}")

    def _tries_left(self) -> int:
        if self.provider.itself:
            return self.world.attempts_left(self.form.identifier.nir)
        return self.world.france_connect.tries_left(self.world.edition)
