"""« Annuaire santé »: find an invented doctor (seed, « Application », the banner of the home screen)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.public_site.directory import Doctor, Specialty
from practice.facts import Fact
from practice.forms.fields import Form, SelectField
from practice.notices import notice
from practice.pages.account_page import AccountPage
from practice.pages.page import FormPage

if TYPE_CHECKING:
    from atelier_ameli.world import World

ALL_SPECIALTIES, ALL_TOWNS = "Toutes les spécialités", "Toutes les villes"


class DirectoryForm(Form):
    """What the doctor treats, and where."""

    specialty = SelectField("Quel médecin ?", empty=notice("specialty_empty", "Choisissez une ligne de la liste."))
    town = SelectField("Dans quelle ville ?", empty=notice("town_empty", "Choisissez une ville de la liste."))


class Directory(FormPage, AccountPage):
    """The doctors of a specialty and a town; all of them before a search."""

    name = "directory"
    template = "directory.html"
    title = "Annuaire santé"
    tab = "account_home"
    facts = (
        Fact(
            "only_doctor",
            "Le nom du médecin trouvé, s'il est le seul.",
            lambda page: page.found[0].name if len(page.found) == 1 else None,
        ),
    )
    form_class = DirectoryForm

    def __init__(self, world: "World", answers: Mapping[str, Any] | None = None) -> None:
        super().__init__(world, answers or {"specialty": ALL_SPECIALTIES, "town": ALL_TOWNS})
        self.found = self._find()

    @property
    def specialties(self) -> tuple[Specialty, ...]:
        return self.world.site.doctors.specialties

    def fill(self, answers: Mapping[str, Any]) -> Form:
        form = super().fill(answers)
        form.specialty.choices = [ALL_SPECIALTIES, *(one.name for one in self.specialties)]
        form.town.choices = [ALL_TOWNS, *self.world.site.doctors.towns]
        return form

    def handle_find_doctor(self, answers: Mapping[str, Any]) -> None:
        """Show who is found; the list before stays while something is wrong."""
        if self.fill(answers).validate():
            self.found, self.focus = self._find(), "found"
            count = len(self.found)
            self.say = f"{count} médecin{'s' if count > 1 else ''} dans la liste." if count else "Aucun médecin."

    def _find(self) -> tuple[Doctor, ...]:
        specialty, town = self.form.specialty.data, self.form.town.data
        return self.world.site.doctors.find(
            "" if specialty == ALL_SPECIALTIES else specialty, "" if town == ALL_TOWNS else town
        )
