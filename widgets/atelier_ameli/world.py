"""The simulated world around one persona: the accounts of the site, her messages, the clock."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from atelier_ameli.access import second_step as one_time
from atelier_ameli.access.accounts import Account, CodeRequest, SignIn
from atelier_ameli.access.codes import provisional_code, without_codes
from atelier_ameli.access.reset import Reset
from atelier_ameli.access.second_step import SecondStep, one_time_code
from atelier_ameli.app.vitale_app import CODE_LETTER, VitaleAppState, app_code, check_vitale_app, suggested_secret
from atelier_ameli.creation.creation import Creation
from atelier_ameli.edition import Edition
from atelier_ameli.france_connect.france_connect_visit import Visit
from atelier_ameli.identity import nir
from atelier_ameli.identity.personas import AccountStatus, Persona
from atelier_ameli.information.information import Information
from atelier_ameli.messages.messages import Correspondence, Sent
from atelier_ameli.payments.payment_history import payment_history
from atelier_ameli.payments.payments import Payment
from atelier_ameli.prevention.prevention import Enrolments
from atelier_ameli.public_site.way_in import WayIn
from atelier_ameli.world_parts import (
    KeptAccount,
    accounts_of,
    changed_accounts,
    check_accounts,
    check_correspondence,
    check_creation,
    check_enrolments,
    check_reset,
    check_second_step,
    check_signed_in,
    check_visit,
    untouched_accounts,
)
from practice import world as practice_world
from practice.mail.inbox import Folder, Message
from practice.parts import part, persona_or_nobody


@dataclass(eq=False)
class World(practice_world.World):
    """The world of ameli: the accounts of the site besides the clock, the mailbox, the phone and the requests."""

    accounts: dict[str, Account] = part(  # by number
        untouched_accounts, dict[str, KeptAccount], keep=changed_accounts, take_up=accounts_of, check=check_accounts
    )
    correspondence: Correspondence = part(lambda _: Correspondence(), Correspondence, check=check_correspondence)
    second_step: SecondStep = part(lambda _: SecondStep(), SecondStep, check=check_second_step)
    vitale_app: VitaleAppState = part(lambda _: VitaleAppState(), VitaleAppState, check=check_vitale_app)
    reset: Reset = part(lambda _: Reset(), Reset, check=check_reset)
    way_in: WayIn = part(lambda _: WayIn(), WayIn)
    creation: Creation = part(lambda _: Creation(), Creation, check=check_creation)
    france_connect: Visit = part(lambda _: Visit(), Visit, check=check_visit)
    enrolments: dict[str, Enrolments] = part(  # in the programmes of prevention, by persona id
        lambda _: {}, dict[str, Enrolments], check=check_enrolments
    )
    visitor: Persona | None = persona_or_nobody(  # signed in with a provisional code, who must now choose another
        "visitor", check_signed_in
    )
    identified: Persona | None = persona_or_nobody("identified")  # has proven who she is, and has no account yet

    secrets: ClassVar = {Creation: ("code",)}

    @property
    def subjects(self) -> tuple[Any, ...]:
        """What facts speak of: the world, its parts, and those of whoever is played."""
        mine = self.enrolments.get(self.signed_in.id) if self.signed_in else None
        return (*super().subjects, self.account, mine)

    @property
    def edition(self) -> Edition:
        """The rules of the year."""
        return self.site.edition

    @property
    def owner(self) -> Persona:
        """Whose account it is: that of whoever the persona is attached to, or her own."""
        return self.personas.get(self.persona.holder, self.persona)

    @property
    def last_visit(self) -> datetime | None:
        return super().last_visit if self.holder.has_account else None

    @property
    def contact_phone(self) -> str:
        """The one given when the account was created, if it was in this exercise."""
        created = self.creation.done and self.creation.owner == self.holder.id
        return self.creation.phone if created else self.holder.phone

    @property
    def number_keyboard(self) -> str:
        """Which keyboard a phone shows for the numéro: one with letters only where hers has some."""
        return "numeric" if f"{self.persona.nir}{self.owner.nir}".isdigit() else "text"

    @property
    def secret_codes(self) -> tuple[str, ...]:
        """What opens the account, or would have, or will, and her other accounts: on the card, chosen or sent."""
        holder = self.holder
        account = self.accounts[holder.nir]
        sent = [provisional_code(holder.nir, number + 1, self.edition) for number in range(account.sent)]
        once = range(self.second_step.sending.count if self.second_step.owner == holder.id else 0)
        sent += [one_time_code(holder.nir, number + 1, self.edition) for number in once]
        elsewhere = (one.password for one in self.site.france_connect.citizen(self.persona.id).accounts)
        return tuple(filter(None, (holder.code, holder.new_code, account.chosen_code, *sent, *elsewhere)))

    @classmethod
    def codes_of(cls, site: Any) -> tuple[str, ...]:
        people = site.personas.values()
        elsewhere = (one.password for person in people for one in site.france_connect.citizen(person.id).accounts)
        return tuple(filter(None, (*(code for one in people for code in (one.code, one.new_code)), *elsewhere)))

    def without_secrets(self, text: str) -> str:
        return without_codes(text, self.secret_codes)

    def check_signed_in(self) -> None:
        check_signed_in(self)

    def words(self) -> dict[str, str]:
        owner = self.owner
        carrying = [message for message in self.messages if message.code_number]
        codes = {message.kind: self.code_in(message) for message in carrying}  # the last of each
        once, app = codes.pop(one_time.LETTER, ""), codes.pop(CODE_LETTER, "")
        return {
            "number": nir.grouped(owner.nir),
            "code": owner.code,
            "new_code": owner.new_code,
            "last_name": owner.last_name,
            "birth_date": f"{owner.birth_date:%d/%m/%Y}",
            "postcode": owner.postcode,
            "email": owner.email,
            "sent_code": next(reversed(codes.values()), ""),
            "iban_end": owner.iban[-self.edition.iban_end_length :] if self.edition.iban_end_length else "",
            "one_time_code": once,
            "app_code": app,
            "app_secret": suggested_secret(owner.nir),
        }

    @property
    def beneficiaries(self) -> tuple[Persona, ...]:
        """Who the account covers: its holder first, then those attached to her.

        The account is that of whoever is signed in; until then, the one that the persona who is played would open.
        """
        return self.covered_by(self.holder)

    def covered_by(self, holder: Persona) -> tuple[Persona, ...]:
        """Return a holder and those attached to her."""
        return (holder, *(p for p in self.personas.values() if p.holder == holder.id))

    def known_of(self, holder: Persona) -> Information:
        """Return what the caisse knows of a holder; the appointments called off since are left out."""
        return self.site.information[holder.id].without_cancelled(self.requests.cancelled)

    @property
    def payments(self) -> tuple[Payment, ...]:
        """All the payments of the account that its site still knows, newest first."""
        holder, *dependants = self.beneficiaries
        return payment_history(holder, tuple(dependants), self.edition, self.today)

    @property
    def account(self) -> Account:
        """The account of the persona who is played."""
        return self.accounts[self.persona.nir]

    def holder_of(self, nir: str) -> Persona | None:
        """Return the persona who has this number, if any."""
        return next((p for p in self.personas.values() if p.nir == nir), None)

    def sign_in(self, nir: str, code: str) -> SignIn:
        """Try to sign in with a number of 13 characters and a code."""
        persona = self.holder_of(nir)
        self.accounts[nir], outcome = self.accounts.get(nir, Account()).tried(code, persona, self.edition)
        self.sign_out()
        if outcome is SignIn.WELCOME:
            return self.admit(persona)
        self.visitor = persona if outcome is SignIn.NEW_CODE_NEEDED else None
        return outcome

    def admit(self, persona: Persona) -> SignIn:
        """Open the account of a person who has proven who she is, or ask for one more code first."""
        self.sign_out()
        if self.edition.one_time_code_minutes and persona.id not in self.second_step.known:
            self.second_step = self.second_step.begun(persona.id)
            return SignIn.ONE_TIME_CODE_NEEDED
        self.signed_in = persona
        return SignIn.WELCOME

    def let_in(self) -> None:
        super().let_in()
        self.visitor = None

    def attempts_left(self, nir: str) -> int:
        """Return how many wrong codes this number may still type before it is locked."""
        return max(0, self.edition.attempts_before_lock - self.accounts.get(nir, Account()).failed_attempts)

    def sign_out(self) -> None:
        super().sign_out()
        self.visitor = None
        self.second_step = self.second_step.left()

    def ask_code(self, nir: str, last_name: str, birth_date: date, postcode: str) -> CodeRequest:
        """Ask for a provisional code by e-mail. The answer is the same whether the account exists or not.

        The code is sent only if all four answers are right and the e-mail of the account was validated (seed,
        « Renouvellement code provisoire »).
        """
        persona = self.holder_of(nir)
        account, outcome = self.accounts.get(nir, Account()).code_requested(self.edition)
        self.accounts[nir] = account
        right = (
            persona is not None
            and account.status is not AccountStatus.NONE
            and persona.is_told_by(last_name, birth_date, postcode)
        )
        if outcome is CodeRequest.RECEIVED and right and persona.email_validated:
            self._send_code(persona, "provisional_code", Folder(persona.mail_folder))
        return outcome

    def call_caisse(self, *, by_post: bool = False) -> bool:
        """Call the caisse, which sends a provisional code by text message (domain.md §1.2: 36 46, RIB at hand).

        By post, the letter is laid in the mailbox of the exercise once its days have gone by.
        Returns whether the persona has an account, and a phone if it needs one.
        """
        if self.account.status is AccountStatus.NONE or not (by_post or self.persona.phone):
            return False
        if by_post:
            self.wait(days=self.edition.letter_days)
            self._send_code(self.persona, "provisional_code_by_post", Folder.INBOX)
        else:
            self._send_code(self.persona, "provisional_code_by_phone", Folder.PHONE)
        return True

    def choose_code(self, code: str) -> None:
        """Put a new code in force for the visitor who signed in with a provisional one; she is then signed in."""
        if self.visitor is None:
            raise ValueError("nobody signed in with a provisional code")
        persona, self.visitor = self.visitor, None
        kept = "" if code == persona.new_code else code
        self.accounts[persona.nir] = self.accounts[persona.nir].with_new_code(kept)
        self.signed_in = persona
        folder = Folder(persona.mail_folder)
        if persona.email_validated:
            self.receive(persona, Message("code_changed", folder, self.later()))

    def write_to_caisse(self, subject: str, text: str, document: str = "") -> Sent:
        """Send a message to the caisse from the account that is open; return it with its reference."""
        if self.signed_in is None:
            raise ValueError("nobody is signed in")
        number = len(self.correspondence.sent) + 1
        sent = Sent(self.signed_in.id, number, self.later(), subject, text, document)
        self.correspondence = self.correspondence.with_sent(sent)
        return sent

    def code_in(self, message: Message) -> str:
        """Return the code that a message carries, provisional or for once, or an empty text."""
        if message.kind == one_time.LETTER:
            return one_time_code(self.owner.nir, message.code_number, self.edition) if message.code_number else ""
        if message.kind == CODE_LETTER:
            return app_code(self.owner.nir, message.code_number)
        return provisional_code(self.persona.nir, message.code_number, self.edition) if message.code_number else ""

    def _send_code(self, persona: Persona, kind: str, folder: Folder) -> None:
        account = self.accounts[persona.nir] = self.accounts[persona.nir].with_provisional_code()
        self.receive(persona, Message(kind, folder, self.later(), code_number=account.sent))
