"""« Attestation de suivi »: what was done, on paper, with a name that is kept nowhere."""

import re
from collections.abc import Mapping
from typing import Any

from practice import papers
from practice.course.progress.results import advances, results_of, tallies
from practice.forms.fields import Form, TextField
from practice.session import Context, Session

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


class Attestation(Session):
    """The paper that says what a learner did. The name is forgotten once the paper is made, the paper once it is given.

    >>> Attestation()
    Attestation()
    """

    prefix = "attestation"

    def __init__(self, *, at: Context | None = None) -> None:
        super().__init__(at)
        self.results, self.tallies = results_of(self.site, {}), tallies(self.site, {})
        self.form = _NameForm.read({})
        self.given = False  #: the paper was made just now

    def __repr__(self) -> str:
        return "Attestation()"

    def handle_make(self, answers: Mapping[str, Any]) -> None:
        """Make the paper."""
        self.form = _NameForm.read(answers)
        self.given, self.download = self.form.validate(), None
        if not self.given:
            self.form["name"].data = ""  # whatever is wrong with it, it stays nowhere
            self.focus, self.say = f"{self.key}-errors", ""
            return
        name, parts = self.form.data["name"], advances(self.site, self.results)
        self.download = papers.attendance(self.site.title, name, parts, self.results.answered, self.tallies)
        self.form = _NameForm.read({})
        self.focus, self.say = f"{self.key}-given", "L'attestation est dans vos téléchargements."

    def resume(self, kept: object) -> None:
        """Read what was done, from what was kept for the learner."""
        self.results, self.tallies = results_of(self.site, kept), tallies(self.site, kept)
        self.focus, self.say = None, ""

    def draw(self) -> str:
        return self.site.draw("attestation.html", key=self.key, form=self.form, given=self.given)
