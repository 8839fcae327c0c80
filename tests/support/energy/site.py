"""What « Mon espace énergie » gives the engine."""

from functools import cached_property
from pathlib import Path
from typing import ClassVar

from practice import site as practice_site
from practice.course.exercises.exercises import Exercise
from practice.course.exercises.loading_exercises import load_exercises
from practice.facts import gathered
from practice.loading.toml_files import read, structure, tables
from practice.mail.mailbox import Mailbox
from practice.pages.card import Card, CardLine
from practice.pages.page import Downloads, Page
from tests.support import energy
from tests.support.energy.pages import Bills, SignIn
from tests.support.energy.world import Customer, Edition, World

_HERE = Path(__file__).parent
_ON_THE_CARD = {"contract": "Numéro de contrat", "code": "Code"}


class Site(practice_site.Site):
    """One year of « Mon espace énergie »."""

    name, title, home = "energie", "Atelier « Mon espace énergie »", "chapitre"
    account = "Mon espace énergie"
    tabs, door = (("bills", "Mes factures"),), "sign_in"
    usual_edition, data, notebooks = "2025", _HERE / "data", _HERE
    faces = (_HERE / "pages",)
    world, letters, chapters, glossary = World, {}, (), {}
    pages: ClassVar = {page.name: page for page in (SignIn, Bills)}
    facts = gathered((*pages.values(), Mailbox, Downloads, World))
    offers = energy

    @cached_property
    def edition(self) -> Edition:
        file = self.file(practice_site.EDITION)
        return structure(file, "rules", read(file)["rules"], Edition)

    @cached_property
    def personas(self) -> dict[str, Customer]:
        file = self.file("people.toml")
        return {each["id"]: structure(file, each["id"], each, Customer) for each in tables(file, "person")}

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        files = self.layers.files("exercises/*.toml")
        return {exercise.id: exercise for file in files for exercise in load_exercises(file, self)}

    def card(self, world: World, page: Page) -> Card:
        words = world.words()
        lines = [CardLine(_ON_THE_CARD[name], words[name], words[name]) for name in page.card]
        return Card(world.persona.full_name, "Vous voulez voir ce que vous payez.", lines)
