"""Papers as real PDF files, and those of the course itself.

What makes them is imported with the first paper: the library for PDF is a quarter of what the course would import.
"""

from importlib import import_module
from typing import Any

#: which module has what
_HOMES = {"attendance": "course_paper", "quiz_on_paper": "course_paper", "resume_paper": "course_paper"}
LATE = (f"{__name__}.course_paper",)  #: the modules that are imported when first used


def __getattr__(name: str) -> Any:
    """Return what makes a paper."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
