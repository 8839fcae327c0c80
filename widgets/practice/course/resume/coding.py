"""How outcomes become one number, and come back: arithmetic coding with whole numbers, so that nothing is rounded.

What is likely takes little room: who did an exercise has most often done the one before it. What a number holds is
said once, in `tell`, as choices between things of some weight; whoever writes knows what to choose, whoever reads finds
it in the number. The weights are part of what codes mean: another one makes all codes wrong that were given.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from practice.course.exercises.exercises import Outcome

Groups = Sequence[Sequence[str]]  #: names of exercises, those of each chapter together
Outcomes = dict[str, Outcome]  #: of exercises that were done
Choose = Callable[[Sequence[int]], int]  #: weights -> which of them

WINDOW = 70  #: exercises that can be told whatever is done of them
WAYS, PLAIN = 0, 1  #: what is told: how each exercise was done, or only that it was; after these, a window
_HEADS = (28, 28, *(1,) * 8)  #: weights of what is told
_MANNERS = (Outcome.HELPED, Outcome.DONE, Outcome.GUIDED, Outcome.ALONE)
_MORE = 4  #: weight that what has happened gains


def number_of(groups: Groups, done: Outcomes, sizes: Sequence[int]) -> tuple[int, int, Outcomes]:
    """Return the shortest number that holds what is done, its size (it is below that), and what it holds.

    `sizes` are those that there are, the smallest first. What does not fit is left out: first how it was done, then
    some of the exercises. What a number holds is always true. Raises ValueError where a single one does not fit.
    """
    for held, head in _ways_to_tell(groups, done):
        told = Writer(choices(groups, held, head))
        tell(groups, told.choose)
        for size in sizes:
            number = told.number(size)
            if number is not None:
                return number, size, held
    raise ValueError("sizes")


def outcomes_of(groups: Groups, number: int, size: int) -> Outcomes | None:
    """Return what a number holds; None for one that is never written: of those that say the same, the smallest is."""
    read = Reader(number, size)
    outcomes = tell(groups, read.choose)
    return outcomes if read.number(size) == number else None


def choices(groups: Groups, done: Outcomes, head: int) -> Iterator[int]:
    """Yield what is chosen, in the order in which `tell` asks."""
    yield head
    for name in _told(groups, head):
        yield int(name in done)
        if head == WAYS and name in done:
            yield _MANNERS.index(done[name])


def tell(groups: Groups, choose: Choose) -> Outcomes:
    """Return what is done, each thing as it is chosen: the one account of what a number holds."""
    head = choose(_HEADS)
    if head > PLAIN:
        return {name: Outcome.DONE for name in _told(groups, head) if choose((1, 1))}
    done: Outcomes = {}
    first, after_left, after_done = [2, 3], [24, 1], [1, 4]  # weights: it is left, it is done
    manners = [1, 1, 6, 2]
    for group in groups:
        weights = first
        for name in group:
            was = choose(weights)
            weights[was] += _MORE
            weights = after_done if was else after_left
            if was:
                manner = choose(manners) if head == WAYS else _MANNERS.index(Outcome.DONE)
                manners[manner] += _MORE
                done[name] = _MANNERS[manner]
    return done


def _ways_to_tell(groups: Groups, done: Outcomes) -> Iterator[tuple[Outcomes, int]]:
    """Yield what may be told, the most first, and how."""
    yield done, WAYS
    plain = {name: Outcome.DONE for name in _told(groups, PLAIN) if name in done}
    yield plain, PLAIN
    windows = range(PLAIN + 1, len(_HEADS))
    parts = [({name: Outcome.DONE for name in _told(groups, head) if name in done}, head) for head in windows]
    parts += [(dict(list(plain.items())[:count]), PLAIN) for count in range(len(plain))]
    yield from sorted(parts, key=lambda part: len(part[0]), reverse=True)


def _told(groups: Groups, head: int) -> list[str]:
    """Return the exercises that are told of: all, or those of a window."""
    names = [name for group in groups for name in group]
    return names if head <= PLAIN else names[(head - PLAIN - 1) * WINDOW :][:WINDOW]


class Writer:
    """Narrows an interval by what is chosen: from `low` on, `width` wide, both in parts of `whole`."""

    def __init__(self, chosen: Iterable[int]) -> None:
        self._chosen = iter(chosen)
        self._low, self._width, self._whole = 0, 1, 1

    def choose(self, weights: Sequence[int]) -> int:
        """Return the next choice."""
        chosen = self._next(weights)
        total = sum(weights)
        self._low = self._low * total + self._width * sum(weights[:chosen])
        self._width *= weights[chosen]
        self._whole *= total
        return chosen

    def _next(self, weights: Sequence[int]) -> int:  # noqa: ARG002 - whoever reads needs them
        return next(self._chosen)

    def number(self, size: int) -> int | None:
        """Return the smallest number below `size` that stands, in parts of it, in the interval; None if none does."""
        number = -(-self._low * size // self._whole)
        return number if number * self._whole < (self._low + self._width) * size else None


class Reader(Writer):
    """Finds what was chosen: that in whose part of the interval a number stands."""

    def __init__(self, number: int, size: int) -> None:
        super().__init__(())
        self._number, self._size = number, size

    def _next(self, weights: Sequence[int]) -> int:
        place = (self._number * self._whole - self._low * self._size) * sum(weights) // (self._width * self._size)
        return next(at for at in range(len(weights)) if place < sum(weights[: at + 1]))
