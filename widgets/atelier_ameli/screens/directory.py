"""« Annuaire santé »: find an invented doctor (seed, « Application », the banner of the home screen)."""

from collections.abc import Mapping
from typing import Any

from atelier_ameli import data
from atelier_ameli.domain.directory import Doctor
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.forms import Form, SelectField
from atelier_ameli.screens.account import AccountPage
from atelier_ameli.screens.page import FormPage

ALL_SPECIALTIES, ALL_TOWNS = "Toutes les spécialités", "Toutes les villes"


class DirectoryForm(Form):
    """What the doctor treats, and where."""

    specialty = SelectField("Quel médecin ?", empty="Choisissez une ligne de la liste.")
    town = SelectField("Dans quelle ville ?", empty="Choisissez une ville de la liste.")


class Directory(FormPage, AccountPage):
    """The doctors of a specialty and a town; all of them before a search."""

    name = "directory"
    template = "directory.html"
    title = "Annuaire santé"
    tab = "account_home"
    form_class = DirectoryForm
    specialties = property(lambda _: data.directory().specialties)

    def __init__(self, simulation: Simulation, answers: Mapping[str, Any] | None = None) -> None:
        super().__init__(simulation, answers or {"specialty": ALL_SPECIALTIES, "town": ALL_TOWNS})
        self.found = self._find()

    def fill(self, answers: Mapping[str, Any]) -> Form:
        form = super().fill(answers)
        form.specialty.choices = [ALL_SPECIALTIES, *(one.name for one in self.specialties)]
        form.town.choices = [ALL_TOWNS, *data.directory().towns]
        return form

    def handle_find_doctor(self, answers: Mapping[str, Any]) -> None:
        """Show who is found; the list before stays while something is wrong."""
        if self.fill(answers).validate():
            self.found, self.focus = self._find(), "found"

    def _find(self) -> tuple[Doctor, ...]:
        specialty, town = self.form.specialty.data, self.form.town.data
        return data.directory().find(
            "" if specialty == ALL_SPECIALTIES else specialty, "" if town == ALL_TOWNS else town
        )
