"""The exercises of requests and prevention: what was done before, mistakes with a word, hints in the page's words."""

import pytest

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.goals import begin
from tests.support import SITE
from tests.support.pages import soup


def panel(exercise):
    """Return what the bar says above the site."""
    told = soup(exercise).find(id=f"{exercise.key}-exercise-bar").get_text(" ")
    return " ".join(told.split())


def at_step(name, number):
    """Return an exercise with help, at a step; the steps before it were done for the learner."""
    exercise = Exercise(name, mode="guided")
    while exercise.at < number - 1:
        exercise.do("hint")
    return exercise


MISTAKES = [
    ("changer_banque", 5, {"owner": "Jessica PETIT", "iban": "FR17 1234"}, "Comptez les signes"),
    ("changer_banque", 7, {"proof": "rib_blurred"}, None),
    ("changer_banque", 8, {"own_wish": "asked"}, "Le site vous protège"),
    ("choisir_un_document", 5, {"photo": "cat"}, "L'aperçu montre un chat"),
    ("choisir_un_document", 5, {"photo": "photo_large"}, "Le fichier est trop lourd"),
    ("choisir_un_document", 5, {"photo": "photo_heic"}, "La fin du nom compte"),
    ("commander_carte_vitale", 7, {"identity": "identity_old"}, "Cette pièce est trop vieille"),
    ("carte_europeenne", 4, {"departure": "10/02/2021"}, "Regardez le mois"),
    ("carte_europeenne", 6, {"address_right": "no"}, "Ici, l'adresse est bonne"),
    ("changer_adresse", 3, {"street": "12 rue de l'Exemple", "postcode": "31000", "city": "Toulouse"}, "l'ancienne"),
    ("prendre_rendez_vous", 6, {}, "Une réponse manque"),
]


@pytest.mark.parametrize(("name", "step", "answers", "word"), MISTAKES)
def test_a_mistake_that_people_make_has_its_word_and_leads_no_further(name, step, answers, word):
    exercise = at_step(name, step)
    exercise.do("next", **answers)
    assert exercise.at == step - 1
    assert not exercise.finished
    assert (word or "Relisez la consigne") in panel(exercise)


def test_a_mistake_made_on_purpose_is_not_asked_for_again():
    exercise = at_step("choisir_un_document", 5)
    exercise.do("keep", photo="photo")  # the message goes away as soon as another file is chosen
    assert exercise.at == 4
    exercise.do("back")
    assert exercise.at < 4
    exercise.do("start")
    exercise.do("next", photo="photo")
    assert exercise.at == 5


def test_a_box_not_ticked_has_its_word():
    exercise = at_step("s_inscrire_a_sophia", 2)
    exercise.do("join")
    assert "Cochez la case" in panel(exercise)


def test_a_child_told_before_the_town_hall_could_is_sent_back_to_the_date():
    exercise = at_step("rattacher_un_bebe", 4)
    born = {"child_first_name": "Jules", "child_name": "BERGER", "born_on": "12/02/2021", "department": "31"}
    exercise.do("next", **born, declared_on="26/02/2021")
    assert "Il faut attendre cinq jours après la mairie" in panel(exercise)


def test_a_request_half_filled_in_waits_to_be_taken_up():
    session = begin(SITE, SITE.exercises["reprendre_une_demande"], "essai")
    assert session.page.name == "requests"
    assert [draft.step for draft in session.world.requests.drafts] == ["since"]
    assert session.focus is None


def test_what_to_choose_is_shown_in_the_words_of_the_page():
    exercise = at_step("commander_carte_vitale", 4)
    for _ in range(2):
        exercise.do("hint")
    assert "Pour qui est la carte ? Zoé PETIT" in panel(exercise).replace("\u202f", " ").replace("\u00a0", " ")
    assert "zoe" not in panel(exercise)


def test_to_move_an_appointment_is_more_than_to_take_another():
    exercise = Exercise("changer_un_rendez_vous", mode="alone")
    exercise.do("begin", request="appointment")
    exercise.do("start")
    for answers in ({"reason": "leave"}, {"agency": "centre"}, {"day": "2021-03-11"}, {"hour": "09:15"}):
        exercise.do("next", **answers)
    exercise.do("send")
    assert not exercise.finished
