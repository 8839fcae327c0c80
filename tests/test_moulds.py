"""A chapter is executed once, in a mould; each learner has a seat, a fork of it that answers her page alone."""

import asyncio
import json
import os
import re
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from tornado.iostream import StreamClosedError

from atelier_ameli.kernels import handle, moulds
from atelier_ameli.kernels.handle import ForkError, ForkServer, fork_server
from atelier_ameli.kernels.moulds import Mould, Seat, cast
from atelier_ameli.kernels.provisioner import ForkProvisioner
from tests.test_kernels import gone, lives, run

pytestmark = pytest.mark.skipif(not ForkProvisioner.forks, reason="kernels are forked on Linux only")
CHAPTER = ["from atelier_ameli import Screen", 'Screen("login", persona="jessica")', 'Screen("login", persona="ange")']
HERE = str(Path(__file__).parent)
WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module", autouse=True)
def _server() -> Iterator[None]:
    yield
    fork_server.stop()


def with_mould(check: Callable[[Mould], Awaitable[None]], cells: list[str] = CHAPTER) -> None:
    async def play() -> None:
        mould = await cast(cells, HERE)
        await check(mould)
        mould.retire()
        await gone(mould.process.pid)

    run(play())


@asynccontextmanager
async def seated(mould: Mould) -> AsyncIterator[Seat]:
    seat = await mould.seat()
    try:
        yield seat
    finally:
        seat.close()


def screens(mould: Mould) -> list[str]:
    """Return the ids of the screens' models, in the chapter's order."""
    shown = [message["content"].get("data", {}) for messages in mould.outputs for message in messages]
    return [data[WIDGET]["model_id"] for data in shown if WIDGET in data]


def message(kind: str, content: dict[str, Any], name: str = "1") -> dict[str, Any]:
    return {"channel": "shell", "header": {"msg_id": name, "msg_type": kind}, "parent_header": {}, "content": content}


def act(screen: str, action: str, name: str = "1", **answers: str) -> dict[str, Any]:
    content = {"do": action, "answers": answers, "turn": 1}
    return message("comm_msg", {"comm_id": screen, "data": {"method": "custom", "content": content}}, name)


async def ask(seat: Seat, said: dict[str, Any] | bytes) -> list[dict[str, Any]]:
    """Say something, and return what is answered until it is done."""
    line = said if isinstance(said, bytes) else json.dumps(said).encode()
    await seat.page.write(line + b"\n")
    heard = []
    while not heard or heard[-1]["header"]["msg_type"] != "status":
        heard.append(json.loads(await seat.page.read_until(b"\n")))
    return heard


def drawing(answers: list[dict[str, Any]]) -> str:
    states = [a["content"]["data"].get("state", {}) for a in answers if a["header"]["msg_type"] == "comm_msg"]
    return "".join(state.get("html", "") for state in states)


def test_a_mould_gives_what_came_of_each_cell() -> None:
    async def check(mould: Mould) -> None:
        assert len(mould.outputs) == 3
        kinds = [[m["header"]["msg_type"] for m in messages] for messages in mould.outputs]
        assert kinds == [[], *2 * [["comm_open", "comm_open", "execute_result"]]]
        for key, messages in zip(("ecran1-", "ecran2-"), mould.outputs[1:], strict=True):
            assert key in messages[-1]["content"]["data"]["text/html"]

    with_mould(check)


def test_after_a_cell_that_fails_the_next_ones_are_executed() -> None:
    async def check(mould: Mould) -> None:
        kinds = [[m["header"]["msg_type"] for m in messages] for messages in mould.outputs]
        assert kinds[1] == ["error"]
        assert "execute_result" in kinds[2]

    with_mould(check, ["from atelier_ameli import Screen", 'Screen("nowhere")', 'Screen("login", persona="jessica")'])


def test_a_seat_plays_its_learners_actions_and_says_when_each_is_done() -> None:
    async def check(mould: Mould) -> None:
        first, _ = screens(mould)
        async with seated(mould) as seat:
            answers = await ask(seat, act(first, "sign_in", "a", number="2 82 02 95 000 199", code="48151623"))
            assert "Bonjour Jessica PETIT" in drawing(answers)
            assert {answer["parent_header"]["msg_id"] for answer in answers} == {"a"}

    with_mould(check)


