"""The persona's card: all that the page asks for stands on it, so that nothing is to be remembered."""

from dataclasses import dataclass

from atelier_ameli.domain import nir
from atelier_ameli.domain.personas import AccountStatus, Persona
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.screens.page import Page


@dataclass(frozen=True)
class CardLine:
    """One line of the card. `copy` is what its copy button copies; a line without has no button."""

    label: str
    value: str
    copy: str = ""


@dataclass(frozen=True)
class Card:
    """The card that lies beside the site."""

    name: str
    story: str
    lines: list[CardLine]


def card_of(simulation: Simulation, page: Page) -> Card:
    """Return the card of the persona who is played, with what this page asks for."""
    persona = simulation.persona
    used = simulation.personas[persona.holder] if persona.holder else persona
    lines = [_LINES[name](simulation, used) for name in page.card]
    return Card(persona.full_name, persona.story, lines)


def _number(_: Simulation, persona: Persona) -> CardLine:
    number = nir.grouped(persona.nir)
    return CardLine("Numéro de sécurité sociale", number, number)


def _code(simulation: Simulation, persona: Persona) -> CardLine:
    account = simulation.accounts[persona.nir]
    if account.chosen_code:
        return CardLine("Code", "celui que vous avez choisi")
    if account.renewed and account.status is AccountStatus.ACTIVE:
        return CardLine("Nouveau code", persona.new_code, persona.new_code)
    if account.status is AccountStatus.PROVISIONAL and account.sent:
        return CardLine("Code provisoire", "dans le message reçu")
    if persona.account is AccountStatus.NONE:
        return CardLine("Code", "pas de compte, donc pas de code")
    if persona.forgot_code:
        return CardLine("Code", "oublié")
    return CardLine(
        "Code provisoire" if persona.account is AccountStatus.PROVISIONAL else "Code", persona.code, persona.code
    )


def _new_code(_: Simulation, persona: Persona) -> CardLine:
    return CardLine("Nouveau code conseillé", persona.new_code, persona.new_code)


def _last_name(_: Simulation, persona: Persona) -> CardLine:
    return CardLine("Nom", persona.last_name.upper(), persona.last_name.upper())


def _birth_date(_: Simulation, persona: Persona) -> CardLine:
    date = f"{persona.birth_date:%d/%m/%Y}"
    return CardLine("Date de naissance", date, date)


def _postcode(_: Simulation, persona: Persona) -> CardLine:
    return CardLine("Code postal", f"{persona.postcode} ({persona.city})", persona.postcode)


def _email(_: Simulation, persona: Persona) -> CardLine:
    return CardLine("Adresse e-mail", persona.email or "pas d'adresse")


_LINES = {
    "number": _number,
    "code": _code,
    "new_code": _new_code,
    "last_name": _last_name,
    "birth_date": _birth_date,
    "postcode": _postcode,
    "email": _email,
}
