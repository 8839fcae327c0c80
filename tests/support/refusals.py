"""What is said of a data file once it is broken: one table of cases for each kind of file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from atelier_ameli.data import DATA
from practice.loading.faults import DataError


def refused(name: str, load: Callable[[Path], Any], *cases: tuple[str, ...]) -> Callable[..., None]:
    """Return the test of a file of `data/`: each case is `before`, `after`, perhaps the entry, and the reason.

    Broken so, a copy is refused, with its name, an entry and the reason.
    """

    @pytest.mark.parametrize("case", cases, ids=[f"{before} > {after}" for before, after, *_ in cases])
    def test(tmp_path: Path, case: tuple[str, ...]) -> None:
        before, after, *entry, reason = case
        said = refusal(tmp_path, name, before, after, load)
        assert f"{Path(name).name}, entrée « {f'{entry[0]} »' if entry else ''}" in said
        assert _plain(reason) in said

    return test


def refusal(folder: Path, name: str, before: str, after: str, load: Callable[[Path], Any]) -> str:
    """Break a copy of a file of `data/` in a folder; return why `load` refuses it, with ordinary spaces."""
    whole = (DATA / name).read_text(encoding="utf-8")
    assert before in whole
    broken = folder / Path(name).name
    broken.write_text(whole.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(DataError) as error:
        load(broken)
    return _plain(str(error.value))


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")
