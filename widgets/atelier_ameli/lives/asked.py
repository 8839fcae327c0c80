"""What a person asks for, on the cards of the requests and in the exercises, compared with her life."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from atelier_ameli.identity.personas import Persona
from atelier_ameli.lives.lives import Couple, EventKind, Life
from atelier_ameli.procedures.rules.solidarity import MONTHS
from practice.drawing.amounts import typed_amount
from practice.procedures.declared import RequestCard

if TYPE_CHECKING:
    from atelier_ameli.site import Site

Typed = Mapping[str, str]

#: an answer that is a day: what must have happened, or happen, on that day
_DAYS = {
    "since": (EventKind.MOVED,),
    "departure": (EventKind.TRIP,),
    "happened_on": (EventKind.ACCIDENT,),
    "lost_on": (EventKind.CARD_LOST,),
    "stolen_on": (EventKind.CARD_STOLEN,),
    "born_on": (EventKind.BIRTH,),
    "declared_on": (EventKind.TOWN_HALL,),
}
#: a request: what must be in the life of whoever has a card or an exercise for it
_NEEDS = {
    "address": (EventKind.MOVED,),
    "bank": (EventKind.BANK_CHANGED,),
    "usage_name": (EventKind.WEDDING,),
    "third_party": (EventKind.ACCIDENT,),
    "european_card": (EventKind.TRIP,),
    "send_document": (EventKind.WORK_ACCIDENT,),
    "vitale_problem": (EventKind.CARD_LOST, EventKind.CARD_STOLEN, EventKind.CARD_BROKEN),
    "child": (EventKind.BIRTH,),
    "debt": (EventKind.PAID_TWICE,),
    "insurers": (EventKind.SECOND_INSURER,),
}
_TROUBLES = {"lost": EventKind.CARD_LOST, "stolen": EventKind.CARD_STOLEN, "failure": EventKind.CARD_BROKEN}
_SUPPOSED = "Pour cet essai"  #: how a card begins that tells nobody's life
_DATE = re.compile(r"\b(\d\d)/(\d\d)/(\d{4})\b")
_NUMBER = re.compile(r"\b[12] \d\d \d\d [\dAB]{2} 000 \d{3}\b")
_SOLIDARITY_GAP = 2  #: months between the last one counted and the request (rules of « solidarity »)


def request_faults(site: "Site", person: Persona, life: Life) -> Iterator[str]:
    """Yield what a card or an exercise has this person ask for that her life, or her household's, does not tell."""
    household = [life, *(site.lives[name] for name in life.lives_with if name in site.lives)]
    for request in site.requests.values():
        for card in request.cards:
            if card.persona == person.id and not card.story.startswith(_SUPPOSED):
                where = f"la fiche de « {request.id} »"
                yield from (f"{where} : {why}" for why in _card(site, request.id, card, life, household))
    for exercise in site.exercises.values():
        if exercise.persona == person.id:
            for typed in (part.answers for part in (*exercise.setup, *exercise.steps)):
                yield from (f"l'exercice « {exercise.id} » : {why}" for why in _typed(typed, life, household))


def _card(site: "Site", request: str, card: RequestCard, life: Life, household: list[Life]) -> Iterator[str]:
    """Compare a card's days, numbers and incomes. Each day on it is one of a known kind."""
    kinds = _NEEDS.get(request, ())
    if kinds and not any(any(one.told(*kinds)) for one in household):
        yield f"rien de tel dans cette vie ({', '.join(kinds)})"
    days = {event.on for one in household for event in one.told(*_kinds_on_a_card(request))}
    values = [line.value for line in card.lines]
    for value in values:
        for day in _days(value):
            if day not in days:
                yield f"le {day:%d/%m/%Y} n'est pas un jour de cette vie"
    yield from _numbers(values, life)
    if request == "solidarity":
        typed = [typed_amount(value) for value in values if not _NUMBER.search(value)]
        amounts = [amount for amount in typed if amount is not None]
        yield from _incomes(site, amounts, life)


def _kinds_on_a_card(request: str) -> tuple[EventKind, ...]:
    return (*_NEEDS.get(request, ()), *((EventKind.TOWN_HALL,) if request == "child" else ()))


def _incomes(site: "Site", amounts: list[Decimal], life: Life) -> Iterator[str]:
    """Compare the months of a card, or the amount of each month, with the household's incomes."""
    told = life.incomes_before(site.edition.now.date(), len(MONTHS), _SOLIDARITY_GAP)
    expected = [told[0]] if len(set(told)) == 1 else told
    if amounts != expected:
        yield f"les revenus sont {', '.join(map(str, amounts))}, et dans cette vie {', '.join(map(str, expected))}"
    people = 1 + len(life.lives_with) + (life.couple is Couple.COUPLE)
    ceilings = site.procedures["solidarity"].rules.with_contribution
    if life.insurers and sum(told) <= ceilings[people - 1]:
        yield "cette aide serait accordée à une personne qui a déjà une mutuelle"


def _typed(typed: Typed, life: Life, household: list[Life]) -> Iterator[str]:
    """Compare what an exercise has one type: the days, the numbers of relatives, what happened to a card."""
    for name, kinds in _DAYS.items():
        for day in _days(typed.get(name, "")):
            if not any(event.on == day for one in household for event in one.told(*kinds)):
                yield f"le {day:%d/%m/%Y} ({name}) n'est pas le jour de : {', '.join(kinds)}"
    trouble = _TROUBLES.get(typed.get("reason", ""))
    if trouble and not any(life.told(trouble)):
        yield f"reason : {trouble} n'est pas dans cette vie"
    if typed.get("request") in ("debt", "insurers", "usage_name", "send_document"):
        kinds = _NEEDS[typed["request"]]
        if not any(life.told(*kinds)):
            yield f"{typed['request']} : rien de tel dans cette vie"
    if typed.get("monthly") and typed_amount(typed["monthly"]) != sum(i.monthly for i in life.incomes):
        yield f"monthly : {typed['monthly']} n'est pas le revenu de chaque mois"
    yield from _numbers([value for name, value in typed.items() if name in ("parent_number", "partner_number")], life)


def _numbers(values: list[str], life: Life) -> Iterator[str]:
    known = {relative.nir for relative in life.relatives}
    for value in values:
        for number in _NUMBER.findall(value):
            if number.replace(" ", "") not in known:
                yield f"{number} n'est le numéro de personne dans cette vie (relatives)"


def _days(text: str) -> Iterator[date]:
    for day, month, year in _DATE.findall(text):
        yield date(int(year), int(month), int(day))
