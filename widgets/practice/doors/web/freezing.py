"""What the engine is made of, compiled, and what of it waits until it is asked for. Runs while the engine is made.

A first Python imports all that the course ever uses. A second one starts from what the first has compiled, and cannot
start without any of it; its memory is kept, and holds all but what makes papers. That comes in an archive, which stands
where Python's own library stood.
"""

import gc
import io
import marshal
import sys
import zipfile
import zipimport
from collections.abc import Iterable, Mapping
from importlib import import_module
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

from jinja2 import Environment

from practice import papers
from practice.doors.web.engine import Engine
from practice.doors.web.hollow import stand_in
from practice.site import Site

LIBRARY = "/lib/python313.zip"  #: where Pyodide puts Python's own library
_HEADER = MAGIC_NUMBER + bytes(12)  # no flags, no date, no size
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def everything(module: str, folder: Path, compiled: Mapping[str, CodeType]) -> None:
    """Import all that a site ever uses, and write it: `library.zip` of Python's own, and a folder of the rest.

    `compiled` is what was run, by its file, as it was compiled: to compile it once more takes long.
    """
    stand_in()
    Environment(autoescape=True).from_string("{{ 'a' }}")  # Jinja imports a codec with the first text of a template
    _make_a_paper(import_module(module).Site.load())
    codes = _codes(sys.modules, compiled)
    library = {name for name in codes if str(sys.modules[name].__file__).startswith(LIBRARY)}
    (folder / "library.zip").write_bytes(_archive({name: codes[name] for name in library}))
    for name in codes.keys() - library:
        place = folder / "compiled" / _place(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(_bytes(codes[name]))
        for file in _fonts(name):
            (place.parent / file.name).write_bytes(file.read_bytes())


def ready(module: str, editions: str, folder: Path) -> Engine:
    """Return the engine, and leave nothing in memory but what it needs."""
    stand_in()
    engine = Engine(module, editions, folder / "notebooks")
    for package in [one for one in sys.modules.values() if hasattr(one, "__path__")]:
        if str(getattr(package, "__file__", "")).startswith(str(folder)):
            package.__path__.append(f"{LIBRARY}/{package.__name__.replace('.', '/')}")
    sys.path_importer_cache.clear()
    zipimport._zip_directory_cache.clear()  # noqa: SLF001 - another archive will stand there
    gc.collect()
    return engine


def late(engine: Engine, folder: Path) -> None:
    """Write what is imported with the first paper: `late.zip`."""
    before = set(sys.modules)
    _make_a_paper(engine.site)
    (folder / "late.zip").write_bytes(_archive(_codes(set(sys.modules) - before, {})))


def _make_a_paper(site: Site) -> bytes:
    site.import_late()
    return papers.attendance(site.title, "", (), 0).content  # its bytes take modules of their own


def _archive(codes: Mapping[str, CodeType]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as zipped:
        for name in sorted(codes):
            entry = zipfile.ZipInfo(_place(name), _LONG_AGO)
            zipped.writestr(entry, _bytes(codes[name]), zipfile.ZIP_STORED)
            for file in _fonts(name):
                beside = zipfile.ZipInfo(f"{name.replace('.', '/')}/{file.name}", _LONG_AGO)
                zipped.writestr(beside, file.read_bytes(), zipfile.ZIP_STORED)
    return content.getvalue()


def _fonts(name: str) -> list[Path]:
    """Return the fonts that lie in a package: it reads them when it is imported."""
    return sorted(one for folder in getattr(sys.modules[name], "__path__", ()) for one in Path(folder).glob("*.ttf"))


def _place(name: str) -> str:
    path = name.replace(".", "/")
    return f"{path}/__init__.pyc" if hasattr(sys.modules[name], "__path__") else f"{path}.pyc"


def _bytes(code: CodeType) -> bytes:
    return _HEADER + marshal.dumps(_without_lines(code))


def _without_lines(code: CodeType) -> CodeType:
    """Return code that no longer knows where its lines are: a tenth of it, which only a traceback reads."""
    within = tuple(_without_lines(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=within)


def _codes(names: Iterable[str], compiled: Mapping[str, CodeType]) -> dict[str, CodeType]:
    """Return the modules that were read from a file, compiled."""
    return {name: code for name in list(names) if (code := _code(name, compiled))}


def _code(name: str, compiled: Mapping[str, CodeType]) -> CodeType | None:
    """Return a module that was read from a file, compiled; None for one that Python has in itself."""
    spec = getattr(sys.modules[name], "__spec__", None)  # the place of a module may be kept empty
    loader = getattr(spec, "loader", None) if name != "__main__" else None
    if not hasattr(loader, "get_filename"):
        return None
    return compiled.get(spec.origin) or loader.get_code(name)  # to ask an archive for a place compiles what is there
