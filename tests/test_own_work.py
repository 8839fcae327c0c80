"""Each activity keeps its own work. What several chapters share is declared, and starting it again asks first."""

import pytest

from atelier_ameli import Screen
from atelier_ameli.site import Site
from practice.course.outline.shared_work import load_shared_work
from practice.loading.faults import DataError
from practice.session import Context
from tests.support.kept_browser import Browser

SITE = Site.load()
CREATION, SIGN_IN = "04_creer_son_compte", "06_se_connecter"
JEAN = {"number": "1 51 07 2A 000 042"}


def in_chapter(name: str) -> Context:
    return Context(SITE, chapter=name)


def kept_page(browser: Browser, screen: Screen) -> str:
    return browser.resume(screen).page.name


def test_two_activities_of_one_chapter_that_start_alike_are_two():
    browser, at, again = Browser(), in_chapter("17_declarer_un_accident"), in_chapter("17_declarer_un_accident")
    first = browser.resume(Screen("payments", persona="jessica", at=at))
    browser.resume(Screen("payments", persona="jessica", at=at))
    browser.tell(first, "open", page="account_home")
    assert kept_page(browser, Screen("payments", persona="jessica", at=again)) == "account_home"
    assert kept_page(browser, Screen("payments", persona="jessica", at=again)) == "payments"


def test_activities_of_two_chapters_do_not_see_one_another():
    browser = Browser()
    here = browser.resume(Screen("account_home", persona="jessica", at=in_chapter("08_decouvrir")))
    browser.tell(here, "open", page="payments")
    assert kept_page(browser, Screen("account_home", persona="jessica", at=in_chapter("14_partir"))) == "account_home"
    assert kept_page(browser, Screen("account_home", persona="jessica", at=in_chapter("08_decouvrir"))) == "payments"


def test_two_activities_of_one_person_in_one_chapter_have_two_worlds():
    browser, at, again = Browser(), in_chapter("06"), in_chapter("06")
    first = browser.resume(Screen("account_home", persona="jessica", at=at))
    second = browser.resume(Screen("payments", persona="jessica", at=at))
    browser.tell(first, "sign_out")
    browser.tell(second, "open", page="account_home")
    assert kept_page(browser, Screen("account_home", persona="jessica", at=again)) == first.page.name
    assert kept_page(browser, Screen("payments", persona="jessica", at=again)) == "account_home"


def test_a_cell_that_is_executed_again_goes_on_with_its_own_work():
    cells = iter("aab")
    at = Context(SITE, chapter="x", cell=lambda: next(cells))
    assert [at.activity("login") for _ in range(3)] == ["x/login", "x/login", "x/login:2"]


def test_a_chapter_that_changes_places_keeps_its_work():
    assert in_chapter("04_x").activity("login") == in_chapter("05_x").activity("login")


def test_an_account_that_is_declared_to_be_shared_is_in_both_chapters():
    browser = Browser()
    there = browser.resume(Screen("create_account", persona="jean", at=in_chapter(CREATION)))
    there.world.wait(3)
    browser.tell(there, "nothing")
    here = browser.resume(Screen("login", persona="jean", at=in_chapter(SIGN_IN)))
    assert here.world.now == there.world.now
    assert "Créer son compte" in here.html


def test_starting_shared_work_again_asks_first_and_says_how_far_it_reaches():
    screen = Screen("login", persona="jean", at=in_chapter(SIGN_IN))
    screen.world.wait(3)
    screen.do("start_again")
    assert screen.world.now != screen.world.start
    assert "efface aussi ce que vous avez fait dans" in screen.html
    assert "Créer son compte" in screen.html
    screen.do("start_again", sure="no")
    assert screen.world.now != screen.world.start
    assert "efface aussi" not in screen.html
    screen.do("start_again")
    screen.do("start_again", sure="yes")
    assert screen.world.now == screen.world.start


def test_starting_ones_own_work_again_asks_nothing_and_says_that_it_is_this_activity_alone():
    screen = Screen("login", persona="jessica", at=in_chapter(SIGN_IN))
    assert "Seulement cette activité." in screen.html
    screen.world.wait(3)
    screen.do("start_again")
    assert screen.world.now == screen.world.start


@pytest.mark.parametrize("start", ["login", "account_home"])
def test_what_was_kept_for_all_activities_of_a_person_is_taken_up_where_it_was_left(start):
    older = Screen("account_home", persona="jessica", at=in_chapter("any"))
    older.world.wait(3)
    place = {**older.page.place(), "device": "computer"}
    kept = {"persona:jessica": older.world.keep(), f"place:{start}:jessica": place}
    browser = Browser({SITE.names.of(name): value for name, value in kept.items()})
    screen = browser.resume(Screen(start, persona="jessica", at=in_chapter("any")))
    assert (screen.world.now, screen.page.name) == (older.world.now, "account_home")
    other = browser.resume(Screen("payments", persona="jessica", at=in_chapter("any")))
    assert other.world.now == other.world.start


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ('persona = "jean"\nchapters = ["06_se_connecter"]', "deux carnets"),
        ('persona = "personne"\nchapters = ["04_creer_son_compte", "06_se_connecter"]', "n'existe pas"),
        ('persona = "jean"\nchapters = ["04_creer_son_compte", "nulle_part"]', "n'existe pas"),
    ],
)
def test_work_that_cannot_be_shared_is_refused(tmp_path, wrong, why):
    file = tmp_path / "shared_work.toml"
    file.write_text(f'[[shared]]\nid = "x"\n{wrong}\n', encoding="utf-8")
    with pytest.raises(DataError, match=why):
        load_shared_work(file, SITE.chapters, SITE.personas)
