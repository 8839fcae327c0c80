"""`data/requests/*.toml`: each request can be done to its end, or is refused with file, entry and reason."""

import re

import pytest

from atelier_ameli.data import DATA
from atelier_ameli.world import World
from practice.loading.faults import DataError
from practice.procedures import projection
from practice.procedures.loading_requests import load_groups, load_procedure
from tests.support import SITE
from tests.support.refusals import refused

ADDRESS = (DATA / "requests/address.toml").read_text(encoding="utf-8")


test_a_broken_request_is_refused_with_file_entry_and_reason = refused(
    "requests/address.toml",
    lambda file: load_procedure(file, SITE),
    ('id = "address"', 'id = "autre"', "il faut le nom du fichier"),
    ('group = "Mes informations"', 'group = "Ailleurs"', "data/catalogue.toml"),
    ('channel = "both"', 'channel = "fax"', "il faut l'un de : computer, phone, both"),
    ('kind = "postcode"', 'kind = "couleur"', "il faut l'un de : text"),
    ('options_from = "people"', 'options_from = "voisins"', "« voisins »"),
    ("{street}, {postcode}", "{rue}, {postcode}", "« rue »"),
    ('name = "city"', 'name = "street"', "deux questions ont le même nom"),
    ('name = "city"', 'name = "ma ville"', "lettres sans accent"),
    ('name = "city"', 'name = "card"', "« card » est déjà une partie de l'écran"),
    ('name = "city"', 'name = "why"', "« why » est déjà une partie de l'écran"),
    ("after_days = 2", "after_days = 900", "de 0 à 365 jours"),
    ('label = "Ville", value', 'step = "rue", label = "Ville", value', "« rue »"),
    ('label = "Ville", value', 'label = "{ville}", value', "« ville »"),
    ('kind = "words"', 'kind = "document"', "needs"),
    ("minutes = 5", 'minutes = 5\npage = "documents"', "soit des étapes"),
    ("minutes = 5", "minutes = 5\ncouleur = 3", "champ inconnu : couleur"),
    ('title = "La date du déménagement"', 'title = "La date"\nwhen = { mood = ["gai"] }', "« mood »"),
)


def test_a_catalogue_without_groups_is_refused(tmp_path):
    (tmp_path / "catalogue.toml").write_text("groups = 3", encoding="utf-8")
    with pytest.raises(DataError, match=r"catalogue\.toml.*il faut une suite"):
        load_groups(tmp_path / "catalogue.toml")


@pytest.mark.parametrize("name", SITE.requests)
def test_a_request_says_where_its_rules_come_from_and_what_it_is_called(name):
    request = SITE.requests[name]
    assert re.match(r"https?://|seed|valeur de l'exercice", request.origin)
    assert request.words
    assert request.summary.endswith((".", "\u00a0?", "\u00a0!"))


@pytest.mark.parametrize("name", [name for name, request in SITE.requests.items() if request.steps])
def test_a_request_tells_the_learner_what_to_type(name):
    card = SITE.requests[name].card("nobody-special")
    assert card, "a card without persona, for whoever is played"
    if any(
        field.kind in ("text", "date", "postcode", "amount", "iban", "nir") and field.empty
        for step in SITE.requests[name].steps
        for field in step.fields
    ):
        assert card.lines


@pytest.mark.parametrize("name", [name for name, request in SITE.requests.items() if request.steps])
def test_the_rules_of_a_request_stand_any_half_answer(name):
    world = World(SITE, "jessica")
    case = projection.case_now(world)
    rules = SITE.procedures[name].rules
    fields = [field.name for step in SITE.requests[name].steps for field in step.fields]
    for answers in (
        {},
        dict.fromkeys(fields, ""),
        dict.fromkeys(fields, "n'importe quoi"),
        {name: [] for name in fields},
    ):
        assert set(rules.facts(case, answers)) <= set(rules.fact_names)
        assert set(rules.problems(case, answers)) <= set(fields)
