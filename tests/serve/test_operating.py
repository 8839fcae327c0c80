"""What whoever keeps the server running sees of it: probes, a journal, figures, limits. Never a word of a learner."""

import asyncio
import re
import signal
from types import SimpleNamespace

import pytest
from prometheus_client.parser import text_string_to_metric_families
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from practice.doors.voila import app, options
from practice.doors.voila.counts import Counts
from practice.doors.voila.figures import application
from practice.doors.voila.journal import Dated, Journal, OneLine
from practice.doors.voila.limits import FROM_ONE_ADDRESS, MOST_REQUESTS, Requests
from practice.doors.voila.room import Room
from tests.support import SITE
from tests.support.learner import Learner, fetch, run
from tests.support.server import SCREEN, Server, free_port, write

NBSP = "\N{NO-BREAK SPACE}"
CANARY = "canari-7f3a"
LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} \S.*")


# ---- The journal, probes and figures of a server that nobody watches


@pytest.fixture
def handlers():
    """Put back what is done when a signal comes."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield before
    for number, handler in before.items():
        signal.signal(number, handler)


def test_a_server_that_is_told_to_stop_again_once_it_has_ended_says_nothing(handlers, monkeypatch):
    """Somebody presses Ctrl-C twice."""
    loop = asyncio.new_event_loop()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: loop)
    app._stop_on_signals(asyncio.Event())
    loop.close()
    for number in handlers:
        signal.raise_signal(number)


def test_a_server_says_its_start_and_stop_gives_its_figures_asks_pages_to_come_back_and_tells_nothing_typed(tmp_path):
    write(tmp_path, "chapter", SCREEN)
    figures = free_port()
    server = Server(tmp_path, tmp_path / "log", "--service", f"--figures={figures}", "--edition=2021")
    server.start()

    async def play() -> str:
        one = Learner(server)
        await one.open("chapter")
        await one.connect({f"atelier:{CANARY}": CANARY})
        await one.show({"atelier:x": CANARY})
        assert "Mon numéro" in await one.act("sign_in", number=CANARY, code=CANARY)
        for address in (f"voila/render/{CANARY}.ipynb", f"?code={CANARY}", f"voila/{CANARY}/%ff"):
            await fetch(f"http://localhost:{server.port}/{address}", headers={"User-Agent": CANARY})
        two = Learner(server)
        await two.open("chapter")
        await two.connect()
        await two.socket.write_message(CANARY)
        assert await two.socket.read_message() is None
        told = (await fetch(f"http://localhost:{figures}/metrics")).body.decode()
        server.process.terminate()
        assert await one.socket.read_message() is None
        assert one.socket.close_code == 1012  # which a page takes for « come back »
        return told

    try:
        told = run(play)
    finally:
        server.stop()
    lines = server.said.splitlines()
    assert [bool(LINE.fullmatch(line)) for line in lines] == [True, True]
    assert f"L'atelier est ouvert{NBSP}: port {server.port}" in lines[0]
    assert lines[1].endswith(f"L'atelier est fermé. Pages ouvertes à ce moment{NBSP}: 1.")
    assert server.log.read_text(encoding="utf-8") == ""
    assert CANARY not in told + server.said
    read = [sample for family in text_string_to_metric_families(told) for sample in family.samples]
    numbers = {sample.name: sample.value for sample in read}
    assert numbers["atelier_pages"] == 2
    assert numbers["atelier_connections"] == numbers["atelier_sessions"] == numbers["atelier_refusals_total"] == 1
    assert numbers["atelier_messages_total"] == numbers["atelier_answer_seconds_count"] == 4


def asked(room: Room, path: str, **headers: str):
    """Return what a room answers to an address."""

    async def play():
        sockets = bind_sockets(0, "127.0.0.1")
        server = HTTPServer(room)
        server.add_sockets(sockets)
        answer = await fetch(f"http://127.0.0.1:{sockets[0].getsockname()[1]}{path}", headers=headers)
        server.stop()
        return answer

    return run(play)


def test_a_probe_tells_a_server_that_is_alive_from_one_that_takes_pages(tmp_path):
    write(tmp_path, "chapter", SCREEN)
    room = Room(tmp_path, SITE, "/salle/")
    for prefix in ("", "/salle"):
        alive, ready = (asked(room, f"{prefix}/sante{more}", Host="10.1.2.3.nip.example") for more in ("", "/pret"))
        assert (alive.code, alive.body.decode()) == (200, "en vie\n")
        assert (ready.code, ready.body.decode()) == (503, "pas prêt\n")
        assert ready.headers["Cache-Control"] == "no-store"
        assert "Server" not in alive.headers
    room.is_ready = True
    assert asked(room, "/sante/pret").body.decode() == "prêt\n"
    assert asked(room, "/sante/autre").code == 404


def test_a_probe_is_never_one_request_too_many(tmp_path):
    write(tmp_path, "chapter", SCREEN)
    room = Room(tmp_path, SITE, "/")
    room.requests.most = 1
    assert [asked(room, "/sante").code for _ in range(3)] == [200, 200, 200]


def test_an_error_of_anothers_code_is_told_without_its_words():
    record = SimpleNamespace(name="tornado.general", exc_info=None, getMessage=lambda: CANARY, created=0.0)
    assert OneLine().format(record) == f"Erreur{NBSP}: tornado.general"
    failed = SimpleNamespace(name="tornado.application", exc_info=(KeyError, KeyError(CANARY), None))
    assert OneLine().format(failed) == f"Erreur{NBSP}: KeyError (tornado.application)"
    ours = SimpleNamespace(name="practice.doors", exc_info=None, getMessage=lambda: "une\nfaute")
    assert LINE.fullmatch(Dated().format(ours))
    assert Dated().format(ours).endswith(" une faute")


def test_the_same_trouble_is_told_once_a_minute():
    said, now = [], [0.0]
    journal = Journal(said.append, lambda: now[0])
    for now[0] in (0.0, 1.0, 59.0, 60.0):
        journal.trouble("plein")
    assert said == ["plein", "plein"]


def test_the_figures_tell_slow_answers_from_quick_ones(tmp_path):
    write(tmp_path, "chapter", SCREEN)
    room = Room(tmp_path, SITE, "/")
    for seconds in (0.0005, 0.001, 0.02, 3.0):
        room.counts.answer(seconds)
    answer = asked(application(room), "/metrics").body.decode()
    buckets = dict(re.findall(r'atelier_answer_seconds_bucket\{le="([^"]+)"\} (\S+)', answer))
    assert (buckets["0.001"], buckets["0.025"], buckets["1.0"], buckets["+Inf"]) == ("2.0", "3.0", "3.0", "4.0")
    assert Counts().messages == 0


# ---- Limits


def test_an_address_that_asks_too_much_waits_for_the_next_minute_and_the_others_go_on():
    now = [0.0]
    requests = Requests(lambda: now[0], most=2)
    assert [requests.take("10.0.0.1") for _ in range(3)] == [True, True, False]
    assert requests.take("10.0.0.2")
    now[0] = 60.0
    assert requests.take("10.0.0.1")


def test_whoever_has_many_long_addresses_is_one_and_those_who_have_a_short_one_are_told_apart():
    requests = Requests(lambda: 0.0, most=1)
    assert [requests.take(f"2001:db8:1:2::{end}") for end in ("1", "ffff")] == [True, False]
    assert requests.take("2001:db8:1:3::1")
    assert [requests.take(f"::ffff:10.0.0.{end}") for end in (1, 2)] == [True, True]
    assert requests.take("inconnue:")


def test_too_many_requests_are_answered_by_a_calm_page_and_said_once(tmp_path):
    write(tmp_path, "chapter", SCREEN)
    room, said = Room(tmp_path, SITE, "/"), []
    room.journal = Journal(said.append)
    room.requests.most = 1
    assert asked(room, "/voila/render/chapter.ipynb").code == 200
    for _ in range(2):
        refused = asked(room, "/voila/render/chapter.ipynb")
        assert refused.code == 429
        assert refused.headers["Retry-After"] == "60"
        assert "Trop de demandes à la fois" in refused.body.decode()
        assert "Votre travail n'est pas perdu" in refused.body.decode()
    assert said == [f"Une même adresse fait trop de demandes{NBSP}: elle doit attendre une minute."]
    assert room.counts.refused["too_many"] == 2


def test_a_class_behind_one_address_never_reaches_the_limit(tmp_path):
    """The busiest minute of a tablet: it arrives, opens a chapter every ten seconds, its Wi-Fi fails all along."""
    write(tmp_path, "chapter", SCREEN)
    page = asked(Room(tmp_path, SITE, "/"), "/voila/render/chapter.ipynb").body.decode()
    files = len(set(re.findall(r'(?:src|href)="(/voila/atelier/\w+/[\w.]+)"', page)))
    assert files == 3
    arrives = 1 + 1 + files + 1  # the short address, the page, its files, its websocket
    chapters, reloads, attempts = 6 * 2, 3 * 2, 11
    assert FROM_ONE_ADDRESS * (arrives + chapters + reloads + attempts) <= MOST_REQUESTS


@pytest.mark.parametrize("name", ["full", "too_many"])
def test_a_page_that_says_to_wait_asks_for_nothing_else_which_would_be_refused_too(tmp_path, name):
    write(tmp_path, "chapter", SCREEN)
    page = Room(tmp_path, SITE, "/").page(name)
    assert set(re.findall(r'(?:src|href)="([^"]*)"', page)) == {"", "data:,"}
    assert "<script" not in page
    assert "Recharger la page</a>" in page


# ---- Options


def test_every_limit_is_an_option_and_the_help_tells_each_with_its_default():
    parsed = vars(options.parse(SITE, []))
    told = re.findall(r"^  --([\w-]+)", options._HELP, re.MULTILINE)
    assert sorted(name.replace("-", "_") for name in told) == sorted(parsed)
    limits = {
        "most_pages": options.MOST_PAGES,
        "idle": options.IDLE,
        "most_from_one": FROM_ONE_ADDRESS,
        "most_requests": MOST_REQUESTS,
        "patience": options.WAITING,
        "port": options.PORT,
    }
    for name, value in limits.items():
        assert parsed[name] == value
        assert f"({value:.0f})" in options._HELP


@pytest.mark.parametrize("wrong", ["--most-pages=0", "--figures=x", "--nimporte", "--public-url=salle", "--port=x"])
def test_a_wrong_option_is_refused_in_french(wrong, capsys):
    with pytest.raises(SystemExit):
        options.parse(SITE, [wrong])
    told = capsys.readouterr().err
    assert "n'a pas été comprise" in told
    assert "usage" not in told


def test_figures_are_for_this_computer_alone_unless_another_address_is_named():
    assert options.parse(SITE, ["--figures=9100"]).figures == ("127.0.0.1", 9100)
    assert options.parse(SITE, ["--figures=0.0.0.0:9100"]).figures == ("0.0.0.0", 9100)
    assert options.parse(SITE, []).figures is None
