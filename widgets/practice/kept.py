"""Names of what a learner's browser keeps: `atelier:energie:2021:2:persona:jessica`.

They carry the site, the edition and a version, so that two editions in one browser stay apart, and what an older
version kept is taken over. Inside the course, the name is what follows the version: `persona:jessica`.
"""

import re
from dataclasses import dataclass
from typing import Any

VERSION = 2
_FIRST_EDITION = "2021"  #: whose work version 1 kept, without saying so
#: all that version 1 kept: `atelier:persona:jessica`
_VERSION_1 = re.compile(
    r"atelier:((?:persona|place|exercise|step|quiz|question|checklist):.+|practice|last)", re.ASCII | re.DOTALL
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
        ours = {
            key.removeprefix(self.of("")): value for key, value in items.items() if str(key).startswith(self.of(""))
        }
        return {name: value for name, value in {**older, **ours}.items() if value != ""}

    def moved(self, items: object) -> dict[str, Any]:
        """Return what to keep under its new name, and what to forget under its old one: what an older version kept."""
        if not isinstance(items, dict):
            return {}
        older = self._older(items)
        moved = {self.of(name): items[key] for key, name in older.items() if self.of(name) not in items}
        return moved | dict.fromkeys(older, "")

    def _older(self, items: dict[str, Any]) -> dict[str, str]:
        """Return the names of the course by those of older versions."""
        if self.edition != _FIRST_EDITION:
            return {}
        found = [(key, _VERSION_1.fullmatch(str(key))) for key in items]
        return {key: match[1] for key, match in found if match}
