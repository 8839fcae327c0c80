"""French typography: the spaces that must not break."""

import re

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def french(text: str) -> str:
    """Return a text with non-breaking spaces before « : ; ? ! » and inside « guillemets ».

    >>> french("Prêt ?") == "Prêt\\N{NO-BREAK SPACE}?"
    True
    """
    return re.sub(r" (?=[:;?»]|!(?!=))|(?<=«) ", NO_BREAK_SPACE, text)
