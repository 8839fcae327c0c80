"""One server shows all editions: a page says its year, links stay in it, and the work of two years stays apart."""

import json
import shutil
import socket
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from tornado.httpserver import HTTPServer

from practice.checking.notebooks import notebook_faults
from practice.course.outline.lessons import lessons
from practice.doors.lab_files import ChapterFiles
from practice.doors.slides.command import main as slides
from practice.doors.voila.app import _read_other_editions
from practice.doors.voila.conversation import Conversation
from practice.doors.voila.room import Room
from practice.doors.voila.step_addresses import short_path
from practice.editions import choices, notebook_files
from tests.support.broken_data import Course
from tests.support.learner import fetch, run

CHAPTER = "06_se_connecter"
#: the clock is 522 weeks after that of 2021
RULES = """
based_on = "2021"
title = "Le site en 2031"

[words]
"bouton" = "poussoir"

[rules.now]
value = 2031-03-03T10:00:00
exercise_value = true

[rules.code_label]
value = "Mon sésame"
exercise_value = true
"""
FOLDERS = ("", "2031/")
YEARS = ("2021", "2031")
SHARED = "08_decouvrir_sa_page_d_accueil"
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a course of 2021 and of 2031, which has a sixth chapter of its own."""
    course = Course(tmp_path_factory.mktemp("course"))
    for year in set(course.kind.years()) - set(YEARS):
        shutil.rmtree(course.data / "editions" / year)
    own = course.data / "editions" / "2031" / "notebooks"
    own.mkdir(parents=True)
    course.write("editions/2031/edition.toml", RULES)
    notebook = json.loads((course.notebooks / f"{CHAPTER}.ipynb").read_text(encoding="utf-8"))
    notebook["cells"][-1]["source"] = ["## À retenir\n", "\n", "- Je tape mon sésame."]
    (own / f"{CHAPTER}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return course


@pytest.fixture(scope="module")
def room(course):
    """Return a room that shows 2021 unasked."""
    return Room(course.notebooks, course.kind.load("2021"), "/")


def ask(room, *paths):
    """Return what a room answers at these addresses."""

    async def play():
        with socket.socket() as listening:
            listening.bind(("localhost", 0))
            listening.listen()
            listening.setblocking(False)
            server = HTTPServer(room)
            server.add_socket(listening)
            start = f"http://localhost:{listening.getsockname()[1]}/"
            return [await fetch(start + path, follow_redirects=False) for path in paths]

    return [
        SimpleNamespace(code=one.code, to=one.headers.get("Location"), page=BeautifulSoup(one.body or b"", "lxml"))
        for one in run(play)
    ]


# ---- Addresses


def test_each_page_says_its_year_and_shows_that_years_chapter_and_rules(room):
    for folder, year, label, kept in (("", "2021", "Mon code personnel", 3), ("2031/", "2031", "Mon sésame", 1)):
        chapter, shared = ask(room, *(f"voila/render/{folder}{name}.ipynb" for name in (CHAPTER, SHARED)))
        assert f"Ici, le site de{NBSP}{year}." in chapter.page.select_one(".page-band").get_text()
        assert f"Ici, le site de{NBSP}{year}." in shared.page.select_one(".page-band").get_text()
        assert label in chapter.page.get_text()
        assert len(chapter.page.select("#a-retenir li")) == kept
        links = {link["href"] for link in shared.page.select("nav a[href*=ipynb], .page-brand")}
        assert links
        assert {link.rpartition("/")[0] for link in links} == {f"/voila/render/{folder}".rstrip("/")}


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        (f"voila/render/{CHAPTER}.ipynb?edition=2031", f"/voila/render/2031/{CHAPTER}.ipynb"),
        (f"voila/render/2031/{CHAPTER}.ipynb?edition=2021", f"/voila/render/{CHAPTER}.ipynb"),
        ("2031", "/voila/render/2031/00_accueil.ipynb"),
        ("2021/", "/voila/render/00_accueil.ipynb"),
        ("2031/6/3", f"/voila/render/2031/{CHAPTER}.ipynb#etape-3"),
        ("2031/6", f"/voila/render/2031/{CHAPTER}.ipynb"),
        ("6/3", f"/voila/render/{CHAPTER}.ipynb#etape-3"),
    ],
)
def test_an_edition_is_asked_for_in_any_address(room, asked, leads):
    assert ask(room, asked)[0].to == leads


@pytest.mark.parametrize(
    "asked", [f"voila/render/{CHAPTER}.ipynb?edition=1900", "1900", "1900/6", f"voila/render/1900/{CHAPTER}.ipynb"]
)
def test_a_year_that_is_not_there_is_answered_with_those_that_are(room, asked):
    answer = ask(room, asked)[0]
    assert answer.code == 404
    assert answer.page.h1.get_text() == "Cette année n'est pas dans l'atelier"
    offered = {link.get_text(): link["href"] for link in answer.page.select("main li a")}
    assert next(iter(offered)) == "Le site de 2031"
    assert set(offered) >= {"Le site de 2031", "Le site de 2021"}
    assert all(page.code == 200 for page in ask(room, *(href.lstrip("/") for href in offered.values())))


def test_the_address_of_a_step_on_a_tablet_keeps_the_year(room):
    assert short_path(room, f"/voila/render/2031/{CHAPTER}.ipynb", 3) == "2031/6/3"
    assert short_path(room, "/voila/render/2031/00_accueil.ipynb", 1) == "2031/"
    assert short_path(room, f"/voila/render/{CHAPTER}.ipynb", 3) == "6/3"


# ---- The choice


def test_the_home_page_offers_todays_site_first_and_says_which_one_is_shown(room):
    for folder, year in (("", "2021"), ("2031/", "2031")):
        nav = ask(room, f"voila/render/{folder}00_accueil.ipynb")[0].page.select_one(".page-editions")
        names = [link.get_text() for link in nav.select("li a")]
        assert names[0] == "Le site d'aujourd'hui (2031)"
        assert names[-1] == "Le site de 2021"
        assert [link["href"] for link in nav.select("li a")][0 :: len(names) - 1] == [
            "/voila/render/2031/00_accueil.ipynb",
            "/voila/render/00_accueil.ipynb",
        ]
        (current,) = nav.select("[aria-current]")
        assert year in current.get_text()
        assert "Vous y êtes." in current.parent.get_text()


def test_only_the_home_page_offers_it_and_only_where_there_is_a_choice(room):
    assert not ask(room, f"voila/render/{CHAPTER}.ipynb")[0].page.select(".page-editions")
    assert choices(("2021",)) == ()


def test_an_edition_that_is_not_right_is_told_in_the_terminal_and_not_offered(course, capsys):
    course.write("editions/2031/questions.toml", "[[question]]\nid = 3\n")
    kind = type("Site", (course.kind,), {"__module__": course.kind.__module__})
    room = Room(course.notebooks, kind.load("2021"), "/")
    home = ask(room, "voila/render/00_accueil.ipynb")[0].page
    assert "2031" in home.select_one(".page-editions").get_text()
    run(lambda: _read_other_editions(room))
    (course.data / "editions/2031/questions.toml").unlink()
    assert "Le site de 2031 n'est pas proposé" in capsys.readouterr().out
    home, chapter = ask(room, "voila/render/00_accueil.ipynb", f"voila/render/2031/{CHAPTER}.ipynb")
    assert "2031" not in home.page.get_text()
    assert chapter.code == 404


# ---- Work


def greeted(room, folder, kept):
    """Return what keeps and draws the sign-in of a page of the sixth chapter, opened in a browser that keeps this."""
    page = ask(room, f"voila/render/{folder}{CHAPTER}.ipynb")[0].page
    door = json.loads(page.html["data-door"])
    talk = Conversation(room.chapters.version, room.pages)
    about = {name: door[name] for name in ("chapter", "version", "edition")}
    talk.hear(
        json.dumps({"page": ("b" if folder else "a") * 32, "life": None, "seen": 0, "open": [], "kept": {}, **about})
    )
    key = page.select_one("[data-session^=exercice]")["data-session"]

    def act(number, do, **answers):
        message = {"turn": number, "do": do, "answers": answers}
        (answer,) = talk.hear(json.dumps({"n": number, "to": key, "seen": 0, "message": message}))
        return json.loads(answer)["answer"]

    return act, act(1, "resume", kept=kept)


def test_what_is_done_in_one_year_is_not_done_in_another(room):
    act, _ = greeted(room, "2031/", {})
    kept = {name: json.dumps(value) for name, value in act(2, "mode", mode="guided")["keep"].items()}
    assert kept
    assert all(name.startswith("atelier:ameli:2031:2:") for name in kept)
    _, there = greeted(room, "2031/", kept)
    _, elsewhere = greeted(room, "", kept)
    assert "html" in there, "it is taken up"
    assert "html" not in elsewhere, "the first drawing is right"
    assert all(name.startswith("atelier:ameli:2021:2:") for name in elsewhere["keep"])


# ---- The other doors


def test_the_lessons_of_an_edition_are_its_own(course):
    told = {year: lessons(course.kind.load(year)) for year in YEARS}
    kept = {year: next(one for one in told[year] if one.name == CHAPTER).kept for year in YEARS}
    assert kept["2031"] == ("Je tape mon sésame.",)
    assert len(kept["2021"]) == 3


def test_the_slides_of_an_edition_are_of_its_own_chapter_and_say_its_year(course, tmp_path, capsys):
    assert slides(course.kind, ["06", "--edition=2031", f"--output={tmp_path}"]) == 0
    page = BeautifulSoup((tmp_path / f"{CHAPTER}.html").read_text(encoding="utf-8"), "lxml")
    assert "Je tape mon sésame." in page.get_text()
    assert "Ici, le site de 2031." in page.select_one(".simulation").get_text()


def test_a_shared_chapter_tells_the_dates_and_the_words_of_the_edition(room):
    told = {
        folder: ask(room, f"voila/render/{folder}00_bienvenue.ipynb")[0].page.main.get_text()
        for folder in ("", "2031/")
    }
    assert "Dans l'exercice, nous sommes le 1er mars 2021." in told[""]
    assert "le bouton « Copier »" in told[""].replace(NBSP, " ")
    assert "Dans l'exercice, nous sommes le 3 mars 2031." in told["2031/"]
    assert "le poussoir « Copier »" in told["2031/"].replace(NBSP, " ")


def test_jupyterlab_shows_the_notebooks_of_the_edition_and_writes_only_what_was_changed(course, monkeypatch):
    monkeypatch.setenv("ATELIER_EDITION", "2031")
    files = type("Files", (ChapterFiles,), {"site": course.kind})(root_dir=str(course.notebooks))
    before = (course.notebooks / "00_bienvenue.ipynb").read_bytes()

    async def play():
        own = (await files.get(f"{CHAPTER}.ipynb"))["content"]
        shared = (await files.get("00_bienvenue.ipynb"))["content"]
        told = "\n".join(cell["source"] for cell in shared["cells"])
        await files.save({"type": "notebook", "format": "json", "content": shared}, "00_bienvenue.ipynb")
        same = (course.notebooks / "00_bienvenue.ipynb").read_bytes()
        shared = (await files.get("00_bienvenue.ipynb"))["content"]
        next(cell for cell in shared["cells"] if cell["id"] == "c03")["source"] = "## Autre chose"
        await files.save({"type": "notebook", "format": "json", "content": shared}, "00_bienvenue.ipynb")
        return own, told, same

    own, told, same = run(play)
    after = (course.notebooks / "00_bienvenue.ipynb").read_text(encoding="utf-8")
    (course.notebooks / "00_bienvenue.ipynb").write_bytes(before)
    assert "Je tape mon sésame." in own["cells"][-1]["source"]
    assert "nous sommes le 3 mars 2031" in told
    assert same == before
    assert "Autre chose" in after
    assert "nous sommes le 1er mars 2021" in after


def test_a_trainers_own_folder_is_whole_by_itself(course, tmp_path):
    site = course.kind.load("2031")
    assert CHAPTER in {path.stem for path in notebook_files(site)}
    assert notebook_files(site, tmp_path) == []


def test_the_check_looks_at_the_notebooks_of_an_edition(course):
    name = "07_retrouver_son_code.ipynb"
    own = course.data / "editions" / "2031" / "notebooks" / name
    text = (course.notebooks / name).read_text(encoding="utf-8")
    own.write_text(text.replace('Screen(\\"', 'Screen(\\"nulle_'), encoding="utf-8")
    told = {year: [str(one) for one in notebook_faults(course.kind.load(year), course.notebooks)] for year in YEARS}
    own.unlink()
    assert told["2021"] == []
    assert len(told["2031"]) == 1
    assert told["2031"][0].startswith(f"data/editions/2031/notebooks/{name}, entrée « cellule ")
