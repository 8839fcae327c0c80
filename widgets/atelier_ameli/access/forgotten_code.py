"""« Code oublié » (seed, « Renouvellement code provisoire »; domain.md §1.2).

The fields beyond the number were not found: name, birth date and postcode are the exercise's choice.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.access.accounts import CodeRequest
from atelier_ameli.identity.forms_identity import BirthDateField, NirField
from atelier_ameli.public_site.address_bar import SIGN_IN_ADDRESS
from practice.forms.fields import Form, PostcodeField, TextField
from practice.notices import notice
from practice.pages.page import FormPage, Page

if TYPE_CHECKING:
    from atelier_ameli.world import World


def page_when_forgotten(world: "World") -> str:
    """Return the page of whoever cannot sign in any more: for a link, or for a provisional code."""
    return "forgotten_password" if world.edition.reset_link_minutes else "forgotten_code"


class ForgottenCodeForm(Form):
    """What the site asks to recognise a person."""

    number = NirField("Mon numéro de sécurité sociale")
    last_name = TextField(
        "Mon nom", empty=notice("last_name_empty", "Tapez votre nom de famille. Il est sur la fiche.")
    )
    birth_date = BirthDateField(
        "Ma date de naissance",
        empty=notice("birth_date_empty", "Tapez votre date de naissance. Elle est sur la fiche."),
    )
    postcode = PostcodeField(
        "Mon code postal", empty=notice("postcode_empty", "Tapez votre code postal. Il est sur la fiche.")
    )


class WhoForgot(FormPage):
    """Says who one is, birth date and all, when one cannot sign in any more."""

    address = SIGN_IN_ADDRESS

    def fill(self, answers: Mapping[str, Any]) -> Form:
        form = super().fill(answers)
        form.birth_date.known_on(self.world.today)
        return form

    def handle_back(self, _: Mapping[str, Any]) -> str:
        return "login"


class ForgottenCode(WhoForgot):
    """Ask for a provisional code by e-mail."""

    name = "forgotten_code"
    template = "forgotten_code.html"
    title = "J'ai oublié mon code"
    card = ("number", "last_name", "birth_date", "postcode")
    form_class = ForgottenCodeForm

    def handle_ask_code(self, answers: Mapping[str, Any]) -> str | None:
        """Ask for the code. Nothing in the answer says whether the account exists."""
        form = self.fill(answers)
        if not form.validate():
            return None
        outcome = self.world.ask_code(form.number.nir, form.last_name.data, form.birth_date.date, form.postcode.data)
        return "too_many_codes" if outcome is CodeRequest.TOO_MANY else "code_sent"


class CodeSent(Page):
    """After the request: where the code arrives, and what to do when it does not."""

    address = SIGN_IN_ADDRESS
    name = "code_sent"
    template = "code_sent.html"
    title = "Votre demande est enregistrée"
    card = ("email",)
    mailbox = True

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.call: str = ""  # how the simulated phone call ended

    def handle_call(self, _: Mapping[str, Any]) -> None:
        """Call the caisse, in words."""
        sent = self.world.call_caisse()
        self.call = "sent" if sent else "no_account"
        self.say = "L'appel est terminé."

    def handle_ask_again(self, _: Mapping[str, Any]) -> str:
        return "forgotten_code"

    def handle_back(self, _: Mapping[str, Any]) -> str:
        return "login"


class TooManyCodes(CodeSent):
    """After one request too many: the mailbox may hold the code already, and the caisse can still be called."""

    name = "too_many_codes"
    template = "too_many.html"
    sent = "code"  #: what was asked for too often
    other_ways = "call.html"
    title = "Vous avez demandé trop de codes"
