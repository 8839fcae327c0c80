"""A Python in which Jupyter is not installed, as far as an import can tell."""

import sys
from importlib.abc import MetaPathFinder
from typing import Any

#: what only the doors import; so is all whose name begins with « jupyter »
JUPYTERS = {"IPython", "anywidget", "ipykernel", "ipywidgets", "nbclient", "nbconvert", "nbformat", "tornado"}
JUPYTERS |= {"traitlets", "voila", "zmq"}


def is_jupyter(module: str) -> bool:
    top = module.partition(".")[0]
    return top in JUPYTERS or top.startswith("jupyter")


class _Absent(MetaPathFinder):
    def find_spec(self, name: str, *_: Any) -> None:
        if is_jupyter(name):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def take_jupyter_away() -> None:
    """Make as if it were not installed, for the rest of this process."""
    sys.meta_path.insert(0, _Absent())
