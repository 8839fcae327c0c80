"""Why an installation or a start cannot be: the reason that is told is the true one."""

import pytest

from practice.doors.launch import running
from tests.support.setup import alone_in, load_atelier


@pytest.fixture
def atelier(tmp_path, monkeypatch):
    module = load_atelier()
    alone_in(module, tmp_path, monkeypatch)
    monkeypatch.setattr(module, "work", lambda _: pytest.fail("nothing is installed"))
    return module


def test_a_second_window_waits_for_the_first_to_install(atelier):
    with atelier.take_the_folder(), pytest.raises(SystemExit, match="s'installe déjà, dans une autre fenêtre"):
        atelier.set_up()


def test_a_folder_that_cannot_be_written_is_said_and_not_the_internet(atelier, monkeypatch):
    monkeypatch.setattr(atelier, "ROOT", atelier.ROOT / "nowhere")
    with pytest.raises(SystemExit, match="ne peut pas être écrit") as refused:
        atelier.take_the_folder()
    assert "Internet" not in str(refused.value)


def test_a_port_that_is_not_for_everybody_is_said_to_be_that(monkeypatch):
    def bind(*_):
        raise PermissionError

    monkeypatch.setattr(running.socket.socket, "bind", bind)
    with pytest.raises(SystemExit, match="réservé à l'administration") as refused:
        running.settle("atelier", "voila", 80, 8866)
    assert "--port 8866" in str(refused.value)
