"""Whatever a browser may send: Hypothesis draws it for the forms, the exercises, the questions."""

from hypothesis import strategies as st

NASTY = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7 * 7 }}",
        "\x00",
        "\ud800",
        "é" * 50_000,
        "\u202e",
        "2 82 02 95 046 199",
        "2 82 02 95 000 199",
        "31/02/1947",
        "Baobab-95",
    ]
)
TYPED = NASTY | st.text(st.characters(codec=None), max_size=300) | st.from_regex(r"[0-9/ .]{0,16}", fullmatch=True)
ANYTHING = (
    TYPED
    | st.none()
    | st.integers()
    | st.booleans()
    | st.lists(TYPED, max_size=3)
    | st.dictionaries(TYPED, TYPED, max_size=2)
)
HANDFUL = 10  #: inputs an example: to make an example costs more than to try an input


def handfuls(inputs: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(inputs, min_size=HANDFUL, max_size=HANDFUL)
