"""The shop of applications of the drawn phone (data/store.toml): the course's application among its look-alikes."""

from dataclasses import dataclass

from practice.phone.handset import Look, Permission


@dataclass(frozen=True)
class App:
    """An application of the shop. The right one has no `refused`: what is said of the others when they are chosen."""

    id: str
    title: str
    publisher: str
    downloads: str
    rating: str
    price: str
    summary: str
    icon: str
    words: tuple[str, ...]
    advert: bool = False  #: shown first because its publisher pays for it
    refused: str = ""

    @property
    def right(self) -> bool:
        return not self.refused


@dataclass(frozen=True)
class Icon:
    """An icon of the phone's first screen that is there to be seen only."""

    name: str
    icon: str


@dataclass(frozen=True)
class StoreLook:
    """The words of the shop on one kind of phone."""

    id: Look
    kind: str  #: what the learner chooses: « Comme un Android »
    told: str  #: what is said of it
    search: str  #: the label of the search
    get: str  #: the button that installs
    fetching: str
    open: str
    remove: str
    confirm: str = ""  #: what is asked before it installs; empty when nothing is


@dataclass(frozen=True)
class Ask:
    """What the application asks when it is first opened. `refused`: what changes, and what does not, without it."""

    id: Permission
    title: str
    why: str
    refused: str


@dataclass(frozen=True)
class Store:
    """The whole shop, and the icons beside it."""

    looks: tuple[StoreLook, ...]
    checks: tuple[str, ...]  #: how to tell the right application
    apps: tuple[App, ...]
    icons: tuple[Icon, ...]
    asks: tuple[Ask, ...]

    def __post_init__(self) -> None:
        """Refuse two applications of one name, more than one right one, and a phone or a permission left out."""
        ids = [app.id for app in self.apps]
        if len(ids) != len(set(ids)):
            raise ValueError("apps : deux applications ont le même id")
        if sum(app.right for app in self.apps) != 1:
            raise ValueError("apps : une seule application est la bonne, les autres disent pourquoi avec « refused »")
        if [look.id for look in self.looks] != list(Look):
            raise ValueError("looks : il faut plain, android et iphone, dans cet ordre")
        if [ask.id for ask in self.asks] != list(Permission):
            raise ValueError("asks : il faut notifications, camera et photos, dans cet ordre")

    @property
    def right(self) -> App:
        return next(app for app in self.apps if app.right)

    def app(self, name: object) -> App | None:
        return next((app for app in self.apps if app.id == name), None)

    def look(self, look: Look) -> StoreLook:
        return next(one for one in self.looks if one.id is look)

    def ask(self, permission: Permission) -> Ask:
        return next(ask for ask in self.asks if ask.id is permission)
