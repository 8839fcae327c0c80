"""« Mes paiements » and the statements, as a learner reads them."""

import json
import re
from dataclasses import replace

import pytest

from atelier_ameli import Screen
from atelier_ameli.world import World
from practice.drawing.amounts import euros
from tests.journeys.payments import SEARCH
from tests.support import SITE
from tests.support.pages import errors, field, soup, status, text

ROWS = ["2019-02-21-1", "2019-02-19-1", "2018-11-13-1"]  #: the payments of Nadia in the list of the seed


@pytest.fixture
def screen():
    return Screen("payments", persona="jessica")


def rows(screen: Screen) -> list[str]:
    return re.findall(r"\d{1,2} \S+ (?:Remboursement|Paiement|Indemnités|Pension|Rente)", text(screen))


def test_the_page_opens_on_the_last_six_months(screen):
    assert field(screen, "Du").value == "01/09/2020"
    assert field(screen, "Au").value == "01/03/2021"
    assert "Février 2021".lower() in text(screen).lower()
    assert "Aucun paiement" in text(screen)


def test_the_table_of_the_seed_is_reproduced_exactly():
    seed = next(p for p in Screen("login", persona="jessica").world.personas.values() if p.now)
    screen = Screen("payments", persona=seed.id)
    assert field(screen, "Du").value == "24/11/2018"
    assert field(screen, "Au").value == "24/05/2019"
    shown = text(screen)
    lines = ["21 févr. Paiement à un tiers", "2,28\u00a0€", "19 févr. Remboursement de soins", "21,00\u00a0€"]
    lines += ["13 nov. Remboursement de soins", "18,50\u00a0€"]
    months = ["mai 2019 Aucun paiement", "avril 2019 Aucun paiement", "mars 2019 Aucun paiement"]
    months += ["janvier 2019 Aucun paiement", "décembre 2018 Aucun paiement", "novembre 2018 13 nov."]
    for line in lines + months:
        assert line in shown
    assert len(rows(screen)) == 3


def test_a_search_says_how_many_it_found_and_takes_the_focus_there(screen):
    screen.do("search", **{**SEARCH, "beneficiary": "Zoé PETIT"})
    assert status(screen) == f"{len(screen.page.payments)} paiements affichés."
    assert screen.focus.endswith("-results")
    assert all(payment.beneficiaries == ("zoe",) for payment in screen.page.payments)


def test_the_total_is_the_sum_of_what_is_shown(screen):
    amounts = [payment.amount for payment in screen.page.payments]
    assert f"Total\u00a0: {sum(amounts)}".replace(".", ",") in text(screen)


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"end": "01/11/2020"}, "avant la date de début"),
        ({"start": "01/01/2015"}, "Le site garde 27 mois"),
        ({"end": "02/03/2021"}, "pas encore arrivée"),
        ({"start": "31/02/2021"}, "Le jour 31 n'existe pas"),
        ({"start": ""}, "Tapez la date de début"),
        ({"beneficiary": "Une autre"}, "Choisissez une personne"),
        ({"kind_care": "", "kind_third_party": ""}, "au moins un type de paiement"),
    ],
)
def test_each_wrong_search_is_explained_and_leaves_the_list(screen, answers, message):
    before = screen.page.payments
    screen.do("search", **{**SEARCH, **answers})
    assert any(message in error for error in errors(screen))
    assert screen.page.payments == before
    assert screen.focus.endswith("-errors")


def test_the_detail_of_a_payment_adds_up(screen):
    payment = next(p for p in screen.page.payments if len(p.acts) == 1 and p.acts[0].copayment and p.withheld)
    (act,) = payment.acts
    screen.do("open_payment", payment=payment.id)
    shown = text(screen)
    assert f"pour un montant de {euros(payment.amount)}" in shown
    assert f"Base de remboursement {euros(act.base)}" in shown
    assert f"Taux {act.rate}\N{NO-BREAK SPACE}%" in shown
    assert "Participation forfaitaire" in shown
    assert all(f"− {euros(line.amount)}" in shown for line in payment.withheld)
    assert payment.amount == act.refunded - sum(line.amount for line in payment.withheld)
    screen.do("close_payment")
    assert "Montant versé" not in text(screen)


def test_a_search_and_an_open_payment_come_back_after_a_reload(screen):
    screen.do("search", **SEARCH)
    screen.do("open_payment", payment=screen.page.payments[0].id)
    again = Screen("payments", persona="jessica")
    again.resume(screen.snapshot())
    assert again.page.wanted == screen.page.wanted
    assert again.page.detail == screen.page.detail


def test_coming_back_to_six_months_forgets_the_search(screen):
    first = screen.page.wanted
    screen.do("search", **SEARCH)
    screen.do("last_months")
    assert screen.page.wanted == first
    assert field(screen, "Du").value == "01/09/2020"


