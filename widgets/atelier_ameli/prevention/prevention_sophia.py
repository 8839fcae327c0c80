"""« Sophia »: who may join, joining, leaving (domain.md §1.8)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.prevention.prevention import Condition, Illness
from atelier_ameli.prevention.prevention_topic import TopicPage, enrolments_of, situation_of
from practice.forms.choices import Option, SomeOf
from practice.forms.fields import Form
from practice.notices import notice

if TYPE_CHECKING:
    from atelier_ameli.world import World

_ILLNESSES = {Illness.DIABETES: "un diabète", Illness.ASTHMA: "un asthme"}


class AgreementForm(Form):
    """The box that joins."""

    agreement = SomeOf("Mon accord", empty=notice("agreement_empty", "Cochez la case pour vous inscrire."))


def _read(answers: Mapping[str, Any]) -> AgreementForm:
    form = AgreementForm.read(answers)
    form.agreement.options = [
        Option("yes", "Je veux être accompagné par Sophia. Une infirmière ou un infirmier peut m'appeler.")
    ]
    return form


class Sophia(TopicPage):
    """The conditions, each met or not, and the programme."""

    name = "prevention_sophia"
    template = "prevention_sophia.html"
    title = "Sophia"
    topic = "sophia"

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.form = _read({})

    @classmethod
    def why(cls, world: "World") -> str:
        illness, holder = situation_of(world).illness, world.beneficiaries[0]
        followed = "suivie" if holder.sex == "F" else "suivi"
        return f"Vous êtes {followed} pour {_ILLNESSES[illness]}." if illness in _ILLNESSES else ""

    @classmethod
    def progress(cls, world: "World") -> str:
        return "Inscription faite." if enrolments_of(world).sophia else ""

    @property
    def conditions(self) -> list[tuple[str, bool]]:
        """Each condition of her illness in French, and whether it is met."""
        rules, situation = self.world.site.prevention.sophia, situation_of(self.world)
        least = rules.least_deliveries(situation.illness)
        words = {
            Condition.AGE: f"avoir {rules.from_age} ans ou plus",
            Condition.LONG_ILLNESS: "avoir une longue maladie remboursée à 100 %",
            Condition.DOCTOR: "avoir un médecin traitant",
            Condition.DELIVERIES: f"avoir pris ses médicaments à la pharmacie {least} fois par an ou plus",
        }
        if situation.illness is Illness.ASTHMA:
            words[Condition.AGE] = f"avoir entre {rules.from_age} et {rules.asthma_until_age} ans"
        found = rules.conditions(self.world.beneficiaries[0], situation, self.world.today)
        return [(words[condition], met) for condition, met in found.items()]

    @property
    def open(self) -> bool:
        """Whether all conditions are met."""
        return all(met for _, met in self.conditions)

    def handle_join(self, answers: Mapping[str, Any]) -> None:
        form = self.form = _read(answers)
        if self.open and form.validate():
            self.enrol(self.enrolled.with_sophia(True), "joined")
            self.say = "Vous êtes inscrit." if self.world.signed_in.sex == "M" else "Vous êtes inscrite."

    def handle_leave(self, _: Mapping[str, Any]) -> None:
        self.form = _read({})
        self.enrol(self.enrolled.with_sophia(False), "title")
        self.note = "Vous avez quitté Sophia. Vos remboursements ne changent pas."
