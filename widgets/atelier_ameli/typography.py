"""French typography: the spaces that must not break."""

import re
import unicodedata

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def french(text: str) -> str:
    r"""Return a text with non-breaking spaces before « : ; ? ! » and inside « guillemets ».

    >>> french("Prêt ?") == "Prêt\N{NO-BREAK SPACE}?"
    True
    """
    return re.sub(r" (?=[:;?»]|!(?!=))|(?<=«) ", NO_BREAK_SPACE, text)


def of(name: str) -> str:
    """Return a first name after « de » or « d' ».

    >>> of("Yvette"), of("Jessica")
    ("d'Yvette", 'de Jessica')
    """
    first = unicodedata.normalize("NFD", name)[:1].lower()
    return f"d'{name}" if first in "aeiouyh" else f"de {name}"
