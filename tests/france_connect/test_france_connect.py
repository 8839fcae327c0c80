"""FranceConnect's rules: whom an account recognises, when it locks, what comes of the identity passed on."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.fr import nif

from atelier_ameli import data
from atelier_ameli.access.accounts import SignIn
from atelier_ameli.france_connect import france_connect_steps as steps
from atelier_ameli.france_connect.france_connect import Identifier
from atelier_ameli.france_connect.france_connect_data import load_directory
from atelier_ameli.france_connect.france_connect_steps import Answer, Arrival
from atelier_ameli.france_connect.france_connect_visit import Step, Visit
from atelier_ameli.identity.personas import AccountStatus
from atelier_ameli.world import World
from practice.parts import KeptError
from tests.support import SITE
from tests.support.refusals import refused

FILE = (data.DATA / "france_connect.toml").read_text(encoding="utf-8")
WITH_AN_ACCOUNT = [citizen.persona for citizen in SITE.france_connect.people]


def at(provider: str, persona: str) -> World:
    """Return an exercise in which this persona has chosen this account."""
    world = World(SITE, persona)
    world.france_connect = Visit(closed=True)
    steps.choose(world, SITE.france_connect, provider, remember=False)
    return world


def recognised(persona: str) -> World:
    """Return an exercise in which this persona's first account has recognised her."""
    account = SITE.france_connect.citizen(persona).accounts[0]
    world = at(account.provider, persona)
    if steps.sign_in(world, SITE.france_connect, account.identifier, account.password) is Answer.ON_PHONE:
        steps.confirm_on_phone(world)
    return world


def test_the_accounts_of_2021_are_six_in_the_order_of_the_seed():
    names = [SITE.france_connect.provider(id_).name for id_ in SITE.edition.france_connect_providers]
    assert names == [
        "impots.gouv.fr",
        "l'Assurance Maladie (ameli.fr)",
        "L'Identité Numérique La Poste",
        "Mobile Connect et moi",
        "MSA",
        "Alicem",
    ]


@pytest.mark.parametrize("persona", WITH_AN_ACCOUNT)
def test_everybody_is_recognised_by_her_own_account_and_goes_where_her_ameli_account_stands(persona):
    world = recognised(persona)
    assert world.france_connect.step is Step.CONSENT
    arrival = steps.consent(world)
    assert (
        arrival
        is {
            AccountStatus.ACTIVE: Arrival.SIGNED_IN,
            AccountStatus.PROVISIONAL: Arrival.NEW_CODE_NEEDED,
            AccountStatus.LOCKED: Arrival.ACCOUNT_LOCKED,
            AccountStatus.NONE: Arrival.NO_ACCOUNT,
        }[world.persona.account]
    )
    assert (world.signed_in is not None) == (arrival is Arrival.SIGNED_IN)
    assert (world.identified is not None) == (arrival is Arrival.NO_ACCOUNT)


def test_refusing_opens_nothing_and_forgets_the_identity():
    world = recognised("marcel")
    steps.refuse(world)
    assert world.france_connect == Visit(closed=True)
    assert world.signed_in is None


def test_three_wrong_passwords_lock_one_account_and_not_the_others():
    world = at("impots", "fatou")
    mine = SITE.france_connect.citizen("fatou").account("impots")
    answers = [steps.sign_in(world, SITE.france_connect, mine.identifier, "Faux-mot-1") for _ in range(4)]
    assert answers == [Answer.WRONG_PAIR] * 2 + [Answer.LOCKED] * 2
    assert steps.sign_in(world, SITE.france_connect, mine.identifier, mine.password) is Answer.LOCKED
    steps.choose(world, SITE.france_connect, "alicem", remember=False)
    assert steps.sign_in(world, SITE.france_connect, "06 39 98 01 05") is Answer.ON_PHONE


def test_an_account_that_she_does_not_have_counts_no_try():
    world = at("msa", "jessica")
    for _ in range(5):
        assert steps.sign_in(world, SITE.france_connect, "2820295000199", "Faux-mot-1") is Answer.NO_ACCOUNT


def test_the_ameli_account_itself_shares_its_tries_with_the_sign_in_page():
    world = at("ameli", "jessica")
    number = world.persona.nir
    world.sign_in(number, "Faux-code-1")
    assert steps.sign_in(world, SITE.france_connect, number, "Faux-code-1") is Answer.WRONG_PAIR
    assert world.attempts_left(number) == 1
    assert steps.sign_in(world, SITE.france_connect, number, world.persona.code) is Answer.RECOGNISED
    assert world.sign_in(number, world.persona.code) is SignIn.WELCOME


