"""Hypothesis throws the same inputs at each run. Two workers share the tests, file by file."""

from pathlib import Path

from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

settings.register_profile(
    "atelier", derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("atelier")

_ROOT = Path(__file__).parents[1]


class ByFile(LoadScopeScheduling):
    """A file stays whole, a notebook too; all the files that open a chapter go to the worker that has Voilà."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "voila" if "open_chapter" in (_ROOT / file).read_text(encoding="utf-8") else file


def pytest_xdist_make_scheduler(config, log):
    return ByFile(config, log)
