"""Every edition plays every exercise and draws every page, and no word or amount of one year shows in another."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from decimal import Decimal
from html import unescape
from io import StringIO
from typing import Any

import pytest

from atelier_ameli import Exercise, Question, Screen
from atelier_ameli.data import DATA
from atelier_ameli.edition import EXERCISE_VALUE
from atelier_ameli.identity.personas import AccountStatus
from atelier_ameli.payments.refunds import daily_allowance, share
from atelier_ameli.site import NOTEBOOKS, Site
from practice.course.exercises.placeholders import typed_by
from practice.doors.check import main
from practice.editions import chapter_of, notebook_files
from practice.loading.toml_files import read
from practice.loading.toml_text import read_toml
from practice.session import Context, UnknownActionError
from practice.site import EDITION
from tests.journeys import STATES

#: what no drawing of a year may say; of « code », what another code is called is taken out before
NOT_IN = {
    "2026": (
        *(r"\b(?:1er|2) mars 2021\b", r"\bFévrier 2021"),
        *(r"\bCode oublié", r"\bcodes? personnels?\b"),
        r"Mobile Connect et moi",
        *(r"\bbon (?:de Tom|ouvert|disponible)", r"Bon des"),
        *(rf"(?<!\d)(?<!\d ){amount}(?:,00)? €" for amount in ("16,50", "25,00", "9 041", "13 562", "12 205")),
    ),
    "2021": (
        *(r"\b2 mars 2026\b", r"Février 2026"),
        r"Mot de passe oublié",
        *(rf"(?<!\d)(?<!\d ){amount}(?:,00)? €" for amount in ("17,05", "31,50", "10 339", "15 508", "13 957")),
    ),
}
_BEGINS = "(?=[0-9A-Zbc])"  #: each of them does: it is found ten times sooner
YEARS = tuple(NOT_IN)
_ACCOUNT = ("account_home", "payments", "statements", "documents", "my_information", "agenda", "messages", "requests")
COMPARED = "compared.toml"  #: what has changed: it shows both years
PAGES = (*_ACCOUNT, "prevention")


class Checked:
    """The check of all editions, as the command tells it, and each desk that it draws when it plays the exercises."""

    def __init__(self) -> None:
        self.desks: dict[str, dict[str, str]] = {year: {} for year in YEARS}
        draw, said = Site.draw, StringIO()

        def listened(site: Site, template: str, **context: Any) -> str:
            html = draw(site, template, **context)
            if template == "desk.html":
                found = self.desks[site.year]
                found[f"{context['desk'].exercise.id} {len(found)}"] = html
            return html

        with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
            patch.setattr(Site, "draw", listened)
            self.status = main(Site, [])
        self.said = said.getvalue()


@pytest.fixture(scope="module")
def checked() -> Checked:
    return Checked()


def drawings(year: str, checked: Checked) -> dict[str, str]:
    """Return all that a year shows, by what shows it: exercises, pages, questions, chapters. Its spaces are plain."""
    site = Site.load(year)
    states = _states(site) if year != Site.usual_edition else ()  # those are drawn by the gallery
    return {name: _plain(html) for name, html in (*checked.desks[year].items(), *_pages(site), *states, *_told(site))}


def _plain(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", html)))


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    for persona in site.personas.values():
        if persona.account is not AccountStatus.NONE:
            for page in PAGES:
                screen = Screen(page, persona=persona.id, at=Context(site))
                yield f"{page} {persona.id}", screen.html
            payments = {payment.acts[0].nature: payment for payment in screen.world.payments if payment.acts}
            for nature, payment in payments.items():
                screen = Screen("payments", persona=persona.id, at=Context(site))
                screen.do("open_payment", payment=payment.id)
                yield f"{nature} {persona.id}", screen.html


def _states(site: Site) -> Iterator[tuple[str, str]]:
    """Yield what the journeys of the usual edition lead to in this one: what they type is told again as data is."""
    for name, (start, *actions) in STATES.items():
        if start.endswith(tuple(f" in {year}" for year in YEARS)):
            continue
        who, _, page = start.partition(" at ")
        screen = Screen(page or "login", persona=who, at=Context(site))
        with suppress(UnknownActionError):  # another year leads elsewhere: as far as this one goes
            for action, answers in actions:
                screen.do(action, **_told_again(site, who, answers))
        yield f"state {name}", screen.html


def _told_again(site: Site, persona: str, answers: dict[str, str]) -> dict[str, str]:
    told = {"state": [{"persona": persona, "answers": dict(answers)}]}
    for telling in site.layers.tellings.values():
        told = telling.document(told)
    return told["state"][0]["answers"]


def _told(site: Site) -> Iterator[tuple[str, str]]:
    for name in site.questions:
        yield f"question {name}", Question(name, at=Context(site)).html
    for file in notebook_files(site):
        chapter = chapter_of(site, file)
        yield f"chapter {chapter.name}", "\n".join((chapter.title, *chapter.texts))
    for file in (*site.layers.files("*.toml"), *site.layers.files("exercises/*.toml")):
        if file.name not in (EDITION, COMPARED):
            yield f"file {file.name}", "\n".join(_texts(read(file)))


def _texts(value: object, field: str = "") -> Iterator[str]:
    """Yield what a file of data says to people."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, field)
    elif isinstance(value, str) and field not in ("source", "origin"):
        yield value


