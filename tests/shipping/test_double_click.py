"""A double click on Atelier.command or atelier.desktop: run for real, in a folder of its own, with false Pythons."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support import ROOT

NBSP = "\N{NO-BREAK SPACE}"
KEY = "Appuyez sur Entrée pour fermer cette fenêtre."
TOOLS = ("sh", "dirname", "sed", "uname", "cat")


@pytest.fixture
def folder(tmp_path) -> Path:
    """Copy the files to double-click into a folder whose name has all that hurts, beside a course of two files."""
    folder = tmp_path / "L'été de l'atelier (copie)"
    (folder / "widgets").mkdir(parents=True)
    (folder / "atelier.py").touch()
    for name in ("Atelier.command", "atelier.desktop"):
        shutil.copy2(ROOT / name, folder)
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    for tool in TOOLS:
        (bin_ / tool).symlink_to(shutil.which(tool))
    return folder


def give_python(folder: Path, name: str, version: str, status: int = 0) -> None:
    """Put a Python of this version where commands are found; it tells how it was called."""
    good = tuple(map(int, version.split("."))) >= (3, 11)
    program = folder.parent / "bin" / name
    program.write_text(
        "#!/bin/sh\n"
        f'if [ "$1" = -c ]; then case " $3 " in "  "|*" {version} "*) exit {0 if good else 1};; *) exit 1;; esac; fi\n'
        f'echo "{name} $*"; echo "in $PWD, UTF-8 $PYTHONUTF8"; exit {status}\n',
        encoding="utf-8",
    )
    program.chmod(0o755)


def double_click(folder: Path, keys: str = "\n", how: tuple[str, ...] = ()) -> subprocess.CompletedProcess:
    environment = {"PATH": str(folder.parent / "bin"), "HOME": str(folder.parent), "LANG": "C"}
    command = how or [folder / "Atelier.command"]
    return subprocess.run(
        command, cwd="/", env=environment, input=keys, capture_output=True, encoding="utf-8", check=False
    )


def test_it_opens_the_course_of_its_own_folder_and_says_what_is_happening(folder):
    give_python(folder, "python3", "3.12")
    done = double_click(folder)
    assert done.returncode == 0
    assert "Laissez cette fenêtre ouverte" in done.stdout
    assert "python3 atelier.py --double-clic\n" in done.stdout
    assert f"in {folder}, UTF-8 1" in done.stdout
    assert KEY not in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("old", [None, "3.9"])
def test_without_a_python_it_says_how_to_get_one_and_waits(folder, old):
    if old:
        give_python(folder, "python3", old)
    done = double_click(folder)
    assert done.returncode == 1
    assert "Il faut Python 3.11 ou plus récent" in done.stdout
    assert "sudo apt install python3 python3-venv" in done.stdout
    assert KEY in done.stdout


def test_an_older_python_does_not_hide_a_newer_one(folder):
    give_python(folder, "python3", "3.10")
    give_python(folder, "python3.13", "3.13")
    assert "python3.13 atelier.py" in double_click(folder).stdout


def test_in_a_folder_made_for_one_python_that_one_is_taken_and_another_where_it_is_not_there(folder):
    (folder / "paquets").mkdir()
    (folder / "paquets" / "pour.txt").write_text("linux\n3.12 3.13\n", encoding="utf-8")
    give_python(folder, "python3", "3.11")
    assert "python3 atelier.py" in double_click(folder).stdout
    give_python(folder, "python3.12", "3.12")
    assert "python3.12 atelier.py" in double_click(folder).stdout


def test_what_goes_wrong_stays_on_the_screen_until_a_key(folder):
    give_python(folder, "python3", "3.12", status=1)
    environment = {"PATH": str(folder.parent / "bin"), "HOME": str(folder.parent)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([folder / "Atelier.command"], env=environment, **pipes) as window:
        said = b""
        while KEY.encode() not in said:
            said += os.read(window.stdout.fileno(), 4096)
        assert "La raison est écrite ci-dessus" in said.decode()
        assert window.poll() is None
        window.stdin.write(b"\n")
    assert window.returncode == 1


@pytest.mark.parametrize("status", [0, 130, 143])
def test_a_window_closes_by_itself_once_the_course_was_stopped(folder, status):
    give_python(folder, "python3", "3.12", status)
    assert KEY not in double_click(folder).stdout


def test_one_file_copied_alone_says_that_the_others_are_missing(folder):
    (folder / "atelier.py").unlink()
    give_python(folder, "python3", "3.12")
    done = double_click(folder)
    assert done.returncode == 1
    assert "Copiez le dossier entier" in done.stdout
    assert KEY in done.stdout


def exec_of(file: Path) -> list[str]:
    """Return the command of a desktop file, read as the standard says: first the text, then the quoted arguments."""
    line = next(line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("Exec="))
    text = line.removeprefix("Exec=").replace("\\\\", "\\")
    arguments, quoted, escaped = [""], False, False
    for sign in text:
        if escaped or (sign not in '"\\ ') or (sign == " " and quoted):
            arguments[-1] += sign
            escaped = False
        elif sign == "\\":
            escaped = True
        elif sign == '"':
            quoted = not quoted
        else:
            arguments.append("")
    return [str(file) if one == "%k" else one.replace("%%", "%") for one in arguments]


def test_the_desktop_file_opens_a_window_and_does_the_same(folder):
    give_python(folder, "python3", "3.12")
    desktop = folder / "atelier.desktop"
    text = desktop.read_text(encoding="utf-8")
    assert "Terminal=true" in text
    command = exec_of(desktop)
    assert command[-1] == str(desktop)
    assert f"in {folder}, UTF-8 1" in double_click(folder, how=tuple(command)).stdout


def test_they_may_be_started(folder):
    for name in ("Atelier.command", "atelier.desktop", "atelier.py"):
        assert os.access(ROOT / name, os.X_OK), name
    rules = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert {"* text=auto eol=lf", "*.bat text eol=crlf"} <= set(rules)
