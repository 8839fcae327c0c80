"""Creating an account: who may, what proves it, one address for one account, the link."""

import datetime as dt
import json

import pytest

from atelier_ameli.access.accounts import SignIn
from atelier_ameli.creation.creation import LinkUse, ProofFault, Recognition
from atelier_ameli.creation.creation_steps import (
    address_taken,
    choose_first_code,
    follow_link,
    is_stopped,
    may_create,
    recognise,
    send_link,
)
from atelier_ameli.identity.iban import fault
from atelier_ameli.identity.nir import NirError, NirFault, read
from atelier_ameli.identity.personas import AccountStatus
from practice.mail.inbox import Folder
from practice.parts import KeptError
from tests.support import SITE
from tests.support.creation import RULES, give_address, played_as, say_who, show_papers, up_to_the_link

A_DAY = dt.timedelta(days=1)


@pytest.mark.parametrize("name", ["jean", "rose"])
def test_an_account_is_created_and_opens_with_its_code(name):
    world = up_to_the_link(name)
    assert world.account.status is AccountStatus.NONE
    assert follow_link(world, 1) is LinkUse.CREATED
    assert world.account.status is AccountStatus.ACTIVE
    assert world.identified is None
    assert world.sign_in(world.persona.nir, world.persona.new_code) is SignIn.WELCOME


def test_a_code_of_ones_own_opens_the_account_and_is_in_no_snapshot():
    world = up_to_the_link(code="Autre-chose-7")
    assert "Autre-chose-7" not in json.dumps(world.keep()) + repr(world.creation)
    follow_link(world, 1)
    assert "Autre-chose-7" not in json.dumps(world.keep()) + repr(world.account)
    assert world.sign_in(world.persona.nir, "Autre-chose-7") is SignIn.WELCOME


def test_after_a_reload_the_cards_code_takes_the_place_of_the_secret_one():
    before, after = up_to_the_link(code="Autre-chose-7"), played_as("jean")
    after.take_up(json.loads(json.dumps(before.keep())))
    follow_link(after, 1)
    assert after.sign_in(after.persona.nir, "Ruisseau-60") is SignIn.WELCOME


@pytest.mark.parametrize(
    "wrong", [{"last_name": "Autre"}, {"birth_date": dt.date(1960, 6, 18)}, {"postcode": "75001"}, {"nir": "1" * 13}]
)
def test_a_wrong_answer_gets_the_same_reply_whichever_it_is(wrong):
    world = played_as("jean")
    assert say_who(world, **wrong) is Recognition.UNKNOWN
    assert world.creation.person == ""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("jessica", Recognition.HAS_ACCOUNT),
        ("monique", Recognition.HAS_ACCOUNT),
        ("zoe", Recognition.TOO_YOUNG),
        ("elena", Recognition.WAITING),
        ("jean", Recognition.RECOGNISED),
    ],
)
def test_not_everybody_may_create_an_account(name, found):
    world = played_as(name)
    assert say_who(world) is found
    assert may_create(world, world.persona) is found


def test_once_created_an_account_is_not_created_again():
    world = up_to_the_link()
    follow_link(world, 1)
    assert say_who(world) is Recognition.HAS_ACCOUNT
    assert follow_link(world, 1) is LinkUse.CREATED


def test_the_right_papers_identify_and_wrong_ones_are_named():
    world = played_as("jean")
    say_who(world)
    assert show_papers(world, vitale_end="4172609") == [ProofFault.VITALE]
    assert show_papers(world, account_end="250254M") == [ProofFault.RIB]
    assert world.identified is None
    assert show_papers(world) == []
    assert world.identified is world.persona


def test_a_rib_that_the_caisse_does_not_know_proves_nothing():
    world = played_as("bernard")
    say_who(world)
    assert show_papers(world) == [ProofFault.RIB]
    assert show_papers(world, known_iban="") == [ProofFault.RIB]


def test_empty_papers_prove_nothing():
    world = played_as("jean")
    say_who(world)
    assert show_papers(world, vitale_end="", account_end="", known_iban="") == [ProofFault.VITALE, ProofFault.RIB]


def test_after_three_wrong_papers_one_waits_and_may_then_try_again():
    world = played_as("jean")
    say_who(world)
    for _ in range(3):
        assert not is_stopped(world)
        show_papers(world, vitale_end="0000000")
    assert is_stopped(world)
    say_who(world)
    assert is_stopped(world), "answering the questions again does not help"
    world.wait(days=RULES.creation_pause_days)
    assert not is_stopped(world)
    show_papers(world, vitale_end="0000000")
    assert not is_stopped(world), "the count starts again"
    assert show_papers(world) == []


@pytest.mark.parametrize("email", ["jessica.petit@courriel.example", "Marcel.DUBOIS@courriel.example"])
def test_an_address_serves_one_account_only(email):
    assert address_taken(played_as("jean"), email)


