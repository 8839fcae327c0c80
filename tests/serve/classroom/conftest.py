"""One server with a room, for all that is asked of it without a browser."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.server import SCREEN, Server, write

EXERCISE = ("from atelier_ameli import Exercise", 'Exercise("se_connecter")')


class Hall(Server):
    """A server with a room. `keys` is what its private file has."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.file = folder / "private" / "salle.json"
        super().__init__(folder, folder / "server.log", "--salle", f"--room-file={self.file}", *options)

    @property
    def keys(self) -> dict[str, str]:
        return json.loads(self.file.read_text(encoding="utf-8"))

    @property
    def code(self) -> str:
        return self.keys["code"]


@pytest.fixture(scope="session")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("hall")
    write(folder, "chapter", SCREEN, *EXERCISE)
    server = Hall(folder, "--patience=2")
    server.start()
    yield server
    server.stop()
