"""`data/exercises/*.toml` read into exercises, chapter by chapter. What an exercise names must exist."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from practice.course.exercises.exercises import Exercise
from practice.facts import refusals
from practice.loading.faults import WHOLE, DataFile, Faults
from practice.loading.toml_files import structured, tables
from practice.names import unknown

if TYPE_CHECKING:
    from practice.site import Site

_MISSING = re.compile(r"« ([^»]*) » n'existe pas")


def load_chapters_of_exercises(files: Iterable[DataFile], site: "Site") -> dict[int, tuple[Exercise, ...]]:
    """Read the exercises of each chapter, by its number: the two digits that begin the file's name.

    Refuse two exercises with the same id, and a file without a number, or with another's.
    """
    found: dict[int, tuple[Exercise, ...]] = {}
    seen: set[str] = set()
    faults = Faults()
    for file in files:
        if not file.name[:2].isdecimal():
            faults.add(file, WHOLE, "le nom du fichier commence par les deux chiffres de son chapitre, comme 07_")
            continue
        number = int(file.name[:2])
        if number in found:
            faults.add(file, WHOLE, f"un autre fichier commence déjà par {file.name[:2]} ; mettez-y ces exercices")
            continue
        mine = found[number] = tuple(faults.read(lambda file=file: load_exercises(file, site)) or ())
        for exercise in mine:
            if exercise.id in seen:
                faults.add(file, exercise.id, "id : cet id est déjà à un autre exercice")
            seen.add(exercise.id)
    return faults.end(found)


def load_exercises(file: DataFile, site: "Site") -> list[Exercise]:
    """Read the exercises of a chapter; refuse a fact, a page, a persona, a letter or a notice that does not exist."""
    faults = Faults()
    found = list(faults.read(lambda: structured(file, tables(file, "exercise"), Exercise)) or ())
    for exercise in found:
        for reason in _wrong(exercise, site):
            faults.add(file, exercise.id, reason, missing=_MISSING.search(reason)[1] if _MISSING.search(reason) else "")
    return faults.end(found)


def _wrong(exercise: Exercise, site: "Site") -> Iterator[str]:
    """Yield what an exercise names that does not exist, and where, in French."""
    named = (
        ("persona", [exercise.persona], site.personas),
        ("start", [exercise.start], site.pages),
        ("device", [exercise.device], ("computer", "phone")),
        ("mail", exercise.mail, site.letters),
        ("mistakes", exercise.mistakes, site.notices),
    )
    for where, names, there in named:
        yield from (f"{where} : {unknown(name, there)}" for name in names if name not in there)
    yield from (f"goal : {reason}" for reason in refusals(exercise.goal, site.facts, site))
    for once in exercise.goal.once:
        yield from (f"goal, once : {reason}" for reason in refusals(once, site.facts, site))
    for number, step in enumerate(exercise.steps, 1):
        yield from (f"goal de l'étape {number} : {reason}" for reason in refusals(step.goal, site.facts, site))
        if step.mistake and step.mistake.told not in site.notices:
            yield f"mistake de l'étape {number} : {unknown(step.mistake.told, site.notices)}"
