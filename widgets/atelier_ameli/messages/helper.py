"""« Une aide répond »: subjects to choose, found by words, each of which leads to the right page or to the telephone.

It is the « ameliBot » of 2026 as the atelier has it: no text is made, and nothing that is typed is kept.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.messages.messages import HelperTopic
from practice.facts import Fact
from practice.forms.fields import Form, TextField
from practice.notices import notice
from practice.pages.account_page import AccountPage
from practice.procedures.catalogue import search

if TYPE_CHECKING:
    from atelier_ameli.world import World

_NOTHING = notice("helper_nothing_found", "L'aide n'a pas compris. Choisissez dans la liste, ou appelez le 36 46.")


class QuestionForm(Form):
    """What one wants to know."""

    words = TextField("Votre question", empty=notice("helper_empty", "Écrivez un mot, par exemple « attestation »."))


class Helper(AccountPage):
    """All subjects, those that were found, or the answer to one."""

    name = "helper"
    template = "helper.html"
    title = "Une aide répond"
    tab = "account_home"
    facts = (
        Fact(
            "helped",
            "Le sujet auquel l'aide répond.",
            lambda page: page.topic and page.topic.id,
            among=lambda site: [topic.id for topic in site.caisse.helper],
        ),
        Fact(
            "helper_found",
            "Un sujet que l'aide a trouvé.",
            lambda page: [topic.id for topic in page.found or ()],
            among=lambda site: [topic.id for topic in site.caisse.helper],
        ),
    )

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.form = QuestionForm()
        self.topic: HelperTopic | None = None
        self.found: tuple[HelperTopic, ...] | None = None  # none before something was asked

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only in an edition that has it."""
        return super().reachable(world) and bool(world.site.caisse.helper)

    @property
    def topics(self) -> tuple[HelperTopic, ...]:
        return self.found if self.found is not None else self.world.site.caisse.helper

    def handle_ask(self, answers: Mapping[str, Any]) -> None:
        """Look for the subjects that share words with the question."""
        self.form, self.topic, self.found = QuestionForm.read(answers), None, None
        if not self.form.validate():
            return
        found = search(self.world.site.caisse.helper, self.form.words.data)
        if found:
            self.found, self.focus = found, "topics-title"
        else:
            self.note, self.focus = _NOTHING, "note"

    def handle_choose_topic(self, answers: Mapping[str, Any]) -> None:
        chosen = (topic for topic in self.world.site.caisse.helper if topic.id == answers.get("topic"))
        self.topic = next(chosen, None)
        self.focus = "answer" if self.topic else "title"

    def handle_all_topics(self, _: Mapping[str, Any]) -> None:
        self.form, self.topic, self.found, self.focus = QuestionForm(), None, None, "topics-title"

    def place(self) -> dict[str, Any]:
        return {"page": self.name}
