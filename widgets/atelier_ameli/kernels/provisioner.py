"""The kernel provisioner `atelier-fork`: the extension point through which Jupyter gets a forked kernel."""

import os
import sys
from pathlib import Path
from typing import Any, ClassVar

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from atelier_ameli.kernels.handle import ForkError, fork_server


class ForkProvisioner(LocalProvisioner):
    """Forks a kernel instead of starting one; where that cannot be, starts an ordinary one.

    Only `launch_kernel` differs: to signal, watch and end a kernel, the parent class needs something with the face of
    `subprocess.Popen`, and a forked kernel has it.
    """

    #: Whether kernels are forked. On Linux only: macOS can fork, but its own libraries are not safe after it, and it
    #: has no parent-death signal.
    forks: ClassVar[bool] = sys.platform == "linux" and hasattr(os, "pidfd_open")

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Launch the kernel that `cmd` would start."""
        ours = cmd[0] == sys.executable and cmd[-3:-1] == ["ipykernel_launcher", "-f"]  # IPython, here, no option
        if not (ours and type(self).forks):
            return await super().launch_kernel(cmd, **kwargs)
        cwd = kwargs.get("cwd") or Path.cwd()
        try:
            self.process = await fork_server.fork(
                connection=self.connection_info,
                connection_file=cmd[-1],
                env=kwargs["env"],
                cwd=str(cwd),
            )
        except ForkError as error:
            self.log.warning("No kernel can be forked (%s): from now on, ordinary ones are started.", error)
            type(self).forks = False
            return await super().launch_kernel(cmd, **kwargs)
        self.pid = self.pgid = self.process.pid  # it leads a process group of its own
        self.cwd = cwd
        return self.connection_info
