"""The editions of the site that one can ask for."""

import pytest

from atelier_ameli.site import Site
from practice.loading.faults import DataError

YEARS = ("2021", "2026")


def test_an_edition_is_one_site_however_one_asks_for_it():
    assert Site.load() is Site.load(Site.usual_edition) is Site.load(edition=Site.usual_edition)


def test_a_template_that_two_editions_have_is_compiled_once():
    codes = [site._environment.get_template("still.html").root_render_func.__code__ for site in map(Site.load, YEARS)]
    assert codes[0] is codes[1]


@pytest.mark.parametrize("unknown", ["1945", "", "..", "../editions/2021"])
def test_an_edition_that_is_not_there_is_refused_with_those_that_are(unknown):
    with pytest.raises(DataError) as error:
        Site.load(unknown)
    assert str(error.value) == (
        f"data/editions, entrée « {unknown} » : cette édition n'existe pas, il y a : {', '.join(Site.years())}"
    )
    assert Site.usual_edition in Site.years()
