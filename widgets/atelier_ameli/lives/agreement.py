"""What the data says of a person, compared with her life: payments, messages, agenda, bank, household, helps."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from atelier_ameli.identity.personas import Persona
from atelier_ameli.lives.asked import request_faults
from atelier_ameli.lives.lives import CARD_TROUBLES, Event, EventKind, Life
from atelier_ameli.payments.refunds import age
from practice.drawing.dates import months_before
from practice.loading.faults import Fault

if TYPE_CHECKING:
    from atelier_ameli.site import Site

_LETTERS_SINCE = 1976  #: in the numbers of Corsica; before, they began with 20 (SNDS, old codes of INSEE)
_LETTER_WITHIN = timedelta(days=14)  #: after what it tells
_PREGNANCY = 9  #: months
_REFUNDED_WHOLE_FROM = 5  #: months of pregnancy gone (prevention.toml, « Du début du 6e mois »)
_AND_AFTER = timedelta(days=12)
_REASONS = {  # of an appointment: what must be in the life of who has it
    "Arrêt de travail / Indemnités journalières": EventKind.SICK_LEAVE,
    "Carte européenne d'assurance maladie": EventKind.TRIP,
}
_OF_A_CHILD = "Carte Vitale de mon enfant"


def life_faults(site: "Site") -> Iterator[Fault]:
    """Yield each thing that the data says otherwise than the person's life, in French."""
    file = site.file("lives.toml")
    for name, life in site.lives.items():
        person = site.personas.get(name)
        if person is None:
            yield Fault(file, name, f"persona : « {name} » n'est pas dans personas.toml", missing=name)
            continue
        for faults in (
            _number,
            _household,
            _bank,
            _card,
            _payments,
            _paid_twice,
            _exemptions,
            _letters,
            _agenda,
            _pregnancy,
        ):
            yield from (Fault(file, name, reason) for reason in faults(site, person, life))
        yield from (Fault(file, name, reason) for reason in request_faults(site, person, life))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _number(_: "Site", person: Persona, __: Life) -> Iterator[str]:
    if person.nir[5:7] in ("2A", "2B") and person.birth_date.year < _LETTERS_SINCE:
        yield f"né en {person.birth_date.year} : en Corse, le numéro n'a une lettre que depuis {_LETTERS_SINCE}"


def _household(site: "Site", person: Persona, life: Life) -> Iterator[str]:
    """Who lives together says so on both sides, has one address, and does one remarkable thing a day."""
    if person.holder and person.holder not in life.lives_with:
        yield f"lives_with : {person.first_name} est dans le compte de « {person.holder} », sans vivre chez elle ou lui"
    for other in life.lives_with:
        theirs, known = site.lives.get(other), site.personas.get(other)
        if theirs is None or person.id not in theirs.lives_with:
            yield f"lives_with : « {other} » ne dit pas vivre avec « {person.id} »"
            continue
        if known is None:
            continue  # her own life says so
        if (known.postcode, known.city) != (person.postcode, person.city):
            yield f"lives_with : « {other} » a un autre code postal"
        mine, hers = site.information.get(person.id), site.information.get(other)
        if mine and hers and mine.address != hers.address:
            yield f"lives_with : « {other} » a une autre adresse dans information.toml"
        yield from _same_day(life, theirs, other)


def _same_day(life: Life, theirs: Life, other: str) -> Iterator[str]:
    for mine in life.events:
        for hers in theirs.events:
            if mine.on == hers.on and mine.what is not hers.what:
                yield f"events : le {_day(mine.on)}, {mine.what} ici et {hers.what} pour « {other} », le même jour"


def _bank(site: "Site", person: Persona, life: Life) -> Iterator[str]:
    known = site.information.get(person.id)
    if person.iban and known and (person.iban != known.iban) != any(life.told(EventKind.BANK_CHANGED)):
        yield "iban : le RIB de personas.toml et celui de information.toml ne disent pas la même chose que bank_changed"


def _card(site: "Site", person: Persona, life: Life) -> Iterator[str]:
    known = site.information.get(person.id)
    if known and known.vitale_card != life.card:
        yield "card : information.toml (vitale_card) dit autre chose"
    if not life.card and any(life.told(*CARD_TROUBLES)):
        yield "events : cette personne n'a pas de carte Vitale à perdre"


