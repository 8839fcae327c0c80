"""`data/*.toml` read into the domain's objects, or refused with the file, the entry and the reason."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from atelier_ameli.edition import EXERCISE_VALUE, Edition
from atelier_ameli.identity.personas import Persona
from atelier_ameli.information.information import Information
from atelier_ameli.messages.messages import Caisse
from atelier_ameli.payments.care_record import History
from atelier_ameli.payments.payment_history import HistoryError, check_history
from atelier_ameli.rights.rights import Help, Rights, RightsError, Situation, Step
from practice.course.discovery.useful_links import UsefulLink
from practice.course.outline.outline import Chapter
from practice.course.questions.questions import Asked
from practice.loading.toml_files import DataError, DataFile, by_id, read, sourced, structure, tables
from practice.mail.inbox import Letter
from practice.services import Service

_HERE = Path(__file__).parent
#: where the data is: beside the code once installed from a wheel, at the top of the checkout otherwise
DATA = _HERE / "data" if (_HERE / "data").is_dir() else _HERE.parents[1] / "data"


def load_personas(file: DataFile) -> dict[str, Persona]:
    """Read personas; refuse two with the same id, number or e-mail, and a dependant of nobody."""
    people: dict[str, Persona] = {}
    for entry in tables(file, "persona"):
        person = structure(file, entry.get("id", "sans id"), entry, Persona)
        for field in ("id", "nir", "email"):
            value = getattr(person, field)
            if value and value in [getattr(other, field) for other in people.values()]:
                raise DataError(file, person.id, f"{field} : « {value} » est déjà à une autre personne")
        people[person.id] = person
    for person in people.values():
        if person.holder and person.holder not in people:
            raise DataError(file, person.id, f"holder : « {person.holder} » n'existe pas")
    return people


def load_histories(file: DataFile, people: Mapping[str, Persona], rules: Edition) -> dict[str, Persona]:
    """Read the care of the personas and return them with it; refuse payments that the rules do not find."""
    found = dict(people)
    told: list[str] = []
    for entry in tables(file, "history"):
        name = str(entry.pop("persona", "sans persona"))
        if name not in found or name in told:
            raise DataError(file, name, "persona : il faut une personne de personas.toml, une seule fois")
        told.append(name)
        found[name] = replace(found[name], history=structure(file, name, entry, History))
    for name in told:
        dependants = tuple(person for person in found.values() if person.holder == name)
        try:
            check_history(found[name], dependants, rules, (found[name].now or rules.now).date())
        except HistoryError as error:
            raise DataError(file, name, str(error)) from None
    return found


def load_edition(file: DataFile) -> Edition:
    """Read an edition; refuse a rule or a tariff with neither a source nor the mark of an exercise value."""
    document = read(file)
    rules, tariffs = document.get("rules", {}), document.get("tariffs", {})
    for name in document.keys() - {"title", "based_on", "rules", "tariffs"}:
        raise DataError(file, name, "champ inconnu : il faut title, rules ou tariffs")
    for name, rule in rules.items():
        if sourced(file, name, rule).keys() != {"value"}:
            raise DataError(file, name, "il faut « value », et soit « source », soit « exercise_value = true »")
    values = {name: rule["value"] for name, rule in rules.items()}
    values["tariffs"] = {name: sourced(file, name, tariff) for name, tariff in tariffs.items()}
    sources = {name: rule.get("source", EXERCISE_VALUE) for name, rule in (rules | tariffs).items()}
    return structure(file, "rules", {"title": document.get("title"), **values, "sources": sources}, Edition)


def load_services(file: DataFile) -> dict[str, Service]:
    """Read the functions of the account, by id."""
    found = [structure(file, str(e.get("id", "sans id")), e, Service) for e in tables(file, "service")]
    return {service.id: service for service in found}


def load_information(file: DataFile, people: Mapping[str, Persona]) -> dict[str, Information]:
    """Read what the caisse knows of people, by persona id; refuse an entry of nobody, and two of the same person."""
    found: dict[str, Information] = {}
    for entry in tables(file, "information"):
        name = str(entry.get("persona", "sans persona"))
        if name not in people or name in found:
            raise DataError(file, name, "persona : il faut une personne de personas.toml, une seule fois")
        person = people[name]
        found[name] = structure(file, name, {"postcode": person.postcode, "city": person.city, **entry}, Information)
    return found


def load_caisse(file: DataFile, people: Mapping[str, Persona]) -> Caisse:
    """Read the messages of the caisse; refuse one to nobody, and two with the same id."""
    document = read(file)
    seen: set[str] = set()
    for entry in document.get("message", []):
        name = str(entry.get("id", "sans id"))
        if name in seen or entry.get("to") not in people:
            raise DataError(file, name, "il faut un id à lui seul, et dans « to » une personne de personas.toml")
        seen.add(name)
    given = {"messages" if key == "message" else key: value for key, value in document.items()}
    return structure(file, "message", given, Caisse)


def load_questions(file: DataFile) -> dict[str, Asked]:
    """Read the questions of the chapters, by id; refuse two with the same id."""
    return by_id(file, tables(file, "question"), Asked, "id : cet id est déjà à une autre question")


def load_useful_links(file: DataFile) -> dict[str, UsefulLink]:
    """Read the useful addresses, by id; refuse two with the same id."""
    return by_id(file, tables(file, "link"), UsefulLink, "id : cet id est déjà à une autre adresse")


def load_rights(file: DataFile, links: Mapping[str, UsefulLink]) -> Rights:
    """Read the helps and who they are for; refuse a help without a known address, and people for whom others come."""
    document = read(file)
    kinds = {"step": Step, "help": Help, "situation": Situation}
    if set(document) != set(kinds) or not all(isinstance(entries, list) for entries in document.values()):
        raise DataError(file, "fichier", "il faut [[step]], [[help]] et [[situation]], et rien d'autre")
    found = {
        kind: tuple(structure(file, str(e.get("id", "sans id")), e, into) for e in document[kind])
        for kind, into in kinds.items()
    }
    for help_ in found["help"]:
        if help_.link not in links:
            raise DataError(file, help_.id, f"link : « {help_.link} » n'est pas dans useful_links.toml")
    try:
        return Rights(found["step"], found["help"], found["situation"])
    except RightsError as error:
        raise DataError(file, error.entry, str(error)) from None


def load_letters(file: DataFile) -> dict[str, Letter]:
    """Read the texts of the messages, by kind."""
    return {kind: structure(file, kind, entry, Letter) for kind, entry in read(file).items()}


def load_chapters(file: DataFile) -> tuple[Chapter, ...]:
    """Read the chapters in reading order."""
    return tuple(structure(file, str(e.get("number", "sans numéro")), e, Chapter) for e in tables(file, "chapter"))
