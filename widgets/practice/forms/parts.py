"""Parts of a page that stand around its form: a field with the name of one would have its id."""

from collections.abc import Iterable

#: the ends of the ids of what stands around every form; tests/test_accessibility.py compares them with the templates
AROUND = frozenset(
    """account at bar beside card device elsewhere errors folder folders frame handset keys letter link listed mailbox
    message note play player previous restart rules show site stay story sure switch switcher tabs title trouble
    visit yes""".split()  # noqa: SIM905
)
#: the same for a request, which has a page of its own
OF_A_REQUEST = frozenset(
    "actions all already back closed drop follow later length next place prepare send start step summary why".split()  # noqa: SIM905
)
_OF_A_FORM = frozenset(
    "data draft forget_secrets form_errors meta populate_obj problems process read validate".split()  # noqa: SIM905
)


def check_names(names: Iterable[str], also: frozenset[str] = frozenset()) -> None:
    """Refuse a field that is called like a part of the page, or of a form. Raises ValueError."""
    taken = sorted((AROUND | _OF_A_FORM | also) & set(names))
    if taken:
        raise ValueError(f"name : « {taken[0]} » est déjà une partie de l'écran ; donnez un autre nom à la question")
