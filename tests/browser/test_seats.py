"""A learner's seat that ends before her page, in a real browser."""

import os
import re
import signal
from pathlib import Path

import pytest
from playwright.sync_api import expect

from atelier_ameli.kernels.provisioner import ForkProvisioner
from tests.browser.test_page import CUT, resume, sign_in, signed_in

CHAPTER = "04_se_connecter"


def below(pids: set[int]) -> set[int]:
    """Return the children of processes."""
    files = [Path(f"/proc/{pid}/task/{pid}/children") for pid in pids]
    return {int(child) for file in files if file.exists() for child in file.read_text().split()}


@pytest.mark.skipif(not ForkProvisioner.forks, reason="seats are forked on Linux only")
def test_a_killed_seat_is_said_and_one_button_resumes_at_the_same_place(page, open_chapter, server, forgiven):
    forgiven += CUT
    moulds = below(below({server.process.pid}))
    before = below(moulds)
    open_chapter(CHAPTER)
    sign_in(page)
    expect(signed_in(page)).to_be_visible()
    moulds = below(below({server.process.pid}))
    for seat in below(moulds) - before:
        os.kill(seat, signal.SIGKILL)
    resume(page)
    expect(page.get_by_role("alert").filter(has_text="Votre travail est gardé")).to_have_count(0)
    expect(signed_in(page)).to_be_visible(timeout=20_000)
    assert re.fullmatch("[0-9a-f]{32}", page.locator("#page-cells").get_attribute("data-kernel"))
