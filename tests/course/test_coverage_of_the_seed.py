"""Each function of the starting document (CPAM Haute-Garonne, 2021) has exercises, and so has each usual mistake."""

import pytest

from atelier_ameli import data
from practice.course.exercises.exercise import Exercise as Played
from practice.course.exercises.exercises import Exercise
from practice.course.exercises.loading_exercises import load_exercises
from practice.loading.faults import DataError
from practice.mail.inbox import Letter
from practice.services import Channel
from tests.support import SITE
from tests.support.pages import soup

#: how one comes to the account; what the document says beside the functions
WAYS = {
    "par ordinateur : ameli.fr": (
        "taper_l_adresse",
        "eviter_l_annonce",
        "quitter_une_fausse_adresse",
        "juger_des_adresses",
        "trouver_la_porte",
    ),
    "par smartphone : Play Store ou App Store": ("installer_l_application", "premiere_ouverture"),
    "1 adresse mail = 1 compte ameli": ("adresse_deja_prise",),
    "mon code provisoire à 4 chiffres": ("code_provisoire",),
    "si vous n'avez pas reçu le code : la rubrique spam": ("code_dans_le_spam", "message_de_creation_en_spam"),
    "sinon, contactez votre caisse": ("appeler_sa_caisse",),
    "création par l'application": ("creer_sur_le_telephone",),
    "création avec FranceConnect": ("creer_avec_france_connect",),
    "page d'accueil de l'application": ("accueil_du_telephone", "pas_sur_le_telephone"),
    "des paiements sont à transmettre à votre complémentaire": ("decomptes_pour_la_mutuelle",),
    "je réalise des demandes en ligne": ("trouver_une_demarche", "choisir_un_document"),
    "carte Vitale : perte, vol, dysfonctionnement": ("carte_perdue", "carte_volee", "carte_en_panne"),
}

#: each function of data/services.toml, by its id
FUNCTIONS = {
    "sign_in": ("se_connecter", "premiere_connexion", "numero_du_parent", "se_deconnecter"),
    "forgotten_code": ("debloquer_son_compte", "code_dans_le_spam", "appeler_sa_caisse"),
    "create_account": ("creer_son_compte", "lien_expire", "numero_provisoire"),
    "france_connect": ("entrer_avec_france_connect", "nom_d_une_autre_personne"),
    "account_home": ("visiter_les_rubriques", "ouvrir_son_agenda", "lire_une_notification"),
    "messages": ("lire_un_message", "ecrire_a_sa_caisse"),
    "my_information": ("verifier_ses_informations",),
    "directory": ("trouver_un_medecin",),
    "terminals": ("borne_du_dimanche",),
    "payments": ("dernier_paiement", "retrouver_un_paiement", "periode_a_l_envers", "pension_sur_le_telephone"),
    "monthly_statements": ("releve_du_mois",),
    "annual_statement": ("releve_de_l_annee",),
    "contributions": ("participations_et_franchises",),
    "work_accident": ("suivre_son_accident",),
    "sick_leaves": ("suivre_ses_arrets", "suivi_de_karim"),
    "rights_certificate": ("attestation_de_zoe", "attestation_sur_le_telephone"),
    "allowances_certificate": ("attestation_d_indemnites",),
    "tax_statement": ("releve_fiscal",),
    "vitale_order": ("commander_carte_vitale", "photo_trop_lourde"),
    "vitale_problem": ("carte_perdue", "carte_volee", "carte_en_panne"),
    "european_card": ("carte_europeenne", "adresse_d_abord", "certificat_europe"),
    "address": ("changer_adresse", "garder_pour_plus_tard", "reprendre_une_demande", "suivre_une_demande"),
    "third_party": ("declarer_un_accident", "renverse_a_velo"),
    "insurers": ("deux_mutuelles",),  # « chevauchement mutuelles »
    "debt": ("rendre_une_somme",),  # « paiement d'une créance »
    "solidarity": ("demander_la_solidaire", "finir_les_revenus"),
    "appointment": ("prendre_rendez_vous",),
    "agenda": ("changer_un_rendez_vous", "annuler_un_rendez_vous"),
    "bank": ("changer_banque",),
    "usage_name": ("prendre_un_nom_d_usage",),
    "child": ("rattacher_un_bebe",),
    "child_both": ("enfant_sur_deux_cartes",),
    "processing_times": ("chercher_un_delai", "lire_les_delais"),
    "send_document": ("photographier_un_certificat", "photo_floue", "recadrer_une_photo"),
    "prevention": ("calendrier_de_grossesse",),
    "pregnancy": ("calendrier_de_grossesse",),
    "midwife": ("accepter_la_visite",),
    "teeth": ("telecharger_un_bon",),
    "heart": ("conseils_pour_le_coeur",),
    "children": ("sante_de_l_enfant",),
    "coaching": ("suivre_un_coaching",),
    "sophia": ("s_inscrire_a_sophia",),
}

