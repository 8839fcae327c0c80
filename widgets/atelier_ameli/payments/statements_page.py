"""Statements and what is followed: months, years, contributions, sick leaves, work accidents (seed; domain.md §1.5)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.payments import statements, work_accidents
from atelier_ameli.payments.payments import PaymentMonth
from practice.facts import Fact
from practice.pages.account_page import AccountPage
from practice.services import Service

if TYPE_CHECKING:
    from atelier_ameli.world import World

FIRST_SHOWN = 12  #: monthly statements, before « Afficher plus de relevés » (domain.md §1.5)
#: the services of the seed that stand here, in its order
VIEWS = ("monthly_statements", "annual_statement", "contributions", "sick_leaves", "work_accident")

#: where they stand is the edition's: among the statements, or among the payments
OWED = Fact("owed_in", "L'année dont on regarde les sommes retenues.", lambda page: page.owed_in, int)


class Statements(AccountPage):
    """One of the five views, and the year that it shows."""

    name = "statements"
    template = "statements.html"
    title = "Mes relevés et mon suivi"
    tab = "payments"
    facts = (
        Fact(
            "view",
            "La partie de « Mes relevés et mon suivi » qui est montrée.",
            lambda page: page.view,
            among=lambda _: VIEWS,
        ),
        Fact("year", "L'année qui est montrée.", lambda page: page.year, int),
        OWED,
    )

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.title = world.edition.statements_title
        self.view = VIEWS[0]
        self.all_months = False
        self.year = self.years[0]

    def handle_view(self, answers: Mapping[str, Any]) -> None:
        """Show another view; stay for one that does not exist."""
        wanted = answers.get("view")
        self.view = next((service.id for service in self.views if service.id == wanted), self.view)
        self.focus = "view"

    def handle_year(self, answers: Mapping[str, Any]) -> None:
        """Show another year; stay for one that the site does not know."""
        self.year = next((year for year in self.years if str(year) == answers.get("year")), self.year)
        self.focus = "view"

    def handle_more(self, _: Mapping[str, Any]) -> None:
        """Show all 27 monthly statements."""
        self.all_months = True
        self.focus = f"month-{self.every_month[FIRST_SHOWN].first_day}"
        self.say = f"{len(self.every_month)} relevés affichés."

    def handle_monthly_statement(self, answers: Mapping[str, Any]) -> None:
        """Give the statement of a month as a PDF."""
        for month in self.every_month:
            if str(month.first_day) == answers.get("month") and month.payments:
                self.give(self.world.site.papers.monthly_statement(self.world, month))

    def handle_annual_statement(self, _: Mapping[str, Any]) -> None:
        """Give the statement of the year shown as a PDF, where the device in hand has it."""
        if self.here("annual_statement"):
            self.give(self.world.site.papers.annual_statement(self.world, self.year))

    def here(self, view: str) -> bool:
        """Say whether the device in hand has a view."""
        return self.world.site.services[view].channel.has(self.world.device)

    @property
    def views(self) -> list[Service]:
        """The views as services: their names, and where each one is (computer, phone)."""
        elsewhere = ("contributions",) if self.world.edition.contributions_in_payments else ()
        return [self.world.site.services[view] for view in VIEWS if view not in elsewhere]

    @property
    def years(self) -> tuple[int, ...]:
        return statements.statement_years(self.world.today, self.world.edition)

    @property
    def every_month(self) -> tuple[PaymentMonth, ...]:
        return statements.monthly_statements(self.world.payments, self.world.today, self.world.edition)

    @property
    def months(self) -> tuple[PaymentMonth, ...]:
        """The monthly statements that are shown."""
        return self.every_month if self.all_months else self.every_month[:FIRST_SHOWN]

    @property
    def annual(self) -> statements.AnnualStatement:
        return statements.annual_statement(self.world.payments, self.year, self.world.today)

    @property
    def owed_in(self) -> int | None:
        """The year whose participations and franchises are shown."""
        return self.year if self.view == "contributions" else None

    @property
    def contributions(self) -> list[statements.NamedContributions]:
        return statements.contributions_of_all(self.world, self.year)

    @property
    def leaves(self) -> tuple[statements.FollowedLeave, ...]:
        holder = self.world.beneficiaries[0]
        return statements.sick_leaves(
            holder.history.sick_leaves, self.world.payments, self.world.today, self.world.edition
        )

    @property
    def accidents(self) -> list[tuple[Any, tuple[work_accidents.Step, ...], bool | None]]:
        """Each file with its steps and whether it is recognised."""
        today, edition = self.world.today, self.world.edition
        return [
            (file, work_accidents.steps(file, today, edition), work_accidents.recognised(file, today, edition))
            for file in self.world.beneficiaries[0].history.work_accidents
        ]

    def place(self) -> dict[str, Any]:
        return {"page": self.name, "view": self.view, "year": self.year, "all": self.all_months}

    @classmethod
    def resume(cls, world: "World", place: Mapping[str, Any]) -> Self:
        page = cls(world)
        page.handle_view(place)
        page.handle_year({"year": str(place.get("year"))})
        page.all_months = place.get("all") is True
        page.begin()
        return page
