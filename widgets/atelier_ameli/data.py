"""`data/*.toml` read into the domain's objects, or refused with the file, the entry and the reason."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from atelier_ameli.care.care_record import History
from atelier_ameli.edition import EXERCISE_VALUE, Edition, Tariff
from atelier_ameli.identity.personas import AccountStatus, Persona
from atelier_ameli.information.information import Information
from atelier_ameli.messages.messages import Caisse, Received
from atelier_ameli.payments.payment_history import history_faults
from atelier_ameli.rights.rights import Help, Rights, Situation, Step
from practice.course.discovery.useful_links import UsefulLink
from practice.course.outline.outline import Chapter
from practice.course.questions.questions import Asked
from practice.loading.faults import WHOLE, DataError, DataFile, Fault, Faults
from practice.loading.toml_files import (
    by_id,
    entries,
    name_of,
    one_of,
    read,
    sourced,
    structure,
    structured,
    tables,
)
from practice.mail.inbox import Letter
from practice.names import Named, unknown
from practice.services import Service

_NOT_TOLD = "cette personne a un compte : il faut ici sa table [[information]] (persona, address, iban)"
_HERE = Path(__file__).parent
#: where the data is: beside the code once installed from a wheel, at the top of the checkout otherwise
DATA = _HERE / "data" if (_HERE / "data").is_dir() else _HERE.parents[1] / "data"


def load_personas(file: DataFile) -> dict[str, Persona]:
    """Read personas; refuse two with the same id, number or e-mail, and a dependant of nobody."""
    people = Named()
    faults = Faults()
    for entry in tables(file, "persona"):
        with faults.gathered():
            person = structure(file, name_of(entry), entry, Persona)
            for field in ("id", "nir", "email"):
                value = getattr(person, field)
                if value and value in [getattr(other, field) for other in people.values()]:
                    raise DataError(file, person.id, f"{field} : « {value} » est déjà à une autre personne")
            people[person.id] = person
    for person in people.values():
        if person.holder:
            with faults.gathered():
                one_of(file, person.id, "holder", person.holder, people)
    return faults.end(people)


def load_histories(file: DataFile, people: Mapping[str, Persona], rules: Edition | None) -> dict[str, Persona]:
    """Read the care of the personas and return them with it; refuse payments that the rules, if any, do not find."""
    found = Named(people)
    told: list[str] = []
    faults = Faults()
    for entry in map(dict, tables(file, "history")):
        name = name_of(entry, "persona")
        owner = {"persona": entry.pop("persona")} if "persona" in entry else {}
        with faults.gathered():
            structure(file, name, owner, _Owner)
            history = structure(file, name, entry, History)
            check_person(file, name, people, told)
            told.append(name)
            found[name] = replace(found[name], history=history)
    for name in told if rules else ():
        dependants = tuple(person for person in found.values() if person.holder == name)
        for reason, place in history_faults(found[name], dependants, rules, (found[name].now or rules.now).date()):
            faults.add(file, name, reason, place)
    return faults.end(found)


@dataclass(frozen=True)
class _Owner:
    """Whose history an entry is."""

    persona: str


def check_person(file: DataFile, name: str, people: Collection[str], told: Collection[str]) -> None:
    """Refuse what is told of nobody, or twice of the same person."""
    if name not in people or name in told:
        near = "" if name in people else f" ({unknown(name, people)})"
        reason = f"persona : il faut une personne de personas.toml, une seule fois{near}"
        raise DataError(file, name, reason, missing="" if name in people else name)


def load_edition(file: DataFile) -> Edition:
    """Read an edition; refuse a rule or a tariff with neither a source nor the mark of an exercise value."""
    document = read(file)
    faults = Faults()
    for name in sorted(document.keys() - {"title", "based_on", "rules", "tariffs", "words"}):
        faults.add(file, name, "champ inconnu : il faut title, rules ou tariffs")
    rules, tariffs = (_named(file, document, name, faults) for name in ("rules", "tariffs"))
    for name, rule in rules.items():
        with faults.gathered():
            if sourced(file, name, rule).keys() != {"value"}:
                raise DataError(file, name, "il faut « value », et soit « source », soit « exercise_value = true »")
    for name, tariff in tariffs.items():
        with faults.gathered():
            structure(file, name, sourced(file, name, tariff), Tariff)
    faults.end(None)
    values: dict[str, object] = {name: rule["value"] for name, rule in rules.items()}
    if "title" in document:
        values["title"] = document["title"]
    values["tariffs"] = {name: sourced(file, name, tariff) for name, tariff in tariffs.items()}
    sources = {name: rule.get("source", EXERCISE_VALUE) for name, rule in (rules | tariffs).items()}
    try:
        return structure(file, "rules", {**values, "sources": sources}, Edition)
    except DataError as error:  # of a rule, rather than of all of them
        raise DataError.of(tuple(_of_its_rule(fault) for fault in error.faults)) from None


def _of_its_rule(fault: Fault) -> Fault:
    name = str(fault.place[0]) if fault.place else fault.reason.partition(" : ")[0]
    if not name.isidentifier():
        return fault
    return replace(fault, entry=name, reason=fault.reason.removeprefix(f"{name} : "), place=fault.place[1:])


def _named(file: DataFile, document: Mapping[str, Any], name: str, faults: Faults) -> dict[str, Any]:
    """Return the tables of a table."""
    found = document.get(name, {})
    if isinstance(found, dict) and all(isinstance(one, dict) for one in found.values()):
        return found
    faults.add(file, name, f"il faut des tables [{name}.nom]")
    return {}


def load_services(file: DataFile) -> dict[str, Service]:
    """Read the functions of the account, by id; refuse two with the same id."""
    return by_id(file, tables(file, "service"), Service)


def load_information(file: DataFile, people: Mapping[str, Persona]) -> dict[str, Information]:
    """Read what the caisse knows of people, by persona id; refuse an entry of nobody, and two of the same person.

    Refuse an account of which nothing is told, too: none of its pages could be drawn.
    """
    found: dict[str, Information] = {}
    faults = Faults()
    told: list[str] = []
    for entry in tables(file, "information"):
        name = name_of(entry, "persona")
        with faults.gathered():
            told_already, told = told, [*told, name]
            person = people.get(name)
            home = {"postcode": person.postcode, "city": person.city} if person else {}
            information = structure(file, name, {**home, **entry}, Information)
            check_person(file, name, people, told_already)
            found[name] = information
    for person in people.values():
        if person.account is not AccountStatus.NONE and person.id not in told:
            faults.add(file, person.id, _NOT_TOLD)
    return faults.end(found)


def load_caisse(file: DataFile, people: Mapping[str, Persona]) -> Caisse:
    """Read the messages of the caisse; refuse one to nobody, and two with the same id."""
    document = read(file)
    faults = Faults()
    seen: set[str] = set()
    for entry in entries(file, document, "message"):
        name, to = name_of(entry), str(entry.get("to"))
        if name in seen or to not in people:
            missing = "" if to in people else to
            near = f" ({unknown(to, people)})" if missing else ""
            reason = f"il faut un id à lui seul, et dans « to » une personne de personas.toml{near}"
            faults.add(file, name, reason, ("to",) if missing else ("id",), missing)
        seen.add(name)
    messages = faults.read(lambda: structured(file, entries(file, document, "message"), Received))
    others = {key: value for key, value in document.items() if key != "message"}
    caisse = faults.read(lambda: structure(file, "message", {**others, "messages": []}, Caisse))
    return faults.end(caisse and replace(caisse, messages=messages or ()))


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
    if set(document) != set(kinds):
        raise DataError(file, WHOLE, "il faut [[step]], [[help]] et [[situation]], et rien d'autre")
    faults = Faults()
    found: dict[str, tuple[Any, ...]] = {}
    for kind, into in kinds.items():
        with faults.gathered():
            found[kind] = structured(file, entries(file, document, kind), into)
    for help_ in found.get("help", ()):
        if help_.link not in links:
            near = unknown(help_.link, links)
            faults.add(
                file, help_.id, f"link : « {help_.link} » n'est pas dans useful_links.toml ({near})", missing=help_.link
            )
    faults.end(None)
    rights = Rights(found["step"], found["help"], found["situation"])
    for entry, reason in rights.faults():
        faults.add(file, entry, reason)
    return faults.end(rights)


def load_letters(file: DataFile) -> dict[str, Letter]:
    """Read the texts of the messages, by kind."""
    faults = Faults()
    found: dict[str, Letter] = {}
    for kind, entry in read(file).items():
        with faults.gathered():
            found[kind] = structure(file, kind, entry, Letter)
    return faults.end(found)


def load_chapters(file: DataFile) -> tuple[Chapter, ...]:
    """Read the chapters in reading order; refuse two with the same number."""
    return tuple(
        by_id(
            file, tables(file, "chapter"), Chapter, "number : ce numéro est déjà à un autre chapitre", "number"
        ).values()
    )
