"""`data/*.toml` read once into the domain's objects, or refused with the file, the entry and the reason."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from cattrs import Converter, transform_error
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn, override

from atelier_ameli.course.outline import Chapter
from atelier_ameli.domain.account_payments import HistoryError, check_history
from atelier_ameli.domain.caisse_messages import Caisse
from atelier_ameli.domain.edition import EXERCISE_VALUE, Edition
from atelier_ameli.domain.history import History
from atelier_ameli.domain.information import Information, ProcessingTime
from atelier_ameli.domain.messages import Letter
from atelier_ameli.domain.personas import Persona
from atelier_ameli.domain.questions import Asked
from atelier_ameli.domain.services import Service
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
_AMOUNT = re.compile(r"(\d{1,6}),(\d\d)", re.ASCII)


class DataError(Exception):
    """A data file that cannot be used. The message names the file, the entry and the reason, in French."""

    def __init__(self, file: Path, entry: str, reason: str) -> None:
        super().__init__(f"{file.parent.name}/{file.name}, entrée « {entry} » : {reason}")


@cache
def personas() -> Mapping[str, Persona]:
    """Return all personas by id, in the order of the file, each with her care (payments.toml)."""
    return load_histories(DATA / "payments.toml", load_personas(DATA / "personas.toml"), edition())


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


@cache
def services() -> Mapping[str, Service]:
    """Return the functions of the account by id, in the order of the file."""
    return load_services(DATA / "services.toml")


@cache
def information() -> Mapping[str, Information]:
    """Return what the caisse knows of each holder of an account, by persona id."""
    return load_information(DATA / "information.toml", personas())


@cache
def caisse() -> Caisse:
    """Return what one may write to the caisse, and what it has written."""
    return load_caisse(DATA / "caisse_messages.toml", personas())


@cache
def processing_times() -> tuple[ProcessingTime, ...]:
    """Return how long the caisse takes, by kind of file."""
    file = DATA / "processing_times.toml"
    return tuple(_structure(file, str(e.get("kind", "sans kind")), e, ProcessingTime) for e in _tables(file, "time"))


@cache
def questions() -> Mapping[str, Asked]:
    """Return the questions of the chapters, by id."""
    return load_questions(DATA / "questions.toml")


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


def load_histories(file: Path, people: Mapping[str, Persona], rules: Edition) -> dict[str, Persona]:
    """Read the care of the personas and return them with it; refuse payments that the rules do not find."""
    found = dict(people)
    told: list[str] = []
    for entry in _tables(file, "history"):
        name = str(entry.pop("persona", "sans persona"))
        if name not in found or name in told:
            raise DataError(file, name, "persona : il faut une personne de personas.toml, une seule fois")
        told.append(name)
        found[name] = replace(found[name], history=_structure(file, name, entry, History))
    for name in told:
        dependants = tuple(person for person in found.values() if person.holder == name)
        try:
            check_history(found[name], dependants, rules, (found[name].now or rules.now).date())
        except HistoryError as error:
            raise DataError(file, name, str(error)) from None
    return found


def load_edition(file: Path) -> Edition:
    """Read an edition; refuse a rule or a tariff with neither a source nor the mark of an exercise value."""
    document = _read(file)
    rules, tariffs = document.get("rules", {}), document.get("tariffs", {})
    for name in document.keys() - {"title", "rules", "tariffs"}:
        raise DataError(file, name, "champ inconnu : il faut title, rules ou tariffs")
    for name, rule in rules.items():
        if _sourced(file, name, rule).keys() != {"value"}:
            raise DataError(file, name, "il faut « value », et soit « source », soit « exercise_value = true »")
    values = {name: rule["value"] for name, rule in rules.items()}
    values["tariffs"] = {name: _sourced(file, name, tariff) for name, tariff in tariffs.items()}
    sources = {name: rule.get("source", EXERCISE_VALUE) for name, rule in (rules | tariffs).items()}
    return _structure(file, "rules", {"title": document.get("title"), **values, "sources": sources}, Edition)


def load_services(file: Path) -> dict[str, Service]:
    """Read the functions of the account, by id."""
    found = [_structure(file, str(e.get("id", "sans id")), e, Service) for e in _tables(file, "service")]
    return {service.id: service for service in found}


def load_information(file: Path, people: Mapping[str, Persona]) -> dict[str, Information]:
    """Read what the caisse knows of people, by persona id; refuse an entry of nobody, and two of the same person."""
    found: dict[str, Information] = {}
    for entry in _tables(file, "information"):
        name = str(entry.get("persona", "sans persona"))
        if name not in people or name in found:
            raise DataError(file, name, "persona : il faut une personne de personas.toml, une seule fois")
        found[name] = _structure(file, name, entry, Information)
    return found


def load_caisse(file: Path, people: Mapping[str, Persona]) -> Caisse:
    """Read the messages of the caisse; refuse one to nobody, and two with the same id."""
    document = _read(file)
    seen: set[str] = set()
    for entry in document.get("message", []):
        name = str(entry.get("id", "sans id"))
        if name in seen or entry.get("to") not in people:
            raise DataError(file, name, "il faut un id à lui seul, et dans « to » une personne de personas.toml")
        seen.add(name)
    given = {"messages" if key == "message" else key: value for key, value in document.items()}
    return _structure(file, "message", given, Caisse)


def load_questions(file: Path) -> dict[str, Asked]:
    """Read the questions of the chapters, by id; refuse two with the same id."""
    found: dict[str, Asked] = {}
    for entry in _tables(file, "question"):
        asked = _structure(file, str(entry.get("id", "sans id")), entry, Asked)
        if asked.id in found:
            raise DataError(file, asked.id, "id : cet id est déjà à une autre question")
        found[asked.id] = asked
    return found


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


def _sourced(file: Path, name: str, entry: object) -> dict[str, Any]:
    """Return an entry of an edition without the mark of its origin; refuse one that has none, or two."""
    values = dict(entry) if isinstance(entry, dict) else {}
    source, exercise_value = values.pop("source", None), values.pop("exercise_value", None)
    if not values or (exercise_value is not True if source is None else exercise_value is not None):
        raise DataError(file, name, "il faut « value », et soit « source », soit « exercise_value = true »")
    return values


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
    """Return a converter that changes no type by itself: « 3 » is not 3. Texts get French spaces."""
    converter = Converter(forbid_extra_keys=True)
    for wanted in _TYPE_NAMES:
        converter.register_structure_hook(wanted, _exactly)
    converter.register_structure_hook(Decimal, _amount)
    without_history = make_dict_structure_fn(Persona, converter, history=override(omit=True))
    converter.register_structure_hook(Persona, without_history)
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
