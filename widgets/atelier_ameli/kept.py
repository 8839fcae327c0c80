"""Names of what a learner's browser keeps: `atelier:ameli:2021:2:persona:jessica`.

They carry the site, the edition and a version, so that two editions in one browser stay apart, and what an older
version kept is taken over. Inside the course, the name is what follows the version: `persona:jessica`.
"""

import re
from dataclasses import dataclass
from typing import Any

VERSION = 2
_FIRST_EDITION = "2021"  #: whose work version 1 kept, without saying so: `atelier:persona:jessica`
_NAME = re.compile(
    r"atelier:(?:(?P<site>\w+):(?P<edition>[\w-]+):(?P<version>\d+):)?(?P<name>.+)", re.ASCII | re.DOTALL
)


@dataclass(frozen=True)
class Names:
    """The names of one edition of one site."""

    site: str
    edition: str

    def of(self, name: str) -> str:
        """Return the name under which the browser keeps something."""
        return f"atelier:{self.site}:{self.edition}:{VERSION}:{name}"

    def read(self, items: object) -> Any:
        """Return what was kept of this edition, by the course's own names. What is no table of items stays as it is.

        An empty text was forgotten. Nothing else is looked at: it is for whoever takes it up not to trust it.
        """
        if not isinstance(items, dict):
            return items
        older = {name: items[key] for key, name in self._older(items).items()}
        ours = {match["name"]: items[key] for key, match in self._named(items) if match["version"] == str(VERSION)}
        return {name: value for name, value in {**older, **ours}.items() if value != ""}

    def moved(self, items: object) -> dict[str, Any]:
        """Return what to keep under its new name, and what to forget under its old one: what an older version kept."""
        if not isinstance(items, dict):
            return {}
        older = self._older(items)
        moved = {self.of(name): items[key] for key, name in older.items() if self.of(name) not in items}
        return moved | dict.fromkeys(older, "")

    def _named(self, items: dict[str, Any]) -> list[tuple[str, re.Match[str]]]:
        found = [(key, _NAME.fullmatch(key)) for key in items if isinstance(key, str)]
        return [(k, m) for k, m in found if m and (m["site"], m["edition"]) == (self.site, self.edition)]

    def _older(self, items: dict[str, Any]) -> dict[str, str]:
        """Return the names of the course by those of older versions."""
        if self.edition != _FIRST_EDITION:
            return {}
        found = [(key, _NAME.fullmatch(key)) for key in items if isinstance(key, str)]
        return {key: match["name"] for key, match in found if match and match["version"] is None}
