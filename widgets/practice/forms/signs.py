"""Signs: what a text is made of, whatever keyboard it was typed on. Forms and rules read texts through here alone."""

import unicodedata
from dataclasses import dataclass
from string import ascii_letters, digits

_USUAL = {sign: sign.upper() for sign in ascii_letters + digits}  #: what needs no table of Unicode


def typed(value: object) -> str:
    """Return a line as people type it: no sign that is not seen, no half of one, accents on their letters."""
    if not isinstance(value, str):
        return ""
    text = value if value.isprintable() else "".join(sign for sign in value if unicodedata.category(sign)[0] != "C")
    return unicodedata.normalize("NFC", text).strip()


def plain(text: str) -> str:
    """Return a text with the digits and letters of a French keyboard in the place of full-width or Arabic ones.

    >>> plain("３１٠٠٠")
    '31000'
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


@dataclass(frozen=True)
class Signs:
    """The letters and digits of a text, in capitals, and its « € »; what else stands between them is left out.

    `places` says where each was in the text, `begins` whether something stood before it.
    """

    text: str
    places: tuple[int, ...]
    begins: tuple[bool, ...]

    @classmethod
    def of(cls, text: str) -> "Signs":
        """Return the signs of a text."""
        found: list[tuple[str, int, bool]] = []
        apart = True
        for place, sign in enumerate(text):
            if sign in _USUAL:
                found.append((_USUAL[sign], place, apart))
                apart = False
                continue
            if sign.isascii():
                apart = apart or sign.isprintable()
                continue
            letters = [one for one in plain(sign).upper() if one.isalnum() or one == "€"]
            if not letters:
                apart = apart or unicodedata.category(sign)[0] != "C"  # a hyphen that is not seen parts nothing
            for one in letters:
                found.append((one, place, apart))
                apart = False
        signs, places, begins = zip(*found, strict=True) if found else ((), (), ())
        return cls("".join(signs), places, begins)

    def can_begin(self, at: int) -> bool:
        """Say whether a number may begin here: no digit stands right before it."""
        return self.begins[at] or not self.text[at - 1].isdigit()

    def can_end(self, at: int, end: int) -> bool:
        """Say whether a number that begins at `at` may end before `end`: at the end of a group, or if it has none."""
        if end > len(self.text):
            return False
        return end == len(self.text) or self.can_begin(end) or not any(self.begins[at + 1 : end])
