"""`data/exercises/*.toml` read into exercises, chapter by chapter."""

from collections.abc import Container, Iterable

from atelier_ameli.domain.exercises import Exercise
from atelier_ameli.screens import PAGES
from practice.loading.toml_files import DataError, DataFile, structure, tables


def load_chapters_of_exercises(
    files: Iterable[DataFile], people: Container[str], letters: Container[str]
) -> dict[int, tuple[Exercise, ...]]:
    """Read the exercises of each chapter, by its number: the two digits that begin the file's name.

    Refuse two exercises with the same id.
    """
    found: dict[int, tuple[Exercise, ...]] = {}
    seen: set[str] = set()
    for file in files:
        mine = found[int(file.name[:2])] = tuple(load_exercises(file, people, letters))
        for exercise in mine:
            if exercise.id in seen:
                raise DataError(file, exercise.id, "id : cet id est déjà à un autre exercice")
            seen.add(exercise.id)
    return found


def load_exercises(file: DataFile, people: Container[str], letters: Container[str]) -> list[Exercise]:
    """Read the exercises of a chapter; refuse a page, a person or a letter that does not exist."""
    found = [structure(file, str(e.get("id", "sans id")), e, Exercise) for e in tables(file, "exercise")]
    for exercise in found:
        pages = {exercise.start, exercise.aim.page, *(step.until.page for step in exercise.steps)} - {""}
        unknown = [
            *sorted(pages - PAGES.keys()),
            *(name for name in (exercise.persona,) if name not in people),
            *(name for name in exercise.mail if name not in letters),
        ]
        if unknown:
            raise DataError(file, exercise.id, f"« {unknown[0]} » : cette page, personne ou lettre n'existe pas")
    return found
