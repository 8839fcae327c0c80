"""What a browser keeps: two editions stay apart, and no new version and no corrected title loses anybody's work."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier_ameli import Checklist, Exercise, LevelTest, Practice, Progress, Question, Screen
from atelier_ameli.identity.personas import AccountStatus
from atelier_ameli.site import Site
from practice.course.exercises.exercises import Outcome
from practice.kept import Names
from practice.session import Context
from tests.support.kept_browser import Browser

#: all that one browser held after an afternoon with version 1, as the course of then wrote it (commit e7fe670)
VERSION_1 = json.loads(Path(__file__).with_name("kept_by_version_1.json").read_text(encoding="utf-8"))
SITE = Site.load()
NAMES = Names("ameli", "2021")
OTHERS = Names("ameli", "2026")
_NAME = st.sampled_from(["persona:jessica", "place:login:jessica", "last", "practice", "step:se_connecter:guided"])


def here(site: Site = SITE) -> Context:
    return Context(site)


# ---- Names


def test_a_name_carries_the_site_the_edition_and_a_version():
    assert NAMES.of("persona:jessica") == "atelier:ameli:2021:2:persona:jessica"


@given(st.dictionaries(st.text(min_size=1) | _NAME, st.integers() | st.none(), max_size=5))
def test_what_is_kept_is_read_by_the_names_that_the_course_gave_it(items):
    assert NAMES.read({NAMES.of(name): value for name, value in items.items()}) == items
    assert OTHERS.read({NAMES.of(name): value for name, value in items.items()}) == {}


@given(st.dictionaries(_NAME, st.integers(), max_size=5), st.dictionaries(_NAME, st.integers(), max_size=5))
def test_moving_loses_nothing_and_what_is_newer_wins(older, newer):
    browser = {f"atelier:{name}": value for name, value in older.items()}
    browser |= {NAMES.of(name): value for name, value in newer.items()}
    after = {name: value for name, value in (browser | NAMES.moved(browser)).items() if value != ""}
    assert after == {NAMES.of(name): value for name, value in (older | newer).items()}
    assert NAMES.read(after) == NAMES.read(browser) == older | newer
    assert NAMES.moved(after) == {}


def test_what_version_1_kept_is_of_the_first_edition_alone():
    assert OTHERS.read(VERSION_1) == {}
    assert OTHERS.moved(VERSION_1) == {}


@pytest.mark.parametrize(
    "other",
    [
        "atelier:ameli:2026:2:last",
        "atelier:ameli:2021.5:2:last",
        "atelier:ameli:été 2021:2:last",
        "atelier:caf:2021:2:last",
        "atelier:ameli:2021:3:last",
        "atelier:new_thing",
        "atelier:",
        "atelier-page:size",
        "other",
        "",
        3,
    ],
)
def test_what_is_of_another_edition_another_site_another_version_or_another_page_is_left_where_it_is(other):
    assert NAMES.read({other: "work"}) == {}
    assert NAMES.moved({other: "work"}) == {}


@pytest.mark.parametrize("items", [None, "text", 3, [], [["atelier:last", "se_connecter"]]])
def test_what_is_no_table_of_items_is_left_to_whoever_takes_it_up(items):
    assert NAMES.read(items) == items
    assert NAMES.moved(items) == {}


def test_what_was_forgotten_is_not_there():
    assert NAMES.read({NAMES.of("last"): "", "atelier:practice": ""}) == {}


# ---- Two editions in one browser


def test_two_editions_in_one_browser_stay_apart(tmp_path):
    folder = tmp_path / "2026"
    folder.mkdir()
    (folder / "edition.toml").write_text('based_on = "2021"\ntitle = "Le site en 2026"\n', encoding="utf-8")
    later, browser = Site.laid(folder), Browser()
    for site, amount in ((SITE, "2,28 €"), (later, "21")):
        question = browser.resume(Question("accueil_paiement", at=here(site)))
        assert question.right is None
        browser.tell(question, "answer", answer=amount)
        screen = browser.resume(Screen("login", persona="jessica", at=here(site)))
        browser.tell(screen, "sign_in", number="2 82 02 95 000 199", code="faux" if site is later else "48151623")
    for site, right, signed_in in ((SITE, True, True), (later, False, False)):
        assert browser.resume(Question("accueil_paiement", at=here(site))).right is right
        screen = browser.resume(Screen("login", persona="jessica", at=here(site)))
        assert (screen.world.signed_in is not None) is signed_in
    erasing = browser.resume(Progress(at=here(later)))
    browser.tell(erasing, "ask")
    browser.tell(erasing, "erase")
    assert not [name for name in browser.items if ":2026:" in name]
    assert browser.resume(Question("accueil_paiement", at=here())).right is True


# ---- What version 1 kept


def test_an_afternoon_with_version_1_is_taken_up_where_it_was_left():
    browser = Browser(VERSION_1)
    jessica = browser.resume(Screen("login", persona="jessica", at=here()))
    assert jessica.say == ""
    assert jessica.page.name == "payments"
    assert jessica.page.form.start.data == "01/12/2020"
    assert [sent.reference for sent in jessica.world.requests.sent] == ["DEM-20210301-01"]
    assert f"{jessica.world.today:%d/%m/%Y}" == "03/03/2021"
    fatou = browser.resume(Screen("login", persona="fatou", at=here()))
    assert (fatou.page.name, fatou.world.account.renewed) == ("account_home", True)
    jean = browser.resume(Screen("create_account", persona="jean", at=here()))
    assert (jean.page.name, jean.world.creation.email) == ("create_sent", "jean.neaje@courriel.example")
    yvette = browser.resume(Screen("login", persona="yvette", at=here()))
    assert yvette.world.account.status is AccountStatus.PROVISIONAL
    assert [message.read for message in yvette.world.messages] == [True]
    assert browser.resume(Exercise("se_connecter", at=here())).best is Outcome.DONE
    payment = browser.resume(Exercise("retrouver_un_paiement", at=here()))
    assert (payment.at, payment.resumed) == (1, "Vous reprenez à la consigne 2.")
    assert browser.resume(Practice(at=here())).done == {"cliquer"}
    assert browser.resume(LevelTest(at=here())).given == {"clavier": "often", "compte": "used"}
    assert browser.resume(Question("accueil_paiement", at=here())).right is True
    assert browser.resume(Checklist("creer_un_compte", at=here())).complete
    progress = browser.resume(Progress(at=here()))
    assert progress.results.last == "retrouver_un_paiement"
    assert progress.results.outcomes["se_connecter"] is Outcome.DONE
    assert not progress.damaged


def test_what_version_1_kept_moves_at_once_and_nothing_of_it_is_left_or_lost():
    browser = Browser(VERSION_1)
    browser.resume(Question("accueil_paiement", at=here()))  # any session of the course moves all of it
    assert browser.items == {NAMES.of(name.removeprefix("atelier:")): value for name, value in VERSION_1.items()}
    moved = dict(browser.items)
    browser.resume(Question("accueil_paiement", at=here()))
    assert browser.items == moved


@pytest.mark.parametrize("title", ["Le site au début de 2021", "Compte ameli, début 2021", "", None])
def test_a_corrected_title_of_the_edition_loses_nobodys_work(title):
    kept = json.loads(json.dumps(VERSION_1))
    kept["atelier:persona:jessica"]["edition"] = title
    screen = Browser(kept).resume(Screen("login", persona="jessica", at=here()))
    assert (screen.say, screen.page.name) == ("", "payments")


def test_a_title_that_is_corrected_today_loses_nobodys_work(monkeypatch):
    browser = Browser()
    screen = browser.resume(Screen("login", persona="jessica", at=here()))
    browser.tell(screen, "sign_in", number="2 82 02 95 000 199", code="48151623")
    corrected = Site("2021", SITE.layers)
    monkeypatch.setattr(corrected, "edition", replace(SITE.edition, title="Un autre titre"), raising=False)
    after = browser.resume(Screen("login", persona="jessica", at=here(corrected)))
    assert (after.say, after.page.name, after.world.edition.title) == ("", "account_home", "Un autre titre")


def test_damaged_work_of_version_1_is_told_kindly_and_started_afresh():
    kept = {**VERSION_1, "atelier:persona:jessica": {**VERSION_1["atelier:persona:jessica"], "now": "1999-01-01"}}
    browser = Browser(kept)
    screen = browser.resume(Screen("login", persona="jessica", at=here()))
    assert "Vous repartez du début" in screen.say
    assert screen.page.name == "login"
    assert browser.resume(Screen("login", persona="jessica", at=here())).say == ""
