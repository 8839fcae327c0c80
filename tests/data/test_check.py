"""The check before a room opens: whatever is broken in a file, a trainer reads which, where and why, in French."""

import random
import re

import pytest

from tests.support.broken_data import ENGLISH, FAULT, FILES, FILES_OF, first

#: kinds of damage that any file can take, at its beginning or at its end
ANY_FILE = {
    "a word alone": lambda text: f"perdu\n{text}",
    "no value": lambda text: f"perdu =\n{text}",
    "a text without quotes": lambda text: f"perdu = dans la rue\n{text}",
    "an open quote": lambda text: f'{text}\nperdu = "dans la rue\n',
    "curly quotes": lambda text: f"perdu = “dans la rue”\n{text}",
    "a comma in a number": lambda text: f"perdu = 26,50\n{text}",
    "a euro": lambda text: f"perdu = 26.50 €\n{text}",
    "a French date": lambda text: f"perdu = 15/06/1991\n{text}",
    "a day that is not": lambda text: f"perdu = 2021-02-30\n{text}",
    "an open list": lambda text: f'{text}\nperdu = ["un", "deux"\n',
    "an open table": lambda text: f"{text}\nperdu = {{ un = 1\n",
    "an open header": lambda text: f"{text}\n[[perdu]\nun = 1\n",
    "a name twice": lambda text: f"perdu = 1\nperdu = 2\n{text}",
    "a backslash": lambda text: f'perdu = "C:\\dossier"\n{text}',
    "Latin-1": lambda text: f"# é\n{text}".encode("latin-1", errors="replace"),
    "a BOM": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "empty": lambda _: "",
    "a comment alone": lambda _: "# à faire\n",
    "another table": lambda text: f"{text}\n[perdu]\nun = 1\n",
}
#: kinds of damage that a file can take if it has such a thing
SOME_FILES = {
    "a name mistyped": first(r"^(id|persona|title|term|number|name|kind|value) = ", r"\1e = "),
    "a number for a text": first(r'^(\w+) = "[^"\n]*"', r"\1 = 2820295000199"),
    "a date for a text": first(r'^(\w+) = "[^"\n]*"', r"\1 = 2021-03-15"),
    "a table for a text": first(r'^(\w+) = "[^"\n]*"', r"\1 = { a = 1 }"),
    "a list for a text": first(r'^(id|title|persona|term|name) = ("[^"\n]*")', r"\1 = [\2]"),
    # « care » is an answer that a goal wants: one text, or several
    "a text for a list": first(r'^(?!care\b)(\w+) = \[("[^"\n]*").*\]$', r"\1 = \2"),
    "a text for a number": first(r"^(\w+) = (\d+)$", r'\1 = "\2"'),
    "a text for a date": first(r"^(\w+) = (\d{4}-\d\d-\d\d)$", r'\1 = "\2"'),
    "a text for true": first(r"^(\w+) = true$", r'\1 = "true"'),
    "a float for an amount": first(r'^(\w+) = "(\d+),(\d\d)"', r"\1 = \2.\3"),
    "no name": first(r'^(id|persona|term|title|name) = "[^"\n]*"\n', ""),
    "the same entry twice": first(r"^(\[\[\w+\]\]\n(?:id|persona|term|number) = (?s:.*?))(?=^\[\[)", r"\1\1"),
}


def assert_told(faults: list[str], names: list[str]) -> None:
    """Check that each file is told, and that every line says file, entry and reason in French."""
    assert faults
    assert_in_french(faults)
    told = {fault.partition(", ")[0] for fault in faults}
    assert [name for name in names if f"data/{name}" not in told] == []


def assert_in_french(faults: list[str]) -> None:
    for fault in faults:
        assert FAULT.fullmatch(fault), fault
        assert not ENGLISH.search(re.sub(r"« [^»]* »", "", fault)), fault


@pytest.mark.parametrize("kind", ANY_FILE)
def test_files_broken_in_one_way_are_all_told_at_once(course, kind):
    for name in FILES:
        course.change(name, ANY_FILE[kind])
    assert_told(course.faults(), FILES)


@pytest.mark.parametrize("kind", SOME_FILES)
def test_entries_broken_in_one_way_are_all_told_at_once(course, kind):
    broken = [name for name in FILES if course.change(name, SOME_FILES[kind])]
    assert broken
    assert_told(course.faults(), broken)


@pytest.mark.parametrize("edition", FILES_OF)
@pytest.mark.parametrize("kind", ["a word alone", "another table"])
def test_files_of_another_edition_are_told_too(course, edition, kind):
    for name in FILES_OF[edition]:
        course.change(name, ANY_FILE[kind])
    assert_told(course.faults(edition), FILES_OF[edition])


# ---- Damage of any kind


def _damaged(text: str, chance: random.Random) -> str:
    """Return a text with one thing gone, doubled, moved or put in."""
    lines = text.split("\n")
    at, other, place = chance.randrange(len(lines)), chance.randrange(len(lines)), chance.randrange(len(text))
    match chance.randrange(6):
        case 0:
            lines.pop(at)
        case 1:
            lines.insert(at, lines[other])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            return text[:place] + text[place + chance.randrange(1, 5) :]
        case 4:
            return text[:place] + chance.choice("\"[]{}=,.#'é0a\n -") + text[place:]
        case _:
            return text[:place]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_damaged_is_told_in_french_or_harmless(course, seed):
    chance = random.Random(seed)
    for name in chance.sample(FILES, 12):
        course.change(name, lambda text: _damaged(text, chance))
    assert_in_french(course.faults())
