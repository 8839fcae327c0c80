"""Whatever a browser may send: thousands of inputs for what takes microseconds, a few dozen for what takes a page."""

import itertools
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

HANDFUL = 10  #: inputs an example: to make an example costs more than to try an input
HANDFULS = 6  #: examples a page: each input is a page resumed, used, drawn and kept
DOZENS = 24  #: inputs a form: each is a page resumed, used, drawn and kept
THOUSANDS = 10_000  #: inputs a field, a reader of answers, no two alike

_NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}",
    "\x00",
    "\ud800",
    "é" * 50_000,
    "\u202e",
    "2 82 02 95 046 199",
    "2 82 02 95 000 199",
    "31/02/1947",
    "Baobab-95",
]
NASTY = st.sampled_from(_NASTY)
TYPED = NASTY | st.text(st.characters(codec=None), max_size=300) | st.from_regex(r"[0-9/ .]{0,16}", fullmatch=True)
ANYTHING = (
    TYPED
    | st.none()
    | st.integers()
    | st.booleans()
    | st.lists(TYPED, max_size=3)
    | st.dictionaries(TYPED, TYPED, max_size=2)
)

_NO_TEXT = [None, 0, -1, 2.5, True, [], {}, ["12"], [None], {"a": "b"}, (), b"12"]

_RIGHT_LOOKING = ["2 82 02 95 000 199 87", "5 82 02 95 046 199", "11/02/1982", "29 02 2021", "1.3.2021", "31000"]
_RIGHT_LOOKING += ["1 250,50", "850 €", "FR54 1234 5123 4500 0000 0199 A53", "FR76 3000 6000 0112 3456 7890 189", "12"]
_SIGNS = "0123456789 .,-/€AaBbOoéEfFrR'\"<>&{}\t\n\r\u00a0\u202f\u200b\u0660\u00b2\x00\ud800\U0001f600"


def handfuls(inputs: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(inputs, min_size=HANDFUL, max_size=HANDFUL)


def _in(zero: str) -> Callable[[str], str]:
    """Return what writes digits in another script, whose zero is given."""
    return lambda text: "".join(chr(ord(zero) + int(it)) if it.isascii() and it.isdigit() else it for it in text)


#: ways in which another keyboard, a clipboard or a hand in a hurry writes the same thing
WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "in small letters": str.lower,
    "each word with a capital": str.title,
    "capitals the other way round": str.swapcase,
    "full-width digits": _in("\uff10"),
    "Arabic digits": _in("\u0660"),
    "Indian digits": _in("\u0966"),
    "full-width signs": lambda text: "".join(chr(ord(it) + 0xFEE0) if "!" <= it <= "~" else it for it in text),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "an accent on each sign": "\u0301".join,
    "spaces around": lambda text: f"\u00a0{text}\u2003\n",
    "a space after each sign": "\u202f".join,
    "hyphens that are not seen": "\u00ad".join,
    "a NUL after each sign": "\x00".join,
    "half a sign after it": lambda text: f"{text}\ud800",
    "a hundred times": lambda text: text * 100,
    "twice": lambda text: f"{text}\n{text}",
}


def dozens(right: dict[str, Sequence[str]], *, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Yield answers to a form, the same at each run. `right` are the answers of each field that could be right.

    Half of the fields have a right answer, written in any way; the others what no learner could mean.
    """
    chance = Random(seed)
    yield {name: answers[0] for name, answers in right.items() if answers}
    yield {}
    for _ in range(DOZENS):
        yield {name: _one(chance, answers) for name, answers in right.items() if chance.random() < 0.9}


def _one(chance: Random, right: Sequence[str]) -> Any:
    match chance.randrange(8):
        case 0 | 1 | 2 | 3 if right:
            return chance.choice(list(WAYS.values()))(chance.choice(right))
        case 4:
            return chance.choice(right or _RIGHT_LOOKING)
        case 5:
            return _slipped(chance, chance.choice(right or _RIGHT_LOOKING))
        case 6:
            return chance.choice(_NO_TEXT)
        case _:
            return chance.choice(_NASTY)


def thousands(right: Sequence[str], *, seed: int = 1) -> Collection[Any]:
    """Return the same inputs at each run: right ones, right ones with a slip, nasty ones, any signs, no text at all.

    Each is there once. Half of them are near `right`: that is where a reader has most to tell apart.
    """
    different: dict[str, Any] = {}
    thrown = _thrown(right, Random(seed))
    while len(different) < THOUSANDS:
        one = next(thrown)
        different[repr(one)] = one
    return different.values()


def _thrown(right: Sequence[str], chance: Random) -> Iterator[Any]:
    near = [*right, *right, *_RIGHT_LOOKING]
    nasty = [word for word in _NASTY if len(word) < 100]
    yield from (*near, *_NASTY, *_NO_TEXT)
    yield from (way(text) for way in WAYS.values() for text in near)
    for number in itertools.count():
        match number % 7:
            case 0 | 1 | 2:
                yield _slipped(chance, chance.choice(near))
            case 3:
                yield chance.choice(list(WAYS.values()))(_slipped(chance, chance.choice(near)))
            case 4:
                yield "".join(chance.choices(_SIGNS, k=chance.randrange(40)))
            case 5:
                yield "".join(map(chr, chance.choices(range(0x11000), k=chance.randrange(12))))
            case _:
                yield chance.choice(near) + chance.choice(nasty) + chance.choice(near)


def _slipped(chance: Random, text: str) -> str:
    """Return a text as hurried fingers type it: signs left out, doubled, exchanged, added."""
    signs = list(text)
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(signs) + 1)
        signs[at : at + chance.randrange(2)] = chance.choice(_SIGNS) * chance.randrange(2)
    return "".join(signs) * chance.choice([1, 1, 1, 1, 1, 1, 1, 9])


def nonsense(chance: Random, depth: int = 3) -> Any:
    """Return what no page sends: any text, number or nothing, in lists and tables."""
    match chance.randrange(10):
        case 0 if depth:
            return [nonsense(chance, depth - 1) for _ in range(chance.randrange(4))]
        case 1 | 2 if depth:
            return {some_of(chance, _NASTY): nonsense(chance, depth - 1) for _ in range(chance.randrange(4))}
        case 3 | 4:
            return chance.choice([None, True, False, 0, -1, 2**70, 2.5, -0.0, 1e308, float("inf"), float("nan")])
        case 5:
            return chance.choice(_NASTY)
        case 6:
            return chance.choice(_RIGHT_LOOKING)
    return _any_signs(chance)


def some_of(chance: Random, known: Sequence[str]) -> str:
    """Return one of what is known, or any text."""
    return chance.choice(known) if chance.random() < 0.7 else _any_signs(chance)


def _any_signs(chance: Random) -> str:
    return "".join(map(chr, chance.choices(range(0x11000), k=chance.randrange(20))))