def _payments(_: "Site", person: Persona, life: Life) -> Iterator[str]:
    history = person.history
    if history.sends_to_insurer and not life.insurers:
        yield "insurers : payments.toml (sends_to_insurer) veut une mutuelle, et cette personne n'en a pas"
    leaves = {(leave.start, leave.end) for leave in history.sick_leaves}
    told = {(leave.on, leave.last) for leave in life.told(EventKind.SICK_LEAVE)}
    now = person.now.date() if person.now else None
    for start, end in leaves ^ {leave for leave in told if now is None or leave[0] <= now}:
        yield f"sick_leave : l'arrêt du {_day(start)} au {_day(end)} n'est pas dans les deux fichiers"
    falls = {accident.at.date() for accident in history.work_accidents}
    for day in falls ^ {event.on for event in life.told(EventKind.WORK_ACCIDENT)}:
        yield f"work_accident : l'accident du {_day(day)} n'est pas dans les deux fichiers"
    for pension in history.pensions:
        monthly = [income.monthly * pension.every_months for income in life.incomes if income.kind == pension.kind]
        if monthly != [pension.amount]:
            yield f"incomes : la pension de payments.toml ({pension.amount} €) n'y est pas"
    for care in [care for payment in history.payments for care in payment.acts]:
        for trip in life.told(EventKind.TRIP):
            if not care.beneficiary and trip.overlaps(care.date, care.date):
                yield f"trip : un soin le {_day(care.date)}, pendant le voyage ({trip.place})"


def _paid_twice(_: "Site", person: Persona, life: Life) -> Iterator[str]:
    """Compare the care that was paid twice with the day of the second payment."""
    payments = person.history.payments
    twice = {two.date for one in payments for two in payments if one.date < two.date and one.acts == two.acts}
    if twice != {event.on for event in life.told(EventKind.PAID_TWICE)}:
        yield "paid_twice : payments.toml ne dit pas le même jour"


def _exemptions(_: "Site", person: Persona, life: Life) -> Iterator[str]:
    """Compare what is refunded whole with what makes it so: a disability pension, the end of a pregnancy."""
    if not person.has_account:
        return
    due = {income.since: None for income in life.incomes if income.kind == "disability_pension"}
    born = {event.on for event in life.told(EventKind.BIRTH)}
    for pregnancy in life.told(EventKind.PREGNANCY):
        end = pregnancy.last + _AND_AFTER if pregnancy.last in born else None
        due[months_before(pregnancy.on, -_REFUNDED_WHOLE_FROM)] = end
    if due != {exemption.since: exemption.until for exemption in person.history.exemptions}:
        dates = " ; ".join(f"depuis le {_day(since)}" for since in due if since) or "aucun"
        yield f"exemptions : payments.toml devrait dire les soins payés en entier : {dates}"


def _letters(site: "Site", person: Persona, life: Life) -> Iterator[str]:
    """Each message of the caisse tells something that has happened, some days before."""
    told = {event.letter: event for event in life.events if event.letter}
    for letter in site.caisse.messages:
        if letter.to != person.id:
            continue
        event = told.pop(letter.id, None)
        if event is None:
            yield f"letter : le message « {letter.id} » ne parle de rien de cette vie"
        elif not event.on <= letter.at.date() <= event.on + _LETTER_WITHIN:
            yield f"letter : « {letter.id} » est du {_day(letter.at.date())}, et {event.what} du {_day(event.on)}"
    yield from (f"letter : « {lost} » n'est pas dans messages.toml" for lost in told)


def _agenda(site: "Site", person: Persona, life: Life) -> Iterator[str]:
    known = site.information.get(person.id)
    for appointment in known.appointments if known else ():
        day = appointment.start.date()
        for trip in life.told(EventKind.TRIP):
            if trip.overlaps(day, day):
                yield f"trip : un rendez-vous le {_day(day)}, pendant le voyage ({trip.place})"
        yield from _reason(site, person, life, appointment.reason, day)


def _reason(site: "Site", person: Persona, life: Life, reason: str, day: date) -> Iterator[str]:
    kind = _REASONS.get(reason)
    if kind and not any(event.last >= day for event in life.told(kind)):
        yield f"rendez-vous du {_day(day)} : « {reason} », mais aucun {kind} alors ou plus tard"
    ages = [age(child.birth_date, day) for child in site.personas.values() if child.holder == person.id]
    if reason == _OF_A_CHILD and not any(old >= site.edition.vitale_age for old in ages):
        yield f"rendez-vous du {_day(day)} : aucun enfant n'a l'âge d'une carte Vitale"


def _pregnancy(site: "Site", person: Persona, life: Life) -> Iterator[str]:
    expected = next((one.expected_birth for one in site.prevention.situations if one.persona == person.id), None)
    told = [event for event in life.told(EventKind.PREGNANCY) if not _over(event, life)]
    if [event.last for event in told] != ([expected] if expected else []):
        yield "pregnancy : prevention.toml (expected_birth) dit autre chose"
    for event in life.told(EventKind.PREGNANCY):
        if months_before(event.last, _PREGNANCY) != event.on:
            yield f"pregnancy : il faut {_PREGNANCY} mois"


def _over(pregnancy: Event, life: Life) -> bool:
    return any(birth.on == pregnancy.last for birth in life.told(EventKind.BIRTH))
