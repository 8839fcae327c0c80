"""A kernel as a learner has it, for the tests: started, asked, watched until it is gone."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from jupyter_client import AsyncKernelManager

if TYPE_CHECKING:
    from atelier_ameli.kernels.client import PromptKernelClient

PATIENCE = 20


def run(play: Coroutine[Any, Any, None]) -> None:
    """Run in a thread of its own: Playwright's loop may be running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, play).result()


class Learner:
    """A kernel, its client, and what it says."""

    def __init__(self, manager: AsyncKernelManager) -> None:
        self.manager = manager
        self.client: PromptKernelClient | None = None

    @property
    def process(self) -> Any:
        return self.manager.provisioner.process

    async def connect(self) -> None:
        if self.client:
            self.client.stop_channels()
        self.client = self.manager.client()
        self.client.start_channels()
        await self.client.wait_for_ready(timeout=PATIENCE)

    async def run(self, code: str) -> list[dict[str, Any]]:
        """Run code, and return the messages that come of it."""
        said: list[dict[str, Any]] = []
        await self.client.execute_interactive(code, output_hook=said.append, allow_stdin=False, timeout=PATIENCE)
        return said

    async def ask(self, code: str) -> str:
        """Return what an expression, or the error that it raises, looks like."""
        for message in await self.run(code):
            content = message["content"]
            if message["msg_type"] in ("execute_result", "error"):
                return content.get("ename") or content["data"]["text/plain"]
        return ""


@asynccontextmanager
async def learner(**launch: Any) -> Any:
    """Start a kernel as Voilà does, and end it."""
    with TemporaryDirectory() as folder:
        manager = AsyncKernelManager(
            client_class="atelier_ameli.kernels.client.PromptKernelClient",
            connection_file=f"{folder}/kernel.json",
            transport="ipc",
        )
        await manager.start_kernel(**launch)
        one = Learner(manager)
        try:
            await one.connect()
            yield one
        finally:
            if one.client:
                one.client.stop_channels()
            await manager.shutdown_kernel(now=True)


def alone(check: Callable[[Learner], Awaitable[None]]) -> None:
    """Play a check with one learner."""

    async def play() -> None:
        async with learner() as one:
            await check(one)

    run(play())


def lives(pid: int) -> bool:
    """Whether a process is there, even as a zombie."""
    return Path(f"/proc/{pid}").exists()


def sockets(pid: int) -> set[str]:
    names = {str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()}
    return {name for name in names if name.startswith("socket:")}


async def gone(pid: int) -> None:
    """Wait for a process that is nobody's child here to end."""
    ends = asyncio.get_running_loop().create_future()
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    asyncio.get_running_loop().add_reader(handle, lambda: ends.done() or ends.set_result(None))
    try:
        await asyncio.wait_for(ends, PATIENCE)
    finally:
        asyncio.get_running_loop().remove_reader(handle)
        os.close(handle)
