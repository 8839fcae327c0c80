"""What a list says is what it shows: its count, its total, its order, its period; for every person with an account."""

import re
from datetime import date
from decimal import Decimal

import pytest
from bs4 import Tag

from atelier_ameli import Screen
from atelier_ameli.payments.payments import PaymentKind
from practice.drawing.dates import day as day_name
from tests.support import SITE
from tests.support.pages import part, soup

PEOPLE = [person.id for person in SITE.personas.values() if person.has_account]
_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_SHORT = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
_AMOUNT = re.compile(r"\d{1,3}(?:[\u202f\xa0]\d{3})*,\d\d(?=\s€)")


def said(node: Tag) -> str:
    return " ".join(node.get_text(" ").split())


def amounts(node: Tag) -> list[Decimal]:
    """Return the amounts that are written in a part of a page, in its order."""
    return [Decimal(re.sub(r"\s", "", found).replace(",", ".")) for found in _AMOUNT.findall(node.get_text(" "))]


def first_number(words: str) -> int:
    """Return the number at which words begin; « Aucun » is none, « Un » is one."""
    begin = words.split(maxsplit=1)[0]
    return {"Aucun": 0, "Un": 1}.get(begin) if begin in ("Aucun", "Un") else int(begin)


def month_of(words: str) -> tuple[int, int]:
    """Return the year and the month that words name, as « Février 2019 »."""
    name, year = words.lower().split()[:2]
    return int(year), _MONTHS.index(name) + 1


def parts_of(page: Tag, key: str) -> list[Tag]:
    """Return what is looked at in « Mes paiements » besides its rows: the total, the chart, the period, the list."""
    return [page.find(id=f"{key}-{name}") for name in ("total", "chart", "results", "list")]


def payment_dates(page: Tag) -> list[date]:
    """Return the days of the rows of « Mes paiements », each under its month."""
    found = []
    for month in page.select(".month"):
        year, number = month_of(said(month.h5))
        for row in month.select(".when"):
            day, name = said(row).split()
            assert _SHORT.index(name) + 1 == number
            found.append(date(year, number, int(day)))
    return found


def searches(screen: Screen) -> list[dict[str, str]]:
    """Return searches of « Mes paiements »: a year, a part of it, each person, each kind, what is to be sent."""
    today = screen.world.today
    kinds = {f"kind_{kind}": "on" for kind in PaymentKind}
    year = {**screen.page.form.draft(), **kinds, "start": f"{today.replace(year=today.year - 1):%d/%m/%Y}"}
    names = [person.full_name for person in screen.world.beneficiaries]
    cut = {"start": f"14/{today.month}/{today.year - 1}", "end": f"20/12/{today.year - 1}"}
    return [
        year,
        {**year, **cut},
        *({**year, "beneficiary": name} for name in names),
        *({name: value for name, value in year.items() if name not in kinds} | {kind: "on"} for kind in kinds),
        {**year, "only_to_send": "on"},
    ]


@pytest.mark.parametrize("person", PEOPLE)
def test_the_payments_shown_are_as_many_and_as_much_as_the_list_says_within_its_period(person):
    screen = Screen("payments", persona=person)
    for search in searches(screen):
        screen.do("search", **search)
        assert screen.page.problems() == []
        page = soup(screen)
        rows, whole, chart, results, listed = payment_dates(page), *parts_of(page, screen.key)
        assert first_number(said(whole)) == len(rows)
        paid = [amounts(row)[0] for row in page.select(".month .payment")]
        assert amounts(whole) == [sum(paid, Decimal(0))]
        assert rows == sorted(rows, reverse=True)
        assert sum(amounts(chart)) == amounts(whole)[0]
        months = [month_of(said(head)) for head in page.select(".month h5")]
        assert [month_of(said(head)) for head in chart.select("tbody th")] == months
        assert months == sorted(months, reverse=True)
        first, last = screen.page.wanted.shown_from, screen.page.wanted.end
        assert said(results) == " ".join(f"Du {day_name(first)} au {day_name(last)}".split())
        assert all(first <= row <= last for row in rows)
        assert len(listed.select("[name^=send_]")) == len(screen.page.to_send)


@pytest.mark.parametrize("person", PEOPLE)
def test_a_year_is_the_sum_of_its_months_and_of_its_kinds(person):
    months = Screen("statements", persona=person)
    months.do("more")
    rows = soup(months).select(".statements li")
    assert len(rows) == SITE.edition.history_months
    named = [month_of(said(row.select_one(".what"))) for row in rows]
    assert named == sorted(named, reverse=True)
    monthly = {name: sum(amounts(row), Decimal(0)) for name, row in zip(named, rows, strict=True)}
    screen = Screen("statements", persona=person)
    screen.do("view", view="annual_statement")
    for year in screen.page.years:
        screen.do("year", year=str(year))
        listed = [amounts(line)[0] for line in soup(screen).select(".act div")]
        *kinds, whole = listed or [Decimal(0)]
        assert sum(kinds) == whole
        known = sum(paid for (of, _), paid in monthly.items() if of == year)
        first = screen.world.today.replace(day=1)  # the month under way has no statement yet
        under_way = sum(paid.amount for paid in screen.world.payments if paid.date >= first and first.year == year)
        assert known + under_way == whole


@pytest.mark.parametrize("person", PEOPLE)
def test_contributions_are_the_sum_of_their_lines(person):
    screen = Screen("statements", persona=person)
    screen.do("view", view="contributions")
    for year in screen.page.years:
        screen.do("year", year=str(year))
        for box in soup(screen).select("dl.act"):
            owed, taken, to_take, _ = (amounts(line)[0] for line in box.select("div"))
            assert owed == taken + to_take
            lines = box.find_next_sibling()
            detail = lines if lines and lines.name == "details" else None
            assert sum((amounts(line)[-1] for line in detail.select("li")) if detail else [], Decimal(0)) == owed


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("device", ["computer", "phone"])
def test_the_first_page_counts_what_it_shows(person, device):
    screen = Screen("account_home", persona=person, device=device)
    news = part(screen, "news-notifications")
    if news:
        assert first_number(said(news)) == len(soup(screen).select(".notification"))
    unread = part(screen, "news-open")
    count = first_number(said(unread)) if unread else None
    screen.do("open", page="messages")
    rows = soup(screen).select(".messages .unread")
    assert count in (None, len(rows))
    told = part(screen, "list-received").select_one(".count")
    assert (int(said(told).split()[0]) if told else 0) == len(rows)


@pytest.mark.parametrize("person", PEOPLE)
def test_what_is_to_be_sent_is_counted_and_added_up(person):
    screen = Screen("documents", persona=person)
    told = part(screen, "to-send-sum")
    screen.do("open", page="payments")
    ticked = [row for row in soup(screen).select(".month li") if row.find("input")]
    assert (first_number(said(told)) if told else 0) == len(ticked)
    assert sum(amounts(told) if told else []) == sum(amounts(row)[0] for row in ticked)


@pytest.mark.parametrize("words", ["carte", "remboursement", "adresse", "enfant", "zzz"])
def test_a_search_of_the_site_counts_its_results(words):
    screen = Screen("public_site", persona="jessica")
    screen.do("find", wanted=words)
    found = part(screen, "found-title")
    assert found
    rows = found.find_parent().select("li")
    assert len(rows) == (int(said(found).split()[0]) if said(found)[0].isdigit() else 0)
