"""What several tests need: the site of the default edition and of today's, and editions of a test's own."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TypeVar

from atelier_ameli.site import Site
from practice.loading.documents import Documents

ROOT = Path(__file__).parents[2]
#: what parses the data of all editions of a run, copied ones too: a text that none has changed is parsed once
DOCUMENTS = Documents()
SITE = Site.load("2021", DOCUMENTS)
TODAY = Site.load("2026", DOCUMENTS)


_Thing = TypeVar("_Thing")


def with_each(things: Collection[_Thing], attempt: Callable[[_Thing], None]) -> None:
    """Try something with each of many things; all that are wrong are told, each with what is wrong with it.

    What takes a thousandth of a second is not worth a test a thing: pytest takes more than that to tell of a test.
    """
    assert things
    wrong: dict[str, Exception] = {}
    for thing in things:
        try:
            attempt(thing)
        except Exception as error:  # noqa: BLE001 - whatever is wrong is told once all are tried
            wrong[ascii(thing)] = error
            error.add_note(f"with: {thing!a}")
    if wrong:
        raise ExceptionGroup(f"{len(wrong)} of {len(things)}: {', '.join(wrong)}", list(wrong.values()))


def tried_with_each(things: Collection[_Thing]) -> Callable[[Callable[[_Thing], None]], Callable[[], None]]:
    """Make one test of what is to be tried with each of many things."""

    def one_test(attempt: Callable[[_Thing], None]) -> Callable[[], None]:
        def test() -> None:
            with_each(things, attempt)

        test.__module__, test.__qualname__, test.__name__ = attempt.__module__, attempt.__qualname__, attempt.__name__
        return test

    return one_test


def edition(folder: Path, files: Mapping[str, str]) -> Site:
    """Return an edition in this folder: the default one, with these files laid over it."""
    for name, content in {"edition.toml": "", **files}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        based_on = 'based_on = "2021"\n' if name == "edition.toml" else ""
        file.write_text(based_on + content, encoding="utf-8")
    return Site.laid(folder, DOCUMENTS)
