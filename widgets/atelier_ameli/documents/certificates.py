"""What the caisse certifies: open rights, daily allowances paid, sums to declare (seed; domain.md §1.6)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from atelier_ameli.documents.sheet import Sheet, owner
from atelier_ameli.identity.personas import Persona
from atelier_ameli.payments.payments import DailyAllowances, Payment, paid_allowances, total
from practice.drawing.dates import day, months_before
from practice.papers.document import Document
from practice.papers.words import euros, short

if TYPE_CHECKING:
    from atelier_ameli.world import World


def rights_certificate(world: "World", chosen: Sequence[Persona]) -> Document:
    """Certify the rights of some of the people of the account. The holder has rank 01, the others follow."""
    people = world.beneficiaries
    holder, since = people[0], world.today
    until = months_before(since, -world.site.issuer.rights_months) - timedelta(days=1)
    doctor = "déclaré" if holder.history.primary_doctor else "non déclaré"
    sheet = Sheet("Attestation de droits à l'Assurance Maladie", world)
    sheet.facts(
        [
            ("Code de la caisse", world.site.issuer.code),
            ("Droits ouverts", f"du {day(since)} au {day(until)}"),
            ("Médecin traitant", doctor),
        ]
    )
    sheet.heading("Personnes concernées")
    ranks = [(f"{rank:02}", person) for rank, person in enumerate(people, 1) if person in chosen]
    rows = [(rank, p.full_name, short(p.birth_date), _tie(p, holder), doctor) for rank, p in ranks]
    heads = ("Rang", "Prénom et nom", "Naissance", "Lien", "Médecin traitant")
    sheet.grid(heads, rows, (14, 56, 30, 38, 36), numbers=0)
    sheet.paragraph("Le rang 01 est celui de l'assuré. Ceux qui lui sont rattachés ont les rangs suivants.", soft=True)
    sheet.paragraph("Un professionnel de santé ou une mutuelle peut vous demander cette attestation.", soft=True)
    return sheet.finish("attestation de droits", owner(holder))


def allowances_certificate(world: "World", start: date, end: date) -> Document:
    """Certify the daily allowances paid in a period."""
    paid = paid_allowances(world.payments, start, end)
    sheet = Sheet("Attestation de paiement d'indemnités journalières", world)
    sheet.facts([("Paiements reçus", f"du {day(start)} au {day(end)}")])
    sheet.heading("Indemnités journalières versées")
    rows = [
        (short(p.date), _days(covered), str(covered.days), euros(covered.daily_amount), euros(p.amount))
        for p in paid
        if (covered := p.allowances)
    ]
    days = sum(p.allowances.days for p in paid if p.allowances)
    sheet.grid(
        ("Payé le", "Jours payés", "Nombre", "Par jour", "Montant"),
        rows,
        (28, 62, 22, 28, 34),
        numbers=3,
        last=("Total", "", str(days), "", euros(total(paid))),
    )
    return sheet.finish("attestation indemnites journalieres", owner(world.beneficiaries[0]))


def declared_payments(world: "World", year: int) -> tuple[Payment, ...]:
    """Return the payments of a year that the « relevé fiscal » adds up."""
    return tuple(p for p in world.payments if p.date.year == year and p.kind in world.site.issuer.declared_kinds)


def nothing_to_declare(year: int) -> str:
    """Return what is said of a year without any sum to declare."""
    return f"Aucune somme à déclarer pour {year}."


def tax_statement(world: "World", year: int) -> Document:
    """Say which sums of a year are to be declared to the taxes, by kind."""
    paid = declared_payments(world, year)
    sheet = Sheet(f"Relevé fiscal de l'année {year}", world)
    sheet.heading(f"Sommes à déclarer, versées en {year}")
    if paid:
        sums = ((kind.label, [p for p in paid if p.kind is kind]) for kind in world.site.issuer.declared_kinds)
        rows = [(label, euros(total(found)) if found else "Aucune somme") for label, found in sums]
        sheet.grid(("Nature", "Montant"), rows, (130, 44), last=("Total à déclarer", euros(total(paid))))
    else:
        sheet.paragraph(nothing_to_declare(year))
    sheet.paragraph("Les remboursements de soins ne sont pas dans ce relevé.", soft=True)
    return sheet.finish("releve fiscal", str(year))


def _days(covered: DailyAllowances) -> str:
    return f"du {short(covered.start)} au {short(covered.end)}"


def _tie(person: Persona, holder: Persona) -> str:
    """Say how a person stands in the account."""
    word = "assuré" if person == holder else "rattaché"
    return word + ("e" if person.sex == "F" else "")
