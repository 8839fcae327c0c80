"""What FranceConnect passes on, and the ways out: in, on to create an account, back, or in as somebody else."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.france_connect import france_connect_steps as steps
from atelier_ameli.france_connect.france_connect import Citizen, Provider
from atelier_ameli.france_connect.france_connect_page import PAGE_OF_STEP, FranceConnectPage
from atelier_ameli.france_connect.france_connect_steps import Arrival
from atelier_ameli.france_connect.france_connect_visit import Step
from atelier_ameli.identity.personas import AccountStatus, Persona
from practice.drawing.typography import of
from practice.notices import Notice, notice

if TYPE_CHECKING:
    from atelier_ameli.world import World

_REFUSED = "Vous n'avez pas continué. Rien n'a été transmis."
_OTHER_NAME = notice("other_name", "Vous avez bien lu : ce n'est pas la personne de la fiche. Rien n'a été transmis.")
_ALREADY = "Vous avez déjà un compte ameli, et vous y êtes. Il n'y a rien à créer."
_NEW_CODE = notice(
    "fc_new_code",
    "FranceConnect sait qui vous êtes. Votre code ameli est encore provisoire : choisissez un code à vous.",
)
_LOCKED = notice(
    "fc_locked",
    "FranceConnect sait qui vous êtes. Mais votre compte ameli est bloqué. Cliquez sur « Code oublié ? ».",
)
_TO_CREATE = "FranceConnect sait qui vous êtes. Vous n'avez pas encore de compte ameli : créez-le maintenant."


class _Recognised(FranceConnectPage):
    """Somebody was recognised; her name may not be that of the card."""

    step: Step

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only at its own step."""
        return world.france_connect.step is cls.step

    @property
    def person(self) -> Persona:
        """Whom the account chosen belongs to."""
        return self.world.personas[self.world.france_connect.identity]

    @property
    def provider(self) -> Provider:
        return self.world.site.france_connect.provider(self.world.france_connect.provider)

    @property
    def left_open(self) -> bool:
        """Whether nobody typed anything: the account was open on this computer."""
        left_open = self.world.site.france_connect.citizen(steps.expected(self.world).id).left_open
        visit = self.world.france_connect
        at = (visit.provider, visit.identity)
        return left_open is not None and not visit.closed and (left_open.provider, left_open.persona) == at


class FranceConnectConsent(_Recognised):
    """Read what is passed on, then go on or not."""

    name = "france_connect_consent"
    template = "france_connect_consent.html"
    title = "Est-ce bien vous ?"
    card = ("last_name", "birth_date")
    step = Step.CONSENT

    @property
    def citizen(self) -> Citizen:
        return self.world.site.france_connect.citizen(self.person.id)

    def handle_accept(self, _: Mapping[str, Any]) -> str:
        """Pass the identity on, and go where it leads."""
        creating, provider = self.world.france_connect.creating, self.provider
        secret = self.world.edition.secret_words[0]
        arrival = steps.consent(self.world)
        welcome = f"Vous êtes dans le compte, grâce à FranceConnect ({provider.name}), sans taper votre {secret} ameli."
        self.note = {
            Arrival.SIGNED_IN: _ALREADY if creating else welcome,
            Arrival.NEW_CODE_NEEDED: _NEW_CODE,
            Arrival.ACCOUNT_LOCKED: _LOCKED,
            Arrival.NO_ACCOUNT: _TO_CREATE,
        }.get(arrival, "")
        return {
            Arrival.SIGNED_IN: "account_home",
            Arrival.ONE_TIME_CODE_NEEDED: "ask_one_time_code",
            Arrival.NEW_CODE_NEEDED: "new_code",
            Arrival.ACCOUNT_LOCKED: "login",
            Arrival.NO_ACCOUNT: "create_contact",
            Arrival.SOMEBODY_ELSE: PAGE_OF_STEP[Step.SOMEBODY_ELSE],
        }[arrival]

    def handle_refuse(self, _: Mapping[str, Any]) -> str:
        """Pass nothing on: back to where one came from, or to the list when the name was another's."""
        creating, left_open = self.world.france_connect.creating, self.left_open
        other = steps.is_somebody_else(self.world)
        name = self.person.full_name
        steps.refuse(self.world)
        if not other:
            self.note = _REFUSED
            self.world.france_connect = self.world.france_connect.begun(creating=False)
            return "create_account" if creating else "login"
        self.note = Notice(_OTHER_NAME.id, f"{_OTHER_NAME} {_closed(name)}") if left_open else _OTHER_NAME
        return PAGE_OF_STEP[Step.CHOOSING]


class FranceConnectSomebodyElse(_Recognised):
    """In under another name, without blame: what happened, and the way out."""

    name = "france_connect_somebody_else"
    template = "france_connect_somebody_else.html"
    title = "Ce n'est pas la personne de la fiche"
    site = None
    step = Step.SOMEBODY_ELSE

    @property
    def has_account(self) -> bool:
        return self.world.accounts[self.person.nir].status is not AccountStatus.NONE

    def handle_leave(self, _: Mapping[str, Any]) -> str:
        """Sign out, and choose again."""
        self.note = (
            f"Le compte est fermé. {_closed(self.person.full_name)}" if self.left_open else "Le compte est fermé."
        )
        steps.leave_somebody_else(self.world)
        return PAGE_OF_STEP[Step.CHOOSING]


def _closed(name: str) -> str:
    return f"Le compte {of(name)} est maintenant fermé sur cet ordinateur."
