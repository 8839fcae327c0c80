"""Parts of a world, each declared once: how it starts, what of it may be kept as JSON, how that is taken up again.

What is taken up is a browser's word, so nothing in it is trusted: it is read into typed objects, put in place, and
looked at as a whole. Whatever no exercise could have led to is refused, and the world starts again.
"""

from collections.abc import Callable
from dataclasses import Field, dataclass, field, fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import Any, ClassVar

from cattrs import Converter
from cattrs.errors import ClassValidationError, IterableValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

_PART = "part"  #: marks the fields of a world that are parts
_WRONG = (ClassValidationError, IterableValidationError, AttributeError, KeyError, TypeError, ValueError)


class KeptError(ValueError):
    """What was kept cannot be taken up."""


@dataclass(frozen=True)
class Part:
    """One part. Functions get the world; without `keep` and `take_up`, the value is kept as it is.

    `start` gives the value at the start of an exercise; `keep` what may be kept of it, of type `kept`; `take_up` the
    value again, from that. `check` raises ValueError or KeyError when the world, with all parts in place, could not be.
    """

    start: Callable[[Any], Any]
    kept: Any
    keep: Callable[[Any], Any] | None
    take_up: Callable[[Any, Any], Any] | None
    check: Callable[[Any], None] | None


def part(
    start: Callable[[Any], Any],
    kept: Any,
    *,
    keep: Callable[[Any], Any] | None = None,
    take_up: Callable[[Any, Any], Any] | None = None,
    check: Callable[[Any], None] | None = None,
) -> Any:
    """Declare a part, as the value of a dataclass's field."""
    return field(init=False, repr=False, metadata={_PART: Part(start, kept, keep, take_up, check)})


def persona_or_nobody(name: str, check: Callable[[Any], None] | None = None) -> Any:
    """Declare a part that is one of the world's personas, or nobody; the id is kept."""
    return part(
        lambda _: None,
        str | None,
        keep=lambda world: getattr(world, name) and getattr(world, name).id,
        take_up=lambda world, kept: world.personas[kept] if kept else None,
        check=check,
    )


@dataclass(eq=False)
class Parts:
    """What has parts. A child is a dataclass whose fields are made by `part`, beside any others.

    A child may name in `secrets` what is never kept: a class of a part's value, and its fields.
    """

    secrets: ClassVar[dict[type, tuple[str, ...]]] = {}

    @property
    def subjects(self) -> tuple[Any, ...]:
        """What facts may speak of: itself, and its parts."""
        return (self, *(getattr(self, one.name) for one in self._parts()))

    def start_again(self) -> None:
        """Put every part to its start."""
        for one in self._parts():
            setattr(self, one.name, one.metadata[_PART].start(self))

    def keep(self) -> dict[str, Any]:
        """Return all parts as plain JSON, by name, without any secret."""
        converter = _converter(type(self))
        return {one.name: converter.unstructure(self._kept(one)) for one in self._parts()}

    def take_up(self, kept: object) -> None:
        """Put every part to what `keep` gave; one that is not there starts. None: nothing was kept, nothing changes.

        Raises KeptError; the world has then started again, or was not touched.
        """
        if kept is None:
            return
        found = self._read(kept)
        self.start_again()
        vars(self).update(found)
        try:
            for one in self._parts():
                if one.metadata[_PART].check:
                    one.metadata[_PART].check(self)
        except _WRONG as error:
            self.start_again()
            raise KeptError(f"{one.name}: {type(error).__name__}") from None

    @classmethod
    def _parts(cls) -> tuple[Field, ...]:
        return _parts(cls)

    def _kept(self, one: Field) -> Any:
        declared = one.metadata[_PART]
        return declared.keep(self) if declared.keep else getattr(self, one.name)

    def _read(self, kept: object) -> dict[str, Any]:
        if not isinstance(kept, dict):
            raise KeptError(type(kept).__name__)
        converter = _converter(type(self))
        found = {}
        for one in self._parts():
            if one.name in kept:
                declared = one.metadata[_PART]
                try:
                    value = converter.structure(kept[one.name], declared.kept)
                    found[one.name] = declared.take_up(self, value) if declared.take_up else value
                except _WRONG as error:
                    raise KeptError(f"{one.name}: {type(error).__name__}") from None
        return found


@cache
def _parts(world: type[Parts]) -> tuple[Field, ...]:
    return tuple(one for one in fields(world) if _PART in one.metadata)


@cache
def _converter(world: type[Parts]) -> Converter:
    converter = Converter()
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, _time)
    converter.register_structure_hook_func(lambda wanted: wanted == str | list[str], _answer)
    converter.register_structure_hook_func(lambda wanted: wanted == str | None, _name)
    converter.register_structure_hook_factory(
        is_dataclass, lambda cls: _reader(cls, converter, world.secrets.get(cls, ()))
    )
    for cls, names in world.secrets.items():
        converter.register_unstructure_hook(cls, make_dict_unstructure_fn(cls, converter, **_left_out(names)))
    return converter


def _left_out(names: tuple[str, ...]) -> dict[str, Any]:
    return {name: override(omit=True) for name in names}


def _reader(cls: type, converter: Converter, secrets: tuple[str, ...]) -> Callable[[object, type], Any]:
    """Return what reads an object, from a table alone: an empty list is no object without fields."""
    read = make_dict_structure_fn(cls, converter, **_left_out(secrets))

    def read_table(value: object, wanted: type) -> Any:
        if not isinstance(value, dict):
            raise TypeError("table")
        return read(value, wanted)

    return read_table


def _time(value: object, _: type) -> datetime:
    return datetime.fromisoformat(value)


def _name(value: object, _: type) -> str | None:
    if not isinstance(value, str | None):
        raise TypeError("name")
    return value


def _answer(value: object, _: type) -> str | list[str]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    if not isinstance(value, str):
        raise TypeError("answer")
    return value
