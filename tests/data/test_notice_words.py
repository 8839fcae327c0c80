"""An edition may word what the site tells otherwise: the page, the exercises and the papers all say it so."""

import pytest

from atelier_ameli import Screen
from atelier_ameli.site import Site
from practice.session import Context
from tests.journeys import reach
from tests.support import SITE, edition
from tests.support.pages import errors, field


def test_a_page_tells_it_in_the_words_of_its_edition_filled_in_at_the_field_and_in_the_summary():
    assert "le mot de passe ne correspondent pas" in errors(reach("2026, sign in, wrong password"))[0]
    assert "Il vous reste 2 essais" in errors(reach("2026, sign in, wrong password"))[0]
    assert "Tapez votre mot de passe." in field(reach("2026, sign in, nothing typed"), "Mon mot de passe").error
    assert "le code ne correspondent pas" in errors(reach("sign in, wrong code"))[0]


def test_what_exercises_and_papers_say_of_it_is_worded_so_too():
    today = Site.load("2026")
    assert today.notices["wrong_pair"].outline.startswith("Le numéro de sécurité sociale et le mot de passe")
    assert SITE.notices["wrong_pair"].outline.startswith("Le numéro de sécurité sociale et le code ")
    assert today.notices.keys() >= {"wrong_pair", "nir_short"}


def test_the_two_editions_tell_it_each_in_its_own_words_in_one_process(tmp_path):
    other = edition(tmp_path, {"notices.toml": 'wrong_pair = "Encore {tries}."\n'})
    screen = Screen("login", persona="jessica", at=Context(other))
    screen.do("sign_in", number="2 82 02 95 000 199", code="Faux-code-1")
    assert errors(screen) == ["Encore 2 essais."]
    assert "le code ne correspondent pas" in errors(reach("sign in, wrong code"))[0]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ('wrong_pears = "Non."', "wrong_pair"),
        ('wrong_pair = "Il reste {essais}."', "{essais} n'est pas connu de ce message"),
    ],
)
def test_words_for_what_no_page_tells_are_refused(tmp_path, words, reason):
    (fault,) = edition(tmp_path, {"notices.toml": words}).faults()
    assert fault.file.name == "notices.toml"
    assert reason in fault.reason
