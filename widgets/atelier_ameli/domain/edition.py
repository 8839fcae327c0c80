"""The rules of the site that change with the years, as `data/editions/*.toml` gives them."""

from dataclasses import dataclass, field
from datetime import datetime

EXERCISE_VALUE = "valeur de l'exercice"


@dataclass(frozen=True)
class Edition:
    """One year of the site. Each rule has its source in `sources`, or says « valeur de l'exercice » there."""

    title: str
    now: datetime  #: the only clock of the course starts here
    code_label: str
    attempts_before_lock: int
    provisional_code_digits: int
    code_requests_in_a_row: int
    code_minimum_length: int
    code_maximum_length: int
    code_special_characters: str
    caisse_phone: str
    sources: dict[str, str] = field(default_factory=dict)
