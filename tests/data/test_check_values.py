"""The check before a room opens: a value that its file may hold, and that the course could not use."""

import pytest

from tests.support.broken_data import first

EMPTY = "c'est vide ; écrivez quelque chose, ou enlevez l'entrée"
EDITION = "editions/2021/edition.toml"
PAYMENTS = "exercises/09_consulter_ses_paiements.toml"
#: file, what is broken, how, what is told of it
BROKEN = [
    (PAYMENTS, r'^instruction = "[^"]*"', 'instruction = " "', f"steps (1er), instruction : {EMPTY}"),
    ("trainer.toml", r'^slower = "[^"]*"', 'slower = ""', f"slower : {EMPTY}"),
    ("sessions.toml", r'^title = "[^"]*"', 'title = ""', f"title : {EMPTY}"),
    ("questions.toml", r'^right = "[^"]*"', 'right = ""', f"right : {EMPTY}"),
    ("glossary.toml", r'^meaning = "[^"]*"', 'meaning = ""', f"meaning : {EMPTY}"),
    ("store.toml", r'^search = "[^"]*"', 'search = ""', f"looks (1er), search : {EMPTY}"),
    ("discover.toml", r'^picture_says = "[^"]*"', 'picture_says = ""', f"picture_says : {EMPTY}"),
    ("processing_times.toml", r"^days = 20", "days = 0", "days : il faut de 1 à 365 jours"),
    ("requests/bank.toml", r"^minutes = 8", "minutes = 0", "minutes : il faut de 1 à 60 minutes"),
    ("requests/address.toml", r"^words = \[[^]]*\]", "words = []", f"words : {EMPTY}"),
    ("requests/debt.toml", r'^kind = "text"', 'kind = "text"\nneeds = "ribe"', "il faut l'un de : photo, "),
    ("course.toml", r"^minutes = 25", "minutes = -25", "minutes : il faut de 0 à 120 minutes"),
    ("lives.toml", r'"2020-02" = ', '"2020-22" = ', "« 2020-22 » n'est pas un mois"),
    ("terminals.toml", r'^opens = "08:30"', 'opens = "25:30"', 'une heure s\'écrit "08:30", entre guillemets'),
    ("directory.toml", r'^specialty = "Dentiste"', 'specialty = "Dentist"', "vouliez-vous dire « Dentiste »"),
    ("inbox.toml", r"^Bonjour \{civil_name\}", "Bonjour {civilname}", "{civilname} n'est pas connu ; il y a {code} et"),
    ("inbox.toml", r"^Votre code vient", "{a} : votre code vient", "ligne 23 : body : {a} n'est pas connu"),
    (EDITION, r"^(\[rules.attempts_before_lock\]\nvalue = )3", r"\g<1>0", "il faut un nombre au-dessus de zéro"),
]  # fmt: skip
#: the same, where only the whole course can see it
ALONE = [
    (EDITION, r"^(\[rules.code_minimum_length\]\nvalue = )8", r"\g<1>80", "il faut moins que code_maximum_length"),
    (EDITION, r'^source = "seed[^"]*"', 'source = ""', "source : dites d'où vient cette règle"),
    (EDITION, r"^title = .*\n", "", "entrée « title » : ce champ manque"),
    ("questions.toml", r'^answer = "19 février 2021"', 'answer = "11 mars 2021"', "est une réponse juste"),
    ("questions.toml", r'^start = "account_home"', 'start = "home"', "seen : « home » n'existe pas"),
    ("personas.toml", r"Jessica a 39 ans", "Jessica a 49 ans", "Jessica n'a pas 49 ans, mais 39"),
    ("personas.toml", r'^new_code = "Soleil-31"', 'new_code = "31313131"', "au moins une lettre minuscule"),
    ("inbox.toml", r"^\[code_changed\]", "[code_chaned]", "« code_changed » : ce message manque"),
    ("folder.toml", r'"paper_photo"', '"paper_foto"', "« photo », ligne 27 : picture : « paper_foto » n'existe pas"),
    ("catalogue.toml", r' *"Ma famille",\n', "", "requests/child.toml, entrée « child », ligne "),
    ("requests/bank.toml", r'^name = "iban"', 'name = "owner"', "ligne 5 : name : deux questions ont le même nom"),
    ("glossary.toml", r'^also = \["caisse"\]', 'also = ["RIB"]', "« RIB » est déjà expliqué par sa propre entrée"),
    ("course.toml", r'"01_decouvrir_le_compte_ameli', '"00_bienvenue', "est déjà le carnet d'un autre chapitre"),
]  # fmt: skip


def test_values_that_nothing_can_use_are_told_all_at_once(course):
    for name, pattern, replacement, _ in BROKEN:
        assert course.change(name, first(pattern, replacement)), name
    faults = course.faults()
    for name, _, _, told in BROKEN:
        assert any(fault.startswith(f"data/{name}, entrée « ") and told in fault for fault in faults), (name, told)


@pytest.mark.parametrize(("name", "pattern", "replacement", "told"), ALONE)
def test_what_only_the_other_files_show_to_be_wrong_is_told_first(course, name, pattern, replacement, told):
    assert course.change(name, first(pattern, replacement))
    assert told in course.faults()[0]
