"""The persona's card: all that the page asks for stands on it, so that nothing is to be remembered."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from atelier_ameli.france_connect.france_connect import Citizen
from atelier_ameli.identity import nir
from atelier_ameli.identity.personas import AccountStatus, Persona
from atelier_ameli.public_site.address_bar import PUBLIC_SITE_ADDRESS
from practice.drawing.typography import of
from practice.pages.card import Card, CardLine
from practice.pages.page import Page
from practice.services import Channel

if TYPE_CHECKING:
    from atelier_ameli.world import World

_NUMBER = "Numéro de sécurité sociale"
_OF_THE_ACCOUNT = (
    "Code",
    "Mot de passe",
    "Code provisoire",
    "Nom",
    "Date de naissance",
    "Code postal",
    "Adresse e-mail",
)


def card_of(world: "World", page: Page) -> Card:
    """Return the card of the persona who is played, with what this page asks for."""
    persona = world.persona
    used = persona if page.for_herself else world.owner
    lines = lines_of(world, used, page.card)
    if used is not persona:
        lines = list(_told_apart(lines, persona, used))
    return Card(persona.full_name, page.card_story or persona.story, [*lines, *page.card_lines], world.today)


def lines_of(world: "World", persona: Persona, names: Iterable[str]) -> list[CardLine]:
    """Return these lines of a persona's card, by their names."""
    return [_LINES[name](world, persona) for name in names]


def _told_apart(lines: Iterable[CardLine], child: Persona, parent: Persona) -> Iterator[CardLine]:
    """Yield the lines of a parent's account with her name on each, and the child's own number beside hers."""
    whose = f"{parent.first_name}, {'sa mère' if parent.sex == 'F' else 'son père'}"
    for line in lines:
        if line.label == _NUMBER:
            yield replace(line, label=f"Numéro {of(whose)}")
            yield _number_of(child, f"Numéro {of(child.first_name)}")
        elif line.label in _OF_THE_ACCOUNT:
            yield replace(line, label=f"{line.label} {of(parent.first_name)}")
        else:
            yield line


def _number_of(persona: Persona, label: str) -> CardLine:
    number = nir.grouped(persona.nir)
    return CardLine(label, number, number)


def _number(_: "World", persona: Persona) -> CardLine:
    return _number_of(persona, _NUMBER)


def _code(world: "World", persona: Persona) -> CardLine:
    account, secret = world.accounts[persona.nir], world.edition.secret_words[0]
    label = secret.capitalize()
    if account.chosen_code:
        return CardLine(label, "celui que vous avez choisi")
    if account.renewed and account.status is AccountStatus.ACTIVE:
        return CardLine(_code_name(world, persona), persona.new_code, persona.new_code)
    if account.status is AccountStatus.PROVISIONAL and account.sent:
        return CardLine("Code provisoire", "dans le message reçu")
    if persona.account is AccountStatus.NONE:
        return CardLine(label, f"pas de compte, donc pas de {secret}")
    if persona.forgot_code:
        return CardLine(label, "oublié")
    return CardLine(
        "Code provisoire" if persona.account is AccountStatus.PROVISIONAL else label, persona.code, persona.code
    )


def _new_code(world: "World", persona: Persona) -> CardLine:
    return CardLine(_code_name(world, persona, " conseillé"), persona.new_code, persona.new_code)


def _last_name(_: "World", persona: Persona) -> CardLine:
    return CardLine("Nom", persona.last_name.upper(), persona.last_name.upper())


def _birth_date(_: "World", persona: Persona) -> CardLine:
    date = f"{persona.birth_date:%d/%m/%Y}"
    return CardLine("Date de naissance", date, date)


def _postcode(_: "World", persona: Persona) -> CardLine:
    return CardLine("Code postal", f"{persona.postcode} ({persona.city})", persona.postcode)


def _email(_: "World", persona: Persona) -> CardLine:
    return CardLine("Adresse e-mail", persona.email or "pas d'adresse", persona.email)


def _phone(_: "World", persona: Persona) -> CardLine:
    return CardLine("Téléphone mobile", persona.phone or "pas de téléphone", persona.phone)


def _vitale_end(world: "World", persona: Persona) -> CardLine:
    length = world.edition.vitale_end_length
    end = persona.vitale_number[-length:]
    return CardLine(f"Carte Vitale, {length} derniers chiffres", end or "pas de carte", end)


def _account_end(world: "World", persona: Persona) -> CardLine:
    length = world.edition.account_end_length
    end = persona.account_number[-length:]
    return CardLine(f"RIB, {length} derniers signes du compte", end or "pas de RIB", end)


def _iban_end(world: "World", persona: Persona) -> CardLine:
    length = world.edition.iban_end_length
    end = persona.iban[-length:]
    return CardLine(f"IBAN, {length} derniers signes", end or "pas de RIB", end)


def _code_name(world: "World", persona: Persona, more: str = "") -> str:
    """Return the name of a code, in the words of the edition: the first one of an account is not new."""
    secret = world.edition.secret_words[0]
    name = secret if persona.account is AccountStatus.NONE else f"nouveau {secret}"
    return f"{name.capitalize()}{more}"


def _provider_accounts(world: "World", persona: Persona) -> CardLine:
    known = world.site.france_connect
    accounts = [known.provider(account.provider).name for account in known.citizen(persona.id).accounts]
    return CardLine("Ses autres comptes", ", ".join(accounts) or "aucun")


def _computer(world: "World", persona: Persona) -> CardLine:
    return CardLine("Ordinateur", _citizen(world, persona).computer)


def _device(world: "World", persona: Persona) -> CardLine:
    """Return whose device is in hand: her phone is always her own."""
    phone = world.device is Channel.PHONE
    return CardLine("Téléphone", "le sien") if phone else _computer(world, persona)


def _identifier(world: "World", persona: Persona) -> CardLine:
    return _of_account(world, persona, "identifier", "pas de compte ici")


def _password(world: "World", persona: Persona) -> CardLine:
    return _of_account(world, persona, "password", "pas de compte, donc pas de mot de passe")


def _of_account(world: "World", persona: Persona, what: str, without: str) -> CardLine:
    """Return what the person types at the account that was chosen in FranceConnect, or that there is none."""
    provider = world.site.france_connect.provider(world.france_connect.provider)
    account = _citizen(world, persona).account(provider.id)
    label, value = getattr(provider, f"{what}_label"), getattr(account, what, None)
    return CardLine(label, without) if value is None else CardLine(label, value, value)


def _citizen(world: "World", persona: Persona) -> Citizen:
    return world.site.france_connect.citizen(persona.id)


def _site_address(_: "World", __: Persona) -> CardLine:
    address = PUBLIC_SITE_ADDRESS.removeprefix("https://").removesuffix("/")
    return CardLine("Adresse du site", address, address)


_LINES = {
    "number": _number,
    "code": _code,
    "new_code": _new_code,
    "last_name": _last_name,
    "birth_date": _birth_date,
    "postcode": _postcode,
    "email": _email,
    "site_address": _site_address,
    "phone": _phone,
    "vitale_end": _vitale_end,
    "account_end": _account_end,
    "iban_end": _iban_end,
    "provider_accounts": _provider_accounts,
    "computer": _computer,
    "device": _device,
    "identifier": _identifier,
    "password": _password,
}
