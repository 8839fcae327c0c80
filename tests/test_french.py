"""The French of the course: one word for each thing, and none that a beginner or a blind learner would trip on.

Each entry is a pattern that must not come back, and what to write. It was met in a review of the whole course.
"""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from practice.drawing.typography import french, of

ROOT = Path(__file__).parents[1]

NEVER = {
    # a colour or a place alone says nothing to who does not see
    r"cadre rouge|fond jaune|est en couleur": "le message du site, ou le titre du cadre",
    r"au bout des rubriques|à droite du titre|puis cliquez à côté": "le nom du bouton, et ce qui vient avant lui",
    # metaphors and idioms
    r"(?i)derrière la porte|porte du compte|fermé la porte|ouvre plusieurs portes": "l'entrée du compte, entrer",
    r"\b[Cc]oups? de pouce": "de l'aide",
    r"dans la poche|chemin parcouru|passer le temps en|petit mot|petit bonhomme": "le mot simple",
    r"qui ne va plus|qui vous vont|qui me va\b": "qui ne convient plus, qui vous conviennent",
    r"ne se casse|(?i:rien n'est cassé)|sans rien casser": "on peut recommencer",
    # what speaks of the learner has no gender
    r"[Vv]ous êtes (?:entré|déconnecté|tombé|prudent|sûr|allé)\b": "tourner la phrase autrement",
    r"[Vv]ous avons ramené": "voici l'étape à finir",
    r"[Vv]ous a reconnue?\b|\bsûr de vous\b": "sait qui vous êtes",
    r"(?:[Pp]our|[Aa]vec) les? formateurs?\b(?! (?:ou|et) )": "les formatrices et formateurs",
    r"à vous seul\b|à moi seul\b": "à vous, et à personne d'autre",
    # plain mistakes
    r"[Ss]ervez-vous en\b": "servez-vous-en",
    r"de 500 de fois": "plus de 500",
    r"\bcliquez «": "cliquez sur «",
    r"\b[dD]'Hugo\b|\b[dD]e \{[a-z]+_name\}": "de Hugo ; « d' » ou « de », par `of`",
    r"M'T dents|PRADO maternité": "M'T Dents, PRADO Maternité",
    r"[àÀ] quelles aides (?:elle peut |une personne peut )?regarder": "à quelles aides avez-vous peut-être droit",
    r"pas encore venue": "pas encore arrivée",
    r"si vous les savez": "si vous les connaissez",
    r"Tous les sites ne": "certains sites ne … pas",
    r"[Pp]lus personne ne peut": "personne ne peut plus",
    r"prend seulement les": "le site accepte",
    r"[Ff]aites passer le temps|faire passer le temps|à votre rythme": "le temps passe, quand vous voulez",
    r"[Ee]lle est à : \{": "nom sur la carte",
    r"scroquerie": "arnaque",
    r"L'idéal (?:est|,)|à être payé sur|bons? s'ouvr|Il décide de sa durée": "le verbe simple, une personne qui agit",
    r"[Ss]orte de (?:paiement|téléphone)|photo déjà faite|[Ss]igne permis": "type, prise, autorisé",
    r"l'attestation est à vous|[Ss]ite prend ": "vous avez l'attestation, accepte",
    r"Rien n'est compté|quoi revoir|pour commencer, et pour tout|Chaque compte a la sienne": "dire la chose simplement",
    r"envoyez-les-lui|n'est gardé nulle part|n'aurait rien changé|n'est pas restée": "une phrase plus simple",
    r"\b[Uu]ne dame\b|[Ee]nfants? chéris?|\bmamie\b": "un mot qui n'est pas enfantin",
    r"^Sur les deux$|[Pp]asser (?:ce|le) (?:geste|chapitre)|La mairie d'abord|Rien reçu ? ": "les mots en entier",
    r"Lisez les titres sous « Résultats": "le titre, dans les démarches trouvées",
}


#: what only learners' texts must not say: elsewhere, a « porte » is a protocol's and a « clé » is of a number
NO_METAPHOR = re.compile(r"\b[Pp]ortes?\b|\b[Uu]ne clé\b|\b[Cc]lé qui\b")


def _files(*suffixes):
    told = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in told.splitlines() if name.endswith(suffixes) and not name.startswith("tests/")]


def _texts(value):
    if isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield value


