"""« Vrai ou faux ? »: one decides, is told why, then chooses what to do; a wrong answer can be given again."""

from html import unescape

import pytest

from atelier_ameli import Screen
from practice.loading.faults import DataError
from tests.support import SITE
from tests.support.broken_data import Course


@pytest.fixture
def screen():
    return Screen("received", persona="luc")


def said(screen):
    """Return what is drawn, as it is read."""
    return unescape(screen.html)


@pytest.mark.parametrize("name", SITE.received)
def test_each_thing_received_can_be_recognised_and_settled_and_says_why(screen, name):
    one = SITE.received[name]
    screen.do("look", thing=name)
    screen.do("judge", answer="genuine" if one.genuine else "false")
    assert all(sign in said(screen) for sign in one.signs)
    screen.do("act", act=next(act.id for act in one.acts if act.right))
    assert not any(screen.page.told)
    screen.do("list")
    assert screen.page.settled == (name,)


@pytest.mark.parametrize("name", SITE.received)
def test_a_wrong_answer_is_told_without_blame_and_another_can_be_given(screen, name):
    one = SITE.received[name]
    screen.do("look", thing=name)
    screen.do("judge", answer="false" if one.genuine else "genuine")
    assert "Regardez encore" in said(screen)
    assert one.signs[0] in said(screen)
    screen.do("judge", answer="check")
    assert one.checked in said(screen)
    screen.do("act", act=one.acts[0].id)  # not before it is recognised
    assert screen.page.settled == ()
    screen.do("judge", answer="genuine" if one.genuine else "false")
    for act in one.acts:
        if not act.right:
            screen.do("act", act=act.id)
            assert act.told in said(screen)
    assert screen.page.settled == ()


def test_what_is_decided_is_there_again_after_a_reload_and_nothing_else_is_believed():
    page_of = Screen("received", persona="luc").page
    page = type(page_of).resume(
        page_of.world,
        {"open": "nulle_part", "judged": ["sms_carte_vitale", 3, "x"], "settled": ["mail_remboursement"]},
    )
    assert (page.open, page.judged, page.settled) == ("", ("sms_carte_vitale",), ())
    assert type(page).resume(page.world, {"judged": "sms_carte_vitale"}).judged == ()


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("carte-vitale-urgent.example", "carte-vitale-urgent.fr", "une fausse adresse finit par"),
        ("right = true", "right = false", "une seule bonne chose à faire"),
        ('id = "pay"', 'id = "report"', "chaque chose à faire a son propre id"),
        ('kind = "sms"', 'kind = "fax"', "letter, mail, sms, call"),
    ],
)
def test_what_cannot_be_is_refused_with_its_entry_and_the_reason(tmp_path, before, after, told):
    course = Course(tmp_path)
    assert course.change("received.toml", lambda text: text.replace(before, after, 1))
    with pytest.raises(DataError, match="sms_carte_vitale") as refused:
        _ = course.kind.load("2021").received
    assert told in str(refused.value)
