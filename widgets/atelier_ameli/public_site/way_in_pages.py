"""The pages on the way to the account: the postcode, the choice of a service, the cookies, the door with two halves.

Source: ameli_2026.md §1, « Way in ». What the window of the cookies says is the exercise's.
"""

from collections.abc import Mapping
from typing import Any

from atelier_ameli.public_site.address_bar import PUBLIC_SITE_ADDRESS, SIGN_IN_ADDRESS
from atelier_ameli.public_site.way_in import ACCEPTED, REFUSED, page_after
from practice.forms.fields import Form, PostcodeField
from practice.notices import notice
from practice.pages.page import FormPage, Page

_ELSEWHERE = notice(
    "other_service",
    "Mon espace santé est un autre service, avec un autre mot de passe. L'atelier ne l'ouvre pas. "
    "Choisissez « Accéder à mon compte ameli ».",
)
_TOLD = {
    ACCEPTED: "Vous avez accepté les cookies. Vous pouviez aussi refuser : le site marche pareil.",
    REFUSED: "Vous avez refusé les cookies. C'est permis : le site marche pareil.",
}


class CaisseForm(Form):
    """Where one lives."""

    postcode = PostcodeField(
        "Votre code postal (format : 00000)",
        empty=notice("postcode_empty", "Tapez votre code postal. Il est sur la fiche."),
    )


class CaissePostcode(FormPage):
    """A window that the public site shows first: it wants to know whose caisse's news to show."""

    in_app = False
    name = "caisse_postcode"
    template = "caisse_postcode.html"
    title = "Votre caisse d'assurance maladie"
    site = "Site public"
    address = PUBLIC_SITE_ADDRESS
    types_address = True
    card = ("postcode",)
    form_class = CaisseForm

    def handle_caisse(self, answers: Mapping[str, Any]) -> str | None:
        if not self.fill(answers).validate():
            return None
        self.world.way_in = self.world.way_in.with_caisse()
        return page_after(self.world, self.name)


class WhichService(Page):
    """Two services: only one of them is the account."""

    in_app = False
    name = "which_service"
    template = "which_service.html"
    title = "À quel service souhaitez-vous vous connecter ?"
    site = "Site public"
    address = PUBLIC_SITE_ADDRESS
    types_address = True

    def handle_account(self, _: Mapping[str, Any]) -> str:
        return page_after(self.world, self.name)

    def handle_other_service(self, _: Mapping[str, Any]) -> None:
        """Say what the other service is; the atelier does not have it."""
        self.note, self.focus = _ELSEWHERE, "note"


class Cookies(Page):
    """A window before the door: both answers lead on."""

    in_app = False
    name = "cookies"
    template = "cookies.html"
    title = "Les cookies de ce site"
    address = SIGN_IN_ADDRESS

    def handle_accept_cookies(self, _: Mapping[str, Any]) -> str:
        return self._answer(ACCEPTED)

    def handle_refuse_cookies(self, _: Mapping[str, Any]) -> str:
        return self._answer(REFUSED)

    def _answer(self, answer: str) -> str:
        self.world.way_in = self.world.way_in.with_cookies(answer)
        self.note = _TOLD[answer]
        return page_after(self.world, self.name)


class AccountDoor(Page):
    """Two halves: one for whoever has an account, one for whoever has none."""

    in_app = False
    name = "account_door"
    template = "account_door.html"
    title = "Ici, vous accédez à votre compte ameli"
    address = SIGN_IN_ADDRESS

    def handle_sign_in_page(self, _: Mapping[str, Any]) -> str:
        return page_after(self.world, self.name)

    def handle_create_account(self, _: Mapping[str, Any]) -> str:
        return "create_account"
