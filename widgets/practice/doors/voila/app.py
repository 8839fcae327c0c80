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
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer
from tornado.ioloop import PeriodicCallback
from tornado.netutil import bind_sockets

from practice import local_file
from practice.checking.check import faults_of, told
from practice.doors.launch import running
from practice.doors.voila import systems
from practice.doors.voila.addresses import Names
from practice.doors.voila.announcement import announcement, lan_addresses
from practice.doors.voila.changes import EVERY, Changes
from practice.doors.voila.classroom.opening import board_link, close_if_over, look_after, open_classroom, told_of
from practice.doors.voila.classroom.private_file import usual_place
from practice.doors.voila.closing import close
from practice.doors.voila.journal import Dated, Journal, OneLine, dated, say
from practice.doors.voila.limits import RoomServer
from practice.doors.voila.options import parse
from practice.doors.voila.room import Room
from practice.site import EDITION_VARIABLE, Site

_CULL = 60  #: seconds


def main(site: type[Site], arguments: list[str] | None = None) -> int:
    """Serve the course of a site until told to stop. Return the exit status."""
    options = parse(site, arguments)
    os.environ.pop(local_file.VARIABLE, None)  # a learner's work is in her own browser, never in one file for the room
    os.environ[EDITION_VARIABLE] = options.edition  # of the kernels of a trainer's own notebooks
    logging.basicConfig(level=logging.ERROR)
    for handler in logging.getLogger().handlers:
        handler.setFormatter(Dated() if options.service else OneLine())
    logging.getLogger("tornado").setLevel(logging.ERROR)
    sockets = _listen(options.port, options.ip, "--port", browser=not options.no_browser)
    figures = _listen(options.figures[1], options.figures[0], "--figures") if options.figures else []
    faults = faults_of(site, options.edition, options.notebooks)
    if faults:
        sys.exit(told(faults))
    shown = site.load(options.edition)
    room = Room(options.notebooks.resolve(), shown, options.prefix, options.most_pages, options.idle)
    room.names = Names(urlsplit(options.public_url or "").hostname or "")
    room.announced = lambda: _announced(options)
    if options.salle:
        _open_classroom(room, options)
    if options.service:
        room.journal = Journal(lambda what: say(dated(what)))
    room.get_ready()
    asyncio.run(_serve(room, options, sockets, figures))
    return 0


def _listen(port: int, ip: str, option: str, *, browser: bool = False) -> list[Any]:
    try:
        return bind_sockets(port, ip or None, reuse_port=False)
    except OSError:
        if option == "--port" and running.is_open(port):  # another window has opened it since the launcher looked
            running.show(port, browser=browser)
            sys.exit(0)
        sys.exit(f"L'atelier ne peut pas ouvrir le port {port}. Choisissez-en un autre avec {option}.")


def _open_classroom(room: Room, options: argparse.Namespace) -> None:
    path = options.room_file or usual_place(options.port)
    try:
        open_classroom(room, path)
    except OSError:
        sys.exit(f"La salle ne peut pas être ouverte. Le dossier {path.parent} ne peut pas être écrit.")


def _limit(room: Room, options: argparse.Namespace, files: int) -> None:
    room.connections.most, room.connections.most_from_one = files // 2, options.most_from_one
    room.connections.patience = options.patience
    room.requests.most = options.most_requests
    room.settings["websocket_max_message_size"] = options.largest_message


async def _serve(room: Room, options: argparse.Namespace, sockets: list[Any], figures: list[Any]) -> None:
    files = systems.allow_many_connections()
    _limit(room, options, files)
    server = RoomServer(room, files=files, behind_another=bool(options.public_url))
    server.add_sockets(sockets)
    _show_figures(room, figures)
    stopped = asyncio.Event()
    _stop_on_signals(stopped)
    PeriodicCallback(room.pages.cull, _CULL * 1000).start()
    PeriodicCallback(partial(close_if_over, room), _CULL * 1000).start()
    PeriodicCallback(partial(look_after, room), 1000).start()
    PeriodicCallback(Changes(room.site, room.chapters.folder, room.journal.tell).look, EVERY * 1000).start()
    _announce(options, room)
    room.site.import_late()  # the library for PDF, which the room need not wait for
    await _read_other_editions(room)
    gc.freeze()  # what is read by now stays: to look through it for garbage would hold everybody up for 50 ms
    room.is_ready = True
    await stopped.wait()
    asked = await close(room, server, options.grace)
    room.journal.tell(f"L'atelier est fermé. Pages ouvertes à ce moment\N{NO-BREAK SPACE}: {asked}.")


def _show_figures(room: Room, sockets: list[Any]) -> None:
    if sockets:
        from practice.doors.voila.figures import application  # noqa: PLC0415 - few ask for them

        HTTPServer(application(room)).add_sockets(sockets)


async def _read_other_editions(room: Room) -> None:
    """Read the other editions in a thread, so that nobody waits, now or later. One that is not right is not shown."""
    for year in set(room.chapters.years) - {room.site.year}:
        faults = await asyncio.to_thread(faults_of, type(room.site), year, room.chapters.folder)
        if faults:
            room.chapters.withdraw(year)
            lines = [f"Le site de {year} n'est pas proposé :", *(f"- {fault}" for fault in faults)]
            room.journal.tell("\n".join(lines))


def _stop_on_signals(stopped: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()

    def stop(*_: Any) -> None:
        if not loop.is_closed():  # it is, where one who waits for the end asks again
            loop.call_soon_threadsafe(stopped.set)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
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
    if options.service:
        where = options.public_url or local
        room.journal.tell(f"L'atelier est ouvert\N{NO-BREAK SPACE}: port {options.port}, {where}, {room.site.year}.")
        return
    keys = room.classroom.keys if room.classroom else None
    more, join = (told_of(keys, local), f"rejoindre/{keys.code}") if keys else ([], "")
    room.journal.tell(announcement(local, _announced(options), room.site.year, others, more=more, join=join))
    if not options.no_browser:
        first = board_link(keys, local) if keys else local
        threading.Thread(target=webbrowser.open, args=(first,), daemon=True).start()
