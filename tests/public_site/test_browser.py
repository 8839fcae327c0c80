"""The simulated browser: whatever is typed, one sees what the computer would do, and nothing is ever opened."""

import json

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.support import SITE
from tests.support.pages import errors, field, soup, text


def visited(address):
    screen = Screen("browser", persona="luc")
    screen.do("visit", address=address)
    return screen


def said(screen):
    return text(screen).replace("\u00a0", " ")


@pytest.mark.parametrize("address", ["www.ameli.fr", "AMELI.FR", "https://www.ameli.fr/"])
def test_the_right_address_opens_the_site_however_it_is_written(address):
    screen = visited(address)
    assert screen.page.name == "public_site"
    assert "Vous êtes sur le bon site." in said(screen)
    assert field(screen, "Barre d'adresse").value == "https://www.ameli.fr/"
    assert screen.focus.endswith("-title")


def test_what_the_browser_does_by_itself_is_said():
    assert "Les majuscules ne changent rien." in said(visited("AMELI.FR"))
    assert "« https:// » tout seul" in said(visited("ameli.fr"))
    assert "majuscules" not in said(visited("https://www.ameli.fr"))


def test_the_address_of_the_sign_in_leads_there():
    screen = reach("browser, straight to the sign-in")
    assert screen.page.name == "login"
    assert field(screen, "Barre d'adresse").value == "https://assure.ameli.fr/"


def test_a_slip_of_the_finger_is_explained_and_shown_beside_the_right_address():
    screen = reach("browser, a slip of the finger")
    assert "L'ordinateur ne corrige pas." in said(screen)
    assert soup(screen).find("dl", class_="compare").get_text(" ", strip=True).split() == (
        ["Dans", "la", "barre", "www.amelie.fr", "Sur", "la", "fiche", "www.ameli.fr"]
    )
    assert field(screen, "Barre d'adresse").value == "www.amelie.fr"
    assert screen.focus.endswith("-outcome")


def test_words_are_searched_and_the_advert_comes_first():
    results = soup(reach("browser, results")).find_all("li", id=lambda i: i and "-result-" in i)
    assert "Annonce" in results[0].get_text()
    assert [("Annonce" in result.get_text()) for result in results].count(True) == 1
    assert len(results) == 4


def test_a_false_result_opens_nothing_and_is_explained():
    screen = reach("browser, an advert chosen")
    assert screen.page.name == "browser"
    assert "quelqu'un a payé pour être en haut" in said(screen)
    assert field(screen, "Barre d'adresse").value == "compte-ameli.example"


def test_going_back_leads_to_the_results_then_to_the_empty_window():
    screen = reach("browser, an advert chosen")
    screen.do("previous")
    assert "Résultats de la recherche" in said(screen)
    assert field(screen, "Barre d'adresse").value == "compte ameli"
    screen.do("previous")
    assert "La fenêtre est vide." in said(screen)
    screen.do("previous")
    assert "pas de page avant" in screen.say


def test_the_right_result_opens_the_site_and_one_may_come_back():
    screen = reach("browser, the right result chosen")
    assert screen.page.name == "public_site"
    screen.do("previous")
    assert screen.page.name == "browser"


def test_an_empty_bar_and_a_real_number_are_kindly_refused():
    assert errors(visited("")) == ["La barre est vide. Tapez l'adresse de la fiche."]
    screen = reach("browser, real number")
    assert "046" not in screen.html + json.dumps(screen.snapshot())


def test_a_result_that_is_not_in_the_list_changes_nothing():
    screen = reach("browser, results")
    before = screen.html
    for result in ("https://ailleurs.example", None, 3, ["www.ameli.fr"]):
        screen.do("choose", result=result)
    assert screen.html == before


def test_no_address_is_ever_a_link():
    for state in ("browser, results", "browser, a look-alike", "addresses, look again"):
        assert not soup(reach(state)).find("a", href=lambda href: not href.startswith("#"))


def test_after_a_reload_one_is_where_one_was():
    before = reach("browser, an advert chosen")
    after = Screen("browser", persona="luc")
    after.resume(json.loads(json.dumps(before.snapshot())))
    assert "quelqu'un a payé" in said(after)
    after.do("previous")
    assert "Résultats de la recherche" in said(after)


