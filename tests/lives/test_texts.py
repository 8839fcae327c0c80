"""What the texts say of a person agrees with her life: her age, what happened to her, the days that are named."""

import datetime as dt
import re

import pytest
from babel.dates import get_month_names

from atelier_ameli.lives.ages import today_of, wrong_ages
from atelier_ameli.lives.lives import Couple, EventKind, Life
from atelier_ameli.payments.payment_history import payment_history
from tests.support import SITE
from tests.support.texts_of_people import Told, sentences

MONTHS = {name: number for number, name in get_month_names("wide", locale="fr").items()}
DATE = re.compile(rf"\b(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)}) (\d{{4}})\b")
PERIOD = re.compile(r"\b[Dd]u \d.* au \d.*")  # two days between which one searches are no days of a life


def happened(*kinds: EventKind):
    return lambda life, _: any(life.told(*kinds))


def trip_to(life: Life, place: str) -> bool:
    return any(event.place == place for event in life.told(EventKind.TRIP))


CLAIMS = {
    r"\bpart en (Espagne|Italie|Belgique)": trip_to,
    r"perdu sa carte|ne trouve plus sa carte|cherché sa carte|carte perdue d'": happened(EventKind.CARD_LOST),
    r"carte (?:Vitale )?(?:de \w+ |d'\w+ )?est volée|volé le sac": happened(EventKind.CARD_STOLEN),
    r"carte (?:Vitale )?(?:de \w+ |d'\w+ )?ne marche plus|la panne de la carte": happened(EventKind.CARD_BROKEN),
    r"s'est mariée?\b|vient de se marier": happened(EventKind.WEDDING),
    r"[Aa]ttend un enfant": happened(EventKind.PREGNANCY),
    r"vient d'avoir un bébé": happened(EventKind.BIRTH),
    r"a déménagé": happened(EventKind.MOVED),
    r"a changé de banque": happened(EventKind.BANK_CHANGED),
    r"est en arrêt de travail": happened(EventKind.SICK_LEAVE),
    r"(?:tombée?|blessée?) au travail": happened(EventKind.WORK_ACCIDENT),
    r"a renversé|a mordu": happened(EventKind.ACCIDENT),
    r"vit seule?\b": lambda life, _: not life.lives_with and life.couple is not Couple.COUPLE,
    r"est séparée?\b": lambda life, _: life.couple is Couple.SEPARATED,
    r"\bsa femme\b|\bson mari\b": lambda life, _: life.couple is Couple.COUPLE,
    r"pension d'invalidité|sa pension\b": lambda life, _: "disability_pension" in {one.kind for one in life.incomes},
    r"\bsa mutuelle\b|[Ll]a mutuelle d[e']": lambda life, _: life.insurers > 0,
    r"pas de mutuelle": lambda life, _: life.insurers == 0,
    r"pas encore de carte": lambda life, _: not life.card,
}


def wrong_age(told: Told) -> list[str]:
    return list(wrong_ages(SITE, told.sentence))


def wrong_claims(told: Told) -> list[str]:
    """Return what a sentence says of a person that is true of nobody at her home."""
    life = SITE.lives[told.who]
    home = [life, *(SITE.lives[name] for name in life.lives_with)]
    return [
        match[0]
        for claim, holds in CLAIMS.items()
        for match in re.finditer(claim, told.sentence)
        if not any(holds(one, match[match.lastindex or 0]) for one in home)
    ]


def days_of(name: str) -> set[dt.date]:
    """Return the days that count for a person: of her home's lives, agenda, messages, care, births, and today."""
    life, person = SITE.lives[name], SITE.personas[name]
    home = [life, *(SITE.lives[other] for other in life.lives_with)]
    owner = SITE.personas[person.holder] if person.holder else person
    dependants = tuple(one for one in SITE.personas.values() if one.holder == owner.id)
    known = SITE.information.get(owner.id)
    paid = payment_history(owner, dependants, SITE.edition, today_of(SITE, owner))
    return {
        *(day for one in home for event in one.events for day in (event.on, event.last)),
        *(SITE.personas[one.persona].birth_date for one in home),
        *(appointment.start.date() for appointment in (known.appointments if known else ())),
        *(payment.date for payment in paid),
        *(act.date for payment in paid for act in payment.acts),
        *(letter.at.date() for letter in SITE.caisse.messages if letter.to == owner.id),
        today_of(SITE, person),
    }


def wrong_days(told: Told) -> list[str]:
    named = DATE.findall(PERIOD.sub("", told.sentence))
    found = [dt.date(int(year), MONTHS[month], int(day)) for day, month, year in named]
    return [f"{day:%d/%m/%Y}" for day in found if day not in days_of(told.who)]


TOLD = list(sentences(SITE))


@pytest.mark.parametrize("wrong", [wrong_age, wrong_claims, wrong_days])
def test_no_text_tells_another_life(wrong):
    assert [(told.where, told.who, told.sentence, found) for told in TOLD if (found := wrong(told))] == []


@pytest.mark.parametrize("claim", CLAIMS)
def test_each_claim_that_is_looked_for_is_made_somewhere(claim):
    assert any(re.search(claim, told.sentence) for told in TOLD)


@pytest.mark.parametrize(
    ("wrong", "who", "sentence"),
    [
        (wrong_age, "ange", "Ange a 69 ans."),
        (wrong_age, "hugo", "Hugo a deux enfants : Tom, 6 ans, et Lina, 12 mois."),
        (wrong_claims, "karim", "Karim part en Italie dans cinq jours."),
        (wrong_claims, "luc", "Luc et sa femme veulent un compte."),
        (wrong_claims, "luc", "Luc a perdu sa carte Vitale."),
        (wrong_claims, "ange", "La carte Vitale d'Ange ne marche plus."),
        (wrong_claims, "fatou", "Fatou s'est mariée."),
        (wrong_claims, "jessica", "Jessica envoie tout à sa mutuelle."),
        (wrong_days, "jessica", "Un chien a mordu Zoé le 20 mars 2021."),
    ],
)
def test_a_sentence_of_another_life_is_found(wrong, who, sentence):
    assert wrong(Told("", who, sentence))
