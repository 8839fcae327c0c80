"""A chapter run in this process: what slides are made of, without the second that a kernel takes."""

from pathlib import Path

import nbformat
from IPython.core.formatters import DisplayFormatter
from nbformat import v4


def run_here(path: Path) -> nbformat.NotebookNode:
    """Return the notebook with the outputs of its cells: imports, and one thing to show each."""
    notebook = nbformat.read(path, as_version=4)
    names: dict[str, object] = {}
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        if cell.source.startswith(("from ", "import ")):
            exec(cell.source, names)
        else:
            shown, metadata = DisplayFormatter().format(eval(cell.source, names))
            cell.outputs = [v4.new_output("execute_result", shown, metadata=metadata)]
    return notebook
