"""`data/*.toml` read once into the domain's objects, or refused with the file, the entry and the reason."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from cattrs import Converter, transform_error
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from atelier_ameli.course.outline import Chapter
from atelier_ameli.domain.edition import EXERCISE_VALUE, Edition
from atelier_ameli.domain.messages import Letter
from atelier_ameli.domain.personas import Persona
from atelier_ameli.typography import french

_HERE = Path(__file__).parent
#: beside the code once installed from a wheel, at the top of the checkout otherwise
DATA = _HERE / "data" if (_HERE / "data").is_dir() else _HERE.parents[1] / "data"

_TYPE_NAMES = {
    str: "un texte",
    int: "un nombre entier",
    bool: "true ou false",
    date: "une date",
    datetime: "une date et une heure",
}


class DataError(Exception):
    """A data file that cannot be used. The message names the file, the entry and the reason, in French."""

    def __init__(self, file: Path, entry: str, reason: str) -> None:
        super().__init__(f"{file.parent.name}/{file.name}, entrée « {entry} » : {reason}")


@cache
def personas() -> Mapping[str, Persona]:
    """Return all personas by id, in the order of the file."""
    return load_personas(DATA / "personas.toml")


@cache
def edition(name: str = "2021") -> Edition:
    """Return the rules of one year of the site."""
    return load_edition(DATA / "editions" / f"{name}.toml")


@cache
def letters() -> Mapping[str, Letter]:
    """Return the texts of the messages that the site sends, by kind."""
    return load_letters(DATA / "messages.toml")


@cache
def chapters() -> tuple[Chapter, ...]:
    """Return the chapters in reading order."""
    return load_chapters(DATA / "course.toml")


def load_personas(file: Path) -> dict[str, Persona]:
    """Read personas; refuse two with the same id, number or e-mail, and a dependant of nobody."""
    people: dict[str, Persona] = {}
    for entry in _tables(file, "persona"):
        person = _structure(file, entry.get("id", "sans id"), entry, Persona)
        for field in ("id", "nir", "email"):
            value = getattr(person, field)
            if value and value in [getattr(other, field) for other in people.values()]:
                raise DataError(file, person.id, f"{field} : « {value} » est déjà à une autre personne")
        people[person.id] = person
    for person in people.values():
        if person.holder and person.holder not in people:
            raise DataError(file, person.id, f"holder : « {person.holder} » n'existe pas")
    return people


def load_edition(file: Path) -> Edition:
    """Read an edition; refuse a rule with neither a source nor the mark of an exercise value."""
    document = _read(file)
    rules = document.get("rules", {})
    for name, rule in rules.items():
        keys = set(rule) if isinstance(rule, dict) else set()
        if not (
            keys == {"value", "source"} or (keys == {"value", "exercise_value"} and rule["exercise_value"] is True)
        ):
            raise DataError(file, name, "il faut « value », et soit « source », soit « exercise_value = true »")
    sources = {name: rule.get("source", EXERCISE_VALUE) for name, rule in rules.items()}
    values = {name: rule["value"] for name, rule in rules.items()}
    return _structure(file, "rules", {"title": document.get("title"), **values, "sources": sources}, Edition)


def load_letters(file: Path) -> dict[str, Letter]:
    """Read the texts of the messages, by kind."""
    return {kind: _structure(file, kind, entry, Letter) for kind, entry in _read(file).items()}


def load_chapters(file: Path) -> tuple[Chapter, ...]:
    """Read the chapters in reading order."""
    return tuple(_structure(file, str(e.get("number", "sans numéro")), e, Chapter) for e in _tables(file, "chapter"))


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(file, "fichier", "ce fichier n'existe pas") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(file, "fichier", f"ce n'est pas du TOML lisible ({error})") from None


def _tables(file: Path, name: str) -> list[dict[str, Any]]:
    document = _read(file)
    tables = document.get(name)
    if set(document) != {name} or not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise DataError(file, "fichier", f"il faut une suite de tables [[{name}]], et rien d'autre")
    return tables


def _structure(file: Path, entry: str, values: object, into: type) -> Any:
    try:
        return _converter().structure(values, into)
    except (ClassValidationError, IterableValidationError) as error:
        raise DataError(file, entry, " ; ".join(transform_error(error, format_exception=_in_french))) from None


@cache
def _converter() -> Converter:
    """Return a converter that changes no type by itself: « 3 » is not 3, and "no" is not true. Texts get French spaces."""
    converter = Converter(forbid_extra_keys=True)
    for wanted in _TYPE_NAMES:
        converter.register_structure_hook(wanted, _exactly)
    return converter


def _exactly(value: object, wanted: type) -> object:
    if issubclass(wanted, Enum):
        return wanted(value)
    if type(value) is not wanted:
        raise TypeError(f"il faut {_TYPE_NAMES[wanted]}, et non « {value} »")
    return french(value) if isinstance(value, str) else value


def _in_french(error: BaseException, wanted: type | None) -> str:
    if isinstance(error, KeyError):
        return "ce champ manque"
    if isinstance(error, ForbiddenExtraKeysError):
        return "champ inconnu : " + ", ".join(sorted(error.extra_fields))
    if isinstance(error, ValueError) and isinstance(wanted, type) and issubclass(wanted, Enum):
        return "il faut l'un de : " + ", ".join(member.value for member in wanted)
    return str(error)
