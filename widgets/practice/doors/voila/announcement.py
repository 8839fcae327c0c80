"""What the terminal says when the room is open: where the course is, and how to stop it."""

import io
import socket
import sys
from collections.abc import Sequence

import segno

#: Addresses that nobody answers at: one behind the room's router, then one in each network that a computer makes
#: when it shares its own connection (Linux, Windows, macOS).
_BEACONS = ("192.0.2.1", "10.42.0.2", "192.168.137.2", "192.168.2.2")


def lan_addresses() -> list[str]:
    """Return the addresses at which tablets may reach this computer, the likeliest first. Nothing is sent."""
    found = []
    for beacon in _BEACONS:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((beacon, 9))  # chooses the way there; with UDP that is all it does
            except OSError:
                continue
            found.append(probe.getsockname()[0])
    return [address for address in dict.fromkeys(found) if not address.startswith("127.")]


def announcement(
    local: str, lan: list[str], year: str = "", others: Sequence[str] = (), *, more: Sequence[str] = (), join: str = ""
) -> str:
    """Say where the course is, for this computer and for the tablets, and how to stop it.

    `others`: years to choose. Of a trainer's room, if one is open: `more`, its lines; `join`, the end of its address.
    """
    chosen = f" (au choix, sur l'accueil : {', '.join(others)})" if others else ""
    shown = [f"  L'année du site :     {year}{chosen}"] if year else []
    lines = ["", "L'atelier est ouvert.", "", *shown, f"  Sur cet ordinateur :  {local}"]
    if lan:
        lines += [f"  Sur les tablettes :   {address}" for address in lan]
        lines += ["", qr_code(lan[0] + join, sys.stdout.encoding)]
    else:
        lines += ["  Les tablettes n'y ont pas accès : pas de réseau, ou ouverture avec --local.", ""]
    return "\n".join([*lines, *more, "Pour arrêter : Ctrl-C", ""])


def qr_code(url: str, encoding: str | None) -> str:
    """Draw an address for a tablet's camera, or nothing where the terminal has no such characters."""
    drawing = io.StringIO()
    segno.make(url, micro=False).terminal(drawing, border=2, compact=True)
    try:
        drawing.getvalue().encode(encoding or "ascii")
    except UnicodeEncodeError:
        return ""
    return drawing.getvalue()
