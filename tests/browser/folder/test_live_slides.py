"""Live slides, opened by a double click: the screens answer where they are projected, from files alone."""

from playwright.sync_api import Page, expect

from tests.journeys.access import JESSICA
from tests.support.without_server.learner import LATE, sign_in

FREE = "Pour essayer librement"
NUMBER = "Mon numéro de sécurité sociale"


def screen_of(page: Page):
    """Wait until the screen of the slide that is shown answers; return it."""
    screen = page.locator("section.present section.present [data-session]")
    expect(screen).to_have_attribute("data-state", "ready", timeout=LATE)
    return screen


def is_shown(page: Page, title: str) -> None:
    expect(page.locator("section.present section.present").get_by_role("heading", name=title).first).to_be_visible()


def test_a_trainer_signs_in_on_a_slide_and_no_key_that_is_typed_there_turns_it(projected, slides, axe):
    projected.goto(slides.as_uri())
    is_shown(projected, "6. Se connecter")
    assert projected.evaluate("() => window.atelierShell") is None, "Python is restored when a screen is near"
    projected.keyboard.press("End")
    is_shown(projected, "À retenir")
    projected.keyboard.press("ArrowLeft")
    is_shown(projected, FREE)
    screen = screen_of(projected)
    axe(projected)
    number = screen.get_by_role("textbox", name=NUMBER)
    number.click()
    projected.keyboard.type("2 8")
    for key in ("ArrowLeft", "ArrowRight", "Home", "End", "Escape"):
        projected.keyboard.press(key)
    is_shown(projected, FREE)
    expect(number).to_have_value("2 8")
    where = screen.get_by_text("Où trouver mon numéro de sécurité sociale").first
    where.focus()
    projected.keyboard.press("Space")
    expect(screen.locator("details[open]")).to_be_visible()
    projected.keyboard.press("ArrowRight")
    is_shown(projected, FREE)
    sign_in(screen, JESSICA["code"])
    expect(screen.get_by_role("heading", name="Accueil de votre compte")).to_be_focused()
    assert projected.evaluate("() => [scrollY, document.querySelector('.deck').scrollTop]") == [0, 0]
    projected.keyboard.press("ArrowRight")
    is_shown(projected, "À retenir")
    python = projected.evaluate("() => window.atelierShell.worker.kept = 'the same'")
    for _ in range(2):
        projected.keyboard.press("PageUp")
    screen = screen_of(projected)
    screen.get_by_role("button", name="Sans aide").click()
    screen.get_by_role("button", name="Me déconnecter").focus()
    projected.keyboard.press("PageDown")
    is_shown(projected, FREE)
    assert projected.evaluate("() => window.atelierShell.worker.kept") == python, "Python was not restored again"
    assert projected.evaluate("() => localStorage.length") == 0, "slides keep nobody's work"


def test_where_python_cannot_come_the_screens_stay_pictures_and_this_is_said_once(projected, slides):
    projected.add_init_script("delete window.Worker")
    projected.goto(slides.as_uri())
    projected.keyboard.press("End")
    projected.keyboard.press("PageUp")
    is_shown(projected, FREE)
    expect(projected.get_by_role("alert")).to_contain_text("Les écrans restent des images")
    expect(projected.locator("section.present section.present").get_by_text("Image fixe de l'écran")).to_be_visible()
    assert projected.locator("[aria-busy]").count() == 0
    projected.keyboard.press("PageDown")
    expect(projected.get_by_role("alert")).to_be_empty()


def test_on_a_phone_the_screens_of_the_slides_answer_where_one_reads_down(projected, slides, axe):
    projected.set_viewport_size({"width": 390, "height": 844})
    projected.goto(slides.as_uri())
    screen = projected.locator("[data-session=ecran1]")
    screen.scroll_into_view_if_needed()
    expect(screen).to_have_attribute("data-state", "ready", timeout=LATE)
    expect(screen.get_by_text("SIMULATION")).to_be_visible()
    sign_in(screen, "Faux-code-1")
    expect(screen.get_by_role("group", name="Lisez ceci, puis recommencez")).to_be_focused()
    assert projected.evaluate("document.documentElement.scrollWidth") <= 390
    axe(projected, place="[data-session=ecran1]")