def read(file):
    """Return what a file says to people: the texts of data, the prose of a notebook, a template or a module whole."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".toml":
        return "\n".join(_texts(tomllib.loads(text)))
    if file.suffix == ".ipynb":
        return "\n".join("".join(c["source"]) for c in json.loads(text)["cells"] if c["cell_type"] == "markdown")
    return re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)


#: what a visitor of the project reads
PUBLIC = ("README.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "CITATION.cff", ".github")


@pytest.fixture(scope="module")
def texts():
    return {
        file.relative_to(ROOT).as_posix(): read(file).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
        for file in _files(".toml", ".ipynb", ".html", ".html.j2", ".py", ".md", ".yml", ".cff")
        if file.parts[len(ROOT.parts)] in ("data", "notebooks", "widgets", "docs", *PUBLIC)
    }


@pytest.mark.parametrize("pattern", NEVER)
def test_a_word_that_was_mended_does_not_come_back(pattern, texts):
    found = {
        name: text[max(0, at.start() - 40) : at.end() + 40]
        for name, text in texts.items()
        if (at := re.search(pattern, text))
    }
    assert not found, f"write « {NEVER[pattern]} »"


def test_what_a_learner_reads_has_no_door_and_no_key(texts):
    found = {
        name: at[0]
        for name, text in texts.items()
        if name.endswith((".toml", ".ipynb", ".html")) and (at := NO_METAPHOR.search(text))
    }
    assert not found
    assert NO_METAPHOR.search("La porte du compte")


def test_an_exercise_asks_consignes_for_a_step_is_one_of_the_path_or_of_the_site(texts):
    loading = {"loading_exercises.py", "exercises.py"}  # they speak of the file, whose tables are its steps
    told = {
        name: text for name, text in texts.items() if re.search(r"course/exercises/|doors/(?:slides|sheets)/", name)
    }
    said = {name: re.findall(r".{0,30}\b[Éé]tapes?\b.{0,30}", text) for name, text in told.items()}
    assert len(said) > 20
    assert {name: found for name, found in said.items() if found and Path(name).name not in loading} == {}


def test_the_texts_are_there_to_be_read(texts):
    assert len(texts) > 400
    assert "Vous êtes" in "".join(texts.values())
    assert french("a : b") != "a : b"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Pourquoi ?", "Pourquoi\u00a0?"),
        ("De 1 131 € à 1 356 €", "De 1\u00a0131\u00a0€ à 1\u00a0356\u00a0€"),
        ("à 9 h 15, le 11", "à 9\u00a0h\u00a015, le 11"),
        ("12,4 Mo ou 800 Ko", "12,4\u00a0Mo ou 800\u00a0Ko"),
        ("Soins payés à 100 %", "Soins payés à 100\u00a0%"),
        (
            "Lisez « Code oublié » ; puis « a != b » !",
            "Lisez «\u00a0Code oublié\u00a0»\u00a0; puis «\u00a0a != b\u00a0»\u00a0!",
        ),
        ("En 1999, 23 %, 1 234,50 € et A12 €", "En 1999, 23\u00a0%, 1\u00a0234,50\u00a0€ et A12 €"),
        ("de 9 h à 17 h, 3 hommes", "de 9\u00a0h à 17\u00a0h, 3 hommes"),
        ('viewBox="0 0 360 226"', 'viewBox="0 0 360 226"'),
    ],
)
def test_what_is_read_in_one_breath_is_not_cut(text, kept):
    assert french(text) == kept


@pytest.mark.parametrize(
    "whose", ["d'Yvette", "d'Ange", "d'Élodie", "d'Hélène", "d'octobre", "d'août", "de Hugo", "de Yasmine", "de Zoé"]
)
def test_a_name_is_cut_before_a_vowel_and_nowhere_else(whose):
    assert of(whose.removeprefix("d'").removeprefix("de ")) == whose


def test_a_chapter_asks_no_question_that_means_if(texts):
    """Read aloud, « Rien reçu ? Je regarde… » sounds like a question: « Si je n'ai rien reçu, je regarde… »."""
    asks = r"Qu|Combien|Comment|Où|Pourquoi|Quand|Est-ce|À qui|Et si|[^?\n.]*-(?:il|elle|vous|on|ils|je)\b"
    means_if = re.compile(rf"(?:^|[.] |- )(?!{asks})[A-ZÉÀ][^.?!\n«»]{{2,60}} \? [A-ZÉ]", re.MULTILINE)
    found = {name: at[0] for name, text in texts.items() if name.endswith(".ipynb") and (at := means_if.search(text))}
    assert not found
    assert means_if.search("- Rien reçu ? Je regarde.")
