"""What the data files name of one another, where reading them one by one cannot see it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from practice.checking.references import chapter_faults, lacking
from practice.loading.faults import Fault

if TYPE_CHECKING:
    from atelier_ameli.site import Site


def reference_faults(site: "Site") -> Iterator[Fault]:
    """Yield each name that leads nowhere; those of the requests are the engine's to look at."""
    yield from _services(site)
    yield from _people(site)
    yield from _pictures(site)
    for file in site.layers.files("exercises/*.toml"):
        number = file.name[:2].lstrip("0") or "0"
        chapters = {str(chapter.number) for chapter in site.chapters}
        if number not in chapters and file.name[:2].isdecimal():
            yield Fault(file, "fichier", f"le chapitre {number} n'est pas dans course.toml", missing=number)


def chapters_and_notebooks(site: "Site") -> Iterator[Fault]:
    """Yield what data/course.toml and the folder of the notebooks do not say alike."""
    named = [(chapter.number, chapter.notebook) for chapter in site.chapters]
    yield from chapter_faults(site.file("course.toml"), site.notebooks, site.home, named)


def _services(site: "Site") -> Iterator[Fault]:
    file = site.file("services.toml")
    for service in site.services.values():
        yield from lacking(file, service.id, "page", [service.page], site.pages)
        yield from lacking(file, service.id, "request", [service.request], site.requests)


def _pictures(site: "Site") -> Iterator[Fault]:
    file = site.file("discover.toml")
    drawn = {path.stem for folder in site.faces for path in folder.glob("*.svg")}
    for deck in site.decks.values():
        yield from lacking(file, deck.id, "picture", [card.picture for card in deck.cards], drawn)


def _people(site: "Site") -> Iterator[Fault]:
    file = site.file("information.toml")
    for name, told in site.information.items():
        yield from lacking(file, name, "person", [card.person for card in told.european_cards], site.personas)
    if site.edition and site.france_connect:
        providers = {provider.id for provider in site.france_connect.providers}
        names = site.edition.france_connect_providers
        yield from lacking(site.file("edition.toml"), "france_connect_providers", "value", names, providers)
