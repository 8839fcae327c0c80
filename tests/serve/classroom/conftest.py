"""One server with a room, for all that is asked of it without a browser."""

import shutil
from collections.abc import Iterator

import pytest

from tests.support import ROOT
from tests.support.classroom.hall import EXERCISE, Hall
from tests.support.server import SCREEN, write


@pytest.fixture(scope="session")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("hall")
    shutil.copy(ROOT / "notebooks" / "00_accueil.ipynb", folder)
    write(folder, "chapter", SCREEN, *EXERCISE)
    server = Hall(folder, "--patience=2")
    server.start()
    yield server
    server.stop()
