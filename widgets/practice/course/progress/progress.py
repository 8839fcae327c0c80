"""« Où j'en suis »: what is done, where to go on, and one button that forgets it. No account, no mark."""

from collections.abc import Mapping
from typing import Any

from practice.course.exercises.outcomes import to_take_up, whole
from practice.course.progress.results import (
    advances,
    all_names,
    first_part,
    last_notebook,
    names_of_chapter,
    results_of,
    tallies,
)
from practice.course.resume.later import Later, words_of
from practice.drawing.qr import qr_code
from practice.session import Context, Session, UnknownActionError


class Progress(Session):
    """How far the learner is, as her own browser remembers it, or in JupyterLab a file. It keeps nothing itself.

    >>> Progress()
    Progress()
    """

    prefix = "avancee"

    def __init__(self, *, at: Context | None = None) -> None:
        super().__init__(at)
        self.file = self.context.file
        self.later = Later(self.context)
        self.resume({})

    def __repr__(self) -> str:
        return "Progress()"

    def _read(self, kept: object) -> None:
        self.kept = dict(kept) if isinstance(kept, dict) else {}
        self.results = results_of(self.site, kept)
        self.damaged = bool(self.results.damaged) or not isinstance(kept, dict | None)
        self._to_empty, self._to_keep = self.results.damaged, {}

    def begin(self) -> None:
        self._to_empty, self._to_keep, self.say = (), {}, ""

    def handle_ask(self, _: Mapping[str, Any]) -> None:
        self.sure, self.focus = True, f"{self.key}-sure"

    def handle_keep(self, _: Mapping[str, Any]) -> None:
        self.sure, self.focus, self.say = False, f"{self.key}-ask", "Votre travail est gardé."

    def handle_refresh(self, _: Mapping[str, Any]) -> None:
        """Read the file again: in JupyterLab, other chapters are open meanwhile."""
        if self.file:
            self._read(self.site.names.read(self.file.read()))
            self.sure, self.focus, self.say = False, None, "C'est à jour."

    def handle_again(self, answers: Mapping[str, Any]) -> None:
        """Forget what came of the exercises of one chapter: they start afresh."""
        names = names_of_chapter(self.site, str(answers.get("chapter")))
        if not names:
            raise UnknownActionError("again")
        self._read({key: value for key, value in self.kept.items() if key not in names})
        self._to_empty, self.sure = names, False
        self.focus, self.say = f"{self.key}-more", "Les exercices de ce chapitre repartent de zéro."

    def handle_note(self, _: Mapping[str, Any]) -> None:
        """Show the learner's code; in JupyterLab, of what other chapters have kept meanwhile too."""
        if self.file:
            self._read(self.site.names.read(self.file.read()))
        self.later.note(self.kept)
        self.sure, self.focus = False, f"{self.key}-mine-title"

    def handle_have(self, _: Mapping[str, Any]) -> None:
        """Ask for a code of an earlier day."""
        self.later.ask()
        self.sure, self.focus = False, f"{self.key}-code"

    def handle_close(self, _: Mapping[str, Any]) -> None:
        """Put the code away."""
        self.later.close()
        self.focus = f"{self.key}-have" if self.is_new else f"{self.key}-note"

    def handle_print(self, _: Mapping[str, Any]) -> None:
        self.download = self.later.paper()
        self.focus, self.say = None, "Votre code est dans vos téléchargements."

    def handle_take(self, answers: Mapping[str, Any]) -> None:
        """Take up what a code holds; what is here stays."""
        self._take(self.later.take(self.kept, answers))

    def handle_found(self, answers: Mapping[str, Any]) -> None:
        """Show what the address of the page has brought: that of a photographed drawing."""
        self.later.find(answers.get("text"))
        self.focus = f"{self.key}-found"

    def handle_take_found(self, _: Mapping[str, Any]) -> None:
        self._take(self.later.take_found(self.kept))

    def _take(self, items: dict[str, Any]) -> None:
        self._read({**self.kept, **items})
        self._to_keep, self.sure = items, False
        self.focus = f"{self.key}-errors" if self.later.form.problems() else f"{self.key}-came"

    def handle_erase(self, _: Mapping[str, Any]) -> None:
        """Forget all that was done, here, in the browser and in the file; only after the second question."""
        if not self.sure:
            return
        if self.file:
            self.file.forget()
        everything = (*all_names(self.site), *self.kept)
        self._read({})
        self.later.close()
        self.sure, self._to_empty = False, everything
        self.focus, self.say = f"{self.key}-title", "Tout est effacé."

    def resume(self, kept: object) -> None:
        """Read what was kept for the learner; what is damaged counts for nothing, and is emptied there."""
        self._read(kept)
        self.later.close()
        self.sure, self.focus, self.say = False, None, ""

    def snapshot(self) -> dict[str, Any]:
        """Return what a code has brought, and what shall be emptied: everything once erased, else what was damaged."""
        return {**dict.fromkeys(self._to_empty, ""), **self._to_keep}

    @property
    def is_new(self) -> bool:
        """Whether nothing is done or begun."""
        some = self.results.answered or self.results.last or tallies(self.site, self.kept)
        return not (some or whole(advances(self.site, self.results)).done)

    def draw(self) -> str:
        parts = advances(self.site, self.results)
        begun, counted, new = bool(self.results.last), tallies(self.site, self.kept), self.is_new
        return self.site.draw(
            "progress.html",
            key=self.key,
            parts=parts,
            whole=whole(parts),
            next=first_part(self.site) if new else to_take_up(parts, last_notebook(self.site, self.results)),
            new=new,
            begun=begun,
            answered=self.results.answered,
            tallies=counted,
            something=bool(self.kept),
            in_file=self.file is not None,
            damaged=self.damaged,
            sure=self.sure,
            later=self.later,
            words_of=words_of,
            qr_code=qr_code,
            site=self.site,
        )
