"""What breaks around a page: a script, the server, the Wi-Fi. Nothing is lost, nothing is done twice."""

import json
import re
import shutil

import pytest
from playwright.sync_api import Page, WebSocket, WebSocketRoute, expect
from tornado.websocket import websocket_connect

from practice.doors.voila.app import lan_addresses
from tests.support.chapter_page import CHAPTER, CUT, LOGIN, NEXT, NUMBER, sign_in, signed_in
from tests.support.learner import run
from tests.support.steps import go_to, screen_of, wake

#: ms of the page's own clock, which a test puts forward (link.js): of cut, of silence, without an answer
TACT, SILENCE, MOMENT = 1_500, 5_000, 1_000
#: cuts the connection when the next answer is about to be heard
LOSE_ONE_ANSWER = """
const Real = WebSocket;
window.lostOne = 0;
window.WebSocket = class extends Real {
    set onmessage(listener) {
        super.onmessage = (event) => {
            if (!window.loseOne) return listener(event);
            window.loseOne = false;
            window.lostOne++;
            this.close();
        };
    }
};"""


def lost(page: Page):
    return page.get_by_role("status").filter(has_text=re.compile("Connexion perdue|arrêté pour l'instant"))


def tries(page: Page, how_many: str):
    return page.get_by_text(re.compile(rf"reste {how_many}\b")).first


def greet(port: int, greeting: dict) -> dict:
    """Say something to the door, once it can be heard that the page has gone; return what it answers."""

    async def say() -> dict:
        socket = await websocket_connect(f"ws://localhost:{port}/voila/atelier/door")
        await socket.write_message(json.dumps(greeting))
        return json.loads(await socket.read_message())

    return run(say)


def test_a_script_that_does_not_come_is_said_and_one_button_fetches_it_again(page, server, forgiven):
    forgiven += [r"ERR_FAILED"]
    page.route(re.compile(r"/screen\.js"), lambda route: route.abort())
    page.goto(server.address(CHAPTER, step=LOGIN))
    notice = page.get_by_role("alert").filter(has_text="pas arrivée en entier")
    expect(notice).to_be_visible()
    page.unroute_all()
    notice.get_by_role("button", name="Recharger la page").click()
    expect(page.locator("[data-state=ready]").first).to_be_attached()
    expect(notice).to_have_count(0)


def test_a_restarted_server_is_said_the_page_goes_on_by_itself_and_what_is_done_meanwhile_is_done_once(
    context, page, open_chapter, server, forgiven
):
    forgiven += CUT
    page.clock.install()
    open_chapter(CHAPTER, step=LOGIN)
    fatou = screen_of(page, "Fatou DIALLO").get_by_label(NUMBER, exact=True)
    fatou.fill("2 54 06")
    free = go_to(page.locator(f"#{LOGIN} [data-session]"))
    sign_in(page, code="Faux-code-1")
    expect(tries(page, "2 essais")).to_be_visible()
    server.stop()
    page.clock.fast_forward(TACT)
    expect(page.get_by_role("status").filter(has_text="L'atelier est arrêté pour l'instant")).to_be_visible()
    sign_in(page, code="Faux-code-2")
    server.start()
    wake(page)
    expect(lost(page)).to_have_count(0)
    # of three: the new server knows of the first, and hears the other once
    expect(tries(page, "1 essai")).to_be_visible()
    expect(fatou).to_have_value("2 54 06")  # typed, and not sent
    sign_in(page)
    expect(signed_in(page)).to_be_visible()
    free.get_by_role("button", name="Me déconnecter").click()
    expect(signed_in(page)).to_have_count(0)


def test_a_chapter_that_has_changed_while_the_server_was_away_is_said_and_one_button_shows_it(
    context, page, open_chapter, server, forgiven
):
    forgiven += CUT
    path = server.notebooks / "change.ipynb"
    shutil.copy(server.notebooks / f"{CHAPTER}.ipynb", path)
    open_chapter("change", step=LOGIN)
    sign_in(page)
    expect(signed_in(page)).to_be_visible()
    server.stop()
    path.write_text(path.read_text(encoding="utf-8").replace("## À retenir", "## À garder"), encoding="utf-8")
    server.start()
    wake(page)
    notice = page.get_by_role("alert").filter(has_text="Ce chapitre a changé")
    expect(notice).to_contain_text("Votre travail est gardé")
    notice.get_by_role("button", name="Reprendre").click()
    expect(signed_in(page)).to_be_visible()
    go_to(page.get_by_role("heading", name="À garder", include_hidden=True))


