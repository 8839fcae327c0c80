"""A command looks through the whole course before it writes anything: for an edition of ours, once for all tests."""

from collections.abc import Iterator
from functools import cache

import pytest

from practice.checking.check import faults_of
from practice.doors.sheets import command as sheets
from practice.doors.slides import command as slides


@pytest.fixture(scope="package", autouse=True)
def checked_once() -> Iterator[None]:
    remembered = cache(faults_of)
    with pytest.MonkeyPatch.context() as patch:
        for command in (sheets, slides):
            patch.setattr(command, "faults_of", remembered)
        yield
