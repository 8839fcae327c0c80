"""A course to break: one copy for the tests of a file, whole again after each of them."""

from collections.abc import Iterator

import pytest

from tests.support.broken_data import Course


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return Course(tmp_path_factory.mktemp("course"))


@pytest.fixture
def course(copied: Course) -> Iterator[Course]:
    yield copied
    copied.restore()
