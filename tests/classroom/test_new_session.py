"""Between two groups, and within one: each tablet plays its own person, shows its code, then is empty."""

from itertools import pairwise

import pytest

from atelier_ameli import Exercise, Progress, Screen
from atelier_ameli.site import Site
from practice.classroom.activity import Tried
from practice.classroom.board import Board
from practice.classroom.course import Course, Player
from practice.classroom.dealing import players
from practice.classroom.keys import Keys
from practice.classroom.new_session import CODE
from practice.course.exercises.exercises import Outcome
from practice.session import Context
from tests.support import SITE
from tests.support.classroom.stage import Clock, Page, Tablet, exercise, room
from tests.support.pages import plain, read, soup

SITES = {year: Site.load(year) for year in Site.years()}
PEOPLE = {year: [Player(name, site.personas[name].full_name) for name in players(site)] for year, site in SITES.items()}


class Nowhere:
    """Destinations of a room that sends nobody."""

    editions, first = (), ""

    def steps(self, key):
        return ()

    def title(self, key):
        return ""


def hall(tablets=3):
    """Return a room, its clock, and so many tablets that are here."""
    clock = Clock()
    made = room(clock)
    made.course = Course(PEOPLE.__getitem__, lambda year: f"/voila/render/{year}/00_accueil.ipynb")
    all_of_them = [Tablet(made) for _ in range(tablets)]
    for tablet in all_of_them:
        tablet.open()
    return made, clock, all_of_them


# ---- Whom each plays


def test_neighbours_play_different_people_and_each_tablet_says_whom():
    made, _, tablets = hall(12)
    assert not any("Votre personne" in tablet.hears["bar"] for tablet in tablets)
    made.dealing.start()
    played = [tablet.hears["player"] for tablet in tablets]
    assert all(played)
    assert all(one != other for one, other in pairwise(played))
    for tablet, name in zip(tablets, played, strict=True):
        assert f"Votre personne : {SITE.personas[name].full_name}." in read(tablet.hears["bar"]).get_text().replace(
            "\N{NO-BREAK SPACE}", " "
        )
    made.dealing.stop()
    assert not any(tablet.hears["player"] or "Votre personne" in tablet.hears["bar"] for tablet in tablets)


def test_a_tablet_that_comes_later_or_changes_its_number_plays_whom_its_envelope_says():
    made, _, (one, *_) = hall(2)
    made.dealing.start()
    third = Tablet(made)
    assert third.open()["player"] == PEOPLE["2021"][2].id
    made.swap(1, 3)
    assert one.hears["player"] == PEOPLE["2021"][2].id
    assert third.hears["player"] == PEOPLE["2021"][0].id


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_a_free_screen_opens_as_whom_the_tablet_plays_and_keeps_that_work_apart(site):
    at = Context(site, chapter="06_se_connecter").copy("ecran1", {"jessica": "karim"})
    dealt, own = Screen("login", persona="jessica", at=at), Screen("login", persona="jessica", at=Context(site))
    assert site.personas["karim"].full_name in plain(dealt)
    assert not dealt.snapshot().keys() & own.snapshot().keys()
    dealt.do("start_again")
    dealt.resume(dealt.snapshot() | own.snapshot())
    assert dealt.world.persona.id == "karim"


def test_a_screen_of_which_the_chapter_tells_something_stays_that_of_its_own_person():
    made, _, tablets = hall(2)
    made.dealing.start()
    instead = tablets[1].visit.instead("2021")
    assert instead == {"jessica": "karim"}
    nadia = Screen("payments", persona="nadia", at=Context(SITE).copy("ecran1", instead))
    assert nadia.world.persona.id == "nadia"
    made.dealing.stop()
    assert not tablets[1].visit.instead("2021")


def test_an_exercise_stays_that_of_its_own_person_and_a_person_who_cannot_start_there_is_not_played():
    at = Context(SITE).copy("exercice1", {"jessica": "karim"})
    assert Exercise("se_connecter", at=at).work.session.world.persona.id == "jessica"
    without = next(person.id for person in SITE.personas.values() if not person.has_account)
    screen = Screen("payments", persona="jessica", at=Context(SITE).copy("ecran1", {"jessica": without}))
    assert screen.world.persona.id == "jessica"


# ---- A new session


def test_each_tablet_is_led_to_its_code_and_emptied_only_once_its_learner_says_that_it_is_noted():
    made, _, (one, other, _) = hall()
    made.new_session.begin()
    assert made.new_session.waiting == [1, 2, 3]
    home = "/voila/render/2021/00_accueil.ipynb"
    assert one.hears["go"]["href"] == f"{home}#{CODE}"
    assert one.hears["stays"]
    assert read(one.hears["bar"]).find("a")["href"] == f"{home}#{CODE}"
    assert "empty" not in one.hears
    one.says("noted")
    assert one.hears["empty"]["href"] == home
    assert one.hears["say"] == "La tablette est prête pour une nouvelle séance."
    assert "empty" not in other.hears
    assert made.new_session.waiting == [2, 3]


