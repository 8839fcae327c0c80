"""« Attestation de suivi »: what was done, on paper, with a name that is kept nowhere."""

import itertools
import re
from collections.abc import Mapping
from typing import Any

from atelier_ameli.course.results import advances, results_of
from atelier_ameli.course.tallies import tallies
from atelier_ameli.desk import UnknownActionError
from atelier_ameli.documents.course_paper import attendance
from atelier_ameli.draw import draw
from atelier_ameli.forms import Form, TextField
from atelier_ameli.screen import Carrier
from atelier_ameli.screens.page import Download

_count = itertools.count(1)
_DIGITS = "Un nom n'a pas de chiffre. Nous avons tout effacé. Tapez seulement un prénom et un nom."
_SIGNS = "Ce nom contient un signe que nous ne savons pas imprimer. Tapez-le avec les lettres du clavier français."


class _NameField(TextField):
    """A name, and nothing that could be a number."""

    def check(self) -> None:
        if re.search(r"\d", self.data):
            self.refuse(_DIGITS, forget=True)
        if self.data.encode("cp1252", "ignore").decode("cp1252") != self.data:
            self.refuse(_SIGNS, forget=True)


class _NameForm(Form):
    name = _NameField("Prénom et nom, pour l'attestation", empty="Tapez un prénom et un nom.")


class AttestationDesk:
    """What carries the attestation. It forgets the name once the paper is made, and the paper once it is given."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.results, self.tallies = results_of({}), tallies({})
        self.form = _NameForm.read({})
        self.given = False  #: the paper was made just now
        self.focus: str | None = None
        self.say = ""
        self._file: Download | None = None

    def do(self, action: str, answers: Mapping[str, Any]) -> None:
        """Make the paper. Raises UnknownActionError."""
        if action != "make":
            raise UnknownActionError(action)
        self.form = _NameForm.read(answers)
        self.given, self._file = self.form.validate(), None
        if not self.given:
            self.form["name"].data = ""  # whatever is wrong with it, it stays nowhere
            self.focus, self.say = f"{self.key}-errors", ""
            return
        name, parts = self.form.data["name"], advances(self.results)
        paper = attendance(name, parts, self.results.answered, self.tallies)
        self._file = Download(paper.name, "application/pdf", paper.content)
        self.form = _NameForm.read({})
        self.focus, self.say = f"{self.key}-given", "L'attestation est dans vos téléchargements."

    def resume(self, kept: object) -> None:
        """Read what was done, from what was kept for the learner."""
        self.results, self.tallies = results_of(kept), tallies(kept)
        self.focus, self.say = None, ""

    def snapshot(self) -> dict[str, Any]:
        """Return nothing to keep: the name is none of the browser's business."""
        return {}

    @property
    def download(self) -> Download | None:
        """Give the file, once: the name is in it, so that it does not stay here."""
        file, self._file = self._file, None
        return file

    def draw(self) -> str:
        return draw("attestation.html", key=self.key, form=self.form, given=self.given)


class Attestation(Carrier):
    """The paper that says what a learner did.

    >>> Attestation()
    Attestation()
    """

    def __init__(self) -> None:
        super().__init__(AttestationDesk(f"attestation{next(_count)}"))

    def __repr__(self) -> str:
        return "Attestation()"
