"""The « bon M'T Dents » that a family prints and takes to the dentist's (domain.md §1.8)."""

from typing import TYPE_CHECKING

from atelier_ameli.documents.sheet import Sheet, owner
from atelier_ameli.prevention.prevention import Voucher
from practice.drawing.dates import day
from practice.papers.document import Document

if TYPE_CHECKING:
    from atelier_ameli.world import World


def teeth_voucher(world: "World", voucher: Voucher) -> Document:
    """Return a voucher. Its look is the exercise's own."""
    person = voucher.person
    sheet = Sheet(f"Bon M'T Dents : examen des {voucher.age} ans", world)
    sheet.heading("Pour qui ?")
    sheet.facts(
        [
            ("Prénom et nom", person.full_name),
            ("Date de naissance", day(person.birth_date)),
            ("Examen", f"{voucher.age} ans"),
            ("Ce bon est valable", f"du {day(voucher.birthday)} au {day(voucher.last)}"),
        ]
    )
    sheet.heading("Que faire ?")
    sheet.paragraph("1. Prenez rendez-vous chez le dentiste de votre choix.")
    sheet.paragraph("2. Apportez ce bon imprimé et la carte Vitale.")
    sheet.paragraph("3. Vous ne payez rien : l'examen est offert, et les soins aussi si besoin.")
    sheet.paragraph("Après la date de fin, ce bon n'est plus valable.", soft=True)
    return sheet.finish("bon mt dents", f"{voucher.age} ans", owner(person))
