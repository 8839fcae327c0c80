"""The sessions for a room: two hours, chapters that exist, and a broken file refused with its reason."""

import copy
import tomllib

import pytest

from atelier_ameli import Sessions, data
from practice.course.loading import load_sessions
from practice.course.outline.timetables import LEEWAY, LENGTH, Moment
from practice.loading.faults import DataError
from tests.support import SITE

FILE = data.DATA / "sessions.toml"
FIRST = tomllib.loads(FILE.read_text(encoding="utf-8"))["session"][0]


def written(folder, *entries):
    """Return a file with these sessions."""
    lines = []
    for entry in entries:
        lines.append("[[session]]")
        lines += [f"{name} = {_toml(value)}" for name, value in entry.items()]
    file = folder / "sessions.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def _toml(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        steps = (", ".join(f"{k} = {_toml(v)}" for k, v in step.items()) for step in value)
        return "[" + ", ".join(f"{{ {step} }}" for step in steps) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def changed(step=None, **values):
    """Return the first session with other values; `step` is the place of a step, and `values` then are its."""
    entry = copy.deepcopy(FIRST)
    if step is None:
        entry |= values
    else:
        entry["steps"][step] |= values
    return entry


def test_each_session_is_about_two_hours_with_a_break():
    assert len(SITE.sessions) >= 3
    for session in SITE.sessions:
        assert abs(session.minutes - LENGTH) <= LEEWAY
        moments = [step.moment for step in session.steps]
        assert moments[0] is Moment.WELCOME
        assert moments[-1] is Moment.QUESTIONS
        assert Moment.BREAK in moments
        assert session.exercise_value


def test_no_chapter_is_given_less_time_than_it_takes():
    lengths = {chapter.number: chapter.minutes for chapter in SITE.chapters}
    for session in SITE.sessions:
        for step in session.steps:
            assert step.chapter is None or step.minutes >= lengths[step.chapter]


def test_the_timetable_goes_on_without_a_hole():
    for session in SITE.sessions:
        end = 0
        for start, step in session.timetable:
            assert start == end
            end += step.minutes
        assert end == session.minutes


def test_each_chapter_of_a_session_has_its_link_and_its_sheets():
    drawn = Sessions()._repr_html_()
    for session in SITE.sessions:
        numbers = " ".join(f"{number:02d}" for number in session.chapters)
        assert f"python3 atelier.py sheets {numbers}<" in drawn
        for number in session.chapters:
            assert f'href="{SITE.chapters[number].notebook}" data-presenter' in drawn


def test_a_copy_is_read_as_the_file_is(tmp_path):
    assert load_sessions(written(tmp_path, FIRST), SITE.chapters) == SITE.sessions[:1]


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (changed(exercise_value=False), "exercise_value"),
        (changed(title=3), "title"),
        (changed(room="12"), "room"),
        (changed(steps=FIRST["steps"][1:]), "commence par « welcome »"),
        (changed(steps=FIRST["steps"][:-1]), "finit par « questions »"),
        (changed(steps=[s for s in FIRST["steps"] if s.get("moment") != "break"]), "une seule pause"),
        (changed(steps=[]), "c'est vide"),
        (changed(step=1, chapter=2), "deux fois"),
        (changed(step=1, chapter=99), "chapitre 99"),
        (changed(step=1, minutes=5), "il en faut 120"),
        (changed(step=1, minutes=20), "le chapitre 0 demande 25 minutes"),
        (changed(step=1, minutes=0), "une minute au moins"),
        (changed(step=1, minutes="25"), "il faut un nombre entier"),
        (changed(step=1, moment="nap"), "il faut l'un de"),
        (changed(step=1, moment="break"), "numéro d'un chapitre"),
        (changed(step=1, say=""), "c'est vide"),
        (changed(step=1, say="mot " * 40), "30 mots au plus"),
    ],
)
def test_a_session_that_no_room_could_hold_is_refused(tmp_path, entry, reason):
    with pytest.raises(DataError) as refused:
        load_sessions(written(tmp_path, entry), SITE.chapters)
    said = str(refused.value).replace("\u00a0", " ")
    assert "sessions.toml" in said
    assert "trouver" in said
    assert reason in said


def test_two_sessions_with_the_same_id_are_refused(tmp_path):
    with pytest.raises(DataError, match="déjà"):
        load_sessions(written(tmp_path, FIRST, FIRST), SITE.chapters)


def test_the_sessions_together_go_through_the_whole_course():
    numbers = {number for session in SITE.sessions for number in session.chapters}
    assert sorted(numbers) == [chapter.number for chapter in SITE.chapters]
