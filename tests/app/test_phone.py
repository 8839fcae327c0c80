"""The same account on the phone: installed, opened, used; what is on the other device is refused here and said."""

import json
import re

import pytest

from atelier_ameli import Screen
from atelier_ameli.payments.payments import PaymentKind
from practice.services import Channel
from practice.session import UnknownActionError
from tests.journeys import reach
from tests.support import SITE
from tests.support.pages import again, errors, part, soup, status, text

DEVICES = [Channel.COMPUTER, Channel.PHONE]
ACCOUNT = [service for service in SITE.services.values() if service.leads_somewhere]


def walk(device):
    """Press every button that opens something, from the home page on; return what opened, and whether it is there."""
    screen = Screen("account_home", persona="jessica", device=device.value)
    seen, waiting = {}, [("open", "account_home")]
    while waiting:
        action, value = waiting.pop()
        if (action, value) in seen:
            continue
        screen.do(action, **{"page" if action == "open" else "request": value})
        page = screen.page
        seen[action, value] = seen["open", page.name] = part(screen, "elsewhere") is None
        buttons = soup(screen).find_all("button", attrs={"data-action": ["open", "begin"]})
        waiting += [(button["data-action"], button["value"]) for button in buttons]
    return seen


WALKS = {}


@pytest.mark.parametrize("service", ACCOUNT, ids=lambda service: service.id)
@pytest.mark.parametrize("device", DEVICES)
def test_each_function_is_reached_by_buttons_or_says_where_it_is(device, service):
    if device not in WALKS:
        WALKS[device] = walk(device)
    opened = ("begin", service.request) if service.request else ("open", service.page)
    here = service.channel.has(device)
    if service.page == "statements":
        screen = Screen("statements", persona="jessica", device=device.value)
        assert part(screen, f"to-{service.id}").name == "button"
        screen.do("view", view=service.id)
        assert (part(screen, "elsewhere") is None) is here
    elif here:
        assert WALKS[device][opened], f"no button leads to {service.id}"
    else:
        assert not WALKS[device].get(opened, False)
    where = Screen("where", persona="jessica", device=device.value)
    line = part(where, f"where-{service.id}")
    assert service.name in line.get_text()
    assert bool(line.find("button")) is here
    title = "Sur l'ordinateur et sur le téléphone" if service.channel is Channel.BOTH else "Seulement"
    assert title in line.find_parent("section").find("h4").get_text()


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize(
    ("action", "page"),
    [("forgotten_code", "forgotten_code"), ("create_account", "create_account"), ("france_connect", "france_connect")],
)
def test_before_the_door_too_everything_is_on_both(device, action, page):
    screen = Screen("login", persona="jessica", device=device.value)
    assert soup(screen).find("button", attrs={"data-action": action})
    screen.do(action)
    assert screen.page.name == page
    assert part(screen, "elsewhere") is None
    assert (part(screen, "handset") is not None) is (device is Channel.PHONE)


@pytest.mark.parametrize("form", ["rights", "allowances", "tax"])
def test_documents_of_both_devices_are_given_on_the_phone(form):
    screen = Screen("documents", persona="karim", device="phone")
    fields = part(screen, f"{form}-form").find_all("input")
    answers = {field["name"]: field["value"] for field in fields}
    screen.do(f"download_{form}", **answers)
    assert screen.download.content.startswith(b"%PDF")


def test_a_monthly_statement_is_given_on_the_phone():
    screen = Screen("statements", persona="jessica", device="phone")
    screen.do("monthly_statement", month="2021-02-01")
    assert screen.download.content.startswith(b"%PDF")


def test_what_is_only_on_the_computer_gives_no_file_on_the_phone_even_if_one_insists():
    screen = reach("phone, a view only on the computer")
    screen.do("annual_statement")
    assert screen.download is None
    screen = reach("phone, documents")
    assert part(screen, "annual-form") is None
    screen.do("download_annual", annual_year="2020")
    assert screen.download is None
    screen.do("switch")
    screen.do("download_annual", annual_year="2020")
    assert screen.download is not None


@pytest.mark.parametrize(
    ("page", "device", "action"),
    [
        ("prevention_teeth", "phone", "voucher"),
        ("prevention_sophia", "phone", "join"),
        ("prevention_heart", "phone", "ask_advice"),
        ("agenda", "phone", "cancel"),
        ("terminals", "computer", "choose"),
        ("store", "computer", "get"),
        ("first_opening", "computer", "allow"),
    ],
)
def test_a_page_of_the_other_device_does_nothing(page, device, action):
    screen = Screen(page, persona="gerard", device=device)
    assert part(screen, "elsewhere")
    with pytest.raises(UnknownActionError):
        screen.do(action)
    assert screen.download is None


