"""`data/requests/*.toml` read into requests; one that could not be done to its end is refused with the reason."""

import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from atelier_ameli.procedures.requests import Request
from atelier_ameli.procedures.rules.base import Rules
from atelier_ameli.procedures.rules.registry import RULES
from practice.loading.faults import DataFile, Faults
from practice.loading.toml_files import name_of, read, structure

_REFERENCE = "reference"  #: what every message may name beside its answers and facts


def load_groups(file: DataFile) -> tuple[str, ...]:
    """Read the groups of the catalogue; refuse anything else."""
    return structure(file, "catalogue", read(file), _Catalogue).groups


@dataclass(frozen=True)
class _Catalogue:
    """All of data/catalogue.toml."""

    groups: tuple[str, ...]


def load_requests(files: Iterable[DataFile], groups: tuple[str, ...]) -> dict[str, Request]:
    """Read all requests, by id, group by group, in the order of each group's titles."""
    faults = Faults()
    read = [faults.read(lambda file=file: load_request(file, groups)) for file in files]
    found = [request for request in read if request]
    found.sort(key=lambda request: (groups.index(request.group), request.title))
    return faults.end({request.id: request for request in found})


def load_request(file: DataFile, groups: tuple[str, ...]) -> Request:
    """Read one request. Refuse an id that is not the file's name, and what names a question that nobody asks."""
    entry = read(file)
    own = entry.pop("rules", {})
    name = name_of(entry)
    faults = Faults()
    rules = faults.read(lambda: structure(file, "rules", own, RULES.get(file.stem, Rules)))
    request = faults.read(lambda: structure(file, name, entry, Request))
    faults.end(None)
    request = replace(request, rules=rules)
    if request.id != file.stem:
        faults.add(file, name, "id : il faut le nom du fichier, sans « .toml »")
    if request.group not in groups:
        words = "group : il faut l'un de ceux de data/catalogue.toml : " + ", ".join(groups)
        faults.add(file, name, words, missing=request.group)
    for place, lost in _unknown(request):
        faults.add(file, place, f"« {lost} » : aucune question et aucune règle n'a ce nom")
    return faults.end(request)


def _named(text: str) -> set[str]:
    """Return the names that a text takes its words from: « {agency} »."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _unknown(request: Request) -> Iterator[tuple[str, str]]:
    """Yield each name used that is neither a question nor a fact nor a list nor a step, with where it is used."""
    fields = [field for step in request.steps for field in step.fields]
    known = {field.name for field in fields} | set(request.rules.fact_names) | {_REFERENCE}
    for part in (*request.steps, *fields, *request.milestones):
        place = getattr(part, "id", getattr(part, "name", getattr(part, "title", "")))
        yield from ((place, name) for name in part.when if name not in known)
    for milestone in request.milestones:
        for text in (milestone.words, milestone.subject, milestone.body):
            yield from ((milestone.title, name) for name in _named(text) - known)
    lines = [line for card in request.cards for line in card.lines]
    for label in (one.label for one in (*fields, *lines)):
        yield from ((label, name) for name in _named(label) - set(request.rules.fact_names))
    steps = {"", *(step.id for step in request.steps)}
    yield from ((line.label, line.step) for line in lines if line.step not in steps)
    for field in fields:
        if field.options_from and field.options_from not in request.rules.list_names:
            yield field.name, field.options_from
