"""What is said of a data file once it is broken."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from atelier_ameli.data import DATA
from practice.loading.faults import DataError


def refusal(folder: Path, name: str, before: str, after: str, load: Callable[[Path], Any]) -> str:
    """Break a copy of a file of `data/` in a folder; return why `load` refuses it."""
    whole = (DATA / name).read_text(encoding="utf-8")
    assert before in whole
    broken = folder / Path(name).name
    broken.write_text(whole.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(DataError) as error:
        load(broken)
    return str(error.value)
