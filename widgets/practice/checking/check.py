"""Check a course: its files, what they name of one another, its notebooks, and its exercises by playing them."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from practice.checking.files import Reading
from practice.checking.notebooks import notebook_faults
from practice.checking.playing import action_faults, exercise_faults, question_faults
from practice.loading.documents import Documents
from practice.loading.faults import Fault, told_of
from practice.site import Site


def faults_of(
    kind: type[Site],
    edition: str,
    notebooks: Path | None = None,
    *,
    play: bool = False,
    documents: Documents | None = None,
) -> list[str]:
    """Return all that is wrong with an edition, a line each, in French; nothing when a room can open on it.

    `notebooks` is their folder, the site's without it. `play`: each exercise, too, which takes a second. `documents`
    parse the files, for whoever checks several editions: those share most of them.
    """
    documents = documents or Documents()
    try:
        site = kind.load(edition, documents)
        site.read_all()
    except Exception as error:  # noqa: BLE001 - what it was is found again, with all the others
        if edition not in (*kind.years(), kind.usual_edition):
            return [str(error)]
        reading = Reading(kind, edition, documents)
        found = [
            fault for fault in _around_what_is_left(reading, notebooks, documents) if not reading.follows(fault.missing)
        ]
        return told_of([*reading.faults, *found], documents) or [str(error)]
    played = exercise_faults(site) if play else ()
    return told_of([*_around(site, notebooks, documents), *question_faults(site), *played], documents)


def _around_what_is_left(reading: Reading, notebooks: Path | None, documents: Documents) -> Iterator[Fault]:
    """Yield what can be seen of the rest, when some of it could not be read."""
    site = reading.site
    notebooks = notebooks or site.notebooks
    of_notebooks = notebook_faults(site, notebooks, follows=reading.follows, documents=documents)
    for faults in (site.faults(), action_faults(site), of_notebooks):
        with suppress(AttributeError, KeyError, TypeError):
            yield from faults


def _around(site: Site, notebooks: Path | None, documents: Documents) -> list[Fault]:
    of_notebooks = notebook_faults(site, notebooks or site.notebooks, documents=documents)
    return [*site.faults(), *action_faults(site), *of_notebooks]


def told(faults: list[str]) -> str:
    """Return what a terminal says of faults: how many there are, then each."""
    many = f"{len(faults)} fautes sont à corriger" if len(faults) > 1 else "une faute est à corriger"
    return "\n".join((f"L'atelier ne s'ouvre pas : {many}.", *(f"- {fault}" for fault in faults)))
