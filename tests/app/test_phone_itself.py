"""The phone: the application is found in its shop, installed, taken away; its back key, its menu."""

import pytest

from atelier_ameli import Screen
from practice.phone.handset import Permission
from tests.journeys import reach
from tests.journeys.access import JESSICA
from tests.support import SITE
from tests.support.pages import again, part, soup, text


def test_the_right_application_is_told_by_its_publisher():
    screen = reach("store, found")
    names = [b.strong.get_text() for b in part(screen, "apps").find_all("button")]
    assert names[0] == "Ameli Rembours Express"
    assert "ameli" in names
    assert "Éditeur\u00a0: Assurance Maladie" in text(screen)
    assert "L'éditeur" in text(reach("store, the right one"))


@pytest.mark.parametrize("app", [app for app in SITE.store.apps if not app.right], ids=lambda app: app.id)
def test_a_wrong_choice_installs_nothing_and_is_told_kindly(app):
    screen = reach("store, found")
    screen.do("look_at", app=app.id)
    screen.do("get")
    note = part(screen, "note").get_text()
    assert "Rien n'est installé" in note
    assert app.refused in note
    assert screen.focus.endswith("-note")
    assert screen.world.handset.fetched is None
    screen.do("launch")
    assert screen.page.name == "store"


def test_the_download_is_told_in_words_and_moved_by_the_learner():
    screen = reach("store, fetching")
    bar = soup(screen).find(role="progressbar")
    assert (bar["aria-valuenow"], bar["aria-valuetext"]) == ("30", "30 pour cent")
    assert "30 pour cent" in text(screen)
    screen.do("fetch")
    assert "L'application est installée" in part(screen, "note").get_text()
    assert soup(screen).find(role="progressbar") is None


@pytest.mark.parametrize("look", ["plain", "android", "iphone"])
def test_each_kind_of_phone_leads_to_the_sign_in_page(look):
    screen = Screen("phone_home", persona="ange", device="phone")
    assert part(screen, "icon-app") is None
    screen.do("store")
    screen.do("look", look=look)
    screen.do("search_store", wanted="amelie")
    screen.do("look_at", app="ameli")
    while not screen.world.handset.installed:
        button = part(screen, "app-ameli").find("button", class_="main")
        screen.do(button["data-action"])
    screen.do("launch")
    for _ in Permission:
        assert "?" in part(screen, "ask").get_text()
        screen.do("refuse")
    assert screen.page.name == "login"
    assert "L'application est prête" in text(screen)
    screen = again(screen)
    screen.do("phone_home")
    assert part(screen, "icon-app")
    screen.do("app")
    assert screen.page.name == "login"


def test_nothing_breaks_when_all_is_refused():
    screen = reach("first opening, all refused")
    screen.do("sign_in", number="1 78 07 2A 000 042", code="Maquis1978")
    assert "Bonjour Ange SANTONI" in text(screen)
    screen.do("begin", request="send_document")
    screen.do("start")
    screen.do("next", what="accident")
    screen.do("picture", do="camera")
    assert "Autoriser l'appareil photo" in text(screen)


def test_the_application_taken_away_leaves_the_account():
    screen = reach("store, taken away")
    assert "Votre compte existe toujours" in text(screen)
    screen.do("phone_home")
    assert part(screen, "icon-app") is None


def test_an_icon_of_the_exercise_works_and_another_says_kindly_that_it_does_not():
    screen = reach("phone icons, one for the eye only")
    assert "Météo\u00a0» n'est pas dans l'exercice" in part(screen, "note").get_text()
    assert screen.focus.endswith("-note")


def test_the_phones_back_key_goes_back_one_page_and_then_out_of_the_application():
    screen = Screen("account_home", persona="jessica", device="phone")
    screen.do("open", page="payments")
    screen.do("open", page="statements")
    seen = []
    for _ in range(4):
        screen.do("phone_back")
        seen.append(screen.page.name)
    assert seen == ["payments", "account_home", "phone_home", "phone_home"]
    screen.do("app")
    assert screen.page.name == "account_home"


def test_the_back_key_passes_over_a_request_that_is_no_longer_open():
    screen = Screen("requests", persona="jessica", device="phone")
    screen.do("begin", request="address")
    screen.do("open", page="requests")
    screen.do("begin", request="directory")
    seen = []
    for _ in range(3):
        screen.do("phone_back")
        seen.append((screen.page.name, bool(screen.html)))
    assert seen == [("requests", True), ("requests", True), ("phone_home", True)]


def test_the_back_key_never_goes_through_the_door():
    screen = Screen("login", persona="jessica", device="phone")
    screen.do("sign_in", **JESSICA)
    screen.do("open", page="payments")
    screen.do("sign_out")
    screen.do("phone_back")
    assert screen.page.name == "phone_home"
    screen.do("app")
    assert screen.page.name == "login"


def test_the_back_key_takes_one_step_back_in_a_request_and_keeps_the_answer():
    screen = reach("phone, picture")
    screen.do("phone_back")
    assert screen.page.filling.step.id == "what"
    assert part(screen, "what").has_attr("checked")
    screen.do("phone_back")
    assert screen.page.filling.step is None
    assert screen.page.name == "request"


def test_the_back_key_closes_an_application_of_the_shop_before_the_shop():
    screen = reach("store, the right one")
    screen.do("phone_back")
    assert screen.page.name == "store"
    assert screen.page.app is None
    screen.do("phone_back")
    assert screen.page.name == "phone_home"


def test_the_menu_of_the_application_closes_after_a_choice():
    screen = Screen("account_home", persona="jessica", device="phone")
    before = soup(screen).find("details", class_="app-menu")["id"]
    screen.do("open", page="account_home")
    assert soup(screen).find("details", class_="app-menu")["id"] != before, "a new menu, so a closed one"
