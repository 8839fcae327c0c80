"""The PDF files, read back: words, names, sums against the domain, SPECIMEN on each page, the same bytes twice."""

import io
import re
from datetime import UTC
from decimal import Decimal

import pypdf
import pytest

from atelier_ameli import documents
from atelier_ameli.documents.issuer import load_issuer
from atelier_ameli.documents.sheet import Sheet
from atelier_ameli.payments.payments import PaymentKind, total
from atelier_ameli.payments.statements import contributions, statement_years
from atelier_ameli.world import World
from practice.drawing.dates import day
from practice.papers.document import Document
from practice.papers.words import euros, file_name
from tests.support import SITE
from tests.support.papers import PLAYED, every_document, months_of, world_of
from tests.support.refusals import refused

SPECIMEN = "SPECIMEN – document d'entraînement, sans valeur"


def read(document: Document) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(document.content))


def text(document: Document) -> str:
    """Return the words of a document with ordinary spaces only."""
    return " ".join(" ".join(page.extract_text() for page in read(document).pages).split())


def shown(amount: Decimal) -> str:
    return euros(amount).replace("\xa0", " ")


@pytest.mark.parametrize("persona", PLAYED)
def test_every_page_of_every_document_is_marked_and_in_french(persona):
    world = world_of(persona)
    for document in every_document(world):
        reader = read(document)
        assert reader.trailer["/Root"]["/Lang"] == "fr-FR"
        assert reader.metadata.title == document.title
        assert reader.metadata.creation_date == world.now.replace(tzinfo=UTC)
        pages = [page.extract_text() for page in reader.pages]
        for number, words in enumerate(pages, 1):
            assert words.replace("\xa0", " ").count("SPECIMEN") == 2, document.name
            assert SPECIMEN in words
            assert f"Page {number} sur {len(pages)}" in words
        told = " ".join(" ".join(pages).split())
        assert world.beneficiaries[0].full_name in told
        assert document.title.replace("\xa0", " ") in told


@pytest.mark.parametrize("persona", ["jessica", "karim"])
def test_the_same_account_gives_the_same_bytes(persona):
    first, again = every_document(world_of(persona)), every_document(World(SITE, persona))
    assert [one.content for one in again] == [one.content for one in first]


def test_file_names_are_plain_and_tell_what_is_inside():
    names = [document.name for document in every_document(world_of("jessica"))]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9_]+\.pdf", name) for name in names)
    assert {
        "attestation_de_droits_petit_jessica.pdf",
        "attestation_indemnites_journalieres_petit_jessica.pdf",
        "releve_fiscal_2020.pdf",
        "releve_mensuel_fevrier_2021.pdf",
        "releve_annuel_2020.pdf",
        "decomptes_a_transmettre_petit_jessica.pdf",
    } <= set(names)
    assert file_name("relevé mensuel", "août 2020") == "releve_mensuel_aout_2020.pdf"


def test_the_rights_certificate_says_who_is_covered_and_how():
    world = world_of("jessica")
    certificate = text(documents.rights_certificate(world, world.beneficiaries))
    for words in (
        "Jessica PETIT",
        "2 82 02 95 000 199 37",
        "01 000 0000",
        "du 1er mars 2021 au 28 février 2022",
        "Médecin traitant déclaré",
        "01 Jessica PETIT 11/02/1982 assurée",
        "02 Zoé PETIT 20/05/2006 rattachée",
    ):
        assert words in certificate


def test_a_rank_belongs_to_a_person_whoever_is_chosen():
    world = world_of("jessica")
    certificate = text(documents.rights_certificate(world, world.beneficiaries[1:]))
    assert "02 Zoé PETIT" in certificate
    assert "01 Jessica" not in certificate


def test_a_doctor_who_was_not_declared_is_said():
    without = [p.id for p in SITE.personas.values() if not p.history.primary_doctor and not p.holder]
    assert without
    for persona in without:
        world = world_of(persona)
        certificate = text(documents.rights_certificate(world, world.beneficiaries))
        assert "Médecin traitant non déclaré" in certificate


