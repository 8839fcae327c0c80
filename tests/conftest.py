"""Hypothesis throws the same inputs at each run. Two workers share the tests by files, the longest first."""

import gc
import os
import socket
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from tests.support import every_drawing, one_kernel

os.environ.pop("ATELIER_WORK", None)  # a terminal of JupyterLab has it: the tests would write into a learner's file
settings.register_profile(
    "atelier", derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("atelier")
gc.set_threshold(100_000, 20, 100)  # hundreds of modules are read, thousands of tests made: nearly nothing is garbage
one_kernel.share()
every_drawing.look()

_ROOT = Path(__file__).parents[1]
_FOLDER = ("tests/browser/folder/", "tests/browser/engines/")  #: whose files share what is made or started once


@cache
def _uses(name: str, file: str) -> bool:
    return name in (_ROOT / file).read_text(encoding="utf-8")


def _cost(group: str) -> int:
    return 2 if group in ("voila", "folder") else int("browser" in group)


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as other_program:
        other_program.bind(("", 0))  # it listens to nobody: a connection is refused at once
        yield other_program.getsockname()[1]


class ByGroup(LoadScopeScheduling):
    """A file stays whole, a notebook too; files that need a server, an engine or all drawings go where these are."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        if _uses("open_chapter", file):
            return "voila"
        if _uses("drawing_of", file):
            return "gallery, in a browser or not"
        if file.startswith(_FOLDER):
            return "folder"
        return "server" if file.startswith("tests/serve/") else file

    def _assign_work_unit(self, node) -> None:
        longest = max(self.workqueue, key=_cost)
        self.workqueue.move_to_end(longest, last=False)
        super()._assign_work_unit(node)


def pytest_collection_finish():
    """Leave alone what is there before the first test: to look through it for garbage again and again takes long."""
    gc.freeze()


def pytest_xdist_make_scheduler(config, log):
    return ByGroup(config, log)


def pytest_unconfigure():
    one_kernel.stop()
