"""The file of a work accident, step by step (« Suivi de l'instruction d'un dossier d'accident du travail »)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from atelier_ameli.care.care_record import WorkAccident
from atelier_ameli.edition import Edition


class AccidentStep(StrEnum):
    """The steps of a file, in their order."""

    ACCIDENT = "accident"
    DECLARATION = "declaration"
    CERTIFICATE = "certificate"
    INVESTIGATION = "investigation"
    QUESTIONNAIRE = "questionnaire"
    DECISION = "decision"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    AccidentStep.ACCIDENT: "Accident",
    AccidentStep.DECLARATION: "Déclaration par l'employeur",
    AccidentStep.CERTIFICATE: "Certificat médical initial reçu",
    AccidentStep.INVESTIGATION: "Enquête ouverte par la caisse",
    AccidentStep.QUESTIONNAIRE: "Réponses au questionnaire",
    AccidentStep.DECISION: "Décision de la caisse",
}


@dataclass(frozen=True)
class Step:
    """One step: the day it was done, or the last day for it, or both."""

    step: AccidentStep
    done: date | None
    due: date | None = None


def steps(file: WorkAccident, today: date, edition: Edition) -> tuple[Step, ...]:
    """Return the steps of a file as known today; those of an investigation only once it is open.

    The employer declares within 48 hours; the caisse decides within 30 clear days of the declaration and the
    certificate, 90 if it investigates, and then leaves 20 days to answer (domain.md §1.5: ledecodeur.cftc.fr, inrs.fr).
    """
    complete = max(file.declared, file.certificate)
    investigated = _known(file.investigated, today)
    found = [
        Step(AccidentStep.ACCIDENT, file.at.date()),
        Step(
            AccidentStep.DECLARATION,
            _known(file.declared, today),
            (file.at + timedelta(hours=edition.accident_declaration_hours)).date(),
        ),
        Step(AccidentStep.CERTIFICATE, _known(file.certificate, today)),
    ]
    if investigated:
        answer_by = investigated + timedelta(days=edition.accident_questionnaire_days)
        found.append(Step(AccidentStep.INVESTIGATION, investigated))
        found.append(Step(AccidentStep.QUESTIONNAIRE, _known(file.answered, today), answer_by))
    days = edition.accident_investigation_days if investigated else edition.accident_decision_days
    found.append(Step(AccidentStep.DECISION, _known(file.decided, today), complete + timedelta(days=days)))
    return tuple(found)


def recognised(file: WorkAccident, today: date, edition: Edition) -> bool | None:
    """Return whether the accident is recognised, None while it is studied. Silence past the last day is a yes."""
    decision = steps(file, today, edition)[-1]
    if decision.done:
        return file.recognised
    return True if decision.due and today > decision.due else None


def _known(day: date | None, today: date) -> date | None:
    return day if day and day <= today else None
