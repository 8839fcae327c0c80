"""The slides, as files: what is in them, and what the command says."""

import os
import re
import socket
from functools import cache

import nbformat
import pytest
from bs4 import BeautifulSoup

import atelier_ameli
from atelier_ameli.site import NOTEBOOKS, Site
from practice.chapter import read_chapter
from practice.course.outline.lessons import lessons, right_answer, to_prepare
from practice.doors.slides import command
from practice.doors.slides import reveal as source
from practice.doors.slides.cells import for_slides
from practice.doors.slides.chapter import show
from practice.doors.slides.french import WORDS
from practice.doors.slides.page import Slides
from practice.doors.slides.reveal import RevealError, reveal
from tests.support.chapters import EXPORTED, code, markdown, write_chapter

SITE = Site.load()
LESSONS = {lesson.name: lesson for lesson in lessons(SITE)}
LARGEST = 3_000_000  # bytes, of a chapter


@pytest.fixture(scope="module")
def chapter(tmp_path_factory):
    return write_chapter(
        tmp_path_factory.mktemp("notebooks"),
        markdown(
            "# 9. Essayer : pourquoi ?\n\n[Avant](06_se_connecter.ipynb) [Ailleurs](https://example.org)", "slide"
        ),
        markdown("Pour apprendre.", "fragment"),
        markdown("Dites bonjour.", "notes"),
        code("from atelier_ameli import Screen", "skip"),
        markdown("## À vous", "slide"),
        code('Screen("login", persona="jessica")', "-"),
    )


@pytest.fixture(scope="module")
def slides(chapter, tmp_path_factory):
    output = tmp_path_factory.mktemp("slides")
    assert command.main(Site, [str(chapter), "--output", str(output)]) == 0
    return BeautifulSoup((output / EXPORTED).read_text(encoding="utf-8"), "lxml")


def test_the_page_fetches_nothing(slides):
    references = [
        tag[name] for tag in slides.find_all(True) for name in ("src", "srcset", "poster") if tag.has_attr(name)
    ]
    references += [tag["href"] for tag in slides.find_all("link")]
    styles = "\n".join([style.get_text() for style in slides.find_all("style")])
    references += re.findall(r"url\(\s*[\"']?([^)\"']*)", styles)
    assert [reference for reference in references if not reference.startswith("data:")] == []
    assert "@import" not in styles
    assert not slides.select("script[type=module], iframe, object, embed")
    words = " ".join(script.get_text() for script in slides.find_all("script"))
    assert not re.search(r"requirejs|jquery|mathjax|mermaid|fontawesome|cdnjs|unpkg|jsdelivr", words, re.IGNORECASE)


def test_the_page_is_in_french_and_named_after_its_chapter(slides):
    assert slides.html["lang"] == "fr"
    assert slides.title.get_text() == "9. Essayer\N{NO-BREAK SPACE}: pourquoi\N{NO-BREAK SPACE}?"


def test_simulation_stands_over_all_slides(slides):
    assert "SIMULATION" in slides.body.header.get_text()


def test_each_slide_is_a_section_and_the_screen_adds_none(slides):
    assert [section.find(["h1", "h2"]).get_text() for section in slides.select(".slides > section > section")] == [
        "9. Essayer\N{NO-BREAK SPACE}: pourquoi\N{NO-BREAK SPACE}?",
        "À vous",
    ]
    assert slides.select_one(".fragment .words").get_text(strip=True) == "Pour apprendre."
    assert len(slides.find_all("section")) == 4


def test_the_screen_is_drawn_and_nothing_on_it_answers(slides):
    still = slides.select_one(".screen fieldset")
    assert still.has_attr("disabled")
    assert "J'accède à mon compte ameli" in still.get_text()
    assert "2 82 02 95" in still.get_text()
    assert "widget-view" not in str(slides.main)


def test_the_code_is_hidden_and_the_notes_are_kept_for_the_trainer(slides):
    assert "import" not in slides.main.get_text()
    assert slides.select_one("section aside.notes").get_text(strip=True) == "Dites bonjour."


