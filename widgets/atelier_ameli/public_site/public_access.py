"""The data of chapters 1 and 2, read: `data/discover.toml`, `addresses.toml`, `public_site.toml`."""

from atelier_ameli.public_site.addresses import Addresses
from practice.course.discovery.decks import Deck, Preparation
from practice.loading.faults import WHOLE, DataError, DataFile, Faults
from practice.loading.toml_files import by_id, entries, read, structure


def load_discover(file: DataFile) -> tuple[dict[str, Deck], dict[str, Preparation]]:
    """Read the decks and the checklists. Raises DataError for anything else in the file."""
    document = read(file)
    if document.keys() != {"deck", "checklist"}:
        raise DataError(file, WHOLE, "il faut des tables [[deck]] et [[checklist]], et rien d'autre")
    faults = Faults()
    decks = faults.read(lambda: by_id(file, entries(file, document, "deck"), Deck))
    checklists = faults.read(lambda: by_id(file, entries(file, document, "checklist"), Preparation))
    return faults.end((decks or {}, checklists or {}))


def load_addresses(file: DataFile) -> Addresses:
    """Read the addresses. Raises DataError, with the entry, for one that cannot be used."""
    return structure(file, "adresses", read(file), Addresses)
