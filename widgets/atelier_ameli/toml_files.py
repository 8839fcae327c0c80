"""TOML read into the domain's objects: no type changed by itself, and a refusal that names file, entry and reason."""

import re
import tomllib
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, reduce
from pathlib import Path
from typing import Any

from cattrs import Converter, transform_error
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn, override

from atelier_ameli.domain.exercises import Goal
from atelier_ameli.domain.personas import Persona
from atelier_ameli.domain.requests import Request
from atelier_ameli.layers import LayeredFile, joined
from atelier_ameli.typography import french

DataFile = Path | LayeredFile

_TYPE_NAMES = {
    str: "un texte",
    int: "un nombre entier",
    bool: "true ou false",
    date: "une date",
    datetime: "une date et une heure",
}
_AMOUNT = re.compile(r"(\d{1,6}),(\d\d)", re.ASCII)


class DataError(Exception):
    """A data file that cannot be used. The message names the file, the entry and the reason, in French."""

    def __init__(self, file: DataFile, entry: str, reason: str) -> None:
        super().__init__(f"{file.parent.name}/{file.name}, entrée « {entry} » : {reason}")


def read(file: DataFile) -> dict[str, Any]:
    """Return a TOML document: of a file in layers, what they say together. Raises DataError."""
    return reduce(joined, map(_read_one, file.paths if isinstance(file, LayeredFile) else (file,)))


def _read_one(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(file, "fichier", "ce fichier n'existe pas") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(file, "fichier", f"ce n'est pas du TOML lisible ({error})") from None


def sourced(file: DataFile, name: str, entry: object) -> dict[str, Any]:
    """Return an entry of an edition without the mark of its origin; refuse one that has none, or two."""
    values = dict(entry) if isinstance(entry, dict) else {}
    source, exercise_value = values.pop("source", None), values.pop("exercise_value", None)
    if not values or (exercise_value is not True if source is None else exercise_value is not None):
        raise DataError(file, name, "il faut « value », et soit « source », soit « exercise_value = true »")
    return values


def tables(file: DataFile, name: str) -> list[dict[str, Any]]:
    """Return the entries of a file that holds one list of tables and nothing else. Raises DataError."""
    document = read(file)
    found = document.get(name)
    if set(document) != {name} or not isinstance(found, list) or not all(isinstance(t, dict) for t in found):
        raise DataError(file, "fichier", f"il faut une suite de tables [[{name}]], et rien d'autre")
    return found


def structure(file: DataFile, entry: str, values: object, into: type) -> Any:
    """Return an entry as an object of the domain. Raises DataError."""
    try:
        return _converter().structure(values, into)
    except (ClassValidationError, IterableValidationError) as error:
        raise DataError(file, entry, " ; ".join(transform_error(error, format_exception=_in_french))) from None
    except (AttributeError, TypeError, ValueError) as error:  # not even a table
        raise DataError(file, entry, _in_french(error, None)) from None


@cache
def _converter() -> Converter:
    """Return a converter that changes no type by itself: « 3 » is not 3. Texts get French spaces."""
    converter = Converter(forbid_extra_keys=True)
    for wanted in _TYPE_NAMES:
        converter.register_structure_hook(wanted, _exactly)
    converter.register_structure_hook(Decimal, _amount)
    converter.register_structure_hook(Goal, _goal)
    without_history = make_dict_structure_fn(Persona, converter, history=override(omit=True))
    converter.register_structure_hook(Persona, without_history)
    without_rules = make_dict_structure_fn(Request, converter, rules=override(omit=True))
    converter.register_structure_hook(Request, without_rules)
    return converter


def _exactly(value: object, wanted: type) -> object:
    if issubclass(wanted, Enum):
        return wanted(value)
    if type(value) is not wanted:
        raise TypeError(f"il faut {_TYPE_NAMES[wanted]}, et non « {value} »")
    return french(value) if isinstance(value, str) else value


def _amount(value: object, _: type) -> Decimal:
    written = _AMOUNT.fullmatch(value) if isinstance(value, str) else None
    if not written:
        raise TypeError(f'il faut un montant comme "25,00", entre guillemets, et non « {value} »')
    return Decimal(f"{written[1]}.{written[2]}")


def _goal(value: object, _: type) -> Goal:
    if not isinstance(value, dict):
        raise TypeError(f"il faut une table {{ }} de faits, et non « {value} »")
    return Goal({name: french(one) if isinstance(one, str) else one for name, one in value.items()})


def _in_french(error: BaseException, wanted: type | None) -> str:
    if isinstance(error, KeyError):
        return "ce champ manque"
    if isinstance(error, ForbiddenExtraKeysError):
        return "champ inconnu : " + ", ".join(sorted(error.extra_fields))
    if isinstance(error, AttributeError) or str(error).endswith("is not iterable"):
        return "il faut une suite entre crochets [ ], ou une table { }"
    if isinstance(error, ValueError) and isinstance(wanted, type) and issubclass(wanted, Enum):
        return "il faut l'un de : " + ", ".join(member.value for member in wanted)
    return str(error)
