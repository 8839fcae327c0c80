"""What a trainer changes while the room is open: notebooks are taken up, data is not, and the terminal says which."""

from collections.abc import Callable
from pathlib import Path

from practice.site import Site

EVERY = 2  #: seconds between two looks at the files
_TAKEN_UP = "{} a changé. Rechargez la page pour le voir."
_RESTART = (
    "{} a changé. La salle montre encore ce qu'elle a lu au début.\n"
    "Pour voir le changement : Ctrl-C ici, puis la même commande. Le travail de chacun est gardé."
)


class Changes:
    """Tells once of each file that has changed. Parameters: the site, the folder of its notebooks, who says it."""

    def __init__(self, site: Site, notebooks: Path, say: Callable[[str], None]) -> None:
        self._site = site
        self._notebooks = notebooks
        self._say = say
        self._seen = self._look()

    def look(self) -> None:
        """Say which files are others than before."""
        found = self._look()
        changed = sorted(path for path in found.keys() | self._seen.keys() if found.get(path) != self._seen.get(path))
        self._seen = found
        for path in changed:
            taken_up = path.suffix == ".ipynb"
            self._say((_TAKEN_UP if taken_up else _RESTART).format(f"{path.parent.name}/{path.name}"))

    def _look(self) -> dict[Path, tuple[int, int]]:
        """Return when each file was written, and how long it is."""
        folders = [(folder, "**/*.toml") for folder in self._site.layers.folders]
        folders += [(folder, kind) for folder in self._site.layers.folders for kind in ("*/*.html", "**/*.ipynb")]
        found: dict[Path, tuple[int, int]] = {}
        for folder, pattern in [*folders, (self._notebooks, "*.ipynb")]:
            for path in folder.glob(pattern):
                try:
                    about = path.stat()
                except OSError:  # gone meanwhile
                    continue
                found[path] = (about.st_mtime_ns, about.st_size)
        return found
