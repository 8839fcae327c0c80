"""« Reprendre plus tard »: the card that gives a learner her code, and takes one up, beside « Ce que j'ai fait »."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from practice import papers
from practice.course.resume.codes import FUTURE, OtherEditionError, codes_of, read_code
from practice.course.resume.frozen import lists_of_edition
from practice.course.resume.held import FRAGMENT, Held, held_of, joined, read_text, text_of
from practice.course.resume.letters import EMPTY, LENGTH, SIGN, SWAPPED, WRONG, CodeError, read_letters
from practice.forms.fields import Form, TextField

if TYPE_CHECKING:
    from practice.papers.document import Document
    from practice.session import Context

_EMPTY = "Tapez le code de votre feuille."
#: what is said of a code that cannot be read: where nothing tells which group is wrong, and where something does
_FAULTS = {
    EMPTY: (_EMPTY, _EMPTY),
    LENGTH: (
        "Un code est fait de groupes de 4 signes. Il en manque, ou il y en a trop. Comparez.",
        "Le groupe {group} n'a pas 4 signes. Comparez-le avec votre feuille.",
    ),
    SIGN: (
        "Un signe n'existe pas dans nos codes. Comparez avec votre feuille.",
        "Un signe du groupe {group} n'existe pas dans nos codes. Comparez-le avec la feuille.",
    ),
    SWAPPED: (
        "Deux signes sont peut-être inversés. Comparez groupe par groupe.",
        "Regardez le groupe {group}. Deux signes y sont peut-être inversés.",
    ),
    WRONG: (
        "Ce code n'est pas tout à fait juste. Comparez-le avec la feuille, groupe par groupe.",
        "Regardez le groupe {group}. Un signe y est sans doute faux.",
    ),
    FUTURE: 2 * ("Ce code vient d'un atelier plus récent. Ici, nous ne savons pas le lire. Demandez de l'aide.",),
}
_ELSEWHERE = (
    "Ce code est celui du site de {theirs}. Ici, c'est le site de {ours}. "
    "Sur l'accueil, choisissez le site de {theirs}."
)
_DAMAGED_DRAWING = "Ce dessin est abîmé. Tapez plutôt le code de la feuille."


class _CodeField(TextField):
    """A code, for no password manager. One that is right is nobody's number, whatever it looks like."""

    secret = True

    def could_be_a_persons_number(self) -> bool:
        try:
            read_letters(self.data)
        except CodeError:
            return super().could_be_a_persons_number()
        return False


class _CodeForm(Form):
    code = _CodeField("J'ai un code", empty=_EMPTY)


class Later:
    """The card of one learner. It reads what is kept, and says what is to be kept besides."""

    def __init__(self, at: "Context") -> None:
        self.at, self.site = at, at.site
        self.close()

    @property
    def is_offered(self) -> bool:
        """Whether codes can say something of this edition."""
        return bool(lists_of_edition(self.site))

    def close(self) -> None:
        """Show neither the code, nor what came of another."""
        self.form = _CodeForm.read({})
        self.asks = False  #: whether there is a field for a code
        self.noted: Noted | None = None  #: the code that is shown
        self.found: Held | None = None  #: what an address has brought, before the learner says yes
        self.trouble = ""  #: what is wrong with that
        self.came: int | None = None  #: how many exercises a code has brought that were not here

    @property
    def is_open(self) -> bool:
        """Whether it shows more than its buttons."""
        return bool(self.asks or self.noted or self.found or self.came is not None)

    def ask(self) -> None:
        """Have a field for a code."""
        self.close()
        self.asks = True

    def note(self, kept: object) -> None:
        """Show the code of what is kept."""
        self.close()
        self.noted = Noted.of(self.at, held_of(self.site, kept))

    def take(self, kept: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a code that was typed brings to keep, or nothing and what is wrong with it."""
        self.ask()
        self.form = _CodeForm.read(answers)
        if not self.form.validate():
            return {}
        try:
            held = Held(read_code(self.site, self.form.code.data))
        except CodeError as error:
            self.form.code.errors = [self._words(error)]
            return {}
        self.close()
        return self._taken(kept, held)

    def find(self, text: object) -> None:
        """Read what an address has brought; the learner is asked before anything is taken from it."""
        self.close()
        try:
            self.found = read_text(self.site, text if isinstance(text, str) else "")
        except CodeError as error:
            self.asks = True
            self.trouble = self._words(error) if error.reason != WRONG else _DAMAGED_DRAWING

    def take_found(self, kept: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the address has brought to keep."""
        held = self.found or Held()
        self.close()
        return self._taken(kept, held)

    def paper(self) -> "Document | None":
        """Return the code on paper, if it is shown."""
        if self.noted is None:
            return None
        return papers.resume_paper(
            self.site.title, self.site.year, self.noted.codes, self.noted.words, self.noted.address
        )

    def _taken(self, kept: Mapping[str, Any], held: Held) -> dict[str, Any]:
        items = joined(self.site, kept, held)
        self.came = len(held_of(self.site, {**kept, **items}).outcomes) - len(held_of(self.site, kept).outcomes)
        return items

    def _words(self, error: CodeError) -> str:
        if isinstance(error, OtherEditionError):
            return _ELSEWHERE.format(theirs=error.edition, ours=self.site.year)
        anywhere, here = _FAULTS[error.reason]
        return here.format(group=error.group) if error.group else anywhere


class Noted:
    """A code as it is shown: its letters, what it says, the drawing that says all of it, where the course is known."""

    def __init__(self, codes: list[str], held: Held, *, ways: bool, address: str) -> None:
        self.codes, self.held, self.ways, self.address = codes, held, ways, address

    @classmethod
    def of(cls, at: "Context", held: Held) -> "Noted":
        """Return the code of what is done."""
        codes, told = codes_of(at.site, held.outcomes)
        return cls(codes, held, ways=told == held.outcomes, address=_address(at, text_of(at.site, held)))

    @property
    def words(self) -> str:
        """What it says."""
        return words_of(self.held)

    @property
    def spelled(self) -> list[str]:
        """Each code letter by letter, for whoever hears it."""
        return [", ".join(" ".join(group) for group in code.split("-")) for code in self.codes]


def words_of(held: Held) -> str:
    """Say how much is held."""
    count = len(held.outcomes)
    return f"{count or 'aucun'} exercice{'s' if count > 1 else ''} réussi{'s' if count > 1 else ''}"


def _address(at: "Context", text: str) -> str:
    """Return where the course is, with all of it behind a « # », which no server sees; nothing where nobody knows."""
    site, place = at.site, f"{FRAGMENT}={text}"
    if site.at_home:
        return site.at_home.of(site.home, site.year, place)
    start = at.reached()
    return f"{start}{site.year}/#{place}" if start else ""