def test_who_has_worked_in_both_years_is_led_to_the_code_of_each_before_anything_is_erased():
    made, _, (one, other, _) = hall()
    for tablet in (one, other):
        tablet.seat.results["2026", "se_connecter"] = Tried(Outcome.ALONE)
    other.seat.results["2021", "se_connecter"] = Tried(Outcome.ALONE)
    made.new_session.begin()
    one.says("noted")
    assert "empty" not in one.hears
    assert one.hears["go"]["href"] == f"/voila/render/2026/00_accueil.ipynb#{CODE}"
    assert "Vous avez aussi travaillé sur le site de 2026. Notez votre code" in read(one.hears["bar"]).get_text()
    one.says("noted")
    assert "empty" in one.hears
    made.new_session.go_on()
    assert "empty" in other.hears, "nobody is waited for"


def test_after_a_restart_each_tablet_plays_the_person_that_it_played():
    made, clock, (one, *_) = hall()
    made.dealing.start()
    again = room(clock, Keys.read(made.keys.keep(), made.keys.begun))
    again.course = made.course
    assert again.enter(one.claim, list).opened(Page())["player"] == one.hears["player"] != ""


def test_a_tablet_whose_page_has_emptied_it_is_not_emptied_again():
    made, _, (one, *_) = hall()
    made.new_session.begin()
    one.says("noted")
    number = one.hears["empty"]["number"]
    one.says("emptied", number=number - 1)
    assert one.open()["empty"]["number"] == number, "the page that was to do it never heard it"
    one.says("emptied", number=number)
    assert "empty" not in one.open()


def test_the_trainer_goes_on_without_those_who_do_not_answer_and_one_that_sleeps_loses_no_code():
    made, _, (one, other, asleep) = hall()
    asleep.visit.left()
    made.new_session.begin()
    one.says("noted")
    made.new_session.go_on()
    assert "empty" in other.hears
    assert made.new_session.waiting == [3]
    told = asleep.open()
    assert "empty" not in told
    assert "Notez votre code" in told["bar"]
    asleep.says("noted")
    assert "empty" in asleep.hears


def test_the_trainer_may_give_it_up_and_nothing_is_lost():
    made, _, (one, *_) = hall()
    made.new_session.begin()
    made.new_session.cancel()
    assert not made.new_session.waiting
    assert "Nouvelle séance" not in one.hears["bar"]
    one.says("noted")
    assert "empty" not in one.hears


def test_who_says_noted_without_being_asked_loses_nothing():
    _, _, (one, *_) = hall()
    one.says("noted")
    one.says("emptied", number=1)
    assert not any("empty" in told for told in one.heard)
    with pytest.raises(ValueError, match="number"):
        one.says("emptied", number="1")


def test_a_new_session_leaves_nothing_of_the_one_before_on_the_board():
    made, clock, (one, *_) = hall()
    work = exercise()
    one.open(Page(exercice1=work))
    one.says("at", step=1, screens=["exercice1"])
    work.do("sign_in", number="1", code="2")
    one.visit.acted("exercice1", {"do": "sign_in"})
    one.says("help")
    assert one.seat.results
    made.pause(120)
    clock.wait(30)
    made.new_session.begin()
    assert not one.hears["over"], "nobody notes a code during a pause"
    one.says("noted")
    assert not one.seat.results
    assert one.seat.activity is None
    assert "J'ai besoin d'aide" in one.hears["bar"]


def test_the_code_that_a_tablet_is_led_to_is_that_of_its_work():
    one = Progress()
    one.resume({"exercise:se_connecter": "alone"})
    name, _ = CODE.split("=")
    for _ in range(2):
        one.do("have")
        one.do(soup(one).select_one(f'[data-fragment="{name}"]')["data-found"], text="oui")
        assert "Votre code" in plain(one)
    assert not soup(Progress()).select_one(f'[data-fragment="{name}"]'), "who has done nothing has no code"


# ---- On the board


def test_the_board_deals_and_begins_a_new_session_after_asking():
    made, _, (one, *_) = hall()
    board = Board(made, Nowhere())

    def desk():
        board.look()
        return read(board.pieces["room-desk"])

    assert desk().find(id="room-deal").get_text() == "Distribuer les personnes"
    board.do({"do": "deal"})
    assert "Revenir aux personnes des chapitres" in desk().get_text()
    assert f"Joue {PEOPLE['2021'][0].name}." in read(board.pieces["seat-1"]).get_text()
    board.do({"do": "new"})
    assert not made.new_session.waiting, "nobody has asked for it"
    board.do({"do": "ask_new"})
    assert "le travail" not in one.hears["bar"]
    assert "Commencer une nouvelle séance" in desk().get_text()
    board.do({"do": "new"})
    assert "on attend les tablettes 1, 2, 3." in desk().get_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "Note son code." in read(board.pieces["seat-2"]).get_text()
    one.says("noted")
    assert "on attend les tablettes 2, 3." in desk().get_text().replace("\N{NO-BREAK SPACE}", " ")
    board.do({"do": "go_on"})
    assert desk().find(id="room-new")
    board.do({"do": "ask_new"})
    board.do({"do": "no_new"})
    assert desk().find(id="room-new")
