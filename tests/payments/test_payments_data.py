"""data/payments.toml, data/services.toml and the amounts of an edition: what they hold, how a broken one is refused."""

from decimal import Decimal

from atelier_ameli import data
from atelier_ameli.data import DATA
from atelier_ameli.edition import EXERCISE_VALUE
from atelier_ameli.world import World
from practice.services import Channel
from tests.support import SITE
from tests.support.refusals import refused

PAYMENTS = (DATA / "payments.toml").read_text(encoding="utf-8")
PEOPLE = data.load_personas(DATA / "personas.toml")


def load(tmp_path, before, after):
    assert before in PAYMENTS
    file = tmp_path / "payments.toml"
    file.write_text(PAYMENTS.replace(before, after, 1), encoding="utf-8")
    return data.load_histories(file, PEOPLE, SITE.edition)


def test_everyone_with_an_account_has_a_history():
    for person in SITE.personas.values():
        assert bool(person.code) == (person.history != type(person.history)()), person.id


def test_the_seeds_marks_are_in_the_data():
    channels = {service.id: service.channel for service in SITE.services.values() if service.group == "Mes paiements"}
    assert channels == {
        "payments": Channel.BOTH,
        "monthly_statements": Channel.BOTH,
        "annual_statement": Channel.COMPUTER,
        "contributions": Channel.COMPUTER,
        "work_accident": Channel.COMPUTER,
        "sick_leaves": Channel.BOTH,
    }
    assert not SITE.services["annual_statement"].on_phone
    assert SITE.services["payments"].on_phone


def test_every_tariff_has_its_source_or_says_that_it_is_the_exercises():
    rules = SITE.edition
    assert rules.sources["drug_65"] == EXERCISE_VALUE
    assert rules.sources["gp"].startswith("https://")
    assert set(rules.tariffs) <= set(rules.sources)


def test_a_trainer_who_changes_a_payment_gets_the_new_table(tmp_path):
    people = load(
        tmp_path,
        'amount = "2,28"\nacts = [{ tariff = "drug_65", date = 2019-02-13, beneficiary = "ines", base = "3,51" }]',
        'amount = "6,50"\nacts = [{ tariff = "drug_65", date = 2019-02-13, beneficiary = "ines", base = "10,00" }]',
    )
    payments = World(SITE, people["nadia"]).payments
    assert [p.amount for p in payments][:2] == [Decimal("6.50"), Decimal("21.00")]


test_a_broken_history_is_refused_with_file_entry_and_reason = refused(
    "payments.toml",
    lambda file: data.load_histories(file, SITE.people, SITE.edition),
    (
        'amount = "2,28"',
        'amount = "2,29"',
        "nadia",
        "21/02/2019 : 2,29 € écrits (amount), mais les règles donnent 2,28 €",
    ),
    ('amount = "2,28"', "amount = 2.28", "nadia", "il faut un montant comme"),
    ('amount = "2,28"', 'amount = "2,2"', "nadia", "il faut un montant comme"),
    (
        'acts = [{ tariff = "specialist", date = 2018-11-06 }]',
        "acts = 1",
        "nadia",
        "il faut une suite entre crochets",
    ),
    ("date = 2019-02-19", "date = 2019-02-12", "nadia", "aucun après la date du paiement"),
    ("date = 2019-02-19", "date = 2019-06-19", "nadia", "du 01/02/2017 au 24/05/2019"),
    ('kind = "care"', 'kind = "soins"', "nadia", "il faut l'un de : care, third_party"),
    ('kind = "care"', 'kind = "annuity"', "nadia", "« care » ou « third_party »"),
    ('tariff = "gp_child"', 'tariff = "gp_kid"', "nadia", "« gp_kid » n'existe pas"),
    (
        '"gp_child", date = 2019-02-13, beneficiary = "ines"',
        '"gp_child", date = 2019-02-13',
        "nadia",
        "6 ans, pas pour Nadia",
    ),
    ('beneficiary = "ines"', 'beneficiary = "zoe"', "nadia", "« zoe » n'est pas rattaché"),
    ("per_year = 3", "per_year = 300", "jessica", "de 1 à 52 fois par an"),
    ("per_year = 3", "par_an = 3", "jessica", "champ inconnu : par_an"),
    ("rate = 100", "rate = 170", "marcel", "rate de 0 à 100"),
    ("every_months = 3", "every_months = 2", "ange", "every_months = 1 ou 3"),
    ("end = 2021-03-14", "end = 2021-01-14", "karim", "finit avant de commencer"),
    ('"2100,00", "2100,00", ', "", "karim", "trois salaires"),
    ("investigated = 2021-02-10", "investigated = 2021-01-10", "karim", "ne se suivent pas"),
    ('persona = "luc"', 'persona = "lucie"', "lucie", "personas.toml"),
    ('persona = "luc"', 'persona = "yvette"', "yvette", "une seule fois"),
    ('persona = "luc"', 'persona = "jean"', "jean", "pas de compte"),
)


test_a_service_on_no_known_channel_is_refused = refused(
    "services.toml",
    data.load_services,
    ('"computer"', '"ordinateur"', "annual_statement", "il faut l'un de : computer, phone, both"),
)


test_a_persona_does_not_bring_a_history_of_her_own = refused(
    "personas.toml",
    data.load_personas,
    ("[[persona]]", "[[persona]]\nhistory = { sends_to_insurer = true }", "champ inconnu : history"),
)
