"""« M'T Dents »: whom it is offered to today. Where the edition has a form (`teeth_form`), it is a voucher to print."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.identity.personas import Persona
from atelier_ameli.prevention.prevention import Voucher, has_vouchers, next_voucher, vouchers_open
from atelier_ameli.prevention.prevention_topic import TopicPage
from practice.facts import Fact

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
    facts = (
        Fact(
            "visit",
            "Pour qui on lit comment prendre le rendez-vous chez le dentiste.",
            lambda page: page.explained,
            among=lambda site: site.personas,
        ),
    )

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.given: tuple[str, str] | None = None  # whose voucher was just given, the name of the file
        self.explained = ""  # to whose visit the explanations were opened: a persona's id

    def begin(self) -> None:
        super().begin()
        self.given, self.explained = None, ""

    @classmethod
    def why(cls, world: "World") -> str:
        names = [person.first_name for person in _concerned(world)]
        if not names:
            return ""
        return f"M'T Dents est pour les jeunes, jusqu'à {world.edition.teeth_ages[-1]} ans : {' et '.join(names)}."

    @classmethod
    def progress(cls, world: "World") -> str:
        names = [voucher.person.first_name for voucher in _open(world).values()]
        offered = "Bon ouvert" if world.edition.teeth_form else "Rendez-vous offert"
        return f"{offered} pour {' et '.join(names)}." if names else ""

    @property
    def people(self) -> list[tuple[Persona, Voucher | None, Voucher | None]]:
        """Each person with the voucher of today and the next one, if there are any."""
        today, edition, opened = self.world.today, self.world.edition, _open(self.world)
        return [(p, opened.get(p.id), next_voucher(p, today, edition)) for p in _concerned(self.world)]

    def handle_download_voucher(self, answers: Mapping[str, Any]) -> None:
        """Give the voucher of a person; nothing for somebody who has none today."""
        person = answers.get("person")
        voucher = _open(self.world).get(person) if isinstance(person, str) else None
        if voucher is None or not self.world.edition.teeth_form:
            return
        document = self.world.site.papers.teeth_voucher(self.world, voucher)
        self.download = document
        self.given, self.focus = (voucher.person.id, document.name), "given"
        self.say = "Le bon est dans vos téléchargements."

    def handle_explain(self, answers: Mapping[str, Any]) -> None:
        """Tell how to take the visit that is offered to a person, where no form is asked for."""
        person = answers.get("person")
        if not self.world.edition.teeth_form and isinstance(person, str) and person in _open(self.world):
            self.explained, self.focus = person, "how"
