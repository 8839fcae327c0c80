"""Telling: what a layer says, told again for the edition above it. An edition says its clock, and everything follows.

When the clock of an edition is so many whole weeks after the one beneath, so is every date that is told beneath, in a
table or in a text: the weekdays stay. What is long ago, such as a birth, moves by whole years: the ages stay. Whoever
has a clock of her own (`now`) has dates that follow it. An invented French number follows the birth that it tells.
`words` are texts that the edition says otherwise.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

_NEVER = frozenset({"source", "origin", "exercise_value", "based_on"})  #: fields that tell of our own world
_WHO = ("persona", "holder", "id")  #: fields that say whose an entry is
_YEARS = range(2010, 2030)  #: numbers that are a year of the course
_IN_YEARS = ("year", "owed_in")  #: where they stand alone
_LONG_AGO = 900  #: days: of what is older, the day and the month are kept rather than the weekday
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
    *("août", "septembre", "octobre", "novembre", "décembre"),
)
_PLAIN = (*_MONTHS[:1], "fevrier", *_MONTHS[2:7], "aout", *_MONTHS[8:11], "decembre")  #: in the name of a file
_NAMED = {name: number for names in (_MONTHS, _PLAIN) for number, name in enumerate(names, 1)}
_SPACE = "[ \u00a0\u202f]"
_MONTH = f"(?:{'|'.join(sorted(_NAMED, reverse=True))})"
_DAY = r"(?:1er|\d{1,2})"
_LINK = f"{_SPACE}(?:et|au|ou){_SPACE}(?:l[ae]{_SPACE}|du{_SPACE})?"  #: between two days of one month
_DATES = (
    r"(?P<iso>(?<!\d)\d{4}-\d\d-\d\d(?!\d))",
    r"(?P<month>(?<![\d-])20\d\d-\d\d(?![\d-]))",
    r"(?P<slashes>(?<![\d/])\d\d/\d\d/\d{4}(?![\d/]))",
    rf"(?P<day>(?<![\w,/])(?:{_DAY}{_LINK})?{_DAY}{_SPACE}{_MONTH}(?:{_SPACE}\d{{4}})?(?!\w))",
    rf"(?P<in_month>(?<![^\W_]){_MONTH}(?:_|{_SPACE})\d{{4}}(?!\w))",
    r"(?P<nir>(?<!\d)[1-8] ?\d\d ?\d\d ?(?:\d\d|2[AB]) ?000 ?\d{3}(?!\d))",
    r"(?P<year>(?<![^\W_])(?<![.,/:])20[12]\d(?![,./:]?\d)(?!\w))",
)
_IDENTIFIER = re.compile(r"[\w-]+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Clock:
    """The clock of an edition before and after: `now` beneath, and how many days later above."""

    now: date
    days: int

    @property
    def years(self) -> int:
        return round(self.days / 365.2425)

    def moved(self, day: date) -> date:
        """Return a day told beneath, as told above: so many weeks later; one of long ago, such as a birth, in years."""
        if day in (date.min, date.max):
            return day
        if (self.now - date(day.year, day.month, day.day)).days <= _LONG_AGO:
            return day + timedelta(days=self.days)
        same = monthrange(day.year + self.years, day.month)[1]
        return day.replace(year=day.year + self.years, day=min(day.day, same))


@dataclass(frozen=True)
class Telling:
    """How an edition tells again what is beneath it. `people`: the clocks of those who have their own, by id."""

    clock: Clock
    people: Mapping[str, Clock] = field(default_factory=dict, hash=False)
    words: Mapping[str, str] = field(default_factory=dict, hash=False)

    def document(self, document: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a file beneath says, as this edition says it."""
        return {
            key: [self._entry(one) for one in value] if isinstance(value, list) else self._entry(value, key)
            for key, value in document.items()
        }

    def text(self, text: str) -> str:
        """Return a text that stands outside of the data, such as a notebook's."""
        return self._text(text, self.clock, _Known(text))

    def _entry(self, value: object, key: str = "") -> Any:
        return self._value(value, self.clock, _Known(value), key)

    def _value(self, value: object, clock: Clock, known: "_Known", key: str = "") -> Any:
        if key in _NEVER:
            return value
        match value:
            case dict():
                clock = self._clock_of(value) or clock
                told = {name: self._value(one, clock, known, name) for name, one in value.items()}
                return {self._text(name, clock, known): one for name, one in told.items()}
            case list():
                return [self._value(one, clock, known, key) for one in value]
            case str():
                return self._text(value, clock, known)
            case date():
                return clock.moved(value)
        return value + clock.years if key in _IN_YEARS and value in _YEARS else value

    def _clock_of(self, entry: dict[str, Any]) -> Clock | None:
        """Return the clock of the person whom an entry names, itself or in a table in it, if she has her own."""
        named = (one.get(who) for one in (entry, *entry.values()) if isinstance(one, dict) for who in _WHO)
        return next((self.people[who] for who in named if isinstance(who, str) and who in self.people), None)

    def _text(self, text: str, clock: Clock, known: "_Known") -> str:
        dated, identifier = _DIGIT.search(text), _IDENTIFIER.fullmatch(text)
        if not dated and (identifier or not self.words):
            return text  # every date has a digit
        pattern = _ALONE if identifier else self._pattern if dated else self._pattern_of_words
        return pattern.sub(lambda found: self._told(found, clock, known), text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join((_pattern_of(self.words), *_DATES) if self.words else _DATES))

    @cached_property
    def _pattern_of_words(self) -> re.Pattern[str]:
        """What may be said otherwise in a text without any digit."""
        plain = [word for word in self.words if not _DIGIT.search(word)]
        return re.compile(_pattern_of(plain) if plain else r"(?!)")

    def _told(self, found: re.Match[str], clock: Clock, known: "_Known") -> str:
        kind, text = found.lastgroup, found.group()
        if kind == "word":
            return self.words[re.sub(_SPACE, " ", text)]
        return _RETOLD[kind](text, clock, known)


