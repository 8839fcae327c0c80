"""`data/france_connect.toml` read, or refused with the entry and the reason."""

from collections.abc import Mapping

from atelier_ameli.france_connect.france_connect import Citizen, Confirmation, Directory, LeftOpen, Provider
from atelier_ameli.identity.personas import Persona
from practice.loading.toml_files import DataError, DataFile, read, sourced, structure

_FRANCE = "France"
_BORN_ABROAD = "99"  #: where a number has the department of birth (domain.md §2.1)


def load_directory(file: DataFile, people: Mapping[str, Persona]) -> Directory:
    """Read the directory; refuse an identifier that could be somebody's, and what leads nowhere."""
    document = read(file)
    for name in document.keys() - {"today", "provider", "person"}:
        raise DataError(file, name, "champ inconnu : il faut today, provider ou person")
    providers: dict[str, Provider] = {}
    for entry in document.get("provider", []):
        name = str(entry.get("id", "sans id"))
        if name in providers:
            raise DataError(file, name, "id : cet id est déjà à un autre compte")
        providers[name] = structure(file, name, sourced(file, name, entry), Provider)
    citizens: dict[str, Citizen] = {}
    for entry in document.get("person", []):
        name = str(entry.get("persona", "sans persona"))
        if name not in people or name in citizens:
            raise DataError(file, name, "persona : il faut une personne de personas.toml, une seule fois")
        citizens[name] = structure(file, name, entry, Citizen)
        if (people[name].nir[5:7] == _BORN_ABROAD) == (citizens[name].birth_country == _FRANCE):
            raise DataError(file, name, "birth_country : le numéro de la personne dit un autre pays")
    _check_accounts(file, providers, citizens)
    given = {"today": document.get("today"), "providers": (), "people": ()}
    today = structure(file, "today", given, Directory).today
    return Directory(today, tuple(providers.values()), tuple(citizens.values()))


def _check_accounts(file: DataFile, providers: Mapping[str, Provider], citizens: Mapping[str, Citizen]) -> None:
    """Refuse an account that could be somebody's, that two people share, or that no provider has."""
    seen: set[tuple[str, str]] = set()
    for name, citizen in citizens.items():
        for account in citizen.accounts:
            provider = providers.get(account.provider)
            if provider is None or provider.itself:
                raise DataError(file, name, f"accounts : « {account.provider} » n'est pas un compte à donner ici")
            own = (provider.id, provider.identifier.compact(account.identifier))
            if not provider.identifier.invented(account.identifier) or own in seen:
                raise DataError(file, name, f"identifier : « {account.identifier} » peut être à une autre personne")
            if (provider.confirmation is Confirmation.PASSWORD) != bool(account.password):
                raise DataError(file, name, f"password : {provider.name} en demande un, ou n'en demande pas")
            seen.add(own)
        if citizen.left_open and not _leads_somewhere(citizen.left_open, citizens):
            raise DataError(file, name, "left_open : il faut le compte d'une autre personne de ce fichier")


def _leads_somewhere(left_open: LeftOpen, citizens: Mapping[str, Citizen]) -> bool:
    other = citizens.get(left_open.persona)
    return other is not None and other.account(left_open.provider) is not None
