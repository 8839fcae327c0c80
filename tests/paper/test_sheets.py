"""What is printed: the sheets « pas à pas » of an exercise, the plan of a chapter, and what the command says."""

import sys

import pytest
from pypdf import PdfReader

from atelier_ameli.site import Site
from practice.course.exercises.walkthrough import walkthrough
from practice.course.outline.lessons import lessons
from practice.doors.launch import chromium
from practice.doors.sheets import command
from practice.doors.sheets.handout import BAND, SMALLEST
from practice.doors.sheets.pictures import PictureError, take
from practice.doors.sheets.plan import lesson_plan
from tests.support.papers import one_line, unmarked, words
from tests.support.setup import Started

SITE = Site.load()
CHAPTER = "06_se_connecter"
EXERCISE = "trois_codes_faux"
CHROMIUM = chromium.find_chromium()


def read(path):
    return words(PdfReader(path).pages)


@pytest.fixture(scope="module")
def without_chromium(tmp_path_factory):
    """Return the folder of one exercise's sheets, made where no browser is."""
    output = tmp_path_factory.mktemp("fiches")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATELIER_CHROMIUM", "")
        assert command.main(Site, [EXERCISE, "--output", str(output)]) == 0
    return output / CHAPTER


def test_no_word_of_a_sheet_is_small_and_each_page_says_that_all_is_invented(without_chromium):
    sizes = set()
    for path in without_chromium.glob("*.pdf"):
        for page in PdfReader(path).pages:
            page.extract_text(visitor_text=lambda text, _, __, ___, size: text.strip() and sizes.add(size))
            assert BAND in page.extract_text().replace("\xa0", " ")
    assert min(sizes) >= SMALLEST


def test_the_detailed_sheet_says_each_step_its_help_and_what_to_type(without_chromium):
    told = read(without_chromium / f"{EXERCISE}_detaillee.pdf")
    for frame in walkthrough(SITE, SITE.exercises[EXERCISE])[:-1]:
        for said in (frame.notice, frame.mistake.instruction, frame.mistake.repair) if frame.mistake else ():
            assert one_line(said) in told
        for said in (frame.step.instruction, frame.step.help, *(word for pair in frame.typed for word in pair)):
            assert one_line(said) in told
    assert "Faux-code-1" in told
    assert "Si le site affiche un message" in told


