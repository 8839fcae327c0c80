"""The short addresses of a room: to be typed on a tablet, or photographed from the projected page."""

import pytest

from practice.doors.voila.app import lan_addresses
from tests.support.learner import fetch, run


@pytest.mark.parametrize(
    ("typed", "leads"),
    [("6", "/06_se_connecter.ipynb"), ("6/3", "/06_se_connecter.ipynb#etape-3"), ("0", "/00_bienvenue.ipynb")],
)
def test_a_number_leads_to_its_chapter_and_its_step(server, typed, leads):
    async def play() -> None:
        answer = await fetch(f"http://localhost:{server.port}/{typed}", follow_redirects=False)
        assert answer.code == 302
        assert answer.headers["Location"].endswith(leads)

    run(play)


def test_a_number_that_no_chapter_has_is_explained(server):
    async def play() -> None:
        answer = await fetch(f"http://localhost:{server.port}/99/1")
        assert answer.code == 404
        assert "Cette page n'existe pas" in answer.body.decode()

    run(play)


@pytest.mark.skipif(not lan_addresses(), reason="this machine has no address but its own")
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/voila/render/06_se_connecter.ipynb", "/6/3"),
        ("/voila/render/chapter.ipynb", "/voila/render/chapter.ipynb#etape-3"),
        ("/voila/render/00_accueil.ipynb", "/voila/render/00_accueil.ipynb#etape-3"),
    ],
)
def test_the_address_of_a_step_is_told_and_drawn(server, path, told):
    async def play() -> None:
        answer = await fetch(f"http://localhost:{server.port}/voila/atelier/step_address?of={path}&step=3")
        html = answer.body.decode()
        assert f"<strong>{lan_addresses()[0]}:{server.port}{told}</strong>" in html
        assert html.count("<svg") == 1

    run(play)


@pytest.mark.parametrize(
    "asked", ["", "of=/&step=0", "of=/&step=x", "of=/", "of=http://ailleurs.example&step=1", f"of=/{'a' * 400}&step=1"]
)
def test_nonsense_is_refused_and_never_drawn(server, asked):
    async def play() -> None:
        answer = await fetch(f"http://localhost:{server.port}/voila/atelier/step_address?{asked}")
        assert answer.code == 400
        assert b"<svg" not in answer.body

    run(play)
