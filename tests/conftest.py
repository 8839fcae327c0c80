"""Hypothesis throws the same inputs at each run; files go whole to workers; what needs Voilà meets one server."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "atelier", derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("atelier")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        needs_voila = "server" in getattr(item, "fixturenames", ())
        item.add_marker(pytest.mark.xdist_group("voila" if needs_voila else str(item.path)))
