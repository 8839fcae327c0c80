"""The steps of creating an account, each as it changes the simulated world (domain.md §1.3; seed, « Création »)."""

from datetime import date

from atelier_ameli.domain.accounts import Account
from atelier_ameli.domain.creation import LinkUse, ProofFault, Recognition
from atelier_ameli.domain.personas import AccountStatus, Persona
from atelier_ameli.domain.refunds import age
from atelier_ameli.domain.simulation import Simulation


def may_create(simulation: Simulation, persona: Persona) -> Recognition:
    """Say whether a person may create an account, or why not."""
    if simulation.accounts[persona.nir].status is not AccountStatus.NONE:
        return Recognition.HAS_ACCOUNT
    if age(persona.birth_date, simulation.today) < simulation.edition.own_account_age:
        return Recognition.TOO_YOUNG
    return Recognition.WAITING if persona.waiting else Recognition.RECOGNISED


def recognise(simulation: Simulation, nir: str, last_name: str, birth_date: date, postcode: str) -> Recognition:
    """Look for the person who gives these four answers.

    One wrong answer gets the same reply whichever it is: otherwise anybody could check somebody's birth date.
    Source: « informations saisies sont erronées » is all that the real site says (domain.md §1.1).
    """
    persona = simulation.holder_of(nir)
    if persona is None or not persona.is_told_by(last_name, birth_date, postcode):
        return Recognition.UNKNOWN
    found = may_create(simulation, persona)
    if found is Recognition.RECOGNISED:
        simulation.creation = simulation.creation.for_person(persona.id)
        if simulation.identified != persona:
            simulation.identified = None
    return found


def is_stopped(simulation: Simulation) -> bool:
    """Say whether too many proofs were wrong: one must wait."""
    return simulation.creation.stopped(simulation.now, simulation.edition)


def tries_left(simulation: Simulation) -> int:
    """Return how many wrong proofs are still allowed before one must wait."""
    return max(0, simulation.edition.creation_attempts - simulation.creation.wrong_proofs)


def right_proofs(simulation: Simulation, vitale_end: str, account_end: str, known_iban: str) -> dict[ProofFault, bool]:
    """Say for each proof whether it is right: the ends of two numbers that the caisse knows."""
    persona = simulation.personas[simulation.creation.person]
    number, account = persona.vitale_number, known_iban[14:25]
    ends = (simulation.edition.vitale_end_length, simulation.edition.account_end_length)
    return {
        ProofFault.VITALE: bool(number) and vitale_end == number[-ends[0] :],
        ProofFault.RIB: bool(account) and account_end == account[-ends[1] :],
    }


def prove(simulation: Simulation, vitale_end: str, account_end: str, known_iban: str) -> list[ProofFault]:
    """Try the two proofs. Return those that are wrong; without any, the person is identified."""
    right = right_proofs(simulation, vitale_end, account_end, known_iban)
    wrong = [proof for proof, is_right in right.items() if not is_right]
    if wrong:
        simulation.creation = simulation.creation.with_wrong_proof(simulation.now, simulation.edition)
        return wrong
    simulation.creation = simulation.creation.proven()
    simulation.identified = simulation.personas[simulation.creation.person]
    return []


def address_taken(simulation: Simulation, email: str) -> bool:
    """Say whether an account has this address: « 1 adresse mail = 1 compte » (seed)."""
    same = [p for p in simulation.personas.values() if p.email and p.email.casefold() == email.casefold()]
    return any(simulation.accounts[p.nir].status is not AccountStatus.NONE for p in same)


def choose_first_code(simulation: Simulation, code: str) -> None:
    """Take the code of the account to come, and send the validation link."""
    if simulation.identified is None:
        raise ValueError("nobody is identified")
    kept = "" if code == simulation.identified.new_code else code
    simulation.creation = simulation.creation.with_code(kept)
    send_link(simulation)


def send_link(simulation: Simulation) -> bool:
    """Send a validation link, unless enough of them wait in the mailbox. Return whether it went."""
    creation, edition = simulation.creation, simulation.edition
    if not creation.can_send(simulation.now, edition):
        return False
    simulation.deliver(creation.email, "account_link", link_number=creation.links + 1)
    simulation.creation = creation.with_link(simulation.now, edition)
    return True


def follow_link(simulation: Simulation, number: int) -> LinkUse:
    """Follow the `number`-th validation link; the last one, in time, creates the account."""
    creation, persona = simulation.creation, simulation.identified
    use = creation.link_use(number, simulation.now, simulation.edition)
    if use is not LinkUse.CREATED or creation.done:
        return use
    if persona is None or persona.id != creation.owner:  # somebody else has begun since
        return LinkUse.REPLACED
    simulation.accounts[persona.nir] = Account().with_new_code(creation.code)
    simulation.creation = creation.created()
    simulation.identified = None
    simulation.deliver(creation.email, "account_created")
    return use
