"""What the site sends to a person: an e-mail in her inbox or her spam folder, a text message on her phone."""

import string
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from practice.browser.hosts import NOBODYS, host_of

NAMED = ("code", "civil_name")  #: what the text of a message may name between braces


class Folder(StrEnum):
    """Where a message arrives."""

    INBOX = "inbox"
    SPAM = "spam"
    PHONE = "phone"


@dataclass(frozen=True)
class Letter:
    """The text of one kind of message, from data/inbox.toml."""

    sender: str
    subject: str
    body: str
    link: str = ""  #: the words of the button that stands for a link in it, if it has one
    address: str = ""  #: of a false message: where its link leads
    copy: str = "Copier le code provisoire"  #: the words of the button that copies its code, if it carries one

    def __post_init__(self) -> None:
        """Refuse a false address that could be somebody's, and a text that names what no message knows."""
        for name in self._named():
            if name not in NAMED:
                raise ValueError(f"body : {{{name}}} n'est pas connu ; il y a {{code}} et {{civil_name}}")
        if self.address and not host_of(self.address).endswith(NOBODYS):
            raise ValueError(f"address : une fausse adresse finit par « {NOBODYS} », que personne ne peut avoir")

    def _named(self) -> list[str]:
        """Return the names between braces in the text."""
        try:
            return [name for _, name, _, _ in string.Formatter().parse(self.body) if name is not None]
        except ValueError:
            raise ValueError("body : une accolade est ouverte sans être fermée, ou l'inverse") from None


@dataclass(frozen=True)
class Message:
    """A message received. Its text is its letter's; its numbers say which provisional code or which link it carries."""

    kind: str
    folder: Folder
    at: datetime
    code_number: int = 0
    link_number: int = 0
    read: bool = False
