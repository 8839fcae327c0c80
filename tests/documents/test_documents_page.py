"""« Mes documents », as a learner reads it, and the files that she gets."""

import io
import re

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atelier_ameli import Screen, documents
from atelier_ameli.payments.payments import PaymentKind, total
from practice.papers.document import Document
from practice.papers.words import euros
from tests.journeys import reach
from tests.support.answers.anything import ANYTHING, HANDFULS, handfuls
from tests.support.pages import errors, field, soup, status, text

DOWNLOADED = {
    "documents, rights downloaded": "attestation_de_droits_petit_jessica.pdf",
    "documents, allowances downloaded": "attestation_indemnites_journalieres_benali_karim.pdf",
    "documents, tax statement downloaded": "releve_fiscal_2020.pdf",
    "documents, month downloaded": "releve_mensuel_fevrier_2021.pdf",
    "documents, year downloaded": "releve_annuel_2021.pdf",
    "documents, payments to send downloaded": "decomptes_a_transmettre_lopez_nadia.pdf",
}


def words(download) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(download.content)).pages)


@pytest.mark.parametrize("state", DOWNLOADED)
def test_a_document_is_given_and_the_page_says_where_it_is(state):
    screen = reach(state)
    download = screen.download
    assert (download.name, download.type) == (DOWNLOADED[state], "application/pdf")
    assert status(screen) == "Le document est dans vos téléchargements."
    assert f"Son nom\u00a0: {download.name}" in text(screen)
    assert "cliquez sur la flèche vers le bas" in text(screen)
    assert screen.focus.endswith("-given")
    assert errors(screen) == []


@pytest.mark.parametrize("state", DOWNLOADED)
def test_the_sum_on_the_page_is_the_one_in_the_document(state):
    screen = reach(state)
    told = soup(screen).find(id=f"{screen.key}-given-what").get_text()
    for amount in re.findall(r"[\d\xa0]+,\d\d\xa0€", told):
        assert amount.replace("\xa0", " ").strip() in words(screen.download).replace("\xa0", " ")
    assert "€" in told or "rights" in state


def test_a_document_is_given_once():
    screen = reach("documents, rights downloaded")
    screen.do("download_tax")
    assert screen.download is None
    assert "dans vos téléchargements" not in text(screen)


def test_no_year_is_chosen_for_the_learner():
    screen = reach("documents")
    assert not soup(screen).select("[name=tax_year][checked], [name=annual_year][checked]")
    screen.do("download_tax")
    assert errors(screen) == ["Choisissez une année."]


def test_a_year_without_a_sum_says_so_in_words():
    screen = reach("documents")
    screen.do("download_tax", tax_year="2020")
    told = soup(screen).find(id=f"{screen.key}-given-what").get_text()
    assert told.replace("\xa0", " ").strip() == "Aucune somme à déclarer pour 2020."
    assert "0,00" not in words(screen.download)


def test_the_pension_of_luc_is_the_sum_of_his_statement():
    screen = Screen("documents", persona="luc")
    screen.do("download_tax", tax_year="2020")
    told = soup(screen).find(id=f"{screen.key}-given-what").get_text()
    pensions = [p for p in screen.world.payments if p.date.year == 2020 and p.kind is PaymentKind.DISABILITY_PENSION]
    assert len(pensions) == 12
    assert f"À déclarer : {euros(total(pensions))}." in told.replace("\u202f", "\xa0").replace("\xa0:", " :")


def test_only_the_people_ticked_are_in_the_certificate():
    screen = reach("documents")
    screen.do("download_rights", **{"beneficiary-zoe": "yes"})
    assert "Il est au nom de\u00a0: Zoé." in text(screen)
    people = words(screen.download).split("Personnes concernées")[1]
    assert "02 Zoé PETIT" in people
    assert "Jessica" not in people


def test_nobody_ticked_is_explained_and_the_link_leads_to_the_first_box():
    screen = reach("documents, nobody ticked")
    assert errors(screen) == ["Cochez au moins une personne."]
    target = soup(screen).find("a", href=True)["href"]
    assert soup(screen).find(id=target[1:])["name"] == "beneficiary-jessica"
    assert screen.focus.endswith("-errors")


def test_a_person_alone_in_her_account_is_already_ticked():
    box = soup(reach("documents, alone in the account")).find("input", checked=True)
    assert box["name"] == "beneficiary-ange"


def test_somebody_elses_certificate_cannot_be_had():
    screen = reach("documents")
    screen.do("download_rights", **{"beneficiary-karim": "yes"})
    assert errors(screen) == ["Cochez au moins une personne."]


