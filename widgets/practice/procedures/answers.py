"""Answers as a request keeps them, and what a data file asks of them: « when »."""

from collections.abc import Mapping

Answers = Mapping[str, str | list[str]]  #: by field name; a list for boxes
When = dict[str, tuple[str, ...]]  #: by field or fact, the values that it may have


def holds(when: When, known: Answers) -> bool:
    """Say whether each answer or fact named has one of its values."""
    return all(set(values) & set(_values(known.get(name))) for name, values in when.items())


def _values(answer: str | list[str] | None) -> list[str]:
    return answer if isinstance(answer, list) else [answer or ""]
