"""Site: all that the course gives a session to live by. Nothing else in the course is read late, or twice."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from atelier_ameli import data, documents
from atelier_ameli.card import card_of
from atelier_ameli.data import DATA
from atelier_ameli.documents.issuer import Issuer, load_issuer
from atelier_ameli.edition import Edition
from atelier_ameli.envelope import envelope
from atelier_ameli.france_connect.france_connect import Directory
from atelier_ameli.france_connect.france_connect_data import load_directory
from atelier_ameli.identity import iban, nir
from atelier_ameli.identity.personas import Persona
from atelier_ameli.information.information import Information, ProcessingTime
from atelier_ameli.links import page_of_link
from atelier_ameli.lives.agreement import life_faults
from atelier_ameli.lives.lives import Life, load_lives
from atelier_ameli.messages.messages import Caisse
from atelier_ameli.pages import PAGES
from atelier_ameli.prevention.prevention_area import Area, load_area
from atelier_ameli.procedures.kinds import KINDS
from atelier_ameli.procedures.rules.registry import RULES
from atelier_ameli.public_site.address_bar import SIGN_IN_ADDRESS
from atelier_ameli.public_site.addresses import Addresses
from atelier_ameli.public_site.directory import Directory as Doctors
from atelier_ameli.public_site.public_access import load_addresses, load_discover
from atelier_ameli.public_site.public_site import Door
from atelier_ameli.public_site.terminals import Neighbourhood
from atelier_ameli.received.received import Received
from atelier_ameli.references import chapters_and_notebooks, reference_faults
from atelier_ameli.rights.rights import Rights
from atelier_ameli.tabs import PHONE_TABS, TABS
from atelier_ameli.vocabulary import FACTS
from atelier_ameli.world import World
from practice import papers
from practice import site as practice_site
from practice.course import loading as course_data
from practice.course.discovery.decks import Deck, Preparation
from practice.course.discovery.gestures import Goal
from practice.course.discovery.useful_links import UsefulLink
from practice.course.exercises.exercises import Exercise
from practice.course.exercises.loading_exercises import load_chapters_of_exercises
from practice.course.outline.compared import Change
from practice.course.outline.kit import Kit
from practice.course.outline.outline import Chapter
from practice.course.outline.shared_work import SharedWork, load_shared_work
from practice.course.outline.timetables import Session
from practice.course.questions.questions import Asked
from practice.course.questions.quizzes import Quiz
from practice.course.words.glossary import Word
from practice.loading.faults import Fault, Faults
from practice.loading.toml_files import by_id, tables
from practice.mail.inbox import Letter, Message
from practice.names import Named
from practice.notices import notice
from practice.pages.card import Card
from practice.pages.page import Page
from practice.papers.document import Document
from practice.procedures.follow_up import Followed
from practice.services import Service
from practice.site import EDITION

if TYPE_CHECKING:
    from atelier_ameli.documents.sheet import Sheet

_HERE = Path(__file__).parent
#: beside the code once installed from a wheel, at the top of the checkout otherwise
NOTEBOOKS = _HERE / "notebooks" if (_HERE / "notebooks").is_dir() else _HERE.parents[1] / "notebooks"

_ROOMS = (
    *("access", "app", "creation", "documents", "france_connect", "home", "identity", "information", "messages"),
    *("payments", "pictures", "prevention", "procedures", "public_site", "received", "rights"),
)


class Site(practice_site.Site):
    """The practice copy of one year of ameli."""

    name, data, notebooks = "ameli", DATA, NOTEBOOKS
    usual_edition = "2021"
    title, account = "Atelier « Mon compte ameli »", "Compte assuré"
    tabs, phone_tabs = TABS, PHONE_TABS
    door, browser_page, phone_page, front_page = "login", "browser", "phone_home", "public_site"
    account_address, as_told = SIGN_IN_ADDRESS, ("accessibility.toml", "simulated.toml")
    false_link = notice("false_link", "Ce lien ne mène pas à l'Assurance Maladie : c'était un faux message.")
    home, compared = "00_accueil", "ce_qui_a_change"
    faces = tuple(_HERE / room for room in _ROOMS)
    late = (*papers.LATE, *(f"{documents.__name__}.{home}" for home in documents.HOMES))
    filters: ClassVar = {"nir": nir.grouped, "iban": iban.grouped}
    recipient = "la caisse"
    rules, kinds, request_papers = RULES, KINDS, documents.PAPERS
    papers = documents  #: what makes the papers of the account
    world, pages, facts, envelope = World, Named(PAGES), FACTS, envelope

    def card(self, world: World, page: Page) -> Card:
        return card_of(world, page)

    def sheet(self, title: str, world: World) -> "Sheet":
        return documents.Sheet(title, world)

    def request_paper(self, name: str, world: World, one: Followed) -> Document:
        return documents.MAKERS[name](world, one)

    def page_of_link(self, world: World, message: Message) -> str:
        return page_of_link(world, message)

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        yield from reference_faults(self)
        yield from life_faults(self)

    def notebook_faults(self) -> Iterator[Fault]:
        return chapters_and_notebooks(self)

    # ---- The account and those who have one

    @cached_property
    def edition(self) -> Edition:
        """The rules of the year."""
        return replace(data.load_edition(self.file(EDITION)), days_later=self.layers.days)

    @cached_property
    def people(self) -> Mapping[str, Persona]:
        """All people by id, as personas.toml tells of them alone."""
        return data.load_personas(self.file("personas.toml"))

    @cached_property
    def personas(self) -> Mapping[str, Persona]:
        """All people by id, in the order of the file, each with her care (payments.toml)."""
        return data.load_histories(self.file("payments.toml"), self.people, self.edition)

    @cached_property
    def lives(self) -> Mapping[str, Life]:
        """What is true of each person, by persona id: what the rest of the data is compared with."""
        return load_lives(self.file("lives.toml"))

    @cached_property
    def information(self) -> Mapping[str, Information]:
        """What the caisse knows of each holder of an account, by persona id."""
        return data.load_information(self.file("information.toml"), self.personas)

    @cached_property
    def letters(self) -> Mapping[str, Letter]:
        """The texts of the messages that the site sends, by kind."""
        return data.load_letters(self.file("inbox.toml"))

    @cached_property
    def caisse(self) -> Caisse:
        """What one may write to the caisse, and what it has written."""
        return data.load_caisse(self.file("messages.toml"), self.personas)

    @cached_property
    def services(self) -> Mapping[str, Service]:
        """The functions of the account by id, in the order of the file."""
        return data.load_services(self.file("services.toml"))

    @cached_property
    def processing_times(self) -> tuple[ProcessingTime, ...]:
        """How long the caisse takes, by kind of file."""
        file = self.file("processing_times.toml")
        return tuple(by_id(file, tables(file, "time"), ProcessingTime, "kind : ce délai est déjà dit", "kind").values())

    @cached_property
    def issuer(self) -> Issuer:
        """The invented caisse that gives the documents."""
        return load_issuer(self.file("documents.toml"))

    @cached_property
    def france_connect(self) -> Directory:
        """The accounts that FranceConnect takes, and whom they know."""
        return load_directory(self.file("france_connect.toml"), self.personas)

    @cached_property
    def prevention(self) -> Area:
        """The texts and the situations of « Mon espace prévention »."""
        return load_area(self.file("prevention.toml"), self.personas)

    # ---- Around the account: the public site

    @cached_property
    def neighbourhood(self) -> Neighbourhood:
        """The invented self-service machines around."""
        return self.whole("terminals.toml", "bornes", Neighbourhood)

    @cached_property
    def doctors(self) -> Doctors:
        """The invented doctors of the « Annuaire santé »."""
        return self.whole("directory.toml", "annuaire", Doctors)

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses to type, to choose and to judge."""
        return load_addresses(self.file("addresses.toml"))

    @cached_property
    def received(self) -> Mapping[str, Received]:
        """What people receive in the name of the caisse, true or false, by id."""
        return by_id(file := self.file("received.toml"), tables(file, "received"), Received)

    @cached_property
    def doors(self) -> Mapping[str, Door]:
        """The doors of the public site by id, in the order of the file."""
        return by_id(file := self.file("public_site.toml"), tables(file, "door"), Door)

    # ---- The course

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters in reading order."""
        return data.load_chapters(self.file("course.toml"))

    @cached_property
    def shared_work(self) -> tuple[SharedWork, ...]:
        """What several chapters share of a learner's work."""
        return load_shared_work(self.file("shared_work.toml"), self.chapters, self.personas)

    @cached_property
    def chapters_of_exercises(self) -> Mapping[int, tuple[Exercise, ...]]:
        """The exercises of each chapter, by its number."""
        return load_chapters_of_exercises(self.layers.files("exercises/*.toml"), self)

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises by id, in the order of the chapters."""
        return Named({exercise.id: exercise for mine in self.chapters_of_exercises.values() for exercise in mine})

    @cached_property
    def questions(self) -> Mapping[str, Asked]:
        """The questions of the chapters, by id."""
        return data.load_questions(self.file("questions.toml"))

    @cached_property
    def quizzes(self) -> Mapping[str, Quiz]:
        """The quizzes by name: the level test, and the one at the end of the course."""
        faults = Faults()
        read = {name: faults.read(lambda name=name: self._quiz(name)) for name in ("level_test", "bilan")}
        return faults.end(Named({name: quiz for name, quiz in read.items() if quiz}))

    def _quiz(self, name: str) -> Quiz:
        return course_data.load_quiz(self.file(f"{name}.toml"), self.chapters)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals of the practice of mouse and keyboard, in order."""
        return course_data.load_goals(self.file("practice.toml"))

    @cached_property
    def glossary(self) -> Mapping[str, Word]:
        """All hard words by term, in the order of the file."""
        return course_data.load_glossary(self.file("glossary.toml"))

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions that a trainer takes to a room, in the order of the file."""
        return course_data.load_sessions(self.file("sessions.toml"), self.chapters)

    @cached_property
    def kit(self) -> Kit:
        """What whoever teaches takes to a room beside the sessions."""
        return course_data.load_kit(self.file("trainer.toml"), self.chapters, self.people)

    @cached_property
    def changes(self) -> Mapping[str, Change]:
        """What has changed since an earlier edition, by id; nothing in the first one."""
        return course_data.load_changes(self.file("compared.toml"))

    @cached_property
    def _discover(self) -> tuple[dict[str, Deck], dict[str, Preparation]]:
        return load_discover(self.file("discover.toml"))

    @property
    def decks(self) -> Mapping[str, Deck]:
        """The decks of cards, by id."""
        return self._discover[0]

    @property
    def checklists(self) -> Mapping[str, Preparation]:
        """What one may check before starting, by id."""
        return self._discover[1]

    @cached_property
    def useful_links(self) -> Mapping[str, UsefulLink]:
        """The addresses where one finds help elsewhere, by id, in the order of the file."""
        return data.load_useful_links(self.file("useful_links.toml"))

    @cached_property
    def rights(self) -> Rights:
        """The exercise « À quelles aides avez-vous peut-être droit ? »."""
        return data.load_rights(self.file("rights.toml"), self.useful_links)
