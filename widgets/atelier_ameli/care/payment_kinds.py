"""The kinds of payments."""

from enum import StrEnum


class PaymentKind(StrEnum):
    """The kinds of the site's own filter (domain.md §1.5)."""

    CARE = "care"
    THIRD_PARTY = "third_party"
    DAILY_ALLOWANCES = "daily_allowances"
    DISABILITY_PENSION = "disability_pension"
    ANNUITY = "annuity"

    @property
    def label(self) -> str:
        """The words of the site."""
        return _LABELS[self]


_LABELS = {
    PaymentKind.CARE: "Remboursement de soins",
    PaymentKind.THIRD_PARTY: "Paiement à un tiers",
    PaymentKind.DAILY_ALLOWANCES: "Indemnités journalières",
    PaymentKind.DISABILITY_PENSION: "Pension d'invalidité",
    PaymentKind.ANNUITY: "Rente",
}
