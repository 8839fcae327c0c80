"""The paper kit of a room, `sheets --salle`: what is written, for how many tablets, and what is refused."""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from practice.classroom.dealing import deal, players
from practice.classroom.envelopes import Envelope
from practice.doors.command import Parser
from practice.doors.sheets.envelope_sheets import envelope_text, envelopes_sheet
from practice.doors.sheets.handout import Handout
from practice.doors.sheets.kit_sheets import SEATS, attendance
from practice.doors.sheets.slips import WayIn, resume_slips, strips
from practice.doors.sheets.trainer_cards import trainer_cards
from practice.doors.voila.announcement import lan_addresses
from practice.site import Site

ROOM, TEXT = "salle", "texte"  #: the folder of the kit, and in it that of what a screen reader reads
MOST = 40  #: tablets
PORT = 8866  #: at which a room is open if nobody says another one
JOIN = "rejoindre"  #: the page where a tablet comes in
_TOLD = ("tablettes", "adresse", "port", "code")
_BY_HAND = "-"
_HOST = re.compile(r"[\w.:-]*\w[\w.:-]*", re.ASCII)
_PATH = re.compile(r"[\w/.~-]*", re.ASCII)


@dataclass(frozen=True)
class Room:
    """The room that is asked for."""

    tablets: int
    way_in: WayIn


def add_classroom(parser: Parser) -> Parser:
    """Read what is said of a room, too."""
    parser.add_argument("--salle", action="store_true")
    for option in _TOLD:
        parser.add_argument(f"--{option}")
    return parser


def asked_room(site: type[Site], options: argparse.Namespace) -> Room | None:
    """Return the room that is asked for, if one is. Raises ValueError, in words for whoever typed the command."""
    if not options.salle:
        said = [name for name in _TOLD if getattr(options, name) is not None]
        if said:
            raise ValueError(f"« --{said[0]} » va avec « --salle » : ajoutez « --salle » à la commande.")
        return None
    if site.envelope is None:
        raise ValueError("Ce site n'a pas de papiers pour une salle.")
    tablets = _number("tablettes", options.tablettes, SEATS, MOST)
    port = _number("port", options.port, PORT, 65535)
    code = re.sub(r"[\s.-]", "", options.code or "")
    if options.code is not None and not re.fullmatch(r"\d{6}", code, re.ASCII):
        raise ValueError(f"« --code {options.code} » : le code de la salle a 6 chiffres. Il est dans le terminal.")
    return Room(tablets, WayIn(_address(options.adresse, port), code))


def _number(option: str, said: str | None, usual: int, most: int) -> int:
    if said is None:
        return usual
    if not (re.fullmatch(r"\d{1,9}", said, re.ASCII) and 1 <= int(said) <= most):
        raise ValueError(f"« --{option} {said} » : il faut un nombre, de 1 à {most}.")
    return int(said)


def write_room(site: Site, room: Room, output: Path) -> None:
    """Write the kit of a room in the place of an earlier one, and say what it is."""
    seats = [site.envelope(name) for name in deal(players(site), room.tablets)]
    folder = output / ROOM
    (folder / TEXT).mkdir(parents=True, exist_ok=True)
    for name, sheet in room_sheets(site, seats, room.way_in):
        sheet.output(str(folder / f"{name}.pdf"))
        sys.stdout.write(f"{ROOM}/{name}.pdf\n")
    for earlier in (folder / TEXT).glob("tablette_*.html"):
        earlier.unlink()
    for number, envelope in enumerate(seats, 1):
        text = envelope_text(site, number, envelope)
        (folder / TEXT / f"tablette_{number:02}.html").write_text(text, encoding="utf-8")
    sys.stdout.write(f"{ROOM}/{TEXT} : une page à lire par tablette, pour un lecteur d'écran\n")
    where = room.way_in.words or "à écrire à la main"
    sys.stdout.write(f"\nC'est fait. Tablettes : {room.tablets}. Adresse : {where}.\nLes papiers sont dans {folder}.\n")


def room_sheets(site: Site, seats: list[Envelope], way_in: WayIn) -> Iterator[tuple[str, Handout]]:
    """Yield each sheet of the kit, with its name."""
    yield "enveloppes", envelopes_sheet(site, seats)
    yield "bandes_a_couper", strips(site, [seat.name for seat in seats], way_in)
    yield "cartes_formateur", trainer_cards(site, seats)
    yield "feuille_de_presence", attendance(site, len(seats))
    yield "codes_de_reprise", resume_slips(site, len(seats))


def _address(said: str | None, port: int = PORT) -> str:
    """Return the address where a tablet joins: what was said, else this computer's; empty to write it by hand."""
    if said == _BY_HAND:
        return ""
    if said is None:
        found = lan_addresses()
        return f"http://{found[0]}:{port}/{JOIN}" if found else ""
    whole = said if "://" in said else f"http://{said}"
    if not _is_address(whole):
        raise ValueError(f"« --adresse {said} » : il faut une adresse comme 192.168.1.20:{PORT}, ou - pour l'écrire.")
    plain = whole.rstrip("/").removesuffix(f"/{JOIN}")
    return f"{plain if '://' in said or urlsplit(whole).port else f'{plain}:{port}'}/{JOIN}"


def _is_address(whole: str) -> bool:
    try:
        read = urlsplit(whole)
        port = read.port
    except ValueError:  # a port that is none, a number in brackets that is none
        return False
    known = read.scheme in ("http", "https") and port != 0 and not (read.query or read.fragment or read.username)
    return known and bool(_HOST.fullmatch(read.hostname or "") and _PATH.fullmatch(read.path))
