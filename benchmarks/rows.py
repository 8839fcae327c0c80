"""The rows of the table: where each figure of a run is, what it is for a comparison, how it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_NBSP = "\u00a0"
_KB = 1000
CLASS = 100  #: learners; what one costs is told for a class of this size, or the largest that was answered whole

Figures = dict[str, Any]  #: of a run, or of one contestant


@dataclass(frozen=True)
class Row:
    """A measure: the way to it in a contestant's figures, its number there, and how the number is written."""

    heading: str
    path: tuple[str, ...]
    shape: str
    number_in: Callable[[Any], float | None] = float
    remark_on: Callable[[Any], str] = lambda _: ""

    def number(self, result: Figures) -> float | None:
        """Return the figure of a contestant, if it was measured."""
        value = self._value(result)
        return None if value is None else self.number_in(value)

    def cell(self, result: Figures) -> str:
        """Write it."""
        number = self.number(result)
        if number is None:
            return "–"
        return (self.shape.format(number).replace(".", ",") + self.remark_on(self._value(result))).replace(" ", _NBSP)

    def _value(self, result: Any) -> Any:
        for key in self.path:
            result = result.get(key) if isinstance(result, dict) else None
        return result


def cost(load: Figures) -> Figures:
    """Return what one learner costs, by the figures of all classes."""
    whole = [one for one in load.values() if one["count"] <= CLASS and not one["failed"] and not one["wrong"]]
    largest = max(whole, key=lambda one: one["count"], default=None)
    return largest and {name: largest[name] for name in ("count", "cpu_per_learner", "memory_per_learner")}


def _seconds(heading: str, *path: str) -> Row:
    return Row(heading, path, "{:.2f} s", lambda milliseconds: milliseconds / 1000)


def _received(heading: str, *path: str) -> Row:
    return Row(heading, path, "{:.0f} ko", lambda count: (count["transferred"] + count["websocket"]) / _KB)


def _cost(heading: str, name: str, shape: str) -> Row:
    def size(value: Figures) -> str:
        return "" if value["count"] == CLASS else f" (classe de {value['count']})"

    return Row(heading, ("cost",), shape, lambda value: value[name], size)


def _class(heading: str, count: int) -> Row:
    def remark(load: Figures) -> str:
        refused = load["failed"] or load["wrong"]
        return f" ({load['failed']} refusés, {load['wrong']} faux)" if refused else ""

    return Row(heading, ("load", str(count)), "{:.2f} s", lambda load: load["p95"], remark)


ROWS = (
    _seconds("à froid", "cold", "answered"),
    _seconds("1re visite", "warm", "first", "answered"),
    _seconds("2e visite", "warm", "second", "answered"),
    _seconds("processeur ÷ 4", "slow_cpu", "first", "answered"),
    _seconds("lien lent", "slow_link", "first", "answered"),
    Row("requêtes", ("warm", "first", "bytes", "requests"), "{:.0f}"),
    _received("reçu, 1re", "warm", "first", "bytes"),
    Row("requêtes, 2e", ("warm", "second", "bytes", "requests"), "{:.0f}"),
    _received("reçu, 2e", "warm", "second", "bytes"),
    Row("clic → dessin", ("redraw", "median"), "{:.0f} ms"),
    _cost("processeur par apprenant", "cpu_per_learner", "{:.3f} s"),
    _cost("mémoire par apprenant", "memory_per_learner", "{:.2f} Mo"),
    _class("1 arrive", 1),
    _class("10 arrivent", 10),
    _class("30 arrivent", 30),
    _class("100 arrivent", 100),
    _class("300 arrivent", 300),
)
