"""« À quelles aides regarder ? » and the useful links: a step at a time, nothing lost or kept, nothing granted."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from atelier_ameli import Links, RightsSimulator
from practice.session import UnknownActionError
from tests.gallery.rights import DRAWINGS, ODETTE, answered, reach, sent
from tests.support import SITE
from tests.support.answers.anything import ANYTHING, HANDFULS, handfuls
from tests.support.pages import errors, soup, text

STEPS = ("le foyer", "le travail", "les revenus", "la complémentaire santé", "ce qui se passe en ce moment")


def said(simulator):
    return text(simulator).replace("\u00a0", " ")


def ticked(simulator):
    """Return the labels of what is ticked."""
    page = soup(simulator)
    return [page.find("label", attrs={"for": node["id"]}).get_text() for node in page.select("input[checked]")]


def helps(simulator):
    return [node.get_text().replace("\u00a0", " ") for node in soup(simulator).select("h5")]


@pytest.mark.parametrize("name", [name for name in DRAWINGS if name != "useful links"])
def test_every_page_says_that_it_is_an_exercise_for_an_invented_person(name):
    page = BeautifulSoup(DRAWINGS[name](), "html.parser").get_text().replace("\u00a0", " ")
    assert "C'est un exercice. Il ne donne aucun droit. Répondez pour une personne inventée." in page


def test_the_steps_come_one_at_a_time_each_with_its_number_and_the_persons_card():
    simulator = reach("rights, first step")
    for number, (topic, answer) in enumerate(zip(STEPS, ODETTE, strict=True), 1):
        assert f"Étape {number} sur 5 : {topic}" in said(simulator)
        assert "920 € de retraite par mois" in said(simulator)
        assert simulator.focus.endswith("-title")
        simulator.do("answer", **sent(*answer))
    assert "Le résultat pour Odette" in said(simulator)


def test_the_result_says_why_what_to_prepare_and_where_to_ask():
    simulator = reach("rights, result")
    page = said(simulator)
    assert helps(simulator) == [
        "La Complémentaire santé solidaire, avec une participation",
        "Sophia",
        "Le simulateur public « Mes droits sociaux »",
    ]
    assert page.count("Pourquoi ?") == page.count("À préparer :") == page.count("Où demander ?") == 3
    assert "https://www.complementaire-sante-solidaire.gouv.fr/" in page
    assert "Valeur de l'exercice La vraie valeur peut être différente." in page
    assert "dit plutôt" not in page


def test_nothing_chosen_is_explained_and_the_step_stays():
    simulator = reach("rights, nothing chosen")
    assert errors(simulator) == ["Choisissez une réponse, ou «\u00a0Je préfère ne pas répondre\u00a0»."]
    assert simulator.focus.endswith("-errors")
    assert "Étape 1 sur 5" in said(simulator)


def test_nothing_ticked_among_boxes_is_an_answer():
    simulator = reach("rights, last step")
    simulator.do("answer")
    assert "Rien de tout cela" in said(simulator)


def test_going_back_loses_neither_an_answer_nor_a_choice_not_yet_sent():
    simulator = reach("rights, back at an answered step")
    assert ticked(simulator) == ["Non"]
    simulator.do("tick", **sent("cover", "mutual"))
    assert simulator.focus is None
    simulator.do("back")
    assert ticked(simulator) == ["De 754\u00a0€ à 1\u00a0017\u00a0€"]
    simulator.do("answer", **sent("income", "up_to_1017"))
    assert ticked(simulator) == ["Oui, une mutuelle"]


def test_a_tick_that_comes_late_from_another_step_changes_nothing():
    simulator = reach("rights, back at an answered step")
    simulator.do("tick", **sent("events", "trip"))
    assert ticked(simulator) == ["Non"]


def test_back_at_the_people_the_same_person_finds_her_answers_again_and_another_one_none():
    simulator = reach("rights, a hint")
    for _ in range(3):
        simulator.do("back")
    assert "Pour qui répondez-vous ?" in said(simulator)
    simulator.do("choose", person="odette")
    assert ticked(simulator) == ["Une seule personne"]
    simulator.do("back")
    simulator.do("choose", person="lucas")
    assert ticked(simulator) == []


def test_preferring_not_to_answer_anything_still_ends_kindly():
    simulator = reach("rights, no answer at all")
    page = said(simulator)
    assert "Ce n'est pas grave" in page
    assert page.count("Vous avez préféré ne pas répondre") == 5
    assert helps(simulator) == ["Le simulateur public « Mes droits sociaux »"]
    assert not re.search("erreur|faux|obligatoire", page)


def test_one_missing_answer_makes_a_perhaps():
    page = said(reach("rights, result with a perhaps"))
    assert "Peut-être aussi Une réponse manque pour le savoir." in page
    assert "La Complémentaire santé solidaire, gratuite" in page


def test_an_answer_unlike_the_card_is_told_without_blame():
    page = said(reach("rights, result unlike the card"))
    assert "Une réponse ne correspond pas à la fiche d'Odette. Regardez « Vos réponses », en bas de cette page." in page
    assert "La fiche d'Odette dit plutôt : Elle a un diabète ou de l'asthme." in page


def test_another_person_starts_from_nothing():
    simulator = reach("rights, result")
    simulator.do("other")
    assert "Répondre pour Amina" in said(simulator)
    simulator.do("choose", person="odette")
    assert ticked(simulator) == []


@pytest.mark.parametrize("person", SITE.rights.situations, ids=lambda person: person.id)
def test_answering_as_the_card_says_leads_to_what_the_file_expects(person):
    simulator = RightsSimulator()
    simulator.do("choose", person=person.id)
    for action, answers in answered(*[(step, *chosen) for step, chosen in person.answers.items()]):
        simulator.do(action, **answers)
    names = {help_.name: help_.id for help_ in SITE.rights.helps}
    found = [names[node.get_text()] for node in soup(simulator).select("h5")]
    assert sorted(found) == sorted(person.expected)
    assert "dit plutôt" not in said(simulator)


def test_nothing_is_kept_and_a_reload_starts_again():
    simulator = reach("rights, result")
    assert simulator.snapshot() == {}
    assert "Si vous rechargez la page, vous recommencez au début." in said(RightsSimulator())


def test_a_page_that_connects_again_keeps_its_place_and_moves_no_focus():
    simulator = reach("rights, a hint")
    simulator.resume({"rights": {"person": "lucas"}})
    assert "Étape 3 sur 5" in said(simulator)
    assert simulator.focus is None


@pytest.mark.parametrize("state", ["rights, people", "rights, result"])
@pytest.mark.parametrize("action", ["answer", "tick", "decline", "buy", "__init__"])
def test_what_cannot_be_done_here_is_refused(state, action):
    with pytest.raises(UnknownActionError):
        reach(state).do(action)


def test_any_answers_give_a_step_a_result_or_a_clear_message():
    simulator, shown = RightsSimulator(), ""
    fields = ["person", "step_home", "step_events-young", "step_events", "other"]
    actions = st.sampled_from(["choose", "answer", "tick", "decline", "back", "other", "odette"])
    inputs = st.tuples(actions, st.fixed_dictionaries({}, optional=dict.fromkeys(fields, ANYTHING)))

    @settings(max_examples=HANDFULS)
    @given(handfuls(inputs))
    def throw(handful):
        nonlocal shown
        for action, answers in [("choose", {"person": "odette"}), *handful]:
            shown = simulator.answer({"do": action, "answers": answers, "turn": 1}).get("html", shown)
            assert re.search("Étape|Le résultat|Pour qui", shown)
            assert not re.search("<script|<img|trouble", shown)
            assert simulator.snapshot() == {}

    throw()


def test_each_useful_link_is_text_to_copy_with_a_drawing_for_a_phone():
    page = soup(Links())
    for link in SITE.useful_links.values():
        card = page.find(id=re.compile(f"-{link.id}$"))
        assert card.find(attrs={"data-copy": link.address}).get_text() == f"Copier l'adresse\u00a0: {link.name}"
        assert card.select_one("[aria-hidden=true] svg.qr path")
        assert link.address in card.get_text()
    assert not page.find_all(["a", "img"])
    assert not re.search(r'(?:href|src)="?http', str(page))


def test_the_qr_codes_are_those_of_the_addresses_and_differ():
    drawings = [str(node) for node in soup(Links()).select("svg.qr")]
    assert len(set(drawings)) == len(SITE.useful_links)


def test_links_answer_a_browser_and_keep_nothing():
    links = Links()
    links.answer({"do": "resume", "answers": {"kept": {}}, "turn": 1})
    answer = links.answer({"do": "delete", "answers": {}, "turn": 2})
    assert json.loads(json.dumps(answer)) == {"turn": 2, "focus": None, "say": "", "keep": {}, "file": None}
    assert "Liens utiles" in text(links)


@pytest.mark.parametrize("carrier", [Links, RightsSimulator])
def test_a_still_is_disabled(carrier):
    still = BeautifulSoup(carrier().still, "html.parser")
    assert still.find("fieldset").has_attr("disabled")


def test_the_questions_of_the_chapter_agree_with_the_data():
    questions, links = SITE.questions, [link.name for link in SITE.useful_links.values()]
    for name in ("lien_aides", "lien_entrainement"):
        assert set(questions[name].choices) <= set(links)
    people = {person.id: person for person in SITE.rights.situations}
    names = {help_.id: help_.name for help_ in SITE.rights.helps}
    for name, person in (("aides_odette", "odette"), ("aides_amina", "amina")):
        found = {names[help_] for help_ in people[person].expected}
        assert set(questions[name].answers) <= found
        assert not (set(questions[name].choices) - set(questions[name].answers)) & found
