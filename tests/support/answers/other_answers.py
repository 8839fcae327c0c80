"""Other answers that a learner could give in the place of an exercise's own: legal ones, and never a real number."""

import re
from collections.abc import Iterator
from datetime import timedelta

from practice.drawing.dates import typed_date
from practice.forms.same_answer import same_answer
from tests.support import SITE
from tests.support.answers.offered import Control

_PEOPLE = [SITE.personas[name] for name in ("karim", "jessica", "rose")]
_SECRETS = ("code", "again", "password")
_A_NUMBER = 11  #: digits of what is the number of somebody


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
    kinds = [
        (day, lambda: [f"{day + timedelta(days=days):%d/%m/%Y}" for days in (1, -7, -365)]),
        (re.fullmatch(r"\d{5}", given), lambda: ["31999", "31200"]),
        (re.fullmatch(r"\d+(,\d\d)?", given), lambda: ["0", "1200"]),
        (name == "phone", lambda: [_PEOPLE[0].phone]),
        ("@" in given, lambda: [person.email for person in _PEOPLE if person.email]),
        (len(re.findall(r"\d", given)) >= _A_NUMBER, lambda: [*(person.nir for person in _PEOPLE), given[:-1]]),
        (name in _SECRETS, lambda: [person.code for person in _PEOPLE if person.code]),
        (True, lambda: ["a", _PEOPLE[0].last_name, "Une autre réponse, tout à fait permise"]),
    ]
    return next(texts() for fits, texts in kinds if fits)
