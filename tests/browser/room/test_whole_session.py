"""Two hours in a room: a projector, a trainer, three tablets, from the code on the wall to the next week."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from practice.doors.voila.classroom.opening import board_link
from tests.support.classroom import stage
from tests.support.classroom.open_room import OpenRoom, open_room
from tests.support.steps import wait_for_step, wake

TABLETS = 3
STEP = "À vous\N{NO-BREAK SPACE}: entrez dans le compte de Jessica"
EXERCISE = "« Entrer dans le compte de Jessica »"
PAUSED = "Regardez l'écran de la salle"

pytestmark = pytest.mark.usefixtures("patience")


@pytest.fixture
def hall() -> Iterator[OpenRoom]:
    with open_room() as room:
        yield room


@pytest.fixture
def tablets(browser: Browser, browser_context_args: dict) -> Iterator[list[Page]]:
    """Return a page of each tablet."""
    size = {"width": 390, "height": 800}
    contexts = [browser.new_context(**{**browser_context_args, "viewport": size}) for _ in range(TABLETS)]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


@dataclass
class Scene:
    """The trainer's pages, and the tablets."""

    hall: OpenRoom
    laptop: BrowserContext
    board: Page
    tablets: list[Page]

    def row(self, number: int) -> Locator:
        """Return a tablet on the board."""
        heading = self.board.get_by_role("heading", name=f"Tablette {number}", exact=True)
        return self.board.get_by_role("listitem").filter(has=heading)

    @property
    def desk(self) -> Locator:
        return self.board.get_by_role("region", name="Pour toutes les tablettes")

    def press(self, name: str) -> None:
        """Press a button of the board."""
        self.board.get_by_role("button", name=name).click()


def sign_in(tablet: Page, *, wrong: bool = False) -> None:
    """Do the exercise as it asks, or with a digit too few."""
    for label, answer in stage.exercise().work.typed:
        tablet.get_by_label(label).locator("visible=true").fill(answer[:-1] if wrong else answer)
    tablet.get_by_role("button", name="Me connecter").locator("visible=true").click()


def open_the_room(scene: Scene) -> Page:
    """Open the board by its secret link; return the page that it opens for the projector."""
    scene.board.goto(board_link(scene.hall.classroom.keys, scene.hall.address()))
    expect(scene.board.get_by_text("Aucune tablette pour l'instant.")).to_be_visible()
    with scene.laptop.expect_page() as opened:
        scene.board.get_by_role("link", name="Ouvrir la page à projeter").click()
    return opened.value


def join(scene: Scene, projector: Page) -> None:
    """Join by the code that is read on the wall, or by its link."""
    first, *others = scene.tablets
    first.goto(scene.hall.address("rejoindre"))
    first.get_by_label("Tapez le code de la salle").fill(projector.locator(".projector-code").inner_text())
    first.keyboard.press("Enter")
    first.get_by_role("link", name="Aller aux chapitres").click()
    expect(scene.row(1)).to_contain_text("Page d'accueil")
    for number, tablet in enumerate(others, 2):
        tablet.goto(scene.hall.address(f"rejoindre/{scene.hall.code}"))
        tablet.goto(scene.hall.address())
        expect(scene.row(number)).to_contain_text("Au travail")
    expect(projector.get_by_text(f"{TABLETS} tablettes sont là.")).to_be_visible()


def send_all_to_an_exercise(scene: Scene) -> None:
    scene.desk.get_by_label("Chapitre à ouvrir").select_option("2021/06_se_connecter")
    step = scene.desk.get_by_label("Étape ou exercice")
    expect(step).to_contain_text(STEP)
    step.select_option(step.locator("option").filter(has_text=STEP).get_attribute("value"))
    scene.press("Ouvrir sur toutes les tablettes")
    for number, tablet in enumerate(scene.tablets, 1):
        tablet.wait_for_url("**/06_se_connecter.ipynb#*")
        wait_for_step(tablet)
        expect(scene.row(number)).to_contain_text(EXERCISE)


def help_who_is_stuck(scene: Scene, tablet: Page) -> None:
    """Help the second tablet: it tries, asks, and is answered."""
    sign_in(tablet, wrong=True)
    expect(scene.row(2)).to_contain_text("1 essai")
    tablet.get_by_role("button", name="J'ai besoin d'aide").click()
    expect(scene.board.locator(".seat").first).to_contain_text("Tablette 2 Demande de l'aide")
    expect(scene.board.locator("#room-said")).to_have_text("Tablette 2 demande de l'aide.")
    scene.press("J'arrive")
    expect(tablet.get_by_text("Quelqu'un arrive.", exact=True)).to_be_visible()
    tablet.get_by_role("button", name="C'est bon, merci").click()
    expect(scene.row(2)).to_contain_text("Au travail")


