"""Who issues the documents, and the exercise values that they carry (data/documents.toml)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cattrs import Converter, transform_error
from cattrs.errors import ClassValidationError

from atelier_ameli import data
from atelier_ameli.domain.payments import PaymentKind


@dataclass(frozen=True)
class Issuer:
    """The invented caisse. `rights_months`: how long a certificate says that the rights are open."""

    name: str
    code: str
    rights_months: int
    declared_kinds: tuple[PaymentKind, ...]

    def faults(self) -> str:
        """Say what is wrong: rights that never open, the code of a caisse that may exist."""
        if not 1 <= self.rights_months <= 60:  # noqa: PLR2004
            return "rights_months : il faut de 1 à 60 mois"
        return "" if self.code.split()[1:2] == ["000"] else "code : la caisse doit être 000, qui n'existe pas"


@cache
def issuer() -> Issuer:
    """Return the caisse of the course."""
    return load_issuer(data.DATA / "documents.toml")


def load_issuer(file: Path) -> Issuer:
    """Read a caisse. Raises DataError with the file, the entry and the reason."""
    try:
        read = Converter(forbid_extra_keys=True).structure(tomllib.loads(file.read_text(encoding="utf-8")), Issuer)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise data.DataError(file, "fichier", str(error)) from None
    except ClassValidationError as error:
        raise data.DataError(file, "documents", " ; ".join(transform_error(error))) from None
    if read.faults():
        raise data.DataError(file, "documents", read.faults())
    return read
