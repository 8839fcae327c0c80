"""The script of the screens is made of modules, and is one."""

import re
from pathlib import Path

import pytest

import practice
from practice.doors.voila.assets import EARLY
from practice.scripts import screen_script
from tests.support import ROOT

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


# ---- The oldest browsers that README names: Chrome 80, Firefox 78, Safari 13.1

SCRIPTS = [file for file in (ROOT / "widgets").rglob("*.js") if "node_modules" not in file.parts]
STYLES = list((ROOT / "widgets").rglob("*.css"))
#: what came later -> how it is written
TOO_NEW = {
    "a logical assignment (Chrome 85, Safari 14)": r"(\|\||&&|\?\?)=",
    "a field of a class (Safari 14)": r"class\s+\w*\s*(extends\s+\w+\s*)?\{[^}]*?\n\s*(static\s+)?#?\w+\s*=[^=>]",
    "a private name (Safari 14.1)": r"[\w\s.{;]#[a-z]\w*\s*[=(;]",
    ".at() (Chrome 92, Safari 15.4)": r"\.at\(",
    "a list in :not() (Chrome 88)": r":not\([^()]*,|:not\([^()]*\s[^()]*\)",
    ":is() or :where() in a selector (Chrome 88)": r"""["'`][^"'`\n]*:(is|where|has)\(""",
    "replaceAll (Chrome 85)": r"\.replaceAll\(",
    "replaceChildren (Chrome 86)": r"\.replaceChildren\(",
    "structuredClone, hasOwn, randomUUID": r"structuredClone|hasOwn\(|randomUUID",
    "findLast, toSorted, with": r"\.(findLast\w*|toSorted|toReversed|toSpliced)\(",
    "Promise.any, AbortSignal.timeout": r"Promise\.any|AbortSignal\.(timeout|any)",
    "a look behind (Safari 16.4)": r"\(\?<[=!]",
    "await at the top (Chrome 89)": r"^await ",
    "a number with underscores (Firefox 70, Safari 13)": r"\b\d+_\d",
    "inert (Chrome 102)": r"\.inert\b",
}
WRITTEN_TOO_NEW = [
    "a ||= 1;", "class A { \n  x = 1;\n}", "this.#a = 1;", "all.at(-1)", '"input:not([a], [b])"', '":not([hidden] *)"',
    '"main :is(h1, h2)"', 'a.replaceAll("b", "c")', "a.replaceChildren()", "structuredClone(a)", "a.findLast(b)",
    "AbortSignal.timeout(3)", "/(?<=a)b/", "await import(a);", "1_000", "a.inert = true",
]  # fmt: skip


def too_new(script: str) -> list[str]:
    words = re.sub(r"(^|\s)//.*", "", script)
    return [what for what, how in TOO_NEW.items() if re.search(how, words, re.MULTILINE)]


@pytest.mark.parametrize("script", WRITTEN_TOO_NEW)
def test_what_came_later_is_seen(script):
    assert too_new(script)


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_script_says_nothing_that_the_oldest_browser_does_not_know(file):
    assert too_new(file.read_text(encoding="utf-8")) == []


def test_the_script_that_speaks_to_older_browsers_still_says_nothing_newer():
    words = re.sub(r"(^|\s)//.*", "", EARLY)
    assert not re.search(r"=>|`|\b(const|let|class|async)\b|\?\.|\?\?|\.\.\.", words)


def test_readme_names_the_oldest_browsers():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "Chrome 80" in readme
    assert "Firefox 78" in readme
    assert "Safari 13.1" in readme


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_a_size_of_the_container_comes_after_one_for_browsers_that_know_no_container(file):
    for rule in re.findall(r"\{([^{}]*)\}", file.read_text(encoding="utf-8")):
        names = [part.partition(":")[::2] for part in rule.split(";") if ":" in part]
        for at, (name, value) in enumerate(names):
            if "cqi" in value:
                assert name.strip() in [before.strip() for before, other in names[:at] if "cqi" not in other], rule
