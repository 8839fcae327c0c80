"""FranceConnect, as a learner reads it."""

import json
import re

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.journeys.creation import JEANS_CODE, JEANS_CONTACT
from tests.journeys.france_connect import JEAN, MARCEL, STATES, WRONG
from tests.support.pages import errors, field, soup, status, text

OTHER = "Choisissez un autre compte, ou entrez avec votre numéro et votre code."


def tiles(screen):
    return [b.find("strong").get_text() for b in soup(screen).find(class_="providers").find_all("button")]


def came_from_creation(persona):
    screen = Screen("create_account", persona=persona)
    screen.do("france_connect")
    return screen


def test_the_page_says_what_it_is_and_offers_the_six_accounts_of_2021():
    screen = reach("FranceConnect")
    assert "Le même compte sert pour plusieurs sites" in text(screen)
    assert tiles(screen)[0] == "impots.gouv.fr"
    assert len(tiles(screen)) == 6
    assert "rétabli le 7 décembre 2023" in text(screen)
    assert "Ses autres comptes impots.gouv.fr" in text(screen)


def test_cancelling_leads_back_to_the_sign_in_page_or_to_the_creation():
    assert "J'accède à mon compte ameli" in text(reach("FranceConnect, cancelled"))
    screen = came_from_creation("jean")
    screen.do("cancel")
    assert screen.page.name == "create_account"
    screen = Screen("login", persona="jean")
    screen.do("france_connect")
    screen.do("cancel")
    assert screen.page.name == "login"


def test_a_person_who_forgot_her_code_enters_with_another_account():
    screen = reach("FranceConnect, signed in")
    assert "Bonjour Marcel DUBOIS. Vous êtes connecté." in text(screen)
    assert "Vous êtes dans le compte, grâce à FranceConnect (impots.gouv.fr), sans taper votre code ameli." in text(
        screen
    )


def test_what_is_passed_on_is_the_identity_and_nothing_else():
    said = text(reach("FranceConnect, recognised"))
    for words in ("DUBOIS", "Marcel", "Masculin", "29 novembre 1938", "Toulouse (31)", "France"):
        assert words in said
    assert "Le mot de passe n'est pas transmis" in said
    assert MARCEL["password"] not in said


def test_refusing_says_that_nothing_was_passed_on():
    screen = reach("FranceConnect, refused")
    assert "Rien n'a été transmis." in text(screen)
    assert status(screen) == "Vous n'avez pas continué. Rien n'a été transmis."
    assert screen.page.name == "login"


def test_a_wrong_password_says_what_to_do_and_how_many_tries_are_left():
    screen = reach("FranceConnect, wrong password")
    [message] = errors(screen)
    assert "Comparez avec la fiche. Il vous reste 2 essais avant le blocage." in message
    assert field(screen, "Numéro fiscal").value == MARCEL["identifier"]
    assert WRONG["password"] not in screen.html + json.dumps(screen.snapshot())


def test_a_locked_account_shows_other_ways():
    [message] = errors(reach("FranceConnect, locked"))
    assert "a bloqué ce compte. C'est une protection." in message
    assert OTHER in message


def test_an_account_that_does_not_know_the_person_says_so():
    screen = reach("FranceConnect, no account with this one")
    assert errors(screen) == [f"La personne de la fiche n'a pas de compte ici. {OTHER}"]
    assert "pas de compte ici" in text(screen)


def test_an_empty_form_names_each_field_in_order():
    assert errors(reach("FranceConnect, nothing typed")) == [
        "Remplissez cette case. La réponse est sur la fiche.",
        "Tapez le mot de passe. Il est sur la fiche.",
    ]


@pytest.mark.parametrize(
    ("state", "real"),
    [("FranceConnect, real number", "56 78"), ("FranceConnect, real address", "courriel.fr")],
)
def test_what_could_be_somebodys_is_refused_and_forgotten(state, real):
    screen = reach(state)
    assert "effacé" in errors(screen)[0]
    assert real not in screen.html + json.dumps(screen.snapshot())


