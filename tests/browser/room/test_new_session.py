"""A room between two groups, in a browser: whom a tablet plays, its code before anything is erased, a fresh start."""

from playwright.sync_api import expect

from tests.support import SITE
from tests.support.classroom.open_room import open_room
from tests.support.steps import go_to

KEPT = "Object.keys(localStorage).filter((name) => name.startsWith('atelier:'))"
DONE = SITE.names.of("exercise:se_connecter")


def test_a_tablet_plays_its_own_person_then_shows_its_code_and_is_emptied_once_it_is_noted(page, context, axe):
    with open_room() as hall:
        page.goto(hall.address(f"rejoindre/{hall.code}"))
        page.goto(hall.address("6"))
        hall.wait_until(lambda room: room.seats)
        hall.ask(lambda room: room.swap(1, 2))
        go_to(page.locator("[data-session]:has(.persona-switcher)"))
        page.evaluate("name => localStorage.setItem(name, '\"alone\"')", DONE)
        hall.ask(lambda room: room.dealing.start())
        bar = page.get_by_role("region", name="La salle")
        karim = SITE.personas["karim"].full_name
        expect(bar).to_contain_text(f"Votre personne : {karim}.")
        expect(page.get_by_role("heading", name=karim, exact=True)).to_be_visible()
        axe(page, place=".room-bar")

        hall.ask(lambda room: room.new_session.begin())
        expect(page.get_by_role("heading", name="Votre code")).to_be_focused()
        expect(bar).to_contain_text("Nouvelle séance.")
        assert page.evaluate(KEPT), "nothing is erased before she says so"
        axe(page)
        with page.expect_navigation():
            bar.get_by_role("button", name="C'est noté").click()
        expect(page.get_by_text("Rien n'est encore noté ici.")).to_be_visible()
        expect(bar).not_to_contain_text("Nouvelle séance")
        assert DONE not in page.evaluate(KEPT)
        hall.wait_until(lambda room: not room.new_session.waiting and not room.seats[0].empty)