def test_thirty_learners_at_once_each_have_their_own_exercise() -> None:
    async def check(mould: Mould) -> None:
        first, second = screens(mould)

        async def learn(number: int) -> str:
            async with seated(mould) as seat:
                for attempt in range(number % 3):
                    code = f"Faux-code-{attempt}"
                    await ask(seat, act(second, "sign_in", f"wrong {attempt}", number="1 51 07 2A 000 042", code=code))
                answers = await ask(seat, act(first, "sign_in", number=f"{number}", code=""))
                assert f'value="{number}"' in drawing(answers)
                last = act(second, "sign_in", "last", number="1 51 07 2A 000 042", code="Faux-code-9")
                return drawing(await ask(seat, last))

        drawn = await asyncio.gather(*[learn(number) for number in range(30)])
        left = [re.search(r"reste (\d) essai", html.replace("\N{NO-BREAK SPACE}", " ")) for html in drawn]
        assert [found and int(found[1]) for found in left] == [(2, 1, None)[number % 3] for number in range(30)]

    with_mould(check)


def test_a_message_that_comes_twice_is_done_once_and_says_nothing_again() -> None:
    async def check(mould: Mould) -> None:
        first, _ = screens(mould)
        async with seated(mould) as seat:
            once = act(first, "sign_in", "once", number="2 82 02 95 000 199", code="Faux-code-1")
            await ask(seat, once)
            await seat.page.write(json.dumps(once).encode() + b"\n")
            answers = await ask(seat, message("comm_info_request", {}, "ping"))
            assert [answer["parent_header"]["msg_id"] for answer in answers] == ["ping", "ping"]
            assert set(screens(mould)) <= set(answers[0]["content"]["comms"])

    with_mould(check)


@pytest.mark.parametrize(
    "nonsense",
    [b"", b"{", b"[]", b"1", b'{"header": 1}', b'{"header": {"msg_id": []}}', b"[" * 5000, "é\x00".encode("latin-1")],
)
def test_what_is_no_message_is_passed_over(nonsense: bytes) -> None:
    async def check(mould: Mould) -> None:
        async with seated(mould) as seat:
            await seat.page.write(nonsense + b"\n")
            assert (await ask(seat, message("comm_info_request", {})))[-1]["content"] == {"execution_state": "idle"}

    with_mould(check, CHAPTER[:2])


def test_a_page_cannot_run_code() -> None:
    async def check(mould: Mould) -> None:
        async with seated(mould) as seat:
            answers = await ask(seat, message("execute_request", {"code": "1 + 1", "silent": False}))
            assert [answer["header"]["msg_type"] for answer in answers] == ["status"]

    with_mould(check)


def test_a_seat_does_not_survive_its_page_and_a_page_sees_its_seat_go() -> None:
    async def check(mould: Mould) -> None:
        seat = await mould.seat()
        seat.page.close()
        await gone(seat.process.pid)
        async with seated(mould) as other:
            os.kill(other.process.pid, signal.SIGKILL)
            with pytest.raises(StreamClosedError):
                await other.page.read_until(b"\n")

    with_mould(check)


def test_a_seat_that_hangs_is_given_back_all_the_same() -> None:
    async def check(mould: Mould) -> None:
        seat = await mould.seat()
        os.kill(seat.process.pid, signal.SIGSTOP)
        seat.close()
        await gone(seat.process.pid)

    with_mould(check)


def test_a_mould_that_is_retired_ends_with_its_last_seat() -> None:
    async def check(mould: Mould) -> None:
        first, _ = screens(mould)
        async with seated(mould) as seat:
            mould.retire()
            with pytest.raises(ForkError):
                await mould.seat()
            assert drawing(await ask(seat, act(first, "sign_in", number="1", code="")))
            assert lives(mould.process.pid)

    with_mould(check)


def test_where_no_process_is_to_be_had_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handle.sys, "executable", "/bin/false")
    monkeypatch.setattr(moulds, "fork_server", ForkServer())

    async def play() -> None:
        with pytest.raises(ForkError):
            await cast(CHAPTER, HERE)

    run(play())


def test_nothing_survives_voila() -> None:
    async def play() -> None:
        mould = await cast(CHAPTER, HERE)
        seat = await mould.seat()
        fork_server.stop()
        await gone(mould.process.pid)
        await gone(seat.process.pid)

    run(play())
