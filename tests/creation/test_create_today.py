"""Creating an account in 2026: today's labels, no FranceConnect at first, the end of the IBAN, a password, a link."""

from atelier_ameli import Screen
from tests.journeys import filled, reach
from tests.journeys.access_today import FOUR
from tests.support.pages import errors, field, text


def test_the_first_screen_has_todays_labels_and_no_france_connect():
    screen = reach("2026, create")
    for label in ("Nom de famille (sans prénom)", "Mon numéro de sécurité sociale", "Ma date de naissance"):
        assert field(screen, label).value == ""
    assert "* champs obligatoires" in text(screen)
    assert "FranceConnect" not in text(screen)
    assert "FranceConnect" in text(reach("create"))


def test_the_end_of_the_iban_is_all_that_is_asked_and_the_link_creates_the_account():
    screen = reach("2026, create, done")
    assert screen.page.name == "create_done"
    assert screen.world.account.status == "active"


def test_an_iban_that_is_not_known_says_what_to_do_and_after_three_tries_one_waits():
    screen = reach("2026, create, IBAN unknown")
    assert "La caisse ne connaît pas cet IBAN." in errors(screen)[1]
    assert "Il vous reste 2 essais" in errors(screen)[0]
    assert "L'IBAN n'a pas été reconnu 3 fois" in text(reach("2026, create, stopped"))


def test_a_whole_iban_is_erased_and_the_right_end_is_kept_alone():
    screen = reach("2026, create, IBAN")
    iban = screen.world.persona.iban
    screen.do("prove", iban_end=iban)
    assert errors(screen) == ["C'est un IBAN entier. Nous l'avons effacé. Tapez seulement les 7 derniers chiffres."]
    assert screen.world.creation.answers["create_iban"] == {}
    screen.do("keep_answers", iban_end=iban[-7:])
    assert screen.world.creation.answers["create_iban"] == {"iban_end": iban[-7:]}


def test_from_sixteen_an_account_may_be_asked_for():
    assert "Dès 16 ans, on peut demander à sa caisse un compte à soi." in text(reach("2026, create, a child"))
    assert "on peut demander" not in text(reach("create, a child recognised"))


def test_whoever_has_an_account_is_led_to_a_link_and_not_to_a_code():
    screen = reach("2026, create, has an account")
    assert "Demandez un lien par e-mail." in text(screen)
    screen.do("forgotten_code")
    assert screen.page.name == "forgotten_password"


def test_france_connect_has_seven_accounts_and_writes_only_when_a_connection_is_unusual():
    screen = reach("2026, FranceConnect")
    names = [provider.name for provider in screen.page.providers]
    assert names[4:] == ["YRIS", "France Identité", "TrustMe"]
    assert len(names) == 7
    assert reach("2026, FranceConnect, second step").world.messages == []
    unusual = reach("2026, FranceConnect, an unusual connection")
    assert [message.kind for message in unusual.world.messages] == ["france_connect_unusual"]


def test_on_the_phone_the_same_questions_are_asked():
    screen = Screen("create_account", persona="jean", edition="2026", device="phone")
    screen.do("recognise", **filled(FOUR, screen))
    assert "Les 7 derniers chiffres de mon IBAN" in text(screen).replace("\xa0", " ")
