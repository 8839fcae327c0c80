"""« Consulter les délais de traitement de ma CPAM » (seed; domain.md §1.7, no. 11)."""

from atelier_ameli.information.information import ProcessingTime
from practice.pages.account_page import AccountPage


class ProcessingTimes(AccountPage):
    """How long the caisse takes, by kind of file."""

    name = "processing_times"
    template = "processing_times.html"
    title = "Les délais de traitement de ma CPAM"
    tab = "account_home"

    @property
    def times(self) -> tuple[ProcessingTime, ...]:
        return self.world.site.processing_times
