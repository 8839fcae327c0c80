"""The engine of a browser says what Python says here."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from practice.doors.web import building
from tests.support import ROOT, SITE
from tests.support.without_server.played import played

PLAYED = (ROOT / "tests" / "support" / "without_server" / "played.py").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def said(restored: Callable[[str], str]) -> dict:
    """Return what the engine says: the files that it sees, and each exercise as it is played there."""
    asked = "json.dumps({'files': os.listdir('/'), 'played': played(engine.site)})"
    return json.loads(restored(f"import os\n{PLAYED}\n{asked}"))


def test_every_exercise_played_to_its_end_in_the_engine_says_what_it_says_here(said):
    there = said["played"]
    here = played(SITE)
    assert len(here) > 80
    assert {name for name in here if there[name] != here[name]} == set()


def test_an_engine_that_was_made_is_not_made_again(engine, monkeypatch):
    monkeypatch.setattr(building, "_run", lambda *_: pytest.fail("it is made again"))
    assert replace(building.build(type(SITE)), level=engine.level) == engine


def test_the_engine_has_no_file_of_the_course_to_read_late(said):
    assert "lib" in said["files"]
    assert "course" not in said["files"]
