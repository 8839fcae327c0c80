"""An address has one way to be written, and the room the names that are its own."""

import pytest

from practice.doors.voila import addresses
from practice.doors.voila.addresses import Names, one_way
from tests.support.learner import fetch, run
from tests.support.server import SCREEN, Server, write


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/voila/render/a.ipynb", ("/voila/render/a.ipynb", False)),
        ("/voila/render/%61.ipynb", ("/voila/render/a.ipynb", False)),
        ("/voila/render/%2e/a.ipynb", ("/voila/render/a.ipynb", True)),
        ("/voila/render/./a.ipynb", ("/voila/render/a.ipynb", True)),
        ("/voila//render/a.ipynb/", ("/voila/render/a.ipynb", True)),
        ("/voila/render/..%2fnotebooks%2fa.ipynb", ("/voila/notebooks/a.ipynb", True)),
        ("/../../etc/passwd", ("/etc/passwd", True)),
        ("//ailleurs.example/", ("/ailleurs.example/", True)),
        ("/", ("/", False)),
        ("/salle/", ("/salle/", False)),
        ("/voila/render/%00.ipynb", None),
        ("/voila/render/..%5ca.ipynb", None),
        ("/%ff", None),
        ("/a%0d%0ab", None),
    ],
)
def test_a_path_is_read_as_the_one_that_it_means(written, meant):
    assert one_way(written) == meant
    if meant:
        assert one_way(meant[0]) == (meant[0], False)


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST", "192.168.1.20", "[fe80::1]", "127.0.0.1", "poste-7", "poste-7.local", "poste-7.lan"],
)
def test_numbers_and_the_names_of_this_computer_are_its_own(monkeypatch, host):
    monkeypatch.setattr(addresses.socket, "gethostname", lambda: "Poste-7")
    addresses._own.cache_clear()
    assert Names().has(host)
    addresses._own.cache_clear()


@pytest.mark.parametrize(
    "host", ["", "evil.example", "localhost.evil.example", "poste-7.evil.example", "1.2.3.4.example"]
)
def test_no_other_name_is_unless_it_is_said_to_be(host):
    assert not Names().has(host)
    assert not Names("ateliers.example").has(host)
    assert Names("Ateliers.example").has("ateliers.example")


def test_a_name_that_is_not_the_rooms_is_refused_whatever_is_asked(server):
    async def play() -> None:
        for path in ("voila/render/chapter.ipynb", "voila/render/theirs.ipynb", "", "voila/atelier/door"):
            response = await fetch(f"http://localhost:{server.port}/{path}", headers={"Host": "evil.example"})
            assert response.code == 421
            assert "n'est pas celle de l'atelier" in response.body.decode()

    run(play)


@pytest.mark.parametrize("written", ["%2e/chapter.ipynb", "./chapter.ipynb", "chapter.ipynb/", "a/../chapter.ipynb"])
def test_each_way_to_write_a_chapter_leads_to_its_page_and_starts_no_kernel(server, written):
    async def play() -> None:
        response = await fetch(f"http://localhost:{server.port}/voila/render/{written}")
        assert response.code == 200
        assert response.effective_url == server.address("chapter")
        assert "vnd.jupyter" not in response.body.decode()

    run(play)


def test_what_can_be_got_can_be_asked_for_without_its_content(server):
    async def play() -> None:
        page = (await fetch(server.address("chapter"))).body.decode()
        asset = page.partition('<script type="module" src="')[2].partition('"')[0]
        for path in ("/voila/render/chapter.ipynb", asset, "/voila/adresse", "/"):
            response = await fetch(f"http://localhost:{server.port}{path}", method="HEAD")
            assert (response.code, response.body) == (200, b"")
        assert (await fetch(f"http://localhost:{server.port}/nulle-part", method="HEAD")).code == 404

    run(play)


def test_no_page_leaves_a_cookie(server, theirs):
    assert "Set-Cookie" not in theirs.headers

    async def play() -> None:
        for path in ("voila/render/chapter.ipynb", "nulle-part", "voila/adresse"):
            assert "Set-Cookie" not in (await fetch(f"http://localhost:{server.port}/{path}")).headers

    run(play)


def test_behind_another_server_the_public_address_is_announced_and_answers_to_its_name(tmp_path):
    write(tmp_path, "chapter", SCREEN)
    server = Server(tmp_path, tmp_path / "log", "--public-url=https://ateliers.example/salle")
    server.start()

    async def play() -> None:
        base = f"http://localhost:{server.port}/salle/voila"
        page = await fetch(f"{base}/render/chapter.ipynb", headers={"Host": "ateliers.example"})
        assert page.code == 200
        assert "wss://ateliers.example" in page.headers["Content-Security-Policy"]
        address = (await fetch(f"{base}/adresse")).body.decode()
        assert "https://ateliers.example/salle/" in address
        assert '<img class="page-qr" src="data:image/svg+xml' in address

    try:
        run(play)
    finally:
        server.stop()
    assert "https://ateliers.example/salle/" in server.said
