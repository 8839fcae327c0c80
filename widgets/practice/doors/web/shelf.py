"""What was made lately, kept for the next command that would make the same: the course, then its live slides.

It is known by all that it was made from, to the byte: nothing here can be out of date.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

from platformdirs import user_cache_path

_MOST = 2  #: engines, the latest; one has 45 MB


def mark_of(folder: Path, words: Iterable[str]) -> str:
    """Return what changes with any file of a folder, and with these words."""
    digest = hashlib.sha256("\n".join(words).encode())
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            digest.update(f"\n{file.relative_to(folder).as_posix()}\n".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:20]


def kept(mark: str, make: Callable[[], dict[str, bytes]]) -> dict[str, bytes]:
    """Return the parts that are kept under a mark; make them, and keep them, if there are none."""
    shelf = user_cache_path("atelier-numerique") / "engines"
    place = shelf / mark
    if place.is_dir():
        return {file.name: file.read_bytes() for file in place.iterdir()}
    parts = make()
    with suppress(OSError):  # a full disk, or another command that was quicker
        shelf.mkdir(parents=True, exist_ok=True)
        for old in sorted(shelf.iterdir(), key=lambda one: one.stat().st_mtime)[: 1 - _MOST]:
            shutil.rmtree(old, ignore_errors=True)
        begun = Path(mkdtemp(dir=shelf))
        for name, part in parts.items():
            (begun / name).write_bytes(part)
        try:
            begun.rename(place)  # all of it or nothing
        except OSError:
            shutil.rmtree(begun, ignore_errors=True)
    return parts
