"""A command looks through the whole course before it writes anything: for an edition of ours, once for all tests."""

from collections.abc import Iterator

import pytest

from practice.checking.check import faults_of
from practice.doors.sheets import command as sheets
from practice.doors.slides import command as slides
from practice.site import Site


@pytest.fixture(scope="package", autouse=True)
def checked_once() -> Iterator[None]:
    found: dict[tuple[type[Site], str], list[str]] = {}

    def remembered(kind: type[Site], edition: str) -> list[str]:
        if (kind, edition) not in found:
            found[kind, edition] = faults_of(kind, edition)
        return found[kind, edition]

    with pytest.MonkeyPatch.context() as patch:
        for command in (sheets, slides):
            patch.setattr(command, "faults_of", remembered)
        yield
