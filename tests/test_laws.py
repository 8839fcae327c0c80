"""The laws of the house, which no taste may bend: who imports whom, how long a file is."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST = 300  #: lines
MOST = 25  #: files of code in a folder
CODE = sorted(file for suffix in ("py", "js", "html", "j2", "css") for file in (ROOT / "widgets").rglob(f"*.{suffix}"))


def test_imports_go_one_way():
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_is_long():
    lines = {file.relative_to(ROOT): len(file.read_text(encoding="utf-8").splitlines()) for file in CODE}
    assert lines
    assert {file: count for file, count in lines.items() if count > LONGEST} == {}


def test_no_folder_is_crowded():
    for top in ("widgets", "tests"):
        folders = Counter(file.parent for file in (ROOT / top).rglob("*.py") if file.name != "__init__.py")
        assert folders
        assert {folder: files for folder, files in folders.items() if files > MOST} == {}


def test_the_engine_does_not_say_the_name_of_a_site():
    engine = (ROOT / "widgets" / "practice").rglob("*")
    told = [file.relative_to(ROOT) for file in engine if file.suffix in (".py", ".js", ".html", ".j2", ".css", ".txt")]
    assert told
    words = re.compile("ameli|caisse|cpam|vitale|assurance maladie", re.IGNORECASE)
    assert [file for file in told if words.search((ROOT / file).read_text(encoding="utf-8"))] == []
