"""Site: all that a practice copy gives a session to live by. Nothing of it is read late, or twice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar, Self

import jinja2

from practice.checking.references import lacking, wording_faults
from practice.course.outline.at_home import at_home_of
from practice.course.outline.statement import simulated_of, statement_of
from practice.course.resume.frozen import lists_of, resume_faults
from practice.drawing import stylesheets
from practice.drawing.amounts import euros
from practice.drawing.dates import weekday
from practice.drawing.templates import environment
from practice.forms.documents import notices_of as notices_of_folder
from practice.forms.folder import Folder
from practice.forms.pictures import picture_notice
from practice.kept import Names
from practice.loading.documents import Documents
from practice.loading.faults import DataError, Fault
from practice.loading.layers import LayeredFile, Layers
from practice.loading.tellings import tellings
from practice.loading.toml_files import read, structure
from practice.loading.toml_text import read_toml
from practice.notices import Notice, declared
from practice.phone.app_store import Store
from practice.phone.pictures import Pictures
from practice.procedures.declared import Request
from practice.procedures.declared_form import empty_notices
from practice.procedures.kinds import KINDS, Kind
from practice.procedures.loading_requests import load_groups, load_procedures
from practice.procedures.procedure import Procedure
from practice.procedures.rules import Rules

EDITION = "edition.toml"
_NOTICES = "notices.toml"
EDITION_VARIABLE = "ATELIER_EDITION"  #: of the environment: the year that an executed notebook shows
_HERE = Path(__file__).parent
_COURSE = ("discovery", "exercises", "outline", "progress", "questions", "resume", "words")
_AROUND = ("pages", "forms", "procedures", "mail", "phone", "browser", "doors/slides", "doors/sheets", "static")
_ROOMS = (*_AROUND, *(f"course/{room}" for room in _COURSE))
_FACES = tuple(_HERE / room for room in _ROOMS)  #: folders of the engine's own templates and styles


class Site:
    """The practice copy of one year of a site. Each cached attribute is read when first asked for, and kept.

    A child says where its data is, and adds an attribute for each thing that its pages live by. Parameters: the
    edition's name, and its layers, the ground first. Every attribute raises DataError for a file that cannot be used.
    """

    name: ClassVar[str]  #: in the names of what a browser keeps
    data: ClassVar[Path]  #: the ground; `editions/` in it has a folder for each year
    usual_edition: ClassVar[str]
    notebooks: ClassVar[Path]  #: where its chapters are
    title: ClassVar[str]  #: of its course
    account: ClassVar[str]  #: the name at the top of its own pages
    false_link: ClassVar[str] = ""  #: what is told of a link that leads elsewhere, if a letter has one
    people_file: ClassVar[str] = "personas.toml"  #: its one list says who has a clock of her own
    as_told: ClassVar[tuple[str, ...]] = ()  #: data files whose dates are our own world's: no edition moves them
    tabs: ClassVar[Sequence[tuple[str, str]]] = ()  #: of its account: the name of each page, and what its tab says
    phone_tabs: ClassVar[Sequence[tuple[str, str]]] = ()  #: the menu of its application
    door: ClassVar[str] = ""  #: the page where one signs in, which signing out leads to
    account_address: ClassVar[str] = ""  #: in the address bar, behind the door; empty: no browser is drawn
    browser_page: ClassVar[str] = ""  #: the page of a browser where any address can be visited, if there is one
    front_page: ClassVar[str] = ""  #: its public page, which « Page précédente » leads to from its door, if it has one
    phone_page: ClassVar[str] = ""  #: the first screen of the drawn phone, if the site has an application
    recipient: ClassVar[str] = "le service"  #: who receives the requests that are sent
    search_example: ClassVar[str] = "déménagement"  #: what may be typed to search the catalogue of requests
    rules: ClassVar[Mapping[str, type[Rules]]] = {}  #: of the requests that have some of their own, by id
    kinds: ClassVar[Mapping[str, Kind]] = KINDS  #: of questions that a request may ask, by name
    request_papers: ClassVar[Mapping[str, str]] = {}  #: what a request may end in, by name: what its button says
    home: ClassVar[str]  #: the name of the notebook that is the course's home page
    compared: ClassVar[str] = ""  #: that of the one that shows what has changed since an earlier edition, if one does
    faces: ClassVar[tuple[Path, ...]]  #: folders of the site's own templates and styles
    world: ClassVar[Callable[..., Any]]  #: its kind of `practice.world.World`
    pages: ClassVar[Mapping[str, Any]]  #: its pages, by name: kinds of `practice.pages.page.Page`
    facts: ClassVar[Mapping[str, Any]]  #: what exercises may say, by name: see `practice.facts`
    envelope: ClassVar[Callable[..., Any] | None] = None  #: what a tablet of a room gets on paper, for a persona's id
    kit: Any = None  #: what whoever teaches takes to a room (practice/course/outline/kit.py), if it has one
    statement = cached_property(statement_of)  #: of accessibility, if it has one
    simulated = cached_property(simulated_of)  #: what is simulated in it, and what is not, if it says so
    at_home = cached_property(at_home_of)  #: where the course is at a host, if whoever teaches has said it
    resume_lists = cached_property(lists_of)  #: what resume codes speak of, by number
    chapters_of_exercises: ClassVar[Mapping[int, Any]] = {}  #: its exercises by chapter, if they follow chapters
    changes: Any = {}  #: since an earlier edition, by id (practice/course/outline/compared.py), if they are told  # noqa: RUF012
    questions: ClassVar[Mapping[str, Any]] = {}  #: what its chapters ask, by name, if they ask anything
    late: ClassVar[tuple[str, ...]] = ()  #: modules that are imported when they are first used
    filters: ClassVar[Mapping[str, Callable[..., Any]]] = {}  #: what its templates know besides the engine's
    _loaded: ClassVar[dict[str, Any]]  #: its editions by name, each once
    shared_work: Any = ()  #: what several chapters share: see `practice.course.outline.shared_work`

    def __init__(self, year: str, layers: Layers) -> None:
        self.year = year
        self.layers = layers
        self.names = Names(self.name, year)  #: of what a browser keeps

    @classmethod
    def load(cls, edition: str | None = None, documents: Documents | None = None) -> Self:
        """Return an edition of `data/editions/`, the usual one without a name; the same each time. Raises DataError.

        `documents` parse its files, for whoever reads several editions, if it is not loaded yet.
        """
        year = cls.usual_edition if edition is None else edition
        if year not in cls._loaded:
            if year not in cls.years():
                why = f"cette édition n'existe pas, il y a : {', '.join(cls.years())}"
                raise DataError(cls.data / "editions", year, why)
            cls._loaded[year] = cls.laid(cls.data / "editions" / year, documents)
        return cls._loaded[year]

    def __init_subclass__(cls) -> None:
        cls._loaded = {}

    @classmethod
    def years(cls) -> tuple[str, ...]:
        """Return the names of the editions of `data/editions/`."""
        return tuple(sorted(file.parent.name for file in cls.data.glob(f"editions/*/{EDITION}")))

    @classmethod
    def laid(cls, folder: Path, documents: Documents | None = None) -> Self:
        """Return the edition of a folder, wherever it stands, laid over the one that it is based on."""
        documents, layers = documents or Documents(), [folder]
        while based_on := read_toml(layers[0] / EDITION, documents).get("based_on"):
            ground = cls.data / "editions" / str(based_on)
            if ground in layers or not (ground / EDITION).is_file():
                why = "serait posée sur elle-même" if ground in layers else "n'existe pas"
                raise DataError(layers[0] / EDITION, "based_on", f"l'édition « {based_on} » {why}")
            layers.insert(0, ground)
        folders = (cls.data, *layers)
        told = tellings(folders, cls.people_file, documents)
        return cls(folder.name, Layers(folders, told, cls.as_told, documents))

    def __repr__(self) -> str:
        return f"{type(self).__name__}.load({self.year!r})"

    def read_all(self) -> None:
        """Read everything, and compile all templates: from now on no file is opened, save modules. Raises DataError."""
        for cls in type(self).__mro__:
            for name, attribute in vars(cls).items():
                if isinstance(attribute, cached_property):
                    getattr(self, name)
        for template in self._environment.list_templates(extensions=["html", "svg"]):
            self._environment.get_template(template)
        self.stylesheet()
        self.layers = replace(self.layers, documents=Documents())  # nothing is parsed again
        weekday(date.min)  # Babel reads its French with its first words
        euros(Decimal())

    def import_late(self) -> None:
        """Import what would be imported when it is first used."""
        for module in self.late:
            import_module(module)

    @classmethod
    def stylesheets(cls) -> tuple[Path, ...]:
        """Return the files that make the look of the screens, the tokens first."""
        return stylesheets.sheets((*_FACES, *cls.faces))

    @classmethod
    def stylesheet(cls, *names: str) -> str:
        """Return the look of the screens, or only these files of it."""
        return "\n".join(stylesheets.text(file) for file in cls.stylesheets() if not names or file.name in names)

    def card(self, world: Any, page: Any) -> Any:
        """Return the card of the persona who is played, with what this page asks for."""
        raise NotImplementedError

    def page_of_link(self, world: Any, message: Any) -> str:
        """Follow the link of a message; return the name of the page that it opens."""
        raise NotImplementedError

    def sheet(self, title: str, world: Any) -> Any:
        """Return a paper of the site, a `practice.papers.paper.Paper`, with its letterhead and a title."""
        raise NotImplementedError

    def request_paper(self, name: str, world: Any, one: Any) -> Any:
        """Return one of `request_papers`, a `practice.papers.document.Document`, for a request sent."""
        raise NotImplementedError

    # ---- Requests

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups of the catalogue in their order; none for a site without requests."""
        return load_groups(self.file("catalogue.toml")) if self.has("catalogue.toml") else ()

    @cached_property
    def procedures(self) -> Mapping[str, Procedure]:
        """The catalogue by id, group by group, in the order of each group's titles: requests with their rules."""
        return load_procedures(self)

    @cached_property
    def requests(self) -> Mapping[str, Request]:
        """What the data files declare of each procedure, in the same order."""
        return {name: one.request for name, one in self.procedures.items()}

    def template_of(self, request: Request) -> str:
        """Return the template that a request brings along, or one that adds nothing."""
        name = f"{request.id}.html"
        return name if name in self.template_names else "request_plain.html"

    @cached_property
    def folder(self) -> Folder | None:
        """The invented documents that learners pick from, if there are any."""
        return self.whole("folder.toml", "papers", Folder) if self.has("folder.toml") else None

    @cached_property
    def store(self) -> Store | None:
        """The drawn phone's shop of applications, if there is one."""
        return self.whole("store.toml", "magasin", Store) if self.has("store.toml") else None

    @cached_property
    def pictures(self) -> Pictures | None:
        """The photos of the drawn phone, and what is said of a picture, if there are any."""
        return self.whole("pictures.toml", "photos", Pictures) if self.has("pictures.toml") else None

    @cached_property
    def notices(self) -> Mapping[str, Notice]:
        """All that its pages may tell when something is wrong, by id: what modules declare, and what the data says."""
        found = [
            *declared("practice", self.offers.__name__).values(),
            *empty_notices(self.requests.values(), self.kinds),
            *(picture_notice(words) for words in (self.pictures.faults if self.pictures else ())),
            *(notices_of_folder(self.folder) if self.folder else ()),
        ]
        return {notice.id: notice.in_words(self.notice_words) for notice in found}

    @cached_property
    def notice_words(self) -> Mapping[str, str]:
        """What this edition says otherwise than the code, by the id of the notice."""
        return self.whole(_NOTICES, "messages", dict[str, str]) if self.has(_NOTICES) else {}

    @property
    def offers(self) -> ModuleType:
        """The package that chapters import from: what its `__all__` names."""
        return import_module(type(self).__module__.rpartition(".")[0])

    def file(self, name: str) -> LayeredFile:
        """Return a data file, by its name."""
        return self.layers.file(name)

    def has(self, name: str) -> bool:
        """Say whether there is such a data file."""
        return self.file(name).paths[0].is_file()

    def whole(self, name: str, entry: str, into: type) -> Any:
        """Return a data file that is one object."""
        file = self.file(name)
        return structure(file, entry, read(file), into)

    @cached_property
    def _environment(self) -> jinja2.Environment:
        laid = [folder / name for folder in self.layers.folders[::-1] for name in ("templates", "requests")]
        return environment([*laid, *self.faces, *_FACES], self.filters)

    @property
    def drawings(self) -> frozenset[str]:
        """The names of the pictures that its screens may show."""
        return frozenset(path.stem for folder in (*self.faces, *_FACES) for path in folder.glob("*.svg"))

    @cached_property
    def template_names(self) -> frozenset[str]:
        """The names of all templates."""
        return frozenset(self._environment.list_templates(extensions=["html"]))

    def compile(self, template: str) -> None:
        """Read a template. Raises what Jinja raises for one that is badly written."""
        self._environment.get_template(template)

    def faults(self) -> Iterator[Fault]:
        """Yield what a file names that another should have: a child knows which, besides those of the requests."""
        for request in self.requests.values():
            file = self.file(f"requests/{request.id}.toml")
            yield from lacking(file, request.id, "page", [request.page], self.pages)
            yield from lacking(file, request.id, "mail", [request.mail], self.letters)
            for card in request.cards:
                yield from lacking(file, request.id, "persona", [card.persona], self.personas)
        yield from resume_faults(self)
        yield from wording_faults(self.file(_NOTICES), self.notice_words, declared("practice", self.offers.__name__))
        drawings = self.drawings
        for paper in self.folder.papers if self.folder else ():
            yield from lacking(self.file("folder.toml"), paper.id, "picture", [paper.picture], drawings)

    def notebook_faults(self) -> Iterator[Fault]:
        """Yield what the list of chapters and the site's own notebooks do not say alike."""
        yield from ()

    def draw(self, template: str, **context: object) -> str:
        """Return the HTML of a template: the edition's own, a request's, the site's, or the engine's."""
        return self._environment.get_template(template).render(context)
