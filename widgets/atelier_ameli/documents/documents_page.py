"""« Mes documents »: what can be downloaded as a PDF (seed, « J'obtiens des documents en ligne »; domain.md §1.6)."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from atelier_ameli import documents
from atelier_ameli.documents.documents_forms import (
    AllowancesForm,
    AnnualForm,
    MonthlyForm,
    RightsForm,
    TaxForm,
)
from atelier_ameli.payments.payments import Payment, PaymentFilter, paid_allowances, total
from atelier_ameli.payments.periods import PeriodFault, check_period, default_period, history_start
from practice.drawing.dates import day
from practice.drawing.dates import month as month_name
from practice.facts import Fact
from practice.notices import notice
from practice.pages.account_page import AccountPage
from practice.papers import words
from practice.papers.document import Document

if TYPE_CHECKING:
    from atelier_ameli.world import World

_FORMS = {
    "rights": RightsForm,
    "allowances": AllowancesForm,
    "tax": TaxForm,
    "monthly": MonthlyForm,
    "annual": AnnualForm,
}
_TOO_OLD = notice(
    "allowances_too_old", "Le site connaît vos paiements depuis le {day}. Choisissez une date plus récente."
)
_FAULTS = {
    PeriodFault.END_BEFORE_START: notice(
        "allowances_end_before_start", "La date de fin est avant la date de début. Corrigez l'une des deux."
    ),
    PeriodFault.IN_FUTURE: notice("allowances_to_come", "Cette date n'est pas encore arrivée. Nous sommes le {day}."),
}
_EMPTY_MONTH = notice("month_without_payment", "Il n'y a aucun paiement en {month}. Choisissez un autre mois.")
_NO_ALLOWANCES = notice(
    "no_allowances",
    "Aucune indemnité journalière n'a été payée entre ces deux dates. Essayez du {first} au {last}.",
)
_NEVER_ON_LEAVE = notice(
    "never_on_leave",
    "Aucune indemnité journalière n'a été payée entre ces deux dates. "
    "C'est normal sans arrêt de travail : vous n'avez pas besoin de ce document.",
)


class Documents(AccountPage):
    """One card for each document: what it is for, its choices, its button."""

    name = "documents"
    template = "documents.html"
    title = "Mes documents"
    tab = "requests"
    facts = (
        Fact(
            "just_given",
            "Le document de « Mes documents » qui vient d'être téléchargé.",
            lambda page: page.given and page.given[0],
            among=lambda _: (*_FORMS, "to_send"),
        ),
        Fact(
            "certificate_for",
            "La personne pour qui est l'attestation de droits qui vient d'être téléchargée, si elle y est seule.",
            lambda page: page.named[0] if len(page.named) == 1 else None,
            among=lambda site: site.personas,
        ),
        Fact("allowances_from", "Le premier jour demandé, pour les indemnités.", lambda page: _asked(page)[0], date),
        Fact("allowances_to", "Le dernier jour demandé, pour les indemnités.", lambda page: _asked(page)[1], date),
    )

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.given: tuple[str, str, str] | None = None  # the card just used, its file's name, what to say of it
        self.named: tuple[str, ...] = ()  # those whom the « attestation de droits » just given is for, by id
        self.forms = {name: form.fresh(world) for name, form in _FORMS.items()}

    def begin(self) -> None:
        super().begin()
        self.given, self.named = None, ()

    def handle_download_rights(self, answers: Mapping[str, Any]) -> None:
        form = self._read("rights", answers)
        if form.validate():
            chosen = [p for p in self.world.beneficiaries if p.id in form.beneficiary.data]
            names = " et ".join(p.first_name for p in chosen)
            self._give("rights", documents.rights_certificate(self.world, chosen), f"Il est au nom de : {names}.")
            self.named = tuple(p.id for p in chosen)

    def handle_download_allowances(self, answers: Mapping[str, Any]) -> None:
        """Give the certificate; a period without any payment is said, and how to find a better one."""
        form = self._read("allowances", answers)
        if not form.validate():
            return
        start, end = form.allowances_start.date, form.allowances_end.date
        paid = paid_allowances(self.world.payments, start, end)
        fault = check_period(start, end, self.world.today, self.world.edition)
        if fault is PeriodFault.TOO_OLD:
            form.allowances_start.errors = [_TOO_OLD.format(day=day(self.oldest))]
        elif fault:
            form.allowances_end.errors = [_FAULTS[fault].format(day=day(self.world.today))]
        elif not paid:
            form.allowances_start.errors = [self._no_allowances()]
        else:
            self._give("allowances", documents.allowances_certificate(self.world, start, end), _sum(paid))

    def handle_download_tax(self, answers: Mapping[str, Any]) -> None:
        form = self._read("tax", answers)
        if form.validate():
            year = int(form.tax_year.data)
            paid = documents.declared_payments(self.world, year)
            told = f"À déclarer : {words.euros(total(paid))}." if paid else documents.nothing_to_declare(year)
            self._give("tax", documents.tax_statement(self.world, year), told)

    def handle_download_monthly(self, answers: Mapping[str, Any]) -> None:
        form = self._read("monthly", answers)
        if not form.validate():
            return
        month = form.chosen
        if not month.payments:
            name = month_name(month.first_day)
            form.month.errors = [_EMPTY_MONTH.format(month=name)]
            return
        self._give("monthly", documents.monthly_statement(self.world, month), _sum(month.payments))

    def handle_download_annual(self, answers: Mapping[str, Any]) -> None:
        """Give the statement, where the device in hand has it."""
        if not self.annual_here:
            return
        form = self._read("annual", answers)
        if form.validate():
            year = int(form.annual_year.data)
            paid = tuple(p for p in self.world.payments if p.date.year == year)
            self._give("annual", documents.annual_statement(self.world, year), _sum(paid))

    def handle_download_to_send(self, _: Mapping[str, Any]) -> None:
        if self.to_send:
            self.form = None
            document = documents.statement_to_send(self.world, self.to_send)
            self._give("to_send", document, _sum(self.to_send))

    @property
    def annual_on_phone(self) -> bool:
        return self.world.site.services["annual_statement"].on_phone

    @property
    def annual_here(self) -> bool:
        return self.world.site.services["annual_statement"].channel.has(self.world.device)

    @property
    def oldest(self) -> date:
        """The first day that the site knows."""
        return history_start(self.world.today, self.world.edition)

    @property
    def to_send(self) -> tuple[Payment, ...]:
        """The payments of the period that « Mes paiements » opens with, if they are to be sent."""
        wanted = PaymentFilter(*default_period(self.world.today, self.world.edition))
        return tuple(p for p in self.world.payments if p.to_send and wanted.keeps(p))

    @property
    def to_send_total(self) -> str:
        return words.euros(total(self.to_send))

    def _read(self, name: str, answers: Mapping[str, Any]) -> Any:
        """Return one card's form with what was answered; the other cards forget their errors."""
        self.forms = {other: form.fresh(self.world) for other, form in _FORMS.items()}
        self.form = self.forms[name] = _FORMS[name].answered(self.world, answers)
        return self.form

    def _no_allowances(self) -> str:
        known = paid_allowances(self.world.payments, self.oldest, self.world.today)
        if not known:
            return _NEVER_ON_LEAVE
        return _NO_ALLOWANCES.format(first=words.short(known[0].date), last=words.short(known[-1].date))

    def _give(self, card: str, document: Document, told: str) -> None:
        self.download = document
        self.given = (card, document.name, told)
        self.focus = "given"
        self.say = "Le document est dans vos téléchargements."


def _sum(payments: tuple[Payment, ...]) -> str:
    if not payments:
        return "Aucun paiement."
    return f"{len(payments)} paiement{'s' if len(payments) > 1 else ''}. Total : {words.euros(total(payments))}."


def _asked(page: Documents) -> tuple[date | None, date | None]:
    """Return the period of the card « Indemnités journalières »."""
    form = page.forms["allowances"]
    return form.allowances_start.date, form.allowances_end.date
