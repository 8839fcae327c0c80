"""Learners' kernels are forks of one prepared process, and behave as Jupyter kernels do."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Iterator
from datetime import timedelta
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

from atelier_ameli.kernels.handle import ForkedKernel, ForkServer, fork_server
from atelier_ameli.kernels.provisioner import ForkProvisioner
from tests.kernel import PATIENCE, Learner, alone, gone, learner, lives, run, sockets

forking = pytest.mark.skipif(not ForkProvisioner.forks, reason="kernels are forked on Linux only")


@pytest.fixture(scope="module", autouse=True)
def _provisioner() -> Iterator[None]:
    """Start kernels as the atelier's Voilà does."""
    factory = KernelProvisionerFactory.instance(parent=None)
    factory.provisioners["atelier-fork"] = EntryPoint(
        "atelier-fork", f"{ForkProvisioner.__module__}:ForkProvisioner", factory.GROUP_NAME
    )
    factory.default_provisioner_name = "atelier-fork"
    yield
    fork_server.stop()


@pytest.fixture(autouse=True)
def _forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """One test's giving up is not the next one's."""
    monkeypatch.setattr(ForkProvisioner, "forks", ForkProvisioner.forks)


@forking
def test_a_forked_kernel_answers_and_leaves_with_a_good_exit_code() -> None:
    async def check(one: Learner) -> None:
        process = one.process
        assert isinstance(process, ForkedKernel)
        assert await one.ask("1 + 1") == "2"
        assert await one.ask("import os; os.getpid()") == str(process.pid)
        await one.manager.shutdown_kernel()
        assert process.returncode == 0
        assert not lives(process.pid)

    alone(check)


@forking
def test_an_endless_loop_can_be_interrupted_and_the_kernel_lives_on() -> None:
    async def check(one: Learner) -> None:
        await one.run("kept = 'still here'")
        request = one.client.execute("print('round')\nwhile True: pass", stop_on_error=False)
        while (await one.client.get_iopub_msg(timeout=PATIENCE))["msg_type"] != "stream":
            pass
        await one.manager.interrupt_kernel()
        reply = await one.client._async_recv_reply(request, timeout=PATIENCE)
        assert reply["content"]["ename"] == "KeyboardInterrupt"
        assert await one.ask("kept") == "'still here'"

    alone(check)


@forking
def test_a_restart_gives_a_new_process_that_remembers_nothing() -> None:
    async def check(one: Learner) -> None:
        before = one.process.pid
        await one.run("kept = 1")
        await one.manager.restart_kernel()
        await one.connect()
        assert one.process.pid != before
        assert not lives(before)
        assert await one.ask("kept") == "NameError"

    alone(check)


@forking
def test_two_learners_share_no_state_no_key_and_no_chance() -> None:
    async def play() -> None:
        async with learner() as one, learner() as other:
            await one.run("import os, random, atelier_ameli; os.environ['SECRET'] = atelier_ameli.secret = 'mine'")
            await other.run("import os, random, atelier_ameli")
            assert await other.ask("'SECRET' in os.environ, hasattr(atelier_ameli, 'secret')") == "(False, False)"
            assert await one.ask("random.random()") != await other.ask("random.random()")
            session = "get_ipython().kernel.session"
            assert await one.ask(f"{session}.key") == repr(one.manager.session.key) != await other.ask(f"{session}.key")
            assert await one.ask(f"{session}.session") != await other.ask(f"{session}.session")

    run(play())


@forking
def test_a_kernel_holds_no_way_to_another_kernel_or_to_the_fork_server() -> None:
    """Of the sockets made before the fork it has one: to say that it is ready, and to see its owner go."""

    async def play() -> None:
        async with learner(), learner() as other:
            pid, server = other.process.pid, fork_server._process.pid
            assert len(sockets(pid) & sockets(server)) == 1
            assert int(await other.ask("import os; os.getsid(0)")) == pid != os.getsid(server)

    run(play())


@forking
def test_the_kernel_gets_the_environment_and_the_folder_that_were_asked_for(tmp_path: Path) -> None:
    async def play() -> None:
        async with learner(cwd=str(tmp_path), env={**os.environ, "QUERY_STRING": "a=é"}) as one:
            assert await one.ask("import os; os.getcwd() + os.environ['QUERY_STRING']") == repr(f"{tmp_path}a=é")

    run(play())


@forking
def test_no_kernel_survives_its_fork_server_and_the_next_one_gets_a_new_server() -> None:
    async def check(one: Learner) -> None:
        server, process = fork_server._process.pid, one.process
        os.kill(server, signal.SIGKILL)
        await gone(process.pid)
        assert process.wait() == -signal.SIGKILL
        assert not await one.manager.is_alive()
        async with learner() as other:
            assert await other.ask("1 + 1") == "2"
            assert fork_server._process.pid != server

    alone(check)


