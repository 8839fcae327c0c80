"""No impossible fact is accepted: dates out of their bounds, an account of somebody else, a number of nobody."""

import datetime as dt

import pytest

from practice.course.exercises.goals import begin
from practice.course.exercises.placeholders import typed_by
from practice.forms.fields import Form
from practice.procedures.bounds import Bound
from practice.procedures.declared import FieldKind
from tests.journeys import reach
from tests.journeys.requests_information import BANK
from tests.support import SITE
from tests.support.pages import errors

DATED = [
    (request, field)
    for request in SITE.requests.values()
    for step in request.steps
    for field in step.fields
    if field.kind == FieldKind.DATE
]
TODAY = dt.date(2021, 3, 1)


@pytest.mark.parametrize(("request_", "field"), DATED, ids=lambda it: getattr(it, "name", getattr(it, "id", "")))
def test_a_date_is_taken_within_its_bounds_and_nowhere_else(request_, field):
    case = reach("request, a step").page.filling.case
    made = SITE.kinds[FieldKind.DATE].make
    earliest, latest = Bound.read(field.not_before).day(case.today), Bound.read(field.not_after).day(case.today)
    assert earliest < latest
    for day in [*around(earliest), *around(latest), dt.date(1900, 1, 1), dt.date(2041, 4, 10), dt.date(2100, 12, 31)]:
        form = one_field(made(field, case, "Répondez."), f"{day:%d/%m/%Y}")
        assert form.validate() == (earliest <= day <= latest), (request_.id, field.name, day)
        assert all(word.endswith((".", "fiche.")) for _, word in form.problems())


def around(day):
    return [day + dt.timedelta(days=days) for days in (-400, -1, 0, 1, 400)]


def one_field(field, typed):
    return type("OneField", (Form,), {"asked": field}).read({"asked": typed})


@pytest.mark.parametrize(
    ("state", "field", "day", "told"),
    [
        ("request, changed from the recap", "since", "20/02/2030", "pas encore arrivée"),
        ("European card, departure", "departure", "10/04/2041", "au plus tard le 1er mars 2022"),
        ("child, names", "born_on", "12/02/2010", "au plus tôt le 1er septembre 2020"),
        ("vitale problem, stolen", "stolen_on", "27/02/1900", "au plus tôt le"),
    ],
)
def test_a_date_that_cannot_be_is_told_with_what_to_do(state, field, day, told):
    screen = reach(state)
    screen.do("next", **{field: day})
    assert [word for word in errors(screen) if told in word.replace("\u00a0", " ")]


@pytest.mark.parametrize(
    ("text", "day"),
    [("today", TODAY), ("today - 6 months", dt.date(2020, 9, 1)), ("today + 1 years", dt.date(2022, 3, 1))],
)
def test_a_bound_is_counted_from_today(text, day):
    assert Bound.read(text).day(TODAY) == day


@pytest.mark.parametrize("text", ["hier", "today - 6", "today - 6 semaines", ""])
def test_a_bound_that_says_nothing_is_refused(text):
    with pytest.raises(ValueError, match="today"):
        Bound.read(text)


@pytest.mark.parametrize("owner", ["Karim Benali", "PETIT", "Jessica", "Banque de l'Exemple"])
def test_an_account_in_another_name_is_refused(owner):
    screen = reach("bank, account")
    screen.do("next", **{**BANK, "owner": owner})
    assert [word for word in errors(screen) if "au nom de Jessica PETIT" in word.replace("\u00a0", " ")]


@pytest.mark.parametrize("owner", ["Jessica PETIT", "Mme Jéssica Petit", "PETIT Jessica", "M. ou Mme Jessica petit"])
def test_the_holders_name_is_taken_however_the_bank_writes_it(owner):
    screen = reach("bank, account")
    screen.do("next", **{**BANK, "owner": owner})
    assert errors(screen) == []


