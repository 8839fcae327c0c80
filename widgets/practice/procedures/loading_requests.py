"""`requests/*.toml` read into procedures; one that could not be done to its end is refused with the reason."""

import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from practice.loading.faults import DataFile, Faults
from practice.loading.toml_files import name_of, read, structure
from practice.names import unknown as unknown_name
from practice.procedures.declared import FieldKind, Request
from practice.procedures.procedure import Procedure
from practice.procedures.rules import Rules

if TYPE_CHECKING:
    from practice.site import Site

_REFERENCE = "reference"  #: what every message may name beside its answers and facts


def load_groups(file: DataFile) -> tuple[str, ...]:
    """Read the groups of the catalogue; refuse anything else."""
    return structure(file, "catalogue", read(file), _Catalogue).groups


@dataclass(frozen=True)
class _Catalogue:
    """All of `catalogue.toml`."""

    groups: tuple[str, ...]


def load_procedures(site: "Site") -> dict[str, Procedure]:
    """Read all procedures of a site, by id, group by group, in the order of each group's titles."""
    faults = Faults()
    tried = [faults.read(lambda file=file: load_procedure(file, site)) for file in site.layers.files("requests/*.toml")]
    found = [one for one in tried if one]
    found.sort(key=lambda one: ([*site.groups, one.request.group].index(one.request.group), one.request.title))
    return faults.end({one.request.id: one for one in found})


def load_procedure(file: DataFile, site: "Site") -> Procedure:
    """Read one procedure. Refuse an id that is not the file's name, and whatever names what is not there."""
    entry = dict(read(file))
    own = entry.pop("rules", {})
    name = name_of(entry)
    faults = Faults()
    rules = faults.read(lambda: structure(file, "rules", own, site.rules.get(file.stem, Rules)))
    request = faults.read(lambda: structure(file, name, entry, Request))
    faults.end(None)
    if request.id != file.stem:
        faults.add(file, name, "id : il faut le nom du fichier, sans « .toml »")
    if request.group not in site.groups:
        words = "group : il faut l'un de ceux de data/catalogue.toml : " + ", ".join(site.groups)
        faults.add(file, name, words, missing=request.group)
    for place, reason in _not_of_the_site(request, site):
        faults.add(file, place, reason)
    for place, lost in _unknown(request, rules):
        faults.add(file, place, f"« {lost} » : aucune question et aucune règle n'a ce nom")
    return faults.end(Procedure(request, rules))


def _not_of_the_site(request: Request, site: "Site") -> Iterator[tuple[str, str]]:
    """Yield what the site does not have: a kind of question, a page, a paper; with where it is named."""
    for field in (field for step in request.steps for field in step.fields):
        if field.kind not in site.kinds:
            yield field.name, "kind : il faut l'un de : " + ", ".join(site.kinds)
        if field.needs and site.folder is None:
            yield field.name, "needs : ce site n'a pas de dossier de documents, folder.toml"
        if field.kind == FieldKind.PICTURE and None in (site.pictures, site.store):
            yield field.name, "picture : ce site n'a pas de photos, pictures.toml et store.toml"
    for milestone in request.milestones:
        if milestone.document and milestone.document not in site.request_papers:
            yield milestone.title, f"document : {unknown_name(milestone.document, site.request_papers)}"


def _named(text: str) -> set[str]:
    """Return the names that a text takes its words from: « {agency} »."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _unknown(request: Request, rules: Rules) -> Iterator[tuple[str, str]]:
    """Yield each name used that is neither a question nor a fact nor a list nor a step, with where it is used."""
    fields = [field for step in request.steps for field in step.fields]
    known = {field.name for field in fields} | set(rules.fact_names) | {_REFERENCE}
    for part in (*request.steps, *fields, *request.milestones):
        place = getattr(part, "id", getattr(part, "name", getattr(part, "title", "")))
        yield from ((place, name) for name in part.when if name not in known)
    for milestone in request.milestones:
        for text in (milestone.words, milestone.subject, milestone.body):
            yield from ((milestone.title, name) for name in _named(text) - known)
    lines = [line for card in request.cards for line in card.lines]
    for label in (one.label for one in (*fields, *lines)):
        yield from ((label, name) for name in _named(label) - set(rules.fact_names))
    steps = {"", *(step.id for step in request.steps)}
    yield from ((line.label, line.step) for line in lines if line.step not in steps)
    for field in fields:
        if field.options_from and field.options_from not in rules.list_names:
            yield field.name, field.options_from
