"""What the data files name of one another, where reading them one by one cannot see it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from atelier_ameli.access.codes import code_rules
from atelier_ameli.identity.personas import AccountStatus
from atelier_ameli.lives.ages import wrong_ages
from practice.checking.references import chapter_faults, lacking
from practice.editions import notebook_files
from practice.loading.faults import Fault

if TYPE_CHECKING:
    from atelier_ameli.site import Site

#: what the site sends of itself, whatever the exercise
LETTERS = ("provisional_code", "provisional_code_by_phone", "code_changed", "account_link", "account_created")


def reference_faults(site: "Site") -> Iterator[Fault]:
    """Yield each name that leads nowhere; those of the requests are the engine's to look at."""
    yield from _services(site)
    yield from _people(site)
    yield from _codes(site)
    yield from _ages(site)
    yield from _pictures(site)
    for letter in (*LETTERS, *_letters_of_today(site)):
        if letter not in site.letters:
            reason = "ce message manque : le site doit pouvoir l'envoyer"
            yield Fault(site.file("inbox.toml"), letter, reason, missing=letter)
    for file in site.layers.files("exercises/*.toml"):
        number = file.name[:2].lstrip("0") or "0"
        chapters = {str(chapter.number) for chapter in site.chapters}
        if number not in chapters and file.name[:2].isdecimal():
            yield Fault(file, "fichier", f"le chapitre {number} n'est pas dans course.toml", missing=number)


def _letters_of_today(site: "Site") -> Iterator[str]:
    """Yield what an edition sends that asks for a second code, or sends a link to a new password."""
    if site.edition and site.edition.one_time_code_minutes:
        yield "one_time_code"
    if site.edition and site.edition.reset_link_minutes:
        yield from ("reset_link", "provisional_code_by_post")
    if site.edition and site.edition.france_connect_unusual_mail:
        yield "france_connect_unusual"


def chapters_and_notebooks(site: "Site") -> Iterator[Fault]:
    """Yield what data/course.toml and the notebooks do not say alike."""
    named = [(chapter.number, chapter.notebook) for chapter in site.chapters]
    yield from chapter_faults(
        site.file("course.toml"), notebook_files(site), site.notebooks / f"{site.home}.ipynb", named
    )


def _services(site: "Site") -> Iterator[Fault]:
    file = site.file("services.toml")
    for service in site.services.values():
        yield from lacking(file, service.id, "page", [service.page], site.pages)
        yield from lacking(file, service.id, "request", [service.request], site.requests)


def _pictures(site: "Site") -> Iterator[Fault]:
    file = site.file("discover.toml")
    drawn = site.drawings
    for deck in site.decks.values():
        yield from lacking(file, deck.id, "picture", [card.picture for card in deck.cards], drawn)


def _codes(site: "Site") -> Iterator[Fault]:
    """Yield each code of a card that its own site would refuse to choose."""
    for person in site.personas.values() if site.edition else ():
        lacks = [rule.text for rule in code_rules(person.new_code, site.edition) if person.new_code and not rule.met]
        if lacks:
            yield Fault(site.file("personas.toml"), person.id, f"new_code : il manque à ce code : {', '.join(lacks)}")
        least = site.edition.code_minimum_length
        if person.account is AccountStatus.PROVISIONAL:
            least = site.edition.provisional_code_digits
        if person.code and len(person.code) < least:
            yield Fault(site.file("personas.toml"), person.id, f"code : il faut {least} caractères au moins")


def _ages(site: "Site") -> Iterator[Fault]:
    """Yield each age that a card tells wrongly."""
    for person in site.personas.values() if site.edition else ():
        for reason in wrong_ages(site, person.story):
            yield Fault(site.file("personas.toml"), person.id, f"story : {reason}")


def _people(site: "Site") -> Iterator[Fault]:
    file = site.file("information.toml")
    for name, told in site.information.items():
        yield from lacking(file, name, "person", [card.person for card in told.european_cards], site.personas)
    if site.edition and site.france_connect:
        providers = {provider.id for provider in site.france_connect.providers}
        names = site.edition.france_connect_providers
        yield from lacking(site.file("edition.toml"), "france_connect_providers", "value", names, providers)
