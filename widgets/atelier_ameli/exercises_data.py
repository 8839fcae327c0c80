"""`data/exercises/*.toml` read into exercises, chapter by chapter."""

from functools import cache
from pathlib import Path

from atelier_ameli import data
from atelier_ameli.domain.exercises import Exercise
from atelier_ameli.screens import PAGES
from atelier_ameli.toml_files import DataError, structure, tables


@cache
def exercises() -> dict[str, Exercise]:
    """Return all exercises by id, in the order of the chapters."""
    found: dict[str, Exercise] = {}
    for file in sorted((data.DATA / "exercises").glob("*.toml")):
        for exercise in load_exercises(file):
            if exercise.id in found:
                raise DataError(file, exercise.id, "id : cet id est déjà à un autre exercice")
            found[exercise.id] = exercise
    return found


@cache
def by_chapter() -> dict[int, tuple[Exercise, ...]]:
    """Return the exercises of each chapter, by its number: the two digits that begin the file's name."""
    found = {int(file.name[:2]): load_exercises(file) for file in sorted((data.DATA / "exercises").glob("*.toml"))}
    return {number: tuple(exercises) for number, exercises in found.items()}


def load_exercises(file: Path) -> list[Exercise]:
    """Read the exercises of a chapter; refuse a page, a person or a letter that does not exist."""
    found = [structure(file, str(e.get("id", "sans id")), e, Exercise) for e in tables(file, "exercise")]
    for exercise in found:
        pages = {exercise.start, exercise.aim.page, *(step.until.page for step in exercise.steps)} - {""}
        mail = set(exercise.mail) - data.letters().keys()
        unknown = [*(pages - PAGES.keys()), *({exercise.persona} - data.personas().keys()), *mail]
        if unknown:
            raise DataError(file, exercise.id, f"« {unknown[0]} » : cette page, personne ou lettre n'existe pas")
    return found
