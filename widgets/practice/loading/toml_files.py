"""TOML read into the domain's objects: no type changed by itself, and a refusal that names file, entry and reason."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, reduce
from itertools import zip_longest
from typing import Any, get_args, get_origin, get_type_hints

from cattrs import Converter, transform_error
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn, override

from practice.drawing.typography import french
from practice.loading.faults import WHOLE, DataError, DataFile, Fault, Faults, Place
from practice.loading.layers import LayeredFile, joined
from practice.loading.toml_text import read_toml
from practice.names import Named, nearest, unknown

_TYPE_NAMES = {
    str: "un texte",
    int: "un nombre entier",
    bool: "true ou false",
    date: "une date",
    datetime: "une date et une heure",
}
_IS_READ = "is read"
NOT_READ = {_IS_READ: False}  #: metadata of a dataclass's field that no file may give
_TAKEN = "id : cet id est déjà pris"
_LACKS = "ce champ manque"
_EMPTY = "c'est vide ; écrivez quelque chose, ou enlevez l'entrée"
_UNKNOWN = "champ inconnu : "
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]|\['([^']*)'\]")  #: of cattrs' path to a value
_AMOUNT = re.compile(r"(\d{1,6}),(\d\d)", re.ASCII)


def read(file: DataFile) -> dict[str, Any]:
    """Return a TOML document: of a file in layers, what they say together. Nobody may change it. Raises DataError."""
    if not isinstance(file, LayeredFile):
        return read_toml(file)
    document: dict[str, Any] = {}
    for path, told in zip_longest(file.paths, file.told, fillvalue=()):
        document = joined(document, read_toml(path, file.documents))
        document = reduce(lambda said, telling: telling.document(said), told, document)
    return document


def sourced(file: DataFile, name: str, entry: object) -> dict[str, Any]:
    """Return an entry of an edition without the mark of its origin; refuse one that has none, or two."""
    values = dict(entry) if isinstance(entry, dict) else {}
    source, exercise_value = values.pop("source", None), values.pop("exercise_value", None)
    if not values or (exercise_value is not True if source is None else exercise_value is not None):
        raise DataError(file, name, "il faut « value », et soit « source », soit « exercise_value = true »")
    if source is not None and not (isinstance(source, str) and source.strip()):
        raise DataError(file, name, "source : dites d'où vient cette règle, ou mettez « exercise_value = true »")
    return values


def tables(file: DataFile, name: str) -> list[dict[str, Any]]:
    """Return the entries of a file that holds one list of tables and nothing else. Raises DataError."""
    document = read(file)
    for other in document.keys() - {name}:
        raise DataError(file, WHOLE, f"il faut une suite de tables [[{name}]], et rien d'autre", (other,))
    return entries(file, document, name)


def entries(file: DataFile, document: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the entries of a list of tables of a document; none if it has none. Raises DataError."""
    found = document.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise DataError(file, name, f"il faut une suite de tables [[{name}]]")
    return found


def structure(file: DataFile, entry: str, values: object, into: Any) -> Any:
    """Return an entry as an object of the domain. Raises DataError, with all that is wrong in it."""
    try:
        return _converter().structure(values, into)
    except (ClassValidationError, IterableValidationError) as error:
        raise DataError.of(tuple(Fault(file, entry, *one) for one in _wrong(error))) from None
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:  # not even a table
        raise DataError(file, entry, _in_french(error, into)) from None


def structured(file: DataFile, found: Iterable[dict[str, Any]], into: type, key: str = "id") -> tuple[Any, ...]:
    """Return entries as objects, in order. Raises DataError, with all that is wrong in all of them."""
    faults = Faults()
    read: list[Any] = []
    for entry in found:
        with faults.gathered():
            read.append(structure(file, name_of(entry, key), entry, into))
    return faults.end(tuple(read))


def by_id(
    file: DataFile,
    found: Iterable[dict[str, Any]],
    into: type,
    taken: str = "id : cet id est déjà pris",
    key: str = "id",
) -> dict[str, Any]:
    """Return entries as objects by their ids, or by another `key`, in order. Raises DataError, `taken` for a double."""
    faults = Faults()
    read = Named()
    for entry in found:
        with faults.gathered():
            name = name_of(entry, key)
            one = structure(file, name, entry, into)
            if name in read:
                raise DataError(file, name, taken)
            read[name] = one
    return faults.end(read)


def name_of(entry: dict[str, Any], key: str = "id") -> str:
    """Return how an entry is called in a refusal."""
    return str(entry.get(key, f"sans {key}"))


def one_of(file: DataFile, entry: str, field: str, name: object, known: Iterable[str]) -> None:
    """Refuse a name that is not known, and offer the nearest."""
    if name not in (known := tuple(known)):
        raise DataError(file, entry, f"{field} : {unknown(str(name), known)}", missing=str(name))


