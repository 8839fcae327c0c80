"""`data/` of the phone: the shop, the pictures, the places, and which function is on which device."""

import re

import pytest

from atelier_ameli.data import DATA
from atelier_ameli.pages import PAGES
from atelier_ameli.public_site.directory import Directory
from atelier_ameli.public_site.terminals import Neighbourhood
from practice.loading.toml_files import read, structure
from practice.phone.app_store import Store
from practice.phone.pictures import Pictures
from practice.services import Channel
from tests.support import SITE
from tests.support.refusals import refused

#: the marks of the seed: « uniquement sur la version ordinateur », « uniquement sur l'application smartphone »
COMPUTER_ONLY = {
    *("annual_statement", "contributions", "work_accident"),
    *("third_party", "appointment", "bank"),
    *("prevention", "pregnancy", "midwife", "teeth", "heart", "children", "coaching", "sophia"),
    "agenda",  # goes with the appointment
}
OF_THE_EXERCISE = {"debt", "insurers"}  #: two lines of « Divers »: no source says where they are
PHONE_ONLY = {"send_document", "terminals"}
FILES = {Store: "store", Pictures: "pictures", Neighbourhood: "terminals", Directory: "directory"}


def test_the_marks_of_the_seed_are_in_the_data():
    services = SITE.services.values()
    assert {
        service.id for service in services if service.channel is Channel.COMPUTER
    } == COMPUTER_ONLY | OF_THE_EXERCISE
    assert {service.id for service in services if service.channel is Channel.PHONE} == PHONE_ONLY


def test_every_function_of_the_seed_is_listed():
    listed = {service.id for service in SITE.services.values()}
    payments = {"payments", "monthly_statements", "annual_statement", "contributions", "work_accident", "sick_leaves"}
    documents = {"rights_certificate", "allowances_certificate", "tax_statement"}
    asked = {
        *("vitale_order", "vitale_problem", "european_card", "address", "third_party", "solidarity"),
        *("appointment", "bank", "usage_name", "child", "processing_times", "send_document"),
    }
    prevention = {"pregnancy", "midwife", "teeth", "heart", "children", "coaching", "sophia"}
    assert (len(payments), len(documents), len(asked), len(prevention)) == (6, 3, 12, 7)
    others = {"sign_in", "forgotten_code", "create_account", "france_connect", "messages", "my_information"}
    assert payments | documents | asked | prevention | others | {"directory", "terminals"} <= listed


@pytest.mark.parametrize("name", SITE.services)
def test_a_function_leads_to_a_page_or_a_request_of_the_same_channel(name):
    service = SITE.services[name]
    if service.request:
        assert SITE.requests[service.request].channel is service.channel
    if service.page and service.page != "statements":
        assert PAGES[service.page].channel is service.channel


def test_every_request_of_the_catalogue_is_a_function():
    listed = {service.request for service in SITE.services.values()}
    pages = {service.page for service in SITE.services.values()}
    assert {name for name, one in SITE.requests.items() if name not in listed and one.page not in pages} == set()


test_a_broken_shop_is_refused_with_its_name_and_the_reason = refused(
    f"{FILES[Store]}.toml",
    lambda file: structure(file, "fichier", read(file), Store),
    ("refused = \"C'est un journal", "words2 = \"C'est un journal", "champ inconnu"),
    ('id = "guide"', 'id = "ameli"', "le même id"),
    ('id = "iphone"', 'id = "fax"', "plain, android, iphone"),
    ('advert = true\nrefused = "Son', 'advert = true\nsummary2 = "Son', "champ inconnu"),
)
test_a_broken_gallery_is_refused_with_its_name_and_the_reason = refused(
    f"{FILES[Pictures]}.toml",
    lambda file: structure(file, "fichier", read(file), Pictures),
    ('faults = ["dark"]', 'faults = ["pink"]', "other, cut, dark"),
    ("faults = []", 'faults = ["small"]', "sans défaut"),
    ('id = "bus"', 'id = "evening"', "un id à chaque photo"),
)
test_a_broken_map_is_refused_with_its_name_and_the_reason = refused(
    f"{FILES[Neighbourhood]}.toml",
    lambda file: structure(file, "fichier", read(file), Neighbourhood),
    ("metres = 400", "metres = 40", "de la plus proche"),
    ('first_day = "mardi"', 'first_day = "dimanche"', "dans l'ordre"),
    ("x = 62", "x = 162", "de 0 à 100"),
)
test_a_broken_directory_is_refused_with_its_name_and_the_reason = refused(
    f"{FILES[Directory]}.toml",
    lambda file: structure(file, "fichier", read(file), Directory),
    ('phone = "06 39 98 06 01"', 'phone = "05 61 22 33 44"', "06 39 98"),
    ('specialty = "Cardiologue"', 'specialty = "Rebouteux"', "Rebouteux"),
)


def test_only_ameli_is_a_real_name_in_the_shop():
    shop = (DATA / "store.toml").read_text(encoding="utf-8")
    assert not re.search(r"google|apple|play store|app store|samsung|huawei", shop, re.IGNORECASE)
    assert SITE.store.right.publisher == "Assurance Maladie"
    assert [app.right for app in SITE.store.apps].count(True) == 1
    assert not SITE.store.apps[0].right, "what comes first is an advertisement: one has to look"
