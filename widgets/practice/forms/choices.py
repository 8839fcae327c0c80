"""Fields where one chooses among what is shown: boxes to tick, one of a list. Anything else that comes is dropped."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import wtforms
from wtforms.validators import StopValidation

_LONGEST_NAME = 40  #: characters of an option's name


class Option(NamedTuple):
    """What can be chosen: its name for Python, its words for the learner."""

    name: str
    label: str


class _Choice(wtforms.Field):
    """A choice. `options` are the page's: they depend on whose account it is."""

    secret = False

    def __init__(self, label: str, *, empty: str, **options: Any) -> None:
        super().__init__(label, **options)
        self.empty = empty
        self.options: list[Option] = []

    def pre_validate(self, form: wtforms.Form) -> None:  # noqa: ARG002
        self.keep_what_is_offered({option.name for option in self.options})
        if not self.data:
            raise StopValidation(self.empty)

    def keep_what_is_offered(self, offered: set[str]) -> None:
        """Drop what is no option."""
        raise NotImplementedError


class OneOf(_Choice):
    """One option; `data` is its name, empty for none."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = valuelist[0] if valuelist and isinstance(valuelist[0], str) else ""

    def keep_what_is_offered(self, offered: set[str]) -> None:
        self.data = self.data if self.data in offered else ""


class SomeOf(_Choice):
    """Boxes, each named `<field>-<option>` in what a browser sends; `data` holds the names of those ticked.

    An empty answer is a box that is left empty: a browser sends none.
    """

    def process(self, formdata: Mapping[str, Any] | None, *_: Any, **__: Any) -> None:
        self.process_errors = []
        self.raw_data = None
        start = f"{self.name}-"
        ticked = (name for name, answer in (formdata or {}).items() if answer != "")
        sent = (name for name in ticked if name.startswith(start) and len(name) < len(start) + _LONGEST_NAME)
        self.data = {name.removeprefix(start) for name in sent}

    def keep_what_is_offered(self, offered: set[str]) -> None:
        self.data &= offered
