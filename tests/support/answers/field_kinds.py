"""Each kind of field that a form may have, and answers that are right or nearly so."""

from atelier_ameli.creation.create_forms import EmailField, EndField, PhoneField
from atelier_ameli.identity.forms_identity import BirthDateField, DepartmentField, IbanField, NirField
from practice.forms.choices import OneOf, Option, SomeOf
from practice.forms.documents import DocumentField
from practice.forms.fields import (
    AmountField,
    DateField,
    PostcodeField,
    SecretField,
    SelectField,
    TextAreaField,
    TextField,
)
from practice.forms.folder import PaperKind
from practice.forms.pictures import PictureField
from practice.forms.words import LongWordsField, NameField, WordsField
from tests.support import SITE

EMPTY = "Répondez à la question."
OPTIONS = [Option("one", "Un"), Option("two", "Deux")]
LONGEST = 200


class Asked(SelectField):
    choices = ("Un", "Deux")


class End(EndField):
    wanted = 6


#: each kind of field, and answers that are right or nearly so
FIELDS = {
    "text": (TextField("Rue", empty=EMPTY), ["9 avenue du Modèle", "Camille"]),
    "perhaps": (TextField("Étage", empty=""), ["3"]),
    "long_text": (
        TextAreaField("Question", empty=EMPTY, longest=LONGEST),
        ["Bonjour,\n\nMa carte ne marche plus.\r\n"],
    ),
    "words": (WordsField("Rue", empty=EMPTY), ["9 avenue du Modèle", "Камиль"]),
    "name": (NameField("Nom", empty=EMPTY), ["MARTIN-EXEMPLE", "Сара", "N'Guyen"]),
    "long_words": (LongWordsField("Récit", empty=EMPTY, longest=LONGEST), ["Un chien l'a mordue.\r\n"]),
    "department": (DepartmentField("Département", empty=EMPTY), ["31", "2a", "974"]),
    "select": (Asked("Lequel", empty=EMPTY), ["Un", "Deux"]),
    "secret": (SecretField("Code", empty=EMPTY), ["48151623", "Baobab-95"]),
    "nir": (NirField("Numéro"), ["2 82 02 95 000 199", "282029500019987", "1 78 07 2A 000 042"]),
    "date": (DateField("Date", empty=EMPTY), ["11/02/1982", "11021982", "1-3-2021"]),
    "birth date": (BirthDateField("Date de naissance", empty=EMPTY), ["11/02/1982", "11021982", "1-3-2021"]),
    "postcode": (PostcodeField("Code postal", empty=EMPTY), ["31000", "31 000"]),
    "amount": (AmountField("Montant", empty=EMPTY), ["1 250,50", "850"]),
    "iban": (IbanField("IBAN", empty=EMPTY), ["FR54 1234 5123 4500 0000 0199 A53"]),
    "email": (EmailField("E-mail", empty=EMPTY), ["jessica.petit@courrier.example"]),
    "phone": (PhoneField("Téléphone", empty=EMPTY), ["06 39 98 12 34", "0639981234"]),
    "end": (End("Fin du numéro", letters=True, empty=EMPTY), ["0777 h5", "077755"]),
    "one_of": (OneOf("Un seul", empty=EMPTY), ["one", "two"]),
    "some_of": (SomeOf("Plusieurs", empty=EMPTY), ["one", "two"]),
    "document": (
        DocumentField("Pièce", empty=EMPTY, needs=next(iter(PaperKind)), folder=SITE.folder),
        [paper.id for paper in SITE.folder.papers],
    ),
    "picture": (
        PictureField("Photo", empty=EMPTY, known=SITE.pictures, store=SITE.store),
        [picture.id for picture in SITE.pictures.gallery],
    ),
}
