"""Screens: the site at one of its pages, the persona's card, her mailbox."""

from collections.abc import Mapping
from typing import Any

from practice.activity import Activity
from practice.mail.mailbox import Mailbox
from practice.moves import Moves
from practice.names import Named
from practice.pages.codes_told import CODE_ELSEWHERE, without_codes
from practice.pages.opening import first_page, page_at
from practice.pages.page import Downloads
from practice.pages.persona_switcher import PersonaSwitcher, players_at
from practice.pages.regions import Regions, drawn_desk, drawn_regions
from practice.parts import KeptError
from practice.services import Channel
from practice.session import Context, Session, UnknownActionError, notebook
from practice.world import World

_UNREADABLE = "Nous n'avons pas pu relire votre travail précédent. Vous repartez du début."
_DEVICES = Named({device.value: device for device in (Channel.COMPUTER, Channel.PHONE)})
_WAYS_OUT = ("open", "begin", "sign_out")  #: all that a page does which the device in hand does not have


class SiteSession(Moves, Session):
    """A window on the simulated site, in a world that is given; `start` says at which page it opens.

    `players` are those whom a trainer may play in the place of the world's person: nobody in an exercise, whose steps
    and aim are those of its own person.
    """

    prefix = "ecran"

    def __init__(self, world: World, start: str, *, at: Context, players: tuple[Any, ...] = ()) -> None:
        super().__init__(at)
        self.world = world
        self.start = start
        self.device = world.device  #: what she holds first
        self.switcher = PersonaSwitcher(world.persona, players)
        self.activity: Activity | None = None  #: what is kept of it; without one, nothing is
        self.sure = False  #: the learner is being asked whether to start again
        self.starts = 0  # each start is drawn anew: what was typed and not sent is gone too
        self._open()

    def _open(self) -> None:
        self.starts += 1
        self.world.device = self.device
        self.page = first_page(self.world, self.start)
        self.card_open = False  # where the card has no room beside the site
        self.opened = 0  # pages opened since: a menu closes when one is
        self.trail: list[str] = []  # the pages that the phone's « Retour » goes back to
        self.mailbox = Mailbox(self.world)
        self.downloads = Downloads()
        self._in_hand()

    def handle(self, action: str, answers: Mapping[str, Any]) -> None:
        """Let the page, the mailbox or the session itself handle an action. Raises UnknownActionError."""
        part = self.part_for(action)
        before, form, received = self.page, self.page.form, len(self.world.messages)
        before.begin()
        self.download, self.sure = None, False
        answers, told = without_codes(before, answers)
        result = getattr(part, f"handle_{action}")(answers)
        if part is before and result:
            self._show(self.site.pages[result](self.world))
            self.page.note = before.note
        if told:
            self.page.note = CODE_ELSEWHERE
        self.page.in_words_of_its_edition()
        if part is self.mailbox:
            self.focus = f"{self.key}-{result}"
        elif self.page is not before:
            self.focus = f"{self.key}-title"
        elif self.page.focus:
            self.focus = f"{self.key}-{self.page.focus}"
        else:
            self.focus = f"{self.key}-errors" if self.page.form is not form and self.page.problems() else None
        self.say = self.page.say or self.page.note
        self.download, self.page.download = self.page.download, None
        if self.download:
            self.downloads.append(self.download.name)
        if len(self.world.messages) > received:
            self.say = f"{self.say} Un message est arrivé.".strip()

    def part_for(self, action: str) -> object:
        """Return what handles an action. Raises UnknownActionError."""
        parts = (self.page, self.mailbox, self)
        part = next((p for p in parts if hasattr(p, f"handle_{action}")), None)
        if part is None or (part is self.page and self.page.elsewhere and action not in _WAYS_OUT):
            raise UnknownActionError(action)
        return part

    def handle_start_again(self, answers: Mapping[str, Any]) -> None:
        """Put the activity back to its start; ask first where that reaches other chapters."""
        if self.activity and self.activity.shared and answers.get("sure") != "yes":
            self.sure = "sure" not in answers
            self.page.focus = "sure" if self.sure else "restart"
            return
        self.world.start_again()
        self._open()

    def handle_card(self, _: Mapping[str, Any]) -> None:
        """Open the card, or put it away, where it has no room beside the site."""
        self.card_open = not self.card_open
        self.page.focus = "card-title" if self.card_open else "card-button"

    def handle_choose_persona(self, _: Mapping[str, Any]) -> None:
        """Show the list of those who can be played, or put it away."""
        if not self.switcher.players:
            raise UnknownActionError("choose_persona")
        self.switcher.shown = not self.switcher.shown
        self.page.focus = "player" if self.switcher.shown else "other-persona"

    def handle_play_as(self, answers: Mapping[str, Any]) -> None:
        """Play another person from the same start, for the session in the room: nothing of the former is carried over.

        Nothing of it is kept either, so that a reload gives the chapter's own person back.
        """
        player = self.switcher.player(answers.get("persona"))
        if player is None:
            raise UnknownActionError("play_as")
        self._play(player)
        self.page.say = f"Vous jouez avec {player.full_name}."

    def resume(self, kept: object) -> None:
        """Take up what the learner's browser kept, if anything; it is not trusted. The focus stays where it is."""
        self.page.begin()
        self.focus, self.say, self.download = None, "", None
        if not isinstance(kept, dict) or not self.activity:
            return
        if kept and not self._own_person:
            self._play(self.switcher.own)
        world, place = self.activity.kept(kept)
        if world is None and place is None:
            return
        try:
            self.put_back(world, place)
        except KeptError:
            self.handle_start_again({"sure": "yes"})
            self.say = self.page.note = _UNREADABLE

    def snapshot(self) -> dict[str, Any]:
        """Return what the learner's browser keeps, by key. Never a secret, never a refused number.

        What is played as another person than the chapter's is for the room alone: it would take the place of what
        the learner did as this person in another chapter.
        """
        if not self._own_person or not self.activity:
            return {}
        return {self.activity.world_name: self.world.keep(), self.activity.place_name: self.place()}

    def place(self) -> dict[str, Any]:
        """Return what is needed to come back to what is shown, as plain JSON without any secret."""
        return {**self.page.place(), "device": self.world.device.value, "mailbox": self.mailbox.place()}

    def put_back(self, world: object, place: object) -> None:
        """Take up a world and a place in it that were kept. Raises KeptError."""
        self.world.take_up(world)
        self.page = page_at(place, self.world, self.start)
        self.mailbox.resume(place.get("mailbox") if isinstance(place, dict) else None)
        self._in_hand()

    def regions(self) -> Regions:
        """Return each part of the desk, drawn: the card, the device, the site or the telephone, the mailbox."""
        return drawn_regions(self)

    def desk(self, regions: Regions) -> str:
        return drawn_desk(self, regions)

    def draw(self) -> str:
        """Return the site, the card and the mailbox."""
        return self.desk(self.regions())

    @property
    def subjects(self) -> tuple[Any, ...]:
        """What facts speak of: the page, what stands around it, the world."""
        return (self.page, self.mailbox, self.downloads, *self.world.subjects)

    @property
    def _own_person(self) -> bool:
        """Whether the chapter's own person is played."""
        return self.world.persona.id == self.switcher.own.id

    def _play(self, person: Any) -> None:
        """Start again in a fresh world, as this person."""
        self.world = type(self.world)(self.site, person, self.device)
        self.switcher.shown = False
        self._open()


