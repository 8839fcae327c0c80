"""What the site sends to a person: an e-mail in her inbox or her spam folder, a text message on her phone."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Folder(StrEnum):
    """Where a message arrives."""

    INBOX = "inbox"
    SPAM = "spam"
    PHONE = "phone"


@dataclass(frozen=True)
class Letter:
    """The text of one kind of message, from data/messages.toml."""

    sender: str
    subject: str
    body: str
    link: str = ""  #: the words of the button that stands for a link in it, if it has one


@dataclass(frozen=True)
class Message:
    """A message received. Its text is its letter's; its numbers say which provisional code or which link it carries."""

    kind: str
    folder: Folder
    at: datetime
    code_number: int = 0
    link_number: int = 0
    read: bool = False
