"""« Complémentaire santé solidaire »: who counts, twelve months added up, an answer, a renewal in time."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from atelier_ameli import Screen
from practice.session import Context
from tests.journeys import STATES, filled, opened, reach
from tests.journeys.request_solidarity import quarter
from tests.support import SITE, edition
from tests.support.pages import again, errors, follow, plain, soup, text


def total(screen):
    return soup(screen).find(class_="running-sum").get_text().replace("\u00a0", " ").replace("\u202f", " ")


def solidarity(screen):
    screen.do("open", page="my_information")
    return screen.page.known.solidarity


def receipt(screen):
    screen.do("receipt", number="1")
    return "".join(page.extract_text() for page in PdfReader(BytesIO(screen.download.content)).pages)


def test_the_months_asked_for_end_two_months_before_the_request():
    screen = reach("solidarity")
    assert "de février 2020 à janvier 2021" in plain(screen)
    labels = [label.get_text() for name in ("months", "last months") for label in _labels(reach(f"solidarity, {name}"))]
    assert labels == ["Février 2020", "Mars 2020", "Avril 2020", "Novembre 2020", "Décembre 2020", "Janvier 2021"]


def test_the_card_names_the_months_of_the_day_whatever_the_clock():
    screen = Screen("requests", persona="jessica")
    screen.do("open", page="requests")
    screen.world.wait(40)
    screen.do("begin", request="solidarity")
    screen.do("start")
    for answers in ({"situation": "separated"}, {"children": "one", "custody": "here"}, {"same": "no"}):
        screen.do("next", **answers)
    assert screen.page.card_lines[0].label == "Mars 2020"
    assert _labels(screen)[0].get_text() == "Mars 2020"


def test_the_question_of_the_chapter_has_the_total_of_the_recap():
    answer = SITE.questions["famille_solidaire"].answers[0]
    assert answer == total(reach("solidarity, recap")).replace(" ", "").removesuffix("€")


def test_the_months_have_their_names_in_the_recap_and_on_the_receipt():
    screen = reach("solidarity, sent")
    assert "Novembre 2020 450,50 €" in plain(reach("solidarity, recap"))
    assert "Novembre 2020" in receipt(screen)


def test_the_total_runs_while_one_types_and_zero_is_an_amount():
    screen = reach("solidarity, months")
    assert total(screen) == "0,00 €"
    for typed, sum_, words in (
        ({"month_1": "900"}, "900,00 €", "1 mois rempli sur 12"),
        ({"month_1": "900", "month_2": "0"}, "900,00 €", "2 mois remplis sur 12"),
        ({"month_1": "1 000,50", "month_2": "0", "month_3": "2"}, "1 002,50 €", "3 mois remplis sur 12"),
        ({"month_1": "900", "month_2": "", "month_3": "deux"}, "900,00 €", "1 mois rempli sur 12"),
    ):
        screen.do("keep", **typed)
        assert total(screen) == sum_
        assert words in plain(screen)
    assert total(reach("solidarity, recap")) == "8 820,50 €"


def test_what_is_typed_comes_back_after_a_reload_in_the_middle_of_the_months():
    screen = again(reach("solidarity, a month half typed"))
    assert screen.page.filling.step.id == "quarter_1"
    assert screen.page.form.month_1.data == "900"
    assert total(screen) == "909,00 €"


def test_the_same_amount_each_month_is_typed_once():
    screen = reach("solidarity, the same each month, typed")
    assert total(screen) == "10 800,00 €"
    screen.do("next", same="yes", monthly="900")
    assert screen.page.filling.step.id == "proof"


def test_an_amount_that_was_left_out_by_another_answer_does_not_count():
    screen = reach("solidarity, recap")
    screen.do("change", step="incomes")
    screen.do("next", same="yes", monthly="100")
    assert total(screen) == "1 200,00 €"


def test_the_card_tells_only_what_this_step_asks_for():
    assert [line.label for line in reach("solidarity, months").page.card_lines] == [
        "Février 2020",
        "Mars 2020",
        "Avril 2020",
    ]
    assert reach("solidarity").page.card_lines == ()


@pytest.mark.parametrize(
    ("state", "household"),
    [
        ("solidarity, shared custody", 3),
        ("solidarity, children elsewhere", 1),
        ("solidarity, sent", 2),
        ("solidarity, nothing received", 1),
        ("solidarity, a couple and a baby", 3),
    ],
)
def test_who_counts_in_the_household(state, household):
    one = reach(state).page.one
    assert one.said["household"] == str(household)


@pytest.mark.parametrize(
    ("state", "answer"),
    [
        ("solidarity, sent", "free"),
        ("solidarity, nothing received", "free"),
        ("solidarity, shared custody", "free"),
        ("solidarity, children elsewhere", "refused"),
        ("solidarity, a couple and a baby", "contribution"),
    ],
)
def test_the_household_and_its_incomes_decide(state, answer):
    assert reach(state).page.one.said["decision"] == answer


@pytest.mark.parametrize(
    ("monthly", "answer"),
    [("753,41", "free"), ("753,42", "contribution"), ("1017,08", "contribution"), ("1017,09", "refused")],
)
def test_the_ceilings_are_themselves_included(monthly, answer):
    screen = Screen("requests", persona="luc")
    screen.do("begin", request="solidarity")
    rules, case = screen.page.procedure.rules, screen.page.filling.case
    asked = {"situation": "alone", "children": "none", "same": "yes", "monthly": monthly}
    assert rules.facts(case, asked)["decision"] == answer


def test_the_ceilings_are_shown_as_values_of_the_exercise():
    shown = plain(reach("solidarity, recap"))
    assert "Pour un foyer de 2 personnes" in shown
    assert "jusqu'à 13 562,00 €" in shown
    assert "valeurs de l'exercice" in shown


def test_the_receipt_is_in_the_messaging_at_once_and_the_answer_after_two_months():
    screen = reach("solidarity, sent")
    assert solidarity(screen) is None
    screen.do("open", page="messages")
    assert "Nous avons reçu votre demande" in plain(screen)
    screen = reach("solidarity, granted")
    assert "Accordée, gratuite" in plain(screen)
    assert solidarity(screen).until == date(2022, 4, 29)


def test_the_answer_is_not_told_before_its_day():
    for state in ("solidarity, sent", "solidarity, shared custody", "solidarity, children elsewhere"):
        screen = reach(state)
        assert "vers le 30 avril 2021 : Réponse de la caisse." in plain(screen)
        assert "Accordée" not in plain(screen) + receipt(screen)
        assert "Refusée" not in plain(screen) + receipt(screen)


def test_the_attestation_is_given_once_granted_and_not_before():
    screen = reach("solidarity, sent")
    screen.do("paper", paper="1 solidarity_certificate")
    assert screen.download is None
    screen = reach("solidarity, attestation")
    words = PdfReader(BytesIO(screen.download.content)).pages[0].extract_text()
    assert "Complémentaire santé solidaire" in words
    assert "SPECIMEN" in words
    assert "29 avril 2022" in words.replace("\u00a0", " ")


def test_with_a_contribution_it_is_said_how_much():
    screen = reach("solidarity, with a contribution")
    assert "de 8 à 30 € par mois" in plain(screen)
    assert "Avec une participation" in (screen.do("open", page="my_information"), plain(screen))[1]


def test_the_price_of_another_year_is_said_wherever_this_one_was(tmp_path):
    site = edition(tmp_path, {"requests/solidarity.toml": '[rules]\nprice = "de 9 à 31 €"\n'})
    start, *actions = STATES["solidarity, with a contribution"]
    screen = opened(start, Context(site, "x"))
    for action, answers in actions:
        screen.do(action, **filled(answers, screen))
    said = [plain(screen)]
    screen.do("paper", paper="1 solidarity_certificate")
    said.append(PdfReader(BytesIO(screen.download.content)).pages[0].extract_text().replace("\xa0", " "))
    screen.do("open", page="my_information")
    said.append(plain(screen))
    assert ["de 9 à 31 €" in words for words in said] == [True] * 3
    assert "8 à 30" not in "".join(said)


def test_a_refusal_says_why_what_to_do_and_gives_nothing():
    screen = reach("solidarity, refused")
    assert "Refusée" in plain(screen)
    assert "12 205,00 €" in plain(screen)
    screen.do("paper", paper="1 solidarity_certificate")
    assert screen.download is None
    assert solidarity(screen) is None
    screen.do("begin", request="solidarity")
    screen.do("start")
    assert screen.page.filling.step.id == "situation"


def test_it_cannot_be_asked_twice_at_once_nor_before_its_last_four_months():
    screen = reach("solidarity, sent")
    screen.do("begin", request="solidarity")
    assert "Vous avez déjà envoyé cette demande" in text(screen)
    screen = reach("solidarity, too soon again")
    assert "à partir du 30 décembre 2021" in plain(screen)
    screen.do("start")
    assert screen.page.draft is None


def test_it_is_renewed_during_its_last_four_months():
    screen = reach("solidarity, again")
    assert "se termine le 29 avril 2022" in plain(screen)
    screen.do("start")
    for answers in ({"situation": "alone"}, {"children": "none"}, {"same": "yes", "monthly": "0"}):
        screen.do("next", **answers)
    screen.do("next", **{"income_proof": "income", "honour-yes": "yes"})
    screen.do("send")
    assert len(screen.world.requests.sent) == 2
    follow(screen, "30", "30")
    assert solidarity(screen).household == 1
    assert solidarity(again(screen)).until > date(2022, 12, 1)


def test_each_thing_wrong_is_said_with_what_to_do():
    assert "Tapez des chiffres" in errors(reach("solidarity, a month in words"))[0]
    assert "S'il n'y a rien, tapez 0" in errors(reach("solidarity, a month forgotten"))[0]
    assert "plus valable" in errors(reach("solidarity, an old proof"))[0]
    assert "trop lourd" in errors(reach("solidarity, a proof too large"))[0]
    assert "C'est votre numéro" in errors(reach("solidarity, her own number"))[0]


def test_the_way_back_through_the_months_loses_nothing():
    screen = reach("solidarity, last months")
    screen.do("back", **quarter(4))
    screen.do("next", **quarter(3))
    assert screen.page.form.month_12.data == "950"


@pytest.mark.parametrize("words", ["mutuelle gratuite", "la CMU", "ma petite retraite"])
def test_it_is_found_in_the_learners_own_words(words):
    screen = Screen("requests", persona="jessica")
    screen.do("search", words=words)
    assert screen.page.found[0].id == "solidarity"


def _labels(screen):
    return [label for label in soup(screen).find_all("label") if label.get("for", "").startswith(f"{screen.key}-month")]


@pytest.mark.parametrize("typed", ["", "deux"])
def test_months_that_are_wrong_alike_are_told_apart_in_the_summary(typed):
    screen = reach("solidarity, months")
    screen.do("next", month_1=typed, month_2=typed, month_3="900")
    first, second = (str(message).replace("\xa0", " ") for _, message in screen.page.problems())
    labels = [screen.page.form[name].label.text for name in ("month_1", "month_2")]
    assert [first.partition(" : ")[0], second.partition(" : ")[0]] == labels
    assert first != second
