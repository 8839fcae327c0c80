"""Which notebook this process executes, and which of its cells, as far as Jupyter says so."""

import os
import sys
from pathlib import PurePath

_NOTEBOOK = "JPY_SESSION_NAME"  #: of the environment: the path of the notebook of a kernel


def notebook_name() -> str:
    """Return the name of the notebook that is executed, without its suffix; an empty text if nobody says it."""
    return PurePath(os.environ.get(_NOTEBOOK, "")).stem


def executed_cell() -> object:
    """Return what tells the cell that is executed from the others: it may be executed again. None if nobody says it."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    message = getattr(shell, "parent_header", None) or {}
    return message.get("metadata", {}).get("cellId") if isinstance(message, dict) else None
