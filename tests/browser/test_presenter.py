"""A chapter presented to a room: one idea at a time, by keyboard, with a light on what is talked about."""

from playwright.sync_api import expect

CHAPTER = "08_decouvrir_sa_page_d_accueil"


def visible_headings(page):
    return [text for text in page.locator("main .page-prose :is(h1, h2, h3)").all_inner_texts() if text]


def test_a_chapter_is_presented_one_idea_at_a_time_by_keyboard(page, open_chapter, axe):
    open_chapter(CHAPTER)
    page.get_by_role("link", name="Présenter à une salle").click()
    expect(page.locator(".page-at")).to_contain_text("1 sur")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.locator("[data-session][data-state=ready]").first).to_be_attached()
    assert len(page.locator("main .page-prose:visible").all()) <= 2
    page.keyboard.press("PageDown")
    expect(page.locator(".page-at")).to_contain_text("2 sur")
    expect(page.locator(".page-prose h1")).to_be_hidden()
    axe(page)
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.reload()
    expect(page.locator(".page-at")).to_contain_text("1 sur")
    page.get_by_role("button", name="Quitter la présentation").click()
    expect(page.get_by_role("navigation", name="Présentation")).to_have_count(0)
    expect(page.get_by_role("heading", name="À retenir")).to_be_visible()


def test_answers_are_hidden_until_the_trainer_shows_them(page, open_chapter):
    open_chapter(CHAPTER)
    expect(page.get_by_text("Montrer la réponse").first).to_be_hidden()
    assert "La réponse :" not in page.content()
    page.goto(f"{page.url}?presenter")
    expect(page.locator(".page-at")).to_contain_text("1 sur")  # before that, a key is nobody's
    answer = page.get_by_text("Montrer la réponse")
    for _ in range(30):
        if answer.locator("visible=true").count():
            break
        page.keyboard.press("PageDown")
    answer.locator("visible=true").first.click()
    expect(page.locator("p.note", has_text="La réponse")).to_be_focused()


def test_the_light_follows_what_has_the_focus(page, open_chapter):
    open_chapter(CHAPTER)
    page.goto(f"{page.url}?presenter")
    page.get_by_role("button", name="Projecteur").click()
    expect(page.locator(".page-spot")).to_be_visible()
    page.get_by_role("button", name="Projecteur").click()
    expect(page.locator(".page-spot")).to_be_hidden()


def test_the_steps_of_an_exercise_are_watched_with_the_same_keys(page, open_chapter):
    open_chapter("07_retrouver_son_code")
    page.goto(f"{page.url}?presenter")
    expect(page.locator(".page-at")).to_contain_text("1 sur")  # before that, a key is nobody's
    watch = page.get_by_role("button", name="Regarder")
    for _ in range(30):
        if watch.count():
            break
        page.keyboard.press("PageDown")
    at = page.locator(".page-at").inner_text()
    watch.first.press("Enter")
    step = page.locator(".task-bar .told:visible")
    expect(step).to_be_visible()
    first = step.inner_text()
    page.keyboard.press("PageDown")
    expect(step).not_to_have_text(first)
    expect(page.locator(".page-at")).to_have_text(at)
    page.keyboard.press("PageUp")
    expect(step).to_have_text(first)


def test_a_session_leads_from_the_home_page_to_a_room_where_another_person_is_played(page, open_chapter, axe):
    open_chapter("00_accueil")
    session = page.locator("summary", has_text="Première séance")
    session.press("Enter")
    page.get_by_role("link", name="6. Se connecter", exact=True).locator("visible=true").first.press("Enter")
    expect(page.locator(".page-at")).to_contain_text("1 sur")
    expect(page.locator("[data-session][data-state=ready]").first).to_be_attached()
    other = page.get_by_role("button", name="Jouer avec une autre personne")
    for _ in range(30):
        if other.count():
            break
        page.keyboard.press("PageDown")
    at = page.locator(".page-at").inner_text()
    other.press("Enter")
    people = page.get_by_role("combobox", name="Jouer avec")
    expect(people).to_be_focused()
    axe(page)
    people.select_option("monique")
    page.get_by_role("button", name="Jouer avec cette personne").press("Enter")
    expect(page.get_by_role("heading", name="Monique GARNIER")).to_be_visible()
    page.reload()
    expect(page.locator(".page-at")).to_have_text(at)
    expect(page.get_by_role("heading", name="Monique GARNIER")).to_have_count(0)
    page.get_by_role("button", name="Remettre à zéro").click()
    page.get_by_role("button", name="Oui, effacer mon travail").click()
    expect(page.locator(".page-at")).to_have_text(at)
