"""Moves: how a learner goes from page to page, and from one device to the other, outside of what a page does."""

from collections.abc import Mapping
from typing import Any

from practice.mail.mailbox import Mailbox
from practice.pages.page import Page
from practice.services import Channel
from practice.session import UnknownActionError
from practice.site import Site
from practice.world import World

_ON_PHONE = "Vous êtes maintenant sur le téléphone, dans l'application."
_ON_COMPUTER = "Vous êtes maintenant sur l'ordinateur, sur le site."
_AT_HOME = "Vous êtes déjà au premier écran du téléphone."
_NOT_OUT = "C'est la première page de votre compte. Pour en sortir, cliquez sur « Me déconnecter »."
MOST_BACK = 20  #: pages that « Retour » and « Page précédente » remember


class Moves:
    """The ways from page to page of a session: a link, an address, the browser's button, the phone's, the device."""

    site: Site
    world: World
    page: Page
    mailbox: Mailbox
    start: str
    opened: int  #: pages opened since the start: a menu closes when one is
    trail: list[str]  #: the pages that « Retour » and « Page précédente » go back to

    def handle_follow_link(self, _: Mapping[str, Any]) -> None:
        """Open what the link of the open message leads to."""
        message = self.mailbox.message
        letter = message and self.mailbox.letter(message)
        if not letter or not letter.link:
            raise UnknownActionError("follow_link")
        if letter.address:
            page = self.site.pages[self.site.browser_page](self.world)
            page.handle_visit({"address": letter.address})
            page.note = self.site.false_link
        else:
            page = self.site.pages[self.site.page_of_link(self.world, message)](self.world)
        self._show(page)

    @property
    def types_address(self) -> bool:
        """Whether one may type in the bar above the page: where it says so, and all along a way begun in a browser."""
        start = self.site.pages[self.start]
        return self.page.types_address or start.types_address or hasattr(start, "handle_visit")

    def handle_visit(self, answers: Mapping[str, Any]) -> None:
        """Go where the address leads that is typed in the bar above a page."""
        if not self.types_address:
            raise UnknownActionError("visit")
        browser = self.site.pages[self.site.browser_page](self.world)
        name = browser.handle_visit(answers)
        page = self.site.pages[name](self.world) if name else browser
        page.note = browser.note
        self._show(page)

    def handle_previous(self, _: Mapping[str, Any]) -> None:
        """Go back, as the browser's button does: one step, one page; from the first page of the account, nowhere."""
        if self.page.step_back():
            return
        if self.page.tab and not self._before:
            self.page.note, self.page.focus = _NOT_OUT, "note"
            return
        self._go_back(self.site.front_page or self.start)

    def handle_phone_home(self, _: Mapping[str, Any]) -> None:
        """Put the application away, and look at the phone's first screen."""
        self._check_phone("phone_home")
        there = self.page.name == self.site.phone_page
        self._show(self.site.pages[self.site.phone_page](self.world))
        self.trail = []
        self.page.say = _AT_HOME if there else ""

    def handle_phone_back(self, _: Mapping[str, Any]) -> None:
        """Go back, as the phone's own button does: one step, one page, or out of the application."""
        self._check_phone("phone_back")
        if self.page.step_back():
            return
        self._go_back(self.site.phone_page)

    def handle_switch(self, _: Mapping[str, Any]) -> None:
        """Put the computer down and take the phone, or the other way round; the page stays."""
        self._check_phone("switch")
        to_phone = self.world.device is Channel.COMPUTER
        self.world.device = Channel.PHONE if to_phone else Channel.COMPUTER
        self._in_hand()
        self.page.switched()
        self.page.focus = "title"
        self.page.say = _ON_PHONE if to_phone else _ON_COMPUTER

    @property
    def _before(self) -> list[str]:
        """The pages that one may go back to."""
        return [name for name in self.trail if self.site.pages[name].reachable(self.world)]

    def _go_back(self, otherwise: str) -> None:
        """Open the last page that one may go back to, or another where there is none."""
        before = self._before
        self._show(self.site.pages[before[-1] if before else otherwise](self.world))
        self.trail = before[:-1]

    def _check_phone(self, action: str) -> None:
        """Refuse what is done with a phone on a site that has none. Raises UnknownActionError."""
        if not self.site.phone_page:
            raise UnknownActionError(action)

    def _show(self, page: Page) -> None:
        """Open another page. The phone goes back to pages of the same place only: never out of the door, nor in."""
        same_place = (page.of_the_phone, bool(page.tab)) == (self.page.of_the_phone, bool(self.page.tab))
        self.trail = [*self.trail, self.page.name][-MOST_BACK:] if same_place else []
        self.page = page
        self.card_open = False
        self.opened += 1

    def _in_hand(self) -> None:
        """Whoever is in the application on her phone has it there."""
        if self.page.phone_in_hand and not self.page.of_the_phone:
            self.world.handset = self.world.handset.in_use()
