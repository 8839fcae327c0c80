"""`data/france_connect.toml` read, or refused with the entry and the reason."""

from collections.abc import Iterator, Mapping
from typing import Any

from atelier_ameli.france_connect.france_connect import Citizen, Confirmation, Directory, LeftOpen, Provider, Words
from atelier_ameli.identity.personas import Persona
from practice.loading.faults import DataError, DataFile, Faults
from practice.loading.toml_files import entries, name_of, read, sourced, structure
from practice.names import unknown

_FRANCE = "France"
_BORN_ABROAD = "99"  #: where a number has the department of birth (domain.md §2.1)


def load_directory(file: DataFile, people: Mapping[str, Persona]) -> Directory:
    """Read the directory; refuse an identifier that could be somebody's, and what leads nowhere."""
    document = read(file)
    faults = Faults()
    for name in sorted(document.keys() - {"words", "provider", "person"}):
        faults.add(file, name, "champ inconnu : il faut words, provider ou person")
    words = faults.read(lambda: structure(file, "words", document.get("words"), Words))
    providers: dict[str, Provider] = {}
    citizens: dict[str, Citizen] = {}
    with faults.gathered():
        for entry in entries(file, document, "provider"):
            with faults.gathered():
                _add_provider(file, entry, providers)
    with faults.gathered():
        for entry in entries(file, document, "person"):
            with faults.gathered():
                _add_citizen(file, entry, citizens, people)
    for name, reason, missing in _wrong_accounts(providers, citizens):
        faults.add(file, name, reason, missing=missing)
    faults.end(None)
    return Directory(words, tuple(providers.values()), tuple(citizens.values()))


def _add_provider(file: DataFile, entry: dict[str, Any], providers: dict[str, Provider]) -> None:
    name = name_of(entry)
    if name in providers:
        raise DataError(file, name, "id : cet id est déjà à un autre compte")
    providers[name] = structure(file, name, sourced(file, name, entry), Provider)


def _add_citizen(
    file: DataFile, entry: dict[str, Any], citizens: dict[str, Citizen], people: Mapping[str, Persona]
) -> None:
    name = name_of(entry, "persona")
    citizen = structure(file, name, entry, Citizen)
    if name not in people or name in citizens:
        near = "" if name in people else f" ({unknown(name, people)})"
        reason = f"persona : il faut une personne de personas.toml, une seule fois{near}"
        raise DataError(file, name, reason, missing=name if near else "")
    if (people[name].nir[5:7] == _BORN_ABROAD) == (citizen.birth_country == _FRANCE):
        raise DataError(file, name, "birth_country : le numéro de la personne dit un autre pays")
    citizens[name] = citizen


def _wrong_accounts(
    providers: Mapping[str, Provider], citizens: Mapping[str, Citizen]
) -> Iterator[tuple[str, str, str]]:
    """Yield who has an account that could be somebody's, that two people share, or that no provider has, and why."""
    seen: set[tuple[str, str]] = set()
    for name, citizen in citizens.items():
        for account in citizen.accounts:
            provider = providers.get(account.provider)
            if provider is None or provider.itself:
                yield name, f"accounts : « {account.provider} » n'est pas un compte à donner ici", account.provider
                continue
            own = (provider.id, provider.identifier.compact(account.identifier))
            if not provider.identifier.invented(account.identifier) or own in seen:
                yield name, f"identifier : « {account.identifier} » peut être à une autre personne", ""
            if (provider.confirmation is Confirmation.PASSWORD) != bool(account.password):
                yield name, f"password : {provider.name} en demande un, ou n'en demande pas", ""
            seen.add(own)
        if citizen.left_open and not _leads_somewhere(citizen.left_open, citizens):
            yield name, "left_open : il faut le compte d'une autre personne de ce fichier", citizen.left_open.persona


def _leads_somewhere(left_open: LeftOpen, citizens: Mapping[str, Citizen]) -> bool:
    other = citizens.get(left_open.persona)
    return other is not None and other.account(left_open.provider) is not None