def test_without_chromium_the_command_says_so_and_writes_all_words_without_pictures(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ATELIER_CHROMIUM", "")
    assert command.main(Site, [EXERCISE, "--output", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "demandent Chromium" in said
    assert "sans images" in said
    assert f"2 sur 2  {CHAPTER}/{EXERCISE}_detaillee.pdf" in said
    assert sorted(path.name for path in tmp_path.rglob("*")) == [
        CHAPTER,
        f"{EXERCISE}_courte.pdf",
        f"{EXERCISE}_detaillee.pdf",
    ]
    assert not any(page.images for page in PdfReader(tmp_path / CHAPTER / f"{EXERCISE}_detaillee.pdf").pages)


def test_the_same_words_give_the_same_bytes(tmp_path, monkeypatch, without_chromium):
    monkeypatch.setenv("ATELIER_CHROMIUM", "")
    command.main(Site, [EXERCISE, "--output", str(tmp_path)])
    for path in without_chromium.glob("*.pdf"):
        assert path.read_bytes() == (tmp_path / CHAPTER / path.name).read_bytes()


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium here")
def test_the_detailed_sheet_shows_the_screen_of_each_step_and_the_end(tmp_path, monkeypatch):
    monkeypatch.setenv("ATELIER_CHROMIUM", CHROMIUM)
    assert command.main(Site, [EXERCISE, "--output", str(tmp_path)]) == 0
    reader = PdfReader(tmp_path / CHAPTER / f"{EXERCISE}_detaillee.pdf")
    assert unmarked(reader) == []  # the pictures are artifacts: the words of their steps say what they show
    images = [image.image for page in reader.pages for image in page.images]
    assert len(images) == len(SITE.exercises[EXERCISE].steps) + 1
    for image in images:
        assert image.width > 900
        assert image.height > 300
        assert len(image.convert("RGB").getcolors(maxcolors=256)) > 8, "nothing is drawn on it"
    yellow = [image.convert("RGB").getcolors(maxcolors=256) for image in images[:-1]]
    for colours in yellow:
        assert any(r > 240 and 190 < g < 225 and b < 100 for _, (r, g, b) in colours), "nothing is outlined"
    assert not list(tmp_path.glob("images_*"))


def test_a_browser_that_fails_is_said_and_the_sheet_has_its_words(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ATELIER_CHROMIUM", sys.executable)
    assert command.main(Site, [EXERCISE, "--output", str(tmp_path)]) == 1
    assert "Après trois codes faux" in capsys.readouterr().err
    assert "Faux-code-3" in read(tmp_path / CHAPTER / f"{EXERCISE}_detaillee.pdf")


def test_a_browser_that_does_not_exist_is_a_picture_error(tmp_path):
    with pytest.raises(PictureError):
        take(str(tmp_path / "rien"), walkthrough(SITE, SITE.exercises[EXERCISE]), SITE.stylesheet(), tmp_path)


def test_each_plan_holds_objectives_exercises_questions_and_answers(tmp_path):
    for lesson in lessons(SITE):
        file = tmp_path / "plan.pdf"
        lesson_plan(SITE, lesson).output(str(file))
        told = read(file)
        assert len(lesson.objectives) == 3
        assert len(lesson.kept) == 3
        for said in (lesson.chapter.title, *lesson.objectives, *lesson.kept, *lesson.parts):
            assert one_line(said) in told, lesson.name
        for asked in lesson.questions:
            assert one_line(asked.prompt) in told
            assert one_line(f"Réponse : {asked.answers[0]}") in told
            assert one_line(asked.right) in told
        for answer in (answer for asked in lesson.quizzes for answer in asked.answers):
            assert one_line(answer.text) in told
            assert one_line(answer.word) in told
        places = [told.index(one_line(f"Le but : {exercise.task}")) for exercise in lesson.exercises]
        assert places == sorted(places)
        for exercise in lesson.exercises:
            for name, word in exercise.mistakes.items():
                assert one_line(SITE.notices[name].outline) in told
                assert one_line(f"Dites : {word}") in told


def test_the_time_is_that_of_the_list_of_chapters(tmp_path):
    lesson = next(lesson for lesson in lessons(SITE) if lesson.name == CHAPTER)
    lesson_plan(SITE, lesson).output(str(tmp_path / "plan.pdf"))
    assert lesson.chapter in SITE.chapters
    assert f"Durée : {lesson.chapter.minutes} minutes" in read(tmp_path / "plan.pdf")


def test_every_exercise_belongs_to_a_chapter_that_can_be_opened():
    assert [e.id for lesson in lessons(SITE) for e in lesson.exercises] == list(SITE.exercises)


def test_a_name_that_is_unknown_is_answered_with_the_chapters(capsys):
    assert command.main(Site, ["99"]) == 1
    said = capsys.readouterr().err
    assert "ni un chapitre ni un exercice" in said
    assert CHAPTER in said


def test_an_edition_that_is_unknown_is_answered_with_the_known_ones(capsys):
    assert command.main(Site, [EXERCISE, "--edition", "1945"]) == 1
    assert "« 1945 » : cette édition n'existe pas, il y a : 2021" in capsys.readouterr().err


def test_the_sheets_of_another_edition_say_what_it_says(tmp_path, monkeypatch):
    edition = tmp_path / "2031"
    (edition / "exercises").mkdir(parents=True)
    (edition / "edition.toml").write_text('based_on = "2021"', encoding="utf-8")
    changed = f'[[exercise]]\nid = "{EXERCISE}"\ntask = "Entrez en 2031."\n'
    (edition / "exercises" / f"{CHAPTER}.toml").write_text(changed, encoding="utf-8")
    monkeypatch.setattr(Site, "load", lambda year, documents=None: Site.laid(tmp_path / year, documents))
    monkeypatch.setenv("ATELIER_CHROMIUM", "")
    assert command.main(Site, [EXERCISE, "--edition", "2031", "--output", str(tmp_path)]) == 0
    assert "Entrez en 2031." in read(tmp_path / CHAPTER / f"{EXERCISE}_courte.pdf")


def test_a_wrong_option_is_answered_in_french(capsys):
    with pytest.raises(SystemExit, match="2"):
        command.main(Site, ["--nawak"])
    assert "Utilisation" in capsys.readouterr().err


def test_in_a_terminal_one_line_fills_up(monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    command._tell(12, 38, "06_se_connecter/plan.pdf")
    said = capsys.readouterr().out
    assert said.startswith("\r")
    assert "12 sur 38" in said
    assert "\n" not in said


def test_the_launcher_hands_over_what_is_to_be_written():
    started = Started()
    started.main("", "", ["sheets", "04"])
    assert started.arguments[-2:] == ("atelier_ameli.sheets", "04")
