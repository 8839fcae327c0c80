"""« Mes paiements » (seed, « Consultation des remboursements »; domain.md §1.5)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.payments.payments import Payment, PaymentFilter, PaymentKind, PaymentMonth, by_month, total
from atelier_ameli.payments.periods import PeriodFault, check_period, default_period, history_start
from atelier_ameli.payments.statements import NamedContributions, contributions_of_all, statement_years
from atelier_ameli.payments.statements_page import OWED
from practice.facts import Fact
from practice.forms.fields import DateField, Form, SelectField
from practice.notices import notice
from practice.pages.account_page import AccountPage

if TYPE_CHECKING:
    from atelier_ameli.world import World

EVERYBODY = "Toutes les personnes"
_NO_KIND = notice("no_kind", "Cochez au moins un type de paiement.")
_END_BEFORE_START = notice("end_before_start", "La date de fin est avant la date de début. Changez l'une des deux.")
_PERIOD_TO_COME = notice("period_to_come", "Cette date n'est pas encore arrivée. Tapez au plus tard le {today}.")
_PERIOD_TOO_OLD = notice("period_too_old", "Le site garde 27 mois. Tapez au plus tôt le {oldest}.")


class SearchForm(Form):
    """The period and the person; the kinds of payment are boxes beside them."""

    start = DateField("Du", empty=notice("start_empty", "Tapez la date de début."))
    end = DateField("Au", empty=notice("end_empty", "Tapez la date de fin."))
    beneficiary = SelectField(
        "Pour quelle personne ?", empty=notice("beneficiary_empty", "Choisissez une personne dans la liste.")
    )


class Payments(AccountPage):
    """The payments of the last six months, or of what was searched; one of them may be open."""

    name = "payments"
    template = "payments.html"
    title = "Mes paiements"
    tab = "payments"
    facts = (
        Fact(
            "searched",
            "La personne dont on a cherché les paiements.",
            lambda page: page.wanted.beneficiary,
            among=lambda site: site.personas,
        ),
        Fact("searched_from", "Le premier jour cherché.", lambda page: page.wanted.start, date),
        Fact("searched_to", "Le dernier jour cherché.", lambda page: page.wanted.end, date),
        Fact(
            "only_kind",
            "Le type de paiement cherché, si c'est la seule.",
            lambda page: page.only_kind,
            among=lambda _: PaymentKind,
        ),
        Fact(
            "only_to_send",
            "La liste ne montre que les paiements à transmettre.",
            lambda page: page.wanted.only_to_send,
            bool,
        ),
        Fact("listed", "Un paiement qui est dans la liste.", lambda page: [payment.id for payment in page.payments]),
        Fact("payment", "Le paiement qui est ouvert.", lambda page: page.opened),
        OWED,
        Fact("transmitted", "Un paiement du fichier qui vient d'être téléchargé.", lambda page: page.transmitted),
    )
    all_kinds = tuple(PaymentKind)

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.title = world.edition.payments_title
        self.owed_in: int | None = None  # the year whose participations and franchises are shown
        self.transmitted: list[str] = []  # ids of the payments that the last file was for
        self.searches = 0  # a new search form at each « Revenir aux six derniers mois »
        self._open_on_last_months()

    def handle_search(self, answers: Mapping[str, Any]) -> None:
        """Show what the learner searches, or what is wrong with it; the list before stays until then."""
        self._fill(answers)
        self.kinds = [kind for kind in PaymentKind if answers.get(f"kind_{kind}")]
        self.only_to_send = bool(answers.get("only_to_send"))
        valid = self.form.validate()
        if valid:
            self._check_period()
        if not self.kinds:
            self.form.form_errors.append(_NO_KIND)
        if self.problems():
            return
        wanted = self._names().get(self.form.beneficiary.data)
        kinds, start, end = frozenset(self.kinds), self.form.start.date, self.form.end.date
        self._find(PaymentFilter(start, end, wanted, kinds, self.only_to_send))
        self.opened = None
        self.focus = "results"
        self.say = self.summary

    def handle_last_months(self, _: Mapping[str, Any]) -> None:
        """Come back to the last six months, everybody, all kinds."""
        self.searches += 1
        self._open_on_last_months()
        self.focus = "results"
        self.say = self.summary

    def handle_send(self, answers: Mapping[str, Any]) -> None:
        """Give the payments ticked in the list as one PDF, for the complementary insurer."""
        chosen = [payment for payment in self.to_send if answers.get(f"send_{payment.id}")]
        self.nothing_chosen = not chosen
        if not chosen:
            self.focus = "send-error"
            return
        self.give(self.world.site.papers.statement_to_send(self.world, chosen))
        self.transmitted = [payment.id for payment in chosen]

    def handle_open_payment(self, answers: Mapping[str, Any]) -> None:
        """Open the detail of a payment of the list."""
        self.opened = next((p.id for p in self.payments if p.id == answers.get("payment")), None)
        self.focus = "detail-title" if self.opened else "results"

    def handle_close_payment(self, _: Mapping[str, Any]) -> None:
        self.opened = None
        self.focus = "results"

    def handle_contributions(self, answers: Mapping[str, Any]) -> None:
        """Show what is withheld in a year, this one first; fold it again without a year that the site knows."""
        if self.owes_here:
            self.owed_in = next((year for year in self.years if str(year) == answers.get("year")), None)
            self.focus = "owed-title"

    @property
    def owes_here(self) -> bool:
        """Whether participations and franchises stand here, on the device in hand."""
        service = self.world.site.services["contributions"]
        return self.world.edition.contributions_in_payments and service.channel.has(self.world.device)

    @property
    def years(self) -> tuple[int, ...]:
        return statement_years(self.world.today, self.world.edition)

    @property
    def contributions(self) -> list[NamedContributions]:
        return contributions_of_all(self.world, self.owed_in or self.years[0])

    @property
    def total(self) -> Decimal:
        """The sum of what is shown, in euros."""
        return total(self.payments)

    @property
    def highest(self) -> Decimal:
        """The total of the best month, for the scale of the chart."""
        return max((month.total for month in self.months), default=Decimal(0)) or Decimal(1)

    @property
    def summary(self) -> str:
        count = len(self.payments)
        if not count:
            return "Aucun paiement trouvé."
        return "Un paiement affiché." if count == 1 else f"{count} paiements affichés."

    @property
    def detail(self) -> Payment | None:
        """The payment that is open."""
        return next((payment for payment in self.payments if payment.id == self.opened), None)

    @property
    def only_kind(self) -> PaymentKind | None:
        """What was searched, if it is of one kind alone."""
        return next(iter(self.wanted.kinds)) if len(self.wanted.kinds) == 1 else None

    @property
    def to_send(self) -> list[Payment]:
        """The payments shown that go to the complementary insurer by hand."""
        return [payment for payment in self.payments if payment.to_send]

    @property
    def sends(self) -> bool:
        """Whether the account has payments that go to the complementary insurer by hand, shown or not."""
        return any(payment.to_send for payment in self.world.payments)

    def person(self, id_: str) -> str:
        return self.world.personas[id_].first_name

    def place(self) -> dict[str, Any]:
        kinds = {f"kind_{kind}": "on" for kind in self.kinds}
        only = {"only_to_send": "on"} if self.only_to_send else {}
        answers = {**self.form.draft(), **kinds, **only}
        return {"page": self.name, "answers": answers, "opened": self.opened, "owed_in": self.owed_in}

    @classmethod
    def resume(cls, world: "World", place: Mapping[str, Any]) -> Self:
        page, answers = cls(world), place.get("answers")
        if isinstance(answers, dict):
            page.handle_search(answers)
            page = cls(world) if page.problems() else page
            page.handle_open_payment({"payment": place.get("opened")})
            page.handle_contributions({"year": str(place.get("owed_in"))})
        page.begin()
        return page

    def _find(self, wanted: PaymentFilter) -> None:
        """Keep what a search finds, month by month, newest first."""
        self.wanted = wanted
        self.months: tuple[PaymentMonth, ...] = by_month(self.world.payments, wanted)
        self.payments: list[Payment] = [payment for month in self.months for payment in month.payments]

    def _open_on_last_months(self) -> None:
        self.opened: str | None = None
        self.nothing_chosen = False  # the last « Télécharger mes décomptes » had no payment ticked
        self.kinds, self.only_to_send = list(PaymentKind), False
        start, end = default_period(self.world.today, self.world.edition)
        self._find(PaymentFilter(start, end))
        self._fill({"start": f"{start:%d/%m/%Y}", "end": f"{end:%d/%m/%Y}", "beneficiary": EVERYBODY})

    def _fill(self, answers: Mapping[str, Any]) -> None:
        self.form = SearchForm.read(answers)
        self.form.beneficiary.choices = [EVERYBODY, *self._names()]

    def _names(self) -> dict[str, str]:
        return {person.full_name: person.id for person in self.world.beneficiaries}

    def _check_period(self) -> None:
        form, today = self.form, self.world.today
        oldest = history_start(today, self.world.edition)
        match check_period(form.start.date, form.end.date, today, self.world.edition):
            case PeriodFault.END_BEFORE_START:
                form.end.errors = [_END_BEFORE_START]
            case PeriodFault.IN_FUTURE:
                form.end.errors = [_PERIOD_TO_COME.format(today=f"{today:%d/%m/%Y}")]
            case PeriodFault.TOO_OLD:
                form.start.errors = [_PERIOD_TOO_OLD.format(oldest=f"{oldest:%d/%m/%Y}")]
