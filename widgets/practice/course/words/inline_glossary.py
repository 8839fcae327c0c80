"""The first use of each hard word in a chapter's prose, marked in the text, with its explanation right after it.

The texts of a chapter go through in their order, each with the words that were met before it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from bs4 import BeautifulSoup, NavigableString, Tag

from practice.course.words.glossary import Word
from practice.drawing.typography import french

_KEPT = 1024  # texts: those of all chapters, several times
_SHORTEST_PLURAL = 3  # letters: « noms », and neither « de » nor « un »
#: a word is left as it is in these, and in what is already an explanation
_NEVER_IN = re.compile(r"^(a|aside|blockquote|button|code|dfn|h\d|pre|script|style|summary|svg|textarea)$")
_TERM, _MEANING, _PLACE = "page-term", "page-meaning", "mot-"
_BLOCKS = {"p", "li", "ul", "ol", "dl", "dd", "dt", "td", "th", "div", "table", "[document]"}


class Marked(NamedTuple):
    """A text whose first uses are marked, and all words met at its end."""

    html: str
    met: frozenset[str]


class Use(NamedTuple):
    """A word where a text uses it: `text` is what stands there, `way` how the glossary writes this way to say it."""

    text: str
    way: str
    word: Word


#: a use -> its mark, and its explanation
Look = Callable[[Use], tuple[Tag, Tag]]


def on_a_page(use: Use) -> tuple[Tag, Tag]:
    """Return a word that page.js opens on its explanation. A real button can be torn from « l' » by a line's end."""
    place = _place(use.word)
    attrs = {"class": _TERM, "role": "button", "tabindex": "0", "aria-expanded": "false", "aria-controls": place}
    return _tag("span", attrs, use.text), _explain(use, {"class": _MEANING, "id": place, "hidden": ""})


def on_a_slide(use: Use) -> tuple[Tag, Tag]:
    """Return a word that is being defined, and the explanation for the speaker's notes."""
    notes = Tag(name="aside", attrs={"class": "notes", "id": _place(use.word)})
    notes.append(_explain(use, {}))
    return _tag("dfn", {}, use.text), notes


class FirstUses:
    """What marks the words of a glossary: called with a text's HTML, and the words met before it.

    Parameters: the words by term, as a site has them; what a mark looks like.

    >>> FirstUses(Site.load().glossary)("<p>Votre RIB.</p>").met
    frozenset({'RIB'})
    """

    def __init__(self, glossary: Mapping[str, Word], look: Look = on_a_page) -> None:
        self._words = tuple(glossary.values())
        self._look = look
        ways = [(way, word) for word in self._words for way in (word.term, *word.also)]
        self._ways = sorted(ways, key=lambda found: len(found[0]), reverse=True)  # the longest wins
        groups = "|".join(f"({_written(way)})" for way, _ in self._ways) or "(?!)"  # no word: nothing is one
        self._uses = re.compile(rf"(?<![\w-])(?:{groups})(?![\w-]|[.@]\w)")  # a group a way
        self._marked = lru_cache(_KEPT)(self._mark)

    def __call__(self, html: str, met: Iterable[str] = ()) -> Marked:
        """Mark, in the HTML of a text, the words that are not yet `met`. What is marked already stays as it is."""
        return self._marked(html, frozenset(met))

    def _may_have_one(self, html: str, met: frozenset[str]) -> bool:
        """Say whether a text has a word that is not yet met, or an explanation: only then is it read."""
        uses = self._uses.finditer(unescape(html))
        return _PLACE in html or any(self._ways[use.lastindex - 1][1].term not in met for use in uses)

    def _mark(self, html: str, met: frozenset[str]) -> Marked:
        if not self._may_have_one(html, met):
            return Marked(html, met)
        page = BeautifulSoup(html, "html.parser")
        here = {node["id"] for node in page.find_all(id=True)}
        seen = set(met) | {word.term for word in self._words if _place(word) in here}
        explanations: list[tuple[Tag, Tag]] = []
        for text in page.find_all(string=True):
            if type(text) is NavigableString and not text.find_parent(_is_left_alone):
                explanations += self._mark_text(text, seen)
        for used, explanation in reversed(explanations):
            _end(used).insert_after(explanation)
        return Marked(str(page) if explanations else html, frozenset(seen))

    def _mark_text(self, text: NavigableString, seen: set[str]) -> list[tuple[Tag, Tag]]:
        """Put a mark around the first uses in a text without tags; return the marks, each with its explanation."""
        parts: list[str | Tag] = []
        marks = []
        at = 0
        for match in self._uses.finditer(text):
            use = Use(match[0], *self._ways[match.lastindex - 1])
            if use.word.term not in seen:
                seen.add(use.word.term)
                marks.append(self._look(use))
                parts += [text[at : match.start()], marks[-1][0]]
                at = match.end()
        if marks:
            text.replace_with(*parts, text[at:])
        return marks


def _written(way: str) -> str:
    """Return the pattern of one way to write a word: an abbreviation as it is, another word in the plural too."""
    if way.isupper():
        return re.escape(way)
    pattern = r"\s+".join(map(_one_or_many, way.split(" "))).replace("'", "['’]")
    return f"[{way[0]}{way[0].upper()}]{pattern[1:]}" if way[0].islower() else pattern


def _one_or_many(part: str) -> str:
    if not part[0].islower() or len(part) < _SHORTEST_PLURAL:
        return re.escape(part)
    return re.escape(part.removesuffix("s")) + "[sx]?"


def _end(used: Tag) -> Tag | NavigableString:
    """Return after what an explanation stands: the paragraph, or in a list the line, that has the word."""
    node = used
    while node.parent.name not in _BLOCKS:
        node = node.parent
    if node.parent.name == "p":
        return node.parent
    while node.next_sibling is not None and node.next_sibling.name not in _BLOCKS:
        node = node.next_sibling
    return node


def _is_left_alone(node: Tag) -> bool:
    return bool(_NEVER_IN.match(node.name) or {_TERM, _MEANING} & set(node.get("class", ())))


def _explain(use: Use, attrs: dict[str, str]) -> Tag:
    explanation = Tag(name="p", attrs=attrs)
    explanation.extend([_tag("strong", {}, french(f"{use.way} :")), f" {french(use.word.meaning)}"])
    return explanation


def _tag(name: str, attrs: dict[str, str], text: str) -> Tag:
    tag = Tag(name=name, attrs=attrs)
    tag.string = text
    return tag


def _place(word: Word) -> str:
    return f"{_PLACE}{word.id}"
