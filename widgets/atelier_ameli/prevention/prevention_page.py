"""« Mon espace prévention »: the topics that are for this account, and kindly those that are not (seed)."""

from atelier_ameli.prevention.prevention_children import Children
from atelier_ameli.prevention.prevention_coaching import Coaching
from atelier_ameli.prevention.prevention_heart import HeartRisk
from atelier_ameli.prevention.prevention_midwife import MidwifeVisit
from atelier_ameli.prevention.prevention_pregnancy import Pregnancy
from atelier_ameli.prevention.prevention_sophia import Sophia
from atelier_ameli.prevention.prevention_teeth import Teeth
from atelier_ameli.prevention.prevention_topic import TopicPage
from atelier_ameli.prevention.prevention_visit import PreventionVisit
from practice.pages.account_page import AccountPage
from practice.services import Channel

#: in the order of the seed
TOPICS: tuple[type[TopicPage], ...] = (Pregnancy, MidwifeVisit, Teeth, HeartRisk, Children, Coaching, Sophia)
LATER: tuple[type[TopicPage], ...] = (PreventionVisit,)  #: in the editions whose prevention.toml has words for them


class Prevention(AccountPage):
    """The way in: one card a topic."""

    name = "prevention"
    template = "prevention.html"
    title = "Mon espace prévention"
    channel = Channel.COMPUTER  # seed: « uniquement sur la version ordinateur »
    tab = "prevention"

    @property
    def on_phone(self) -> bool:
        return self.world.site.services["prevention"].on_phone

    @property
    def topics(self) -> list[type[TopicPage]]:
        """The topics of this edition."""
        return [topic for topic in (*TOPICS, *LATER) if topic.topic in self.world.site.prevention.topics]

    @property
    def mine(self) -> list[tuple[type[TopicPage], str, str]]:
        """The topics that are for this account, each with why it is seen and what is under way."""
        seen = [(topic, topic.why(self.world), topic.progress(self.world)) for topic in self.topics]
        return [(topic, why, progress) for topic, why, progress in seen if why]

    @property
    def others(self) -> list[type[TopicPage]]:
        return [topic for topic in self.topics if not topic.why(self.world)]
