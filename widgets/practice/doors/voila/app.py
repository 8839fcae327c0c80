"""The command that serves a room: its options, French words in the terminal, never another port."""

import argparse
import asyncio
import gc
import logging
import os
import signal
import sys
import threading
import webbrowser
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from tornado.ioloop import PeriodicCallback
from tornado.netutil import bind_sockets

from practice import local_file
from practice.checking.check import faults_of, told
from practice.doors.command import Options
from practice.doors.launch import running
from practice.doors.voila import systems
from practice.doors.voila.addresses import Names
from practice.doors.voila.announcement import announcement, lan_addresses
from practice.doors.voila.changes import EVERY, Changes
from practice.doors.voila.limits import WAITING, RoomServer
from practice.doors.voila.open_pages import IDLE, MOST_PAGES
from practice.doors.voila.room import Room
from practice.site import EDITION_VARIABLE, Site

_CULL = 60  #: seconds


class _OneLine(logging.Formatter):
    """Tells an error in one line: a traceback would push the QR code away, and could hold what was typed."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the message, or for an error the kind that it is."""
        kind = record.exc_info and record.exc_info[0]
        return f"Erreur\N{NO-BREAK SPACE}: {kind.__name__} ({record.name})" if kind else record.getMessage()


def parse(site: type[Site], arguments: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = Options(allow_abbrev=False)
    parser.add_argument("--port", type=int, default=8866, help="le port d'écoute")
    parser.add_argument("--ip", default="", help="l'adresse d'écoute ; sans elle, toutes")
    parser.add_argument("--no-browser", action="store_true", help="ne pas ouvrir le navigateur")
    parser.add_argument("--notebooks", type=Path, default=site.notebooks, help="le dossier des carnets")
    parser.add_argument("--prefix", default="", help="le chemin du cours, derrière un autre serveur : /salle/")
    parser.add_argument("--public-url", type=_public, help="l'adresse publique, derrière un autre serveur")
    parser.add_argument("--edition", default=site.usual_edition, help="l'année du site")
    parser.add_argument("--most-pages", type=int, default=MOST_PAGES, help="le nombre de pages gardées en mémoire")
    parser.add_argument(
        "--idle", type=float, default=IDLE, help="les secondes où une page coupée est gardée en mémoire"
    )
    parser.add_argument(
        "--patience", type=float, default=WAITING, help="les secondes où une liaison peut rester sans rien demander"
    )
    options = parser.parse_args(arguments)
    path = options.prefix or unquote(urlsplit(options.public_url or "").path)
    options.prefix = f"/{quote(path.strip('/'))}/".replace("//", "/")
    if options.edition not in (*site.years(), site.usual_edition):
        parser.exit(2, f"L'édition « {options.edition} » n'existe pas. Les éditions : {', '.join(site.years())}.\n")
    return options


def _public(text: str) -> str:
    """Return an address as it is announced. Raises ValueError for what is none."""
    told = urlsplit(text)
    if told.scheme not in ("http", "https") or not told.hostname:
        raise ValueError(text)
    return f"{text.rstrip('/')}/"


def main(site: type[Site], arguments: list[str] | None = None) -> int:
    """Serve the course of a site until told to stop. Return the exit status."""
    options = parse(site, arguments)
    os.environ.pop(local_file.VARIABLE, None)  # a learner's work is in her own browser, never in one file for the room
    os.environ[EDITION_VARIABLE] = options.edition  # of the kernels of a trainer's own notebooks
    logging.basicConfig(level=logging.ERROR)
    for handler in logging.getLogger().handlers:
        handler.setFormatter(_OneLine())
    logging.getLogger("tornado").setLevel(logging.ERROR)
    try:
        sockets = bind_sockets(options.port, options.ip or None, reuse_port=False)
    except OSError:
        if running.is_open(options.port):  # opened by another window since the launcher looked
            running.show(options.port, browser=not options.no_browser)
            return 0
        sys.exit(f"L'atelier ne peut pas ouvrir le port {options.port}. Choisissez-en un autre avec --port.")
    faults = faults_of(site, options.edition, options.notebooks)
    if faults:
        sys.exit(told(faults))
    shown = site.load(options.edition)
    room = Room(options.notebooks.resolve(), shown, options.prefix, options.most_pages, options.idle)
    room.names = Names(urlsplit(options.public_url or "").hostname or "")
    room.announced = lambda: _announced(options)
    room.get_ready()
    asyncio.run(_serve(room, options, sockets))
    return 0


async def _serve(room: Room, options: argparse.Namespace, sockets: list[Any]) -> None:
    files = systems.allow_many_connections()
    room.connections.most, room.connections.patience = files // 2, options.patience
    server = RoomServer(room, files=files, behind_another=bool(options.public_url))
    server.add_sockets(sockets)
    stopped = asyncio.Event()
    _stop_on_signals(stopped)
    PeriodicCallback(room.pages.cull, _CULL * 1000).start()
    PeriodicCallback(Changes(room.site, room.chapters.folder, _tell).look, EVERY * 1000).start()
    _announce(options, room)
    room.site.import_late()  # the library for PDF, which the room need not wait for
    await _read_other_editions(room)
    gc.freeze()  # what is read by now stays: to look through it for garbage would hold everybody up for 50 ms
    await stopped.wait()
    server.stop()
    await room.own_notebooks.stop()


async def _read_other_editions(room: Room) -> None:
    """Read the other editions in a thread, so that nobody waits, now or later. One that is not right is not shown."""
    for year in set(room.chapters.years) - {room.site.year}:
        faults = await asyncio.to_thread(faults_of, type(room.site), year, room.chapters.folder)
        if faults:
            room.chapters.withdraw(year)
            _tell("\n".join((f"Le site de {year} n'est pas proposé :", *(f"- {fault}" for fault in faults))))


def _tell(what: str) -> None:
    print(what, flush=True)  # noqa: T201


def _stop_on_signals(stopped: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopped.set))
    systems.hear_ctrl_c()


def _announced(options: argparse.Namespace) -> list[str]:
    """Return the addresses of the course for tablets, the likeliest first."""
    if options.public_url:
        return [options.public_url]
    everywhere = options.ip in ("", "0.0.0.0", "::")  # noqa: S104
    return [f"http://{address}:{options.port}{options.prefix}" for address in lan_addresses()] if everywhere else []


def _announce(options: argparse.Namespace, room: Room) -> None:
    local = f"http://localhost:{options.port}{options.prefix}"
    others = [year for year in room.chapters.years if year != room.site.year]
    _tell(announcement(local, _announced(options), room.site.year, others))
    if not options.no_browser:
        threading.Thread(target=webbrowser.open, args=(local,), daemon=True).start()
