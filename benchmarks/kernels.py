"""What a learner's kernel costs, ordinary and forked: `python benchmarks/kernels.py [N ...]`. Needs psutil.

CPU seconds are those of the kernel's own process, so that a busy machine changes them little; USS is the memory that
comes free when the process ends. « ready » is a kernel that has answered; « screen » the same with one screen drawn.
"""

import asyncio
import os
import statistics
import sys
import time
from importlib.metadata import EntryPoint
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from jupyter_client import AsyncKernelManager
from jupyter_client.provisioning import KernelProvisionerFactory

from atelier_ameli.kernels.handle import fork_server

KINDS = {"ordinary": "local-provisioner", "forked": "atelier-fork"}
SCREEN = "from atelier_ameli import Screen\nScreen('login', persona='jessica')"


def cost(pid: int) -> tuple[float, float]:
    """Return a process's CPU in seconds and its USS in MB."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    cpu = sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9
    return cpu, psutil.Process(pid).memory_full_info().uss / 1e6


async def one(folder: str, number: int) -> AsyncKernelManager:
    """Start a kernel, and wait until it answers."""
    manager = AsyncKernelManager(
        client_class="atelier_ameli.kernels.client.PromptKernelClient",
        connection_file=f"{folder}/{number}.json",
        transport="ipc",
    )
    await manager.start_kernel()
    manager.learner = manager.client()
    manager.learner.start_channels()
    await manager.learner.wait_for_ready(timeout=120)
    return manager


async def measure(kind: str, count: int) -> None:
    """Start `count` kernels of a kind at once, and print a line of the table."""
    KernelProvisionerFactory.instance().default_provisioner_name = KINDS[kind]
    with TemporaryDirectory() as folder:
        began = time.perf_counter()
        managers = await asyncio.gather(*[one(folder, number) for number in range(count)])
        until_ready = time.perf_counter() - began
        pids = [manager.provisioner.pid for manager in managers]
        ready = [cost(pid) for pid in pids]
        for manager in managers:
            await manager.learner.execute_interactive(SCREEN, output_hook=lambda _: None, timeout=120)
        screen = [cost(pid) for pid in pids]
        for manager in managers:
            manager.learner.stop_channels()
        await asyncio.gather(*[manager.shutdown_kernel(now=True) for manager in managers])
    figures = [statistics.mean(column) for pairs in (ready, screen) for column in zip(*pairs, strict=True)]
    cells = (f"{figure:14.3f}" for figure in (until_ready, *figures))
    print(f"{kind:10}{count:4}", *cells, flush=True)


async def main(counts: list[int]) -> None:
    """Print the table."""
    factory = KernelProvisionerFactory.instance()
    factory.provisioners["atelier-fork"] = EntryPoint(
        "atelier-fork", "atelier_ameli.kernels.provisioner:ForkProvisioner", factory.GROUP_NAME
    )
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    heads = ("all ready, s", "ready: CPU, s", "USS, MB", "screen: CPU, s", "USS, MB")
    print("kind         N", *(f"{head:>14}" for head in heads))
    await measure("forked", 1)  # not counted: the fork server starts with it
    for count in counts:
        for kind in KINDS:
            await measure(kind, count)
    fork_server.stop()


if __name__ == "__main__":
    asyncio.run(main([int(count) for count in sys.argv[1:]] or [1, 10, 30]))