#: what people really get wrong
MISTAKES = {
    "un code faux, trois fois": ("trois_codes_faux", "se_tromper_expres"),
    "le message est dans les indésirables": ("code_dans_le_spam", "message_de_creation_en_spam"),
    "la mauvaise période dans le filtre": ("periode_a_l_envers", "attestation_d_indemnites"),
    "une photo trop lourde": ("photo_trop_lourde",),
    "une photo floue": ("choisir_un_document", "photo_floue", "changer_banque"),
    "une application qui ressemble à la bonne": ("installer_l_application",),
    "chercher sur le mauvais appareil": ("passer_au_telephone", "pas_sur_le_telephone"),
    "croire un faux message": ("ne_pas_suivre_un_lien", "quitter_un_faux_site", "refuser_au_telephone"),
}

ALL = {**WAYS, **FUNCTIONS, **MISTAKES}


def device(exercise: Exercise) -> str:
    """Return the device that an exercise ends on."""
    return exercise.goal.get("device") or exercise.device


@pytest.mark.parametrize("named", ALL)
def test_a_function_or_a_mistake_has_an_exercise_that_exists(named):
    assert ALL[named]
    assert set(ALL[named]) <= SITE.exercises.keys()


def test_every_function_of_the_account_is_in_the_table():
    assert FUNCTIONS.keys() == SITE.services.keys()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_that_one_device_alone_has_is_practised_there(function):
    channel = SITE.services[function].channel
    for name in FUNCTIONS[function]:
        assert channel.has(Channel(device(SITE.exercises[name])))


def test_the_whole_list_of_requests_is_opened_from_the_home_page_as_on_the_site():
    step = SITE.exercises["trouver_une_demarche"].steps[0]
    assert (step.target, step.answers) == ("all-requests", {"page": "requests"})
    assert SITE.exercises["trouver_une_demarche"].start == "account_home"


def test_the_last_chapter_asks_a_gesture_for_each_thing_that_its_questions_ask():
    told = {"adresse": "site", "secret": "site", "code": "code", "paiement": "paiement", "attestation": "attestation"}
    told |= {"vitale": "carte", "europe": "europe", "message": "message", "attendu": "message", "sortir": "sortir"}
    asked = {question.id for question in SITE.quizzes["bilan"].questions} - {"appareil"}  # said, not done
    assert asked == told.keys()
    assert {f"bilan_{name}" for name in told.values()} == {one.id for one in SITE.chapters_of_exercises[23]}


def test_the_link_of_a_false_message_leads_nowhere_and_the_way_back_is_told():
    exercise = Played("ne_pas_suivre_un_lien", mode="guided")
    exercise.do("open_message", message="0")
    exercise.do("follow_link")
    page = " ".join(soup(exercise).get_text(" ").split())
    assert exercise.screen.page.name == "browser"
    assert "c'était un faux message" in page
    assert "Tapez « assure.ameli.fr » dans la barre" in page
    exercise.do("visit", address="assure.ameli.fr")
    exercise.do("sign_in", number="1 78 07 2A 000 042", code="Maquis1978")
    exercise.do("open", page="my_information")
    assert exercise.finished


def test_a_false_message_whose_address_could_be_somebodys_is_refused():
    with pytest.raises(ValueError, match="personne ne peut avoir"):
        Letter("x", "y", "z", "Cliquez", "www.banque.fr")


def test_an_exercise_whose_letter_does_not_exist_is_refused(tmp_path):
    text = (data.DATA / "exercises/03_reconnaitre_un_faux_message.toml").read_text(encoding="utf-8")
    file = tmp_path / "17.toml"
    file.write_text(text.replace("false_bank", "true_bank", 1), encoding="utf-8")
    with pytest.raises(DataError, match="« true_bank »"):
        load_exercises(file, SITE)
