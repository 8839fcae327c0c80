"""What the server asks of the operating system: enough connections for a large class."""

import subprocess
import sys

import pytest

pytest.importorskip("resource", reason="Windows has no such limit")

_ASK = """
import resource
from practice.doors.voila.systems import allow_many_connections
resource.setrlimit(resource.RLIMIT_NOFILE, ({now}, {most}))
allow_many_connections()
print(*resource.getrlimit(resource.RLIMIT_NOFILE))
"""


def limits_after(now: int, most: int) -> list[int]:
    code = _ASK.format(now=now, most=most)
    return [int(number) for number in subprocess.check_output([sys.executable, "-c", code], text=True).split()]


def test_a_mac_starts_with_256_connections_and_gets_4096():
    assert limits_after(256, 10000) == [4096, 10000]


def test_no_more_is_asked_for_than_the_system_gives():
    assert limits_after(256, 1000) == [1000, 1000]


def test_whoever_has_more_keeps_it():
    assert limits_after(8000, 10000) == [8000, 10000]
