"""What the seven topics of « Mon espace prévention » share: why it is seen, what was chosen, the way back."""

from typing import TYPE_CHECKING

from atelier_ameli.prevention.prevention import Enrolments, Situation
from atelier_ameli.prevention.prevention_area import Topic
from practice.pages.account_page import AccountPage
from practice.services import Channel

if TYPE_CHECKING:
    from atelier_ameli.world import World

_NOT_YET = Topic("", "Cette rubrique n'existe pas encore, dans cette année du site.")  #: in an edition without it


def situation_of(world: "World") -> Situation:
    """Return the situation of whoever the account belongs to."""
    return world.site.prevention.situation(world.beneficiaries[0].id)


def enrolments_of(world: "World") -> Enrolments:
    """Return what the holder of the account has chosen so far."""
    return world.enrolments.get(world.beneficiaries[0].id, Enrolments())


class TopicPage(AccountPage):
    """One topic. `topic` is its name in data/prevention.toml; the page is called `prevention_<topic>`."""

    channel = Channel.COMPUTER  # seed: « uniquement sur la version ordinateur »
    tab = "prevention"
    topic: str

    @classmethod
    def why(cls, world: "World") -> str:
        """Say why the topic is for this account, in French; empty when it is not."""
        raise NotImplementedError

    @classmethod
    def progress(cls, world: "World") -> str:  # noqa: ARG003
        """Say in French what is under way in the topic; empty for nothing."""
        return ""

    @classmethod
    def words(cls, world: "World") -> Topic:
        return world.site.prevention.topics.get(cls.topic, _NOT_YET)

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only for those whom the topic is for."""
        return super().reachable(world) and bool(cls.why(world))

    @property
    def reason(self) -> str:
        return self.why(self.world)

    @property
    def enrolled(self) -> Enrolments:
        return enrolments_of(self.world)

    def enrol(self, enrolments: Enrolments, focus: str) -> None:
        """Keep a choice, and lead to what it changed: the end of an id."""
        self.world.enrolments[self.world.beneficiaries[0].id] = enrolments
        self.focus = focus
