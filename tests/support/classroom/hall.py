"""A server with a trainer's room."""

import json
from pathlib import Path

from tests.support.server import Server

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
