"""In JupyterLab, the learner's work is in a file of her own: shared by the open chapters, never in her way."""

import json
import os
import stat
import subprocess
import sys

import pytest

import atelier_ameli
from atelier_ameli import Attestation, Exercise, Practice, Progress, Screen
from practice.doors.lab import HtmlWidget
from practice.local_file import VARIABLE, LocalFile
from tests.journeys.access import FATOU, JESSICA
from tests.support import SITE
from tests.support.pages import plain

MANY = 40
named = SITE.names.of  # under which name something is kept
OLDER = "atelier:exercise:se_connecter"  # as version 1 named it


@pytest.fixture
def path(tmp_path, monkeypatch):
    """Return where the file is, as for JupyterLab."""
    path = tmp_path / "travail" / "mon_travail.json"
    monkeypatch.setenv(VARIABLE, str(path))
    return path


def widget(session, *args, **options):
    """Return a session's widget, in a chapter that was just opened: each is a process of its own."""
    return HtmlWidget(session(*args, **options, at=atelier_ameli.context_of_notebook()))


def tell(widget, action, **answers):
    """Do as the browser does; return what it is answered."""
    said = []
    widget.send = said.append
    widget._receive(widget, {"do": action, "answers": answers, "turn": 1}, None)
    return said[0]


def opened(widget, **kept):
    """Return a widget that a browser has just shown, and the answer to it."""
    return widget, tell(widget, "resume", kept=kept)


def login():
    return widget(Screen, "login", persona="jessica")


def read_only(path):
    path.parent.mkdir()
    path.parent.chmod(0o500)
    if os.access(path.parent, os.W_OK):
        path.parent.rmdir()
        path.parent.write_text("a file in the place of the folder", encoding="utf-8")  # root writes anywhere else


# ---- Where the work is


