"""The course at a host of plain files, under a path: readable before any script, alive, there without the network."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from practice.course.outline.at_home import AtHome
from practice.doors.web.host import write_host
from tests.journeys.access import JESSICA
from tests.support import SITE
from tests.support.browser import unforgiving
from tests.support.without_server.host import hosting
from tests.support.without_server.learner import FREE, SIGN_IN, YOUR_TURN, alive, bar_of, sign_in

#: waits until a copy of the course is kept, and not for ever
KEPT = """() => Promise.race([navigator.serviceWorker.ready.then(() => true),
  new Promise((_, late) => setTimeout(late, 60_000, new Error("no copy is kept")))])"""


@pytest.fixture(scope="module")
def hosted(engine, tmp_path_factory):
    folder = tmp_path_factory.mktemp("www")
    write_host([SITE], folder / "cours", engine, dt.date(2021, 4, 9), lambda _: None)
    return folder


@pytest.fixture
def host(hosted):
    with hosting(hosted) as server:
        yield server


@pytest.fixture
def address(host):
    return f"http://localhost:{host.server_port}/cours/"


@pytest.fixture
def visitor(browser, browser_context_args):
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    with unforgiving(page):
        yield page
    context.close()


def test_a_chapter_is_read_without_any_script_and_its_links_lead_to_pages(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{SIGN_IN}.html")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Se connecter")
    page.get_by_role("link", name="Chapitre suivant").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Retrouver son code")
    context.close()


def test_an_exercise_is_done_the_next_chapter_follows_and_a_second_visit_needs_no_network(visitor, host, address):
    visitor.clock.install()
    visitor.goto(AtHome(address).of(SIGN_IN, SITE.year, YOUR_TURN))  # as the QR code of a sheet leads there
    visitor.wait_for_url(f"{address}{SIGN_IN}.html#{YOUR_TURN}")
    sign_in(alive(visitor), JESSICA["code"])
    expect(bar_of(visitor)).to_contain_text("Réussi")
    python = visitor.evaluate("() => window.atelierShell.worker.kept = 'the same'")
    visitor.get_by_role("link", name="Atelier « Mon compte ameli »").click()
    expect(alive(visitor)).to_contain_text("1 exercice")
    assert visitor.url == f"{address}00_accueil.html"
    assert visitor.evaluate("() => window.atelierShell.worker.kept") == python, "Python was not restored again"
    visitor.go_back()
    expect(visitor).to_have_title(re.compile("6. Se connecter"))
    visitor.clock.fast_forward(10_000)  # the page is calm: its copy may be kept
    visitor.evaluate(KEPT)
    host.shutdown()
    host.server_close()
    visitor.goto(address)
    visitor.get_by_role("link", name="Se connecter", exact=True).first.click()
    expect(visitor).to_have_title(re.compile("6. Se connecter"))
    visitor.goto(f"{address}{SIGN_IN}.html#{FREE}")  # a step of the page that is shown
    visitor.reload()
    sign_in(alive(visitor), "Faux-code-1")
    expect(visitor.get_by_role("group", name="Lisez ceci, puis recommencez")).to_be_focused()
    visitor.get_by_role("link", name="Atelier « Mon compte ameli »").click()
    expect(alive(visitor)).to_contain_text("1 exercice")
