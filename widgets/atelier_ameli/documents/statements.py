"""What was paid: the statement of a month, of a year, and the « décomptes » to send to a complementary insurer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from atelier_ameli.documents.sheet import Sheet, owner
from atelier_ameli.payments import statements as rules
from atelier_ameli.payments.payments import Payment, PaymentMonth, total
from practice.drawing.dates import day
from practice.drawing.dates import month as month_name
from practice.drawing.typography import NO_BREAK_SPACE, of
from practice.papers.document import Document
from practice.papers.words import euros, short

if TYPE_CHECKING:
    from atelier_ameli.world import World

_NOTHING_PAID = "Aucun paiement."
_LINES = ("Date", "Acte", "Payé", "Base", "Taux", "Remboursé")
_LINE_WIDTHS = (24, 62, 22, 22, 16, 28)


def monthly_statement(world: "World", month: PaymentMonth) -> Document:
    """State what was paid in one month."""
    name = month_name(month.first_day)
    sheet = Sheet(f"Relevé mensuel {of(name)}", world)
    _state(sheet, world, month.payments)
    return sheet.finish("releve mensuel", name)


def statement_to_send(world: "World", payments: Sequence[Payment]) -> Document:
    """Gather the payments that the holder must send to her complementary insurer herself."""
    sheet = Sheet("Décomptes à transmettre", world)
    sheet.paragraph("Envoyez ces décomptes à votre organisme complémentaire (mutuelle, assurance).")
    _state(sheet, world, payments)
    return sheet.finish("decomptes a transmettre", owner(world.beneficiaries[0]))


def annual_statement(world: "World", year: int) -> Document:
    """State what was paid in a year, month by month, and what each person contributed."""
    statement = rules.annual_statement(world.payments, year, world.today)
    sheet = Sheet(f"Relevé annuel de {year}", world)
    if year == world.today.year:
        sheet.facts([("Année en cours", f"jusqu'au {day(world.today)}")])
    sheet.heading("Par nature de paiement")
    kinds = [(kind.label, euros(amount)) for kind, amount in statement.by_kind] or [(_NOTHING_PAID, "")]
    sheet.grid(("Nature", "Montant"), kinds, (130, 44), last=("Total", euros(statement.total)))
    sheet.heading("Mois par mois")
    months = [
        (month_name(m.first_day).capitalize(), str(len(m.payments) or "aucun"), euros(m.total))
        for m in statement.months
    ]
    whole = ("Total", "", euros(statement.total))
    sheet.grid(("Mois", "Paiements", "Montant"), months, (90, 40, 44), numbers=2, last=whole)
    sheet.heading("Participations forfaitaires et franchises")
    sheet.paragraph("C'est la part qui reste à votre charge. Elle est limitée chaque année.", soft=True)
    shares = [
        (person.full_name, share.kind.label, euros(share.total), euros(share.cap))
        for person in world.beneficiaries
        for share in rules.contributions(world.payments, year, person.id, world.edition)
    ]
    sheet.grid(("Personne", "Nature", "Montant", "Limite par an"), shares, (54, 56, 32, 32), numbers=2)
    return sheet.finish("releve annuel", str(year))


def _state(sheet: Sheet, world: "World", payments: Sequence[Payment]) -> None:
    """List payments with their total, then each of them in detail."""
    names = {person.id: person.first_name for person in world.beneficiaries}
    sheet.heading("Vos paiements")
    rows = [
        (short(p.date), p.kind.label, ", ".join(names[who] for who in p.beneficiaries), euros(p.amount))
        for p in payments
    ] or [("", _NOTHING_PAID, "", "")]
    whole = ("Total", "", "", euros(total(payments)))
    sheet.grid(("Date", "Nature", "Pour", "Montant"), rows, (28, 64, 48, 34), last=whole)
    for payment in payments:
        if payment.acts:
            sheet.heading(f"{payment.kind.label} du {day(payment.date)} : {euros(payment.amount)}")
            paid = ("Versé", "", "", "", "", euros(payment.amount))
            sheet.grid(_LINES, _details(payment), _LINE_WIDTHS, numbers=4, last=paid)


def _details(payment: Payment) -> list[tuple[str, ...]]:
    acts = [
        (short(a.date), a.nature, euros(a.paid), euros(a.base), f"{a.rate}{NO_BREAK_SPACE}%", euros(a.refunded))
        for a in payment.acts
    ]
    taken = [(short(w.date), f"{w.kind.label} ({w.nature})", "", "", "", euros(-w.amount)) for w in payment.withheld]
    return acts + taken
