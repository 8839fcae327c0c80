"""Appointments at an agency of the caisse (seed, « Mon agenda »). Agencies, days and free hours: the exercise's own."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from atelier_ameli.information.information import Appointment, Information
from practice.drawing.dates import hour, weekday
from practice.notices import notice
from practice.procedures.answers import Answers
from practice.procedures.request_book import SentRequest
from practice.procedures.rules import Case, Rules

_TAKEN = notice("hour_taken", "Vous avez déjà un rendez-vous à cette heure. Choisissez-en une autre.")


@dataclass(frozen=True)
class Agency:
    """A place where the caisse receives people. `weekdays`: 0 is Monday."""

    id: str
    name: str
    address: str
    weekdays: tuple[int, ...]


@dataclass(frozen=True)
class Reason:
    """What one comes for; the seed shows appointments of 15 and of 30 minutes."""

    id: str
    label: str
    minutes: int


@dataclass(frozen=True)
class AppointmentRules(Rules):
    """Which days and hours are free: the same for everybody, and the same at each look."""

    fact_names: ClassVar[tuple[str, ...]] = ("agency_address", "when", "reason_words")
    list_names: ClassVar[tuple[str, ...]] = ("reasons", "agencies", "days", "hours")

    agencies: tuple[Agency, ...]
    reasons: tuple[Reason, ...]
    hours: tuple[str, ...]  #: « 08:30 »
    first_after_days: int
    offered_days: int

    def choices(self, source: str, case: Case, answers: Answers) -> list[tuple[str, str]]:
        agency = self._agency(answers)
        if source == "reasons":
            return [(reason.id, reason.label) for reason in self.reasons]
        if source == "agencies":
            return [(one.id, f"{one.name}, {one.address}") for one in self.agencies]
        if source == "days":
            return [(day.isoformat(), weekday(day)) for day in self._days(case, agency)]
        return [(each, hour(time.fromisoformat(each))) for each in self._free_hours(str(answers.get("day")), agency)]

    def facts(self, case: Case, answers: Answers) -> dict[str, str]:  # noqa: ARG002
        agency, reason = self._agency(answers), self._reason(answers)
        start = _start(answers)
        when = f"{weekday(start)} à {hour(start)}" if start else ""
        return {"agency_address": agency.address, "reason_words": reason.label, "when": when}

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        start = _start(answers)
        taken = start is not None and any(one.start == start for one in case.known.appointments)
        return {"hour": _TAKEN} if taken else {}

    def changed(self, known: Information, sent: SentRequest) -> Information:
        agency, reason = self._agency(sent.answers), self._reason(sent.answers)
        start: datetime = _start(sent.answers)
        end = start + timedelta(minutes=reason.minutes)
        one = Appointment(start, end, reason.label, agency.name, agency.address, id=str(sent.number))
        return replace(known, appointments=(*known.appointments, one))

    def answers_of(self, one: Appointment) -> dict[str, str]:
        """Return the reason and the agency of an appointment, as one answers them; none if it has others."""
        reason = next((it.id for it in self.reasons if it.label == one.reason), "")
        agency = next((it.id for it in self.agencies if it.name == one.agency), "")
        return {"reason": reason, "agency": agency} if reason and agency else {}

    def _days(self, case: Case, agency: Agency) -> list[date]:
        """Return the days offered: those when the agency is open and an hour is free."""
        later = (case.today + timedelta(days=self.first_after_days + n) for n in range(60))
        opened = (day for day in later if day.weekday() in agency.weekdays and self._free_hours(str(day), agency))
        return [day for day, _ in zip(opened, range(self.offered_days), strict=False)]

    def _free_hours(self, day: str, agency: Agency) -> list[str]:
        """Return the hours nobody has taken; an invented pattern, which depends on the day and the agency alone."""
        return [hour for place, hour in enumerate(self.hours) if (sum(map(ord, day + agency.id)) + place * 5) % 3]

    def _agency(self, answers: Answers) -> Agency:
        return next((one for one in self.agencies if one.id == answers.get("agency")), self.agencies[0])

    def _reason(self, answers: Answers) -> Reason:
        return next((one for one in self.reasons if one.id == answers.get("reason")), self.reasons[0])


def _start(answers: Answers) -> datetime | None:
    try:
        return datetime.fromisoformat(f"{answers.get('day')}T{answers.get('hour')}")
    except ValueError:
        return None
