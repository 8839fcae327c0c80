"""The steps of creating an account, each as it changes the simulated world (domain.md §1.3; seed, « Création »)."""

from datetime import date
from typing import TYPE_CHECKING

from atelier_ameli.access.accounts import Account
from atelier_ameli.creation.creation import LinkUse, ProofFault, Recognition
from atelier_ameli.identity.personas import AccountStatus, Persona
from practice.drawing.dates import age

if TYPE_CHECKING:
    from atelier_ameli.world import World


def may_create(world: "World", persona: Persona) -> Recognition:
    """Say whether a person may create an account, or why not."""
    if world.accounts[persona.nir].status is not AccountStatus.NONE:
        return Recognition.HAS_ACCOUNT
    if age(persona.birth_date, world.today) < world.edition.own_account_age:
        return Recognition.TOO_YOUNG
    return Recognition.WAITING if persona.waiting else Recognition.RECOGNISED


def recognise(world: "World", nir: str, last_name: str, birth_date: date, postcode: str) -> Recognition:
    """Look for the person who gives these four answers.

    One wrong answer gets the same reply whichever it is: otherwise anybody could check somebody's birth date.
    Source: « informations saisies sont erronées » is all that the real site says (domain.md §1.1).
    """
    persona = world.holder_of(nir)
    if persona is None or not persona.is_told_by(last_name, birth_date, postcode):
        return Recognition.UNKNOWN
    found = may_create(world, persona)
    if found is Recognition.RECOGNISED:
        world.creation = world.creation.for_person(persona.id)
        if world.identified != persona:
            world.identified = None
    return found


def is_stopped(world: "World") -> bool:
    """Say whether too many proofs were wrong: one must wait."""
    return world.creation.stopped(world.now, world.edition)


def tries_left(world: "World") -> int:
    """Return how many wrong proofs are still allowed before one must wait."""
    return max(0, world.edition.creation_attempts - world.creation.wrong_proofs)


def right_proofs(world: "World", vitale_end: str, account_end: str, known_iban: str) -> dict[ProofFault, bool]:
    """Say for each proof whether it is right: the ends of two numbers that the caisse knows."""
    persona = world.personas[world.creation.person]
    number, account = persona.vitale_number, known_iban[14:25]
    ends = (world.edition.vitale_end_length, world.edition.account_end_length)
    return {
        ProofFault.VITALE: bool(number) and vitale_end == number[-ends[0] :],
        ProofFault.RIB: bool(account) and account_end == account[-ends[1] :],
    }


def prove_iban(world: "World", iban_end: str, known_iban: str) -> bool:
    """Try the end of the IBAN. Say whether it is the one that the caisse knows: then the person is identified."""
    right = right_iban(world, iban_end, known_iban)
    _tried(world, right=right)
    return right


def right_iban(world: "World", iban_end: str, known_iban: str) -> bool:
    """Say whether the end of an IBAN is that of the one that the caisse knows."""
    return bool(known_iban) and iban_end == known_iban[-world.edition.iban_end_length :]


def _tried(world: "World", *, right: bool) -> None:
    if not right:
        world.creation = world.creation.with_wrong_proof(world.now, world.edition)
        return
    world.creation = world.creation.proven()
    world.identified = world.personas[world.creation.person]


def page_of_proof(world: "World") -> str:
    """Return the page that asks what only the person can read."""
    return "create_iban" if world.edition.iban_end_length else "create_proof"


def prove(world: "World", vitale_end: str, account_end: str, known_iban: str) -> list[ProofFault]:
    """Try the two proofs. Return those that are wrong; without any, the person is identified."""
    right = right_proofs(world, vitale_end, account_end, known_iban)
    wrong = [proof for proof, is_right in right.items() if not is_right]
    _tried(world, right=not wrong)
    return wrong


def address_taken(world: "World", email: str) -> bool:
    """Say whether an account has this address: « 1 adresse mail = 1 compte » (seed)."""
    same = [p for p in world.personas.values() if p.email and p.email.casefold() == email.casefold()]
    return any(world.accounts[p.nir].status is not AccountStatus.NONE for p in same)


def choose_first_code(world: "World", code: str) -> None:
    """Take the code of the account to come, and send the validation link."""
    if world.identified is None:
        raise ValueError("nobody is identified")
    kept = "" if code == world.identified.new_code else code
    world.creation = world.creation.with_code(kept)
    send_link(world)


def send_link(world: "World") -> bool:
    """Send a validation link, unless enough of them wait in the mailbox. Return whether it went."""
    creation, edition = world.creation, world.edition
    if not creation.can_send(world.now, edition):
        return False
    world.deliver(creation.email, "account_link", link_number=creation.links + 1)
    world.creation = creation.with_link(world.now, edition)
    return True


def follow_link(world: "World", number: int) -> LinkUse:
    """Follow the `number`-th validation link; the last one, in time, creates the account."""
    creation, persona = world.creation, world.identified
    use = creation.link_use(number, world.now, world.edition)
    if use is not LinkUse.CREATED or creation.done:
        return use
    if persona is None or persona.id != creation.owner:  # somebody else has begun since
        return LinkUse.REPLACED
    world.accounts[persona.nir] = Account().with_new_code(creation.code)
    world.creation = creation.created()
    world.identified = None
    world.deliver(creation.email, "account_created")
    return use
