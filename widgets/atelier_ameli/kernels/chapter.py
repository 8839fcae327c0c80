"""A chapter that is executed once, and a seat: a fork of it, which answers one learner's page and nothing else.

Before the fork, `execute` runs the cells and keeps what they publish. After it, `sit` reads what the page says, as
JSON, a line each, and answers in kind: the few of Jupyter's messages that `kernel.js` knows. A page cannot run code.
"""

import json
import logging
import socket
from collections.abc import Callable
from typing import Any

from jupyter_client.session import Session

from atelier_ameli.kernels.app import ForkedKernelApp

_log = logging.getLogger(__name__)

Message = dict[str, Any]


class Voice(Session):
    """What a kernel says, handed over as it is: not signed, and not sent through a ZMQ socket."""

    say: Callable[[Message], None]

    def send(self, stream: Any, what: Message | str, content: Any = None, parent: Any = None, **more: Any) -> Message:
        """Say a message, or one of that type."""
        del stream
        message = what if isinstance(what, dict) else self.msg(what, content, parent, metadata=more.get("metadata"))
        self.say(message)
        return message


def execute(app: ForkedKernelApp, cells: list[str]) -> list[list[Message]]:
    """Run the cells, also those after one that fails; return what each has said."""
    said: list[Message] = []
    voice = Voice(parent=app)
    voice.say = said.append
    for speaker in (app.kernel, app.shell.displayhook, app.shell.display_pub):
        speaker.session = voice
    outputs = []
    for cell in cells:
        app.shell.run_cell(cell, store_history=False)
        outputs.append([{"header": {"msg_type": m["msg_type"]}, "content": m["content"]} for m in said])
        said.clear()
    return outputs


def rehearse(app: ForkedKernelApp) -> None:
    """Do what the page will soon ask for, and say nothing: a fork copies what it writes to, now rather than then."""
    app.kernel.session.say = lambda _: None
    task = {"method": "custom", "content": {"do": "resume", "answers": {"kept": {}}}}
    for comm in list(app.kernel.comm_manager.comms):
        header = {"msg_id": "rehearsal", "msg_type": "comm_msg"}
        answer(app, {"header": header, "content": {"comm_id": comm, "data": task}}, set())


def sit(app: ForkedKernelApp, page: socket.socket) -> None:
    """Answer the page until it goes."""

    def say(message: Message) -> None:
        parent = {"msg_id": message["parent_header"].get("msg_id")}
        short = {"header": {"msg_type": message["msg_type"]}, "parent_header": parent, "content": message["content"]}
        page.sendall(json.dumps(short).encode() + b"\n")

    app.kernel.session.say = say
    heard: set[str] = set()
    with page.makefile("rb") as lines:
        for line in lines:
            try:
                answer(app, json.loads(line), heard)
            except (ValueError, TypeError, LookupError, RecursionError):
                _log.warning("A page has said something that is no message.")


def answer(app: ForkedKernelApp, message: Message, heard: set[str]) -> None:
    """Do what a message asks for, then say that it is done; one that has been heard before is passed over."""
    header, kernel = message["header"], app.kernel
    if header["msg_id"] in heard:
        return
    heard.add(header["msg_id"])
    kernel.set_parent([], message)
    match header["msg_type"]:
        case "comm_msg":
            kernel.comm_manager.comm_msg(None, [], {"buffers": [], **message})
        case "comm_info_request":
            comms = {name: {"target_name": comm.target_name} for name, comm in kernel.comm_manager.comms.items()}
            kernel.session.send(None, "comm_info_reply", {"comms": comms, "status": "ok"}, message)
    kernel.session.send(None, "status", {"execution_state": "idle"}, message)
