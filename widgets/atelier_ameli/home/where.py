"""What is on the computer, what is in the application: every function of the account, and where it is (seed)."""

from itertools import groupby

from practice.pages.account_page import AccountPage
from practice.services import Channel, Service

_TITLES = {
    Channel.COMPUTER: "Seulement sur l'ordinateur",
    Channel.PHONE: "Seulement dans l'application du téléphone",
    Channel.BOTH: "Sur l'ordinateur et sur le téléphone",
}


class Where(AccountPage):
    """The functions by the device that has them: first what the one in hand does not have."""

    name = "where"
    template = "where.html"
    title = "Ordinateur ou téléphone : où trouver quoi ?"
    tab = "account_home"

    @property
    def parts(self) -> list[tuple[Channel, str, list[tuple[str, list[Service]]]]]:
        """Each channel with its title and its functions, group by group."""
        in_order = sorted(_TITLES, key=lambda channel: channel.has(self.world.device))
        return [(channel, _TITLES[channel], self._on(channel)) for channel in in_order]

    def _on(self, channel: Channel) -> list[tuple[str, list[Service]]]:
        found = [one for one in self.world.site.services.values() if one.channel is channel and one.leads_somewhere]
        return [(group, list(services)) for group, services in groupby(found, lambda service: service.group)]
