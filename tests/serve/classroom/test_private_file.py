"""The private file of a room: for its owner only, and gone when the room is."""

import json
import stat
import time

import pytest

from practice.classroom.keys import LIFE, Keys
from practice.doors.voila.classroom.opening import close_if_over, open_classroom
from practice.doors.voila.classroom.private_file import PrivateFile
from practice.doors.voila.room import Room
from tests.support import ROOT, SITE


def test_only_its_owner_reads_it_and_it_gives_the_keys_again(tmp_path):
    file, keys = PrivateFile(tmp_path / "new" / "salle.json", lambda: 5.0), Keys.new(1.0)
    assert file.read() is None
    for _ in range(2):
        file.write(keys)
    assert file.read() == keys
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert list(file.path.parent.iterdir()) == [file.path]


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00", "x" * 20_000, json.dumps(Keys.new(1.0).keep() | {"key": ""})])
def test_whatever_is_no_key_goes_away(tmp_path, text):
    file = PrivateFile(tmp_path / "salle.json", lambda: 5.0)
    file.path.write_text(text, encoding="utf-8")
    assert file.read() is None
    assert not file.path.exists()


def test_twelve_hours_later_it_goes_away(tmp_path):
    file = PrivateFile(tmp_path / "salle.json", lambda: 1.0 + LIFE)
    file.write(Keys.new(1.0))
    assert file.read() is None
    assert not file.path.exists()


def test_a_room_that_is_closed_or_has_lasted_twelve_hours_leaves_no_file(tmp_path):
    for over in (False, True):
        room, path = Room(ROOT / "notebooks", SITE, "/"), tmp_path / "salle.json"
        classroom = open_classroom(room, path)
        close_if_over(room)
        assert path.exists()
        if over:
            classroom.keys.begun = time.time() - LIFE - 1
            close_if_over(room)
        else:
            classroom.close()
        assert room.classroom is None
        assert not path.exists()
