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


def file_size(kilobytes: int) -> str:
    r"""Return the size of a file as people write it.

    >>> file_size(800), file_size(12400), file_size(5000)
    ('800\xa0Ko', '12,4\xa0Mo', '5\xa0Mo')
    """
    if kilobytes < 1000:  # noqa: PLR2004
        return f"{kilobytes}{NO_BREAK_SPACE}Ko"
    megabytes = f"{kilobytes / 1000:.1f}".replace(".", ",").removesuffix(",0")
    return f"{megabytes}{NO_BREAK_SPACE}Mo"
