"""« Mon espace prévention », as a learner reads it."""

import io
import json
import re
from itertools import pairwise

import pypdf
import pytest

from atelier_ameli import Screen
from atelier_ameli.documents.sheet import SPECIMEN
from atelier_ameli.prevention.prevention_page import TOPICS
from tests.journeys import reach
from tests.journeys.prevention import HABITS, STATES
from tests.support import SITE
from tests.support.pages import errors, soup, status, text

TITLES = [topic.title for topic in TOPICS]


def plain(screen):
    return text(screen).replace("\u00a0", " ")


def titles(screen, part):
    tag = "h5" if part == "mine" else "strong"
    box = soup(screen).find(id=f"{screen.key}-{part}")
    return [node.get_text() for node in box.select(f"{tag}[id$=-title], li > {tag}")]


def after_reload(screen, persona, start="prevention"):
    again = Screen(start, persona=persona)
    again.resume(json.loads(json.dumps(screen.snapshot())))
    return again


@pytest.mark.parametrize(
    ("persona", "mine"),
    [
        ("lea", ["Grossesse", "PRADO Maternité", "Santé active"]),
        ("hugo", ["M'T Dents", "La santé de votre enfant", "Santé active"]),
        ("tom", ["M'T Dents", "La santé de votre enfant", "Santé active"]),
        ("gerard", ["Risque cardio-vasculaire", "Santé active", "Sophia"]),
        ("jessica", ["M'T Dents", "Santé active"]),
        ("nadia", ["M'T Dents", "La santé de votre enfant", "Santé active"]),
        ("fatou", ["Santé active"]),
    ],
)
def test_each_person_sees_what_is_for_her_and_reads_of_the_rest(persona, mine):
    screen = Screen("prevention", persona=persona)
    assert titles(screen, "mine") == mine
    assert titles(screen, "others") == [title for title in TITLES if title not in mine]
    assert plain(screen).count("Pourquoi cette rubrique ?") == len(mine)
    assert "Seulement sur un ordinateur" in text(screen)


def test_each_topic_is_seen_by_somebody():
    seen = {t for p in SITE.personas.values() if p.code for t in titles(Screen("prevention", persona=p.id), "mine")}
    assert seen == set(TITLES)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_that_is_not_for_this_person_says_so_and_leads_back(topic):
    whose = "lea" if topic.topic in ("teeth", "heart", "children", "sophia") else "ange"
    screen = Screen("prevention", persona=whose)
    if topic.why(screen.world):
        return  # « Santé active » is for every adult
    screen.do("open", page=topic.name)
    assert "Ce n'est pas pour vous en ce moment." in plain(screen)
    assert after_reload(screen, whose).page.name == "prevention"
    screen.do("open", page="prevention")
    assert screen.page.name == "prevention"


def test_the_pregnancy_calendar_says_in_words_what_is_past_now_and_to_come():
    said = plain(reach("pregnancy"))
    assert "En ce moment du 10 février 2021 au 9 mars 2021 Examen du 6e mois" in said
    assert "À venir du 10 mars 2021 au 9 avril 2021 Examen du 7e mois" in said
    assert "Passé du 10 septembre 2020 au 9 décembre 2020 Premier examen de grossesse" in said
    assert said.count("valeur de l'exercice") == 2


def test_when_the_birth_is_long_past_the_pregnancy_is_no_topic_any_more():
    screen = Screen("prevention", persona="lea")
    screen.world.wait(days=107)
    screen.do("open", page="prevention")
    assert titles(screen, "mine") == ["Grossesse", "Santé active"]
    screen.world.wait(days=90)
    screen.do("open", page="prevention")
    assert titles(screen, "mine") == ["Santé active"]


def test_the_visit_of_the_midwife_is_accepted_declined_and_cancelled():
    accepted = reach("midwife, accepted")
    assert "viendra chez vous vers le 15 juin 2021" in plain(accepted)
    assert status(accepted) == "La visite est acceptée."
    declined = reach("midwife, declined")
    assert "Vos droits ne changent pas." in plain(declined)
    declined.do("accept_visit")
    assert "La visite est acceptée" in plain(declined)
    assert "La visite proposée" in plain(reach("midwife, cancelled"))


