"""data/prevention.toml: what it holds, and how a broken one is refused."""

from atelier_ameli.edition import EXERCISE_VALUE
from atelier_ameli.prevention.prevention import Situation
from atelier_ameli.prevention.prevention_area import load_area
from atelier_ameli.prevention.prevention_page import TOPICS
from practice.services import Channel
from tests.support import SITE
from tests.support.refusals import refused


def test_the_seven_topics_of_the_seed_have_their_words():
    assert [topic.title for topic in TOPICS] == [
        "Grossesse",
        "PRADO Maternité",
        "M'T Dents",
        "Risque cardio-vasculaire",
        "La santé de votre enfant",
        "Santé active",
        "Sophia",
    ]
    assert set(SITE.prevention.topics) == {topic.topic for topic in TOPICS}


def test_each_topic_is_for_a_persona_and_not_for_another():
    situations = {situation.persona for situation in SITE.prevention.situations}
    assert {"lea", "gerard", "ange"} <= situations
    assert SITE.prevention.situation("karim") == Situation("karim")


def test_the_area_is_on_the_computer_only_as_the_seed_says():
    assert SITE.services["prevention"].channel is Channel.COMPUTER


def test_the_rules_of_the_teeth_have_a_source():
    sources = SITE.edition.sources
    for name in ("teeth_ages", "teeth_months_before", "teeth_months_valid"):
        assert sources[name] != EXERCISE_VALUE


def test_the_medicines_of_gerard_agree_with_his_payments():
    habits = {habit.tariff: habit.per_year for habit in SITE.personas["gerard"].history.habits}
    assert habits["drug_100"] == SITE.prevention.situation("gerard").deliveries


test_a_broken_area_is_refused_with_file_and_reason = refused(
    "prevention.toml",
    lambda file: load_area(file, SITE.personas),
    ('{ title = "Marcher pour son dos"', '# { title = "Marcher pour son dos"', "il faut 4 semaines"),
    ('persona = "lea"', 'persona = "personne"', "il faut une personne de personas.toml"),
    ('persona = "ange"', 'persona = "lea"', "une seule fois"),
    ("expected_birth = 2021-06-10", "expected_birth = 2021-06-30", "un jour de 1 à 28"),
    ('illness = "diabetes"', 'illness = "rhume"', "il faut l'un de : none, diabetes, asthma"),
    ("deliveries = 4", 'deliveries = "4"', "il faut un nombre entier"),
    ('source = "F967"\n', "", "il faut soit « source »"),
    ("last = { days = 8 }", "last = { days = -8 }", "finit avant de commencer"),
    ("[coaching.themes.back]", "[coaching.themes.sommeil]", "il faut l'un de : nutrition, heart, back"),
    ("[topics.teeth]", "[topics.teeth]\ncouleur = 3", "champ inconnu : couleur"),
)
