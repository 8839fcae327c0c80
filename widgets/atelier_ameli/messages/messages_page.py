"""« Ma messagerie », inside the account: read what the caisse wrote (seed, « Ma messagerie »)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.messages.messages import Received, Sent
from practice.facts import Fact
from practice.pages.account_page import AccountPage
from practice.procedures import projection

if TYPE_CHECKING:
    from atelier_ameli.world import World

FOLDERS = {"received": "Reçus", "sent": "Envoyés"}


def received(world: "World") -> list[Received]:
    """Return what the caisse has written to whoever is signed in, of her requests too, newest first."""
    letters = world.site.caisse.received_by(world.signed_in.id, world.now)
    answers = [Received(**vars(reply)) for one in projection.followed(world) for reply in one.messages]
    return sorted([*answers, *letters], key=lambda message: message.at, reverse=True)


class Messages(AccountPage):
    """The two folders, and one message at a time."""

    name = "messages"
    template = "messages.html"
    title = "Ma messagerie"
    tab = "messages"
    facts = (
        Fact(
            "message_list",
            "La liste de messages qui est montrée, quand aucun n'est ouvert.",
            lambda page: None if page.opened else page.folder,
            among=lambda _: FOLDERS,
        ),
    )

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.folder = "received"
        self.opened: Received | Sent | None = None

    def handle_list(self, answers: Mapping[str, Any]) -> None:
        """Show a folder, and no message."""
        folder = answers.get("list")
        self.folder = folder if folder in FOLDERS else "received"
        self.opened, self.focus = None, "list"

    def handle_read(self, answers: Mapping[str, Any]) -> None:
        """Open a message of the folder; a message that is not there leaves everything as it is."""
        found = next((m for name, m in self.listed if name == answers.get("letter")), None)
        if found is None:
            return
        self.opened, self.focus = found, "letter"
        if isinstance(found, Received):
            self.world.correspondence = self.world.correspondence.opened(found.id)

    def handle_write(self, _: Mapping[str, Any]) -> str:
        return "write_message"

    @property
    def folders(self) -> list[tuple[str, str, int]]:
        """Each folder with its name and how many messages nobody has opened."""
        unread = sum(not self.has_read(message) for message in received(self.world))
        return [("received", FOLDERS["received"], unread), ("sent", FOLDERS["sent"], 0)]

    @property
    def listed(self) -> list[tuple[str, Received | Sent]]:
        """Return the messages of the open folder with their names, newest first."""
        if self.folder == "received":
            return [(message.id, message) for message in received(self.world)]
        mine = [s for s in self.world.correspondence.sent if s.writer == self.world.signed_in.id]
        return [(sent.reference, sent) for sent in reversed(mine)]

    def has_read(self, message: Received | Sent) -> bool:
        return isinstance(message, Sent) or self.world.correspondence.has_read(message)
