"""« Mot de passe oublié ? »: number and date of birth, a link by e-mail, a new password (domain.md §1.2, « Today »)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.access.accounts import CodeRequest
from atelier_ameli.access.entry import ask_reset_link, choose_password, follow_reset_link
from atelier_ameli.access.forgotten_code import CodeSent, ForgottenCodeForm, WhoForgot
from atelier_ameli.access.new_code import ChooseCode
from atelier_ameli.access.reset import ResetLink
from atelier_ameli.public_site.address_bar import SIGN_IN_ADDRESS
from practice.drawing.dates import hour
from practice.forms.fields import Form
from practice.mail.inbox import Message
from practice.notices import notice
from practice.pages.page import Page

if TYPE_CHECKING:
    from atelier_ameli.world import World

_OUTCOMES = {
    ResetLink.EXPIRED: notice(
        "reset_expired", "Il fallait l'ouvrir dans les {minutes} minutes. Demandez un autre lien."
    ),
    ResetLink.REPLACED: notice(
        "reset_replaced", "Un message plus récent l'a remplacé. Ouvrez le dernier message reçu, en haut de la liste."
    ),
    ResetLink.USED: notice("reset_used", "Il a déjà servi. Votre nouveau mot de passe est choisi : connectez-vous."),
}


def page_of_link(world: "World", message: Message) -> str:
    """Follow the link of a message; return the name of the page that it opens."""
    return "reset_password" if follow_reset_link(world, message.link_number) is ResetLink.OPEN else "reset_expired"


class ForgottenPasswordForm(Form):
    """What the site asks to recognise a person."""

    number = ForgottenCodeForm.number
    birth_date = ForgottenCodeForm.birth_date


class ForgottenPassword(WhoForgot):
    """Ask for a link by e-mail."""

    name = "forgotten_password"
    template = "forgotten_password.html"
    title = "J'ai oublié mon mot de passe"
    card = ("number", "birth_date")
    form_class = ForgottenPasswordForm

    def handle_ask_link(self, answers: Mapping[str, Any]) -> str | None:
        """Ask for the link. Nothing in the answer says whether the account exists."""
        form = self.fill(answers)
        if not form.validate():
            return None
        outcome = ask_reset_link(self.world, form.number.nir, form.birth_date.date)
        return "too_many_links" if outcome is CodeRequest.TOO_MANY else "reset_sent"


class ResetSent(CodeSent):
    """After the request: where the link arrives, and what to do when it does not."""

    name = "reset_sent"
    template = "reset_sent.html"

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.news = ""  # what came of the last button

    @property
    def expired(self) -> bool:
        """Whether the last link has stopped working."""
        sending = self.world.reset.sending
        return bool(sending.count) and not sending.works(self.world.now, self.world.edition.reset_link_minutes)

    def handle_wait(self, _: Mapping[str, Any]) -> None:
        """Let the minutes go by, to see a link expire."""
        minutes = self.world.edition.reset_link_minutes
        self.world.wait(minutes=minutes)
        self.news, self.focus = f"{minutes} minutes ont passé. Il est {hour(self.world.now)}.", "news"

    def handle_write(self, _: Mapping[str, Any]) -> None:
        """Ask the caisse for a letter, in words."""
        self.call = "posted" if self.world.call_caisse(by_post=True) else "no_account"
        self.say = "L'appel est terminé."

    def handle_ask_again(self, _: Mapping[str, Any]) -> str:
        return "forgotten_password"


class TooManyLinks(ResetSent):
    """After one request too many: the mailbox may hold the link already, and the caisse can still be called."""

    name = "too_many_links"
    template = "too_many.html"
    sent = "lien"
    other_ways = "call_or_letter.html"
    title = "Vous avez demandé trop de liens"


class ResetExpired(Page):
    """The link that was followed leads nowhere any more."""

    address = SIGN_IN_ADDRESS
    name = "reset_expired"
    template = "reset_expired.html"
    title = "Ce lien ne marche plus"
    mailbox = True

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        edition, sending = world.edition, world.reset.sending
        found = ResetLink.USED if sending.at is None else ResetLink.EXPIRED
        found = ResetLink.REPLACED if sending.works(world.now, edition.reset_link_minutes) else found
        self.why = _OUTCOMES[found].format(minutes=edition.reset_link_minutes)

    @property
    def told(self) -> list[str]:
        return [*super().told, self.why]

    def handle_ask_again(self, _: Mapping[str, Any]) -> str:
        return "forgotten_password"

    def handle_back(self, _: Mapping[str, Any]) -> str:
        return "login"


class ResetPassword(ChooseCode):
    """The new password, twice; its rules say whether they are met."""

    name = "reset_password"
    template = "reset_password.html"
    title = "Je choisis un nouveau mot de passe"

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only for whoever followed her link in time."""
        return world.reset.opened

    def use(self, code: str) -> str:
        if not self.world.reset.opened:
            return "forgotten_password"
        choose_password(self.world, code)
        return "reset_done"


class ResetDone(Page):
    """The new password is in force; what is left is to sign in."""

    address = SIGN_IN_ADDRESS
    name = "reset_done"
    template = "reset_done.html"
    title = "Votre mot de passe est changé"
    card = ("number", "code")

    def handle_login(self, _: Mapping[str, Any]) -> str:
        return "login"
