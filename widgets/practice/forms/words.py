"""Lines that say a name or a place: signs or digits alone say none."""

from practice.forms.fields import TextAreaField, TextField
from practice.notices import notice

_NO_LETTER = notice("no_letter", "Il n'y a pas de mot ici. Recopiez ce que dit la fiche.")
_NAME_HAS_DIGITS = notice("name_has_digits", "Un nom n'a pas de chiffre. Recopiez celui de la fiche.")


def _has_letter(text: str) -> bool:
    return any(sign.isalpha() for sign in text)


class WordsField(TextField):
    """A line with a word in it: a street, a place, somebody and her phone."""

    def check(self) -> None:
        if not _has_letter(self.data):
            self.refuse(_NO_LETTER)


class NameField(WordsField):
    """The name of a person, in any script."""

    def check(self) -> None:
        super().check()
        if any(sign.isdigit() for sign in self.data):
            self.refuse(_NAME_HAS_DIGITS)


class LongWordsField(TextAreaField):
    """Several lines with a word in them."""

    def check(self) -> None:
        if not _has_letter(self.data):
            self.refuse(_NO_LETTER)
