"""The chapters are easy to read: Kandel and Moles, 1958, which textstat computes for French (domain.md §4.3)."""

import re

import nbformat
import pytest

from atelier_ameli.data import DATA

EASY = 75  #: 70, and a margin: syllables come from hyphenation, so a score is right to a few points
CHAPTERS = sorted([*(DATA.parent / "notebooks").glob("*.ipynb"), *DATA.glob("editions/*/notebooks/*.ipynb")])


def learner_prose(notebook):
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    lines = (re.sub(r"^(#+|\d+\.|-) |[*`]", "", line).strip() for line in text.splitlines())
    return " ".join(f"{line.rstrip(' :;,')}." if line[-1] not in ".!?" else line for line in lines if line)


@pytest.fixture(scope="module")
def ease():
    """Return the measure."""
    import textstat  # noqa: PLC0415 - it brings much, and each worker would import it before its first test

    textstat.set_lang("fr")
    return textstat.flesch_reading_ease


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: f"{chapter.parents[1].name}-{chapter.stem}")
def test_a_chapter_is_easy_to_read(chapter, ease):
    assert ease(learner_prose(nbformat.read(chapter, as_version=4))) >= EASY


def test_the_measure_tells_an_administrative_sentence_from_a_plain_one(ease):
    hard = (
        "La présente attestation est susceptible d'être demandée par les professionnels de santé ainsi que par "
        "l'organisme complémentaire auquel l'assuré est éventuellement affilié au titre de sa profession."
    )
    assert ease(hard) < EASY