@pytest.mark.parametrize(
    "name", [n for n, one in SITE.requests.items() if one.steps and one.channel is not Channel.BOTH]
)
def test_a_request_of_the_other_device_is_not_begun(name):
    wrong = Channel.PHONE if SITE.requests[name].channel is Channel.COMPUTER else Channel.COMPUTER
    screen = Screen("requests", persona="karim", device=wrong.value)
    screen.do("begin", request=name)
    assert "seulement" in part(screen, "elsewhere").get_text()
    for action in ("start", "next", "send"):
        screen.do(action)
    assert screen.world.requests.drafts == screen.world.requests.sent == ()


def test_a_request_made_on_the_phone_is_seen_on_the_site():
    screen = Screen("requests", persona="jessica", device="phone")
    screen.do("begin", request="address")
    screen.do("start")
    screen.do("next", street="9 avenue du Modèle", postcode="31500", city="Toulouse")
    screen.do("next", since="20/02/2021")
    screen.do("next", **{"who-jessica": "yes", "who-zoe": "yes"})
    screen.do("send")
    screen.do("switch")
    assert status(screen) == "Vous êtes maintenant sur l'ordinateur, sur le site."
    screen.do("open", page="follow_up")
    assert "Modifier mon adresse postale" in text(screen)
    screen.do("wait", days="2")
    screen.do("open", page="my_information")
    assert "9 avenue du Modèle" in text(screen)
    screen.do("switch")
    assert "9 avenue du Modèle" in text(screen)


def test_a_switch_in_the_middle_of_a_request_keeps_what_was_answered():
    screen = reach("phone, picture, good")
    screen.do("switch")
    assert part(screen, "elsewhere")
    screen = again(screen)
    screen.do("switch")
    assert screen.page.filling.step.id == "picture"
    assert "Photo prise à l'instant" in text(screen)


def test_a_bad_picture_is_explained_and_not_sent():
    screen = reach("phone, picture, sent though it is dark")
    assert "Le papier est coupé" in errors(screen)[0]
    screen.do("send")
    assert screen.world.requests.sent == ()
    screen.do("picture", do="again")
    assert "Prendre une photo" in text(screen)


def test_a_good_picture_is_sent_and_followed():
    screen = reach("phone, document sent")
    assert "DEM-20210301-01" in text(screen)
    followed = reach("phone, document followed")
    assert "Document lu" in text(followed)
    followed.do("open", page="messages")
    assert "Nous avons reçu votre document" in text(followed)
    assert again(followed).world.requests.sent == followed.world.requests.sent


def test_a_terminal_is_chosen_in_the_list_and_on_the_map():
    screen = reach("phone, a terminal")
    assert "map-chosen" in part(screen, "pin-hopital")["class"]
    assert part(screen, "choose-hopital")["aria-current"] == "true"
    assert "Borne 4, choisie" in part(screen, "map")["aria-label"]
    assert "Du lundi au dimanche" in part(screen, "chosen").get_text()
    assert [g["id"][-6:] for g in part(screen, "map").find_all("g")] == [
        li["id"][-6:] for li in part(screen, "list").find_all("li", recursive=False)
    ]


def test_terminals_open_now_keep_their_numbers():
    screen = reach("phone, terminals open now")
    assert [n.get_text() for n in soup(screen).find_all(class_="terminal-number")] == ["1", "4", "5"]
    assert part(again(screen), "list-title").get_text().startswith("3 bornes")


def test_nobody_found_in_the_directory_is_told_what_to_try():
    assert "Aucun médecin" in text(reach("directory, nobody"))
    assert "Toutes les spécialités" in text(reach("directory, nobody"))


@pytest.mark.parametrize(
    "handset", [{"fetched": 55}, {"look": "fax"}, {"opened": True}, {"answers": {"camera": "?", "bank": True}}, 3]
)
def test_a_damaged_phone_is_set_aside_with_a_word(handset):
    before = reach("store, installed")
    kept = json.loads(json.dumps(before.world.keep()))
    kept["handset"] = handset
    after = Screen("phone_home", persona="ange")
    after.resume({after.activity.world_name: kept})
    assert not after.world.handset.installed
    assert re.search("pas pu relire", status(after))


def test_the_answers_of_the_chapter_of_the_phone_are_those_of_the_screens():
    asked = SITE.questions
    assert [SITE.store.right.publisher] == list(asked["telephone_editeur"].answers)
    assert {app.publisher for app in SITE.store.apps} == set(asked["telephone_editeur"].choices)
    luc = Screen("payments", persona="luc", device="phone").page.payments
    [pension] = [
        one for one in luc if one.kind is PaymentKind.DISABILITY_PENSION and f"{one.date:%d/%m/%Y}" == "05/02/2021"
    ]
    assert f"{pension.amount:.2f}".replace(".", ",") in asked["telephone_pension"].answers
    open_on_sunday = [one.id for one in SITE.neighbourhood.terminals if one.last_day == "dimanche"]
    assert open_on_sunday == [SITE.exercises["borne_du_dimanche"].goal["terminal"]]
