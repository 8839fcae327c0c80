"""The steps of the creation of an account, as rules: who, papers, address, code."""

from atelier_ameli.creation.creation import ProofFault, Recognition
from atelier_ameli.creation.creation_steps import (
    choose_first_code,
    prove,
    recognise,
)
from atelier_ameli.world import World
from tests.support import SITE

RULES = SITE.edition


def played_as(name: str) -> World:
    """Return the world of a persona."""
    return World(SITE, name)


def say_who(world: World, **wrong: object) -> Recognition:
    """Answer the first questions, rightly but for what is `wrong`."""
    persona = world.persona
    right = {name: getattr(persona, name) for name in ("nir", "last_name", "birth_date", "postcode")}
    return recognise(world, **{**right, **wrong})


def show_papers(world: World, **wrong: str) -> list[ProofFault]:
    """Give the numbers of the papers, rightly but for what is `wrong`."""
    persona = world.persona
    right = {
        "vitale_end": persona.vitale_number[-RULES.vitale_end_length :],
        "account_end": persona.account_number[-RULES.account_end_length :],
        "known_iban": SITE.information[persona.id].iban,
    }
    return prove(world, **{**right, **wrong})


def up_to_the_link(name: str = "jean", code: str = "") -> World:
    """Return a world where only the link is to be followed."""
    world = played_as(name)
    say_who(world)
    show_papers(world)
    give_address(world, world.persona.email)
    choose_first_code(world, code or world.persona.new_code)
    return world


def give_address(world: World, email: str) -> None:
    """Give an address for the account."""
    world.creation = world.creation.with_contact(world.identified.id, email, "")