def test_without_jupyterlab_the_browser_keeps_all_and_no_file_is_written(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    _, answer = opened(login())
    assert any(name.startswith(named("world:")) for name in answer["keep"])
    assert list(tmp_path.iterdir()) == []


def test_in_jupyterlab_the_file_keeps_all_and_the_browser_nothing(path):
    screen, answer = opened(login())
    assert answer["keep"] == {}
    tell(screen, "sign_in", **JESSICA)
    assert (
        next(v for k, v in json.loads(path.read_text()).items() if k.startswith(named("place:")))["page"]
        == "account_home"
    )
    again, _ = opened(login())
    assert "Bonjour Jessica PETIT" in plain(again)


def test_what_a_chapter_did_is_there_in_another_one(path):
    done, _ = opened(widget(Exercise, "se_connecter", mode="alone"))
    tell(done, "sign_in", **JESSICA)
    progress, _ = opened(widget(Progress))
    assert "1 exercice sur" in plain(progress)


def test_nothing_is_written_by_a_cell_that_no_browser_shows(path):
    login().session.do("sign_in", **JESSICA)
    assert not path.parent.exists()


@pytest.mark.parametrize("name", [named("exercise:se_connecter"), OLDER])
def test_what_the_browser_kept_before_there_was_a_file_is_taken_over(path, name):
    _, answer = opened(widget(Exercise, "se_connecter"), **{name: "done"})
    assert json.loads(path.read_text())[named("exercise:se_connecter")] == "done"
    assert answer["keep"] == ({OLDER: ""} if name == OLDER else {})


def test_what_an_older_version_wrote_into_the_file_is_taken_over(path):
    LocalFile(path).write({OLDER: "done"})
    exercise, _ = opened(widget(Exercise, "se_connecter"))
    assert "Réussi" in plain(exercise)
    assert json.loads(path.read_text()).keys() >= {named("exercise:se_connecter")}
    assert OLDER not in json.loads(path.read_text())


def test_the_file_is_believed_rather_than_the_browser(path):
    LocalFile(path).write({named("exercise:se_connecter"): "done"})
    exercise, _ = opened(widget(Exercise, "se_connecter"), **{named("exercise:se_connecter"): "to_review"})
    assert "Réussi" in plain(exercise)


# ---- Several chapters at once

_WRITER = f"""
import sys
from pathlib import Path
from practice.doors.lab import HtmlWidget
from practice.local_file import LocalFile
file = LocalFile(Path(sys.argv[1]))
assert all(file.write({{f"{{sys.argv[2]}}:{{number}}": number}}) for number in range({MANY}))
"""


def test_two_chapters_that_write_at_once_lose_nothing(path):
    writers = [subprocess.Popen([sys.executable, "-c", _WRITER, path, name]) for name in "ab"]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert LocalFile(path).read() == {f"{name}:{number}": number for name in "ab" for number in range(MANY)}


def test_what_is_emptied_is_forgotten_and_the_rest_stays(path):
    file = LocalFile(path)
    file.write({"a": 1, "b": {}})
    file.write({"a": ""})
    assert LocalFile(path).read() == {"b": {}}


def test_nothing_new_leaves_the_file_alone(path):
    file = LocalFile(path)
    file.write({"a": [1]})
    before = path.stat().st_ino, path.stat().st_mtime_ns
    file.write({"a": [1], "b": ""})
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_only_its_owner_may_read_it(path):
    LocalFile(path).write({"a": 1})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


# ---- What goes wrong


@pytest.mark.parametrize("damage", ["", "{", "[1]", '"réussi"', "[" * 200_000, "\x00", b"\xff\xfe\x00"])
def test_a_damaged_file_is_set_aside_said_once_and_one_goes_on(path, damage):
    path.parent.mkdir()
    path.write_bytes(damage if isinstance(damage, bytes) else damage.encode())
    screen, answer = opened(login())
    assert "Nous n'avons pas pu relire votre travail précédent" in plain(screen)
    assert "mis de côté" in answer["say"]
    aside = path.with_name("mon_travail.abime-1.json")
    assert aside.read_bytes() == (damage if isinstance(damage, bytes) else damage.encode())
    other, answer = opened(widget(Progress))
    assert "relire" not in plain(other) + answer["say"]
    tell(screen, "sign_in", **JESSICA)
    assert "relire" not in plain(screen)
    assert "Bonjour Jessica PETIT" in plain(opened(login())[0])


def test_a_second_damaged_file_does_not_take_the_place_of_the_first(path):
    path.parent.mkdir()
    for damage in ("{1", "{2"):
        path.write_text(damage)
        LocalFile(path).read()
    assert [path.with_name(f"mon_travail.abime-{n}.json").read_text() for n in (1, 2)] == ["{1", "{2"]


def test_where_nothing_can_be_written_the_browser_keeps_the_work(path):
    read_only(path)
    screen, _ = opened(login())
    kept = tell(screen, "sign_in", **JESSICA)["keep"]
    again, answer = opened(login(), **kept)
    assert "Bonjour Jessica PETIT" in plain(again)
    assert answer["say"] == ""


def test_what_is_in_a_folder_that_became_read_only_is_still_read_and_the_browser_goes_on_from_it(path):
    LocalFile(path).write({"a": "old", "b": "old"})
    file = LocalFile(path)
    file._alone = lambda: (_ for _ in ()).throw(PermissionError)
    assert not file.write({"a": "new"})
    assert file.joined({"a": "new"}) == {"a": "new", "b": "old"}


def test_work_in_a_folder_that_became_read_only_is_still_shown(path):
    screen, _ = opened(login())
    kept = tell(screen, "sign_in", **JESSICA)["keep"]
    later = login()
    later.session.context.file._alone = lambda: (_ for _ in ()).throw(PermissionError)
    assert "Bonjour Jessica PETIT" in plain(opened(later, **kept)[0])


# ---- What is forgotten, what is never kept


def test_one_button_forgets_all_the_work_also_of_chapters_opened_since(path):
    progress, _ = opened(widget(Progress), **{named("checklist:creer_un_compte"): {"mail": "yes"}})
    screen, _ = opened(login())
    tell(screen, "sign_in", **JESSICA)
    tell(progress, "ask")
    assert path.exists()
    answer = tell(progress, "erase")
    assert not path.exists()
    assert answer["keep"][named("checklist:creer_un_compte")] == ""
    assert "Bonjour" not in plain(opened(login())[0])


def test_the_progress_is_brought_up_to_date_by_a_button_and_only_where_there_is_a_file(path, monkeypatch):
    progress, _ = opened(widget(Progress))
    assert "dans un fichier de cet ordinateur" in plain(progress)
    exercise, _ = opened(widget(Exercise, "se_connecter", mode="alone"))
    tell(exercise, "sign_in", **JESSICA)
    assert tell(progress, "refresh")["say"] == "C'est à jour."
    assert "1 exercice sur" in plain(progress)
    monkeypatch.delenv(VARIABLE)
    elsewhere, _ = opened(widget(Progress))
    assert "Mettre à jour" not in plain(elsewhere)


def test_no_secret_no_refused_number_and_no_name_is_in_the_file(path):
    for screen, actions in {
        login(): [("sign_in", {**JESSICA, "code": "Mon-secret-1"}), ("sign_in", JESSICA)],
        widget(Screen, "login", persona="fatou"): [
            ("sign_in", {**FATOU, "number": "2 82 02 95 046 199"}),
            ("sign_in", FATOU),
            ("choose_code", {"code": "Mon-secret-2", "again": "Mon-secret-2"}),
        ],
        widget(Exercise, "se_connecter"): [("sign_in", {**JESSICA, "code": "Mon-secret-3"}), ("hint", {})],
        widget(Practice): [("try", {"pressed": "Thé"})],
        widget(Attestation): [("make", {"name": "Zénobie Untel"})],
    }.items():
        opened(screen)
        for action, answers in actions:
            tell(screen, action, **answers)
    kept = json.dumps(json.loads(path.read_text()), ensure_ascii=False)
    assert "fatou" in kept
    for secret in ("Mon-secret", "046 199", "046199", "Untel", JESSICA["code"], FATOU["code"]):
        assert secret not in kept
