"""A chapter is read, not executed: what its cells show, and which notebooks can only be executed."""

import json
from pathlib import Path

import pytest

import atelier_ameli
from atelier_ameli import Exercise, Home, Question, Screen
from atelier_ameli.site import NOTEBOOKS
from practice.chapter import Call, Chapter, ChapterError, read_chapter
from practice.session import Context
from tests.support import SITE

IMPORT = "from atelier_ameli import Exercise, Home, Question, Screen"
LOGIN = 'Screen("login", persona="jessica")'


@pytest.fixture
def written(tmp_path):
    """Return what writes a notebook and reads it: a text is a code cell, a pair another cell."""

    def write(*cells: str | tuple[str, str], **metadata: object) -> Chapter:
        kinds = [("code", cell) if isinstance(cell, str) else cell for cell in cells]
        made = [{"cell_type": kind, "metadata": {}, "source": source.splitlines(True)} for kind, source in kinds]
        file = tmp_path / "04_un_chapitre.ipynb"
        file.write_text(json.dumps({"nbformat": 4, "metadata": metadata, "cells": made}), encoding="utf-8")
        return read_chapter(file, atelier_ameli)

    return write


# ---- Which notebooks need no kernel


@pytest.mark.parametrize("file", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda file: file.stem)
def test_every_chapter_can_be_opened_without_executing_it(file: Path) -> None:
    chapter = read_chapter(file, atelier_ameli)
    assert chapter.ours
    assert chapter.name == file.stem
    opened = [call.open(Context(SITE)) for call in chapter.calls]
    assert [one.__class__.__name__ for one in opened] == [call.name for call in chapter.calls]
    assert opened


@pytest.mark.parametrize(
    "code",
    [
        "import os\nprint(os.getpid())",
        "from atelier_ameli import data",
        "from practice.screen import Screen",
        "from .atelier_ameli import Screen",
        "from atelier_ameli import *",
        "import atelier_ameli",
        "import ipywidgets\nipywidgets.IntSlider()",
        "screen = Screen('login', persona='jessica')",
        "Screen('login', persona=input())",
        "Screen('login', persona=open('/etc/hostname').read())",
        "Screen('login', persona=f'{1}')",
        "Screen('login', **{})",
        "Screen(*'login')",
        "Screen('login', persona='jessica').page",
        "Screen",
        "[Screen('login', persona=name) for name in ('jessica', 'karim')]",
        "print('Bonjour')",
        "%matplotlib inline",
        "!ls",
        "await Screen('login', persona='jessica')",
        "from random import choice as Screen",
        "def Screen(): ...",
        "if True:\n    Screen('login', persona='jessica')",
        "Screen('login', persona='jessica')\nprint('Bonjour')",
    ],
)
def test_any_other_code_is_its_authors_and_needs_a_kernel(written, code):
    chapter = written("from atelier_ameli import Screen", code)
    assert not chapter.ours
    assert [cell.ours for cell in chapter.cells] == [True, False]


def test_a_name_that_hides_one_of_ours_does_not_pass_for_it(written):
    assert not written("from random import randint as Screen", "Screen(1, 6)").ours
    assert not written("from atelier_ameli import Screen as Question", "Question('login')").ours
    assert not written("from atelier_ameli import Question, Screen as Words", LOGIN).ours


def test_a_name_must_be_imported_before_it_is_called(written):
    assert not written(LOGIN).ours
    assert not written(LOGIN, IMPORT).ours
    assert not written(IMPORT, "Words('RIB')").ours
    assert written(f"{IMPORT}\n{LOGIN}").ours
    assert written("from atelier_ameli import Home", "Home()", "from atelier_ameli import Screen", LOGIN).ours


def test_a_notebook_without_code_and_one_without_cells_need_no_kernel(written):
    assert written(("markdown", "# Un titre"), ("raw", "import os")).ours
    assert written().ours
    assert written("", "# une remarque").ours


# ---- What a cell shows


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (IMPORT, None),
        ("", None),
        ("# Home()", None),
        ("Home()", Call("Home")),
        ("Home()  # la page d'accueil", Call("Home")),
        (f"{IMPORT}\nHome()", Call("Home")),
        (f"Home()\n{IMPORT}", None),
        ('Question("a")\nHome()\nQuestion("b")', Call("Question", ("b",))),
        ('Exercise("se_connecter", mode="watch")', Call("Exercise", ("se_connecter",), (("mode", "watch"),))),
        ("Exercise(\n    'se_connecter',\n)", Call("Exercise", ("se_connecter",))),
        ("Home(1, None, True, 2.5, b'x')", Call("Home", (1, None, True, 2.5, b"x"))),
        (
            'Screen("login", persona="jessica", edition="2021", device="phone")',
            Call("Screen", ("login",), (("persona", "jessica"), ("edition", "2021"), ("device", "phone"))),
        ),
    ],
)
def test_a_cell_shows_what_its_last_line_calls(written, code, shown):
    chapter = written(IMPORT, code)
    assert chapter.ours
    assert chapter.cells[1].shown == shown
    assert chapter.calls == ((shown,) if shown else ())


def test_a_cell_of_other_code_shows_nothing_of_its_own_and_the_others_still_do(written):
    chapter = written(IMPORT, "x = 3", "Home()", "Home()\nx")
    assert [cell.shown for cell in chapter.cells] == [None, None, Call("Home"), None]
    assert [cell.ours for cell in chapter.cells] == [True, False, True, False]


def test_calls_are_found_by_their_name_in_the_order_of_the_cells(written):
    chapter = written(IMPORT, 'Question("b")', "Home()", 'Question("a")')
    assert chapter.named("Question") == (Call("Question", ("b",)), Call("Question", ("a",)))
    assert chapter.named("Words") == ()


