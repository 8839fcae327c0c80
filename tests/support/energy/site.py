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
from practice.papers.paper import Paper
from practice.procedures import pages as procedures
from practice.procedures.request_book import RequestBook
from tests.support.energy.pages import Bills, SignIn
from tests.support.energy.world import Customer, Edition, World

_HERE = Path(__file__).parent
_ON_THE_CARD = {"contract": "Numéro de contrat", "code": "Code"}


class EnergyPaper(Paper):
    def __init__(self, title: str, world: World) -> None:
        super().__init__(title, "SPECIMEN", world.site.account, world.now)
        self.heading(title)

    def header(self) -> None:
        self._line("SPECIMEN – document d'entraînement, sans valeur", style="B")


class Site(practice_site.Site):
    """One year of « Mon espace énergie »."""

    name, title, home = "energie", "Atelier « Mon espace énergie »", "chapitre"
    account = "Mon espace énergie"
    tabs, door = (("bills", "Mes factures"), ("requests", "Mes démarches")), "sign_in"
    recipient = "le service client"
    usual_edition, data, notebooks = "2025", _HERE / "data", _HERE
    faces = (_HERE / "pages",)
    world, letters, chapters, glossary = World, {}, (), {}
    pages: ClassVar = {page.name: page for page in (SignIn, Bills, *procedures.PAGES)}
    facts = gathered((*pages.values(), Mailbox, Downloads, World, RequestBook))

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
        return Card(world.persona.full_name, page.card_story or world.persona.story, [*lines, *page.card_lines])

    def sheet(self, title: str, world: World) -> EnergyPaper:
        return EnergyPaper(title, world)
