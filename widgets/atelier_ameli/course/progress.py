"""« Où j'en suis »: what is done, where to go on, and one button that forgets it. No account, no mark."""

import itertools
from collections.abc import Mapping
from typing import Any

from atelier_ameli import local_file
from atelier_ameli.course.results import advances, all_keys, keys_of_chapter, last_notebook, results_of
from atelier_ameli.course.tallies import tallies
from atelier_ameli.desk import UnknownActionError
from atelier_ameli.domain.progress import to_take_up, whole
from atelier_ameli.draw import draw
from atelier_ameli.local_file import LocalFile
from atelier_ameli.screen import Carrier

_count = itertools.count(1)


class ProgressDesk:
    """What carries the progress: it reads what was kept, in the browser or in `file`, and keeps nothing itself."""

    download = None

    def __init__(self, key: str, file: LocalFile | None = None) -> None:
        self.key = key
        self.file = file
        self.resume({})

    def _read(self, kept: object) -> None:
        items = kept if isinstance(kept, dict) else {}
        self.kept = {key: value for key, value in items.items() if key.startswith("atelier:")}
        self.results = results_of(kept)
        self.damaged = bool(self.results.damaged) or not isinstance(kept, dict | None)
        self._to_empty = self.results.damaged

    def do(self, action: str, answers: Mapping[str, Any]) -> None:
        """Ask whether to erase, erase, keep, or do a chapter again. Raises UnknownActionError."""
        handle = getattr(self, f"handle_{action}", None)
        if handle is None:
            raise UnknownActionError(action)
        self._to_empty, self.say = (), ""
        handle(answers)

    def handle_ask(self, _: Mapping[str, Any]) -> None:
        self.sure, self.focus = True, f"{self.key}-sure"

    def handle_keep(self, _: Mapping[str, Any]) -> None:
        self.sure, self.focus, self.say = False, f"{self.key}-ask", "Votre travail est gardé."

    def handle_refresh(self, _: Mapping[str, Any]) -> None:
        """Read the file again: in JupyterLab, other chapters are open meanwhile."""
        if self.file:
            self._read(self.file.read())
            self.sure, self.focus, self.say = False, None, "C'est à jour."

    def handle_again(self, answers: Mapping[str, Any]) -> None:
        """Forget what came of the exercises of one chapter: they start afresh."""
        keys = keys_of_chapter(str(answers.get("chapter")))
        if not keys:
            raise UnknownActionError("again")
        self._read({key: value for key, value in self.kept.items() if key not in keys})
        self._to_empty, self.sure = keys, False
        self.focus, self.say = f"{self.key}-more", "Les exercices de ce chapitre repartent de zéro."

    def handle_erase(self, _: Mapping[str, Any]) -> None:
        """Forget all that was done, here, in the browser and in the file; only after the second question."""
        if not self.sure:
            return
        if self.file:
            self.file.forget()
        everything = (*all_keys(), *self.kept)
        self._read({})
        self.sure, self._to_empty = False, everything
        self.focus, self.say = f"{self.key}-title", "Tout est effacé."

    def resume(self, kept: object) -> None:
        """Read what was kept for the learner; what is damaged counts for nothing, and is emptied there."""
        self._read(kept)
        self.sure, self.focus, self.say = False, None, ""

    def snapshot(self) -> dict[str, Any]:
        """Return what shall be emptied: everything once it is erased, else what was damaged."""
        return dict.fromkeys(self._to_empty, "")

    def draw(self) -> str:
        parts = advances(self.results)
        return draw(
            "progress.html",
            key=self.key,
            parts=parts,
            whole=whole(parts),
            next=to_take_up(parts, last_notebook(self.results)),
            begun=bool(self.results.last),
            answered=self.results.answered,
            tallies=tallies(self.kept),
            something=bool(self.kept),
            in_file=self.file is not None,
            damaged=self.damaged,
            sure=self.sure,
        )


class Progress(Carrier):
    """How far the learner is, as her own browser remembers it, or in JupyterLab a file.

    >>> Progress()
    Progress()
    """

    def __init__(self) -> None:
        super().__init__(ProgressDesk(f"avancee{next(_count)}", local_file.in_use()))

    def __repr__(self) -> str:
        return "Progress()"
