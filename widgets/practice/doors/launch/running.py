"""Ports: is one free, and is the course open there already? The standard library alone."""

import http.client
import os
import socket
import sys
import webbrowser

from practice.doors.launch.long_work import tell

_HOME = "/voila/render/"  #: where the front address of an open course leads
_PATIENCE = 6  #: seconds: a course that is being opened answers a moment later
_NEIGHBOURS = 10  #: ports that a double click tries


def is_free(port: int) -> bool:
    """Tell whether one may listen at a port. Raises PermissionError where this is not for everybody."""
    with socket.socket() as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except PermissionError:
            raise
        except OSError:
            return False
    return True


def is_open(port: int) -> bool:
    """Tell whether the course answers at a port of this computer."""
    connection = http.client.HTTPConnection("localhost", port, timeout=_PATIENCE)
    try:
        connection.request("GET", "/")
        return _HOME in (connection.getresponse().getheader("Location") or "")
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def show(port: int, *, browser: bool = True) -> None:
    """Say that the course is open already, and show it."""
    address = f"http://localhost:{port}/"
    tell(f"L'atelier est déjà ouvert : {address}\nVous pouvez fermer cette fenêtre-ci.")
    if browser:
        webbrowser.open(address)


def settle(called: str, command: str, port: int, usual: int, *, any_will_do: bool = False) -> tuple[int, bool]:
    """Return the port to listen at, and whether the course is open there. Leave, and say why, if none can be had.

    Parameters: how the command is typed, the command, the port asked for, its usual one, whether a neighbour will do.
    """
    try:
        for one in range(port, port + (_NEIGHBOURS if any_will_do else 1)):
            if is_free(one):
                return one, False
            if command == "voila" and is_open(one):
                return one, True
    except PermissionError:
        sys.exit(
            f"Le port {port} est réservé à l'administration de cet ordinateur.\n"
            f"Choisissez un numéro plus grand : {called} {command} --port {usual}",
        )
    sys.exit(
        f"Le port {port} n'est pas libre : l'atelier est peut-être déjà ouvert, ou un autre programme l'occupe.\n"
        f"Pour en choisir un autre : {called} {command} --port {port + 1}",
    )