def test_a_hard_word_is_marked_at_its_first_use_only_and_explained_in_the_notes():
    slides = deck("06_se_connecter")
    terms = [term.get_text() for term in slides.select(".words dfn")]
    assert terms[0] == "numéro de sécurité sociale"
    assert len(terms) == len(set(terms))
    section = slides.find("dfn").find_parent("section")
    assert "13 chiffres" in " ".join(aside.get_text() for aside in section.select("aside.notes"))


def test_a_link_to_a_chapter_leads_to_its_slides(slides):
    assert slides.find("a", string="Avant")["href"] == "06_se_connecter.html"
    assert slides.find("a", string="Ailleurs")["href"] == "https://example.org"
    last = deck("06_se_connecter").select(".slides > section > section")[-1]
    assert last.find("a", string=re.compile("Chapitre suivant"))["href"] == "07_retrouver_son_code.html"


def test_the_notebook_keeps_no_outputs(chapter, slides):
    assert slides
    assert all(not cell.get("outputs") for cell in nbformat.read(chapter, as_version=4).cells)


def plain(text):
    return " ".join(text.split())


@cache
def cells(name):
    """Return the cells of a chapter as its slides show them, each read back."""
    prepared = for_slides(SITE, show(SITE, NOTEBOOKS / f"{name}.ipynb"), LESSONS[name])
    return [(cell, BeautifulSoup(cell.source, "lxml")) for cell in prepared if cell.cell_type == "raw"]


@cache
def page(name):
    """Return the whole page of a chapter, as it is written."""
    return Slides(SITE, reveal()).draw(NOTEBOOKS / f"{name}.ipynb")


@cache
def deck(name):
    """Return that page, read back."""
    return BeautifulSoup(page(name), "lxml")


@cache
def walks(name):
    """Return the exercises of a chapter, each with what its slide holds."""
    read = read_chapter(NOTEBOOKS / f"{name}.ipynb", atelier_ameli)
    found = [re.match(r'Exercise\("(\w+)"', cell.source) for cell in read.cells if cell.slide != "skip"]
    shown = [SITE.exercises[match[1]] for match in found if match]
    return list(zip(shown, [html for _, html in cells(name) if html.select_one(".walk")], strict=True))


def fragments(slide):
    """Return what comes one by one on the slide of an exercise, its usual mistakes left out: its steps and its end."""
    shown = slide.select_one(".walk").find_all(class_="fragment", recursive=False)
    return [one for one in shown if "slip" not in one["class"]]


def notes(name):
    return plain(" ".join(html.get_text(" ") for _, html in cells(name)))


@pytest.mark.parametrize("name", LESSONS)
def test_each_exercise_shows_its_goal_then_its_steps_one_by_one_then_the_end(name):
    for exercise, slide in walks(name):
        opening = plain(slide.select_one(".opening").get_text())
        assert plain(exercise.title) in opening
        assert plain(exercise.task) in opening
        assert not slide.select(".opening .fragment, .fragment .opening, .fragment .fragment")
        told = [plain(step.select_one(".say").get_text()) for step in fragments(slide)]
        assert told == [*(plain(step.instruction) for step in exercise.steps), "✓ C'est réussi !"]
        assert plain(exercise.well_done) in plain(slide.select_one(".end").get_text())


@pytest.mark.parametrize("name", LESSONS)
def test_after_its_step_comes_the_usual_mistake_what_the_site_says_and_how_it_is_put_right(name):
    for exercise, slide in walks(name):
        slips = slide.select(".walk > .slip")
        mistakes = [step.mistake for step in exercise.steps if step.mistake]
        for mistake, slip in zip(mistakes, slips, strict=True):
            said = plain(slip.select_one(".says").get_text(" "))
            assert plain(mistake.instruction) in said
            assert plain(mistake.repair) in said
            assert plain(slip.select_one(".says em").get_text()) in plain(slip.select_one("[data-shown]").get_text(" "))


@pytest.mark.parametrize("name", LESSONS)
def test_with_each_step_comes_its_screen_and_the_target_is_in_the_region_that_is_seen(name):
    for exercise, slide in walks(name):
        for step, shown in zip(exercise.steps, fragments(slide), strict=False):
            seen = shown.select("fieldset[disabled] [data-shown]")
            assert [one["data-region"] for one in seen] == [one["data-region"] for one in seen[:1]]
            [target] = seen[0].select("[data-here]")
            assert target["id"].endswith(f"-{step.target}"), f"{exercise.id} : {step.instruction}"


