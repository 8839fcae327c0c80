"""One kernel for the notebooks of a worker, emptied between two: to start one costs more than to run a chapter.

`pytest --nbval-lax notebooks` alone, which does not read tests/conftest.py, gives each its own, as nbval does.
"""

from typing import Any

from nbval import kernel as kernels
from nbval import plugin
from nbval.kernel import RunningKernel

_SECONDS = 60
_kernels: dict[tuple[str, str], RunningKernel] = {}


def lend(kernel_name: str, *, cwd: str, **how: Any) -> RunningKernel:
    """Return a running kernel in which nothing is named. One that has died, or was stopped, is replaced."""
    kernel = _kernels.get((kernel_name, cwd))
    if kernel is None or not kernel.is_alive():
        _kernels[kernel_name, cwd] = RunningKernel(kernel_name, cwd=cwd, **how)
    else:
        asked = kernel.execute_cell_input("%reset -f")
        kernel.await_reply(asked, timeout=_SECONDS)
        kernel.await_idle(asked, timeout=_SECONDS)
    return _kernels[kernel_name, cwd]


def share() -> None:
    """Make nbval borrow its kernels here, and leave them running at the end of a notebook.

    It lays each message out for its log, whether anybody reads that or not. Here it does if somebody reads it.
    """
    kernels.pformat = lambda message: message
    plugin.RunningKernel = lend
    plugin.IPyNbFile.teardown = lambda _: None


def stop() -> None:
    """Stop all kernels."""
    for kernel in _kernels.values():
        if kernel.is_alive():
            kernel.stop()
    _kernels.clear()
