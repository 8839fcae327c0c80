"""The data of chapters 1 and 2, read once: `data/discover.toml`, `addresses.toml`, `public_site.toml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from atelier_ameli.data import DATA
from atelier_ameli.domain.addresses import Addresses
from atelier_ameli.domain.discover import Deck, Preparation
from atelier_ameli.domain.public_site import Door
from atelier_ameli.toml_files import DataError, read, structure, tables


@cache
def addresses() -> Addresses:
    """Return the addresses to type, to choose and to judge."""
    return load_addresses(DATA / "addresses.toml")


@cache
def doors() -> Mapping[str, Door]:
    """Return the doors of the public site by id, in the order of the file."""
    file = DATA / "public_site.toml"
    return by_id(file, tables(file, "door"), Door)


@cache
def decks() -> Mapping[str, Deck]:
    """Return the decks of cards, by id."""
    return load_discover(DATA / "discover.toml")[0]


@cache
def checklists() -> Mapping[str, Preparation]:
    """Return what one may check before starting, by id."""
    return load_discover(DATA / "discover.toml")[1]


def load_discover(file: Path) -> tuple[dict[str, Deck], dict[str, Preparation]]:
    """Read the decks and the checklists. Raises DataError for anything else in the file."""
    document = read(file)
    if document.keys() != {"deck", "checklist"}:
        raise DataError(file, "fichier", "il faut des tables [[deck]] et [[checklist]], et rien d'autre")
    return by_id(file, document["deck"], Deck), by_id(file, document["checklist"], Preparation)


def load_addresses(file: Path) -> Addresses:
    """Read the addresses. Raises DataError, with the entry, for one that cannot be used."""
    return structure(file, "adresses", read(file), Addresses)


def by_id(file: Path, entries: list[dict[str, Any]], into: type) -> dict[str, Any]:
    """Return the entries of a file by their ids; refuse two with the same. Raises DataError."""
    found: dict[str, Any] = {}
    for entry in entries:
        name = str(entry.get("id", "sans id"))
        if name in found:
            raise DataError(file, name, "id : cet id est déjà pris")
        found[name] = structure(file, name, entry, into)
    return found
