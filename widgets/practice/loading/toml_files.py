"""TOML read into the domain's objects: no type changed by itself, and a refusal that names file, entry and reason."""

import re
import tomllib
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, reduce
from pathlib import Path
from typing import Any

from cattrs import Converter, transform_error
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn, override

from practice.drawing.typography import french
from practice.loading.layers import LayeredFile, joined

DataFile = Path | LayeredFile

_TYPE_NAMES = {
    str: "un texte",
    int: "un nombre entier",
    bool: "true ou false",
    date: "une date",
    datetime: "une date et une heure",
}
_IS_READ = "is read"
NOT_READ = {_IS_READ: False}  #: metadata of a dataclass's field that no file may give
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


def by_id(
    file: DataFile, entries: list[dict[str, Any]], into: type, taken: str = "id : cet id est déjà pris", key: str = "id"
) -> dict[str, Any]:
    """Return entries as objects by their ids, or by another `key`, in order. Raises DataError, `taken` for a double."""
    found: dict[str, Any] = {}
    for entry in entries:
        name = str(entry.get(key, f"sans {key}"))
        one = structure(file, name, entry, into)
        if name in found:
            raise DataError(file, name, taken)
        found[name] = one
    return found


@cache
def _converter() -> Converter:
    """Return a converter that changes no type by itself: « 3 » is not 3. Texts get French spaces."""
    converter = Converter(forbid_extra_keys=True)
    for wanted in _TYPE_NAMES:
        converter.register_structure_hook(wanted, _exactly)
    converter.register_structure_hook(Decimal, _amount)
    converter.register_structure_hook_factory(_has_more_than_is_read, lambda cls: _without_more(cls, converter))
    converter.register_structure_hook_factory(_reads_itself, lambda cls: lambda value, _: cls.read(value))
    return converter


def _more_than_is_read(cls: type) -> list[str]:
    return [field.name for field in fields(cls) if field.metadata.get(_IS_READ) is False]


def _has_more_than_is_read(cls: Any) -> bool:
    return isinstance(cls, type) and is_dataclass(cls) and bool(_more_than_is_read(cls))


def _without_more(cls: type, converter: Converter) -> Any:
    left_out = {name: override(omit=True) for name in _more_than_is_read(cls)}
    return make_dict_structure_fn(cls, converter, **left_out)


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


def _reads_itself(cls: Any) -> bool:
    """Say whether a class is no dataclass, and makes objects of a file's values by itself."""
    return isinstance(cls, type) and not is_dataclass(cls) and hasattr(cls, "read")


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
