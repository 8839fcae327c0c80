"""The catalogue of what can be asked for, searched in the learner's own words."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from practice.facts import Fact
from practice.forms.fields import Form, TextField
from practice.notices import notice
from practice.pages.account_page import AccountPage
from practice.procedures import projection
from practice.procedures.catalogue import search
from practice.procedures.declared import Request
from practice.procedures.follow_up import Followed
from practice.services import Channel
from practice.world import World

_NOTHING_TYPED = notice("words_empty", "Écrivez un mot, par exemple « {example} ».")
CHANNEL_WORDS = {
    Channel.BOTH: "Sur l'ordinateur et dans l'application du téléphone.",
    Channel.COMPUTER: "Seulement sur l'ordinateur.",
    Channel.PHONE: "Seulement dans l'application du téléphone.",
}


class SearchForm(Form):
    """What the learner is looking for."""

    words = TextField("Que voulez-vous faire ?", empty=_NOTHING_TYPED)


class Requests(AccountPage):
    """Everything that can be asked for, in groups; what is half done and what is under way stand first."""

    name = "requests"
    template = "requests.html"
    tab = "requests"
    facts = (
        Fact(
            "found",
            "Une démarche que la recherche a trouvée.",
            lambda page: [one.id for one in page.found or ()],
            among=lambda site: site.requests,
        ),
    )

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.form = SearchForm()
        self.found: tuple[Request, ...] | None = None  # what was looked for; none before a search

    def handle_search(self, answers: Mapping[str, Any]) -> None:
        self.form = SearchForm.read(answers)
        self.form.words.empty = _NOTHING_TYPED.format(example=self.world.site.search_example)
        self.found = None
        if self.form.validate():
            self.found = search(tuple(self.world.site.requests.values()), self.form.words.data)
            self.focus = "found"

    def handle_show_all(self, _: Mapping[str, Any]) -> None:
        self.form, self.found, self.focus = SearchForm(), None, "all"

    @property
    def title(self) -> str:
        """What its tab says."""
        return dict(self.tabs)[self.tab]

    def where(self, request: Request) -> str:
        """Return the words that say which device has a request; none on a site without an application."""
        return CHANNEL_WORDS[request.channel] if self.world.site.phone_page else ""

    @property
    def groups(self) -> list[tuple[str, list[Request]]]:
        """Each group with its requests."""
        return [
            (name, list(found))
            for name, found in groupby(self.world.site.requests.values(), lambda request: request.group)
        ]

    @property
    def drafts(self) -> list[Request]:
        """The requests half filled in, of the account that is open."""
        drafts = self.world.requests.drafts
        return [self.world.site.requests[draft.request] for draft in drafts if draft.writer == self.world.signed_in.id]

    @property
    def under_way(self) -> list[Followed]:
        """The requests sent and not finished, newest first."""
        return [one for one in reversed(projection.followed(self.world)) if not one.finished]