def test_an_account_left_open_recognises_somebody_else_until_it_is_closed():
    world = World(SITE, "ange")
    steps.choose(world, SITE.france_connect, "impots", remember=False)
    assert world.france_connect.identity == "yvette"
    assert steps.consent(world) is Arrival.SOMEBODY_ELSE
    assert world.signed_in is None
    steps.leave_somebody_else(world)
    steps.choose(world, SITE.france_connect, "impots", remember=False)
    assert world.france_connect.step is Step.SIGNING_IN


def test_a_child_is_recognised_through_her_parents_account():
    world = at("laposte", "zoe")
    steps.sign_in(world, SITE.france_connect, "Jessica.Petit@courriel.example")
    steps.confirm_on_phone(world)
    assert steps.consent(world) is Arrival.SIGNED_IN
    assert world.signed_in.id == "jessica"


@given(st.integers(0, 3), st.integers(0, 10**9 - 1))
def test_a_real_tax_number_is_always_seen_as_one(first, rest):
    front = f"{first}{rest:09d}"
    number = front + nif.calc_check_digits(front + "000")
    assert nif.is_valid(number)
    assert Identifier.TAX_NUMBER.could_be_real(number)


@pytest.mark.parametrize("persona", WITH_AN_ACCOUNT)
def test_no_identifier_of_the_course_can_be_somebodys(persona):
    for account in SITE.france_connect.citizen(persona).accounts:
        kind = SITE.france_connect.provider(account.provider).identifier
        assert not kind.could_be_real(account.identifier)
        assert not nif.is_valid(account.identifier)


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Identifier.PHONE, "06 12 34 56 78"),
        (Identifier.EMAIL, "quelqu-un@poste.fr"),
        (Identifier.EMAIL, "06 12 34 56 78"),
        (Identifier.NIR, "2 82 02 95 046 199"),
        (Identifier.TAX_NUMBER, "2 82 02 95 000 199 37"),
    ],
)
def test_what_could_be_somebodys_is_seen(kind, typed):
    assert kind.could_be_real(typed)


test_a_broken_directory_is_refused_with_file_entry_and_reason = refused(
    "france_connect.toml",
    lambda file: load_directory(file, SITE.personas),
    ('"90 38 1129 000 15"', '"10 38 1129 000 15"', "marcel", "peut être à une autre personne"),
    ('"90 38 1129 000 15"', '"90 42 1009 000 63"', "yvette", "peut être à une autre personne"),
    (', password = "Noisette-38"', "", "marcel", "password"),
    ('birth_country = "Sénégal"', 'birth_country = "France"', "fatou", "birth_country"),
    ('persona = "marcel"', 'persona = "personne"', "personne", "personas.toml"),
    ('persona = "yvette" }', 'persona = "zoe" }', "ange", "left_open"),
    ('id = "msa"', 'id = "impots"', "impots", "déjà"),
    ('provider = "msa"', 'provider = "ameli"', "luc", "n'est pas un compte à donner ici"),
    ('confirmation = "phone"', 'confirmation = "lettre"', "laposte", "il faut l'un de"),
    ("exercise_value = true", "", "impots", "exercise_value = true"),
    ("today =", "todai =", "words", "champ inconnu"),
)


def test_nobody_has_to_have_left_an_account_open(tmp_path):
    file = tmp_path / "france_connect.toml"
    left = 'left_open = { provider = "impots", persona = "yvette" }'
    assert left in FILE
    file.write_text(FILE.replace(left, "", 1), encoding="utf-8")
    assert load_directory(file, SITE.personas)


def test_the_way_so_far_is_in_the_snapshot_and_no_password_is():
    before = at("impots", "fatou")
    mine = SITE.france_connect.citizen("fatou").account("impots")
    steps.sign_in(before, SITE.france_connect, mine.identifier, "Faux-mot-1")
    kept = json.dumps(before.keep())
    assert "Faux-mot-1" not in kept
    after = at("alicem", "fatou")
    after.take_up(json.loads(kept))
    assert after.france_connect == before.france_connect


@pytest.mark.parametrize(
    "damage",
    [
        {"step": "consent"},
        {"provider": "impots"},
        {"step": "signing_in", "provider": "banque"},
        {"step": "consent", "provider": "impots", "identity": "personne"},
        {"remembered": "banque"},
        {"failures": ["impots"] * 4},
        {"failures": "impots"},
        {"failures": [""]},
        {"step": "ailleurs"},
        3,
    ],
)
def test_a_damaged_way_is_set_aside(damage):
    world = at("impots", "fatou")
    kept = json.loads(json.dumps(world.keep()))
    kept["france_connect"] = damage
    with pytest.raises(KeptError):
        world.take_up(kept)
