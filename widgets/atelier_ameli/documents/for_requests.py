"""The papers that a request ends in, by the name that its data file gives them."""

from datetime import timedelta
from typing import TYPE_CHECKING

from atelier_ameli.documents.sheet import Sheet
from atelier_ameli.documents.solidarity import solidarity_certificate
from practice.drawing.dates import day, months_before
from practice.papers.document import Document
from practice.papers.words import short
from practice.procedures.follow_up import Followed

if TYPE_CHECKING:
    from atelier_ameli.world import World

_CERTIFICATE_MONTHS = 3  # https://lesbonsspots.com/?p=239 (domain.md §1.7, row 3)


def european_certificate(world: "World", one: Followed) -> Document:
    """Make the certificate that stands for the European card for three months: one paper, a line for each person."""
    since = one.sent.at.date()
    until = months_before(since, -_CERTIFICATE_MONTHS) - timedelta(days=1)
    people = [p for p in one.case.covered if p.id in one.sent.answers["travellers"]]
    sheet = Sheet("Certificat provisoire de remplacement de la carte européenne", world)
    sheet.facts([("Valable", f"du {day(since)} au {day(until)}"), ("Demande", one.sent.reference)])
    sheet.heading("Personnes couvertes")
    rows = [(p.full_name, short(p.birth_date)) for p in people]
    sheet.grid(("Prénom et nom", "Naissance"), rows, (120, 54), numbers=0)
    sheet.paragraph("Présentez ce certificat au médecin ou à l'hôpital, dans un pays d'Europe.", soft=True)
    return sheet.finish("certificat provisoire", one.sent.reference)


def procuration(world: "World", one: Followed) -> Document:
    """Make the paper that somebody else shows at the counter, in the place of the holder of the account."""
    said = one.said
    sheet = Sheet("Procuration pour l'accueil de la caisse", world)
    days = f"du {day(one.sent.at.date())} au {said['until']}"
    sheet.facts([("Personne choisie", said["helper"]), ("Valable", days), ("Demande", one.sent.reference)])
    sheet.heading("Sujets")
    field = next(field for step in one.request.steps for field in step.fields if field.name == "subjects")
    for choice in field.options:
        if choice.name in one.sent.answers["subjects"]:
            sheet.paragraph(choice.label)
    sheet.paragraph("À montrer imprimée, à l'accueil de la caisse. Elle ne donne pas accès au compte.", soft=True)
    return sheet.finish("procuration", one.sent.reference)


#: by the names of `PAPERS`: what makes each
MAKERS = {
    "european_certificate": european_certificate,
    "procuration": procuration,
    "solidarity_certificate": solidarity_certificate,
}
