"""The papers that a request ends in, by the name that its data file gives them."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from atelier_ameli import draw
from atelier_ameli.documents.sheet import Document, Sheet
from atelier_ameli.documents.solidarity import solidarity_certificate
from atelier_ameli.documents.words import short
from atelier_ameli.domain.follow_up import Followed
from atelier_ameli.domain.periods import months_before
from atelier_ameli.domain.simulation import Simulation

_CERTIFICATE_MONTHS = 3  # https://lesbonsspots.com/?p=239 (domain.md §1.7, row 3)


class Paper(NamedTuple):
    """A paper: what its button says, what makes it."""

    title: str
    make: Callable[[Simulation, Followed], Document]


def european_certificate(simulation: Simulation, one: Followed) -> Document:
    """Make the certificate that stands for the European card for three months: one paper, a line for each person."""
    since = one.sent.at.date()
    until = months_before(since, -_CERTIFICATE_MONTHS) - timedelta(days=1)
    people = [p for p in one.case.covered if p.id in one.sent.answers["travellers"]]
    sheet = Sheet("Certificat provisoire de remplacement de la carte européenne", simulation)
    sheet.facts([("Valable", f"du {draw.day(since)} au {draw.day(until)}"), ("Demande", one.sent.reference)])
    sheet.heading("Personnes couvertes")
    rows = [(p.full_name, short(p.birth_date)) for p in people]
    sheet.grid(("Prénom et nom", "Naissance"), rows, (120, 54), numbers=0)
    sheet.paragraph("Présentez ce certificat au médecin ou à l'hôpital, dans un pays d'Europe.", soft=True)
    return sheet.finish("certificat provisoire", one.sent.reference)


PAPERS = {
    "european_certificate": Paper("le certificat provisoire", european_certificate),
    "solidarity_certificate": Paper("l'attestation", solidarity_certificate),
}
