"""Ages in texts: « Jessica a 39 ans » agrees with her date of birth, on the day of her exercise."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from atelier_ameli.payments.refunds import age

if TYPE_CHECKING:
    from atelier_ameli.identity.personas import Persona
    from atelier_ameli.site import Site

_AGE = re.compile(r"\b([A-ZÉÈ]\w+)(?: a|,)? (\d+)\s(ans|mois)\b")


def today_of(site: "Site", person: "Persona") -> date:
    """Return the day of a person's exercises: her own, her holder's, or the edition's."""
    owner = site.personas[person.holder] if person.holder else person
    return (person.now or owner.now or site.edition.now).date()


def wrong_ages(site: "Site", text: str) -> Iterator[str]:
    """Yield each age that a text gives wrongly to a persona, named by first name, with the right one."""
    people = {person.first_name: person for person in site.personas.values()}
    for name, count, unit in _AGE.findall(text):
        if name in people:
            born, now = people[name].birth_date, today_of(site, people[name])
            months = (now.year - born.year) * 12 + now.month - born.month - (now.day < born.day)
            right = age(born, now) if unit == "ans" else months
            if int(count) != right:
                yield f"{name} n'a pas {count} {unit}, mais {right} (birth_date dans personas.toml)"