def _wrong(error: ClassValidationError | IterableValidationError) -> Iterator[tuple[str, Place]]:
    """Yield what is wrong with an entry, and where in it."""
    for told in transform_error(error, format_exception=_in_french):
        reasons, _, path = told.rpartition(" @ $")
        place = tuple(int(number) if number else name or key for name, number, key in _STEP.findall(path))
        for reason in reasons.split("\n"):
            if reason == _LACKS:
                yield f"{_in_words(place)} : {reason}", place
            elif reason.startswith(_UNKNOWN):
                name = reason.removeprefix(_UNKNOWN).split(",")[0]
                yield (f"{_in_words(place)} : {reason}" if place else reason), (*place, name)
            else:
                yield (f"{_in_words(place)} : {reason}" if place else reason), place


def _in_words(place: Place) -> str:
    """Return where a value is, for people, who count from one: « steps (5e), minutes »."""
    told = ""
    for one in place:
        told += f" ({one + 1}e)" if isinstance(one, int) else f", {one}" if told else one
    return told.replace("(1e)", "(1er)").strip()


@cache
def _converter() -> Converter:
    """Return a converter that changes no type by itself: « 3 » is not 3. Texts get French spaces."""
    converter = Converter(forbid_extra_keys=True)
    for wanted in _TYPE_NAMES:
        converter.register_structure_hook(wanted, _exactly)
    converter.register_structure_hook(Decimal, _amount)
    converter.register_structure_hook_factory(_is_list, lambda cls: _listed(cls, converter))
    converter.register_structure_hook_factory(_is_dataclass, lambda cls: _from_table(cls, converter))
    converter.register_structure_hook_factory(_reads_itself, lambda cls: lambda value, _: cls.read(value))
    return converter


def _from_table(cls: type, converter: Converter) -> Any:
    """Return what reads a dataclass from a table, without the fields that no file may give.

    A text or a list that it must have is not empty: what may be empty has a default.
    """
    kinds = get_type_hints(cls)
    left_out = {field.name: override(omit=True) for field in fields(cls) if field.metadata.get(_IS_READ) is False}
    must = [field.name for field in fields(cls) if field.default is field.default_factory is MISSING]
    filled = {
        name: override(struct_hook=lambda value, kind: _filled(value, kind, converter))
        for name in must
        if kinds[name] is str or _is_list(kinds[name])
    }
    read = make_dict_structure_fn(cls, converter, **(filled | left_out))

    def checked(value: object, wanted: Any) -> Any:
        if not isinstance(value, dict):
            raise TypeError(f"il faut une table {{ }}, et non {_shown(value)}")
        return read(value, wanted)

    return checked


def _filled(value: object, kind: Any, converter: Converter) -> Any:
    """Return a text or a list; refuse one without anything in it."""
    if value == [] or (isinstance(value, str) and not value.strip()):
        raise ValueError(_EMPTY)
    return converter.structure(value, kind)


def _is_dataclass(cls: Any) -> bool:
    return isinstance(cls, type) and is_dataclass(cls)


def _is_list(cls: Any) -> bool:
    return get_origin(cls) is tuple and get_args(cls)[-1] is ...


def _listed(cls: Any, converter: Converter) -> Any:
    """Return what reads a list; a text, whose letters could be taken one by one, is none."""

    def read(value: object, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError(f"il faut une suite entre crochets [ ], et non {_shown(value)}")
        if any(isinstance(one, str) and not one.strip() for one in value):
            raise ValueError("l'un des textes de la suite est vide")
        return tuple(converter.structure(value, list[get_args(cls)[0]]))

    return read


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return "une table { }" if isinstance(value, dict) else "une suite [ ]"
    return f"« {str(value).lower() if isinstance(value, bool) else value} »"


def _exactly(value: object, wanted: type) -> object:
    if issubclass(wanted, Enum):
        return wanted(value)
    if type(value) is not wanted:
        hint = f' ; mettez des guillemets : "{value}"' if wanted is str and not isinstance(value, dict | list) else ""
        raise TypeError(f"il faut {_TYPE_NAMES[wanted]}, et non {_shown(value)}{hint}")
    return french(value) if isinstance(value, str) else value


def _amount(value: object, _: type) -> Decimal:
    written = _AMOUNT.fullmatch(value) if isinstance(value, str) else None
    if not written:
        offered = f"{value:.2f}".replace(".", ",") if type(value) in (int, float) else "25,00"
        raise TypeError(f'il faut un montant comme "{offered}", entre guillemets, et non {_shown(value)}')
    return Decimal(f"{written[1]}.{written[2]}")


def _reads_itself(cls: Any) -> bool:
    """Say whether a class is no dataclass, and makes objects of a file's values by itself."""
    return isinstance(cls, type) and not is_dataclass(cls) and hasattr(cls, "read")


def _in_french(error: BaseException, wanted: type | None) -> str:
    if isinstance(error, KeyError):
        return _LACKS
    if isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in fields(error.cl)] if is_dataclass(error.cl) else []
        return "\n".join(f"{_UNKNOWN}{name}{nearest(name, known)}" for name in sorted(error.extra_fields))
    if isinstance(error, AttributeError) or str(error).endswith("is not iterable"):
        return "il faut une suite entre crochets [ ], ou une table { }"
    for kind in (wanted, *get_args(wanted)) if isinstance(error, ValueError) else ():  # or one among several, or None
        if isinstance(kind, type) and issubclass(kind, Enum):
            return "il faut l'un de : " + ", ".join(str(member.value) for member in kind)
    return str(error)
