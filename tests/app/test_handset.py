"""The drawn phone by itself: fetching the application, what it may use, pictures, places and their hours."""

from datetime import datetime

import pytest

from atelier_ameli.public_site.terminals import Terminal
from practice.phone.handset import Handset, Look, Permission
from practice.phone.pictures import SHAKY, Camera, Fault, View
from tests.support import SITE

MONDAY_MORNING = datetime.fromisoformat("2021-03-01T10:00")


def test_the_application_is_fetched_step_by_step_and_no_further():
    phone = Handset(Look.ANDROID)
    seen = []
    for _ in range(6):
        phone = phone.fetching()
        seen.append(phone.fetched)
    assert seen == [30, 100, 100, 100, 100, 100]
    assert phone.installed
    assert phone.without_app() == Handset(Look.ANDROID)


def test_what_was_not_asked_is_not_allowed_and_a_refusal_is_told_apart():
    before = Handset()
    assert before.next_question is Permission.NOTIFICATIONS
    assert not before.allows(Permission.CAMERA)
    after = before.answered(Permission.CAMERA, allowed=False)
    assert after.refused_since(before) is Permission.CAMERA
    assert after.answered(Permission.PHOTOS, allowed=True).refused_since(after) is None
    assert after.answered(Permission.CAMERA, allowed=True).allows(Permission.CAMERA)


@pytest.mark.parametrize("wrong", [{"fetched": 50}, {"fetched": -1}, {"opened": True}])
def test_a_phone_that_no_exercise_leads_to_is_refused(wrong):
    with pytest.raises(ValueError, match="fetched"):
        Handset(**wrong)


def use(*done, phone=None):
    """Return the camera and the phone after some things done."""
    camera, phone = Camera(), phone or Handset()
    for one in done:
        camera, phone = camera.after(one, SITE.pictures, phone)
    return camera, phone


def test_the_camera_is_asked_for_once():
    camera, phone = use("camera", "allow")
    assert camera.view is View.CAMERA
    assert use("camera", phone=phone)[0].view is View.CAMERA
    assert use("gallery", phone=phone)[0].view is View.ASK


def test_a_refusal_leads_back_to_the_choice_and_can_be_changed():
    camera, phone = use("camera", "refuse")
    assert camera == Camera()
    assert use("camera", "allow", phone=phone)[0].view is View.CAMERA


def test_each_thing_put_right_is_right_on_the_picture():
    known = SITE.pictures
    for fault in SHAKY:
        others = [f"adjust {other}" for other in SHAKY if other is not fault]
        camera, _ = use("camera", "allow", *others, "shoot")
        assert known.picture(camera.picture).faults == (fault,)
        assert [words.id for words, right in known.checks(known.picture(camera.picture)) if not right] == [fault]
    camera, _ = use("camera", "allow", *(f"adjust {fault}" for fault in SHAKY), "shoot")
    assert known.picture(camera.picture).faults == ()


def test_a_paper_too_small_is_cropped_and_a_paper_cut_cannot_be():
    small, _ = use("gallery", "allow", "pick table", "crop")
    assert SITE.pictures.picture(small.picture).faults == ()
    cut, _ = use("gallery", "allow", "pick near", "crop")
    assert SITE.pictures.picture(cut.picture).faults == (Fault.CUT,)


@pytest.mark.parametrize("done", ["shoot", "pick near", "crop", "adjust cut", "allow", "nonsense", "", "camera camera"])
def test_what_cannot_be_done_here_leaves_the_camera_as_it_is(done):
    assert use(done)[0].picture == ""


@pytest.mark.parametrize("name", ["", "shot-other", "shot-dark-cut", "near-cropped", "table-cropped-cropped", "../x"])
def test_a_picture_that_nobody_could_take_is_none(name):
    assert SITE.pictures.picture(name) is None


def terminal(**changes):
    usual = {"first_day": "lundi", "last_day": "vendredi", "opens": "08:30", "closes": "17:00", "metres": 150}
    return Terminal("essai", "Borne", "1 rue de l'Essai", **{**usual, **changes}, x=1, y=1)


def test_a_terminal_is_open_on_its_days_and_in_its_hours():
    assert terminal().open_at(MONDAY_MORNING)
    assert not terminal(first_day="mardi").open_at(MONDAY_MORNING)
    assert not terminal(opens="10:01").open_at(MONDAY_MORNING)
    assert not terminal(closes="10:00").open_at(MONDAY_MORNING)


def test_a_distance_is_told_as_people_say_it():
    assert terminal().distance == "150 mètres"
    assert terminal(metres=2300).distance == "2,3 km"


@pytest.mark.parametrize("wrong", [{"first_day": "samedi"}, {"last_day": "fête"}, {"opens": "18:00"}, {"opens": "8h"}])
def test_a_terminal_that_could_not_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        terminal(**wrong)


def test_doctors_are_found_by_specialty_and_by_town():
    directory = SITE.doctors
    assert directory.find() == directory.doctors
    assert [doctor.name for doctor in directory.find("Dentiste", "Blagnac")] == ["Docteur Alix Croquis"]
    assert directory.find("Cardiologue", "Muret") == ()
