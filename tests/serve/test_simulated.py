"""« Ce qui est simulé »: for an institution, or whoever is curious; on every page, of the year that is shown."""

import re

import pytest
from bs4 import BeautifulSoup

from practice.doors.voila import assets
from practice.doors.voila.page import environment, simulated_page
from practice.loading.faults import DataError
from tests.support import SITE, edition
from tests.support.energy.site import Site as Energy
from tests.support.learner import fetch, run

NEWER = type(SITE).load("2026")


def drawn(site):
    page = simulated_page(site, assets.around(site, "/", "1", SITE, ("2021", "2026")))
    return BeautifulSoup(page, "lxml").main


def items(page, title):
    heading = page.find("h2", string=lambda words: words and title in words)
    return [item.get_text() for item in heading.find_next("ul").find_all("li")]


def test_it_is_one_click_away_from_each_page_and_outside_a_room_no_page_leaves_a_cookie(server):
    async def play() -> None:
        for place in ("00_accueil", "chapter"):
            page = await fetch(server.address(place))
            assert "Set-Cookie" not in page.headers
            link = BeautifulSoup(page.body, "lxml").select_one("footer").find("a", string="Ce qui est simulé")
            shown = await fetch(f"http://localhost:{server.port}{link['href']}")
            assert shown.code == 200
            assert "Ce qui est inventé" in shown.body.decode()
        assert (await fetch(f"http://localhost:{server.port}/voila/simule?edition=1999")).code == 404

    run(play)


@pytest.mark.parametrize("site", [SITE, NEWER], ids=["2021", "2026"])
def test_it_says_of_each_year_how_many_people_are_invented_and_leaves_no_blank(site):
    page = drawn(site)
    assert f"Les {len(site.personas)} personnes" in page.get_text()
    assert f"édition {site.year}" in page.get_text()
    assert not re.search(r"[{}]", page.get_text())
    assert page.find("a", href="/voila/accessibilite")


def test_each_year_has_its_own_sources():
    old, new = (items(drawn(site), "D'où vient") for site in (SITE, NEWER))
    assert "CPAM de la Haute-Garonne" in old[0]
    assert "2026" in new[0]
    assert not set(old) & set(new)


def test_what_accessibility_lacks_is_told_by_both_pages():
    assert items(drawn(SITE), "Accessibilité") == [
        item.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»") for item in SITE.statement.unmet
    ]


def test_what_it_cannot_count_is_refused(tmp_path):
    file = SITE.file("simulated.toml").paths[-1].read_text(encoding="utf-8")
    site = edition(tmp_path, {"simulated.toml": file.replace("{people}", "{planets}")})
    with pytest.raises(DataError, match="on ne sait pas compter 'planets'"):
        _ = site.simulated


def test_a_course_that_does_not_say_it_has_no_link_to_it():
    around = assets.around(Energy.load(), "/", "1", Energy.load(), ())
    assert "Ce qui est simulé" not in environment().get_template("full.html.j2").render(atelier=around)