def test_the_check_says_that_all_is_right_and_that_all_exercises_of_each_edition_reach_their_end(checked):
    assert checked.said == "Tout est juste : les fichiers de data/, les carnets, les exercices.\n"
    assert checked.status == 0
    for year in YEARS:
        drawn = Counter(name.split()[0] for name in checked.desks[year])
        exercises = Site.load(year).exercises.values()
        assert [one.id for one in exercises if drawn[one.id] <= len(one.steps)] == []  # at the start, and at each step


def test_no_word_and_no_amount_of_one_year_shows_in_another(checked):
    shown = {year: drawings(year, checked) for year in YEARS}
    for year, plain in NOT_IN.items():
        words = [_BEGINS + word for word in plain]
        wrong = re.compile(f"{_BEGINS}(?:{'|'.join(words)})")
        found = {name: sorted(set(wrong.findall(text))) for name, text in shown[year].items()}
        assert {name: words for name, words in found.items() if words} == {}
        others = "\n".join(text for other in YEARS if other != year for text in shown[other].values())
        assert [word for word in words if not re.search(word, others)] == [], "nothing is looked for that never shows"


def test_the_day_of_each_edition_is_its_own_and_the_ages_stay():
    assert [f"{Site.load(year).edition.now:%A %d/%m/%Y}" for year in YEARS] == [
        "Monday 02/03/2026",
        "Monday 01/03/2021",
    ]
    ages = [
        {name: re.findall(r"\d+ (?:ans|mois)", one.story) for name, one in Site.load(year).personas.items()}
        for year in YEARS
    ]
    assert ages[0] == ages[1]


def test_each_word_that_an_edition_says_otherwise_is_said_beneath_it():
    beneath = [*DATA.glob("*.toml"), *DATA.glob("requests/*"), *DATA.glob("exercises/*"), *NOTEBOOKS.glob("*.ipynb")]
    said = _plain("\n".join(file.read_text(encoding="utf-8") for file in beneath)).replace("\\u00a0", " ")
    for year in YEARS:
        words = read_toml(DATA / "editions" / year / EDITION).get("words", {})
        assert [word for word in words if word not in said] == []


def test_the_rules_of_2026_find_the_amounts_that_the_sources_print():
    edition = Site.load("2026").edition
    gp = edition.tariffs["gp"]
    assert share(gp.base, gp.rate) - edition.copayment == Decimal("19.00")  # service-public, F17042
    assert daily_allowance([Decimal(2000)] * 3, edition) == Decimal("32.88")  # 65,75 / 2: moneyvox.fr cuts it to 32,87
    assert daily_allowance([Decimal(9000)] * 3, edition) == Decimal(
        "41.95"
    )  # the most since February 2026: journaldunet
    exercise_values = {name for name, source in edition.sources.items() if source == EXERCISE_VALUE}
    sourced = {"copayment", "deductible_box", "daily_allowance_cap_smic", "smic", "gp", "gp_child", "teeth_ages"}
    assert not sourced & exercise_values


def test_an_edition_of_three_values_over_the_newest_plays_a_chapter(tmp_path):
    folder = tmp_path / "2027"
    folder.mkdir()
    (folder / "edition.toml").write_text(
        """
based_on = "2026"
title = "Le site de 2027"

[words]
"19,00" = "18,00"
"17,05" = "16,05"
"7,00" = "6,00"

[rules.now]
value = 2027-03-01T10:00:00
exercise_value = true

[rules.copayment]
value = "3,00"
exercise_value = true
""",
        encoding="utf-8",
    )
    site = Site.laid(folder)
    site.read_all()
    for exercise in site.chapters_of_exercises[9]:
        played = Exercise(exercise.id, at=Context(site))
        for step in exercise.steps:
            played.do(step.do, **typed_by(step, played.screen.world))
        assert played.finished, exercise.id
    payments = _plain(Screen("payments", persona="jessica", at=Context(site)).html)
    assert re.search(r"26 janv\. Remboursement de soins[^€]*18,00 €", payments), payments
