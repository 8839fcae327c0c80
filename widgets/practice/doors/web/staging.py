"""The files that the engine is made from: the course, its data, and what it imports of its libraries."""

import importlib.metadata
import pickle
import shutil
from collections.abc import Sequence
from pathlib import Path

from practice.called import PROJECT, SOURCES
from practice.site import Site

#: what a session imports; each is plain Python, or does without its compiled half
LIBRARIES = (
    "attrs",
    "babel",
    "cattrs",
    "fpdf2",
    "jinja2",
    "markupsafe",
    "segno",
    "snowballstemmer",
    "typing_extensions",
    "wtforms",
)
_LANGUAGES = ("root", "fr", "fr_FR")  #: of Babel's thousand
#: what Babel knows of each language, and the course never asks: it writes dates and amounts
_NEVER_ASKED = {
    "compact_currency_formats", "compact_decimal_formats", "compound_unit_patterns", "currency_names",
    "currency_names_plural", "date_fields", "datetime_skeletons", "interval_formats", "languages",
    "list_patterns", "meta_zones", "scripts", "territories", "time_zones", "unit_display_names",
    "unit_patterns", "variants", "zone_formats",
}  # fmt: skip
#: and what it asks of all that Babel knows of the world
_ASKED = ("currency_fractions", "parent_exceptions")
_HOLLOW = ("snowballstemmer",)  #: packages that would import what they have of every language
_KINDS = (".py", ".html", ".svg", ".css", ".dat", ".toml", ".txt", ".ttf", ".ipynb")


def stage(site: type[Site], folder: Path) -> None:
    """Copy into `widgets/`, `data/` and `notebooks/` of a folder what the engine of a site is made from."""
    widgets = Path(__file__).parents[3]
    for name in ("practice", site.__module__.partition(".")[0]):
        _copy(widgets / name, folder / "widgets" / name, (site.data, site.notebooks))
    _copy(site.data, folder / "data")
    if SOURCES:  # the pages name the commands of whoever wrote them
        (folder / PROJECT).touch()
    shutil.copytree(site.notebooks, folder / "notebooks", ignore=shutil.ignore_patterns(".*"))
    for library in LIBRARIES:
        _copy_library(library, folder / "widgets")


def _copy(source: Path, target: Path, elsewhere: Sequence[Path] = ()) -> None:
    """Copy a folder. Parameter `elsewhere`: what lies in it and goes elsewhere, as the data of a wheel does."""
    for file in source.rglob("*"):
        apart = "__pycache__" in file.parts or any(file.is_relative_to(one) for one in elsewhere)
        if file.suffix in _KINDS and not apart:
            _put(file, target / file.relative_to(source))


def _copy_library(name: str, target: Path) -> None:
    for file in importlib.metadata.files(name) or ():
        if file.suffix not in _KINDS or file.parts[0].endswith(".dist-info") or file.parts[0] == "..":
            continue
        if "locale-data" in file.parts and file.stem not in _LANGUAGES:
            continue
        _put(Path(file.locate()), target / file)
        if file.suffix == ".dat":
            _lighten(target / file)
    for package in {name} & set(_HOLLOW):
        (target / package / "__init__.py").write_text("", encoding="utf-8")


def _lighten(file: Path) -> None:
    """Take out of a file of Babel what the course never asks."""
    known = pickle.loads(file.read_bytes())  # noqa: S301 - a library that is installed
    unused = known.keys() - _ASKED if file.stem == "global" else known.keys() & _NEVER_ASKED
    light = {name: {} if name in unused else what for name, what in known.items()}
    file.write_bytes(pickle.dumps(light))


def _put(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)
