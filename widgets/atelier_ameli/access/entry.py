"""What happens in the exercise at the second step, and after a password is forgotten."""

from datetime import date
from typing import TYPE_CHECKING

from atelier_ameli.access import reset, second_step
from atelier_ameli.access.accounts import Account, CodeRequest
from atelier_ameli.access.reset import ResetLink
from atelier_ameli.access.second_step import CodeTry, one_time_code
from atelier_ameli.access.sending import Sending
from atelier_ameli.identity.personas import AccountStatus
from practice.mail.inbox import Folder, Message

if TYPE_CHECKING:
    from atelier_ameli.world import World


def send_one_time_code(world: "World") -> bool:
    """Send a code to whoever waits, unless enough of them are in the mailbox. Return whether it went."""
    step, edition = world.second_step, world.edition
    minutes = edition.one_time_code_minutes
    if not step.sending.can_go(world.now, minutes, edition.code_requests_in_a_row):
        return False
    persona = world.personas[step.person]
    sending = step.sending.gone(world.later(), minutes)
    world.second_step = world.second_step.begun(persona.id).with_sending(sending)
    if persona.email_validated and persona == world.owner:  # a parent opens the account for the child who is played
        folder = Folder(persona.mail_folder)
        world.receive(world.persona, Message(second_step.LETTER, folder, world.now, code_number=sending.count))
    return True


def try_one_time_code(world: "World", typed: str, *, recognise: bool) -> CodeTry:
    """Try a code; the right one opens the account, and recognises the device if that is wished."""
    step, edition = world.second_step, world.edition
    persona = world.personas[step.person]
    codes = [one_time_code(persona.nir, number + 1, edition) for number in range(step.sending.count)]
    if typed not in codes:
        return CodeTry.WRONG
    if typed != codes[-1]:
        return CodeTry.REPLACED
    if not step.sending.works(world.now, edition.one_time_code_minutes):
        return CodeTry.EXPIRED
    step = step.with_sending(step.sending.used()).left()
    world.second_step = step.recognising(persona.id) if recognise else step
    world.signed_in = persona
    return CodeTry.RIGHT


def ask_reset_link(world: "World", nir: str, birth_date: date) -> CodeRequest:
    """Ask for a link to a new password. The answer is the same whether the account exists or not."""
    persona = world.holder_of(nir)
    account, outcome = world.accounts.get(nir, Account()).code_requested(world.edition)
    world.accounts[nir] = account
    right = persona is not None and account.status is not AccountStatus.NONE and persona.birth_date == birth_date
    if outcome is CodeRequest.RECEIVED and right and persona.email_validated:
        before = world.reset.sending if world.reset.owner == persona.id else Sending()
        world.reset = world.reset.sent_to(persona.id, before.gone(world.later(), world.edition.reset_link_minutes))
        number = world.reset.sending.count
        world.receive(persona, Message(reset.LETTER, Folder(persona.mail_folder), world.now, link_number=number))
    return outcome


def follow_reset_link(world: "World", number: int) -> ResetLink:
    """Follow the `number`-th link; the last one, in time, lets a new password be chosen."""
    sending = world.reset.sending
    if number != sending.count:
        return ResetLink.REPLACED
    if sending.at is None:
        return ResetLink.USED
    if not sending.works(world.now, world.edition.reset_link_minutes):
        return ResetLink.EXPIRED
    world.reset = world.reset.followed()
    return ResetLink.OPEN


def choose_password(world: "World", password: str) -> None:
    """Put a new password in force for whoever followed her link; a lock is lifted."""
    persona = world.personas[world.reset.owner]
    kept = "" if password == persona.new_code else password
    world.accounts[persona.nir] = world.accounts[persona.nir].with_new_code(kept)
    world.reset = world.reset.used()
    world.receive(persona, Message("code_changed", Folder(persona.mail_folder), world.later()))
