"""One paper of each kind, and whose they are."""

from datetime import date
from functools import cache

from atelier_ameli import documents
from atelier_ameli.payments.payments import PaymentMonth
from atelier_ameli.payments.statements import monthly_statements, statement_years
from atelier_ameli.world import World
from practice.papers.document import Document
from tests.support import SITE

PLAYED = ("jessica", "karim", "nadia", "fatou")


@cache
def world_of(persona: str) -> World:
    return World(SITE, persona)


@cache
def months_of(world: World) -> tuple[PaymentMonth, ...]:
    """Return a few months: the newest, the fullest, an empty one if there is one, and an April."""
    months = monthly_statements(world.payments, world.today, world.edition)
    by_size = sorted(months, key=lambda month: len(month.payments))
    april = next(month for month in months if month.first_day.month == 4)
    return tuple(dict.fromkeys((months[0], by_size[-1], by_size[0], april)))


@cache
def every_document(world: World) -> list[Document]:
    """Return one of each kind, for a few months and all years."""
    months, years = months_of(world), statement_years(world.today, world.edition)
    return [
        documents.rights_certificate(world, world.beneficiaries),
        documents.allowances_certificate(world, date(world.today.year - 1, 1, 1), world.today),
        documents.tax_statement(world, world.today.year - 1),
        documents.statement_to_send(world, [p for p in world.payments if p.to_send]),
        *(documents.monthly_statement(world, month) for month in months),
        *(documents.annual_statement(world, year) for year in years),
    ]
