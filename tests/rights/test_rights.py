"""Which helps come of which answers, and how a broken file is refused."""

from itertools import chain, combinations, product

import pytest

from atelier_ameli import data
from tests.support import SITE
from tests.support.refusals import refused

SEED = {
    "https://www.lesbonsclics.fr/fr/",
    "https://www.mesdroitssociaux.gouv.fr/accueil/simulateur",
    "https://www.mesdroitssociaux.gouv.fr/",
    "http://didacticiel.ameli.fr/assures/",
}


def names(helps):
    return [help_.id for help_ in helps]


def every_answer():
    """Yield all the ways to answer one choice at a time; of a step with boxes, none, one or two."""
    ways = []
    for step in SITE.rights.steps:
        ids = [choice.id for choice in step.choices]
        few = chain.from_iterable(combinations(ids, n) for n in (range(3) if step.many else (1,)))
        ways.append([frozenset(chosen) for chosen in few])
    for answers in product(*ways):
        yield dict(zip([step.id for step in SITE.rights.steps], answers, strict=True))


@pytest.mark.parametrize("person", SITE.rights.situations, ids=lambda person: person.id)
def test_each_person_gets_the_helps_that_the_file_expects(person):
    assert sorted(names(SITE.rights.fitting(person.right_answers))) == sorted(person.expected)


def test_every_help_can_be_reached_and_never_two_of_the_same_kind():
    rights, reached = SITE.rights, set()
    for answers in every_answer():
        found = set(names(rights.fitting(answers)))
        assert len(found & {"solidarity_free", "solidarity_paid", "solidarity_again"}) <= 1
        reached |= found
    assert reached == set(names(rights.helps))


def test_without_any_answer_only_what_is_for_everybody_is_left():
    assert names(SITE.rights.fitting({})) == ["social_rights"]
    assert SITE.rights.perhaps({}) == []


def test_one_missing_answer_makes_a_perhaps_and_two_do_not():
    rights, odette = SITE.rights, SITE.rights.situations[0].right_answers
    without_income = {step: chosen for step, chosen in odette.items() if step != "income"}
    assert names(rights.perhaps(without_income)) == ["solidarity_free", "solidarity_paid"]
    assert "solidarity_paid" not in names(rights.fitting(without_income))
    assert rights.perhaps({"cover": frozenset({"no"})}) == []


def test_every_help_says_where_its_facts_come_from_and_leads_to_an_official_address():
    for help_ in SITE.rights.helps:
        assert help_.source.startswith(("domain.md", "seed"))
        assert SITE.useful_links[help_.link].address.endswith((".gouv.fr/", ".ameli.fr/", "/accueil/simulateur"))


def test_the_ceilings_are_the_exercises_and_no_fact():
    rights = {help_.id: help_ for help_ in SITE.rights.helps}
    for name in ("solidarity_free", "solidarity_paid"):
        assert "€" not in rights[name].why.replace("8 à 30\u00a0€", "")
        assert len(rights[name].exercise_values) == 3


def test_the_four_addresses_of_the_workshop_are_there_word_for_word():
    assert {link.address for link in SITE.useful_links.values()} > SEED


test_broken_rights_are_refused_with_file_entry_and_reason = refused(
    "rights.toml",
    lambda file: data.load_rights(file, SITE.useful_links),
    ('when = [{ work = ["sick_leave"] }]', "when = []", "daily_allowance", "when : c'est vide"),
    ('work = ["sick_leave"] }]', 'job = ["sick_leave"] }]', "daily_allowance", "« job » n'existe pas"),
    ('work = ["sick_leave"] }]', 'work = ["ill"] }]', "daily_allowance", "n'offre pas la réponse « ill »"),
    ('link = "solidarity"', 'link = "mystery"', "solidarity_free", "« mystery » n'est pas dans"),
    ('id = "sophia"', 'id = "teeth"', "teeth", "déjà pris"),
    ('expected = ["teeth", ', "expected = [", "nora", "les règles trouvent address, social_rights, teeth"),
    ('work = ["retired"], ', "", "odette", "il faut la réponse à « work »"),
    ('work = ["retired"]', 'work = ["retired", "works"]', "odette", "il faut la réponse à « work »"),
    ('home = ["alone"], work = ["ret', 'home = ["nobody"], work = ["ret', "odette", "la réponse « nobody »"),
    ("\nmany = true", '\nmany = "oui"', "events", "il faut true ou false"),
    ('topic = "le foyer"', 'sujet = "le foyer"', "home", "champ inconnu : sujet"),
    ('source = "seed, « Je consulte mon espace', 'source = "" # ', "midwife", "source : c'est vide"),
    ("\n[[situation]]", "\n[[personne]]", "fichier", "[[situation]]"),
)


test_a_broken_address_is_refused_with_file_entry_and_reason = refused(
    "useful_links.toml",
    data.load_useful_links,
    (
        'address = "http://didacticiel.ameli.fr',
        'address = "didacticiel.ameli.fr',
        "tutorial",
        "ne s'écrit pas comme",
    ),
    ("https://www.lesbonsclics.fr/fr/", "https://www.lesbonsclics.com/fr/", "good_clicks", "ne s'écrit pas comme"),
    ('audience = "Pour tout le monde."', 'audience = ""', "simulator", "audience : c'est vide"),
    ('id = "tutorial"', 'id = "simulator"', "simulator", "déjà à une autre adresse"),
)
