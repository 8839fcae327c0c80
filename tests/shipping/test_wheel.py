"""The wheel holds the whole course: away from the checkout, it opens a chapter, and it answers."""

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from email import message_from_string
from email.message import Message
from pathlib import Path

import nbformat
import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.licenses import canonicalize_license_expression

from practice.doors import own_copies
from tests.support import ROOT, TODAY
from tests.support.learner import Learner, run
from tests.support.server import Server

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LEFT_OUT = {"__pycache__", ".ipynb_checkpoints"}
CHAPTER = "06_se_connecter"
#: what the wheel is built from
SOURCES = ["pyproject.toml", ".gitignore", "LICENSE", "docs/paquet.md", "widgets", "data", "notebooks", "jupyter"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel of a checkout where somebody has opened a chapter in JupyterLab, which keeps a copy beside it."""
    folder, used = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("used")
    for part in SOURCES:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        (used / part).parent.mkdir(exist_ok=True)
        copy(ROOT / part, used / part)
    for beside in ("notebooks", "data/editions/2026/notebooks"):
        kept = used / beside / ".ipynb_checkpoints"
        kept.mkdir(exist_ok=True)
        shutil.copy(ROOT / "notebooks" / f"{CHAPTER}.ipynb", kept / f"{CHAPTER}-checkpoint.ipynb")
    return Path(next(WheelBuilder(str(used)).build(directory=str(folder), versions=["standard"])))


@pytest.fixture(scope="module")
def names(wheel) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def told(wheel) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith("/METADATA"))
        return message_from_string(archive.read(name).decode())


@pytest.fixture(scope="module")
def away(wheel, tmp_path_factory) -> Path:
    """Install the wheel into a folder of its own, beside nothing of the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    how = ["--no-deps", "--no-index", "--no-compile", "--quiet", "--disable-pip-version-check", "--target", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "install", *how, str(wheel)], check=True)
    return folder


def atelier(away: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-P", "-m", "atelier_ameli", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(away)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


class FromWheel(Server):
    """The course as `atelier` opens it, in a folder where nothing is."""

    def start(self, away: Path, folder: Path) -> None:
        command = [sys.executable, "-P", "-m", "atelier_ameli", "--local", "--no-browser", f"--port={self.port}"]
        environment = {**os.environ, "PYTHONPATH": str(away)}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=log)
        self.read_until_open()


# ---- What it holds


def course_files(top: str) -> list[Path]:
    return [file for file in (ROOT / top).rglob("*") if file.is_file() and not LEFT_OUT & set(file.parts)]


def test_every_file_of_the_course_is_in_it(names):
    wanted = {file.relative_to(ROOT / "widgets").as_posix() for file in course_files("widgets")}
    for top in ("data", "notebooks", "jupyter"):
        wanted |= {f"atelier_ameli/{file.relative_to(ROOT).as_posix()}" for file in course_files(top)}
    assert len(wanted) > 700
    assert wanted - names == set()


def test_nothing_else_is_in_it(names):
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"practice", "atelier_ameli", *(top for top in tops if top.startswith("atelier_ameli-"))}
    assert not [name for name in names if "checkpoint" in name or "__pycache__" in name or name.endswith(".pyc")]


def test_what_it_says_of_itself_is_what_the_project_says(told):
    assert (told["Name"], told["Version"]) == (PROJECT["name"], PROJECT["version"])
    assert told["Requires-Python"] == PROJECT["requires-python"]
    assert told["License-Expression"] == canonicalize_license_expression(PROJECT["license"])
    assert told.get_all("License-File") == PROJECT["license-files"]
    assert told.get_all("Classifier") == PROJECT["classifiers"]  # that each is known, the building of it has checked


def test_its_long_description_is_for_who_has_no_sources(told):
    assert told["Description-Content-Type"] == "text/markdown"
    description = told.get_payload()
    assert "pip install atelier-ameli" in description
    assert "atelier.py" not in description
    assert "](" not in description  # a relative link leads nowhere from there


def test_its_version_is_in_the_list_of_changes():
    assert f"## [{PROJECT['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


# ---- Away from the checkout


def test_a_chapter_of_it_opens_and_answers(away, tmp_path):
    server = FromWheel(tmp_path, tmp_path / "server.log")
    server.start(away, tmp_path)

    async def play() -> None:
        one = Learner(server)
        assert "Se connecter" in await one.open(CHAPTER)
        await one.connect()
        one.screens = [screen for screen in one.screens if screen.startswith("ecran")]
        assert 'value="1 23"' in await one.act("sign_in", number="1 23", code="")
        assert "<code>atelier sheets" in await Learner(server).open("00_accueil")
        one.socket.close()  # a server that ends waits for the pages that are open

    try:
        run(play)
    finally:
        server.stop()
    assert [file.name for file in tmp_path.iterdir()] == ["server.log"]


def test_its_other_commands_write_into_the_folder_where_they_are_typed(away, tmp_path):
    done = atelier(away, tmp_path, "sheets", "formateur")
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "build" / "fiches").rglob("*.pdf"))


def test_it_says_its_version(away, tmp_path):
    assert atelier(away, tmp_path, "--version").stdout == f"{PROJECT['version']}\n"


# ---- The chapters in JupyterLab, without a checkout


def test_one_s_own_copies_are_as_the_edition_tells_them_and_what_is_written_in_them_stays(tmp_path):
    own_copies.write_copies(TODAY, tmp_path)
    copy = tmp_path / f"{CHAPTER}.ipynb"
    assert "mot de passe" in copy.read_text(encoding="utf-8")
    assert len(list(tmp_path.glob("*.ipynb"))) >= len(TODAY.chapters)
    copy.write_text("mine", encoding="utf-8")
    own_copies.write_copies(TODAY, tmp_path)
    assert copy.read_text(encoding="utf-8") == "mine"


def test_a_copy_is_a_right_notebook(tmp_path):
    own_copies.write_copies(TODAY, tmp_path)
    for file in tmp_path.glob("*.ipynb"):
        nbformat.validate(nbformat.read(file, as_version=4))
