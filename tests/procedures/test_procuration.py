"""A « procuration » of 2026: who may go to the counter in one's place, for how long, with which paper."""

import pytest

from practice.procedures.projection import followed
from tests.journeys import reach
from tests.journeys.requests_today import MADE, REVOKED
from tests.support import SITE
from tests.support.pages import again, errors
from tests.support.pages import text as text_of
from tests.support.papers import read


def text(screen):
    return text_of(screen).replace("\u00a0", " ")


def state(screen):
    screen.do("open", page="follow_up")
    return [one.state for one in followed(screen.world)]


def test_the_site_of_2021_has_no_procuration():
    assert "procuration" not in SITE.requests


def test_it_is_ready_at_once_as_a_paper_for_one_month_and_for_the_subjects_chosen():
    screen = reach("2026, procuration, made")
    assert "Pour Alice MODÈLE. Elle est valable un mois, jusqu'au 1er avril 2026." in text(screen)
    screen.do("paper", paper="1 procuration")
    paper = " ".join(page.extract_text() for page in read(screen.download.content).pages)
    for words in ("Alice MODÈLE", "du 2 mars 2026 au 1er avril 2026", "Un accident du travail", "Un arrêt de travail"):
        assert words in " ".join(paper.replace("\u00a0", " ").split())
    assert "Une maternité" not in paper


def test_after_a_month_it_is_over_and_there_is_nothing_left_to_revoke():
    screen = reach("2026, procuration, over")
    assert state(screen) == ["Procuration terminée"]
    for action, answers in REVOKED[:3]:
        screen.do(action, **answers)
    assert "pas de procuration en cours" in errors(screen)[0]


def test_once_revoked_it_names_whom_it_was_for_and_cannot_be_revoked_again():
    screen = reach("2026, procuration, revoked")
    assert "Alice MODÈLE ne peut plus venir à votre place." in text(screen)
    for action, answers in REVOKED[:3]:
        screen.do(action, **answers)
    assert "pas de procuration en cours" in errors(screen)[0]
    for action, answers in MADE:
        screen.do(action, **answers)
    assert state(screen)[-1] == "Procuration prête"


@pytest.mark.parametrize(
    ("name", "told"),
    [("a minor", "18 ans ou plus"), ("himself", "l'autre personne"), ("nothing to revoke", "l'autre réponse")],
)
def test_what_cannot_be_is_refused_with_what_to_do_instead(name, told):
    assert told in errors(reach(f"2026, procuration, {name}"))[0]


def test_it_is_there_again_after_a_reload():
    assert state(again(reach("2026, procuration, made"))) == ["Procuration prête"]
