"""The words explained at the end of a chapter, and all of them."""

from atelier_ameli import Words

DRAWINGS = {
    "words of a chapter": lambda: Words("RIB", "IBAN")._repr_html_(),
    "all words": lambda: Words()._repr_html_(),
}