@pytest.mark.parametrize("name", LESSONS)
def test_the_notes_of_an_exercise_say_who_is_played_other_words_and_the_usual_difficulties(name):
    for exercise, slide in walks(name):
        opening, *by_step, end = slide.select(".walk > aside.notes, .fragment:not(.slip) > aside.notes")
        assert "On joue" in opening.get_text()
        for step, aside in zip(exercise.steps, by_step, strict=True):
            assert plain(step.help) in plain(aside.get_text(" "))
        for aside in (opening, *by_step, end):
            for told, word in exercise.mistakes.items():
                assert plain(SITE.notices[told].outline) in plain(aside.get_text(" "))
                assert plain(word) in plain(aside.get_text(" "))


@pytest.mark.parametrize("name", LESSONS)
def test_the_notes_say_how_long_it_takes_the_answers_and_what_to_retain(name):
    lesson, told = LESSONS[name], notes(name)
    title = plain(cells(name)[0][1].get_text(" "))
    for said in (f"Durée : {lesson.chapter.minutes} minutes", *lesson.objectives, *to_prepare(SITE, lesson)):
        assert plain(said) in title
    for asked in lesson.questions:
        assert plain(f"La réponse : {right_answer(asked)} Dites : {asked.right}") in told
    for answer in (answer for asked in lesson.quizzes for answer in asked.answers):
        assert plain(answer.word) in told
    assert all(plain(kept) in plain(cells(name)[-1][1].get_text(" ")) for kept in lesson.kept)


@pytest.mark.parametrize("name", ["06_se_connecter", "12_faire_une_demarche"])
def test_a_chapter_is_one_small_page_where_no_id_stands_twice(name):
    ids = [tag["id"] for tag in deck(name).find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert len(page(name).encode()) < LARGEST


def test_two_exercises_that_follow_each_other_have_a_slide_each():
    slides = deck("12_faire_une_demarche").select(".slides > section > section")
    assert max(len(slide.select(".walk")) for slide in slides) == 1
    assert sum(len(slide.select(".walk")) for slide in slides) == len(walks("12_faire_une_demarche"))


def test_an_unknown_chapter_is_answered_with_the_known_ones(capsys):
    assert command.main(Site, ["99"]) == 1
    said = capsys.readouterr().err
    assert "Le chapitre « 99 » n'existe pas" in said
    assert "06_se_connecter" in said


def test_an_unknown_edition_is_answered_with_the_known_ones(capsys):
    assert command.main(Site, ["04", "--edition", "1945"]) == 1
    assert "« 1945 » : cette édition n'existe pas, il y a : 2021" in capsys.readouterr().err


def test_a_wrong_option_is_answered_in_french(capsys):
    with pytest.raises(SystemExit, match="2"):
        command.main(Site, ["--nawak"])
    assert "Utilisation" in capsys.readouterr().err


def test_all_english_that_is_translated_is_in_reveal():
    scripts = [(reveal() / name).read_text(encoding="utf-8") for name in ("dist/reveal.js", "plugin/notes/notes.js")]
    assert [words for words in WORDS if not any(words in script for script in scripts)] == []


def test_reveal_is_the_version_that_the_translation_knows():
    assert '"5.2.1"' in (reveal() / "dist" / "reveal.js").read_text(encoding="utf-8")


def test_without_a_network_the_message_says_what_to_do(tmp_path, monkeypatch):
    with socket.socket() as nobody:  # bound, and not listening: a sure refusal
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{nobody.getsockname()[1]}/simple")
        monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
        with pytest.raises(RevealError, match="Connectez cet ordinateur à Internet") as caught:
            reveal(tmp_path)
    assert "PIP_FIND_LINKS" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_reveal_is_fetched_once(monkeypatch):
    reveal()
    monkeypatch.setattr(source, "_fetch", lambda folder: pytest.fail(f"fetched again to {folder}"))
    assert (reveal() / "dist" / "reveal.css").is_file()
