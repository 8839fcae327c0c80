"""A trainer who presents to a room plays a screen as somebody else: afresh, and for the time of the session."""

import re

import pytest

from atelier_ameli import Exercise, Screen, data
from atelier_ameli.identity.personas import AccountStatus
from practice.services import Channel
from practice.session import UnknownActionError
from tests.journeys.access import FATOU, JESSICA, WRONG
from tests.support import SITE
from tests.support.pages import plain, soup

NOTEBOOKS = data.DATA.parent / "notebooks"
#: each place where a chapter puts a screen: the page, the person, the device
PLACES = sorted(
    {
        (start, persona, device or "computer")
        for notebook in NOTEBOOKS.glob("*.ipynb")
        for start, persona, device in re.findall(
            r'Screen\(\\"(\w+)\\", persona=\\"(\w+)\\"(?:, device=\\"(\w+)\\")?', notebook.read_text(encoding="utf-8")
        )
    }
)


def offered(screen):
    """Return the ids of those whom the list offers."""
    screen.do("choose_persona")
    return [option["value"] for option in soup(screen).find(id=f"{screen.key}-player").find_all("option")]


def test_the_list_comes_when_it_is_asked_for_and_goes_again():
    screen = Screen("login", persona="jessica")
    assert soup(screen).find("select") is None
    screen.do("choose_persona")
    assert screen.focus == f"{screen.key}-player"
    assert "Jouer avec" in soup(screen).find("label", attrs={"for": screen.focus}).get_text()
    screen.do("choose_persona")
    assert screen.focus == f"{screen.key}-other-persona"
    assert soup(screen).find("select") is None


def test_the_choice_is_drawn_for_trainers_alone():
    screen = Screen("login", persona="jessica")
    for _ in range(2):
        assert "for-trainers" in soup(screen).find(id=f"{screen.key}-switcher")["class"]
        screen.do("choose_persona")


def test_another_person_starts_afresh():
    screen = Screen("login", persona="jessica")
    for _ in range(3):
        screen.do("sign_in", **WRONG)
    screen.do("play_as", persona="fatou")
    assert screen.focus == f"{screen.key}-title"
    assert screen.say.endswith("Fatou DIALLO.")
    assert "Fatou DIALLO" in plain(screen)
    assert "bloqué" not in plain(screen)
    assert screen.world.accounts[SITE.personas["jessica"].nir].status is AccountStatus.ACTIVE
    screen.do("sign_in", **FATOU)
    assert "nouveau code" in plain(screen)


def test_what_was_typed_and_not_sent_is_gone_too():
    screen = Screen("login", persona="jessica")
    before = soup(screen).find(class_="desk")["id"]
    screen.do("play_as", persona="fatou")
    assert soup(screen).find(class_="desk")["id"] != before  # so screen.js puts new fields there


def test_the_same_person_may_start_afresh_too():
    screen = Screen("payments", persona="nadia")
    screen.do("open", page="messages")
    screen.do("play_as", persona="nadia")
    assert screen.page.name == "payments"
    assert screen.snapshot()


def test_behind_the_door_only_those_with_an_account_are_offered():
    screen = Screen("payments", persona="nadia")
    people = SITE.personas
    assert offered(screen) == [name for name in people if people[name].account is not AccountStatus.NONE]
    screen.do("play_as", persona="karim")
    assert screen.world.signed_in is people["karim"]
    assert "Karim BENALI" in plain(screen)
    assert "Inès" not in plain(screen)  # her daughter, and her payments


def test_before_the_door_everybody_is_offered():
    assert offered(Screen("login", persona="jessica")) == list(SITE.personas)


@pytest.mark.parametrize("name", ["jean", "nobody", "", None, ["karim"], {}])
def test_whoever_cannot_start_there_is_refused(name):
    screen = Screen("payments", persona="nadia")
    before = screen.html
    with pytest.raises(UnknownActionError):
        screen.do("play_as", persona=name)
    with pytest.raises(UnknownActionError):
        screen.do("play_as")
    assert screen.draw() == before


def test_the_phone_stays_in_hand():
    screen = Screen("account_home", persona="karim", device="phone")
    screen.do("switch")
    screen.do("play_as", persona="luc")
    assert screen.world.device is Channel.PHONE
    assert soup(screen).find(class_="handset")
    assert "Luc FABRE" in plain(screen)


def test_what_is_played_in_the_room_is_not_kept():
    """In the browser, Fatou has a place of her own from another chapter: it stays as it was."""
    kept = {}
    other = Screen("login", persona="fatou")
    other.do("sign_in", **FATOU)
    kept |= other.snapshot()
    screen = Screen("login", persona="jessica")
    screen.do("forgotten_code")
    kept |= screen.snapshot()
    before = dict(kept)
    screen.do("play_as", persona="fatou")
    screen.do("sign_in", **{**FATOU, "code": "0000"})
    kept |= screen.snapshot()
    assert kept == before


def test_a_reload_gives_the_chapter_its_own_person_back_where_she_was():
    screen = Screen("login", persona="jessica")
    screen.do("forgotten_code")
    kept = screen.snapshot()
    screen.do("play_as", persona="fatou")
    kept |= screen.snapshot()
    for after in (Screen("login", persona="jessica"), screen):  # a new kernel, and the one that was already there
        after.resume(kept)
        assert after.page.name == "forgotten_code"
        assert "Jessica PETIT" in plain(after)
        assert "Fatou" not in plain(after)


def test_the_trainer_reads_that_nothing_is_kept():
    screen = Screen("login", persona="jessica")
    assert "Rien n'est gardé" not in plain(screen)
    screen.do("play_as", persona="fatou")
    assert "vous jouez avec Fatou DIALLO. Rien n'est gardé." in plain(screen)
    screen.do("start_again")
    assert "Fatou DIALLO" in plain(screen)


def test_an_exercise_keeps_its_own_person():
    exercise = Exercise("trois_codes_faux", mode="guided")
    assert "for-trainers" not in exercise.html
    for action in ("choose_persona", "play_as"):
        with pytest.raises(UnknownActionError):
            exercise.do(action, persona="jessica")


@pytest.mark.parametrize(("start", "persona", "device"), PLACES)
def test_all_who_are_offered_can_play(start, persona, device):
    screen = Screen(start, persona=persona, device=device)
    for name in offered(screen):
        screen.do("play_as", persona=name)
        assert SITE.personas[name].full_name in plain(screen)
        if screen.world.signed_in:
            assert screen.world.signed_in.id == name


def test_the_list_tells_who_each_one_is():
    people = SITE.personas.values()
    assert all(person.story.startswith(person.first_name) for person in people)
    assert len({person.story for person in people}) == len(people)
    screen = Screen("payments", persona="nadia")
    screen.do("choose_persona")
    chosen = soup(screen).find("option", selected=True)
    assert "Nadia LOPEZ" in chosen.get_text()
    assert "35 ans" in chosen.get_text()


def test_a_learner_pays_little_for_it():
    """At most 300 bytes a screen, before compression: whoever learns does not see it."""
    screen = Screen("login", persona="jessica")
    assert len(str(soup(screen).find(id=f"{screen.key}-switcher"))) < 300


def test_jessica_can_sign_in_after_somebody_else_was_played():
    screen = Screen("login", persona="jessica")
    screen.do("play_as", persona="fatou")
    screen.do("play_as", persona="jessica")
    screen.do("sign_in", **JESSICA)
    assert screen.world.signed_in.id == "jessica"
