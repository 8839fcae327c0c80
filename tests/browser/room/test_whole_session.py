"""Two hours in a room: a projector, a trainer, four tablets, from the code on the wall to the report."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from practice.doors.voila.classroom.opening import board_link
from tests.support.classroom import stage
from tests.support.classroom.open_room import OpenRoom, open_room
from tests.support.steps import wait_for_step

TABLETS = 4
EXERCISE = "À vous\N{NO-BREAK SPACE}: entrez dans le compte de Jessica"
PAUSED = "Regardez l'écran de la salle"


@pytest.fixture
def hall() -> Iterator[OpenRoom]:
    with open_room() as room:
        yield room


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Wait longer than elsewhere: six pages share two processors."""
    expect.set_options(timeout=20_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def tablets(browser: Browser, browser_context_args: dict) -> Iterator[list[Page]]:
    """Return a page of each tablet."""
    size = {"width": 390, "height": 800}
    contexts = [browser.new_context(**{**browser_context_args, "viewport": size}) for _ in range(TABLETS)]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def row(board: Page, number: int):
    return board.get_by_role("listitem").filter(has=board.get_by_role("heading", name=f"Tablette {number}", exact=True))


def sign_in(tablet: Page, *, wrong: bool = False) -> None:
    """Do the exercise as it asks, or with a digit too few."""
    for label, answer in stage.exercise().work.typed:
        tablet.get_by_label(label).locator("visible=true").fill(answer[:-1] if wrong else answer)
    tablet.get_by_role("button", name="Me connecter").locator("visible=true").click()


def test_a_whole_session_from_the_code_on_the_wall_to_the_report(page, context, hall, tablets, forgiven):
    forgiven.append("WebSocket connection to .* failed|ERR_CONNECTION_REFUSED")
    board = page
    board.goto(board_link(hall.classroom.keys, hall.address()))
    expect(board.get_by_text("Aucune tablette pour l'instant.")).to_be_visible()
    with context.expect_page() as opened:
        board.get_by_role("link", name="Ouvrir la page à projeter").click()
    projector = opened.value

    # They join: by the code that they read on the wall, or by its link.
    code = projector.locator(".projector-code").inner_text()
    tablets[0].goto(hall.address("rejoindre"))
    tablets[0].get_by_label("Tapez le code de la salle").fill(code)
    tablets[0].keyboard.press("Enter")
    tablets[0].get_by_role("link", name="Aller aux chapitres").click()
    expect(row(board, 1)).to_contain_text("Page d'accueil")
    for number, tablet in enumerate(tablets[1:], 2):
        tablet.goto(hall.address(f"rejoindre/{hall.code}"))
        tablet.goto(hall.address())
        expect(row(board, number)).to_contain_text("Au travail")
    expect(projector.get_by_text("4 tablettes sont là.")).to_be_visible()

    # The trainer sends them all to an exercise. One of them is stuck, and asks for help.
    send = board.get_by_role("region", name="Pour toutes les tablettes")
    send.get_by_label("Chapitre à ouvrir").select_option("2021/06_se_connecter")
    step = send.get_by_label("Étape ou exercice")
    expect(step).to_contain_text(EXERCISE)
    step.select_option(step.locator("option").filter(has_text=EXERCISE).get_attribute("value"))
    send.get_by_role("button", name="Ouvrir sur toutes les tablettes").click()
    for number, tablet in enumerate(tablets, 1):
        tablet.wait_for_url("**/06_se_connecter.ipynb#*")
        wait_for_step(tablet)
        expect(row(board, number)).to_contain_text("« Entrer dans le compte de Jessica »")
    sign_in(tablets[1], wrong=True)
    expect(row(board, 2)).to_contain_text("1 essai")
    tablets[1].get_by_role("button", name="J'ai besoin d'aide").click()
    expect(board.locator(".seat").first).to_contain_text("Tablette 2 Demande de l'aide")
    expect(board.locator("#room-said")).to_have_text("Tablette 2 demande de l'aide.")
    row(board, 2).get_by_role("button", name="J'arrive").click()
    expect(tablets[1].get_by_text("Quelqu'un arrive.", exact=True)).to_be_visible()
    tablets[1].get_by_role("button", name="C'est bon, merci").click()
    expect(row(board, 2)).to_contain_text("Au travail")

    # The laptop starts again: everybody is there again, with the same numbers.
    hall.stop()
    hall.start()
    for number in range(1, TABLETS + 1):
        expect(row(board, number)).to_contain_text("« Entrer dans le compte de Jessica »", timeout=20_000)
    sign_in(tablets[0])
    expect(row(board, 1)).to_contain_text("fini")

    # All look at the wall: what was typed stays.
    field = tablets[2].get_by_label("Mon numéro de sécurité sociale").locator("visible=true")
    field.fill("1 23")
    send.get_by_role("button", name="Mettre en pause").click()
    for tablet in tablets:
        expect(tablet.get_by_role("heading", name=PAUSED)).to_be_visible()
    send.get_by_role("button", name="Libérer les tablettes").click()
    for tablet in tablets:
        expect(tablet.get_by_role("heading", name=PAUSED)).to_have_count(0)
    expect(field).to_have_value("1 23")

    # One shows her screen, after her yes, for as long as she likes.
    board.get_by_role("button", name="Agir sur la tablette 3").click()
    board.get_by_role("button", name="Demander à voir l'écran").click()
    expect(projector.get_by_role("heading", name="Rejoindre la salle")).to_be_visible()
    tablets[2].get_by_role("button", name="Oui, le montrer").click()
    expect(projector.get_by_role("heading", name="Tablette 3 montre son écran")).to_be_visible()
    sign_in(tablets[2], wrong=True)
    expect(projector.locator("#projector-still")).to_contain_text("est trop court")
    tablets[2].get_by_role("button", name="Arrêter").click()
    expect(projector.get_by_role("heading", name="Rejoindre la salle")).to_be_visible()

    # One sleeps, and wakes.
    asleep = tablets[3].context
    where = tablets[3].url
    tablets[3].close()
    expect(row(board, 4)).to_contain_text("Absente")
    awake = asleep.new_page()
    awake.goto(where)
    expect(row(board, 4)).to_contain_text("Au travail")
    expect(awake.locator(".room-seat")).to_have_text("Tablette 4")

    # The end: numbers for the trainer, and nothing of it is left.
    report = context.new_page()
    report.goto(hall.address("salle/bilan"))
    expect(report.locator(".report-totals")).to_contain_text("Tablettes venues")
    expect(report.get_by_role("row").filter(has_text="Entrer dans le compte de Jessica")).to_have_count(1)
    board.get_by_role("button", name="Fermer ce panneau").click()
    board.get_by_role("button", name="Fermer la salle…").click()
    board.get_by_role("button", name="Oui, fermer la salle").click()
    expect(board.get_by_role("heading", name="La salle est fermée")).to_be_visible()
    for tablet in [*tablets[:3], awake]:
        expect(tablet.locator(".room-bar")).to_have_count(0)