_ALONE = re.compile("|".join(_DATES))


def _pattern_of(words: Iterable[str]) -> str:
    said = sorted(words, key=len, reverse=True)
    either = "|".join(re.escape(word).replace("\\ ", _SPACE) for word in said)
    return rf"(?P<word>(?<![\w{{])(?:{either})(?!\w))"


class _Known:
    """The year of each day and month that a value tells with one. It looks for them once another text leaves it out."""

    def __init__(self, value: object) -> None:
        self._value = value

    @cached_property
    def years(self) -> dict[tuple[int, int], int]:
        return dict(_days(self._value))


def _days(value: object) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield the year of each day and month that a value tells with one: other texts may leave it out."""
    match value:
        case dict():
            for one in value.values():
                yield from _days(one)
        case list():
            for one in value:
                yield from _days(one)
        case str():
            for found in _ALONE.finditer(value):
                if (day := _day_of(found.group())) and day.year > 1:
                    yield (day.day, day.month), day.year
        case date():
            yield (value.day, value.month), value.year


def _day_of(text: str) -> date | None:
    """Return the day that a text tells, in the year 1 if it tells none."""
    try:
        if "/" in text:
            day, month, year = (int(part) for part in text.split("/"))
            return date(year, month, day)
        parts = re.split(_SPACE, text)
        if len(parts) > 1 and parts[1] in _NAMED:
            return date(int(parts[2]) if parts[2:] else 1, _NAMED[parts[1]], int(parts[0].removesuffix("er")))
        return date.fromisoformat(text)
    except ValueError:
        return None


def _iso(text: str, clock: Clock, _: object) -> str:
    day = _day_of(text)
    if not day:
        return text
    if day.day == 1:  # a month, as the site names one
        return f"{day.year + clock.years}{text[4:]}"
    return clock.moved(day).isoformat()


def _slashes(text: str, clock: Clock, _: object) -> str:
    day = _day_of(text)
    return f"{clock.moved(day):%d/%m/%Y}" if day else text


def _in_words(text: str, clock: Clock, known: _Known) -> str:
    """Return « 11 mars 2021 » moved. A day without its year has that of the day told beside it, or the nearest one."""
    first, both, last = _halves(text)
    if both:  # « le 15 et le 20 janvier »: the first day is told without its month
        month = last[len(last.split()[0]) :]
        return re.split(_SPACE, _in_words(first + month, clock, known))[0] + both + _in_words(last, clock, known)
    day = _day_of(text)
    if not day:
        return text
    if day.year == 1:
        day = day.replace(year=known.years.get((day.day, day.month)) or _nearest(day, clock.now))
    moved = clock.moved(day)
    parts = iter(("1er" if moved.day == 1 else str(moved.day), _MONTHS[moved.month - 1], str(moved.year)))
    return re.sub(r"\w+", lambda _: next(parts), text)


def _halves(text: str) -> tuple[str, str, str]:
    """Return two days and what stands between them: « et le », « au ». With one day, it comes last."""
    found = re.match(rf"({_DAY})({_LINK})({_DAY}.*)", text)
    return (found[1], found[2], found[3]) if found else ("", "", text)


def _nearest(day: date, now: date) -> int:
    return min((now.year - 1, now.year, now.year + 1), key=lambda year: abs(day.replace(year=year) - now))


def _year_at_end(text: str, clock: Clock, _: object) -> str:
    return f"{text[:-4]}{int(text[-4:]) + clock.years}"


def _month(text: str, clock: Clock, _: object) -> str:
    return f"{int(text[:4]) + clock.years}{text[4:]}"


def _nir(text: str, clock: Clock, _: object) -> str:
    at = 2 if text[1] == " " else 1
    return f"{text[:at]}{(int(text[at : at + 2]) + clock.years) % 100:02}{text[at + 2 :]}"


_RETOLD = {
    "iso": _iso,
    "month": _month,
    "slashes": _slashes,
    "day": _in_words,
    "in_month": _year_at_end,
    "nir": _nir,
    "year": _year_at_end,
}


def clock_of(document: Mapping[str, Any]) -> datetime | None:
    """Return when an edition takes place, if its file says so: `now`, alone or with its source."""
    rules = document.get("rules")
    now = rules.get("now") if isinstance(rules, dict) else None
    now = now.get("value") if isinstance(now, dict) else now
    return now if isinstance(now, datetime) else None
