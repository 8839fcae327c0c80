"""A chapter run from its first cell to its last, in memory: its own file stays without outputs."""

from pathlib import Path

import nbformat
from nbclient.exceptions import CellControlSignal, CellExecutionError, DeadKernelError
from nbconvert.preprocessors import ExecutePreprocessor

PATIENCE = 120  # seconds, for one cell


class ChapterError(Exception):
    """A chapter that cannot become slides. The message names it, and the cell, in French."""


def run(path: Path) -> nbformat.NotebookNode:
    """Return the notebook with the outputs of its cells. Raises ChapterError at the first cell that fails."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError) as error:
        raise ChapterError(f"Le chapitre « {path.stem} » n'est pas un carnet Jupyter lisible.") from error
    if all(cell.metadata.get("slideshow", {}).get("slide_type") in {"skip", "notes"} for cell in notebook.cells):
        raise ChapterError(f"Le chapitre « {path.stem} » n'a aucune diapositive : toutes ses cellules sont cachées.")
    begun: list[int] = []
    runner = ExecutePreprocessor(
        kernel_name="python3",
        timeout=PATIENCE,
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],
        on_cell_start=lambda cell, cell_index: begun.append(cell_index),  # noqa: ARG005 - called by these names
    )
    try:
        runner.preprocess(notebook, {"metadata": {"path": str(path.parent)}})
    except (CellExecutionError, CellControlSignal, DeadKernelError) as error:
        raise ChapterError(_explain(path, notebook, begun[-1:], error)) from error
    return notebook


def _explain(path: Path, notebook: nbformat.NotebookNode, begun: list[int], error: Exception) -> str:
    where = f"Le chapitre « {path.stem} » s'est arrêté"
    if not begun:
        return f"{where} avant sa première cellule : {error}"
    cell = notebook.cells[begun[0]]
    if isinstance(error, CellExecutionError):
        why = f"{error.ename} : {error.evalue}"
    elif isinstance(error, DeadKernelError):
        why = "Python s'est arrêté."
    else:
        why = f"elle dure plus de {PATIENCE} secondes."
    return f"{where} à la cellule {begun[0] + 1} (« {cell.get('id', '?')} ») : {why}\n    {cell.source.strip()}"
