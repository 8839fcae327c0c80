"""What several tests need: the site of the default edition and of today's, and editions of a test's own."""

from collections.abc import Mapping
from pathlib import Path

from atelier_ameli.site import Site
from practice.loading.documents import Documents

ROOT = Path(__file__).parents[2]
#: what parses the data of all editions of a run, copied ones too: a text that none has changed is parsed once
DOCUMENTS = Documents()
SITE = Site.load("2021", DOCUMENTS)
TODAY = Site.load("2026", DOCUMENTS)


def edition(folder: Path, files: Mapping[str, str]) -> Site:
    """Return an edition in this folder: the default one, with these files laid over it."""
    for name, content in {"edition.toml": "", **files}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        based_on = 'based_on = "2021"\n' if name == "edition.toml" else ""
        file.write_text(based_on + content, encoding="utf-8")
    return Site.laid(folder, DOCUMENTS)
