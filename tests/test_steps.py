"""A chapter is cut into steps in one place: one idea, one exercise or one question at a time."""

import pytest

import atelier_ameli
from atelier_ameli.site import NOTEBOOKS
from practice.chapter import Call, Cell, read_chapter
from practice.steps import cut, slug

CHAPTERS = [read_chapter(file, atelier_ameli) for file in sorted(NOTEBOOKS.glob("*.ipynb"))]


def words(source: str, slide: str = "slide") -> Cell:
    return Cell("markdown", source, slide)


def screen(name: str = "se_connecter", slide: str = "-") -> Cell:
    return Cell("code", "…", slide, Call("Exercise", (name,)))


def steps(*cells: Cell) -> list[tuple[str, tuple[int, ...]]]:
    return [(step.title, step.cells) for step in cut(cells)]


def test_the_title_and_the_objectives_are_one_step_and_an_import_is_in_none():
    cells = words("# 6. Se connecter"), words("**Vous saurez :**", "fragment"), Cell("code", "import x", "skip")
    assert steps(*cells, words("## Une idée")) == [("Pour commencer", (0, 1)), ("Une idée", (3,))]


def test_what_one_does_stays_with_the_words_that_tell_it():
    assert steps(words("## À vous"), screen()) == [("À vous", (0, 1))]
    assert steps(words("## D'autres exercices", "skip"), screen(slide="skip")) == [("D'autres exercices", (0, 1))]


def test_a_second_screen_is_a_step_of_its_own():
    assert steps(words("## À vous"), screen("a"), screen("b")) == [("À vous", (0, 1)), ("", (2,))]
    assert steps(words("## À vous"), screen("a"), screen("b", "slide")) == [("À vous", (0, 1)), ("", (2,))]


def test_words_without_a_heading_go_on_with_the_idea_or_follow_a_screen():
    assert steps(words("## Une idée"), words("Et encore.")) == [("Une idée", (0, 1))]
    assert steps(words("## À vous"), screen(), words("**Le calcul.** Voici.")) == [
        ("À vous", (0, 1)),
        ("Le calcul", (2,)),
    ]
    assert steps(words("## À vous"), screen(), words("Voici.", "fragment")) == [("À vous", (0, 1, 2))]


def test_a_trainers_notes_are_in_no_step():
    assert steps(words("## Une idée"), words("## À dire", "notes"), screen("a", "notes")) == [("Une idée", (0,))]


def test_two_steps_never_have_one_address_nor_that_of_a_number():
    named = [step.name for step in cut([words("## Étape 3"), screen(), words("## Étape 3"), screen(), screen()])]
    assert len(set(named)) == 3
    assert "etape-3" not in named
    assert slug("À vous\u00a0: l'œil de Zoé !") == "a-vous-l-oeil-de-zoe"


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_every_chapter_is_whole_in_its_steps_with_one_thing_to_do_in_each(chapter):
    inside = [index for step in chapter.steps for index in step.cells]
    shown = [
        i for i, cell in enumerate(chapter.cells) if cell.slide != "notes" and (cell.kind == "markdown" or cell.shown)
    ]
    assert inside == shown
    for step in chapter.steps:
        assert sum(chapter.cells[index].shown is not None for index in step.cells) <= 1
    assert all(step.title or chapter.cells[step.cells[0]].shown for step in chapter.steps)