def test_the_allowances_certificate_adds_up():
    world = world_of("karim")
    paid = [p for p in world.payments if p.kind is PaymentKind.DAILY_ALLOWANCES]
    start, end = min(p.date for p in paid), max(p.date for p in paid)
    certificate = text(documents.allowances_certificate(world, start, end))
    assert f"du {day(start)} au {day(end)}" in certificate
    for payment in paid:
        days = payment.allowances
        amounts = f"{days.days} {shown(days.daily_amount)} {shown(payment.amount)}"
        assert f"{payment.date:%d/%m/%Y} du {days.start:%d/%m/%Y} au {days.end:%d/%m/%Y} {amounts}" in certificate
    assert f"Total {sum(p.allowances.days for p in paid)} {shown(total(paid))}" in certificate


def test_the_allowances_certificate_leaves_out_what_was_paid_before():
    world = world_of("karim")
    paid = [p for p in world.payments if p.kind is PaymentKind.DAILY_ALLOWANCES]
    last = max(p.date for p in paid)
    certificate = text(documents.allowances_certificate(world, last, last))
    assert f"Total {sum(p.allowances.days for p in paid if p.date == last)} " in certificate


@pytest.mark.parametrize("persona", PLAYED)
def test_the_tax_statement_adds_up_what_is_declared(persona):
    world = world_of(persona)
    for year in statement_years(world.today, world.edition)[1:]:
        kinds = (PaymentKind.DAILY_ALLOWANCES, PaymentKind.DISABILITY_PENSION)
        paid = [p for p in world.payments if p.date.year == year and p.kind in kinds]
        statement = text(documents.tax_statement(world, year))
        assert (f"Total à déclarer {shown(total(paid))}" in statement) == bool(paid)
        assert (f"Aucune somme à déclarer pour {year}." in statement) == (not paid)
        assert f" {shown(total([]))}" not in statement, "a sum of nothing is said in words"


@pytest.mark.parametrize("persona", PLAYED)
def test_each_monthly_statement_holds_its_payments_and_their_total(persona):
    world = world_of(persona)
    for month in months_of(world):
        statement = text(documents.monthly_statement(world, month))
        assert f"Total {shown(total(month.payments))}" in statement
        assert ("Aucun paiement." in statement) == (not month.payments)
        for payment in month.payments:
            assert f"{payment.date:%d/%m/%Y} {payment.kind.label}" in statement
            for act in payment.acts:
                assert f"{shown(act.base)} {act.rate} % {shown(act.refunded)}" in statement
            for line in payment.withheld:
                assert shown(-line.amount) in statement


@pytest.mark.parametrize("persona", PLAYED)
def test_the_annual_statement_adds_up_in_three_ways(persona):
    world = world_of(persona)
    for year in statement_years(world.today, world.edition):
        paid = [p for p in world.payments if p.date.year == year]
        statement = text(documents.annual_statement(world, year))
        assert statement.count(f"Total {shown(total(paid))}") == 2
        for person in world.beneficiaries:
            for part in contributions(world.payments, year, person.id, world.edition):
                line = f"{person.full_name} {part.kind.label} {shown(part.total)} {shown(part.cap)}"
                assert line in statement


def test_a_text_that_is_longer_than_a_line_goes_on_below():
    sheet = Sheet(100 * "Titre ", world_of("jessica"))
    sheet.paragraph(100 * "phrase ")
    sheet.facts([("Case", 100 * "adresse "), (100 * "nom ", "Case")])
    lines = "".join(page.extract_text() for page in read(sheet.finish("essai")).pages).splitlines()
    for word, most in (("Titre", 11), ("phrase", 13), ("adresse", 6), ("nom", 19)):
        counts = [line.count(word) for line in lines if word in line]
        assert sum(counts) == 100
        assert max(counts) == most, f"« {word} » leaves the page"


def test_the_months_are_written_in_good_french():
    titles = [document.title for document in every_document(world_of("jessica"))]
    assert "Relevé mensuel d'avril 2020" in titles
    assert "Relevé mensuel de février 2021" in titles


def test_a_large_amount_has_no_space_that_the_font_lacks():
    assert euros(Decimal("1234567.8")) == "1\xa0234\xa0567,80\xa0€"


test_a_damaged_data_file_is_refused_with_its_name = refused(
    "documents.toml",
    load_issuer,
    ("rights_months = 12", "rights_months = 0", "rights_months"),
    ("01 000 0000", "01 311 0000", "000"),
    ("daily_allowances", "salaries", "declared_kinds"),
    ('name = "', 'nom = "', "name"),
)
