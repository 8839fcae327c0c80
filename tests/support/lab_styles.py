"""The style sheets of the JupyterLab that is installed: its own are in its scripts, its colours in its themes."""

import json
import re
import sys
from pathlib import Path

_LAB = Path(sys.prefix, "share", "jupyter", "lab")
_SHEET = re.compile(r"""\.push\(\[\w+\.id,\s*(`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
_ADDRESS = re.compile(r"\$\{\w+\}")


def lab_styles(theme: str = "theme-light-extension") -> str:
    """Return what JupyterLab says of the look of its page and of what stands in it."""
    core = next(_LAB.glob("static/jlab_core.*.js")).read_text(encoding="utf-8")
    sheets = [_ADDRESS.sub("", _read(found)) for found in _SHEET.findall(core)]
    assert any(".jp-OutputArea-output dt" in sheet for sheet in sheets), "where are its styles now?"
    colours = (_LAB / "themes" / "@jupyterlab" / theme / "index.css").read_text(encoding="utf-8")
    return "\n".join([colours, *sheets])


def _read(literal: str) -> str:
    if literal[0] == '"':
        return json.loads(literal)
    return literal[1:-1].replace("\\n", "\n").replace("\\`", "`").replace("\\'", "'").replace("\\\\", "\\")
