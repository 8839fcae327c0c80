"""What happens in the exercise on the way through FranceConnect: recognised or not, let in or not."""

from enum import Enum
from typing import TYPE_CHECKING

from atelier_ameli.access.accounts import Account, SignIn
from atelier_ameli.france_connect.france_connect import Confirmation, Directory, Provider
from atelier_ameli.france_connect.france_connect_visit import Step
from atelier_ameli.identity import nir
from atelier_ameli.identity.personas import AccountStatus, Persona

if TYPE_CHECKING:
    from atelier_ameli.world import World


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
    ONE_TIME_CODE_NEEDED = "one_time_code_needed"
    NEW_CODE_NEEDED = "new_code_needed"
    ACCOUNT_LOCKED = "account_locked"
    NO_ACCOUNT = "no_account"
    SOMEBODY_ELSE = "somebody_else"


def expected(world: "World") -> Persona:
    """Return whose account the exercise is about: the persona who is played, or the one she is attached to.

    An account to create is her own.
    """
    persona = world.persona
    return persona if world.france_connect.creating else world.personas[persona.holder or persona.id]


def choose(world: "World", directory: Directory, provider: str, *, remember: bool) -> None:
    """Choose one of the edition's providers, and remember it or none. Raises KeyError for any other."""
    if provider not in world.edition.france_connect_providers:
        raise KeyError(provider)
    left_open = directory.citizen(expected(world).id).left_open
    visit = world.france_connect.remembering(provider if remember else "")
    world.france_connect = visit.chosen(provider, left_open)


def has_account(world: "World", directory: Directory, provider: Provider) -> bool:
    """Say whether the persona has an account with a provider."""
    person = expected(world)
    if provider.itself:
        return world.accounts[person.nir].status is not AccountStatus.NONE
    return directory.citizen(person.id).account(provider.id) is not None


def sign_in(world: "World", directory: Directory, identifier: str, password: str = "") -> Answer:
    """Try what was typed at the provider chosen."""
    provider = directory.provider(world.france_connect.provider)
    if provider.itself:
        return _sign_in_with_itself(world, identifier, password)
    if world.france_connect.locked(world.edition):
        return Answer.LOCKED
    citizen = directory.known_as(provider, identifier)
    if citizen and (provider.confirmation is Confirmation.PHONE or citizen.account(provider.id).password == password):
        phone = provider.confirmation is Confirmation.PHONE
        world.france_connect = world.france_connect.awaiting(Step.ON_PHONE if phone else Step.CONSENT, citizen.persona)
        return Answer.ON_PHONE if phone else Answer.RECOGNISED
    if not has_account(world, directory, provider):
        return Answer.NO_ACCOUNT
    world.france_connect = world.france_connect.failed(world.edition)
    return Answer.LOCKED if world.france_connect.locked(world.edition) else Answer.WRONG_PAIR


def confirm_on_phone(world: "World") -> None:
    """Say on the phone that it is oneself."""
    visit = world.france_connect
    world.france_connect = visit.awaiting(Step.CONSENT, visit.identity)


def is_somebody_else(world: "World") -> bool:
    """Say whether the identity recognised is not that of the exercise."""
    return world.france_connect.identity != expected(world).id


def refuse(world: "World") -> None:
    """Pass nothing on. What somebody else had left open is closed."""
    visit = world.france_connect
    again = visit.with_computer_closed() if is_somebody_else(world) else visit.begun(creating=visit.creating)
    world.france_connect = again


def consent(world: "World") -> Arrival:
    """Pass the identity on, and enter. A locked account stays locked: the exercise's choice, no source was found."""
    visit = world.france_connect
    if is_somebody_else(world):
        world.france_connect = visit.awaiting(Step.SOMEBODY_ELSE, visit.identity)
        return Arrival.SOMEBODY_ELSE
    persona = world.personas[visit.identity]
    status = world.accounts[persona.nir].status
    if world.edition.france_connect_unusual_mail and not world.site.france_connect.citizen(persona.id).own_computer:
        world.deliver(persona.email, "france_connect_unusual")
    world.france_connect = visit.begun(creating=False)
    if status is AccountStatus.NONE:
        world.identified = persona
        return Arrival.NO_ACCOUNT
    if status is AccountStatus.LOCKED:
        return Arrival.ACCOUNT_LOCKED
    world.sign_out()
    if status is AccountStatus.PROVISIONAL:
        world.visitor = persona
        return Arrival.NEW_CODE_NEEDED
    asked = world.admit(persona) is SignIn.ONE_TIME_CODE_NEEDED
    return Arrival.ONE_TIME_CODE_NEEDED if asked else Arrival.SIGNED_IN


def leave_somebody_else(world: "World") -> None:
    """Sign out of the account opened by mistake; it is closed on this computer, and one may choose again."""
    world.france_connect = world.france_connect.with_computer_closed()


def _sign_in_with_itself(world: "World", number: str, code: str) -> Answer:
    """Try the number and the code of the account itself: its tries and its lock are those of the sign-in page."""
    typed = nir.compact(number)[: nir.LENGTH]
    persona = world.holder_of(typed)
    account, outcome = world.accounts.get(typed, Account()).tried(code, persona, world.edition)
    world.accounts[typed] = account
    if outcome is SignIn.WELCOME:
        world.france_connect = world.france_connect.awaiting(Step.CONSENT, persona.id)
    return {
        SignIn.WELCOME: Answer.RECOGNISED,
        SignIn.NEW_CODE_NEEDED: Answer.PROVISIONAL_CODE,
        SignIn.WRONG_PAIR: Answer.WRONG_PAIR,
        SignIn.LOCKED: Answer.LOCKED,
    }[outcome]
