"""« Mon bilan prévention »: at certain ages, with a professional of one's choice, paid whole (ameli_2026.md §6)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.prevention.prevention_area import Professional, Visit
from atelier_ameli.prevention.prevention_topic import TopicPage
from practice.drawing.dates import age
from practice.facts import Fact
from practice.forms.choices import OneOf, Option
from practice.forms.fields import Form
from practice.notices import notice

if TYPE_CHECKING:
    from atelier_ameli.world import World


class WhoForm(Form):
    """Who it is done with."""

    who = OneOf("Avec qui voulez-vous faire le bilan ?", empty=notice("visit_with_empty", "Choisissez une réponse."))


def _professionals(site: Any) -> dict[str, Professional]:
    visit = site.prevention.visit
    return {one.id: one for one in visit.professionals} if visit else {}


class PreventionVisit(TopicPage):
    """Whom one may choose, then what to do: no appointment is taken in the account."""

    name = "prevention_visit"
    template = "prevention_visit.html"
    title = "Mon bilan prévention"
    topic = "visit"
    facts = (
        Fact(
            "visit_with",
            "Avec qui l'on a choisi de faire le bilan prévention.",
            lambda page: page.chosen and page.chosen.id,
            among=_professionals,
        ),
    )

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.form, self.chosen = self._read({}), None

    @classmethod
    def why(cls, world: "World") -> str:
        years = age(world.beneficiaries[0].birth_date, world.today)
        visit = world.site.prevention.visit
        band = visit and visit.band(years)
        return f"Vous avez {years} ans. Le bilan est ouvert de {band[0]} à {band[1]} ans." if band else ""

    @property
    def visit(self) -> Visit:
        return self.world.site.prevention.visit

    def handle_choose_professional(self, answers: Mapping[str, Any]) -> None:
        self.form = self._read(answers)
        self.chosen = _professionals(self.world.site).get(self.form.who.data) if self.form.validate() else None
        if self.chosen:
            self.focus = "how"

    def _read(self, answers: Mapping[str, Any]) -> WhoForm:
        form = WhoForm.read(answers)
        form.who.options = [Option(one.id, one.name) for one in _professionals(self.world.site).values()]
        return form

    def place(self) -> dict[str, Any]:
        return {"page": self.name, "answers": {}}
