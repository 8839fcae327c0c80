"""The script of the screens is made of modules, and is one."""

import re
from pathlib import Path

import practice
from practice.scripts import screen_script

STATIC = Path(practice.__file__).parent / "static"
DECLARED = re.compile(r"^(?:export )?(?:const|let|function|async function) (?:\[.*?\]|(\w+))", re.MULTILINE)


def test_every_module_is_in_the_script_that_imports_nothing():
    script = screen_script()
    for file in STATIC.glob("*.js"):
        last = file.read_text(encoding="utf-8").rstrip().splitlines()[-1]
        assert last in script, file.name
    assert "import " not in re.sub(r"//.*", "", script)


def test_no_two_modules_have_the_same_name_at_their_top():
    names = [match[1] for match in DECLARED.finditer(screen_script()) if match[1]]
    assert len(names) > 5
    assert sorted(names) == sorted(set(names))
