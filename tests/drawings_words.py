"""The drawings of the words, for tests/test_accessibility.py."""

from atelier_ameli import Words

DRAWINGS = {"words of a chapter": Words("RIB", "IBAN")._repr_html_(), "all words": Words()._repr_html_()}
