"""« Mes démarches »: the catalogue, searched in one's own words (seed, « Je réalise des demandes en ligne »)."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from atelier_ameli.procedures import record
from atelier_ameli.procedures.follow_up import Followed
from atelier_ameli.procedures.requests import Request
from atelier_ameli.world import World
from practice.facts import Fact
from practice.forms.fields import Form, TextField
from practice.notices import notice
from practice.pages.account_page import AccountPage
from practice.procedures.catalogue import search
from practice.services import Channel

CHANNEL_WORDS = {
    Channel.BOTH: "Sur l'ordinateur et dans l'application du téléphone.",
    Channel.COMPUTER: "Seulement sur l'ordinateur.",
    Channel.PHONE: "Seulement dans l'application du téléphone.",
}


class SearchForm(Form):
    """What one is looking for."""

    words = TextField(
        "Que voulez-vous faire ?",
        empty=notice("words_empty", "Écrivez un mot, par exemple « déménagement »."),
    )


class Requests(AccountPage):
    """Everything that can be asked of the caisse, in groups; what is half done and what is under way stand first."""

    name = "requests"
    template = "requests.html"
    title = "Mes démarches"
    tab = "requests"
    facts = (
        Fact(
            "found",
            "Une démarche que la recherche a trouvée.",
            lambda page: [one.id for one in page.found or ()],
            among=lambda site: site.requests,
        ),
    )
    channel_words = CHANNEL_WORDS

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.form = SearchForm()
        self.found: tuple[Request, ...] | None = None  # what was looked for; none before a search

    def handle_search(self, answers: Mapping[str, Any]) -> None:
        self.form = SearchForm.read(answers)
        self.found = None
        if self.form.validate():
            self.found = search(tuple(self.world.site.requests.values()), self.form.words.data)
            self.focus = "found"

    def handle_show_all(self, _: Mapping[str, Any]) -> None:
        self.form, self.found, self.focus = SearchForm(), None, "all"

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
        return [one for one in reversed(record.followed(self.world)) if not one.finished]