@forking
def test_no_kernel_survives_the_one_who_wanted_it() -> None:
    async def play() -> None:
        server = ForkServer()
        kernel = await server.fork(connection={"key": "k", "transport": "tcp"}, connection_file="", env={}, cwd="")
        server.stop()
        await gone(kernel.pid)
        other = ForkServer()
        kernel = await other.fork(connection={"key": "k", "transport": "tcp"}, connection_file="", env={}, cwd="")
        kernel._news.close()
        await gone(kernel.pid)
        other.stop()

    run(play())


@forking
def test_a_kernel_that_is_killed_says_by_what_and_leaves_no_zombie() -> None:
    async def check(one: Learner) -> None:
        process = one.process
        assert process.poll() is None
        os.kill(process.pid, signal.SIGTERM)
        assert process.wait() == -signal.SIGTERM
        assert not lives(process.pid)
        process.kill()  # as harmless as with Popen

    alone(check)


@forking
def test_thirty_learners_at_once_each_get_their_own_answer() -> None:
    async def play(number: int) -> None:
        async with learner() as one:
            assert await one.ask(f"{number} * 1000 + 7") == str(number * 1000 + 7)

    async def everybody() -> None:
        await asyncio.gather(*[play(number) for number in range(30)])

    run(everybody())


@forking
def test_a_screen_is_drawn_in_a_forked_kernel_under_the_same_ids_as_in_an_ordinary_one() -> None:
    async def check(one: Learner) -> None:
        said = await one.run("from atelier_ameli import Screen\nScreen('login', persona='jessica')")
        opened = [m["content"]["data"]["state"] for m in said if m["msg_type"] == "comm_open"]
        assert [state["_model_name"] for state in opened] == ["LayoutModel", "AnyModel"]
        (shown,) = [m["content"]["data"] for m in said if m["msg_type"] == "execute_result"]
        assert "ecran1-" in shown["text/html"]
        assert opened[1]["html"].strip() in shown["text/html"]
        assert "application/vnd.jupyter.widget-view+json" in shown

    alone(check)


def test_where_there_is_no_fork_an_ordinary_kernel_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ForkProvisioner, "forks", False)

    async def check(one: Learner) -> None:
        assert not isinstance(one.process, ForkedKernel)
        assert await one.ask("1 + 1") == "2"

    alone(check)


@forking
def test_where_the_fork_server_fails_ordinary_kernels_are_started_and_it_is_said_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    monkeypatch.setattr("atelier_ameli.kernels.provisioner.fork_server", ForkServer())
    started = []

    async def launch(self: LocalProvisioner, cmd: list[str], **_: Any) -> dict[str, Any]:
        started.append(cmd)
        return {}

    monkeypatch.setattr(LocalProvisioner, "launch_kernel", launch)

    async def play() -> None:
        for _ in range(2):
            provisioner = ForkProvisioner()
            provisioner.log.propagate = True
            await provisioner.launch_kernel([sys.executable, "-m", "ipykernel_launcher", "-f", "k.json"], env={})

    run(play())
    assert len(started) == 2
    assert [record.levelname for record in caplog.records if "forked" in record.message] == ["WARNING"]


@forking
def test_a_kernel_of_another_language_or_with_options_is_left_alone() -> None:
    async def play() -> None:
        async with learner(extra_arguments=["--HistoryManager.enabled=False"]) as one:
            assert not isinstance(one.process, ForkedKernel)

    run(play())


@forking
def test_an_idle_kernel_without_a_page_is_culled_and_one_with_a_page_or_after_a_break_is_spared(tmp_path: Path) -> None:
    async def play() -> None:
        manager = AsyncMappingKernelManager(cull_idle_timeout=3600, cull_connected=False, connection_dir=str(tmp_path))
        names = {name: await manager.start_kernel() for name in ("forgotten", "open", "break")}
        kernels = {name: manager.get_kernel(kernel_id) for name, kernel_id in names.items()}
        pids = {name: kernel.provisioner.pid for name, kernel in kernels.items()}
        manager.notify_connect(names["open"])
        for name, minutes in {"forgotten": 61, "open": 61, "break": 45}.items():
            kernels[name].execution_state = "idle"
            kernels[name].last_activity -= timedelta(minutes=minutes)
        await manager.cull_kernels()
        assert {name for name, pid in pids.items() if lives(pid)} == {"open", "break"}
        await manager.shutdown_all(now=True)
        assert not [pid for pid in pids.values() if lives(pid)]

    run(play())


def test_on_a_busy_machine_a_kernel_may_listen_before_its_number_is_known() -> None:
    async def play() -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        kernel = ForkedKernel(ours)
        theirs.send(b"ready")
        theirs.send(b"pid 123")
        await kernel.started()
        assert kernel.pid == 123
        assert kernel.poll() is None
        theirs.send(b"exit 0")
        assert kernel.poll() == 0

    run(play())