def test_wifi_that_fails_is_said_and_what_was_done_meanwhile_is_done_once(context, page, open_chapter, forgiven):
    forgiven += CUT
    page.clock.install()
    open_chapter(CHAPTER, step=LOGIN)
    for length, left in (("short", "2 essais"), ("long enough for another connection", "1 essai")):
        context.set_offline(True)
        page.clock.fast_forward(TACT)
        expect(lost(page)).to_be_visible()
        sign_in(page, code="Faux-code-1")
        if length != "short":
            with page.expect_event("websocket", timeout=15_000):  # it has given the connection up, and tries another
                page.clock.fast_forward(SILENCE)
        context.set_offline(False)
        expect(tries(page, left)).to_be_visible(timeout=30_000)  # of three, each is used once
        expect(lost(page)).to_have_count(0)


def test_an_answer_that_is_lost_in_a_cut_is_given_again_and_nothing_is_done_twice(context, page, server, forgiven):
    forgiven += CUT
    page.add_init_script(LOSE_ONE_ANSWER)
    page.goto(server.address(CHAPTER, step=LOGIN))
    expect(page.locator("[data-session][data-state=ready]").first).to_be_attached()
    page.evaluate("window.loseOne = true")
    sign_in(page, code="Faux-code-1")
    expect(tries(page, "2 essais")).to_be_visible(timeout=20_000)
    assert page.evaluate("window.lostOne") == 1


def test_an_answer_that_takes_long_is_announced_and_comes(context, page, server):
    held, on_its_way = [], []

    def carry(socket: WebSocketRoute) -> None:
        there = socket.connect_to_server()
        there.on_message(lambda said: held.append((socket, said)) if on_its_way else socket.send(said))

    page.route_web_socket(re.compile("door"), carry)
    page.clock.install()
    page.goto(server.address(CHAPTER, step=LOGIN))
    expect(page.locator("[data-session][data-state=ready]").first).to_be_attached()
    on_its_way.append("the answer")
    sign_in(page)
    page.clock.fast_forward(MOMENT)
    waiting = page.get_by_role("status").filter(has_text="Un instant…")
    expect(waiting).to_be_visible()
    on_its_way.clear()  # one that comes now goes at once
    for socket, said in held:
        socket.send(said)
    expect(signed_in(page)).to_be_visible()
    expect(waiting).to_have_count(0)


def test_one_who_goes_back_finds_the_page_as_it_was_left(page, open_chapter):
    open_chapter(CHAPTER, step=LOGIN)
    sign_in(page)
    expect(signed_in(page)).to_be_visible()
    open_chapter(NEXT)
    page.go_back()
    expect(signed_in(page)).to_be_visible()
    page.get_by_role("button", name="Me déconnecter").click()
    expect(signed_in(page)).to_have_count(0)


def test_a_page_that_is_closed_is_forgotten_by_the_server(context, page, open_chapter, server, forgiven):
    forgiven += CUT
    sent, heard = [], []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: sent.append(frame))  # noqa: PLW0108 - Playwright cannot take a built-in
        socket.on("framereceived", lambda frame: heard.append(frame))  # noqa: PLW0108

    page.on("websocket", listen)
    open_chapter(CHAPTER, step=LOGIN)
    greeting, first = json.loads(sent[0]), json.loads(heard[0])
    page.goto(f"http://localhost:{server.port}/nulle-part")
    again = {**greeting, "life": first["life"], "seen": 0}
    answer = greet(server.port, again)
    assert answer["life"] != first["life"]
    assert "open" in answer


@pytest.mark.skipif(not lan_addresses(), reason="this machine has no address but its own")
def test_a_tablet_works_through_the_network_without_a_secure_context(page, open_chapter):
    open_chapter(CHAPTER, lan_addresses()[0], LOGIN)
    assert not page.evaluate("isSecureContext")
    sign_in(page)
    expect(signed_in(page)).to_be_visible()
