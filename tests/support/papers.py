"""One paper of each kind; and what a screen reader finds in a PDF: its tree, with words, and what nobody marked."""

import io
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

from atelier_ameli import documents
from atelier_ameli.payments.payments import PaymentMonth
from atelier_ameli.payments.statements import monthly_statements, statement_years
from atelier_ameli.world import World
from practice import papers
from practice.course.exercises.walkthrough import walkthrough
from practice.course.outline.lessons import lessons
from practice.doors.sheets.classroom_kit import room_sheets
from practice.doors.sheets.exercise_sheets import detailed_sheet, short_card
from practice.doors.sheets.handout import BAND
from practice.doors.sheets.kit_sheets import kit_sheets
from practice.doors.sheets.plan import lesson_plan
from practice.doors.sheets.slips import WayIn
from practice.papers.document import Document
from tests.support import SITE

_SHOWN = re.compile(rb"\(((?:[^\\()]|\\.)*)\) Tj", re.DOTALL)
_NUMBER = re.compile(r"Page \d+ sur \d+")
PLAYED = ("jessica", "karim", "nadia", "fatou")


@cache
def world_of(persona: str) -> World:
    return World(SITE, persona)


@cache
def months_of(world: World) -> tuple[PaymentMonth, ...]:
    """Return a few months: the newest, the fullest, an empty one if there is one, and an April."""
    months = monthly_statements(world.payments, world.today, world.edition)
    by_size = sorted(months, key=lambda month: len(month.payments))
    april = next(month for month in months if month.first_day.month == 4)
    return tuple(dict.fromkeys((months[0], by_size[-1], by_size[0], april)))


@cache
def every_document(world: World) -> list[Document]:
    """Return one of each kind, for a few months and all years."""
    months, years = months_of(world), statement_years(world.today, world.edition)
    return [
        documents.rights_certificate(world, world.beneficiaries),
        documents.allowances_certificate(world, date(world.today.year - 1, 1, 1), world.today),
        documents.tax_statement(world, world.today.year - 1),
        documents.statement_to_send(world, [p for p in world.payments if p.to_send]),
        *(documents.monthly_statement(world, month) for month in months),
        *(documents.annual_statement(world, year) for year in years),
    ]


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(bytes(content)))


def words(pages: Any) -> str:
    """Return what one reads on the pages of a sheet, without the band and the foot of each.

    It is read as it stands in the file, much sooner than pypdf finds where it stands on the page. That any reader finds
    these letters is for tests/documents/.
    """
    kept = []
    for page in pages:
        *said, _foot, number, total = map(_letters, _SHOWN.findall(page.get_contents().get_data()))
        assert _NUMBER.fullmatch(number + total), (number, total)
        kept += said
    return one_line(" ".join(kept).replace(BAND, ""))


def one_line(text: str) -> str:
    return " ".join(text.split())


def _letters(shown: bytes) -> str:
    return re.sub(rb"\\(.)", rb"\1", shown).decode("cp1252")


@cache
def every_paper() -> list[PdfReader]:
    """Return a paper of each kind, of the account and of the course."""
    lesson = lessons(SITE)[9]
    exercise = lesson.exercises[0]
    given = [
        *every_document(world_of("jessica")),
        papers.attendance(SITE.title, "Ana Vidal", (), 3),
        papers.quiz_on_paper(SITE.title, SITE.quizzes["bilan"]),
    ]
    sheets = [sheet for _, _, sheet in kit_sheets(SITE)]
    seats = [SITE.envelope(name) for name in ("jessica", "fatou")]
    sheets += [sheet for _, sheet in room_sheets(SITE, seats, WayIn("http://192.168.1.20:8866/rejoindre"))]
    sheets += [lesson_plan(SITE, lesson), short_card(SITE, exercise, lesson.chapter)]
    sheets += [detailed_sheet(SITE, exercise, lesson.chapter, walkthrough(SITE, exercise), {})]
    return [read(content) for content in (*(one.content for one in given), *(sheet.output() for sheet in sheets))]


SHOWS = {b"Tj", b"TJ", b"'", b'"'}  #: the operators that draw words


def elements(pdf: PdfReader) -> list[tuple[str, str]]:
    """Return each element that has words, in the order of reading: the kinds from the root to it, and its words."""
    words = {}
    for page in pdf.pages:
        for number, text in _marked(pdf, page):
            if number is not None:
                words[page.indirect_reference.idnum, number] = (
                    words.get((page.indirect_reference.idnum, number), "") + text
                )
    return list(_walk(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"], words, ()))


def unmarked(pdf: PdfReader) -> list[str]:
    """Return the words that are neither in an element nor an artifact."""
    return [text for page in pdf.pages for number, text in _marked(pdf, page) if number == -1]


def _walk(kids: Any, words: dict[tuple[int, int], str], path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for kid in kids:
        one = kid.get_object()
        here = (*path, one["/S"][1:])
        inside = one["/K"]
        own = [words.get((one.raw_get("/Pg").idnum, int(k)), "") for k in inside if isinstance(k, int)]
        if own:
            yield "/".join(here[1:]), "".join(own)
        yield from _walk([k for k in inside if not isinstance(k, int)], words, here)


def _marked(pdf: PdfReader, page: Any) -> Iterator[tuple[int | None, str]]:
    """Yield words with the number of their element; None for an artifact, -1 for words that are in nothing."""
    stack: list[int | None] = []
    for operands, operator in ContentStream(page.get_contents(), pdf).operations:
        if operator in (b"BDC", b"BMC"):
            stack.append(operands[1]["/MCID"] if operator == b"BDC" else None)
        elif operator == b"EMC":
            stack.pop()
        elif operator in SHOWS:
            said = operands[0] if isinstance(operands[0], list) else [operands[0]]
            text = "".join(_read(one) for one in said if isinstance(one, str | bytes))
            yield (stack[-1] if stack else -1), text


def _read(one: Any) -> str:
    return getattr(one, "original_bytes", one if isinstance(one, bytes) else one.encode("cp1252")).decode("cp1252")
