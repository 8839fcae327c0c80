"""What the tests of a room share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect


@pytest.fixture
def patience() -> Iterator[None]:
    """Wait longer than elsewhere: a server that starts anew, and several pages, share two processors."""
    expect.set_options(timeout=20_000)
    yield
    expect.set_options(timeout=5_000)
