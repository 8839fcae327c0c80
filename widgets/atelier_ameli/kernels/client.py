"""A kernel client that knows when its kernel is ready.

The ordinary one waits for 0.2 s of silence to be sure, which is half of what a learner waits for her page. It also
starts a thread to listen to the kernel's heart, which Voilà never asks about: its manager watches the process itself.
"""

from queue import Empty
from typing import Any

from jupyter_client import AsyncKernelClient

_TRIES = 5


class PromptKernelClient(AsyncKernelClient):
    """Ready as soon as both channels have answered. To be named in `KernelManager.client_class`."""

    def start_channels(self, *args: Any, **kwargs: Any) -> None:
        """Open the channels, without the heartbeat's thread."""
        super().start_channels(*args, **{**kwargs, "hb": False})

    async def wait_for_ready(self, timeout: float | None = None) -> None:  # noqa: ASYNC109 - jupyter_client's
        """Ask the kernel who it is, and read until it is idle again.

        Then nothing that it says from now on can be missed, and nothing that it said before is still in the way. The
        news that it is idle is lost if it comes before our subscription to such news has, so we may have to ask again.
        """
        for _ in range(_TRIES):
            request = self.kernel_info()
            try:
                reply = await self._async_recv_reply(request, timeout=1)
                while not _is_idle_after(request, await self.get_iopub_msg(timeout=0.1)):
                    pass
            except (Empty, TimeoutError):
                continue
            self._handle_kernel_info_reply(reply)
            return
        await super().wait_for_ready(timeout=timeout)


def _is_idle_after(request: str, message: dict[str, Any]) -> bool:
    return message["parent_header"].get("msg_id") == request and message["content"].get("execution_state") == "idle"
