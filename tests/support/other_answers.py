"""Other answers that a learner could give in the place of an exercise's own: legal ones, and never a real number."""

import re
from collections.abc import Iterator
from datetime import timedelta

from practice.drawing.dates import typed_date
from practice.forms.same_answer import same_answer
from tests.support import SITE
from tests.support.offered import Control

_PEOPLE = [SITE.personas[name] for name in ("karim", "jessica", "rose")]


def other_answers(name: str, given: str, control: Control | None) -> Iterator[str | None]:
    """Yield what else can be answered; None for a box that is not ticked."""
    if control and control.kind == "checkbox":
        yield None
    elif control and control.options:
        yield from (option for option in control.options if option not in (given, ""))
    else:
        yield from (text for text in _texts(name, given) if not same_answer(text, given))


def _texts(name: str, given: str) -> list[str]:
    """Return other texts of the same kind."""
    day = typed_date(given)
    if day:
        return [f"{day + timedelta(days=days):%d/%m/%Y}" for days in (1, -7, -365)]
    if re.fullmatch(r"\d{5}", given):
        return ["31999", "31200"]
    if re.fullmatch(r"\d+(,\d\d)?", given):
        return ["0", "1200", given[::-1]]
    if name == "phone":
        return [person.phone for person in _PEOPLE if person.phone][:1]
    if "@" in given:
        return [person.email for person in _PEOPLE if person.email]
    if len(re.findall(r"\d", given)) >= 11:
        return [person.nir for person in _PEOPLE] + [given[:-1]]
    if "code" in name or name in ("again", "password"):
        return [person.code for person in _PEOPLE if person.code]
    return ["a", _PEOPLE[0].last_name, "Une autre réponse, tout à fait permise"]
