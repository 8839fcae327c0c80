"""The trainer's pages in a real browser: followed by eye, by ear and by keyboard, at any size."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from practice.classroom.classroom import Classroom
from practice.doors.voila.classroom.opening import board_link
from tests.support.classroom import stage
from tests.support.classroom.open_room import OpenRoom, open_room

COUNT = 12
LEAST = 44  #: pixels of a target


@pytest.fixture(scope="module")
def hall() -> Iterator[OpenRoom]:
    with open_room() as room:
        yield room


def seat(room: Classroom) -> stage.Tablet:
    """Have one more tablet come, without a browser of its own."""
    tablet = stage.Tablet(room)
    tablet.open(stage.Page("06_se_connecter", exercice1=stage.exercise()))
    tablet.says("at", step=3, screens=["exercice1"])
    return tablet


def look(page: Page, hall: OpenRoom, path: str = "") -> None:
    """Open the board by its secret link, then another of the trainer's pages."""
    page.goto(board_link(hall.classroom.keys, hall.address()))
    if path:
        page.goto(hall.address(path))


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def top_of(page: Page, name: str) -> float:
    return page.get_by_role("button", name=name).bounding_box()["y"]


def test_a_trainer_follows_the_room_by_keyboard_and_loses_neither_place_nor_focus(page, context, hall, axe):
    tablets = [hall.ask(seat) for _ in range(COUNT)]
    look(page, hall)
    assert "cle=" not in page.url
    rows = page.get_by_role("list", name="Tablettes").get_by_role("listitem")
    expect(rows).to_have_count(COUNT)
    assert fits(page)
    axe(page)

    act = page.get_by_role("button", name="Agir sur la tablette 9")
    act.focus()
    before = top_of(page, "Agir sur la tablette 9")
    hall.ask(lambda _: tablets[6].says("help"))
    expect(rows.first).to_contain_text("Demande de l'aide")
    expect(rows.first.get_by_role("heading", name="Tablette 7")).to_be_visible()
    expect(page.locator("#room-said")).to_have_text("Tablette 7 demande de l'aide.")
    expect(act).to_be_focused()
    assert abs(top_of(page, "Agir sur la tablette 9") - before) < 2
    axe(page)

    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Tablette 9")
    expect(panel.get_by_role("heading", name="Tablette 9")).to_be_focused()
    panel.get_by_label("Chapitre à ouvrir").select_option("6. Se connecter")
    expect(panel.get_by_label("Étape ou exercice")).to_contain_text("Pour commencer")
    axe(page)
    page.keyboard.press("Escape")
    expect(act).to_be_focused()
    expect(panel).to_have_count(0)

    coming = page.get_by_role("button", name="J'arrive")
    coming.focus()
    assert coming.bounding_box()["height"] >= LEAST
    page.keyboard.press("Enter")
    expect(rows.first).to_contain_text("Vous arrivez")
    expect(rows.first.get_by_role("heading")).to_be_focused()  # its button has gone
    expect(page.get_by_role("button", name="J'arrive")).to_have_count(0)

    for width, size in ((320, "100%"), (1280, "200%")):
        page.set_viewport_size({"width": width, "height": 720})
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        assert fits(page)
        axe(page)
    hall.ask(lambda room: [tablet.visit.left() for tablet in tablets] and room.done(7))


def test_the_room_sees_how_to_come_then_a_screen_that_a_learner_shows(page, context, hall, axe, axe_too):
    tablet = hall.ask(seat)
    look(page, hall, "salle/projecteur")
    expect(page.get_by_text(hall.classroom.keys.spoken_code)).to_be_visible()
    assert fits(page)
    axe_too(page, 320)
    page.set_viewport_size({"width": 320, "height": 720})
    hall.ask(lambda room: room.showing.ask(tablet.seat.number))
    hall.ask(lambda _: tablet.says("accept"))
    expect(page.get_by_role("heading", name=f"Tablette {tablet.seat.number} montre son écran")).to_be_visible()
    expect(page.locator("#projector-still")).to_contain_text("Me connecter")
    assert fits(page)
    axe(page)
    hall.ask(lambda _: tablet.says("stop"))
    expect(page.get_by_role("heading", name="Rejoindre la salle")).to_be_visible()


def test_the_report_reads_and_prints_and_a_closed_room_leaves_nothing(page, context, hall, axe, axe_too):
    def work(room: Classroom) -> None:
        tablet = seat(room)
        done = stage.exercise("creer_son_compte")
        tablet.open(stage.Page("04_creer_son_compte", exercice1=done))
        stage.do_step(done)
        tablet.visit.acted("exercice1", {"do": "step"})

    hall.ask(work)
    look(page, hall, "salle/bilan")
    expect(page.get_by_role("heading", name="Bilan de la séance")).to_be_visible()
    expect(page.get_by_text("Arrêt à la consigne 2.")).to_be_visible()
    assert fits(page)
    axe_too(page, 320)
    page.goto(hall.address("salle"))
    page.get_by_role("button", name="Fermer la salle…").click()
    page.get_by_role("button", name="Oui, fermer la salle").click()
    expect(page.get_by_role("heading", name="La salle est fermée")).to_be_visible()
    axe(page)
    assert page.request.get(hall.address("salle")).status == 404
