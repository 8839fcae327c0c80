"""Libraries that are only imported on the way to another: in the engine, hollow modules stand in their place.

fpdf2 imports fontTools to cut fonts down: those of papers/fonts are cut already. It imports ssl for pictures from the
Internet, which a browser's Python has not, and unittest for its own tests.
"""

import sys
import warnings
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

_LIBRARIES = ("fontTools", "ssl", "unittest")


class _Anything(type):
    """A kind of class of which any attribute is another class of this kind."""

    def __getattr__(cls, name: str) -> "_Anything":
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything(name, (), {})


class _Finder(MetaPathFinder, Loader):
    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec:
        del path, target
        return ModuleSpec(name, self, is_package=True) if name.partition(".")[0] in _LIBRARIES else None

    def exec_module(self, module: ModuleType) -> None:
        anything = _Anything(module.__name__, (), {})
        module.__getattr__ = lambda name: getattr(anything, name)


def stand_in() -> None:
    """Let hollow modules be imported in the place of these libraries. fpdf2 would warn that it has no pictures."""
    warnings.filterwarnings("ignore", module="fpdf")
    sys.meta_path.insert(0, _Finder())
