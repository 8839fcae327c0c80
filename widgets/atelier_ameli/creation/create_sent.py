"""Last step: the message to open, whose link creates the account; what to do when it does not come or has expired."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.creation.create_step import steps
from atelier_ameli.creation.creation import LinkUse
from atelier_ameli.creation.creation_steps import follow_link, send_link
from atelier_ameli.public_site.address_bar import SIGN_IN_ADDRESS
from practice.drawing.dates import day
from practice.mail.inbox import Message
from practice.pages.page import Page

if TYPE_CHECKING:
    from atelier_ameli.world import World

_SENT_AGAIN = "Un nouveau message est parti. Le lien d'avant ne marche plus."
_NOT_YET = "Un message vous attend déjà. Ouvrez le plus récent : son lien marche encore."
_A_DAY = 1  # days, each time that one waits


def page_of_link(world: "World", message: Message) -> str:
    """Follow the link of a message; return the name of the page that it opens."""
    use = follow_link(world, message.link_number)
    return "create_done" if use is LinkUse.CREATED else "create_expired"


class CreateSent(Page):
    """A link was sent to the address given, whoever's it is."""

    address = SIGN_IN_ADDRESS
    name = "create_sent"
    template = "create_sent.html"
    title = "Ouvrez le message reçu"
    card = ("email",)
    for_herself = True
    mailbox = True

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.news = ""  # what came of the last button

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only while a link is awaited."""
        return world.creation.links > 0 and not world.creation.done

    @property
    def steps(self) -> tuple[int, int]:
        return steps(self.world, "create_sent")

    @property
    def expired(self) -> bool:
        """Whether the last link has stopped working."""
        return self.world.creation.expired(self.world.now, self.world.edition)

    def handle_send_again(self, _: Mapping[str, Any]) -> None:
        self._tell(_SENT_AGAIN if send_link(self.world) else _NOT_YET)

    def handle_wait(self, _: Mapping[str, Any]) -> None:
        """Let a day go by, to see a link expire."""
        self.world.wait(days=_A_DAY)
        self._tell(f"Un jour a passé. Nous sommes le {day(self.world.today)}.")

    def handle_change_address(self, _: Mapping[str, Any]) -> str:
        return "create_contact"

    def _tell(self, news: str) -> None:
        self.news, self.focus = news, "news"


class CreateExpired(CreateSent):
    """The link that was followed works no more."""

    name = "create_expired"
    template = "create_expired.html"
    title = "Ce lien ne marche plus"

    def handle_send_again(self, _: Mapping[str, Any]) -> str:
        self.note = _SENT_AGAIN if send_link(self.world) else _NOT_YET
        return "create_sent"

    def handle_back(self, _: Mapping[str, Any]) -> str:
        return "create_sent"


class CreateDone(Page):
    """The account is there; what is left is to sign in."""

    address = SIGN_IN_ADDRESS
    name = "create_done"
    template = "create_done.html"
    title = "Votre compte est créé"
    card = ("number", "code")
    for_herself = True

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only once the account is created."""
        return world.creation.done

    def handle_login(self, _: Mapping[str, Any]) -> str:
        return "login"
