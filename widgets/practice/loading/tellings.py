"""How each edition of a pile of layers tells again what is beneath it: by its clock, its people's clocks, its words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from practice.loading.documents import Documents
from practice.loading.faults import DataError
from practice.loading.telling import Clock, Telling, clock_of
from practice.loading.toml_text import read_toml

EDITION = "edition.toml"
_WEEK = 7


def tellings(folders: Sequence[Path], people_file: str, documents: Documents) -> dict[Path, Telling]:
    """Return how each folder, the ground first, tells again what is beneath it, if it does. Raises DataError."""
    found: dict[Path, Telling] = {}
    clock: datetime | None = None
    people: dict[str, datetime] = {}
    holders: dict[str, str] = {}
    for folder in folders:
        document = _read(folder / EDITION, documents)
        now, before = clock_of(document) or clock, clock
        move = _whole_weeks(folder, now - before) if now and before else 0
        moved = {name: own + timedelta(days=move) for name, own in people.items()}
        holders |= dict(_fields(_read(folder / people_file, documents), "holder"))
        own = moved | dict(_fields(_read(folder / people_file, documents), "now"))
        words = document.get("words", {})
        if before and (move or words or own != people):
            clocks = {name: Clock(people[name].date(), (own[name] - people[name]).days) for name in people}
            clocks |= {name: clocks[holder] for name, holder in holders.items() if holder in clocks}
            found[folder] = Telling(Clock(before.date(), move), clocks, _of_words(folder, words))
        clock, people = now, own
    return found


def _read(file: Path, documents: Documents) -> dict[str, Any]:
    return read_toml(file, documents) if file.is_file() else {}


def _fields(document: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    """Yield the ids of the entries of a document that say something of this name, and what."""
    for entries in document.values():
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and name in entry and "id" in entry:
                yield entry["id"], entry[name]


def _whole_weeks(folder: Path, later: timedelta) -> int:
    """Return how many days later an edition takes place: whole weeks, or its days would not fall on their weekdays."""
    days = round(later / timedelta(days=1))
    if days % _WEEK:
        near = days - days % _WEEK
        why = f"il faut un nombre entier de semaines depuis l'édition du dessous : {near} ou {near + _WEEK} jours"
        raise DataError(folder / EDITION, "now", f"{why}, et non {days}")
    return days


def _of_words(folder: Path, words: object) -> Mapping[str, str]:
    if isinstance(words, dict) and all(isinstance(word, str) for word in words.values()):
        return words
    raise DataError(folder / EDITION, "words", "il faut des textes : « ce qui est dit » = « ce qui se dit maintenant »")
