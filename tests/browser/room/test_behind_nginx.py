"""Two servers behind nginx, with TLS and a prefix: pages do not care which one answers, or that one of them dies."""

import asyncio
import json
import re
import subprocess
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as BrowserPage
from tornado.httpclient import HTTPResponse

from tests.support import ROOT
from tests.support.chapter_page import CODE, NUMBER
from tests.support.deployed.nginx import Balanced
from tests.support.engines.programs import NGINX
from tests.support.learner import Learner, fetch, run
from tests.support.server import SCREEN, write

pytestmark = pytest.mark.skipif(not NGINX.is_here, reason=NGINX.missing)

ADDRESS = 'Screen("requests", persona="jessica")'
NEW = {"street": "12 rue de l'Exemple", "postcode": "59000", "city": "Belleville"}
CANARY = "canari-7f3a"


@pytest.fixture(scope="module")
def balanced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Balanced]:
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "notebooks").mkdir()
    write(folder / "notebooks", "chapter", SCREEN)
    write(folder / "notebooks", "address", ADDRESS)
    servers = Balanced(folder, folder / "notebooks")
    servers.start()
    yield servers
    servers.stop()


@pytest.fixture
def servers(balanced: Balanced) -> Balanced:
    """Return them, both alive."""
    for copy in balanced.copies:
        if copy.process.poll() is not None:
            copy.start()
    return balanced


async def ask(servers: Balanced, path: str, **how) -> HTTPResponse:
    """Ask nginx for something, from the prefix on."""
    return await fetch(urljoin(servers.base, path), ssl_options=servers.trusted, **how)


class Page(Learner):
    """A page that keeps what it is told to, as a browser does, and goes on from it wherever it is connected."""

    def __init__(self, server) -> None:
        super().__init__(server)
        self.kept: dict[str, str] = {}
        self.shown = ""

    async def listen(self) -> dict:
        answer = await super().listen()
        self.take(answer)
        return answer

    def take(self, answer: dict) -> None:
        self.shown = answer.get("html", self.shown)
        for name, value in answer.get("keep", {}).items():
            self.kept[name] = json.dumps(value)
            if value == "":
                del self.kept[name]

    async def arrive(self, notebook: str) -> None:
        await self.open(notebook)
        await self.connect()
        await self.show()

    async def come_back(self) -> str:
        """Connect again; return what the screen shows then, drawn anew where the session had to be made anew."""
        for _, answer in (await self.connect(self.kept)).get("open", []):
            self.take(answer)
        return self.shown


def test_both_copies_give_the_same_page_and_the_same_files_letter_by_letter(servers):
    async def play() -> None:
        pages = []
        for copy in servers.copies:
            base = f"http://127.0.0.1:{copy.port}"
            page = (await fetch(f"{base}/salle/voila/render/address.ipynb")).body.decode()
            files = sorted(set(re.findall(r'"(/salle/voila/atelier/\w+/[\w.]+)"', page)))
            assert len(files) > 2
            pages.append((page, [(await fetch(base + file)).body for file in files]))
        assert pages[0] == pages[1]

    run(play)


def test_the_script_that_restarts_is_one_that_any_shell_reads_and_waits_for_each(servers, tmp_path):
    script = ROOT / "deploy" / "nginx" / "relancer.sh"
    assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0
    ports = [str(copy.port) for copy in servers.copies]
    done = subprocess.run(
        ["sh", str(script), *ports],
        env={"PATH": "/usr/bin:/bin", "RESTART": "true ", "PATIENCE": "9"},
        capture_output=True,
        check=False,
    )
    told = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert [port in told for port in ports] == [True, True]


def test_a_copy_that_dies_in_the_middle_of_a_form_takes_nothing_with_it(servers):
    async def play() -> None:
        pages = [Page(servers), Page(servers)]
        for page in pages:
            await page.arrive("address")
            await page.act("begin", request="address")
            await page.act("start")
            assert "La date du déménagement" in await page.act("next", **NEW)
            await ask(servers, "sante")  # an odd number: the next page is with the other copy
        servers.copies[0].kill()
        before = [page.life for page in pages]
        for page in pages:
            assert "La date du déménagement" in await page.come_back()
            assert "Belleville" in await page.act("back")
        assert sum(page.life != life for page, life in zip(pages, before, strict=True)) == 1  # the one that was cut
        for page in pages:
            page.socket.close(1000)

    run(play)


@pytest.fixture
def tablet(browser: Browser, browser_context_args: dict) -> Iterator[BrowserPage]:
    """Open a real page, which nobody has told to trust the certificate."""
    context = browser.new_context(**browser_context_args, ignore_https_errors=True)
    yield context.new_page()
    context.close()


def test_copies_are_restarted_one_by_one_and_nobody_loses_anything(servers, tablet):
    tablet.goto(servers.address("chapter"))
    number, code = tablet.get_by_label(NUMBER, exact=True), tablet.get_by_label(CODE)
    number.fill("2 82 02 95 000 199")
    code.fill("1")
    tablet.get_by_role("button", name="Me connecter").click()
    expect(tablet.get_by_text(re.compile(r"reste 2\Wessais")).first).to_be_visible()
    number.fill("2 54 06")

    async def play() -> None:
        class_ = [Page(servers) for _ in range(6)]
        for page in class_:
            await page.arrive("chapter")
            assert re.search(r"reste 2\Wessais", await page.act("sign_in", number="2 82 02 95 000 199", code="1"))
        moved = 0
        for copy in servers.copies:
            copy.process.terminate()
            await asyncio.to_thread(copy.process.communicate)
            for page in class_:
                if page.socket.protocol.close_code:
                    assert page.socket.protocol.close_code == 1012
                    assert "Mon numéro" in await page.come_back()
                    moved += 1
            copy.start()
        assert moved >= len(class_)  # each of them met at least one of the two that stopped
        for page in class_:
            assert re.search(r"reste 1\Wessai\b", await page.act("sign_in", number="2 82 02 95 000 199", code="1"))

    run(play)
    expect(number).to_have_value("2 54 06")  # typed, and not sent
    number.fill("2 82 02 95 000 199")
    code.fill("1")
    tablet.get_by_role("button", name="Me connecter").click()
    expect(tablet.get_by_text(re.compile(r"reste 1\Wessai\b")).first).to_be_visible()


def test_an_address_with_a_code_and_what_is_typed_are_written_nowhere(balanced):
    async def play() -> None:
        page = Page(balanced)
        await page.arrive("chapter")
        await page.act("sign_in", number=CANARY, code=CANARY)
        for path in (f"?code={CANARY}", f"voila/{CANARY}", "voila/render/chapter.ipynb?" + "x" * 9000 + CANARY):
            await ask(balanced, path)

    run(play)
    for file in balanced.folder.rglob("*.log"):
        assert CANARY not in file.read_text(encoding="utf-8"), file
    assert not [copy.said for copy in balanced.copies if CANARY in copy.said]


def test_outside_the_prefix_there_is_nothing_and_without_its_slash_it_is_found(balanced):
    async def play() -> None:
        assert (await ask(balanced, "../")).code == 404
        health = await ask(balanced, "sante")
        assert health.body.decode() == "en vie\n"
        led = await ask(balanced, "../salle", follow_redirects=False)
        assert led.code == 301

    run(play)
