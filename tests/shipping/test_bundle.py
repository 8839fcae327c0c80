"""The folder for a USB key: what it holds for each system, and how atelier.py installs from it without the Internet."""

import subprocess
import sys
import zipfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from practice.doors.bundle import command
from practice.doors.bundle.lock import read_lock
from practice.doors.bundle.target import PYTHONS, SYSTEMS
from practice.doors.slides import reveal
from tests.support import ROOT
from tests.support.setup import alone_in, load_atelier

LOCKED = read_lock(ROOT / "requirements.lock")
ONLY = {"windows": {"pywinpty", "colorama"}, "macos": {"appnope", "pexpect"}, "linux": {"pexpect"}}
ANYWHERE = set().union(*ONLY.values())


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_system_gets_the_libraries_that_only_it_needs_whatever_this_computer_is(system):
    for how, libraries in command.wanted(system, "3.12", LOCKED):
        assert {library.name for library in libraries} & ANYWHERE == ONLY[system]
        assert {"--only-binary=:all:", "--abi=cp312", "--abi=abi3", "--python-version=3.12.99"} <= set(how)


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_library_is_there_in_one_version_for_each_python(system):
    for python in PYTHONS:
        for _, libraries in command.wanted(system, python, LOCKED):
            names = [library.name for library in libraries]
            assert len(names) == len(set(names)) > 80


def test_a_mac_gets_what_is_for_both_of_its_processors():
    told = [next(one for one in how if "platform" in one) for how, _ in command.wanted("macos", "3.12", LOCKED)]
    assert told == ["--platform=macosx_12_0_arm64", "--platform=macosx_12_0_x86_64"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Write a folder for Windows, with pip replaced by a list of what it was asked. Nobody may change it."""
    asked, said, output = [], StringIO(), tmp_path_factory.mktemp("bundle")

    def download(told, **_):
        Path(told[told.index("--dest") + 1]).mkdir(exist_ok=True)
        asked.append(told)
        return subprocess.CompletedProcess(told, 0)

    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said):
        patch.setattr(command.subprocess, "run", download)
        assert command.main(["--pour=windows", "--python=3.12", f"--output={output}"]) == 0
    folder = next(path for path in output.iterdir() if path.is_dir())
    return folder, asked, said.getvalue()


def test_the_folder_holds_the_course_and_what_starts_it(made):
    folder, asked, said = made
    assert {file.name for file in folder.iterdir()} == {*command.COURSE, "paquets", "LISEZ-MOI.txt"}
    for top in ("data", "notebooks", "widgets/practice/static"):
        there = {file.relative_to(folder) for file in (folder / top).rglob("*") if file.is_file()}
        here = {file.relative_to(ROOT) for file in (ROOT / top).rglob("*") if file.is_file()}
        assert there == {file for file in here if not {"__pycache__", ".ipynb_checkpoints"} & set(file.parts)}
    assert len(asked) == 1
    assert "LISEZ-MOI.txt" in said


def test_the_folder_says_for_whom_it_is_and_what_to_do(made):
    folder = made[0]
    assert (folder / "paquets" / "pour.txt").read_text(encoding="utf-8") == "windows\n3.12\n"
    words = (folder / "LISEZ-MOI.txt").read_bytes().decode()
    assert words.count("\r\n") == words.count("\n") > 10
    assert "Double-cliquez sur Atelier.bat." in words
    assert "windows, avec Python 3.12" in words
    assert "{" not in words


def test_its_zip_keeps_what_may_be_started(made):
    with zipfile.ZipFile(f"{made[0]}.zip") as archive:
        rights = {name.rpartition("/")[2]: archive.getinfo(name).external_attr >> 16 for name in archive.namelist()}
    assert all(rights[name] & 0o111 for name in ("Atelier.command", "atelier.desktop", "atelier.py"))


def test_without_the_internet_it_cannot_be_made_and_that_is_said(tmp_path, monkeypatch, capsys):
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(command.subprocess, "run", lambda *_, **__: failed)
    assert command.main(["--pour=linux", "--python=3.12", f"--output={tmp_path}"]) == 1
    assert "Il faut Internet." in capsys.readouterr().out


# ---- On the other computer


@pytest.fixture
def atelier(tmp_path, monkeypatch):
    module = load_atelier()
    alone_in(module, tmp_path, monkeypatch)
    packages = tmp_path / "paquets"
    packages.mkdir()
    monkeypatch.setattr(module, "PACKAGES", packages)
    monkeypatch.setattr(module, "MADE_FOR", packages / "pour.txt")
    module.asked = []

    def work(told):
        module.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        module.PYTHON.touch()
        module.asked.append([str(one) for one in told])
        return True

    monkeypatch.setattr(module, "work", work)
    return module


THIS = ".".join(map(str, sys.version_info[:2]))


def test_what_lies_beside_is_installed_and_nothing_is_asked_of_the_internet(atelier):
    atelier.MADE_FOR.write_text(f"{atelier.SYSTEMS[sys.platform]}\n3.9 {THIS}\n", encoding="utf-8")
    atelier.set_up()
    installed = [told for told in atelier.asked if "install" in told]
    assert len(installed) == 2
    for told in installed:
        assert {"--no-index", f"--find-links={atelier.PACKAGES}"} <= set(told)
    assert "--require-hashes" in installed[0]
    assert "--no-build-isolation" in installed[1]  # what builds it is installed by then: nothing else is fetched


@pytest.mark.parametrize("made_for", [f"beos\n{THIS}", "{here}\n3.9"])
def test_a_folder_for_other_computers_says_so_and_asks_the_internet(atelier, made_for, capsys):
    atelier.MADE_FOR.write_text(made_for.format(here=atelier.SYSTEMS[sys.platform]), encoding="utf-8")
    atelier.set_up()
    assert not [told for told in atelier.asked if "--no-index" in told]
    assert "Ce dossier est préparé pour" in capsys.readouterr().out


def test_what_fails_there_is_not_said_to_be_the_internet(atelier, monkeypatch):
    atelier.MADE_FOR.write_text(f"{atelier.SYSTEMS[sys.platform]}\n{THIS}\n", encoding="utf-8")
    monkeypatch.setattr(atelier, "work", lambda _: False)
    with pytest.raises(SystemExit, match="Recopiez ce dossier en entier") as refused:
        atelier.set_up()
    assert "Internet" not in str(refused.value)


def test_reveal_js_is_taken_from_there_too(tmp_path, monkeypatch):
    asked = []
    (tmp_path / "sphinx_revealjs-3.2.1-py3-none-any.whl").touch()
    monkeypatch.setattr(reveal, "_NEAR", tmp_path)
    done = subprocess.CompletedProcess([], 1, "", "no")
    monkeypatch.setattr(reveal.subprocess, "run", lambda told, **_: asked.append(told) or done)
    with pytest.raises(reveal.RevealError):
        reveal.reveal(tmp_path / "cache")
    assert {"--no-index", f"--find-links={tmp_path}"} <= set(asked[0])
