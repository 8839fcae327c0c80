"""What one file names and another must have, for any site."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path

from practice.loading.faults import DataFile, Fault
from practice.names import nearest, unknown
from practice.notices import names_in

_NUMBERED = "[0-9][0-9]_*.ipynb"


def lacking(file: DataFile, entry: str, field: str, names: Iterable[str], known: Collection[str]) -> Iterator[Fault]:
    """Yield a fault for each name that is not known; an empty one names nothing."""
    for name in names:
        if name and name not in known:
            yield Fault(file, entry, f"{field} : {unknown(name, known)}", missing=name)


def chapter_faults(
    file: DataFile, notebooks: Sequence[Path], home: Path, named: Iterable[tuple[int, str]]
) -> Iterator[Fault]:
    """Yield what a list of chapters and the notebooks of an edition do not say alike.

    `home` is the notebook of the home page; `named`: numbers, and notebooks.
    """
    there = {path.name for path in notebooks}
    told = {home.name}
    for number, notebook in named:
        if notebook in told:
            yield Fault(file, str(number), f"notebook : « {notebook} » est déjà le carnet d'un autre chapitre")
        told.add(notebook)
        if notebook and notebook not in there:
            near = nearest(notebook, there)
            yield Fault(file, str(number), f"notebook : le carnet « {notebook} » n'est pas dans notebooks/{near}")
    if home.name not in there:
        yield Fault(home, "fichier", "le carnet de l'accueil n'existe pas")
    for path in notebooks:
        if fnmatch(path.name, _NUMBERED) and path.name not in told:
            yield Fault(path, "fichier", "ce chapitre n'est pas dans data/course.toml ; ajoutez-y sa table [[chapter]]")


def wording_faults(file: DataFile, words: Mapping[str, str], known: Mapping[str, str]) -> Iterator[Fault]:
    """Yield what an edition words that no page tells, or fills in with what that page does not know."""
    for name, text in words.items():
        yield from lacking(file, name, "message", [name], known)
        for unknown_name in sorted(names_in(text) - names_in(known.get(name, text))):
            yield Fault(file, name, f"{{{unknown_name}}} n'est pas connu de ce message")
