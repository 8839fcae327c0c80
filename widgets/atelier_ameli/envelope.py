"""What a tablet of a room gets on paper: who is played, a letter of the caisse, a carte Vitale, a RIB. All invented."""

from typing import TYPE_CHECKING

from atelier_ameli.access.codes import provisional_code
from atelier_ameli.access.second_step import one_time_code
from atelier_ameli.card import lines_of
from atelier_ameli.identity import iban, nir
from atelier_ameli.identity.personas import AccountStatus
from practice.classroom.envelopes import Envelope, Line, Look, Piece
from practice.drawing.dates import day
from practice.drawing.typography import of

if TYPE_CHECKING:
    from atelier_ameli.site import Site
    from atelier_ameli.world import World

_KNOWN = ("number", "code", "last_name", "birth_date", "postcode", "email", "phone")
_DICTATED = ("code",)
_IN_AN_EXERCISE = "Dans un exercice, suivez la fiche de l'écran : c'est parfois une autre personne."
_LETTER = "provisional_code_by_post"


def envelope(site: "Site", name: str) -> Envelope:
    """Return the papers of a persona who has an account."""
    world = site.world(site, name)
    known = _known(world)
    letter = Line("Code de la lettre", _letter_code(world))
    once = Line("Premier code par e-mail", one_time_code(world.persona.nir, 1, site.edition))
    answers = (*known, letter, *([once] if _asks_once(world) else []))
    pieces = (_person(world, known), _letter(world), _vitale_card(world), _rib(world))
    return Envelope(world.persona.full_name, world.persona.story, pieces, answers)


def _known(world: "World") -> tuple[Line, ...]:
    lines = zip(_KNOWN, lines_of(world, world.persona, _KNOWN), strict=True)
    return tuple(Line(line.label, line.value, name in _DICTATED) for name, line in lines)


def _person(world: "World", known: tuple[Line, ...]) -> Piece:
    digits = world.edition.one_time_code_digits
    once = f"À la connexion, un code à {digits} chiffres arrive par e-mail : ouvrez la messagerie, sur l'écran."
    return Piece(
        Look.PERSON,
        f"Vous jouez {world.persona.full_name}",
        known,
        (world.persona.story, *([once] if _asks_once(world) else []), _IN_AN_EXERCISE),
    )


def _asks_once(world: "World") -> bool:
    """Say whether one more code is asked for at the door: not after a provisional one."""
    return bool(world.edition.one_time_code_minutes) and world.persona.account is AccountStatus.ACTIVE


def _letter_code(world: "World") -> str:
    """Return the code that a letter carries: the one in force if it is provisional, else the first one asked for."""
    persona = world.persona
    if persona.account is AccountStatus.PROVISIONAL:
        return persona.code
    return provisional_code(persona.nir, 1, world.edition)


def _letter(world: "World") -> Piece:
    persona, known, code = world.persona, world.known_of(world.persona), _letter_code(world)
    letter = world.site.letters[_LETTER]
    body = letter.body.format(civil_name=persona.civil_name, code=code)
    return Piece(
        Look.LETTER,
        f"La lettre de la caisse : {letter.subject.lower()}",
        (Line("Code provisoire", code, dictated=True),),
        tuple(" ".join(part.split()) for part in body.strip().split("\n\n")),
        f"Ce code ouvre le compte {of(persona.first_name)}."
        if persona.account is AccountStatus.PROVISIONAL
        else "Gardez cette lettre pliée. Ouvrez-la quand vous avez demandé un code provisoire.",
        (world.site.issuer.name, f"Le {day(world.today)}"),
        (persona.civil_name, known.address, f"{persona.postcode} {persona.city.upper()}"),
    )


def _vitale_card(world: "World") -> Piece:
    persona = world.persona
    if not world.known_of(persona).vitale_card:
        return Piece(Look.FORM, "La carte Vitale", texts=(f"{persona.first_name} n'a pas encore de carte Vitale.",))
    lines = [Line("Nom", persona.full_name), Line("Numéro de sécurité sociale", nir.grouped(persona.nir_with_key))]
    if persona.vitale_number:
        lines.append(Line("Numéro de série", persona.vitale_number))
    return Piece(Look.CARD, "La carte Vitale", tuple(lines))


def _rib(world: "World") -> Piece:
    persona = world.persona
    account = persona.iban or world.known_of(persona).iban
    return Piece(
        Look.FORM,
        "Le relevé d'identité bancaire (RIB)",
        (
            Line("Titulaire", f"{persona.civil_name} {persona.first_name}"),
            Line("Code banque", account[4:9]),
            Line("Code guichet", account[9:14]),
            Line("Numéro de compte", account[14:25]),
            Line("Clé RIB", account[25:]),
            Line("IBAN", iban.grouped(account)),
            Line("BIC", "ABCDEFGH"),
            Line("Banque", "Banque de l'Exemple, agence d'entraînement"),
        ),
    )
