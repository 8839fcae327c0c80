"""Resume codes: what a learner has done as a few letters to copy by hand, and back. Nobody else has to keep it.

The first letter is the number of a frozen list (`frozen.py`), the others are one number of what is done of it
(`coding.py`), the last three check them all (`letters.py`).
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from practice.course.exercises.exercises import Outcome
from practice.course.resume.coding import Outcomes, number_of, outcomes_of
from practice.course.resume.frozen import Frozen, lists_of_edition
from practice.course.resume.letters import (
    BASE,
    CHECKS,
    GROUP,
    LONGEST,
    WRONG,
    CodeError,
    grouped,
    read_letters,
    with_checks,
)

if TYPE_CHECKING:
    from practice.site import Site

FUTURE, ELSEWHERE = "future", "elsewhere"
_LENGTHS = [length - 1 - CHECKS for length in range(2 * GROUP, LONGEST + 1, GROUP)]  #: letters of the number
_SIZES = [BASE**length for length in _LENGTHS]


class OtherEditionError(CodeError):
    """A code is that of another edition."""

    def __init__(self, edition: str) -> None:
        super().__init__(ELSEWHERE)
        self.edition = edition


def codes_of(site: "Site", outcomes: Mapping[str, Outcome]) -> tuple[list[str], Outcomes]:
    """Return the codes of what is done, and what they hold together: one, but for what one cannot hold.

    The first holds as much as one can; each has 20 letters at most, and is a code by itself.
    """
    done = {name: outcome for name, outcome in outcomes.items() if outcome is not Outcome.NOT_TRIED}
    frozen = list_for(site, done)
    left = {name: outcome for name, outcome in done.items() if name in frozen.exercises}
    codes, held = [], {}
    while left or not codes:
        number, size, told = number_of(frozen.groups, left, _SIZES)
        codes.append(_written(frozen, number, size))
        held |= told
        left = {name: outcome for name, outcome in left.items() if name not in told}
    return codes, held


def read_code(site: "Site", typed: str) -> Outcomes:
    """Return what a code that was typed holds. Raises CodeError."""
    first, *letters = read_letters(typed)
    frozen = frozen_of(site, first)
    outcomes = outcomes_of(frozen.groups, number_from(letters), BASE ** len(letters))
    if outcomes is None:
        raise CodeError(WRONG)
    return outcomes


def list_for(site: "Site", names: Mapping[str, object]) -> Frozen:
    """Return the list that codes of an edition speak of: the oldest with these exercises, which older copies know."""
    mine = lists_of_edition(site)
    return next((one for one in mine if names.keys() <= set(one.exercises)), mine[-1])


def frozen_of(site: "Site", number: int) -> Frozen:
    """Return the list that a code names by its first letter. Raises CodeError."""
    frozen = site.resume_lists.get(number)
    if frozen is None:
        raise CodeError(FUTURE)
    if frozen.edition != site.year:
        raise OtherEditionError(frozen.edition)
    return frozen


def number_from(letters: Sequence[int]) -> int:
    """Return the number that letters write, the first being worth the most."""
    number = 0
    for letter in letters:
        number = number * BASE + letter
    return number


def letters_of(number: int, size: int) -> list[int]:
    """Return the letters that write a number below `size`, a power of their count."""
    letters = []
    while size > 1:
        number, letter = divmod(number, BASE)
        letters.append(letter)
        size //= BASE
    return letters[::-1]


def _written(frozen: Frozen, number: int, size: int) -> str:
    return grouped(with_checks([frozen.number, *letters_of(number, size)]))
