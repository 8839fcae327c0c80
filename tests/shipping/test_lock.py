"""requirements.lock: the same versions at each installation, and they are what pyproject.toml asks for."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from practice.doors.bundle.lock import read_lock
from tests.support import ROOT

DOCUMENT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = [Requirement(one) for one in DOCUMENT["project"]["dependencies"] + DOCUMENT["build-system"]["requires"]]
LOCKED = read_lock(ROOT / "requirements.lock")
AGAIN = "python tools/lock.py"


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: one.name)
def test_each_library_that_is_asked_for_has_a_version_that_its_range_allows(asked):
    mine = [one for one in LOCKED if one.name == canonicalize_name(asked.name)]
    assert mine, AGAIN
    for one in mine:
        assert asked.specifier.contains(one.version), AGAIN


def test_each_one_is_known_by_what_its_files_contain():
    assert len(LOCKED) > 80
    for one in LOCKED:
        assert one.hashes, one.name
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in one.hashes)


def test_nothing_is_in_it_that_nobody_asks_for():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.findall(r"^([\w.-]+)==(.*(?:\n[ ].*)*)", text, re.MULTILINE)
    asked = {canonicalize_name(name) for name, about in entries if "(pyproject.toml)" in about or "# via" not in about}
    assert asked == {canonicalize_name(one.name) for one in ASKED}, AGAIN
