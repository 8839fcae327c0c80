"""World: what has happened in one learner's exercise, played as one persona. A site adds parts of its own."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from practice.mail.inbox import Folder, Message
from practice.parts import Parts, part, persona_or_nobody
from practice.phone.handset import Handset
from practice.procedures.projection import check_requests
from practice.procedures.request_book import Draft, RequestBook, SentRequest
from practice.services import Channel
from practice.site import Site
from practice.world_facts import FACTS

_SINCE_LAST_VISIT = timedelta(days=5, hours=1, minutes=22)  #: before the exercise starts
_BETWEEN_TWO_EVENTS = timedelta(minutes=1)
LONGEST_EXERCISE = timedelta(days=400)  #: the clock goes no further
MOST_MESSAGES = 200


def _check_clock(world: "World") -> None:
    """Refuse a time that the clock of an exercise cannot show."""
    if world.now.tzinfo or not world.start <= world.now <= world.start + LONGEST_EXERCISE + timedelta(days=1):
        raise ValueError("clock")


def _check_messages(world: "World") -> None:
    """Refuse messages that no exercise could have brought, or so many."""
    counts = [n for message in world.messages for n in (message.code_number, message.link_number)]
    if len(world.messages) > MOST_MESSAGES or not all(0 <= count <= MOST_MESSAGES for count in counts):
        raise ValueError("messages")
    if not {message.kind for message in world.messages} <= world.site.letters.keys():
        raise ValueError("kind")


@dataclass(eq=False)
class World(Parts):
    """The clock, the device in hand, the mailbox, the phone, the requests. Nothing here knows of a screen.

    Parameters: the site, and the persona who is played: one of the site's, by her id or herself. Raises KeyError for
    an id that the site does not know.
    """

    facts: ClassVar = FACTS

    site: Site
    played: InitVar[Any]
    device: Channel = Channel.COMPUTER  #: what she holds: the site on a computer, or the application on her phone

    now: datetime = part(lambda world: world.start, datetime, check=_check_clock)
    messages: list[Message] = part(lambda _: [], list[Message], check=_check_messages)
    handset: Handset = part(lambda _: Handset(), Handset)
    signed_in: Any = persona_or_nobody("signed_in", lambda world: world.check_signed_in())
    requests: RequestBook = part(lambda _: RequestBook(), RequestBook, check=check_requests)

    def __post_init__(self, played: Any) -> None:
        """Start."""
        self.persona = self.personas[played] if isinstance(played, str) else played
        self.start_again()

    # ---- What a site may say otherwise

    @property
    def owner(self) -> Any:
        """Whose account it is: the persona's own, unless she is attached to somebody."""
        return self.persona

    def code_in(self, message: Message) -> str:  # noqa: ARG002
        """Return the code that a message carries, or an empty text."""
        return ""

    def without_secrets(self, text: str) -> str:
        """Return a text without the codes that it gives away."""
        return text

    @classmethod
    def codes_of(cls, site: Any) -> tuple[str, ...]:  # noqa: ARG003
        """Return what opens an account of anybody of a site: the course itself never draws it back, nor keeps it."""
        return ()

    def covered_by(self, holder: Any) -> tuple[Any, ...]:
        """Return the persons of an account, its holder first."""
        return (holder,)

    def known_of(self, holder: Any) -> Any:  # noqa: ARG002
        """Return what the site knows of a holder when no request of the exercise has changed it."""
        return None

    def check_signed_in(self) -> None:
        """Refuse a person who could not be signed in. Raises ValueError."""

    def words(self) -> dict[str, str]:
        """Return what an exercise may have the persona type: what her card and her mailbox say, by name."""
        return {}

    # ---- Who is signed in

    @property
    def holder(self) -> Any:
        """Whose account it is: of the person who is signed in, or until then of the one whom the persona would be."""
        return self.signed_in or self.owner

    def let_in(self) -> None:
        """Sign in the persona who is played, or the holder of her account. Raises ValueError if there is no account."""
        if not self.owner.has_account:
            raise ValueError(
                f"« {self.owner.id} » n'a pas de compte : choisissez une autre personne, ou une page d'avant"
            )
        self.signed_in = self.owner

    def sign_out(self) -> None:
        self.signed_in = None

    @property
    def last_visit(self) -> datetime | None:
        """When the account was last opened, before the exercise; never, if it was created since."""
        return self.start - _SINCE_LAST_VISIT

    @property
    def contact_phone(self) -> str:
        """The telephone that the account is reached by, if it has one."""
        return ""

    # ---- The clock and the people

    @property
    def personas(self) -> Mapping[str, Any]:
        """All people of the site, by id."""
        return self.site.personas

    @property
    def start(self) -> datetime:
        """When the exercise starts: the clock of the persona who is played, or of the owner, or the edition's."""
        return self.persona.now or self.owner.now or self.site.edition.now

    @property
    def today(self) -> date:
        """The day of the exercise. It changes only when the learner advances the clock."""
        return self.now.date()

    def wait(self, days: int = 0, minutes: int = 0) -> None:
        """Let days and minutes go by, up to the end of the exercise."""
        self.now = min(self.now + timedelta(days=days, minutes=minutes), self.start + LONGEST_EXERCISE)

    @property
    def can_wait(self) -> bool:
        return self.now < self.start + LONGEST_EXERCISE

    def later(self) -> datetime:
        """Let a moment go by, as between two events, and return the time."""
        self.now += _BETWEEN_TWO_EVENTS
        return self.now

    # ---- The mailbox

    def read_message(self, index: int) -> Message:
        """Open a message of the persona who is played, by its place in `messages`."""
        self.messages[index] = replace(self.messages[index], read=True)
        return self.messages[index]

    def deliver(self, address: str, kind: str, link_number: int = 0) -> None:
        """Send an e-mail; it is seen only if the address is that of the persona who is played."""
        message = Message(kind, Folder(self.persona.mail_folder), self.later(), link_number=link_number)
        if address.casefold() == self.persona.email.casefold():
            self.receive(self.persona, message)

    def receive(self, persona: Any, message: Message) -> None:
        """Put a message in the mailbox that stands beside the site; another person's mail is not ours to read."""
        if persona == self.persona:
            self.messages.append(message)

    # ---- The requests

    def send_request(self, draft: Draft, mail: str = "") -> SentRequest:
        """Send a request; `mail` is the kind of e-mail that confirms it, if any. Return it, numbered."""
        writer = self.personas[draft.writer]
        self.requests = self.requests.with_sent(draft, self.later())
        if mail and writer.email_validated:
            self.receive(writer, Message(mail, Folder(writer.mail_folder), self.now))
        return self.requests.sent[-1]
