"""What a browser does with an address, and which addresses the course shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier_ameli.pages import PAGES
from atelier_ameli.public_site.address_bar import Outcome, is_own, read_address
from atelier_ameli.public_site.addresses import Address
from practice.browser.hosts import host_of
from tests.support import SITE

TYPED = {
    "www.ameli.fr": Outcome.PUBLIC_SITE,
    "ameli.fr": Outcome.PUBLIC_SITE,
    " WWW.AMELI.FR ": Outcome.PUBLIC_SITE,
    "https://www.ameli.fr/assure": Outcome.PUBLIC_SITE,
    "http://ameli.fr": Outcome.PUBLIC_SITE,
    "https://assure.ameli.fr/": Outcome.SIGN_IN,
    "didacticiel.ameli.fr/assures/": Outcome.OWN_PAGE,
    "ameli": Outcome.SEARCH,
    "compte ameli": Outcome.SEARCH,
    "wwwamelifr": Outcome.SEARCH,
    "www. ameli.fr": Outcome.SPACE,
    "www ameli fr": Outcome.SPACE,
    "www,ameli,fr": Outcome.COMMA,
    "ameli;fr": Outcome.COMMA,
    "jean.neaje@courriel.example": Outcome.EMAIL,
    "https//www.ameli.fr": Outcome.BEGINNING,
    "htpps://ameli.fr": Outcome.BEGINNING,
    "http.www.ameli.fr": Outcome.BEGINNING,
    "www.améli.fr": Outcome.ACCENT,
    "www.ameli.com": Outcome.ENDING,
    "ameli.f": Outcome.ENDING,
    "www.amelie.fr": Outcome.SPELLING,
    "wwwameli.fr": Outcome.SPELLING,
    "wwww.ameli.fr": Outcome.SPELLING,
    "аmeli.fr": Outcome.SPELLING,  # its first letter is Cyrillic
    "mon-compte-ameli.fr": Outcome.LOOK_ALIKE,
    "www.ameli.fr.compte.example": Outcome.LOOK_ALIKE,
    "https://ameli.fr@compte.example": Outcome.LOOK_ALIKE,
    "impots.gouv.fr": Outcome.OTHER,
    "http://[": Outcome.OTHER,
}


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_leads_where_a_browser_would_lead(typed):
    assert read_address(typed) is TYPED[typed]


@given(st.text(max_size=100) | st.from_regex(r"(https?://)?[a-z.@/:]{0,12}ameli[.,]fr[a-z.@/:]{0,12}", fullmatch=True))
def test_whatever_is_typed_has_an_outcome_and_only_the_right_names_open_the_site(typed):
    outcome = read_address(typed)
    if outcome is Outcome.PUBLIC_SITE:
        assert host_of(typed) in ("ameli.fr", "www.ameli.fr")
    if outcome is Outcome.SIGN_IN:
        assert host_of(typed) == "assure.ameli.fr"


def test_what_counts_is_the_end_before_the_first_slash():
    assert is_own(host_of("https://assure.ameli.fr/"))
    assert not is_own(host_of("www.ameli.fr.compte.example"))
    assert not is_own(host_of("carte.example/ameli.fr"))
    assert not is_own(host_of("xameli.fr"))


def test_every_false_address_is_one_that_nobody_can_have():
    shown = (*SITE.addresses.results, *SITE.addresses.judged)
    assert {address.genuine for address in SITE.addresses.judged} == {True, False}
    for address in shown:
        assert address.genuine or host_of(address.address).endswith(".example")
        assert "".join(address.parts) == address.address


def test_a_false_address_that_could_be_somebodys_is_refused():
    with pytest.raises(ValueError, match="example"):
        Address("www.ameli.com", ".com", "La fin n'est pas la bonne.")
    with pytest.raises(ValueError, match="look_at"):
        Address("www.ameli.fr", ".com", "C'est la vraie.")


def test_a_right_address_is_remarked_upon_as_it_was_written():
    assert SITE.addresses.remarks("https://www.ameli.fr") == []
    assert len(SITE.addresses.remarks("AMELI.FR")) == 3


def test_every_page_in_the_simulated_browser_stands_at_an_address_of_the_assurance_maladie():
    shown = {name: page.address for name, page in PAGES.items() if isinstance(page.address, str) and page.site is None}
    assert {"login", "create_account"} <= {name for name, address in shown.items() if address}
    assert all(is_own(host_of(address)) for address in (*filter(None, shown.values()), SITE.account_address))
    assert is_own(host_of(PAGES["public_site"].address))
