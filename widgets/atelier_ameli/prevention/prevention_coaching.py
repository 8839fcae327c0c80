"""« Santé active »: choose a coaching, follow it week by week, stop."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.prevention.prevention import WEEKS, Enrolments, Theme
from atelier_ameli.prevention.prevention_area import Coach, Week
from atelier_ameli.prevention.prevention_topic import TopicPage, enrolments_of
from practice.drawing.dates import age
from practice.forms.choices import OneOf, Option
from practice.forms.fields import Form
from practice.notices import notice

if TYPE_CHECKING:
    from atelier_ameli.world import World


class ThemeForm(Form):
    """What the coaching is about."""

    theme = OneOf("Quel thème ?", empty=notice("theme_empty", "Choisissez un thème."))


def _read(world: "World", answers: Mapping[str, Any]) -> ThemeForm:
    form = ThemeForm.read(answers)
    form.theme.options = [
        Option(name.value, f"{coach.title} : {coach.what.lower()}")
        for name, coach in world.site.prevention.coaching.themes.items()
    ]
    return form


class Coaching(TopicPage):
    """The choice of a theme, then the exercise of the week."""

    name = "prevention_coaching"
    template = "prevention_coaching.html"
    title = "Santé active"
    topic = "coaching"

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.form = _read(self.world, {})

    @classmethod
    def why(cls, world: "World") -> str:
        adult = age(world.beneficiaries[0].birth_date, world.today) >= world.site.prevention.coaching.from_age
        return "Ce service est ouvert à tous les adultes." if adult else ""

    @classmethod
    def progress(cls, world: "World") -> str:
        enrolled = enrolments_of(world)
        if enrolled.theme is None:
            return ""
        title = world.site.prevention.coaching.themes[enrolled.theme].title
        return f"{title} : {'terminé' if enrolled.coached else f'semaine {enrolled.week} sur {WEEKS}'}."

    @property
    def coach(self) -> Coach:
        return self.world.site.prevention.coaching.themes[self.enrolled.theme]

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
        form = self.form = _read(self.world, answers)
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
        self.form = _read(self.world, {})
        self.enrol(self.enrolled.with_theme(None), "title")
