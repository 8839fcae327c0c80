"""The attestation: what was done, and a name that stays nowhere."""

import io
import json
import re
from base64 import b64decode

import pypdf
import pytest
from hypothesis import given, settings

from atelier_ameli import Attestation
from tests.gallery.course import QUESTION, SOME
from tests.support import SITE
from tests.support.answers.anything import ANYTHING, HANDFULS, handfuls
from tests.support.pages import errors, soup, text


def made(name):
    """Return the text of the attestation that is given for a name."""
    one = Attestation()
    one.resume(SOME | QUESTION)
    file = one.answer({"do": "make", "answers": {"name": name}})["file"]
    content = io.BytesIO(b64decode(file["content"]))
    return one, "\n".join(page.extract_text() for page in pypdf.PdfReader(content).pages)


def test_the_attestation_says_the_name_and_what_was_done_and_leaves_the_date_to_a_hand():
    one, paper = made("Camille Martin")
    assert "Camille Martin" in paper
    assert "Attestation de suivi" in paper
    assert "1 avec aide" in paper.replace("\N{NO-BREAK SPACE}", " ")
    assert "Questions avec une réponse" in paper
    assert re.search(r"Date : \.{20}", paper.replace("\N{NO-BREAK SPACE}", " "))
    assert "SPECIMEN" not in paper
    assert "téléchargements" in text(one)


def test_the_attestation_says_how_far_the_quizzes_are():
    one = Attestation()
    question = SITE.quizzes["bilan"].questions[0]
    one.resume({"quiz:bilan": {question.id: question.answers[0].id}})
    one.do("make", name="Camille Martin")
    paper = pypdf.PdfReader(io.BytesIO(one.download.content)).pages[0].extract_text()
    assert f"1 question sur {len(SITE.quizzes['bilan'].questions)}" in " ".join(paper.split())


def test_the_name_stays_nowhere():
    one, _ = made("Zénobie Untel")
    assert "Untel" not in one.html + json.dumps(one.snapshot()) + one.say
    assert one.download is None
    assert "Untel" not in repr(vars(one)) + repr(one.form.data)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Tapez un prénom et un nom."),
        ("Camille 3", "Un nom n'a pas de chiffre."),
        ("2 82 02 95 046 199", "ressemble à un vrai numéro"),
        ("Камиль", "un signe que nous ne savons pas imprimer"),
        ("x" * 200, "trop long"),
    ],
)
def test_what_is_no_name_is_refused_kindly_and_erased(name, said):
    one = Attestation()
    one.do("make", name=name)
    assert said in errors(one)[0]
    assert one.download is None
    assert soup(one).find("input")["value"] == ""


def test_any_name_gives_a_paper_or_a_word():
    one = Attestation()

    @settings(max_examples=HANDFULS)
    @given(handfuls(ANYTHING))
    def throw(handful):
        for name in handful:
            one.do("make", name=name)
            assert bool(one.download) != bool(errors(one))

    throw()
