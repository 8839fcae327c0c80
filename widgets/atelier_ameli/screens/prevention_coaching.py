"""« Santé active »: choose a coaching, follow it week by week, stop."""

from collections.abc import Mapping
from typing import Any

from atelier_ameli.domain.prevention import WEEKS, Enrolments, Theme
from atelier_ameli.domain.refunds import age
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.forms import Form
from atelier_ameli.forms_choices import OneOf, Option
from atelier_ameli.screens.prevention_area import Coach, Week, area
from atelier_ameli.screens.prevention_topic import TopicPage, enrolments_of


class ThemeForm(Form):
    """What the coaching is about."""

    theme = OneOf("Quel thème ?", empty="Choisissez un thème.")


def _read(answers: Mapping[str, Any]) -> ThemeForm:
    form = ThemeForm.read(answers)
    form.theme.options = [
        Option(name.value, f"{coach.title} : {coach.what.lower()}") for name, coach in area().coaching.themes.items()
    ]
    return form


class Coaching(TopicPage):
    """The choice of a theme, then the exercise of the week."""

    name = "prevention_coaching"
    template = "prevention_coaching.html"
    title = "Santé active"
    topic = "coaching"

    def __init__(self, simulation: Simulation) -> None:
        super().__init__(simulation)
        self.form = _read({})

    @classmethod
    def why(cls, simulation: Simulation) -> str:
        adult = age(simulation.beneficiaries[0].birth_date, simulation.today) >= area().coaching.from_age
        return "Ce service est ouvert à tous les adultes." if adult else ""

    @classmethod
    def progress(cls, simulation: Simulation) -> str:
        enrolled = enrolments_of(simulation)
        if enrolled.theme is None:
            return ""
        title = area().coaching.themes[enrolled.theme].title
        return f"{title} : {'terminé' if enrolled.coached else f'semaine {enrolled.week} sur {WEEKS}'}."

    @property
    def coach(self) -> Coach:
        return area().coaching.themes[self.enrolled.theme]

    @property
    def week(self) -> Week:
        """The week that is under way."""
        return self.coach.weeks[self.enrolled.week - 1]

    @property
    def weeks(self) -> list[tuple[str, str, str]]:
        """Each week: where it stands in words, its class, its title."""
        done = self.enrolled.weeks_done
        return [
            (*(("Fait", "met") if n < done else ("En cours", "") if n == done else ("À venir", "")), week.title)
            for n, week in enumerate(self.coach.weeks)
        ]

    def handle_start_coaching(self, answers: Mapping[str, Any]) -> None:
        form = self.form = _read(answers)
        if form.validate():
            self.enrol(Enrolments.with_theme(self.enrolled, Theme(form.theme.data)), "week-title")
            self.say = "Le coaching commence."

    def handle_next_week(self, _: Mapping[str, Any]) -> None:
        """Go on; the exercise's clock does not move."""
        self.enrol(self.enrolled.with_week_done(), "week-title")
        enrolled = self.enrolled
        self.say = "Le coaching est terminé." if enrolled.coached else f"Semaine {enrolled.week} sur {WEEKS}."

    def handle_stop_coaching(self, _: Mapping[str, Any]) -> None:
        """Leave the coaching: the themes can be chosen again."""
        self.note = (
            "" if self.enrolled.coached else "Le coaching est arrêté. Vous pouvez recommencer quand vous voulez."
        )
        self.form = _read({})
        self.enrol(self.enrolled.with_theme(None), "title")
