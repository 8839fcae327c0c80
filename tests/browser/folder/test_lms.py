"""The package in a platform of learning: it is told of each exercise, gives it back, and its faults do no harm."""

import datetime as dt
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect

from practice.doors.web.lms.package import MANIFEST, write_package
from practice.editions import named
from tests.journeys.access import JESSICA
from tests.support import SITE, lms
from tests.support.browser import unforgiving
from tests.support.without_server.host import hosting
from tests.support.without_server.learner import YOUR_TURN, alive, bar_of, sign_in

IN = {"cp": "http://www.imsproject.org/xsd/imscp_rootv1p1p2"}
EXERCISES = [exercise.id for exercise in SITE.chapters_of_exercises[6]]
SHARE = str(100 // len(EXERCISES))  #: of the score, for one exercise
#: all that the package speaks of with a platform
SPOKEN = {
    "cmi.core.lesson_status", "cmi.core.exit", "cmi.core.score.min", "cmi.core.score.max", "cmi.core.score.raw",
    "cmi.suspend_data", "cmi.objectives._count", "cmi.objectives.0.id", "cmi.objectives.0.status",
}  # fmt: skip


@pytest.fixture(scope="module")
def platform(engine, tmp_path_factory):
    """Give the address of a platform, and of the page of the package that it plays, as the manifest says it."""
    folder = tmp_path_factory.mktemp("lms")
    write_package(SITE, named(SITE, ["06"]), folder / "p.zip", engine, dt.date(2021, 4, 9), tell=lambda _: None)
    with zipfile.ZipFile(folder / "p.zip") as archive:
        archive.extractall(folder / "cours")
        root = ET.fromstring(archive.read(MANIFEST))
    for file in (lms.platform(), Path(lms.__file__).with_name("page.html")):
        (folder / file.name).write_bytes(file.read_bytes())
    start = root.find(".//cp:resource", IN).get("href") + root.find(".//cp:item", IN).get("parameters")
    with hosting(folder) as server:
        yield f"http://localhost:{server.server_port}/", f"cours/{start}"


class Platform:
    """A page of the platform, which plays the package for a learner whose record it has."""

    def __init__(self, page, platform):
        self.page = page
        self.address, self.start = platform

    def play(self, record=None, step=""):
        """Open the package anew; return its frame."""
        self.page.goto("about:blank")
        self.page.evaluate("(record) => { window.name = record; }", json.dumps(record or {}))
        self.page.goto(f"{self.address}page.html")
        self.page.evaluate("(start) => { document.querySelector('iframe').src = start; }", f"{self.start}#{step}")
        frame = self.page.frames[1]
        expect(frame.get_by_role("heading", level=1)).to_contain_text("Se connecter")
        expect(frame.locator("#page-kept")).to_contain_text("plateforme de formation")
        return frame

    def get(self, element):
        return self.page.evaluate("(element) => API.cmi && API.lmsGetValue(element)", element)

    def record(self):
        return self.page.evaluate("JSON.parse(API.renderCMIToJSONString()).cmi")


@pytest.fixture
def learning(browser, browser_context_args, platform):
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    with unforgiving(page):
        yield Platform(page, platform)
    context.close()


def results(frame):
    return frame.evaluate(
        "Object.keys(localStorage).filter((name) => name.includes(':exercise:')).map((name) => localStorage[name])"
    )


def test_an_exercise_is_told_and_found_again_and_another_learner_starts_afresh(learning):
    frame = learning.play(step=YOUR_TURN)
    assert learning.get("cmi.core.lesson_status") == "incomplete"
    screen = alive(frame)
    learning.page.evaluate("window.broken = true")  # the network of the platform is down, say: the course goes on
    sign_in(screen, JESSICA["code"])
    expect(bar_of(frame)).to_contain_text("Réussi")
    assert learning.get("cmi.objectives._count") == "0"
    learning.page.evaluate("window.broken = false")
    screen.get_by_role("button", name="Essayer sans aide").click()
    sign_in(screen, JESSICA["code"])
    expect(bar_of(frame)).to_contain_text("Réussi, sans aide")
    assert learning.get("cmi.objectives.0.id") == "se_connecter"
    assert learning.get("cmi.objectives.0.status") == "passed"
    assert learning.get("cmi.core.score.raw") == SHARE
    assert learning.get("cmi.core.lesson_status") == "incomplete"
    mine, asked = learning.record(), learning.page.evaluate("asked")
    assert {words[0] for name, *words in asked if name in ("LMSGetValue", "LMSSetValue")} <= SPOKEN
    assert not [typed for typed in (JESSICA["code"], JESSICA["number"]) if typed in json.dumps(asked)]
    # another learner, at the same computer
    frame = learning.play()
    assert results(frame) == []
    assert learning.get("cmi.core.score.raw") == "0"
    # the first one is back, and erases her work
    frame = learning.play(mine)
    assert results(frame) == ['"alone"']
    assert learning.get("cmi.core.score.raw") == SHARE
    frame.get_by_role("button", name="Effacer mon travail").click()
    frame.get_by_role("button", name="Oui, effacer mon travail").click()
    expect(frame.get_by_role("dialog")).to_be_hidden()
    learning.page.wait_for_function("asked.some(([name]) => name === 'LMSFinish')")
    assert learning.get("cmi.core.score.raw") == "0"
    assert learning.get("cmi.objectives.0.status") == "not attempted"


def test_without_a_platform_nothing_is_told_and_nothing_is_said(learning):
    learning.page.goto(f"{learning.address}{learning.start}")
    expect(learning.page.get_by_role("heading", level=1)).to_contain_text("Se connecter")
    expect(learning.page.locator("#page-kept")).to_contain_text("nulle part ailleurs")
    assert learning.page.evaluate("localStorage.getItem('atelier-lms')") is None
