"""Work that several chapters share: what is done in one is there in the others. All else is each activity's own."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from practice.course.outline.outline import Chapter
from practice.loading.faults import DataError, DataFile
from practice.loading.toml_files import by_id, tables


@dataclass(frozen=True)
class SharedWork:
    """Work that is shared, as data/shared_work.toml declares it: whose it is, and the notebooks of its chapters."""

    id: str
    persona: str
    chapters: tuple[str, ...]

    def is_of(self, person: str, chapter: str) -> bool:
        """Say whether it is that of a person in a chapter."""
        return person == self.persona and chapter in self.chapters

    def __post_init__(self) -> None:
        """Refuse work that is shared with nobody."""
        if len(set(self.chapters)) < 2:  # noqa: PLR2004
            raise ValueError("chapters : il faut deux carnets au moins")


def load_shared_work(
    file: DataFile, chapters: Collection[Chapter], personas: Mapping[str, object]
) -> tuple[SharedWork, ...]:
    """Read what is shared. Raises DataError for a chapter or a person that does not exist."""
    shared = tuple(by_id(file, tables(file, "shared"), SharedWork).values())
    known = {chapter.notebook.removesuffix(".ipynb") for chapter in chapters if chapter.notebook}
    for work in shared:
        if work.persona not in personas:
            raise DataError(file, work.id, f"persona : la personne « {work.persona} » n'existe pas")
        for chapter in set(work.chapters) - known:
            raise DataError(file, work.id, f"chapters : le carnet « {chapter} » n'existe pas")
    return shared