class Screen(SiteSession):
    """A window on the simulated site, played as one persona.

    >>> Screen("login", persona="jessica")
    Screen('login', persona='jessica')

    Parameters: the page to start at (a name of the site's), the persona's id, the edition's name (that of the page
    without one), and what she holds first: « computer » or « phone ». Whoever starts behind the door is signed in. A
    trainer who presents to a room may play another person from the same start; behind the door, one with an account.
    So does a tablet of a room where people are dealt; the work of both is kept apart.
    Raises UnknownNameError for a page, a persona or a device that does not exist, DataError for an edition, ValueError
    for a person without an account behind the door. Each says in French what there is.
    """

    def __init__(
        self,
        start: str,
        *,
        persona: str,
        edition: str | int | None = None,
        device: str = "computer",
        at: Context | None = None,
    ) -> None:
        at = (at or notebook()).in_edition(edition if edition is None else str(edition))
        players = players_at(at.site.pages[start], at.site.personas.values())
        instead = at.instead.get(persona)
        persona = instead if instead in {player.id for player in players} else persona
        super().__init__(at.site.world(at.site, persona, _DEVICES[device]), start, at=at, players=players)
        where = start if self.device is Channel.COMPUTER else f"{start}@{self.device.value}"
        self.activity = Activity.at(at, where, persona)

    def __repr__(self) -> str:
        year = "" if self.site.year == self.site.usual_edition else f", edition={self.site.year!r}"
        device = "" if self.device is Channel.COMPUTER else f", device={self.device.value!r}"
        return f"Screen({self.start!r}, persona={self.world.persona.id!r}{year}{device})"
