"""Destinations: the chapters and steps that a trainer can send tablets to, in every edition of the course."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from practice.classroom.places import EditionPlaces, Place
from practice.course.outline.contents import KEY, Entry
from practice.doors.voila.chapters import Chapters
from practice.site import Site


class CourseDestinations:
    """The chapters of a course. Parameters: where they are read; what returns the address of one, in an edition."""

    def __init__(self, chapters: Chapters, address: Callable[[Site, str], str]) -> None:
        self._chapters = chapters
        self._address = address
        self._steps: dict[str, tuple[Place, ...]] = {}

    @cached_property
    def editions(self) -> tuple[EditionPlaces, ...]:
        """The chapters to choose from, those of the room's own edition first."""
        own = self._chapters.site.year
        years = sorted(self._chapters.years, key=lambda year: (year != own, year))
        sites = [site for site in map(self._chapters.edition, years) if site]
        return tuple(EditionPlaces(f"Le site de {site.year}", tuple(self._places(site))) for site in sites)

    @property
    def first(self) -> str:
        """The key of the home page of the room's own edition."""
        return f"{self._chapters.site.year}/{self._chapters.site.home}"

    def steps(self, key: str) -> tuple[Place, ...]:
        """Return the steps of a chapter; none for a chapter that is not there, or is nobody's but its author's."""
        if key not in self._steps and self.title(key):
            site, name = self._find(key)
            chapter = self._chapters.read(name, site)
            paced = chapter is not None and chapter.ours and name != site.home
            entries = self._chapters.get(chapter, site).calls[KEY][0].entries if paced else ()
            self._steps[key] = tuple(Place(entry.name, _title(entry, site)) for entry in entries)
        return self._steps.get(key, ())

    def title(self, key: str) -> str:
        """Return what a chapter is called; nothing for one that is not there."""
        return self._titles.get(key, "")

    def address(self, key: str, step: str = "") -> str:
        """Return where a chapter is, or a step of it. Raises LookupError for what is not there."""
        if not self.title(key) or (step and step not in [place.key for place in self.steps(key)]):
            raise LookupError(key)
        return self._address(*self._find(key)) + (f"#{step}" if step else "")

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {place.key: place.title for edition in self.editions for place in edition.chapters}

    def _find(self, key: str) -> tuple[Site, str]:
        """Return the edition and the name of a chapter that is there."""
        year, _, name = key.partition("/")
        return self._chapters.edition(year) or self._chapters.site, name

    def _places(self, site: Site) -> list[Place]:
        named = [(Path(one.notebook).stem, f"{one.number}. {one.title}") for one in site.chapters if one.notebook]
        there = [(site.home, "Page d'accueil"), *named]
        return [Place(f"{site.year}/{name}", title) for name, title in there if self._chapters.file(name, site)]


def _title(entry: Entry, site: Site) -> str:
    """Return what a step is called, with the exercises in it that its title does not say."""
    names = [str(call.args[0]) for call in entry.calls if call.name == "Exercise" and call.args]
    exercises = [site.exercises[name].title for name in names if name in site.exercises]
    more = ", ".join(title for title in exercises if title not in entry.title)
    return f"{entry.title} (exercice : {more})" if more else entry.title
