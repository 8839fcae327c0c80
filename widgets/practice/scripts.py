"""The script of the screens: one text of the ES modules in static/, as JupyterLab takes none that imports another.

In each module, an import of another one of them is a line of its own, and no two have the same name at their top.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_STATIC = Path(__file__).with_name("static")
_MODULES = (
    "kept.js",
    "morph.js",
    "fields.js",
    "frame.js",
    "give.js",
    "voice.js",
    "screen.js",
)  #: a module after those it imports
_IMPORT = re.compile(r'^import .* from "\./([\w.]+)";\n', re.MULTILINE)


@cache
def screen_script() -> str:
    """Return the script that brings a drawn screen to life, here and in JupyterLab."""
    return joined([_STATIC / name for name in _MODULES])


def joined(files: Sequence[Path]) -> str:
    """Return files as one text. A module among them needs no import of another one of them."""
    here = {file.name for file in files}
    texts = (file.read_text(encoding="utf-8") for file in files)
    return "\n".join(_IMPORT.sub(lambda found: "" if found[1] in here else found[0], text) for text in texts)


@cache
def frame_script() -> str:
    """Return the script that finds what is to be seen together, for a page that runs scripts without modules."""
    return (_STATIC / "frame.js").read_text(encoding="utf-8").replace("export function", "function")
