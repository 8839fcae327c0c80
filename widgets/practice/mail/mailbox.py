"""The persona's mailbox, beside the site: inbox, spam folder, and the text messages of her phone."""

from collections.abc import Mapping
from typing import Any

from practice.facts import Fact
from practice.mail.inbox import Folder, Letter, Message
from practice.session import UnknownActionError
from practice.world import World

FOLDERS = {Folder.INBOX: "Boîte de réception", Folder.SPAM: "Courriers indésirables", Folder.PHONE: "SMS"}


class Mailbox:
    """Which folder and which message are open."""

    facts = (
        Fact("folder", "Le dossier ouvert dans la messagerie.", lambda box: box.folder, among=lambda _: Folder),
        Fact(
            "opened",
            "La sorte du message ouvert dans la messagerie.",
            lambda box: box.message and box.message.kind,
            among=lambda site: site.letters,
        ),
        Fact(
            "opened_code",
            "Quel code porte le message ouvert : 1 pour le premier envoyé.",
            lambda box: box.message and box.message.code_number,
            int,
        ),
        Fact(
            "opened_link",
            "Quel lien porte le message ouvert : 1 pour le premier envoyé.",
            lambda box: box.message and box.message.link_number,
            int,
        ),
    )

    def __init__(self, world: World) -> None:
        self.world = world
        self.folder = Folder.INBOX
        self.opened: int | None = None

    def handle_open_folder(self, answers: Mapping[str, Any]) -> str:
        """Open a folder; return what takes the focus."""
        folder = next((folder for folder in Folder if folder == answers.get("folder", Folder.INBOX)), None)
        if folder is None:
            raise UnknownActionError("open_folder")
        self.folder, self.opened = folder, None
        return "folder"

    def handle_open_message(self, answers: Mapping[str, Any]) -> str:
        """Open a message of this folder; return what takes the focus."""
        index = next((index for index, _ in self.listed() if str(index) == str(answers.get("message"))), None)
        if index is None:
            raise UnknownActionError("open_message")
        self.world.read_message(index)
        self.opened = index
        return "message"

    @property
    def folders(self) -> list[tuple[Folder, str, int]]:
        """Each folder with its French name and the number of its unread messages."""
        return [(f, name, sum(m.folder is f and not m.read for m in self._messages)) for f, name in FOLDERS.items()]

    def listed(self) -> list[tuple[int, Message]]:
        """Return the messages of the open folder, newest first, each with its place in the world."""
        return [(i, m) for i, m in enumerate(self._messages) if m.folder is self.folder][::-1]

    @property
    def message(self) -> Message | None:
        """The open message."""
        return None if self.opened is None else self._messages[self.opened]

    def place(self) -> dict[str, Any]:
        """Return which folder and which message are open, as plain JSON."""
        return {"folder": self.folder.value, "opened": self.opened}

    def resume(self, kept: object) -> None:
        """Open what was open. Nothing kept is trusted."""
        kept = kept if isinstance(kept, dict) else {}
        self.folder = next((folder for folder in Folder if folder == kept.get("folder")), Folder.INBOX)
        self.opened = next(
            (at for at, _ in self.listed() if type(kept.get("opened")) is int and at == kept["opened"]), None
        )

    @property
    def unread(self) -> int:
        return sum(not message.read for message in self._messages)

    @property
    def visible(self) -> bool:
        return bool(self._messages)

    @property
    def title(self) -> str:
        """What is open: the subject of the message, or the name of the folder."""
        return self.letter(self.message).subject if self.message else FOLDERS[self.folder]

    def letter(self, message: Message) -> Letter:
        return self.world.site.letters[message.kind]

    def text(self, message: Message) -> str:
        """Return a message's text, filled in."""
        body = self.letter(message).body.strip()
        return body.format(code=self.world.code_in(message), civil_name=self.world.persona.civil_name)

    @property
    def _messages(self) -> list[Message]:
        return self.world.messages
