"""Whom each tablet plays: neighbours differ, and what is on paper is what is on the tablet."""

from itertools import pairwise

import pytest

from atelier_ameli.data import DATA
from atelier_ameli.site import Site
from practice.classroom.dealing import deal, dealt, players
from practice.course.loading import load_kit
from tests.support import SITE
from tests.support.energy.site import Site as EnergySite
from tests.support.refusals import refused

_KIT = (DATA / "trainer.toml").read_text(encoding="utf-8")
PLAYERS = next(line for line in _KIT.splitlines() if line.startswith("players ="))


@pytest.mark.parametrize("seats", [1, 2, 10, 11, 12, 40])
@pytest.mark.parametrize("year", Site.years())
def test_neighbours_never_play_the_same_person(seats, year):
    played = deal(players(Site.load(year)), seats)
    assert len(played) == seats
    assert all(one != other for one, other in pairwise(played))


def test_the_paper_of_a_tablet_and_the_tablet_itself_play_the_same_person():
    people = players(SITE)
    assert [dealt(people, number) for number in range(1, 41)] == list(deal(people, 40))


@pytest.mark.parametrize("year", Site.years())
def test_whoever_is_dealt_can_sign_in_with_what_is_on_her_card(year):
    site = Site.load(year)
    people = [site.personas[name] for name in players(site)]
    assert len(people) >= 8
    assert all(one.has_account and one.code and not one.forgot_code and not one.holder for one in people)


def test_there_is_no_tablet_zero():
    with pytest.raises(ValueError, match="commencent à 1"):
        dealt(("jessica",), 0)


def test_a_site_without_a_kit_deals_all_who_have_an_account():
    site = EnergySite.load()
    assert players(site) == tuple(site.personas)


test_players_that_cannot_be_dealt_are_refused = refused(
    "trainer.toml",
    lambda file: load_kit(file, SITE.chapters, SITE.people),
    ('"karim",', '"jessica",', "« jessica » y est deux fois"),
    ('"karim",', '"kevin",', "« kevin » n'est pas dans personas.toml"),
    ('"karim",', '"zoe",', "« zoe » n'a pas de compte"),
    (PLAYERS, 'players = ["jessica"]', "deux personnes au moins"),
)
