"""What the seven topics of « Mon espace prévention » share: why it is seen, what was chosen, the way back."""

from atelier_ameli.domain.prevention import Enrolments, Situation
from atelier_ameli.domain.services import Channel
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.screens.account import AccountPage
from atelier_ameli.screens.prevention_area import Topic, area


def situation_of(simulation: Simulation) -> Situation:
    """Return the situation of whoever the account belongs to."""
    return area().situation(simulation.beneficiaries[0].id)


def enrolments_of(simulation: Simulation) -> Enrolments:
    """Return what the holder of the account has chosen so far."""
    return simulation.enrolments.get(simulation.beneficiaries[0].id, Enrolments())


class TopicPage(AccountPage):
    """One topic. `topic` is its name in data/prevention.toml; the page is called `prevention_<topic>`."""

    channel = Channel.COMPUTER  # seed: « uniquement sur la version ordinateur »
    tab = "prevention"
    topic: str

    @classmethod
    def why(cls, simulation: Simulation) -> str:
        """Say why the topic is for this account, in French; empty when it is not."""
        raise NotImplementedError

    @classmethod
    def progress(cls, simulation: Simulation) -> str:  # noqa: ARG003
        """Say in French what is under way in the topic; empty for nothing."""
        return ""

    @classmethod
    def words(cls) -> Topic:
        return area().topics[cls.topic]

    @classmethod
    def reachable(cls, simulation: Simulation) -> bool:
        """Only for those whom the topic is for."""
        return super().reachable(simulation) and bool(cls.why(simulation))

    @property
    def reason(self) -> str:
        return self.why(self.simulation)

    @property
    def enrolled(self) -> Enrolments:
        return enrolments_of(self.simulation)

    def enrol(self, enrolments: Enrolments, focus: str) -> None:
        """Keep a choice, and lead to what it changed: the end of an id."""
        self.simulation.enrolments[self.simulation.beneficiaries[0].id] = enrolments
        self.focus = focus
