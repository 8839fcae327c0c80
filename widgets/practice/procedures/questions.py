"""The questions of all requests of a site, each with its answers, for whoever writes a goal."""

from collections.abc import Mapping
from typing import Any


def questions_of(site: Any) -> Mapping[str, frozenset[str]]:
    """Return the answers of each question by its name; none where any text may be typed, or a rule gives the list."""
    fields = [field for request in site.requests.values() for step in request.steps for field in step.fields]
    answers: dict[str, list[frozenset[str]]] = {}
    for field in fields:
        answers.setdefault(field.name, []).append(_answers(field, site))
    return {name: _all(known) for name, known in answers.items()}


def _answers(field: Any, site: Any) -> frozenset[str]:
    if field.needs:
        return frozenset(paper.id for paper in site.folder.papers)
    return frozenset(option.name for option in field.options)


def _all(known: list[frozenset[str]]) -> frozenset[str]:
    """Return all answers that questions of one name have; none if one of them takes any text."""
    return frozenset.union(*known) if all(known) else frozenset()
