"""The envelope of a tablet: what it says is true on the tablet, in each year."""

import pytest

from atelier_ameli.access.accounts import SignIn
from atelier_ameli.access.entry import send_one_time_code
from atelier_ameli.identity import iban, nir
from atelier_ameli.site import Site
from practice.classroom.dealing import players
from practice.classroom.envelopes import Line, Look

SITES = [Site.load(year) for year in Site.years()]
DEALT = [pytest.param(site, name, id=f"{name} in {site.year}") for site in SITES for name in players(site)]


def said(lines):
    return {line.label: line.value for line in lines}


def piece(envelope, look, title=""):
    return next(one for one in envelope.of(look) if title in one.title)


@pytest.mark.parametrize(("site", "name"), DEALT)
def test_the_number_and_the_code_on_paper_open_the_account(site, name):
    world = site.world(site, name)
    known = said(piece(site.envelope(name), Look.PERSON).lines)
    code = next(known[label] for label in ("Code", "Mot de passe", "Code provisoire") if label in known)
    outcome = world.sign_in(nir.read(known["Numéro de sécurité sociale"]), code)
    assert outcome in (SignIn.WELCOME, SignIn.NEW_CODE_NEEDED, SignIn.ONE_TIME_CODE_NEEDED)


@pytest.mark.parametrize(("site", "name"), DEALT)
def test_the_letter_has_the_code_that_comes_when_one_is_asked_for(site, name):
    world = site.world(site, name)
    persona = world.persona
    letter = piece(site.envelope(name), Look.LETTER)
    code = said(letter.lines)["Code provisoire"]
    assert f"Votre code provisoire est : {code}" in letter.texts
    assert site.edition.secret_words[0] in letter.texts[-1]
    if "Gardez cette lettre pliée" in letter.when:
        world.ask_code(persona.nir, persona.last_name, persona.birth_date, persona.postcode)
    assert world.sign_in(persona.nir, code) is SignIn.NEW_CODE_NEEDED


def test_the_code_for_once_of_the_answers_is_the_one_that_comes_by_e_mail():
    for site in SITES:
        world = site.world(site, "jessica")
        answers = said(site.envelope("jessica").answers)
        if site.edition.one_time_code_minutes:
            world.sign_in(world.persona.nir, world.persona.code)
            send_one_time_code(world)
            assert answers["Premier code par e-mail"] == world.code_in(world.messages[-1])
        else:
            assert "Premier code par e-mail" not in answers


@pytest.mark.parametrize(("site", "name"), DEALT)
def test_the_card_and_the_rib_are_those_of_the_person_and_nobodys(site, name):
    envelope, persona = site.envelope(name), site.personas[name]
    rib = said(piece(envelope, Look.FORM, "RIB").lines)
    account = iban.read(rib["IBAN"])
    assert iban.fault(account) is None
    assert account[4:] == "".join(rib[part] for part in ("Code banque", "Code guichet", "Numéro de compte", "Clé RIB"))
    cards = list(envelope.of(Look.CARD))
    if site.information[name].vitale_card:
        assert said(cards[0].lines)["Numéro de sécurité sociale"] == nir.grouped(persona.nir_with_key)
    else:
        assert not cards
        assert "n'a pas encore" in piece(envelope, Look.FORM, "carte Vitale").texts[0]


def test_a_code_is_dictated_sign_by_sign():
    assert Line("Code", "Tulipe-90").signs == "T majuscule, u, l, i, p, e, tiret, 9, 0"