def test_the_payments_ticked_are_given_as_a_pdf():
    screen = Screen("payments", persona="nadia")
    chosen = screen.page.to_send[0]
    screen.do("send", **{f"send_{chosen.id}": "on"})
    assert screen.download.content.startswith(b"%PDF-")
    assert "téléchargements" in text(screen)


def test_only_what_is_to_be_sent_is_shown_when_it_is_searched_and_each_row_has_its_tick(monkeypatch):
    some = tuple(replace(one, to_send=one.id != ROWS[1]) for one in Screen("payments", persona="nadia").world.payments)
    monkeypatch.setattr(World, "payments", some)
    screen = Screen("payments", persona="nadia")
    assert [row["id"][-12:] for row in soup(screen).select(".month li")] == ROWS
    assert [tick["name"] for tick in soup(screen).select(".month li input")] == [f"send_{ROWS[0]}", f"send_{ROWS[2]}"]
    screen.do("search", **{**screen.page.place()["answers"], "only_to_send": "on"})
    assert [row["id"][-12:] for row in soup(screen).select(".month li")] == [ROWS[0], ROWS[2]]
    assert status(screen) == "2 paiements affichés."
    after = Screen("payments", persona="nadia")
    after.resume(json.loads(json.dumps(screen.snapshot())))
    assert soup(after).find("input", attrs={"name": "only_to_send"}).has_attr("checked")


def test_who_sends_nothing_by_hand_is_not_asked_about_it():
    assert "à transmettre" not in text(Screen("payments", persona="jessica")).lower()


def test_nothing_ticked_is_explained():
    screen = Screen("payments", persona="nadia")
    screen.do("send")
    assert screen.download is None
    assert "Cochez au moins un paiement" in text(screen)
    assert screen.focus.endswith("-send-error")


def test_twelve_statements_then_twenty_seven():
    screen = Screen("statements", persona="jessica")
    assert text(screen).count("2020") >= 10
    assert "février 2021" in text(screen)
    assert "janvier 2020" not in text(screen)
    screen.do("more")
    assert "décembre 2018" in text(screen)
    assert status(screen) == "27 relevés affichés."
    assert "Afficher plus de relevés" not in text(screen)


def test_a_monthly_statement_is_given_as_a_pdf():
    screen = Screen("statements", persona="jessica")
    month = next(month for month in screen.page.months if month.payments)
    screen.do("monthly_statement", month=str(month.first_day))
    assert screen.download.name.endswith(".pdf")


def test_what_is_only_on_the_computer_says_so():
    screen = Screen("statements", persona="jessica")
    assert "Sur l'ordinateur seulement" not in text(screen)
    screen.do("view", view="contributions")
    assert "Sur l'ordinateur seulement" in text(screen)


def test_contributions_never_pass_their_cap():
    screen = Screen("statements", persona="ange")
    for _, pair in screen.page.contributions:
        assert all(year.total <= year.cap for year in pair)


@pytest.mark.parametrize(
    ("view", "words"), [("sick_leaves", "Jours payés"), ("work_accident", "Déclaration par l'employeur")]
)
def test_a_sick_leave_and_a_work_accident_are_followed(view, words):
    screen = Screen("statements", persona="karim")
    screen.do("view", view=view)
    assert words in text(screen)


def test_the_questions_of_the_chapter_have_the_answers_of_the_screens():
    answers = SITE.questions
    nadia = Screen("payments", persona="nadia").page
    november = next(month for month in nadia.months if (month.first_day.year, month.first_day.month) == (2018, 11))
    assert [f"{november.total}".replace(".", ",")] == list(answers["paiements_nadia"].answers)
    screen = Screen("payments", persona="jessica")
    every_kind = {f"kind_{kind}": "on" for kind in screen.page.all_kinds}
    screen.do("search", **{**SEARCH, **every_kind, "beneficiary": "Zoé PETIT"})
    assert str(len(screen.page.payments)) in answers["paiements_zoe"].answers
    [ongoing, _] = Screen("statements", persona="karim").page.leaves
    assert str(ongoing.days_paid) in answers["paiements_arret"].answers


def test_the_title_says_from_which_day_the_list_is():
    screen = Screen("payments", persona="nadia")
    screen.do("search", start="20/02/2019", end="22/02/2019", beneficiary="Toutes les personnes", kind_care="on")
    assert "Du 1er février 2019 au 22 février 2019 Le premier mois est affiché en entier." in text(screen)
    first, last = screen.page.wanted.shown_from, screen.page.wanted.end
    assert all(first <= payment.date <= last for payment in screen.page.payments)
    screen.do("search", start="01/02/2019", end="22/02/2019", beneficiary="Toutes les personnes", kind_care="on")
    assert "affiché en entier" not in text(screen)
