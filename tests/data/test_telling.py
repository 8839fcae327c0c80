"""A later edition says its clock, and all that is told beneath it follows: dates, weekdays, ages, numbers, words."""

from datetime import date, datetime

import pytest

from practice.loading.layers import Layers
from practice.loading.telling import Clock, Telling

LATER = Telling(
    Clock(date(2021, 3, 1), 261 * 7),
    {"nadia": Clock(date(2019, 5, 24), 365 * 7)},
    {"Code oublié ?": "Mot de passe oublié ?", "16,50": "19,00", "l'été 2022": "l'été 2022", "code": "mot de passe"},
)


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("Le jeudi 11 mars 2021, à 14 h.", "Le jeudi 12 mars 2026, à 14 h."),
        ("Nous sommes le 1er mars.", "Nous sommes le 2 mars."),
        ("Le jeudi 11\u00a0mars 2021.", "Le jeudi 12\u00a0mars 2026."),
        ("payé le 15 et le 20 janvier", "payé le 16 et le 21 janvier"),
        ("du 1er au 5 mars 2021", "du 2 au 6 mars 2026"),
        ("le 10 juin 2019", "le 10 juin 2024"),
        ("Cherchez du 01/12/2020 au 01/03/2021.", "Cherchez du 02/12/2025 au 02/03/2026."),
        ("26/12/2021", "27/12/2026"),
        ("née le 11 février 1982, le 24/03/2020", "née le 11 février 1987, le 25/03/2025"),
        ("le 31 décembre 2020", "le 1er janvier 2026"),
        ("payment-2021-02-19-1", "payment-2026-02-20-1"),
        ("get-2021-02-01", "get-2026-02-01"),
        ("2020-12", "2025-12"),
        ("Février 2021, puis novembre 2020", "Février 2026, puis novembre 2025"),
        ("releve_mensuel_fevrier_2021", "releve_mensuel_fevrier_2026"),
        ("releve_annuel_2020.pdf", "releve_annuel_2025.pdf"),
        ("Le total de 2020", "Le total de 2025"),
        ("2 82 02 95 000 199", "2 87 02 95 000 199"),
        ("178072A000042", "183072A000042"),
        ("16,50 €, puis « Code oublié ? »", "19,00 €, puis « Mot de passe oublié ? »"),
        ("votre code, {code}", "votre mot de passe, {code}"),
        ("code", "code"),
        ("coupé à l'été 2022", "coupé à l'été 2022"),
        ("Le 99 mars, le 31/02/2021, 2021-13-45", "Le 99 mars, le 31/02/2021, 2021-13-45"),
        ("le 06 39 98 01 01, 2050,00 €", "le 06 39 98 01 01, 2050,00 €"),
        ("https://exemple.example/2021/03/page", "https://exemple.example/2021/03/page"),
    ],
)
def test_a_text_is_told_again_in_a_later_edition(told, again):
    assert LATER.text(told) == again


def test_a_table_is_told_again_save_what_speaks_of_our_own_world():
    told = {"person": [{"born": date(1982, 2, 11), "at": datetime(2021, 3, 4, 8, 45), "source": "seed, 2021"}]}  # noqa: DTZ001 - the clock of an exercise has no zone
    again = {"person": [{"born": date(1987, 2, 11), "at": datetime(2026, 3, 5, 8, 45), "source": "seed, 2021"}]}  # noqa: DTZ001
    assert LATER.document(told) == again
    assert LATER.document({"income": {"2020-12": "16,50", "year": 2020}}) == {
        "income": {"2025-12": "19,00", "year": 2025}
    }


def test_what_is_told_of_a_person_with_a_clock_of_her_own_follows_it():
    exercise = {"persona": "nadia", "story": "Nous sommes le 24 mai 2019.", "steps": [{"help": "Le 24 mai."}]}
    assert LATER.document({"exercise": [exercise]}) == {
        "exercise": [{"persona": "nadia", "story": "Nous sommes le 22 mai 2026.", "steps": [{"help": "Le 22 mai."}]}]
    }


def test_a_day_without_its_year_is_that_of_the_day_told_beside_it():
    exercise = {"task": "Ouvrez le paiement du 10 juin 2019.", "steps": [{"help": "Cliquez sur le 10 juin."}]}
    assert LATER.document({"exercise": [exercise]})["exercise"][0]["steps"][0]["help"] == "Cliquez sur le 10 juin."
    assert LATER.text("Cliquez sur le 10 juin.") == "Cliquez sur le 11 juin."


def test_a_file_that_is_nowhere_is_asked_for_in_peace(tmp_path):
    layers = Layers((tmp_path, tmp_path / "later"), {tmp_path / "later": LATER})
    assert layers.file("nothing.toml").paths == (tmp_path / "nothing.toml",)
