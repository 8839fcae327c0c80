"""What every page of the simulated site has."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from practice.facts import Fact, TableFact, one_begins
from practice.forms.fields import Form
from practice.notices import ids_of, in_words
from practice.services import Channel
from practice.world import World

if TYPE_CHECKING:
    from practice.papers.document import Document


class Downloads(list[str]):
    """The names of the files that were given since the start, the oldest first."""

    facts = (
        Fact(
            "given",
            "Comment commence le nom d'un fichier téléchargé dans l'exercice.",
            lambda files: files,
            test=one_begins,
        ),
    )


class Page:
    """A page: a template, a form or none, and one method `handle_<action>` for each thing that can be done on it.

    A handler takes the learner's answers and returns the name of the page that comes next, or None to stay.
    """

    facts: ClassVar[tuple[Fact, ...]] = (
        Fact("page", "La page à l'écran.", lambda page: page.name, among=lambda site: site.pages),
        Fact(
            "told", "Un message que la page affiche.", lambda page: ids_of(page.told), among=lambda site: site.notices
        ),
    )  #: what can be said of this page, beside what is said of each

    name: ClassVar[str]
    template: ClassVar[str]
    title: ClassVar[str]
    card: ClassVar[tuple[str, ...]] = ()  #: what the page asks for, so what the persona's card shows
    for_herself: ClassVar[bool] = False  #: the card is hers even if she is attached to somebody
    card_lines: Sequence[Any] = ()  #: what else the card shows: what this exercise wants typed
    card_story: str = ""  #: what the card tells in the place of the persona's own story
    tab: ClassVar[str] = ""  #: the tab of the account that it stands under, if it is behind the door
    head: str = ""  #: the template of what stands above it: the tabs, if it is behind the door
    site: ClassVar[str | None] = None  #: the name at its top: None is the site's own; empty: it is no page of one
    address: str = ""  #: what the simulated browser's address bar shows; empty: no browser is drawn
    types_address: ClassVar[bool] = False  #: whether one may type another address there
    tells_codes: ClassVar[bool] = False  #: whether it says itself that a code was typed elsewhere
    channel: ClassVar[Channel] = Channel.BOTH  #: where the page is
    in_app: ClassVar[bool] = True  #: whether it is of the site and the application, and no page around them
    of_the_phone: ClassVar[bool] = False  #: whether it is the phone's own, outside the application
    phone_template: ClassVar[str] = ""  #: its own look in the application, if it has one
    mailbox: ClassVar[bool] = False  #: whether the mailbox stands beside the page even when it is empty

    def __init__(self, world: World) -> None:
        self.world = world
        self.form: Form | None = None
        self.say = ""  # what a screen reader must say after the last action
        self.note = ""  # what the top of the page tells, once
        self.focus = ""  # what took the place of something else on this page, and so takes the focus: end of its id
        self.download: Document | None = None  # what the last action gives to keep

    @property
    def top(self) -> str:
        """The name at the top of the site."""
        return self.world.site.account if self.site is None else self.site

    @property
    def elsewhere(self) -> bool:
        """Whether the device in hand does not have this page."""
        return not self.channel.has(self.world.device)

    @property
    def drawing(self) -> str:
        """Return the template that draws the page on the device in hand."""
        if self.elsewhere:
            return "elsewhere.html"
        return (self.phone_template if self.phone_in_hand else "") or self.template

    @property
    def phone_in_hand(self) -> bool:
        return self.world.device is Channel.PHONE

    def switched(self) -> None:
        """Take in that the learner has taken another device in hand."""

    def step_back(self) -> bool:
        """Go one step back inside the page, as the phone's « Retour » does; say whether there was one."""
        return False

    def begin(self) -> None:
        """Forget what the action before had to say."""
        self.say = self.note = self.focus = ""
        self.download = None

    def problems(self) -> list[tuple[str, str]]:
        """Return what the summary says: the field's name and the message of each error."""
        return self.form.problems() if self.form else []

    def forms_with(self, answers: Mapping[str, Any]) -> Sequence[Form]:  # noqa: ARG002
        """Return the forms of the page as these answers would make them: a question may depend on another."""
        return [form for form in (self.form, *getattr(self, "forms", {}).values()) if form]

    @property
    def told(self) -> list[str]:
        """All that the page tells of what was just done: the summary's messages, and the top of the page."""
        return [*(message for _, message in self.problems()), self.note]

    def in_words_of_its_edition(self) -> None:
        """Put the notices that were just told in the words of the edition, where it has its own."""
        words = self.world.site.notice_words
        if not words:
            return
        self.note, self.say = in_words((self.note, self.say), words)
        for form in filter(None, (self.form, *getattr(self, "forms", {}).values())):
            form.form_errors = in_words(form.form_errors, words)
            for field in form:
                field.errors = in_words(field.errors, words)

    def place(self) -> dict[str, Any]:
        """Return what is needed to come back here, as plain JSON without any secret."""
        return {"page": self.name, "answers": self.form.draft() if self.form else {}}

    @classmethod
    def can_start(cls, person: Any) -> bool:  # noqa: ARG003
        """Say whether whoever plays this person can start here."""
        return True

    @classmethod
    def open_first(cls, world: World) -> None:
        """Do what must have been done before, when a session starts here."""

    @classmethod
    def reachable(cls, world: World) -> bool:  # noqa: ARG003
        """Say whether a reload may lead straight here."""
        return True

    @classmethod
    def resume(cls, world: World, place: Mapping[str, Any]) -> Self:  # noqa: ARG003
        """Return the page as `place` left it."""
        return cls(world)


class FormPage(Page):
    """A page with a form, whose answers are there again after a reload."""

    facts = (
        TableFact(
            "filled",
            "Ce qui est écrit dans les cases de la page.",
            lambda page: [{field.name: field.data for field in page.form or () if not field.secret}],
            parts=lambda site: dict.fromkeys(_typed_on(site), ()),
        ),
    )
    form_class: ClassVar[type[Form]]

    def __init__(self, world: World, answers: Mapping[str, Any] | None = None) -> None:
        super().__init__(world)
        self.fill(answers or {})

    def fill(self, answers: Mapping[str, Any]) -> Form:
        """Put the learner's answers into the page's form, and return it."""
        self.form = self.form_class.read(answers)
        return self.form

    @classmethod
    def resume(cls, world: World, place: Mapping[str, Any]) -> Self:
        answers = place.get("answers")
        answers = answers if isinstance(answers, dict) else {}
        page = cls(world, answers)
        if answers and not page.form.validate():
            refused = {name for name, _ in page.problems()}
            page = cls(world, {n: a for n, a in answers.items() if n not in refused})
        return page


def _typed_on(site: Any) -> list[str]:
    """Return the names of what is typed on the pages of a site."""
    forms = [page.form_class for page in site.pages.values() if hasattr(page, "form_class")]
    return [field.name for form in forms for field in form.read({}) if not field.secret]