def test_the_voucher_of_tom_is_open_and_that_of_lina_is_to_come():
    said = plain(reach("teeth, a voucher open"))
    assert "Bon des 6 ans : disponible. Il est valable du 20 février 2021 au 19 février 2022." in said
    assert "Prochain bon : 3 ans. Il sera disponible le 24 février 2023." in said
    assert "Prochain bon : 15 ans. Il sera disponible le 20 avril 2021." in plain(reach("teeth, a voucher to come"))


def test_the_voucher_opens_as_the_clock_goes_on():
    screen = reach("teeth, a voucher to come")
    screen.world.wait(days=50)
    screen.do("download_voucher", person="zoe")
    assert screen.download.name == "bon_mt_dents_15_ans_petit_zoe.pdf"


def test_the_voucher_is_a_pdf_to_print_marked_specimen():
    screen = reach("teeth, voucher downloaded")
    download = screen.download
    assert download.name == "bon_mt_dents_6_ans_marchand_tom.pdf"
    assert download.name in text(screen)
    words = " ".join(pypdf.PdfReader(io.BytesIO(download.content)).pages[0].extract_text().split())
    assert SPECIMEN in words
    assert "Tom MARCHAND" in words
    assert "du 20 février 2021 au 19 février 2022" in words


@pytest.mark.parametrize("person", ["lina", "zoe", "personne", None, ["tom"], {"tom": 1}])
def test_nobody_gets_a_voucher_that_is_not_open_or_not_hers(person):
    screen = reach("teeth, a voucher open")
    screen.do("download_voucher", person=person)
    assert screen.download is None


def test_the_questionnaire_says_before_and_after_that_it_is_no_diagnosis():
    assert "Ce n'est pas un diagnostic." in plain(reach("heart"))
    advice = reach("heart, advice")
    assert "Ce n'est pas un diagnostic." in plain(advice)
    assert "Goûtez avant de saler." in plain(advice)
    assert status(advice).endswith("Ce n'est pas un diagnostic.")


def test_a_question_left_out_is_named_and_the_other_answers_stay():
    screen = reach("heart")
    screen.do("ask_advice", **{**HABITS, "salt": ""})
    assert errors(screen) == ["Sel\u00a0: choisissez une réponse."]
    assert soup(screen).find("input", attrs={"name": "tobacco", "checked": True})["value"] == "no"


def test_answers_on_health_are_kept_nowhere():
    empty = json.dumps(reach("heart").snapshot())
    for state in ("heart, advice", "heart, nothing answered"):
        assert json.dumps(reach(state).snapshot()) == empty
    screen = reach("heart")
    screen.do("ask_advice", **{**HABITS, "salt": ""})
    assert json.dumps(screen.snapshot()) == empty
    screen = reach("heart, advice")
    assert all(field.data in ("", None) for field in screen.page.form)
    screen.do("open", page="prevention")
    screen.do("open", page="prevention_heart")
    assert "Vos conseils" not in text(screen)


def test_the_questionnaire_can_be_done_again():
    screen = reach("heart, advice")
    screen.do("redo")
    assert "Voir les conseils" in text(screen)
    assert not soup(screen).find("input", checked=True)


def test_a_learner_answers_for_the_persona_and_never_for_herself():
    assert "répondez à la place de Gérard" in plain(reach("heart"))
    assert "Ne donnez pas les vôtres." in plain(reach("heart, no habits told"))


def test_each_child_has_her_calendar_and_her_next_certificate():
    said = plain(reach("children"))
    assert "En ce moment du 24 février 2021 au 23 mars 2021 Examen du 12e mois" in said
    assert "Prochain certificat de santé : entre le 24 février 2022 et le 23 avril 2022." in said
    elder = reach("children, the elder")
    assert "Les trois certificats de santé sont passés." in plain(elder)
    assert "Aucun examen n'est à faire en ce moment." in plain(elder)
    assert after_reload(elder, "hugo").page.child.id == "tom"