def test_the_number_of_the_other_parent_is_the_one_of_the_card():
    screen = reach("child, other parent")
    right = next(line.value for line in screen.page.card_lines if line.label == "Numéro de l'autre parent")
    told = {"parent_first_name": "Thomas", "parent_name": "BERGER", "attached_to": "both"}
    screen.do("next", **told, parent_number="1 79 05 31 000 339")
    assert [word for word in errors(screen) if "pas ce que dit la fiche" in word.replace("\u00a0", " ")]
    screen.do("next", **told, parent_number=right.replace(" ", ""))
    assert errors(screen) == []


def told_of(exercise, answers):
    """Return what is told of a step of an exercise when some of its answers are others."""
    exercise = SITE.exercises[exercise]
    session = begin(SITE, exercise, "essai")
    for step in exercise.steps:
        typed = typed_by(step, session.world)
        session.handle(step.do, {**typed, **{name: text for name, text in answers.items() if name in typed}})
        if answers.keys() & typed.keys():
            return " ".join(text for _, text in session.page.problems()).replace("\u00a0", " ")
    raise AssertionError(answers)


@pytest.mark.parametrize(
    ("exercise", "answers", "told"),
    [
        ("rattacher_un_bebe", {"child_first_name": "12"}, "Il n'y a pas de mot ici"),
        ("rattacher_un_bebe", {"child_name": "BERGER 2"}, "Un nom n'a pas de chiffre"),
        ("rattacher_un_bebe", {"parent_name": "..."}, "Il n'y a pas de mot ici"),
        ("rattacher_un_bebe", {"department": "99"}, "Ce département n'existe pas"),
        ("rattacher_un_bebe", {"parent_first_name": "sarah", "parent_name": "Colin"}, "C'est votre nom"),
        ("enfant_sur_deux_cartes", {"parent_first_name": "Hugo", "parent_name": "MARCHAND"}, "C'est votre nom"),
        ("changer_adresse", {"street": "!!!"}, "Il n'y a pas de mot ici"),
        ("changer_adresse", {"postcode": "99000"}, "Aucun code postal ne commence par 99"),
        ("changer_adresse", {"street": "12, RUE de l'exemple", "postcode": "31000"}, "C'est déjà votre adresse"),
        ("prendre_un_nom_d_usage", {"new_name": "42"}, "Il n'y a pas de mot ici"),
        ("declarer_un_accident", {"third_name": "jessica petit"}, "C'est une personne de votre compte"),
        ("declarer_un_accident", {"what_happened": "?!"}, "Il n'y a pas de mot ici"),
        ("rendre_une_somme", {"letter_number": "H-0078"}, "Ce n'est pas ce que dit la fiche"),
        ("rendre_une_somme", {"owed": "165"}, "Ce n'est pas ce que dit la fiche"),
    ],
)
def test_what_nobody_is_called_and_no_place_is_written_is_refused(exercise, answers, told):
    assert told in told_of(exercise, answers)


@pytest.mark.parametrize(
    ("exercise", "answers", "both"),
    [
        (
            "rattacher_un_bebe",
            {"child_first_name": "", "declared_on": "28/02/2021"},
            ("Tapez le prénom", "pas encore reçu"),
        ),
        (
            "rattacher_un_bebe",
            {"parent_name": "", "parent_number": "2 92 06 31 000 413"},
            ("nom", "C'est votre numéro"),
        ),
        ("changer_banque", {"iban": "", "owner": "Karim BENALI"}, ("IBAN", "pas le nom du titulaire")),
    ],
)
def test_all_that_is_wrong_with_a_step_is_told_at_once(exercise, answers, both):
    assert all(word in told_of(exercise, answers) for word in both)


@pytest.mark.parametrize(
    ("exercise", "answers"),
    [
        ("rattacher_un_bebe", {"child_first_name": "Сара", "department": "2a"}),
        ("rattacher_un_bebe", {"child_name": "N'Guyen-Đặng", "department": "974"}),
        ("changer_adresse", {"street": "３ rue de l'Essai", "postcode": "20 090", "city": "Lyon 3e"}),
        ("rendre_une_somme", {"letter_number": "h 0077", "owed": "16,5"}),
    ],
)
def test_what_may_be_written_so_is_taken(exercise, answers):
    assert told_of(exercise, answers) == ""
