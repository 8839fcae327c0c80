"""Notebooks share a kernel here, and none can use what another has named."""

from nbval import plugin
from nbval.kernel import CURRENT_ENV_KERNEL_NAME

from tests.support import ROOT, one_kernel


def says(kernel, source):
    """Return the kinds of messages with which a kernel answers."""
    asked = kernel.execute_cell_input(source)
    kinds = []
    while True:
        message = kernel.get_message("iopub", timeout=30)
        if message["parent_header"].get("msg_id") == asked:
            kinds.append(message["msg_type"])
            if message["content"].get("execution_state") == "idle":
                kernel.await_reply(asked, timeout=30)
                return kinds


def borrow():
    return one_kernel.lend(CURRENT_ENV_KERNEL_NAME, cwd=str(ROOT / "notebooks"))


def test_the_next_notebook_finds_the_same_kernel_without_the_names_of_the_one_before():
    kernel = borrow()
    assert "error" not in says(kernel, "import atelier_ameli; from atelier_ameli import *; mine = 1")
    assert "error" not in says(kernel, "mine; Screen")
    after = borrow()
    assert after is kernel
    for name in ("mine", "Screen", "atelier_ameli"):
        assert "error" in says(after, name)


def test_a_kernel_that_died_is_replaced():
    kernel = borrow()
    kernel.stop()
    assert "error" not in says(borrow(), "1 + 1")


def test_nbval_borrows():
    assert plugin.RunningKernel is one_kernel.lend
