"""« Annuaire santé »: invented doctors, found by what they treat and by their town."""

from dataclasses import dataclass

from practice.forms import contact
from practice.names import unknown


@dataclass(frozen=True)
class Specialty:
    """What a doctor treats, in the site's word and in everybody's."""

    name: str
    told: str


@dataclass(frozen=True)
class Doctor:
    """One entry. Nobody has this name and this phone."""

    name: str
    specialty: str
    address: str
    postcode: str
    town: str
    phone: str
    vitale: bool = True  #: whether the carte Vitale is taken

    def __post_init__(self) -> None:
        """Refuse a phone number that could be somebody's."""
        if contact.phone_fault(self.phone):
            raise ValueError("phone : il faut un numéro en 06 39 98, qui n'est à personne")


@dataclass(frozen=True)
class Directory:
    """All doctors."""

    specialties: tuple[Specialty, ...]
    doctors: tuple[Doctor, ...]

    def __post_init__(self) -> None:
        """Refuse a doctor of an unknown specialty."""
        names = [one.name for one in self.specialties]
        for doctor in self.doctors:
            if doctor.specialty not in names:
                raise ValueError(f"doctors : la spécialité de {doctor.name} : {unknown(doctor.specialty, names)}")

    @property
    def towns(self) -> tuple[str, ...]:
        return tuple(sorted({doctor.town for doctor in self.doctors}))

    def find(self, specialty: str = "", town: str = "") -> tuple[Doctor, ...]:
        """Return the doctors of a specialty and of a town; an empty text means all."""
        return tuple(d for d in self.doctors if specialty in ("", d.specialty) and town in ("", d.town))
