"""Who issues the documents, and the exercise values that they carry (data/documents.toml)."""

from dataclasses import dataclass

from atelier_ameli.payments.payments import PaymentKind
from practice.loading.faults import DataError, DataFile
from practice.loading.toml_files import read, structure


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


def load_issuer(file: DataFile) -> Issuer:
    """Read a caisse. Raises DataError with the file, the entry and the reason."""
    issuer = structure(file, "documents", read(file), Issuer)
    if issuer.faults():
        raise DataError(file, "documents", issuer.faults())
    return issuer
