"""The links of the messages that the site sends: each sort leads to pages of its own."""

from typing import TYPE_CHECKING

from atelier_ameli.access import forgotten_password, reset
from atelier_ameli.creation import create_sent
from practice.mail.inbox import Message

if TYPE_CHECKING:
    from atelier_ameli.world import World


def page_of_link(world: "World", message: Message) -> str:
    """Follow the link of a message; return the name of the page that it opens."""
    home = forgotten_password if message.kind == reset.LETTER else create_sent
    return home.page_of_link(world, message)