def start_the_laptop_again(scene: Scene) -> None:
    """See everybody come back with the same numbers, and go on."""
    scene.hall.stop()
    scene.hall.start()
    for tablet in scene.tablets:
        wake(tablet)
    sign_in(scene.tablets[0])
    expect(scene.row(1)).to_contain_text("fini")  # so this is no longer the board of before
    for number in range(1, TABLETS + 1):
        expect(scene.row(number)).to_contain_text(EXERCISE)


def have_all_look_at_the_wall(scene: Scene) -> None:
    """See that a pause covers all, and that what was typed stays."""
    field = scene.tablets[2].get_by_label("Mon numéro de sécurité sociale").locator("visible=true")
    field.fill("1 23")
    scene.press("Mettre en pause")
    for tablet in scene.tablets:
        expect(tablet.get_by_role("heading", name=PAUSED)).to_be_visible()
    scene.press("Libérer les tablettes")
    for tablet in scene.tablets:
        expect(tablet.get_by_role("heading", name=PAUSED)).to_have_count(0)
    expect(field).to_have_value("1 23")


def show_a_screen(scene: Scene, projector: Page, tablet: Page) -> None:
    """Show the third tablet, after its learner's yes, for as long as she likes."""
    scene.press("Agir sur la tablette 3")
    scene.press("Demander à voir l'écran")
    expect(projector.get_by_role("heading", name="Rejoindre la salle")).to_be_visible()
    tablet.get_by_role("button", name="Oui, le montrer").click()
    expect(projector.get_by_role("heading", name="Tablette 3 montre son écran")).to_be_visible()
    sign_in(tablet, wrong=True)
    expect(projector.locator("#projector-still")).to_contain_text("est trop court")
    tablet.get_by_role("button", name="Arrêter").click()
    expect(projector.get_by_role("heading", name="Rejoindre la salle")).to_be_visible()
    scene.press("Fermer ce panneau")


def sleep_and_wake(scene: Scene) -> None:
    """See the third tablet go, and come back with its number."""
    asleep = scene.tablets[2]
    where = asleep.url
    scene.tablets[2] = asleep.context.new_page()
    asleep.close()
    expect(scene.row(3)).to_contain_text("Absente")
    scene.tablets[2].goto(where)
    expect(scene.row(3)).to_contain_text("Au travail")
    expect(scene.tablets[2].locator(".room-seat")).to_have_text("Tablette 3")


def read_the_report(scene: Scene) -> None:
    report = scene.laptop.new_page()
    report.goto(scene.hall.address("salle/bilan"))
    expect(report.get_by_role("row").filter(has_text="Entrer dans le compte de Jessica")).to_have_count(1)


def note_the_codes(scene: Scene) -> str:
    """Begin a new session: each tablet shows its code, then is empty. Return that of the first one."""
    scene.press("Nouvelle séance…")
    scene.press("Oui, demander aux tablettes")
    first = scene.tablets[0]
    expect(first.get_by_role("heading", name="Votre code")).to_be_visible()
    code = first.locator(".later-letters > [aria-hidden]").inner_text()
    first.get_by_role("button", name="C'est noté").click()
    expect(scene.desk).to_contain_text("on attend les tablettes 2, 3")
    scene.press("Continuer sans attendre")
    for tablet in scene.tablets:
        expect(tablet.get_by_text("Rien n'est encore noté ici.")).to_be_visible()
    return code


def close(scene: Scene) -> None:
    """Close the room: nothing of it is left."""
    scene.press("Fermer la salle…")
    scene.press("Oui, fermer la salle")
    expect(scene.board.get_by_role("heading", name="La salle est fermée")).to_be_visible()
    for tablet in scene.tablets:
        expect(tablet.locator(".room-bar")).to_have_count(0)


def come_back_next_week(scene: Scene, tablet: Page, code: str) -> None:
    """Open another room, and go on from a code on whichever tablet."""
    scene.hall.stop()
    scene.hall.start()
    tablet.goto(scene.hall.address(f"rejoindre/{scene.hall.code}"))
    tablet.goto(scene.hall.address())
    tablet.get_by_role("button", name="J'ai un code").click()
    tablet.get_by_role("textbox", name="J'ai un code").fill(code)
    tablet.keyboard.press("Enter")
    expect(tablet.get_by_text("C'est repris : 1 exercice de plus.")).to_be_visible()


def test_a_whole_session_from_the_code_on_the_wall_to_the_next_week(page, context, hall, tablets, forgiven):
    forgiven.append("WebSocket connection to .* failed|ERR_CONNECTION_REFUSED")
    scene = Scene(hall, context, page, tablets)
    projector = open_the_room(scene)
    join(scene, projector)
    send_all_to_an_exercise(scene)
    help_who_is_stuck(scene, tablets[1])
    start_the_laptop_again(scene)
    have_all_look_at_the_wall(scene)
    show_a_screen(scene, projector, tablets[2])
    sleep_and_wake(scene)
    read_the_report(scene)
    code = note_the_codes(scene)
    close(scene)
    come_back_next_week(scene, tablets[1], code)