def test_a_call_opens_what_it_says_in_the_edition_that_it_names(written):
    chapter = written(IMPORT, 'Screen("login", persona="jessica", edition="2021", device="phone")', "Home()", LOGIN)
    at = Context(SITE)
    phone, home, login = (call.open(at) for call in chapter.calls)
    assert (type(phone), type(home), type(login)) == (Screen, Home, Screen)
    assert phone.site is SITE
    assert (phone.key, login.key) == ("ecran1", "ecran2")
    assert repr(phone) == "Screen('login', persona='jessica', device='phone')"


def test_what_a_call_makes_is_made_anew_for_each_learner(written):
    chapter = written(IMPORT, 'Exercise("se_connecter")')
    one, other = (chapter.calls[0].open(Context(SITE)) for _ in range(2))
    one.do("sign_in", number="2 82 02 95 000 199", code="48151623")
    assert isinstance(one, Exercise)
    assert (one.finished, other.finished) == (True, False)
    assert one.key == other.key == "exercice1"


@pytest.mark.parametrize("code", ['Question("nulle_part")', 'Screen("login")', "Home(3)", 'Screen("login", at="ici")'])
def test_a_call_that_fails_is_told_with_its_chapter_and_its_cell(written, code):
    chapter = written(IMPORT, "Home()", code)
    assert chapter.ours
    with pytest.raises(ChapterError) as error:
        chapter.open(Context(SITE))
    assert str(error.value).startswith("Le chapitre « 04_un_chapitre » s'est arrêté à la cellule 3")
    assert code in str(error.value)


def test_a_chapter_opens_cell_by_cell(written):
    chapter = written(("markdown", "# Un titre"), IMPORT, "Home()", 'Question("accueil_paiement")')
    nothing, import_, home, question = chapter.open(Context(SITE))
    assert nothing is import_ is None
    assert isinstance(home, Home)
    assert isinstance(question, Question)


# ---- The rest of a notebook


def test_the_title_the_texts_and_the_slides_of_a_chapter_are_read(tmp_path):
    cells = [
        {"cell_type": "markdown", "metadata": {"slideshow": {"slide_type": "slide"}}, "source": "# Un\ntitre"},
        {"cell_type": "markdown", "metadata": {"tags": ["x"]}, "source": ["un\n", "texte"]},
        {"cell_type": "raw", "metadata": {"slideshow": {}}, "source": []},
        {"cell_type": "code", "source": IMPORT, "outputs": [], "execution_count": None},
    ]
    file = tmp_path / "chapitre.ipynb"
    file.write_text(json.dumps({"nbformat": 4, "metadata": {"title": "Se connecter"}, "cells": cells}), "utf-8")
    chapter = read_chapter(file, atelier_ameli)
    assert (chapter.name, chapter.title) == ("chapitre", "Se connecter")
    assert chapter.texts == ("# Un\ntitre", "un\ntexte")
    assert [(cell.kind, cell.slide) for cell in chapter.cells] == [
        ("markdown", "slide"),
        ("markdown", "-"),
        ("raw", "-"),
        ("code", "-"),
    ]


def test_a_chapter_without_a_title_has_that_of_its_file(written):
    assert written().title == "04_un_chapitre"
    assert written(title="Se connecter").title == "Se connecter"


def test_the_version_changes_with_what_the_chapter_says_and_with_nothing_else(written):
    one, same, other = written("Home()"), written("Home()"), written("Home() ")
    assert one == same
    assert one.version == same.version != other.version
    assert one.version.isalnum()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"bonjour",
        b"{}",
        b"[]",
        b"null",
        b"3",
        b'{"nbformat": 4}',
        b'{"nbformat": 4, "metadata": {}}',
        b'{"nbformat": 4, "cells": []}',
        b'{"metadata": {}, "cells": []}',
        b'{"nbformat": 4, "metadata": [], "cells": []}',
        b'{"nbformat": 4, "metadata": {}, "cells": {"a": 1}}',
        b'{"nbformat": 4, "metadata": {}, "cells": [3]}',
        b'{"nbformat": 4, "metadata": {}, "cells": [{"source": ""}]}',
        b'{"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "code"}]}',
        b'{"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "code", "source": 3}]}',
        b'{"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "code", "source": [3]}]}',
        b'{"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "raw", "source": "", "metadata": []}]}',
        b'{"nbformat": 3, "metadata": {}, "worksheets": [{"cells": []}]}',
        b'{"nbformat": 3, "metadata": {}, "cells": []}',
        b'{"nbformat": 5, "metadata": {}, "cells": []}',
        b'\xff\xfe{"nbformat": 4, "metadata": {}, "cells": []}',
        b"[" * 100_000,
    ],
    ids=lambda content: content[:60].decode("latin-1"),
)
def test_a_file_that_is_no_notebook_is_refused_in_french(tmp_path, content):
    file = tmp_path / "04_abimé.ipynb"
    file.write_bytes(content)
    with pytest.raises(ChapterError) as error:
        read_chapter(file, atelier_ameli)
    told = str(error.value)
    assert told.startswith("Le chapitre « 04_abimé » n'est pas un carnet Jupyter lisible : ")
    reasons = ("vide", "JSON", "UTF-8", "version 3", "version 5", "les parties d'un carnet")
    assert any(reason in told for reason in reasons)


def test_a_file_that_is_not_there_and_a_folder_are_refused_in_french(tmp_path):
    for path in (tmp_path / "nulle_part.ipynb", tmp_path):
        with pytest.raises(ChapterError, match=f"« {path.stem} »"):
            read_chapter(path, atelier_ameli)