@pytest.mark.parametrize("trail", [None, 3, [3], [None], ["2 82 02 95 046 199"], [""], [["a"]], {"a": 1}, ["x" * 999]])
def test_a_damaged_trail_is_set_aside(trail):
    screen = Screen("browser", persona="luc")
    screen.resume({screen.activity.place_name: {"page": "browser", "trail": trail}})
    assert "La fenêtre est vide." in said(screen)
    assert errors(screen) == []


def test_all_addresses_are_judged_with_a_word_for_each_answer_and_no_score():
    screen = Screen("addresses", persona="yvette")
    for number, judged in enumerate(SITE.addresses.judged, 1):
        assert f"Adresse {number} sur 8" in said(screen)
        assert judged.why not in text(screen)
        screen.do("judge", answer="false")
        assert judged.why in text(screen)
        assert ("Oui" if not judged.genuine else "Regardez encore") in said(screen)
        assert screen.focus.endswith("-outcome")
        screen.do("next")
    assert "il faut « ameli.fr »" in said(screen)
    assert "score" not in said(screen)
    screen.do("first")
    assert "Adresse 1 sur 8" in said(screen)


def test_one_cannot_go_on_without_an_answer_nor_answer_after_the_end():
    screen = Screen("addresses", persona="yvette")
    screen.do("next")
    screen.do("judge", answer="peut-être")
    assert "Adresse 1 sur 8" in said(screen)
    end = reach("addresses, all judged")
    end.do("judge", answer="genuine")
    end.do("next")
    assert "Vous avez regardé les 8 adresses" in said(end)


@pytest.mark.parametrize(
    ("at", "answer", "shown"),
    [
        (2, True, "Regardez encore"),
        (1, "oui", "Adresse 2"),
        (-1, None, "Adresse 1"),
        (99, True, "Adresse 1"),
        (True, 1, "Adresse 1"),
    ],
)
def test_the_address_comes_back_after_a_reload_and_damage_does_not(at, answer, shown):
    screen = Screen("addresses", persona="yvette")
    screen.resume({screen.activity.place_name: {"page": "addresses", "at": at, "answer": answer}})
    assert shown in said(screen)


def test_no_word_shames():
    for judged in SITE.addresses.judged:
        for words in (judged.right, judged.wrong, judged.why):
            assert "erreur" not in words.lower()
            assert "raté" not in words.lower()


def test_another_address_is_typed_from_the_site_itself():
    screen = Screen("browser", persona="jessica")
    screen.do("visit", address="www.ameli.fr")
    assert screen.page.name == "public_site"
    screen.do("visit", address="assure.ameli.fr")
    assert screen.page.name == "login"
    screen.do("previous")
    assert screen.page.name == "public_site"
    screen.do("visit", address="amelie.fr")
    assert screen.page.name == "browser"
    assert screen.page.typed == "amelie.fr"


def test_the_page_before_is_never_far():
    screen = Screen("login", persona="jean")
    screen.do("create_account")
    screen.do("previous")
    assert screen.page.name == "login"
    screen.do("previous")
    assert screen.page.name == "public_site"


def test_from_the_first_page_of_the_account_one_is_told_how_to_leave():
    screen = reach("signed in")
    screen.do("open", page="payments")
    screen.do("previous")
    assert screen.page.name == "account_home"
    screen.do("previous")
    assert screen.page.name == "account_home"
    assert "cliquez sur «\u00a0Me déconnecter\u00a0»" in text(screen)


def test_the_bar_can_be_typed_in_on_every_page_of_a_way_that_began_in_a_browser():
    screen = visited("assure.ameli.fr")
    for action, page in (("forgotten_code", "forgotten_code"), ("back", "login"), ("create_account", "create_account")):
        screen.do(action)
        assert screen.page.name == page
        assert soup(screen).find("form", attrs={"data-action": "visit"})
    screen.do("visit", address="www.ameli.fr")
    assert screen.page.name == "public_site"


def test_who_begins_at_the_sign_in_has_no_other_line_to_type_in():
    assert not soup(Screen("login", persona="jessica")).find("form", attrs={"data-action": "visit"})
