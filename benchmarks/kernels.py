"""What a learner's process costs: `python benchmarks/kernels.py [N ...]`. Needs psutil.

Three kinds: an ordinary kernel, a forked one, and a seat in a chapter that has been executed once. CPU seconds are
those of the learner's own process, so a busy machine changes them little; USS is memory that comes free when it ends.
« ready » is a process that answers; « screen » the same after it has answered for a screen. `--json` is for run.py.
"""

import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from functools import partial
from importlib.metadata import EntryPoint
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from jupyter_client import AsyncKernelManager
from jupyter_client.provisioning import KernelProvisionerFactory

from atelier_ameli.kernels.handle import fork_server
from atelier_ameli.kernels.moulds import Mould, Seat, cast

CELLS = ["from atelier_ameli import Screen", "Screen('payments', persona='jessica')"]
WIDGET = "application/vnd.jupyter.widget-view+json"
NAMES = ("all_ready", "ready_cpu", "ready_mb", "screen_cpu", "screen_mb")
HEADS = ("all ready, s", "ready: CPU, s", "USS, MB", "screen: CPU, s", "USS, MB")


def cost(pid: int) -> tuple[float, float]:
    """Return a process's CPU in seconds and its USS in MB."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    cpu = sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9
    return cpu, psutil.Process(pid).memory_full_info().uss / 1e6


class Kernel:
    """A kernel of Jupyter's, that has answered."""

    @classmethod
    async def start(cls, provisioner: str, folder: str, number: int) -> "Kernel":
        """Start it, and wait until it answers."""
        KernelProvisionerFactory.instance().default_provisioner_name = provisioner
        self = cls()
        self.manager = AsyncKernelManager(
            client_class="atelier_ameli.kernels.client.PromptKernelClient",
            connection_file=f"{folder}/{number}.json",
            transport="ipc",
        )
        await self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        await self.client.wait_for_ready(timeout=120)
        self.pid = self.manager.provisioner.pid
        return self

    async def screen(self) -> None:
        """Draw a screen."""
        await self.client.execute_interactive("\n".join(CELLS), output_hook=lambda _: None, timeout=120)

    async def end(self) -> None:
        """End it."""
        self.client.stop_channels()
        await self.manager.shutdown_kernel(now=True)


class Place:
    """A seat."""

    def __init__(self, mould: Mould, seat: Seat) -> None:
        self.seat, self.pid = seat, seat.process.pid
        self.model = mould.outputs[-1][-1]["content"]["data"][WIDGET]["model_id"]

    @classmethod
    async def start(cls, moulds: list[Mould], folder: str, _: int) -> "Place":
        """Get it; the chapter is executed for the first one."""
        if not moulds:
            moulds.append(await cast(CELLS, folder))
        return cls(moulds[0], await moulds[0].seat())

    async def screen(self) -> None:
        """Resume a screen, which is the first thing that a page asks for."""
        data = {"method": "custom", "content": {"do": "resume", "answers": {"kept": {}}, "turn": 1}}
        message = {"header": {"msg_id": "1", "msg_type": "comm_msg"}, "content": {"comm_id": self.model, "data": data}}
        await self.seat.page.write(json.dumps(message).encode() + b"\n")
        await self.seat.page.read_until(b'"idle"}}\n')

    async def end(self) -> None:
        """Give it back."""
        self.seat.close()


async def measure(start: Callable[[str, int], Awaitable[Kernel | Place]], count: int) -> dict[str, float]:
    """Return what `count` processes of a kind cost, that start at once."""
    with TemporaryDirectory() as folder:
        await (await start(folder, count)).end()  # not counted: what all the others share starts with it
        began = time.perf_counter()
        all_ = await asyncio.gather(*[start(folder, number) for number in range(count)])
        until_ready = time.perf_counter() - began
        ready = [cost(one.pid) for one in all_]
        for one in all_:
            await one.screen()
        screen = [cost(one.pid) for one in all_]
        await asyncio.gather(*[one.end() for one in all_])
    means = (statistics.mean(column) for pairs in (ready, screen) for column in zip(*pairs, strict=True))
    return dict(zip(NAMES, (until_ready, *means), strict=True))


async def main(counts: list[int], *, as_json: bool) -> None:
    """Print the table."""
    factory = KernelProvisionerFactory.instance()
    factory.provisioners["atelier-fork"] = EntryPoint(
        "atelier-fork", "atelier_ameli.kernels.provisioner:ForkProvisioner", factory.GROUP_NAME
    )
    kinds = {
        "ordinary": partial(Kernel.start, "local-provisioner"),
        "forked": partial(Kernel.start, "atelier-fork"),
        "seat": partial(Place.start, []),
    }
    if not as_json:
        print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
        print("kind         N", *(f"{head:>14}" for head in HEADS))
    for count in counts:
        for kind, start in kinds.items():
            figures = await measure(start, count)
            line = json.dumps({"kind": kind, "count": count, **figures})
            cells = (f"{figure:14.3f}" for figure in figures.values())
            print(line if as_json else " ".join([f"{kind:10}{count:4}", *cells]), flush=True)
    fork_server.stop()


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "--json"]
    asyncio.run(main([int(count) for count in given] or [1, 10, 30], as_json="--json" in sys.argv))
