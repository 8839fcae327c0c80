"""« Vrai ou faux ? »: one opens what was received, decides, then chooses what to do. Nothing is counted."""

from collections.abc import Mapping
from typing import Any, Self

from atelier_ameli.received.received import Act, Received
from atelier_ameli.world import World
from practice.facts import Fact
from practice.notices import notice
from practice.pages.page import Page

ANSWERS = {
    "genuine": "C'est un vrai message",
    "false": "C'est un faux message",
    "check": "Je vérifie d'abord ailleurs",
}
LOOK_AGAIN = notice("received_judged_wrong", "Regardez encore. Vous pouvez choisir une autre réponse.")
ANOTHER_ACT = notice("received_act_wrong", "Ce n'est pas la meilleure chose à faire. Choisissez-en une autre.")


def _ids(site: Any) -> list[str]:
    return list(site.received)


class ReceivedPage(Page):
    """The things received. `one` is the open one, `answer` what was last said of it, `act` what was last done."""

    in_app = False
    name = "received"
    template = "received.html"
    title = "Vrai ou faux ?"
    site = ""
    facts = (
        Fact("thing", "Le courrier, le message ou l'appel qui est ouvert.", lambda page: page.open, among=_ids),
        Fact("all_listed", "La liste de tout ce qui est arrivé est à l'écran.", lambda page: page.one is None, bool),
        Fact("seen_through", "Ce que l'on a bien reconnu, vrai ou faux.", lambda page: page.judged, among=_ids),
        Fact("settled", "Ce dont on a choisi la bonne suite.", lambda page: page.settled, among=_ids),
    )

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.open = ""
        self.judged: tuple[str, ...] = ()
        self.settled: tuple[str, ...] = ()
        self.answer = self.act = ""

    def handle_look(self, answers: Mapping[str, Any]) -> None:
        """Open one of the things received; a name that is none leaves everything as it is."""
        if answers.get("thing") in self.world.site.received:
            self.open, self.answer, self.act = answers["thing"], "", ""
            self.focus = "one-title"

    def handle_judge(self, answers: Mapping[str, Any]) -> None:
        """Hear whether the learner takes it for genuine or for false, or wants to check."""
        if self.one and not self.recognised and answers.get("answer") in ANSWERS:
            self.answer, self.focus = answers["answer"], "outcome"
            if self.answer == ("genuine" if self.one.genuine else "false"):
                self.judged = (*self.judged, self.open)

    def handle_act(self, answers: Mapping[str, Any]) -> None:
        """Hear what the learner does with it, once it is recognised."""
        act = next((act for act in self.one.acts if act.id == answers.get("act")), None) if self.recognised else None
        if act and self.open not in self.settled:
            self.act, self.focus = act.id, "done"
            if act.right:
                self.settled = (*self.settled, self.open)

    def handle_list(self, _: Mapping[str, Any]) -> None:
        """Lay it down, and see the others."""
        self.open = self.answer = self.act = ""
        self.focus = "title"

    @property
    def things(self) -> list[Received]:
        return list(self.world.site.received.values())

    @property
    def one(self) -> Received | None:
        """What is open."""
        return self.world.site.received.get(self.open)

    @property
    def recognised(self) -> bool:
        return self.open in self.judged

    @property
    def answers(self) -> dict[str, str]:
        return ANSWERS

    @property
    def done(self) -> Act | None:
        """What was last done with it."""
        right = self.open in self.settled
        return next((act for act in self.one.acts if (act.right if right else act.id == self.act)), None)

    @property
    def told(self) -> list[str]:
        wrong = [LOOK_AGAIN] if self.answer in ("genuine", "false") and not self.recognised else []
        return [*super().told, *wrong, *([ANOTHER_ACT] if self.act and self.open not in self.settled else [])]

    def place(self) -> dict[str, Any]:
        return {"page": self.name, "open": self.open, "judged": list(self.judged), "settled": list(self.settled)}

    @classmethod
    def resume(cls, world: World, place: Mapping[str, Any]) -> Self:
        page = cls(world)
        page.handle_look({"thing": place.get("open")})
        judged, settled = (kept if isinstance(kept, list) else [] for kept in map(place.get, ("judged", "settled")))
        page.judged = tuple(name for name in world.site.received if name in judged)
        page.settled = tuple(name for name in page.judged if name in settled)
        page.begin()
        return page
