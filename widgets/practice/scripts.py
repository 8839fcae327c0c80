"""The script of the screens: one text of the ES modules in static/, as JupyterLab takes none that imports another.

In each module, an import of another one of them is a line of its own, and no two have the same name at their top.
"""

import re
from collections.abc import Mapping, Sequence
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
_GIVEN = re.compile(r"^export (?:const|function) (\w+)", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const|function)", re.MULTILINE)
_TAKEN = re.compile(r'^import (\{.*\}) from "\./(\w+)\.js";', re.MULTILINE)
_TAKEN_LATER = re.compile(r'import\("\./(\w+)\.js"\)')
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


def classic(groups: Mapping[str, str]) -> str:
    """Return groups of modules as one script that is none: from files, a browser takes no modules. The last one runs.

    `groups` are texts by name, each after those that it imports: « screen » is what others import as « ./screen.js ».
    """
    return "(() => {\n" + "\n".join(_classic(name, text) for name, text in groups.items()) + "})();\n"


def _classic(name: str, text: str) -> str:
    given = ", ".join(_GIVEN.findall(text))
    text = _TAKEN.sub(r"const \1 = \2_module;", text)
    text = _TAKEN_LATER.sub(r"Promise.resolve(\1_module)", text)
    text = _EXPORT.sub("", text).replace("export default {", "void {")
    return f"const {name}_module = (() => {{\n{text}\nreturn {{ {given} }};\n}})();\n"


@cache
def frame_script() -> str:
    """Return the script that finds what is to be seen together, for a page that runs scripts without modules."""
    return _EXPORT.sub("", (_STATIC / "frame.js").read_text(encoding="utf-8"))
