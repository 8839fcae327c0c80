"""The kinds of questions that a request may ask: the field that takes the answer, how it is drawn, how it is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import wtforms

from practice.forms.choices import OneOf, SomeOf
from practice.forms.documents import DocumentField
from practice.forms.fields import AmountField, DateField, PostcodeField, TextField
from practice.forms.pictures import PictureField
from practice.forms.words import LongWordsField, NameField, WordsField
from practice.notices import Notice
from practice.procedures.bounds import Bound
from practice.procedures.declared import Field, FieldKind
from practice.procedures.rules import Case

LONGEST_TEXT = 600  #: characters of an answer in several lines


@dataclass(frozen=True)
class Kind:
    """One kind of question.

    `make` gives its field, from what is declared, the case, and what is told when there is no answer. `said` gives an
    answer as people read it. The rest is how a line to type in is drawn.
    """

    make: Callable[[Field, Case, Notice | str], wtforms.Field]
    said: Callable[[str, Case], str] = lambda answer, _: answer
    own_words: bool = False  #: whether its field itself says what is told when there is no answer
    hint: str = ""
    inputmode: str = "text"
    width: str = "wide"
    groups: str = ""  #: how many signs between the spaces that put themselves: « 4 4 4 »


def plain(field_class: type[wtforms.Field]) -> Callable[[Field, Case, Notice | str], wtforms.Field]:
    """Return what makes a field that needs nothing but its label and its words."""
    return lambda field, _, empty: field_class(field.label, empty=empty)


def _long_text(field: Field, _: Case, empty: Notice | str) -> wtforms.Field:
    return LongWordsField(field.label, empty=empty, longest=LONGEST_TEXT)


def _date(field: Field, case: Case, empty: Notice | str) -> wtforms.Field:
    days = [Bound.read(bound).day(case.today) for bound in (field.not_before, field.not_after)]
    return DateField(field.label, empty=empty, earliest=days[0], latest=days[1], today=case.today)


def _document(field: Field, case: Case, empty: Notice | str) -> wtforms.Field:
    return DocumentField(field.label, empty=empty, needs=field.needs, folder=case.site.folder)


def _paper_name(answer: str, case: Case) -> str:
    paper = case.site.folder.paper(answer)
    return paper.name if paper else ""


def _picture(field: Field, case: Case, empty: Notice | str) -> wtforms.Field:
    return PictureField(field.label, empty=empty, known=case.site.pictures, store=case.site.store)


KINDS: Mapping[str, Kind] = {
    FieldKind.TEXT: Kind(plain(TextField)),
    FieldKind.WORDS: Kind(plain(WordsField)),
    FieldKind.NAME: Kind(plain(NameField)),
    FieldKind.LONG_TEXT: Kind(_long_text),
    FieldKind.DATE: Kind(_date, hint="Jour, mois, année. Par exemple 15/03/1991.", width="short"),
    FieldKind.POSTCODE: Kind(plain(PostcodeField), hint="5 chiffres.", inputmode="numeric", width="short"),
    FieldKind.AMOUNT: Kind(
        plain(AmountField),
        said=lambda answer, _: f"{answer}\N{NO-BREAK SPACE}€",
        hint="En euros.",
        inputmode="decimal",
        width="short",
    ),
    FieldKind.ONE_OF: Kind(plain(OneOf)),
    FieldKind.SOME_OF: Kind(plain(SomeOf)),
    FieldKind.DOCUMENT: Kind(_document, said=_paper_name),
    FieldKind.PICTURE: Kind(_picture, said=lambda *_: "une photo lisible"),
}