def test_a_password_is_never_drawn_back_shown_or_hidden():
    screen = reach("FranceConnect, password shown")
    assert not field(screen, "Mot de passe des impôts").hidden
    assert status(screen) == "Le mot de passe est visible."
    screen.do("identify", **WRONG)
    assert field(screen, "Mot de passe des impôts").hidden
    assert WRONG["password"] not in screen.html


def test_the_phone_asks_and_yes_leads_on():
    screen = reach("FranceConnect, on the phone")
    assert "Le téléphone de Karim" in text(screen)
    assert screen.focus.endswith("-phone-title")
    screen.do("confirm")
    assert "Est-ce bien vous" in text(screen)


def test_no_on_the_phone_stops_everything():
    screen = reach("FranceConnect, no said on the phone")
    assert "Rien n'a été transmis" in text(screen)
    assert "Continuer sur mon téléphone" in text(screen)
    screen.do("confirm")
    assert screen.page.name == "france_connect_provider"


def test_the_ameli_account_itself_asks_the_same_number_and_code_as_the_sign_in_page():
    screen = reach("FranceConnect, ameli itself")
    assert "le même numéro et le même code" in text(screen)
    screen.do("identify", identifier="2 82 02 95 000 199", password="48151623")
    screen.do("accept")
    assert "Bonjour Jessica PETIT" in text(screen)


def test_a_provisional_code_belongs_on_the_sign_in_page():
    screen = Screen("france_connect", persona="fatou")
    screen.do("choose", provider="ameli")
    screen.do("identify", identifier="2 95 09 99 000 238", password="4073")
    assert "provisoire" in errors(screen)[0]


def test_without_an_ameli_account_that_choice_is_explained():
    screen = reach("FranceConnect, ameli itself without an account")
    assert "Vous n'avez pas encore de compte ameli" in text(screen)
    screen.do("choose_another")
    assert len(tiles(screen)) == 6


def test_a_person_without_an_account_goes_on_to_create_one_already_identified():
    screen = reach("FranceConnect, no account yet")
    assert "Vous n'avez pas encore de compte ameli" in text(screen)
    assert screen.world.identified.id == "jean"
    assert screen.page.name == "create_contact"


def test_who_wanted_to_create_an_account_and_has_one_is_told_so():
    screen = came_from_creation("marcel")
    screen.do("choose", provider="impots")
    screen.do("identify", **MARCEL)
    screen.do("accept")
    assert "Vous avez déjà un compte ameli, et vous y êtes." in text(screen)


def test_refusing_during_the_creation_leads_back_to_it():
    screen = came_from_creation("jean")
    screen.do("choose", provider="impots")
    screen.do("identify", **JEAN)
    screen.do("refuse")
    assert screen.page.name == "create_account"


def test_a_locked_account_stays_locked_and_the_way_out_is_named():
    screen = reach("FranceConnect, account locked")
    assert screen.page.name == "login"
    assert "Cliquez sur «\u00a0Code oublié\u00a0?\u00a0»" in text(screen)


def test_a_provisional_code_must_still_be_changed():
    screen = reach("FranceConnect, code still provisional")
    assert "Je choisis mon nouveau code" in text(screen)
    screen.do("choose_code", code="Baobab-95", again="Baobab-95")
    assert "Bonjour Fatou DIALLO" in text(screen)


def test_an_account_left_open_shows_another_name_and_refusing_it_is_praised():
    screen = reach("FranceConnect, somebody else's name")
    assert "Yvette" in text(screen)
    assert "déjà ouvert sur cet ordinateur" in text(screen)
    assert "Ordinateur celui d'Yvette, une amie" in text(Screen("france_connect", persona="ange"))
    screen.do("refuse")
    assert "Vous avez bien lu" in text(screen)
    assert "Le compte d'Yvette ROUX est maintenant fermé" in text(screen)
    screen.do("choose", provider="impots")
    screen.do("identify", identifier="90 78 0703 000 42", password="Figuier-78")
    screen.do("accept")
    assert "Bonjour Ange SANTONI" in text(screen)