def test_the_address_of_somebody_without_account_is_free():
    world = played_as("jean")
    assert not address_taken(world, "rose.dubois@courriel.example")
    assert not address_taken(world, "")


@pytest.mark.parametrize(("name", "folder"), [("jean", Folder.INBOX), ("rose", Folder.SPAM)])
def test_the_link_arrives_where_the_mails_of_the_person_do(name, folder):
    [message] = up_to_the_link(name).messages
    assert (message.kind, message.folder, message.link_number) == ("account_link", folder, 1)


def test_a_link_to_a_mistyped_address_never_comes_and_the_address_can_be_corrected():
    world = played_as("jean")
    say_who(world)
    show_papers(world)
    give_address(world, "jean.neage@courriel.example")
    choose_first_code(world, "Ruisseau-60")
    assert world.messages == []
    give_address(world, world.persona.email)
    assert send_link(world)
    assert follow_link(world, world.messages[-1].link_number) is LinkUse.CREATED


def test_a_link_expires_and_a_new_one_works():
    world = up_to_the_link()
    world.now += dt.timedelta(hours=RULES.validation_link_hours) - dt.timedelta(minutes=1)
    assert not world.creation.expired(world.now, RULES)
    world.now += dt.timedelta(minutes=1)
    assert follow_link(world, 1) is LinkUse.EXPIRED
    assert send_link(world)
    assert follow_link(world, 1) is LinkUse.REPLACED
    assert follow_link(world, 2) is LinkUse.CREATED


def test_links_are_not_sent_without_end_but_one_that_works_is_always_there():
    world = up_to_the_link()
    assert [send_link(world) for _ in range(4)] == [True, True, False, False]
    assert follow_link(world, 3) is LinkUse.CREATED
    other = up_to_the_link()
    for _ in range(3):
        send_link(other)
    other.now += A_DAY
    assert send_link(other)


def test_another_person_starts_anew_and_her_predecessors_link_creates_nothing():
    world = up_to_the_link()
    rose = world.personas["rose"]
    assert recognise(world, rose.nir, rose.last_name, rose.birth_date, rose.postcode) is Recognition.RECOGNISED
    assert world.identified is None
    assert follow_link(world, 1) is LinkUse.REPLACED
    assert world.account.status is AccountStatus.NONE


def test_somebody_else_identified_meanwhile_gets_no_account_by_a_link_that_is_not_hers():
    world = up_to_the_link()
    world.identified = world.personas["rose"]
    assert follow_link(world, 1) is LinkUse.REPLACED
    assert world.accounts[world.personas["rose"].nir].status is AccountStatus.NONE


def test_nobody_chooses_a_code_before_proving_who_she_is():
    with pytest.raises(ValueError, match="identified"):
        choose_first_code(played_as("jean"), "Ruisseau-60")


@pytest.mark.parametrize(
    "damage",
    [
        {"person": "personne"},
        {"owner": "personne"},
        {"email": "quelqu.un@vrai-courriel.fr"},
        {"links": -1},
        {"links": 500, "links_in_a_row": 0, "link_at": "2021-03-01T10:00:00"},
        {"links": 1, "link_at": None},
        {"wrong_proofs": 3, "wrong_at": None},
        {"link_at": "2021-03-01T10:00:00+01:00", "links": 1},
        {"answers": {"create_account": {"last_name": "x" * 500}}},
        {"answers": {str(n): {"a": "b"} for n in range(50)}},
        {"answers": "beaucoup"},
    ],
)
def test_a_damaged_creation_is_refused(damage):
    kept = json.loads(json.dumps(up_to_the_link().keep()))
    kept["creation"] |= damage
    with pytest.raises(KeptError):
        played_as("jean").take_up(kept)


def test_a_code_in_a_snapshot_is_not_believed():
    kept = json.loads(json.dumps(up_to_the_link().keep()))
    kept["creation"]["code"] = "Glisse-moi-1"
    world = played_as("jean")
    world.take_up(kept)
    assert world.creation.code == ""


def test_whoever_may_create_an_account_has_what_it_takes_and_nobodys_papers():
    for person in SITE.personas.values():
        if may_create(played_as(person.id), person) is not Recognition.RECOGNISED:
            continue
        known = SITE.information[person.id]
        assert person.new_code
        assert person.email
        assert person.vitale_number.startswith("0000")
        for iban in (person.iban, known.iban):
            assert fault(iban) is None
            assert iban[4:14] == "1234512345"
        assert bool(known.doctor) == person.history.primary_doctor
        assert (person.iban == known.iban) == (person.id != "bernard")


def test_a_provisional_number_is_nobodys_and_a_real_one_is_refused():
    elena = SITE.personas["elena"]
    assert elena.waiting
    assert elena.nir[7:10] == "000"
    with pytest.raises(NirError) as error:
        read("8 90 10 99 123 417")
    assert error.value.fault is NirFault.REAL
