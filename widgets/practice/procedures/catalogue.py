"""Find a request by the words that people use: « j'ai déménagé » finds the change of address.

Words are compared by their stems (Snowball's French stemmer), without accents; a word typed with a mistake finds its
nearest neighbour (difflib).
"""

import re
import unicodedata
from difflib import get_close_matches
from functools import cache
from typing import Protocol, TypeVar

from snowballstemmer.french_stemmer import FrenchStemmer

_LIKENESS = 0.75
_SHORTEST = 3  # letters: « de », « ma » say nothing
_SAY_NOTHING = set("les des une mon mes aux est par pour avec sur que qui suis veux faire".split())  # noqa: SIM905


class Searchable(Protocol):
    """What can be found: a request, an application."""

    id: str
    title: str
    summary: str
    words: tuple[str, ...]


Found = TypeVar("Found", bound=Searchable)


def search(requests: tuple[Found, ...], typed: str) -> tuple[Found, ...]:
    """Return the requests that share words with what was typed; a word that few requests have counts more."""
    vocabulary = _vocabulary(tuple(map(_text, requests)))
    near = (_nearest(_bare(word), vocabulary) for word in _words(typed))
    wanted = {_stem(word) for word in (*_words(typed), *(vocabulary[match] for match in near if match))}
    stems = {request.id: _stems_of(_text(request)) for request in requests}
    rare = {stem: 1 / max(1, sum(stem in found for found in stems.values())) for stem in wanted}
    weights = {request.id: sum(rare[stem] for stem in wanted & stems[request.id]) for request in requests}
    found = (request for request in requests if weights[request.id])
    return tuple(sorted(found, key=lambda request: -weights[request.id]))


def _text(request: Searchable) -> str:
    return " ".join((request.title, request.summary, *request.words))


@cache
def _vocabulary(texts: tuple[str, ...]) -> dict[str, str]:
    """Return the words of the course's own texts, by their bare form: what a learner types is kept nowhere."""
    return {_bare(word): word for text in texts for word in _words(text)}


def _nearest(word: str, vocabulary: dict[str, str]) -> str:
    """Return the word of the vocabulary that is most like this one, or an empty text if none is."""
    if word in vocabulary:
        return word
    return next(iter(get_close_matches(word, vocabulary, 1, _LIKENESS)), "")


@cache
def _stems_of(text: str) -> frozenset[str]:
    return frozenset(map(_stem, _words(text)))


def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[^\W\d_]+", text.casefold())
    return frozenset(word for word in found if len(word) >= _SHORTEST and word not in _SAY_NOTHING)


def _stem(word: str) -> str:
    return _bare(FrenchStemmer().stemWord(word))


def _bare(word: str) -> str:
    return re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFKD", word))
