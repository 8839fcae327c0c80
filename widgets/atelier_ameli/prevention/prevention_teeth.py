"""« M'T Dents »: which voucher is open for whom, and the voucher itself, to print."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.identity.personas import Persona
from atelier_ameli.prevention.prevention import Voucher, has_vouchers, next_voucher, vouchers_open
from atelier_ameli.prevention.prevention_topic import TopicPage
from practice.download import Download

if TYPE_CHECKING:
    from atelier_ameli.world import World


def _concerned(world: "World") -> list[Persona]:
    """Return the people of the account who have a voucher open or to come."""
    people, today, edition = world.beneficiaries, world.today, world.edition
    return [person for person in people if has_vouchers(person, today, edition)]


def _open(world: "World") -> dict[str, Voucher]:
    """Return the vouchers that can be printed today, by persona id."""
    found = vouchers_open(world.beneficiaries, world.today, world.edition)
    return {voucher.person.id: voucher for voucher in found}


class Teeth(TopicPage):
    """Each young person of the account: the voucher of today, the next one."""

    name = "prevention_teeth"
    template = "prevention_teeth.html"
    title = "M'T Dents"
    topic = "teeth"

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.given: tuple[str, str] | None = None  # whose voucher was just given, the name of the file

    def begin(self) -> None:
        super().begin()
        self.given = None

    @classmethod
    def why(cls, world: "World") -> str:
        names = [person.first_name for person in _concerned(world)]
        if not names:
            return ""
        return f"M'T Dents est pour les jeunes, jusqu'à {world.edition.teeth_ages[-1]} ans : {' et '.join(names)}."

    @classmethod
    def progress(cls, world: "World") -> str:
        names = [voucher.person.first_name for voucher in _open(world).values()]
        return f"Bon ouvert pour {' et '.join(names)}." if names else ""

    @property
    def people(self) -> list[tuple[Persona, Voucher | None, Voucher | None]]:
        """Each person with the voucher of today and the next one, if there are any."""
        today, edition, opened = self.world.today, self.world.edition, _open(self.world)
        return [(p, opened.get(p.id), next_voucher(p, today, edition)) for p in _concerned(self.world)]

    def handle_download_voucher(self, answers: Mapping[str, Any]) -> None:
        """Give the voucher of a person; nothing for somebody who has none today."""
        person = answers.get("person")
        voucher = _open(self.world).get(person) if isinstance(person, str) else None
        if voucher is None:
            return
        document = self.world.site.papers.teeth_voucher(self.world, voucher)
        self.download = Download(document.name, "application/pdf", document.content)
        self.given, self.focus = (voucher.person.id, document.name), "given"
        self.say = "Le bon est dans vos téléchargements."
