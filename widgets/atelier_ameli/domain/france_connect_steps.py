"""What happens in the exercise on the way through FranceConnect: recognised or not, let in or not."""

from enum import Enum

from atelier_ameli.domain import nir
from atelier_ameli.domain.accounts import Account, SignIn
from atelier_ameli.domain.france_connect import Confirmation, Directory, Provider
from atelier_ameli.domain.france_connect_visit import Step
from atelier_ameli.domain.personas import AccountStatus, Persona
from atelier_ameli.domain.simulation import Simulation


class Answer(Enum):
    """What a provider answers."""

    RECOGNISED = "recognised"
    ON_PHONE = "on_phone"
    WRONG_PAIR = "wrong_pair"
    NO_ACCOUNT = "no_account"  #: the persona who is played has no account with this provider
    PROVISIONAL_CODE = "provisional_code"
    LOCKED = "locked"


class Arrival(Enum):
    """How the way ends, once the identity is passed on."""

    SIGNED_IN = "signed_in"
    NEW_CODE_NEEDED = "new_code_needed"
    ACCOUNT_LOCKED = "account_locked"
    NO_ACCOUNT = "no_account"
    SOMEBODY_ELSE = "somebody_else"


def expected(simulation: Simulation) -> Persona:
    """Return whose account the exercise is about: the persona who is played, or the one she is attached to.

    An account to create is her own.
    """
    persona = simulation.persona
    return persona if simulation.france_connect.creating else simulation.personas[persona.holder or persona.id]


def choose(simulation: Simulation, directory: Directory, provider: str, *, remember: bool) -> None:
    """Choose one of the edition's providers, and remember it or none. Raises KeyError for any other."""
    if provider not in simulation.edition.france_connect_providers:
        raise KeyError(provider)
    left_open = directory.citizen(expected(simulation).id).left_open
    visit = simulation.france_connect.remembering(provider if remember else "")
    simulation.france_connect = visit.chosen(provider, left_open)


def has_account(simulation: Simulation, directory: Directory, provider: Provider) -> bool:
    """Say whether the persona has an account with a provider."""
    person = expected(simulation)
    if provider.itself:
        return simulation.accounts[person.nir].status is not AccountStatus.NONE
    return directory.citizen(person.id).account(provider.id) is not None


def sign_in(simulation: Simulation, directory: Directory, identifier: str, password: str = "") -> Answer:
    """Try what was typed at the provider chosen."""
    provider = directory.provider(simulation.france_connect.provider)
    if provider.itself:
        return _sign_in_with_itself(simulation, identifier, password)
    if simulation.france_connect.locked(simulation.edition):
        return Answer.LOCKED
    citizen = directory.known_as(provider, identifier)
    if citizen and (provider.confirmation is Confirmation.PHONE or citizen.account(provider.id).password == password):
        phone = provider.confirmation is Confirmation.PHONE
        simulation.france_connect = simulation.france_connect.awaiting(
            Step.ON_PHONE if phone else Step.CONSENT, citizen.persona
        )
        return Answer.ON_PHONE if phone else Answer.RECOGNISED
    if not has_account(simulation, directory, provider):
        return Answer.NO_ACCOUNT
    simulation.france_connect = simulation.france_connect.failed(simulation.edition)
    return Answer.LOCKED if simulation.france_connect.locked(simulation.edition) else Answer.WRONG_PAIR


def confirm_on_phone(simulation: Simulation) -> None:
    """Say on the phone that it is oneself."""
    visit = simulation.france_connect
    simulation.france_connect = visit.awaiting(Step.CONSENT, visit.identity)


def is_somebody_else(simulation: Simulation) -> bool:
    """Say whether the identity recognised is not that of the exercise."""
    return simulation.france_connect.identity != expected(simulation).id


def refuse(simulation: Simulation) -> None:
    """Pass nothing on. What somebody else had left open is closed."""
    visit = simulation.france_connect
    again = visit.with_computer_closed() if is_somebody_else(simulation) else visit.begun(creating=visit.creating)
    simulation.france_connect = again


def consent(simulation: Simulation) -> Arrival:
    """Pass the identity on, and enter. A locked account stays locked: the exercise's choice, no source was found."""
    visit = simulation.france_connect
    if is_somebody_else(simulation):
        simulation.france_connect = visit.awaiting(Step.SOMEBODY_ELSE, visit.identity)
        return Arrival.SOMEBODY_ELSE
    persona = simulation.personas[visit.identity]
    status = simulation.accounts[persona.nir].status
    simulation.france_connect = visit.begun(creating=False)
    if status is AccountStatus.NONE:
        simulation.identified = persona
        return Arrival.NO_ACCOUNT
    if status is AccountStatus.LOCKED:
        return Arrival.ACCOUNT_LOCKED
    simulation.sign_out()
    if status is AccountStatus.PROVISIONAL:
        simulation.visitor = persona
        return Arrival.NEW_CODE_NEEDED
    simulation.signed_in = persona
    return Arrival.SIGNED_IN


def leave_somebody_else(simulation: Simulation) -> None:
    """Sign out of the account opened by mistake; it is closed on this computer, and one may choose again."""
    simulation.france_connect = simulation.france_connect.with_computer_closed()


def _sign_in_with_itself(simulation: Simulation, number: str, code: str) -> Answer:
    """Try the number and the code of the account itself: its tries and its lock are those of the sign-in page."""
    typed = nir.compact(number)[: nir.LENGTH]
    persona = simulation.holder_of(typed)
    account, outcome = simulation.accounts.get(typed, Account()).tried(code, persona, simulation.edition)
    simulation.accounts[typed] = account
    if outcome is SignIn.WELCOME:
        simulation.france_connect = simulation.france_connect.awaiting(Step.CONSENT, persona.id)
    return {
        SignIn.WELCOME: Answer.RECOGNISED,
        SignIn.NEW_CODE_NEEDED: Answer.PROVISIONAL_CODE,
        SignIn.WRONG_PAIR: Answer.WRONG_PAIR,
        SignIn.LOCKED: Answer.LOCKED,
    }[outcome]
