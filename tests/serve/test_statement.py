"""The statement of accessibility: at hand on every page, honest, in the shape that the RGAA gives to a declaration."""

import pytest
from bs4 import BeautifulSoup

from atelier_ameli import Screen
from practice.course.outline.statement import Statement
from practice.doors.voila import assets
from practice.doors.voila.page import environment
from practice.drawing.dates import day
from practice.loading.faults import DataError
from tests.support import SITE, edition
from tests.support.energy.site import Site as Energy
from tests.support.learner import fetch, run

STATUS = "Accessibilité\N{NO-BREAK SPACE}: non conforme"
#: what a declaration is made of, in its order
SHAPE = ["État de conformité", "Résultats des tests", "Ce qui n'est pas respecté", "Dérogations"]
SHAPE += ["Comment ce texte a été établi", "Quelque chose vous gêne\N{NO-BREAK SPACE}?", "Voies de recours"]


def links(html: str) -> dict[str, str]:
    return {link.get_text(): link["href"] for link in BeautifulSoup(html, "lxml").select("footer a")}


def drawn(statement: Statement) -> str:
    around = assets.around(SITE, "/", "1", SITE, ("2021",))
    page = environment().get_template("accessibility.html.j2")
    return page.render(atelier=around, statement=statement, established=day(statement.established))


def test_it_is_one_click_away_from_the_home_page_which_says_the_status_and_from_every_other(server):
    async def play() -> None:
        for place, words in (("00_accueil", STATUS), ("chapter", "Accessibilité"), ("nowhere", "Accessibilité")):
            address = links((await fetch(server.address(place))).body.decode())[words]
            page = await fetch(f"http://localhost:{server.port}{address}")
            assert page.code == 200
            assert BeautifulSoup(page.body, "lxml").h1.get_text() == STATUS

    run(play)


def test_it_has_the_shape_of_a_declaration_and_claims_no_audit():
    page = BeautifulSoup(drawn(SITE.statement), "lxml").main
    titles = [title.get_text() for title in page.find_all("h2")]
    assert [title for title in titles if title in SHAPE] == SHAPE
    assert "Personne n'a fait d'audit officiel" in page.get_text()
    assert "Défenseur des droits" in page.get_text()
    assert f"écrit le {day(SITE.statement.established)}" in page.get_text()


def test_what_it_says_of_papers_is_so():
    documents = Screen("documents", persona="jessica")
    documents.do("download_rights", **{"beneficiary-jessica": "yes"})
    content = documents.download.content
    assert ("Les PDF sont balisés" in drawn(SITE.statement)) is (b"/StructTreeRoot" in content)
    assert ("leurs polices sont incorporées" in drawn(SITE.statement)) is (b"/FontFile2" in content)
    assert ("La norme PDF/UA est annoncée" in drawn(SITE.statement)) is (b"<pdfuaid:part>1<" in content)


def test_whoever_opens_the_course_says_to_whom_to_write(tmp_path):
    before = SITE.file("accessibility.toml").paths[-1].read_text(encoding="utf-8")
    ours = 'contact = "Écrivez à acces@ville.example."'
    site = edition(tmp_path, {"accessibility.toml": before.replace('contact = ""', ours)})
    assert "Écrivez à acces@ville.example." in drawn(site.statement)


def test_a_status_that_the_rgaa_does_not_have_is_refused(tmp_path):
    before = SITE.file("accessibility.toml").paths[-1].read_text(encoding="utf-8")
    site = edition(tmp_path, {"accessibility.toml": before.replace('status = "non conforme"', 'status = "parfait"')})
    with pytest.raises(DataError, match="partiellement conforme"):
        _ = site.statement


def test_a_course_without_one_promises_none():
    around = assets.around(Energy.load(), "/", "1", Energy.load(), ())
    assert "Accessibilité" not in environment().get_template("full.html.j2").render(atelier=around)
