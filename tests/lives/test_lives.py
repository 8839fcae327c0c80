"""One life for each person: all that the data says of her is compared with it."""

import datetime as dt

import pytest

from atelier_ameli.data import DATA
from atelier_ameli.lives.agreement import life_faults
from atelier_ameli.payments.payment_history import payment_history
from atelier_ameli.payments.refunds import age
from practice.loading.faults import DataError
from tests.support import SITE, edition

CONTRADICTIONS = [  # file, what it says, what it would say, whose life it would not be, and why
    ("personas.toml", '1978-07-03\nnir = "178072A', '1951-07-03\nnir = "151072A', "ange", "depuis 1976"),
    (
        "personas.toml",
        'postcode = "31000"\ncity = "Toulouse"\nholder = "jessica"',
        'postcode = "31400"\ncity = "Toulouse"\nholder = "jessica"',
        "jessica",
        "un autre code postal",
    ),
    ("information.toml", '"3 impasse du Modèle"', '"3 impasse du Modèle"\nvitale_card = false', "ange", "vitale_card"),
    ("information.toml", "2021-03-11T14", "2021-07-13T14", "jessica", "pendant le voyage (Espagne)"),
    (
        "information.toml",
        '"Carte Vitale de mon enfant"',
        '"Arrêt de travail / Indemnités journalières"',
        "jessica",
        "aucun sick_leave",
    ),
    (
        "information.toml",
        'persona = "rose"\naddress = "27 allée de l\'Essai"',
        'persona = "rose"\naddress = "3 rue du Croquis"',
        "rose",
        "une autre adresse",
    ),
    ("messages.toml", "2021-01-25T16:40:00", "2021-02-19T16:40:00", "karim", "est du 19/02/2021"),
    (
        "payments.toml",
        'persona = "jessica"',
        'persona = "jessica"\nsends_to_insurer = true',
        "jessica",
        "veut une mutuelle",
    ),
    ("payments.toml", "2021-01-18T14:30:00", "2021-01-15T14:30:00", "karim", "work_accident"),
    ("payments.toml", 'amount = "812,40"', 'amount = "950,00"', "luc", "la pension"),
    ("payments.toml", "since = 2021-02-10", "since = 2021-01-10", "lea", "exemptions"),
    ("prevention.toml", "expected_birth = 2021-06-10", "expected_birth = 2021-07-10", "lea", "expected_birth"),
    (
        "requests/european_card.toml",
        'persona = "fatou"',
        'persona = "karim"',
        "karim",
        "rien de tel dans cette vie (trip)",
    ),
    (
        "requests/third_party.toml",
        '"24/02/2021", step',
        '"20/02/2021", step',
        "jessica",
        "20/02/2021 n'est pas un jour",
    ),
    ("requests/third_party.toml", 'persona = "gerard"', 'persona = "karim"', "karim", "n'est pas un jour de cette vie"),
    ("requests/vitale_problem.toml", 'persona = "luc"', 'persona = "lea"', "lea", "rien de tel"),
    (
        "requests/solidarity.toml",
        'value = "950", step = "incomes"',
        'value = "812,40", step = "incomes"',
        "luc",
        "les revenus sont 812.40",
    ),
    ("requests/child_both.toml", "2 88 09 31 000 256", "2 88 09 31 000 257", "hugo", "le numéro de personne"),
    (
        "exercises/13_carte_vitale.toml",
        'persona = "luc"',
        'persona = "ange"',
        "ange",
        "card_stolen n'est pas dans cette vie",
    ),
    (
        "exercises/14_partir_en_europe.toml",
        'departure = "06/03/2021"',
        'departure = "08/03/2021"',
        "fatou",
        "08/03/2021 (departure)",
    ),
    (
        "exercises/15_adresse_banque_nom.toml",
        'persona = "lea"',
        'persona = "fatou"',
        "fatou",
        "usage_name : rien de tel",
    ),
    ("exercises/18_complementaire_sante_solidaire.toml", 'monthly = "950"', 'monthly = "900"', "luc", "monthly : 900"),
    ("lives.toml", "2021-02-24", "2021-02-20", "jessica", "accident pour « zoe », le même jour"),
    ("lives.toml", 'lives_with = ["marcel"]', "lives_with = []", "marcel", "« rose » ne dit pas vivre avec « marcel »"),
]


