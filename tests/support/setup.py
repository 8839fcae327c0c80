"""The module atelier.py, loaded for a folder of its own, and a launcher that starts nothing."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from practice.doors.launch.launcher import Launcher
from tests.support import ROOT


def load_atelier() -> ModuleType:
    spec = importlib.util.spec_from_file_location("atelier", ROOT / "atelier.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def alone_in(module: ModuleType, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a folder its checkout, where nothing is installed yet."""
    (folder / "pyproject.toml").write_text("first requirements", encoding="utf-8")
    venv = folder / ".venv"
    names = {"ROOT": folder, "VENV": venv, "PYTHON": venv / "bin/python", "STAMP": venv / "stamp"}
    for name, value in names.items():
        monkeypatch.setattr(module, name, value)


class Started(Launcher):
    """A launcher that keeps what it would start: `arguments`, and the `environment` of then."""

    def __init__(self, sources: Path | None = ROOT, set_up: Any = lambda _: None) -> None:
        python = Path(sys.executable)
        super().__init__("atelier_ameli", "atelier", python, ROOT / "jupyter", sources, set_up)
        self.__dict__ |= {"arguments": (), "then": {}}

    def launch(self, *arguments: str) -> int:
        self.__dict__ |= {"arguments": arguments, "then": self.environment()}
        return 0
