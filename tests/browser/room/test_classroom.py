"""A tablet in a trainer's room, in a real browser: its number, its call for help, a pause, a sending, a restart."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from practice.classroom.seat import Help
from tests.support.classroom.open_room import OpenRoom, open_room
from tests.support.steps import wait_for_step, wake

LEAST = 44  #: pixels of a target
HELP = "J'ai besoin d'aide"
SAID = "#room-said"
SAME = 2_000  #: ms of the page's own clock, by which a first word of the room may be late (classroom.js)

pytestmark = pytest.mark.usefixtures("patience")


@pytest.fixture(scope="module")
def hall() -> Iterator[OpenRoom]:
    with open_room() as room:
        yield room


def join(page: Page, hall: OpenRoom, path: str = "6/6") -> int:
    """Join by the link, open a page, and return the number."""
    page.goto(hall.address(f"rejoindre/{hall.code}"))
    page.goto(hall.address(path))
    wait_for_step(page)
    return int(re.search(r"\d+", page.locator(".room-seat").inner_text())[0])


def top_of(page: Page, place: str) -> float:
    return page.locator(place).bounding_box()["y"]


def asks_for_no_room(page: Page, hall: OpenRoom) -> None:
    """See that a page of a tablet without a seat asks for no more than it would elsewhere."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(hall.address("6/6"))
    wait_for_step(page)
    assert asked
    assert not [url for url in asked if "classroom" in url or "rejoindre" in url]
    expect(page.locator(".room-bar")).to_have_count(0)


def test_a_learner_joins_by_the_code_calls_and_sees_that_somebody_comes(page, context, hall, axe):
    page.set_viewport_size({"width": 320, "height": 800})
    asks_for_no_room(page, hall)
    page.goto(hall.address("rejoindre"))
    page.get_by_label("Tapez le code de la salle").fill("12 34")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Ce code n'est pas celui de la salle.")).to_be_visible()
    expect(page.get_by_label("Tapez le code de la salle")).to_be_focused()
    axe(page)
    page.get_by_label("Tapez le code de la salle").fill(hall.code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Vous êtes dans la salle")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Aller aux chapitres").click()
    button = page.get_by_role("region", name="La salle").get_by_role("button")
    expect(button).to_have_text(HELP)
    expect(page.locator(SAID)).to_be_empty()  # whoever comes in is told nothing that she did not ask
    assert button.bounding_box()["height"] >= LEAST
    band = page.locator(".page-band").bounding_box()
    assert top_of(page, ".room-bar") >= band["y"] + band["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    axe(page)
    number = hall.ask(lambda room: room.seats[-1].number)

    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(SAID)).to_have_text("Votre demande d'aide est envoyée.")
    expect(button).to_have_text("Je n'ai plus besoin d'aide")
    expect(button).to_be_focused()
    hall.ask(lambda room: room.coming(number))
    expect(page.locator(SAID)).to_have_text("Quelqu'un arrive pour vous aider.")
    page.evaluate("scrollTo(0, 600)")
    assert 0 <= top_of(page, ".room-bar") - band["height"] < 1  # it stays in view until it is over, under the band
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    axe(page, place=".room-bar")  # the rest is as it was
    page.reload()
    expect(button).to_have_text("C'est bon, merci")
    button.click()
    expect(button).to_have_text(HELP)
    assert hall.ask(lambda room: room.seat(number).help) is Help.NONE


def test_a_pause_loses_nothing_keeps_the_keyboard_in_and_ends_alone(page, context, hall, axe):
    page.clock.install()
    number = join(page, hall)
    field = page.locator("input:visible").first
    field.fill("1 23")
    field.evaluate("field => field.setSelectionRange(2, 2)")
    hall.ask(lambda room: room.pause(60, to=[number]))
    heading = page.get_by_role("heading", name="Regardez l'écran de la salle")
    expect(heading).to_be_focused()
    axe(page)
    for key in ("Tab", "Escape", "Escape", "x", "Enter"):
        page.keyboard.press(key)
        assert not field.evaluate("field => field === document.activeElement")
    expect(heading).to_be_visible()
    hall.ahead += 60
    page.clock.fast_forward(60_000)
    expect(heading).to_have_count(0)
    expect(field).to_be_focused()
    expect(page.locator(SAID)).to_have_text("La pause est finie. Vous pouvez continuer.")
    page.keyboard.type("4")
    expect(field).to_have_value("1 42 3")

    hall.ask(lambda room: room.pause(300, to=[number]))
    expect(heading).to_be_focused()
    page.reload()
    expect(heading).to_be_focused()
    hall.ask(lambda room: room.free(to=[number]))
    expect(heading).to_have_count(0)
    expect(page.locator("main")).to_be_focused()


def test_a_tablet_is_sent_changes_its_number_and_has_it_after_a_restart(page, context, hall, forgiven):
    forgiven.append("WebSocket connection to .* failed")
    number = join(page, hall)
    hall.wait_until(lambda room: room.seat(number).activity)
    assert hall.ask(lambda room: room.seat(number).activity.exercise) == "se_tromper_expres"
    hall.ask(lambda room: room.go("/voila/render/06_se_connecter.ipynb#etape-2", to=[number]))
    expect(page.get_by_role("heading", name="Les mots de ce chapitre")).to_be_focused()
    hall.wait_until(lambda room: room.seat(number).step == 2 and room.seat(number).go is None)
    hall.ask(lambda room: room.go("/voila/render/08_decouvrir_sa_page_d_accueil.ipynb", to=[number]))
    page.wait_for_url("**/08_*")
    expect(page.locator(".room-words")).to_contain_text("Cette page vous est proposée")
    hall.wait_until(lambda room: room.seat(number).chapter.startswith("08_"))

    with page.expect_response("**/rejoindre/numero"):
        hall.ask(lambda room: room.swap(number, 77))
    expect(page.locator(".room-seat")).to_have_text("Tablette 77")
    hall.stop()
    hall.start()
    hall.wait_until(lambda room: room.seat(77) and room.seat(77).connected)  # it came back by itself
    page.reload()
    expect(page.locator(".room-seat")).to_have_text("Tablette 77")


def test_a_call_that_was_cut_off_comes_through_and_a_closed_room_takes_its_bar_away(page, context, hall, forgiven):
    forgiven.append("WebSocket connection to .* failed|ERR_CONNECTION_REFUSED|410")
    page.clock.install()
    number = join(page, hall)
    hall.stop()
    page.get_by_role("button", name=HELP).click()
    hall.start()
    wake(page)
    hall.wait_until(lambda room: room.seat(number) and room.seat(number).help is Help.ASKED)
    expect(page.get_by_role("button", name="Je n'ai plus besoin d'aide")).to_be_visible()
    bar = page.get_by_role("region", name="La salle")
    context.set_offline(True)  # the tablet sleeps while the room is closed
    hall.stop()
    hall.keys_away()
    hall.start()
    context.set_offline(False)
    hall.wait_until(lambda _: hall.room.doors)
    page.clock.fast_forward(SAME)
    expect(bar).to_have_count(0)
    page.goto(hall.address("rejoindre"))
    expect(page.get_by_role("heading", name="Rejoindre la salle")).to_be_visible()
    join(page, hall)
    page.evaluate("window.same = true")
    hall.ask(lambda room: room.close())
    expect(page.locator(SAID)).to_contain_text("La salle est fermée.")
    expect(bar).to_have_count(0)
    assert page.evaluate("window.same"), "the page is not made anew: nothing of it is lost"
    page.goto(hall.address("rejoindre"))
    expect(page.get_by_text("La salle est fermée.")).to_be_visible()
