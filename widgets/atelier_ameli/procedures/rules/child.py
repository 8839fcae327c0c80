"""A child who is born, and a child on the account of both parents (domain.md §1.7, row 10)."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar

from atelier_ameli.identity.personas import Persona
from atelier_ameli.information.information import Child, Information, OtherParent
from atelier_ameli.procedures.rules.holders import is_holders
from practice.drawing.dates import age, day, typed_date
from practice.names import same_name
from practice.notices import notice
from practice.procedures.answers import Answers
from practice.procedures.request_book import SentRequest
from practice.procedures.rules import Case, Rules

BIRTH, BOTH_PARENTS = "child", "child_both"  #: the requests that have these rules
_BEFORE_BIRTH = notice(
    "before_birth", "La mairie n'a pas pu l'inscrire avant sa naissance. Vérifiez les deux dates sur la fiche."
)
_TOO_SOON = notice(
    "town_hall_too_soon",
    "La caisse n'a pas encore reçu l'acte de la mairie. Revenez à partir du {day}. "
    "Cliquez sur « Garder et finir plus tard » : vos réponses sont gardées.",
)
_ABROAD = notice(
    "born_abroad",
    "En ligne, cette démarche est pour les enfants nés en France. "
    "Pour cet enfant, écrivez à votre caisse dans « Ma messagerie ».",
)
_NOT_INSURED = notice(
    "parent_not_insured",
    "En ligne, il faut que les deux parents soient assurés. "
    "Sinon, écrivez à votre caisse dans « Ma messagerie » : elle vous dira quoi faire.",
)
_AGAIN = notice("child_asked_before", "Vous avez déjà fait cette demande pour {name}. N'en envoyez pas une autre.")
_OWN_NUMBER = notice("own_number", "C'est votre numéro. Tapez celui de l'autre parent : il est sur la fiche.")
_OWN_NAME = notice("own_name", "C'est votre nom. Tapez celui de l'autre parent : il est sur la fiche.")
_NO_CHILD = (
    "Aucun enfant n'est rattaché à votre compte. C'est l'autre parent qui doit faire cette démarche : "
    "celui qui a déjà l'enfant sur sa carte Vitale. Il la trouve dans son propre compte."
)  # fmt: skip
_BOTH_ALREADY = "Vos enfants sont déjà rattachés aux deux parents. Vous n'avez rien à faire."


@dataclass(frozen=True)
class ChildRules(Rules):
    """A newborn is attached to one parent or to both."""

    fact_names: ClassVar[tuple[str, ...]] = ("child_name", "parents")

    wait_days: int  #: from the town hall to the caisse

    def facts(self, case: Case, answers: Answers) -> dict[str, str]:  # noqa: ARG002
        both = answers.get("attached_to") == "both"
        return {"child_name": _full_name(answers, "child"), "parents": "aux deux parents" if both else "à votre compte"}

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        found = {}
        if answers.get("in_france") == "no":
            found["in_france"] = _ABROAD
        if answers.get("both_insured") == "no":
            found["both_insured"] = _NOT_INSURED
        if self._asked_before(case, answers):
            found["child_first_name"] = _AGAIN.format(name=_full_name(answers, "child"))
        return found | _oneself(case, answers) | self._dates(case, answers)

    def changed(self, known: Information, sent: SentRequest) -> Information:
        born = typed_date(sent.answers["born_on"])
        child = Child(f"child-{sent.number}", _full_name(sent.answers, "child"), born)
        known = replace(known, children=(*known.children, child))
        if sent.answers["attached_to"] != "both":
            return known
        return _with_other_parent(known, child.id, sent.answers)

    def _dates(self, case: Case, answers: Answers) -> dict[str, str]:
        """Return what is wrong with the day of birth and the day of the town hall."""
        born, declared = typed_date(answers.get("born_on")), typed_date(answers.get("declared_on"))
        found = {}
        if declared and born and declared < born:
            found["declared_on"] = _BEFORE_BIRTH
        elif declared and case.today < declared + timedelta(days=self.wait_days):
            found["declared_on"] = _TOO_SOON.format(day=day(declared + timedelta(days=self.wait_days)))
        return found

    @staticmethod
    def _asked_before(case: Case, answers: Answers) -> bool:
        """Say whether the same child was told of before: the same first name, born on the same day."""
        told = [one.sent.answers for one in case.sent if one.request.id == BIRTH]
        return any(
            typed_date(one["born_on"]) == typed_date(answers.get("born_on"))
            and same_name(str(one["child_first_name"]), str(answers.get("child_first_name")))
            for one in told
        )


@dataclass(frozen=True)
class BothParentsRules(Rules):
    """A child on the card of the other parent too. Only the parent who already has the child can ask for it."""

    fact_names: ClassVar[tuple[str, ...]] = ("child_name",)
    list_names: ClassVar[tuple[str, ...]] = ("attached",)

    def closed(self, case: Case) -> str:
        if self._attached(case):
            return ""
        return _BOTH_ALREADY if len(case.covered) > 1 or case.known.children else _NO_CHILD

    def choices(self, source: str, case: Case, answers: Answers) -> list[tuple[str, str]]:  # noqa: ARG002
        return self._attached(case)

    def facts(self, case: Case, answers: Answers) -> dict[str, str]:
        return {"child_name": dict(self._attached(case)).get(str(answers.get("child")), "")}

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        return _oneself(case, answers)

    def changed(self, known: Information, sent: SentRequest) -> Information:
        return _with_other_parent(known, str(sent.answers["child"]), sent.answers)

    def _attached(self, case: Case) -> list[tuple[str, str]]:
        """Return the children of the account that no other parent has, and that nothing is under way for."""
        children = [(one.id, one.full_name) for one in (*_children(case), *case.known.children)]
        asked = {one.sent.answers["child"] for one in case.sent if one.request.id == BOTH_PARENTS}
        return [(id_, name) for id_, name in children if id_ not in asked and not case.known.other_parent(id_)]


def _children(case: Case) -> tuple[Persona, ...]:
    """Return the minors whom the account covers."""
    adult = case.site.edition.adult_age
    return tuple(p for p in case.covered[1:] if age(p.birth_date, case.today) < adult)


def _oneself(case: Case, answers: Answers) -> dict[str, str]:
    """Return what is wrong when the holder is told as the other parent."""
    found = {"parent_number": _OWN_NUMBER} if is_holders(case, answers.get("parent_number")) else {}
    if same_name(_full_name(answers, "parent"), case.holder.full_name):
        found["parent_name"] = _OWN_NAME
    return found


def _full_name(answers: Answers, who: str) -> str:
    """Return a first name and a name as the site writes them: « Jules COLIN »."""
    return f"{answers.get(f'{who}_first_name', '')} {str(answers.get(f'{who}_name', '')).upper()}".strip()


def _with_other_parent(known: Information, child: str, answers: Answers) -> Information:
    parent = OtherParent(child, _full_name(answers, "parent"))
    return replace(known, other_parents=(*known.other_parents, parent))
