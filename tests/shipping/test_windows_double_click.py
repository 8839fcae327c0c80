"""Atelier.bat, read as cmd.exe reads it: no Windows is here. Only what the file uses is understood; all else fails."""

import re
from dataclasses import dataclass, field

import pytest

from tests.support import ROOT

BYTES = (ROOT / "Atelier.bat").read_bytes()
LINES = BYTES.decode().split("\r\n")
KEY = "Appuyez sur une touche pour fermer cette fenêtre."


@dataclass
class Window:
    """A console, and the computer it is on. `pythons`: what answers that it is new enough. `status`: of the course."""

    pythons: tuple[str, ...] = ("py -3",)
    files: tuple[str, ...] = ("atelier.py", "widgets\\")
    status: int = 0
    said: list[str] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)
    at: int = 0
    waited = False

    def open(self) -> int:
        """Run the file to its end. Return its exit status."""
        while True:
            line = LINES[self.at].strip()
            self.at += 1
            line = re.sub(r"%(\w+)%", lambda found: self._value(found[1]), line)
            if (end := self._do(line)) is not None:
                return end

    def _value(self, name: str) -> str:
        return str(self.level) if name == "ERRORLEVEL" else self.variables[name]

    level = 0

    def _do(self, line: str) -> int | None:
        word, _, rest = line.partition(" ")
        if word == "if":
            return self._if(rest)
        if test := re.fullmatch(r"(.+) -c \"(.+)\" >nul 2>nul", line):
            assert test[2] == "import sys; sys.exit(sys.version_info < (3, 11))"
            self.level = 0 if test[1] in self.pythons else 9009
            return None
        if line.endswith(" atelier.py --double-clic %*"):
            self.started.append(line)
            self.level = self.status
        elif word == "goto":
            self.at = LINES.index(f":{rest}")
        elif word == "set":
            name, value = re.fullmatch(r'"(\w+)=(.*)"', rest).groups()
            self.variables[name] = value
        elif word in ("echo", "echo."):
            self.said.append(rest)
        elif word == "pause":
            self.waited = True
        elif word == "exit":
            return int(rest.removeprefix("/b "))
        else:
            assert line in (
                "",
                "@echo off",
                "chcp 65001 >nul",
                "setlocal",
                "title Atelier",
                "popd",
                'pushd "%~dp0"',
            ) or (word == "rem" or line.startswith(":")), line
        return None

    def _if(self, rest: str) -> int | None:
        """Go where a test says, if it holds: one of a file, of the last status, of a number."""
        test, _, label = rest.rpartition(" goto ")
        if file := re.fullmatch(r'not exist "(.*)"', test):
            holds = file[1] not in self.files
        elif number := re.fullmatch(r"(-?\d+) LEQ 0", test):
            holds = int(number[1]) <= 0
        else:
            assert test == "not errorlevel 1"
            holds = self.level < 1
        return self._do(f"goto {label}") if holds else None


def test_its_lines_end_as_windows_ends_them_and_accents_come_after_the_page_of_codes():
    assert BYTES.count(b"\n") == BYTES.count(b"\r\n") == len(LINES) - 1
    assert not BYTES.startswith(b"\xef\xbb\xbf")  # cmd.exe would read the mark as a command
    before = "\n".join(LINES).partition("chcp 65001")[0]
    assert before.isascii()


def test_each_label_is_gone_to_and_each_goto_has_its_label_once():
    labels = [line[1:] for line in LINES if line.startswith(":")]
    assert len(labels) == len(set(labels))
    assert set(re.findall(r"goto (\w+)", "\n".join(LINES))) == set(labels)


def test_no_sign_of_its_words_means_something_to_cmd():
    for line in LINES:
        if line.startswith("echo "):
            assert not set(line) & set("&|<>^%()!"), line


def test_it_opens_the_course_with_the_launcher_of_windows():
    window = Window()
    assert window.open() == 0
    assert window.started == ["py -3 atelier.py --double-clic %*"]
    assert window.variables["PYTHONUTF8"] == "1"
    assert not window.waited


def test_without_that_launcher_python_is_taken():
    window = Window(pythons=("python",))
    window.open()
    assert window.started == ["python atelier.py --double-clic %*"]


def test_without_a_python_it_says_how_to_get_one_and_waits_for_a_key():
    window = Window(pythons=())
    assert window.open() == 1
    assert not window.started
    assert any("python.org" in line for line in window.said)
    assert window.said[-1] == KEY
    assert window.waited


@pytest.mark.parametrize("status", [0, -1073741510])
def test_a_window_closes_by_itself_once_the_course_was_stopped(status):
    window = Window(status=status)
    assert window.open() == status
    assert not window.waited


def test_what_goes_wrong_stays_on_the_screen_until_a_key():
    window = Window(status=3)
    assert window.open() == 3
    assert "L'atelier s'est arrêté. La raison est écrite ci-dessus." in window.said
    assert window.waited


@pytest.mark.parametrize("files", [(), ("atelier.py",)])
def test_opened_inside_the_zip_it_says_to_extract_everything(files):
    window = Window(files=files)
    assert window.open() == 1
    assert any("Extraire tout" in line for line in window.said)
    assert not window.started
    assert window.waited
