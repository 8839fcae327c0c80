"""A kernel in two halves: what every learner shares is built once, before the fork; what is her own, after it.

Nearly all of a kernel's start goes to imports and to IPython's shell, and both come out the same for everyone.
`prepare` builds them in the fork server, without a socket, thread or event loop, since none of these survives a fork.
`wake` runs in the child and gives it a key, sockets and threads of its own. `IPKernelApp` does the work in both.
"""

import logging
import os
import sys
from typing import Any
from uuid import uuid4

import zmq
from IPython.core.application import BaseIPythonApplication

sys.modules["debugpy"] = None  # type: ignore[assignment] # nobody debugs a learner's kernel, and it weighs 15 MB
from ipykernel.control import ControlThread  # noqa: E402
from ipykernel.debugger import Debugger  # noqa: E402, F401 - looks for debugpy, and settles that there is none
from ipykernel.ipkernel import IPythonKernel  # noqa: E402
from ipykernel.kernelapp import IPKernelApp  # noqa: E402
from zmq.eventloop.zmqstream import ZMQStream  # noqa: E402

del sys.modules["debugpy"]


class _Nowhere:
    """Takes the messages of a kernel that has no sockets yet."""

    def send_multipart(self, *_: Any, **__: Any) -> None:
        """Forget a message."""


class ForkedKernel(IPythonKernel):
    """IPython's kernel, made before its channels are."""

    def connect(self, app: "ForkedKernelApp") -> None:
        """Take the channels that `app` has opened. One thread fewer than usual: no learner opens a subshell."""
        self.ident = str(uuid4())
        self.control_thread = app.control_thread
        self.control_stream = ZMQStream(app.control_socket, app.control_thread.io_loop)
        self.shell_stream = ZMQStream(app.shell_socket)
        self.stdin_socket = app.stdin_socket
        self.iopub_thread = app.iopub_thread
        self.iopub_socket = app.iopub_socket
        self._stdout, self._stderr = sys.stdout, sys.stderr
        for publisher in (self.shell.displayhook, self.shell.display_pub):
            publisher.pub_socket = app.iopub_socket
        self.shell.displayhook.topic = self._topic("execute_result")


class ForkedKernelApp(IPKernelApp):
    """The application of a forked kernel. It is prepared once, and woken once in each child."""

    def prepare(self) -> None:
        """Build all that does not depend on the learner: configuration, IPython's shell, extensions."""
        # A page cannot run code of its own, so there is no history to keep (a thread and a database), and nothing
        # in the course writes to the raw file descriptors 1 and 2 (two threads more).
        self.config.HistoryManager.enabled = False
        self.config.HistoryManager.hist_file = ":memory:"
        self.capture_fd_output = False
        self.log_level = logging.ERROR  # a warning that there is no debugger, at each page, helps nobody
        BaseIPythonApplication.initialize(self, [])
        self.init_pdb()
        self.kernel = ForkedKernel.instance(
            parent=self,
            session=self.session,
            iopub_socket=_Nowhere(),
            log=self.log,
            profile_dir=self.profile_dir,
            user_ns=self.user_ns,
        )
        self.init_path()
        self.init_shell()
        self.init_gui_pylab()
        self.init_extensions()
        self.init_code()

    def wake(self, connection: dict[str, Any]) -> None:
        """Become the kernel of one learner, reachable by `connection`, which holds her own key."""
        self.session.pid = os.getpid()
        self.session.session = str(uuid4())
        self.load_connection_info(connection)
        self.init_sockets()
        self.init_heartbeat()
        self.init_io()
        self.init_signal()
        self.kernel.connect(self)
        self.displayhook.get_execution_count = lambda: self.kernel.execution_count
        self._ports = {name: getattr(self, f"{name}_port") for name in ("shell", "iopub", "stdin", "hb", "control")}
        self.kernel.record_ports({f"{name}_port": port for name, port in self._ports.items()})

    def start(self) -> None:
        """Serve until asked to shut down, and let the control thread end its answer before its sockets are closed."""
        super().start()
        self.control_thread.join(timeout=1)

    def init_control(self, context: zmq.Context) -> None:
        """Open the control channel alone: without the debugger's two sockets and the subshells' thread."""
        self.control_socket = context.socket(zmq.ROUTER)
        self.control_socket.linger = 1000
        self._apply_curve_server_options(self.control_socket)
        self.control_socket.router_handover = 1
        self.control_port = self._bind_socket(self.control_socket, self.control_port)
        self.control_thread = ControlThread(daemon=True)
