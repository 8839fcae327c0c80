"""Counts: what a room has done since it was opened, in numbers. Nobody's name, address or word is among them."""

from bisect import bisect_left
from collections import Counter

STEPS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0)  #: seconds; where answers are told apart


class Counts:
    """The numbers of one room."""

    def __init__(self) -> None:
        self.messages = 0
        self.refused: Counter[str] = Counter()  #: why -> how many
        self.answers = [0] * (len(STEPS) + 1)  #: how many took up to each of the steps, and longer than the last
        self.seconds = 0.0  #: all of them took together

    def answer(self, seconds: float) -> None:
        """Count a message that was answered."""
        self.messages += 1
        self.seconds += seconds
        self.answers[bisect_left(STEPS, seconds)] += 1

    def refuse(self, why: str) -> None:
        """Count whoever was told to wait, or to go."""
        self.refused[why] += 1
