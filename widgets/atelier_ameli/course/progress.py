"""« Où j'en suis »: what is done, where to go on, and one button that forgets it. No account, no mark."""

import itertools
from collections.abc import Mapping
from typing import Any

from atelier_ameli.course.results import (
    PRACTICE_KEY,
    advances,
    exercise_keys,
    question_keys,
    quiz_key,
    results_of,
)
from atelier_ameli.desk import UnknownActionError
from atelier_ameli.domain.progress import to_take_up, whole
from atelier_ameli.draw import draw
from atelier_ameli.screen import Carrier

_count = itertools.count(1)


class ProgressDesk:
    """What carries the progress: it reads what the browser kept, and keeps nothing itself."""

    download = None

    def __init__(self, key: str) -> None:
        self.key = key
        self.results = results_of({})
        self.damaged = False  #: something that was kept could not be read
        self.sure = False  #: the second question, before anything is erased
        self._to_empty: tuple[str, ...] = ()
        self.focus: str | None = None
        self.say = ""

    def do(self, action: str, _: Mapping[str, Any]) -> None:
        """Ask whether to erase, erase, or keep. Raises UnknownActionError."""
        handle = getattr(self, f"handle_{action}", None)
        if handle is None:
            raise UnknownActionError(action)
        self._to_empty, self.say = (), ""
        handle()

    def handle_ask(self) -> None:
        self.sure, self.focus = True, f"{self.key}-sure"

    def handle_keep(self) -> None:
        self.sure, self.focus, self.say = False, f"{self.key}-ask", "Vos résultats sont gardés."

    def handle_erase(self) -> None:
        """Forget all results, here and in the browser; only after the second question."""
        if not self.sure:
            return
        self.sure = self.damaged = False
        self.results = results_of({})
        quizzes = (quiz_key("level_test"), quiz_key("bilan"), PRACTICE_KEY)
        self._to_empty = (*exercise_keys(), *question_keys(), *quizzes)
        self.focus, self.say = f"{self.key}-title", "Vos résultats sont effacés."

    def resume(self, kept: object) -> None:
        """Read what the learner's browser kept; what is damaged is set aside, and emptied there."""
        self.results = results_of(kept)
        self.damaged = bool(self.results.damaged) or not isinstance(kept, dict | None)
        self._to_empty = self.results.damaged
        self.sure, self.focus, self.say = False, None, ""

    def snapshot(self) -> dict[str, Any]:
        """Return what the browser shall empty: all results once they are erased, else what was damaged."""
        return dict.fromkeys(self._to_empty, "")

    def draw(self) -> str:
        parts = advances(self.results)
        return draw(
            "progress.html",
            key=self.key,
            parts=parts,
            whole=whole(parts),
            next=to_take_up(parts),
            answered=self.results.answered,
            damaged=self.damaged,
            sure=self.sure,
        )


class Progress(Carrier):
    """How far the learner is, as her own browser remembers it.

    >>> Progress()
    Progress()
    """

    def __init__(self) -> None:
        super().__init__(ProgressDesk(f"avancee{next(_count)}"))

    def __repr__(self) -> str:
        return "Progress()"
