"""The shop of applications of the drawn phone: search, tell the right application, install it (seed, « Canaux »)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.app.phone_home import STORE, front_of_app
from practice.facts import Fact
from practice.forms.fields import Form, TextField
from practice.notices import notice
from practice.pages.page import Page
from practice.phone.app_store import App, StoreLook
from practice.phone.handset import Look
from practice.procedures.catalogue import search
from practice.services import Channel

if TYPE_CHECKING:
    from atelier_ameli.world import World

_WRONG = notice(
    "wrong_app",
    "Rien n'est installé, et rien n'est perdu. {why} Revenez à la liste, puis cherchez l'éditeur « {publisher} ».",
)
_THERE = "L'application est installée. Touchez « {open} »."
_STOPPED = notice("fetching_stopped", "Le téléchargement est arrêté. Rien n'est installé.")
_GONE = notice("app_removed", "L'application n'est plus sur le téléphone. Votre compte existe toujours.")


class SearchForm(Form):
    """What one is looking for."""

    wanted = TextField("", empty=notice("app_empty", "Tapez le nom de l'application : ameli."))


class Store(Page):
    """The search, its results, or one application."""

    name = "store"
    template = "store.html"
    title = STORE
    channel = Channel.PHONE
    of_the_phone = True
    facts = (
        Fact(
            "app_listed",
            "Une application qui est dans la liste des résultats.",
            lambda page: page.listed,
            among=lambda site: [app.id for app in site.store.apps],
        ),
        Fact(
            "app",
            "L'application dont la page est ouverte.",
            lambda page: page.app and page.app.id,
            among=lambda site: [app.id for app in site.store.apps],
        ),
    )

    def __init__(self, world: "World", typed: str = "") -> None:
        super().__init__(world)
        self.app: App | None = None  # the one looked at
        self.confirming = False  # the phone asks whether it is really its owner
        self._find({"wanted": typed})
        if not typed:
            self.form, self.found = self._form({}), None

    def handle_look(self, answers: Mapping[str, Any]) -> None:
        """Take a phone of another kind; the words and the layout of the shop change."""
        look = next((look.id for look in self.looks if look.id == answers.get("look")), self.look.id)
        handset = self.world.handset
        self.world.handset = type(handset)(look, handset.fetched, handset.opened, handset.answers)
        self.form.wanted.label.text = self.look.search
        self.confirming, self.focus, self.say = False, f"look-{look}", self.look.told

    def handle_search_store(self, answers: Mapping[str, Any]) -> None:
        self._find(answers)

    def handle_look_at(self, answers: Mapping[str, Any]) -> None:
        """Open the page of an application."""
        self.app = self.world.site.store.app(answers.get("app"))
        self.confirming, self.focus = False, "app" if self.app else "title"

    def handle_results(self, _: Mapping[str, Any]) -> None:
        """Go back to the list."""
        self.step_back()

    def step_back(self) -> bool:
        if self.app is None:
            return False
        self.app, self.confirming, self.focus = None, False, "found" if self.found is not None else "title"
        return True

    def handle_get(self, _: Mapping[str, Any]) -> None:
        """Begin to install the right application; say kindly what is wrong with another."""
        if self.app is None:
            return
        if not self.app.right:
            self.note = _WRONG.format(why=self.app.refused, publisher=self.world.site.store.right.publisher)
            self.focus = "note"
        elif self.look.confirm and not self.confirming:
            self.confirming, self.focus = True, "confirm"
        elif self.world.handset.fetched is None:
            self._fetch()

    def handle_fetch(self, _: Mapping[str, Any]) -> None:
        """Let the download go on."""
        if self.world.handset.fetched is not None:
            self._fetch()

    def handle_remove(self, _: Mapping[str, Any]) -> None:
        """Stop the download, or take the application away."""
        self.note, self.focus = _GONE if self.world.handset.installed else _STOPPED, "note"
        self.world.handset = self.world.handset.without_app()
        self.confirming = False

    def handle_launch(self, _: Mapping[str, Any]) -> str | None:
        return front_of_app(self.world) if self.world.handset.installed else None

    @property
    def listed(self) -> list[str]:
        """The applications in the list on the screen, by id."""
        return [] if self.app else [app.id for app in self.found or ()]

    @property
    def looks(self) -> tuple[StoreLook, ...]:
        return self.world.site.store.looks

    @property
    def look(self) -> StoreLook:
        return self.world.site.store.look(Look(self.world.handset.look))

    @property
    def checks(self) -> tuple[str, ...]:
        return self.world.site.store.checks

    def place(self) -> dict[str, Any]:
        return {"page": self.name, **self.form.draft(), "app": self.app and self.app.id}

    @classmethod
    def resume(cls, world: "World", place: Mapping[str, Any]) -> Self:
        typed = place.get("wanted")
        page = cls(world, typed if isinstance(typed, str) else "")
        page.handle_look_at(place)
        page.begin()
        return page

    def _fetch(self) -> None:
        self.confirming = False
        self.world.handset = self.world.handset.fetching()
        if self.world.handset.installed:
            self.note = _THERE.format(open=self.look.open)
        self.focus = "note" if self.world.handset.installed else "fetching"

    def _find(self, answers: Mapping[str, Any]) -> None:
        self.form, self.found, self.app = self._form(answers), None, None
        if self.form.validate():
            self.found = search(self.world.site.store.apps, self.form.wanted.data)
            self.focus = "found"

    def _form(self, answers: Mapping[str, Any]) -> SearchForm:
        form = SearchForm.read(answers)
        form.wanted.label.text = self.look.search
        return form