@pytest.mark.parametrize(
    ("start", "end", "label", "message"),
    [
        ("01/03/2021", "01/02/2021", "Date de fin", "La date de fin est avant la date de début"),
        ("01/02/2021", "02/03/2021", "Date de fin", "n'est pas encore arrivée. Nous sommes le 1er mars 2021"),
        ("30/11/2018", "01/02/2021", "Date de début", "depuis le 1er décembre 2018"),
        ("31/02/2021", "01/03/2021", "Date de début", "Le jour 31 n'existe pas"),
        ("", "01/03/2021", "Date de début", "Tapez la date de début"),
        ("01/02/2021", "hier", "Date de fin", "n'est pas écrite comme il faut"),
        ("01/12/2018", "31/12/2018", "Date de début", "Aucune indemnité journalière n'a été payée"),
    ],
)
def test_each_wrong_period_has_its_own_words_at_its_field(start, end, label, message):
    screen = reach("documents, allowances downloaded")
    screen.do("download_allowances", allowances_start=start, allowances_end=end)
    assert [message in error for error in errors(screen)] == [True]
    assert message in field(screen, label).error
    assert screen.download is None


def test_an_empty_period_proposes_one_that_works():
    screen = reach("documents, allowances downloaded")
    screen.do("download_allowances", allowances_start="01/12/2018", allowances_end="31/12/2018")
    start, end = re.search(r"Essayez du (\S+) au (\S+)\.", errors(screen)[0]).groups()
    screen.do("download_allowances", allowances_start=start, allowances_end=end)
    assert status(screen).startswith("Le document est")


def test_whoever_had_no_sick_leave_is_told_that_all_is_well():
    assert "C'est normal sans arrêt de travail" in errors(reach("documents, no allowances"))[0]


def test_an_empty_month_says_so_in_the_list_and_when_chosen():
    screen = reach("documents, empty month")
    assert errors(screen) == ["Il n'y a aucun paiement en octobre 2020. Choisissez un autre mois."]
    assert "octobre 2020 (aucun paiement)" in text(screen)


def test_the_list_has_27_months():
    assert len(soup(reach("documents")).find_all("option")) == 27


def test_a_new_answer_clears_the_errors_of_the_other_cards():
    screen = reach("documents, nobody ticked")
    screen.do("download_tax", tax_year="2019")
    assert "Cochez au moins une personne." not in text(screen)


def test_whoever_has_nothing_to_send_sees_no_button():
    assert "Vous n'avez rien à transmettre." in text(reach("documents, allowances downloaded"))
    screen = reach("documents, allowances downloaded")
    screen.do("download_to_send")
    assert screen.download is None


def test_the_payments_to_send_are_those_of_the_payments_page():
    screen = Screen("payments", persona="nadia")
    there = screen.page.to_send
    screen.do("open", page="documents")
    assert list(screen.page.to_send) == there


def test_the_annual_statement_says_that_it_is_for_a_computer():
    assert "Seulement sur un ordinateur" in text(reach("documents"))


SCREENS = {
    "download_rights": ("beneficiary", "beneficiary-jessica", "beneficiary-", "beneficiary-karim"),
    "download_allowances": ("allowances_start", "allowances_end"),
    "download_tax": ("tax_year",),
    "download_monthly": ("month",),
    "download_annual": ("annual_year", "other"),
}
CHOSEN = ANYTHING | st.sampled_from(["2020", "1000", "février 2021", "octobre 2020 (aucun paiement)", "01/02/2021"])


@settings(max_examples=HANDFULS)
@given(
    handfuls(
        st.one_of(
            st.tuples(st.just(action), st.fixed_dictionaries({}, optional=dict.fromkeys(fields, CHOSEN)))
            for action, fields in SCREENS.items()
        )
    )
)
def test_any_answers_give_a_file_or_a_clear_message(start, blank, handful):
    for action, answers in handful:
        start.do(action, **answers)
        assert start.page.name == "documents"
        assert bool(start.page.problems()) != bool(start.download)
        assert not re.search("<script|<img|<svg onload|046 ?199", start.html)
        str(start.snapshot()).encode("utf-8")


@pytest.fixture
def start():
    return reach("documents, allowances downloaded")


@pytest.fixture
def blank(monkeypatch):
    """Make the files empty: what is in them is looked at elsewhere, and drawing them takes time."""
    for name in (
        "rights_certificate",
        "allowances_certificate",
        "tax_statement",
        "monthly_statement",
        "annual_statement",
        "statement_to_send",
    ):
        monkeypatch.setattr(documents, name, lambda *_: Document("a.pdf", "A", None))
