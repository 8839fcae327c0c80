"""The module atelier.py, loaded for a folder of its own."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

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
