"""What each document of « Mes documents » asks: people, two dates, a year, a month."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.payments.payments import PaymentMonth
from atelier_ameli.payments.periods import default_period
from atelier_ameli.payments.statements import monthly_statements, statement_years
from practice.drawing.dates import day
from practice.drawing.dates import month as month_name
from practice.forms.choices import OneOf, Option, SomeOf
from practice.forms.fields import DateField, Form, SelectField
from practice.notices import notice
from practice.papers import words

if TYPE_CHECKING:
    from atelier_ameli.world import World


class DocumentForm(Form):
    """The choices of one card."""

    @classmethod
    def fresh(cls, world: "World") -> Self:
        """Return the form as the page opens, with the choice that is most often wanted."""
        form = cls()
        form.offer(world)
        form.suggest(world)
        return form

    @classmethod
    def answered(cls, world: "World", answers: Mapping[str, Any]) -> Self:
        """Return the form as the learner filled it."""
        form = cls.read(answers)
        form.offer(world)
        return form

    def offer(self, world: "World") -> None:
        """Put in the fields what can be chosen in this account."""

    def suggest(self, world: "World") -> None:
        """Choose for the learner what she may change."""


class RightsForm(DocumentForm):
    """Whom the « attestation de droits » is for."""

    beneficiary = SomeOf("Pour qui ?", empty=notice("people_empty", "Cochez au moins une personne."))

    def offer(self, world: "World") -> None:
        self.beneficiary.options = [Option(p.id, p.full_name) for p in world.beneficiaries]

    def suggest(self, world: "World") -> None:
        if len(world.beneficiaries) == 1:
            self.beneficiary.data = {world.beneficiaries[0].id}


class AllowancesForm(DocumentForm):
    """The period of the « attestation de paiement d'indemnités journalières »."""

    allowances_start = DateField("Date de début", empty=notice("start_empty", "Tapez la date de début."))
    allowances_end = DateField("Date de fin", empty=notice("end_empty", "Tapez la date de fin."))

    def suggest(self, world: "World") -> None:
        start, end = default_period(world.today, world.edition)
        self.allowances_start.data, self.allowances_end.data = words.short(start), words.short(end)


class TaxForm(DocumentForm):
    """The year of the « relevé fiscal »: a year that is over."""

    tax_year = OneOf("Pour quelle année ?", empty=notice("year_empty", "Choisissez une année."))

    def offer(self, world: "World") -> None:
        years = statement_years(world.today, world.edition)
        self.tax_year.options = [Option(str(year), str(year)) for year in years if year < world.today.year]


class MonthlyForm(DocumentForm):
    """The month of a statement."""

    month = SelectField("Pour quel mois ?", empty=notice("month_empty", "Choisissez un mois dans la liste."))

    def offer(self, world: "World") -> None:
        self.months = {_month(month): month for month in known_months(world)}
        self.month.choices = tuple(self.months)

    @property
    def chosen(self) -> PaymentMonth:
        return self.months[self.month.data]


class AnnualForm(DocumentForm):
    """The year of a statement; the current one may be asked for."""

    annual_year = OneOf("Pour quelle année ?", empty=notice("year_empty", "Choisissez une année."))

    def offer(self, world: "World") -> None:
        today = world.today
        so_far = f" (jusqu'au {day(today)})"
        years = statement_years(today, world.edition)
        self.annual_year.options = [Option(str(y), f"{y}{so_far if y == today.year else ''}") for y in years]


def known_months(world: "World") -> tuple[PaymentMonth, ...]:
    """Return the months that have a statement, newest first."""
    return monthly_statements(world.payments, world.today, world.edition)


def _month(month: PaymentMonth) -> str:
    """Return the words of a month in the list, which say when it is empty."""
    return month_name(month.first_day) + ("" if month.payments else " (aucun paiement)")
