"""The home page of the account (seed, « Page d'accueil ameli » and « Consultation des remboursements »)."""

from atelier_ameli.information.information import Appointment
from atelier_ameli.messages.messages_page import received
from atelier_ameli.payments.payments import Payment
from practice.drawing.dates import age
from practice.pages.account_page import AccountPage
from practice.procedures import projection

_SHOWN_PAYMENTS = 5  #: seed, « the last five payments »
_TO_SEND = "Un ou plusieurs paiements sont à télécharger et à transmettre à votre organisme complémentaire (mutuelle)."
_TO_VALIDATE = "Votre adresse e-mail n'est pas validée. Sans elle, pas de {sent} par e-mail."


class AccountHome(AccountPage):
    """Home: last payments, démarches in two clicks, agenda, prevention, what is new."""

    name = "account_home"
    template = "account_home.html"
    title = "Accueil de votre compte"
    phone_template = "account_home_phone.html"
    tab = "account_home"

    #: « Mes démarches en 2 clics »: id, words of the seed, what the button does, and with what
    two_clicks = (
        ("rights", "Attestation de droits", "open", "documents"),
        ("allowances", "Attestation de paiement d'indemnités journalières", "open", "documents"),
        ("european-card", "Carte européenne d'assurance maladie (CEAM)", "begin", "european_card"),
    )

    @property
    def last_payments(self) -> tuple[Payment, ...]:
        return self.world.payments[:_SHOWN_PAYMENTS]

    @property
    def appointments(self) -> list[Appointment]:
        """Those to come, soonest first."""
        return projection.known(self.world).coming(self.world.now)

    @property
    def notifications(self) -> list[tuple[str, str, str]]:
        """What the site wants seen: the page that it is about, that page's name, the words."""
        found = []
        if any(payment.to_send for payment in self.world.payments):
            found.append(("payments", "Mes paiements", _TO_SEND))
        if not self.world.signed_in.email_validated:
            sent = "code ni de lien" if self.world.edition.reset_link_minutes else "code provisoire"
            found.append(("my_information", "Mes informations", _TO_VALIDATE.format(sent=sent)))
        return found

    @property
    def unread(self) -> int:
        """How many messages of the caisse have not been opened."""
        return sum(not self.world.correspondence.has_read(message) for message in received(self.world))

    @property
    def children(self) -> list[str]:
        """The first names of the minors whom the account covers."""
        adult, today = self.world.edition.adult_age, self.world.today
        return [p.first_name for p in self.world.beneficiaries if age(p.birth_date, today) < adult]