def test_every_person_has_one_life():
    assert SITE.lives.keys() == SITE.personas.keys()


def test_the_data_tells_one_life_for_each_person():
    assert list(map(str, life_faults(SITE))) == []


@pytest.mark.parametrize("contradiction", CONTRADICTIONS, ids=lambda one: f"{one[-2]}, {one[0]}")
def test_another_story_is_refused_with_the_person_and_the_reason(tmp_path, contradiction):
    file, before, after, who, why = contradiction
    told = (DATA / file).read_text(encoding="utf-8")
    assert before in told
    site = edition(tmp_path, {file: told.replace(before, after)})
    found = [(fault.entry, fault.reason) for fault in life_faults(site)]
    assert any(entry == who and why in reason for entry, reason in found), found


@pytest.mark.parametrize(
    ("event", "why"),
    [
        ('what = "trip"\non = 2021-03-06\nplace = "Italie"', "sick_leave le 19/01/2021, pendant un voyage (Italie)"),
        ('what = "accident"\non = 2021-01-27', "work_accident et accident"),
        ('what = "care"\non = 2021-03-06\nuntil = 2021-03-05', "avant de commencer"),
    ],
)
def test_a_life_that_nobody_can_live_is_refused(tmp_path, event, why):
    told = (DATA / "lives.toml").read_text(encoding="utf-8")
    at = told.index("[[life.events]]", told.index('letter = "karim-arret"'))
    site = edition(tmp_path, {"lives.toml": f"{told[:at]}[[life.events]]\n{event}\n\n{told[at:]}"})
    with pytest.raises(DataError) as error:
        site.lives  # noqa: B018
    assert "karim" in str(error.value)
    assert why in str(error.value)


def test_the_simulator_of_helps_and_the_request_have_the_same_ceilings():
    rules = SITE.procedures["solidarity"].rules
    most = {"more": None}
    for choice in next(step for step in SITE.rights.steps if step.id == "income").choices:
        if choice.id != "more":
            most[choice.id] = int(choice.id.removeprefix("up_to_"))
            assert f"{most[choice.id]:,}".replace(",", "\u00a0") in choice.label
    for people, home in enumerate(("alone", "two", "three")):
        for choice, monthly in most.items():
            answers = {"cover": frozenset({"no"}), "home": frozenset({home}), "income": frozenset({choice})}
            found = {one.id for one in SITE.rights.fitting(answers)} & {"solidarity_free", "solidarity_paid"}
            yearly = 12 * (monthly or 10_000)
            free, paid = rules.free[people], rules.with_contribution[people]
            expected = {"solidarity_free"} if yearly <= free else {"solidarity_paid"} if yearly <= paid else set()
            assert found == expected, (home, choice)


def test_the_people_of_the_simulator_are_nobody_of_the_course():
    assert not {one.name for one in SITE.rights.situations} & {one.first_name for one in SITE.personas.values()}


def test_nobody_is_cared_for_before_birth_and_a_young_child_has_the_childs_price():
    child, adult = (SITE.edition.tariffs[name] for name in ("gp_child", "gp"))
    for owner in filter(lambda person: person.has_account, SITE.personas.values()):
        dependants = tuple(one for one in SITE.personas.values() if one.holder == owner.id)
        today = (owner.now or SITE.edition.now).date()
        for payment in payment_history(owner, dependants, SITE.edition, today):
            for act in payment.acts:
                old = age(SITE.personas[act.beneficiary].birth_date, act.date)
                assert old >= 0, (act.beneficiary, act.date)
                if act.nature in (child.label, adult.label):
                    assert (old < child.under_age) == (act.nature == child.label), (act.beneficiary, act.date)


def test_a_disability_pension_and_the_end_of_a_pregnancy_refund_the_care_whole():
    paid = {name: payments_of(name) for name in ("luc", "lea", "sarah")}
    assert {act.rate for payment in paid["luc"] for act in payment.acts} == {100}
    assert any(payment.withheld for payment in paid["luc"])
    sixth_month = dt.date(2021, 2, 10)
    for payment in paid["lea"]:
        for act in payment.acts:
            assert (act.rate == 100) == (act.date >= sixth_month)
    assert {act.rate for one in paid["sarah"] for act in one.acts if act.date >= dt.date(2020, 10, 12)} == {100}


def payments_of(name):
    return payment_history(SITE.personas[name], (), SITE.edition, SITE.edition.now.date())
