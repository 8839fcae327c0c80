"""The spaces of French in the texts of notebooks: before « : ; ! ? », inside « », they must not break."""

import json
from pathlib import Path

from practice.drawing.typography import french


def put_spaces(folder: Path) -> list[str]:
    """Write the texts of the notebooks of a folder with French spaces; return the names of those that had others."""
    return [path.name for path in sorted(folder.glob("*.ipynb")) if _put_in(path)]


def _put_in(path: Path) -> bool:
    written = path.read_text(encoding="utf-8")
    try:
        notebook = json.loads(written)
        texts = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
        right = [french("".join(cell["source"])).splitlines(keepends=True) for cell in texts]
    except (ValueError, KeyError, TypeError):  # no notebook: the check tells it
        return False
    if right == [cell["source"] for cell in texts]:
        return False
    for cell, lines in zip(texts, right, strict=True):
        cell["source"] = lines
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return True