def test_on_a_shared_computer_her_husbands_name_stands_there_and_the_way_back_leads_to_the_creation():
    screen = reach("FranceConnect, her husband's name during the creation")
    assert "Marcel" in text(screen)
    screen.do("accept")
    assert "Vous êtes dans le compte de Marcel DUBOIS." in text(screen)
    screen.do("leave")
    assert "Annuler et revenir à la création du compte" in text(screen)
    screen.do("choose", provider="impots")
    screen.do("identify", identifier="90 41 0512 001 31", password="Laurier-41")
    screen.do("accept")
    assert screen.page.name == "create_contact"
    assert screen.world.identified.id == "rose"


def test_an_account_created_with_france_connect_opens_with_it_in_the_same_sitting():
    screen = reach("FranceConnect, no account yet")
    screen.do("contact", **JEANS_CONTACT)
    screen.do("choose_code", **JEANS_CODE)
    screen.do("open_message", message="0")
    screen.do("follow_link")
    screen.do("login")
    screen.do("france_connect")
    screen.do("choose", provider="impots")
    screen.do("identify", **JEAN)
    screen.do("accept")
    assert "Bonjour Jean NEAJE. Vous êtes connecté." in text(screen)


def test_going_on_as_somebody_else_is_explained_without_blame():
    screen = reach("FranceConnect, in as somebody else")
    assert "Vous êtes dans le compte d'Yvette ROUX. Ce n'est pas grave" in text(screen)
    assert screen.world.signed_in is None
    screen.do("leave")
    assert "Le compte est fermé." in text(screen)
    assert len(tiles(screen)) == 6


def test_somebody_elses_answers_are_recognised_as_hers():
    screen = Screen("france_connect", persona="marcel")
    screen.do("choose", provider="impots")
    screen.do("identify", **JEAN)
    screen.do("accept")
    assert "Le site allait créer un compte au nom de Jean NEAJE." in text(screen)


def test_a_choice_to_remember_stands_first_until_it_is_forgotten():
    screen = reach("FranceConnect, choice remembered")
    assert "Continuer avec impots.gouv.fr" in text(screen)
    after = Screen("login", persona="marcel")
    after.resume(json.loads(json.dumps(screen.snapshot())))
    assert "Continuer avec impots.gouv.fr" in text(after)
    after.do("forget")
    assert "Continuer avec" not in text(after)
    assert status(after) == "Votre choix est oublié."
    assert after.focus.endswith("-providers-title")


def test_a_choice_is_remembered_only_when_the_box_is_ticked():
    screen = reach("FranceConnect, password asked")
    screen.do("choose_another")
    assert "Continuer avec" not in text(screen)
    assert "ordinateur partagé" in text(screen)


def test_an_account_that_is_not_offered_cannot_be_chosen():
    screen = reach("FranceConnect")
    for provider in ("banque", None, ["impots"], 3):
        screen.do("choose", provider=provider)
        assert screen.page.name == "france_connect"


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_there_again_after_a_reload_and_holds_no_password(state):
    before = reach(state)
    kept = json.dumps(before.snapshot())
    assert not re.search("Noisette|Platane|Prunier|Faux-mot", kept)
    who, _, start = STATES[state][0].partition(" at ")
    after = Screen(start or "login", persona=who)
    after.resume(json.loads(kept))
    assert after.page.name == before.page.name


@pytest.mark.parametrize("page", ["provider", "consent", "somebody_else"])
def test_a_snapshot_cannot_open_a_page_before_its_step(page):
    screen = Screen("login", persona="jessica")
    screen.resume({screen.activity.place_name: {"page": f"france_connect_{page}"}})
    assert screen.page.name == "login"