def test_a_child_of_another_account_is_not_shown():
    for child in ("ines", None, ["tom"], {}):
        screen = reach("children")
        screen.do("show_child", child=child)
        assert screen.page.child.id == "lina"


def test_the_coaching_goes_on_week_by_week_and_ends():
    screen = reach("coaching, first week")
    assert "Dos, semaine 1 sur 4 : bien s'asseoir" in plain(screen)
    screen.do("next_week")
    assert "Fait : semaine 1" in plain(screen)
    assert "En cours : semaine 2" in plain(screen)
    assert status(screen) == "Semaine 2 sur 4."
    assert "Dos, semaine 2 sur 4" in plain(after_reload(screen, "luc"))
    done = reach("coaching, done")
    assert "Dos : coaching terminé" in plain(done)
    done.do("stop_coaching")
    assert "Quel thème ?" in plain(done)


def test_a_theme_must_be_chosen():
    assert errors(reach("coaching, nothing chosen")) == ["Choisissez un thème."]


def test_sophia_is_joined_with_a_tick_and_left():
    screen = reach("sophia, box not ticked")
    assert errors(screen) == ["Cochez la case pour vous inscrire."]
    joined = reach("sophia, joined")
    assert "Qui vous appellera ? Une infirmière ou un infirmier de l'Assurance Maladie." in plain(joined)
    assert "Vous êtes inscrit à Sophia" in plain(after_reload(joined, "gerard"))
    joined.do("leave")
    assert "Vous avez quitté Sophia." in plain(joined)


def test_sophia_cannot_be_joined_when_a_condition_is_missing():
    screen = reach("sophia, a condition missing")
    assert "Non : avoir entre 18 et 44 ans" in plain(screen)
    screen.do("join", **{"agreement-yes": "yes"})
    assert "Une condition manque." in plain(screen)
    assert not screen.page.enrolled.sophia


def test_the_cards_say_what_is_under_way():
    said = plain(reach("prevention, under way"))
    assert "Inscription faite." in said
    assert "Dos : semaine 1 sur 4." in said


def test_what_was_chosen_belongs_to_one_account_only():
    screen = reach("sophia, joined")
    screen.do("sign_out")
    screen.do("sign_in", number="2 82 02 95 000 199", code="48151623")
    assert screen.world.enrolments.keys() == {"gerard"}
    screen.do("open", page="prevention")
    assert "Inscription faite." not in plain(screen)


@pytest.mark.parametrize(
    "damage",
    [
        {"personne": {}},
        {"gerard": {"weeks_done": 3}},
        {"gerard": {"theme": "sommeil"}},
        {"gerard": {"theme": "back", "weeks_done": 99}},
        {"gerard": 3},
        "tout",
    ],
)
def test_damaged_choices_are_set_aside_with_a_word(damage):
    kept = json.loads(json.dumps(reach("sophia, joined").world.keep()))
    kept["enrolments"] = damage
    screen = Screen("prevention", persona="gerard")
    screen.resume({screen.activity.world_name: kept})
    assert "Vous repartez du début" in plain(screen)


@pytest.mark.parametrize("state", STATES)
def test_no_button_is_dead_and_each_has_an_id(state):
    screen = reach(state)
    for button in soup(screen).find_all("button"):
        assert button.get("id")
        assert button.get("type")
    ids = [node["id"] for node in soup(screen).find_all(id=True)]
    assert len(ids) == len(set(ids))
    levels = [int(node.name[1]) for node in soup(screen).find(id=f"{screen.key}-site").find_all(re.compile("h[3-6]"))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_questions_of_the_chapter_agree_with_the_screens():
    answers = {name: SITE.questions[f"prevention_{name}"].answers[0] for name in ("lea", "lina", "sophia")}
    exam = answers["lea"].removeprefix("L'").capitalize()
    assert f"En ce moment du 10 février 2021 au 9 mars 2021 {exam}" in plain(reach("pregnancy"))
    assert f"Prochain certificat de santé : entre le {answers['lina']}" in plain(reach("children"))
    assert f"Qui vous appellera ? {answers['sophia']}" in plain(reach("sophia, joined"))
