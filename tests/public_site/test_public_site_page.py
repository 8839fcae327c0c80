"""The public site: every door says what it is for and leads back; one of them leads to the account."""

import json

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.support import SITE
from tests.support.pages import errors, soup, text

MENU = ["Dossier médical partagé", "Compte ameli", "Adresses et contacts", "Formulaires", "Annuaire santé", "Forum"]


def said(screen):
    return text(screen).replace("\u00a0", " ")


def site():
    return Screen("public_site", persona="jean")


def buttons(screen, part):
    return [b.get_text(" ", strip=True) for b in soup(screen).find(id=f"{screen.key}-{part}").find_all("button")]


def test_the_page_has_the_doors_of_the_seed():
    screen = site()
    assert buttons(screen, "top")[:3] == ["Assuré", "Professionnel de santé", "Entreprise"]
    assert len(buttons(screen, "top")) == 7
    assert [b.split(" selon")[0] for b in buttons(screen, "sections")] == [
        "Actualités",
        "Droits et démarches",
        "Remboursements prestations et aides",
        "Santé comprendre et agir",
    ]


def test_the_profile_menu_opens_and_closes_and_says_so():
    screen = site()
    assert "Compte ameli" not in said(screen)
    screen.do("menu")
    assert buttons(screen, "profile") == MENU
    assert soup(screen).find(id=f"{screen.key}-menu")["aria-expanded"] == "true"
    assert screen.say == "Le menu est ouvert."
    screen.do("menu")
    assert soup(screen).find(id=f"{screen.key}-profile") is None
    assert screen.say == "Le menu est fermé."


@pytest.mark.parametrize("door", [door for door in SITE.doors if door != "compte"])
def test_every_door_says_what_it_is_for_and_leads_back(door):
    screen = site()
    screen.do("menu")
    screen.do("door", door=door)
    assert SITE.doors[door].says in text(screen)
    assert screen.focus.endswith("-door-title")
    assert soup(screen).find(id=f"{screen.key}-profile") is None
    screen.do("site_home")
    assert screen.page.door is None
    assert screen.focus.endswith("-title")


def test_the_accounts_door_leads_to_the_sign_in_and_to_a_new_account():
    screen = reach("public site, the account's door")
    assert "Avec le compte ameli : suivez vos remboursements" in said(screen)
    screen.do("sign_in_page")
    assert screen.page.name == "login"
    assert soup(screen).find("input", value="https://assure.ameli.fr/")
    screen.do("previous")
    assert screen.page.name == "public_site"
    screen.do("door", door="compte")
    screen.do("create_account")
    assert screen.page.name == "create_account"


def test_the_search_finds_the_accounts_door():
    screen = reach("public site, found")
    assert "Compte ameli" in buttons(screen, "found")
    assert screen.focus.endswith("-found-title")


def test_a_search_that_finds_nothing_proposes_other_words():
    assert "Essayez un mot plus simple" in said(reach("public site, nothing found"))
    assert errors(reach("public site, nothing looked for")) == ["Tapez un mot, par exemple\u00a0: carte Vitale."]


def test_going_back_closes_the_door_then_leaves_the_site():
    screen = reach("public site, another door")
    screen.do("previous")
    assert screen.page.name == "public_site"
    assert screen.page.door is None
    screen.do("previous")
    assert screen.page.name == "browser"


@pytest.mark.parametrize("door", ["", "ailleurs", None, 3, ["compte"]])
def test_a_door_that_does_not_exist_changes_nothing(door):
    screen = site()
    before = screen.html
    screen.do("door", door=door)
    assert screen.html == before


@pytest.mark.parametrize("state", ["public site, another door", "public site, found", "public site, nothing found"])
def test_after_a_reload_one_is_where_one_was(state):
    before = reach(state)
    after = site()
    after.resume(json.loads(json.dumps(before.snapshot())))
    assert text(after) == text(before)


@pytest.mark.parametrize("place", [{"answers": 3, "door": 4}, {"answers": {"wanted": 3}}, {"door": "ailleurs"}, {}])
def test_a_damaged_place_is_the_home_page(place):
    screen = site()
    screen.resume({screen.activity.place_name: {"page": "public_site", **place}})
    assert screen.html == site().html.replace(site().key, screen.key) or "Droits et démarches" in said(screen)
    assert errors(screen) == []
