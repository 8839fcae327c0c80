"""The widget of the atelier: it shows what a desk draws, and hands it what the learner does."""

import contextlib
import itertools
import logging
import traceback
from base64 import b64encode
from pathlib import Path
from typing import Any

import anywidget
from traitlets import Unicode

from atelier_ameli import data, local_file
from atelier_ameli.desk import Desk, UnknownActionError
from atelier_ameli.domain.services import Channel
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.draw import draw, stylesheet
from atelier_ameli.screens import PAGES
from atelier_ameli.screens.casting import players_at

_STATIC = Path(__file__).parent / "static"
SET_ASIDE = (
    "Nous n'avons pas pu relire votre travail précédent. Le fichier abîmé est mis de côté, dans le même dossier. "
    "Vous repartez du début."
)
_count = itertools.count(1)
_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())


class Carrier(anywidget.AnyWidget):
    """What carries a desk, or whatever draws and acts as one: `do`, `resume`, `draw`, `snapshot`, `focus`, `say`."""

    _esm = _STATIC / "screen.js"
    _css = stylesheet()
    html = Unicode().tag(sync=True)  #: what the learner sees

    def __init__(self, desk: Any) -> None:
        self.desk = desk
        self._work = local_file.in_use()
        super().__init__(html=desk.draw())
        self.on_msg(self._receive)

    def do(self, action: str, **answers: Any) -> None:
        """Do one thing as the learner would, and draw what comes of it. Raises what the action raises."""
        self.desk.do(action, answers)
        self.html = self.desk.draw()

    def resume(self, kept: object) -> None:
        """Take up what was kept for the learner, if anything, and draw it. What is empty was forgotten."""
        self.desk.resume({k: v for k, v in kept.items() if v != ""} if isinstance(kept, dict) else kept)
        self.html = self.desk.draw()

    def _receive(self, _: "Carrier", message: Any, __: Any) -> None:
        """Answer the browser: the drawing, where the focus goes, what to say aloud, what it may keep."""
        message = message if isinstance(message, dict) else {}
        answers = message.get("answers")
        answers = {str(name): value for name, value in answers.items()} if isinstance(answers, dict) else {}
        try:
            with contextlib.suppress(UnknownActionError):
                if message.get("do") == "resume":
                    kept = answers.get("kept")
                    self.resume(self._work.joined(kept) if self._work else kept)
                else:
                    self.do(str(message.get("do")), **answers)
            desk = self.desk
            keep = self._keep()
            say = f"{self._tell_set_aside()} {desk.say}".strip()
            answer = {"focus": desk.focus, "say": say, "keep": keep, "file": self._file()}
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner meets a calm page and no traceback
            _log_without_answers(error)
            self.html = draw("trouble.html", key=self.desk.key)
            answer = {"focus": f"{self.desk.key}-trouble"}
        self.send({"turn": message.get("turn"), **answer})

    def _keep(self) -> dict[str, Any]:
        """Write the snapshot into the local file, if there is one; return what is left for the browser to do."""
        items = self.desk.snapshot()
        if self._work is None or not self._work.write(items):
            return items
        return {key: value for key, value in items.items() if value == ""}  # it may have kept that, too

    def _tell_set_aside(self) -> str:
        """Say once, above the drawing, that the local file could not be read."""
        if not (self._work and self._work.set_aside):
            return ""
        self._work.set_aside = False
        self.html = draw("set_aside.html", key=self.desk.key, words=SET_ASIDE) + self.html
        return SET_ASIDE

    def _file(self) -> dict[str, str] | None:
        """Return what the last action gives to download, in base64."""
        given = self.desk.download
        return given and {"name": given.name, "type": given.type, "content": b64encode(given.content).decode()}

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Add the still picture, for slides, paper, and any place without a kernel."""
        bundle, metadata = super()._repr_mimebundle_(**kwargs)
        still = draw("still.html", drawing=self.html)
        return {**bundle, "text/html": still}, metadata


class Screen(Carrier):
    """A window on the simulated site, played as one persona.

    >>> Screen("login", persona="jessica")
    Screen('login', persona='jessica')

    Parameters: the page to start at (a name of `screens.PAGES`), the persona's id, the edition's name, and what she
    holds first: « computer » or « phone ». Whoever starts behind the door is signed in. A trainer who presents to a
    room may play another person from the same start; behind the door, one with an account. Raises KeyError for a page,
    a persona or an edition that does not exist, ValueError for a device that does not, or for a person without an
    account behind the door.
    """

    def __init__(self, start: str, *, persona: str, edition: str = "2021", device: str = "computer") -> None:
        personas = data.personas()
        simulation = Simulation(data.edition(edition), personas, personas[persona])
        players = players_at(PAGES[start], personas.values())
        super().__init__(Desk(f"ecran{next(_count)}", simulation, start, Channel(device), players))

    def __repr__(self) -> str:
        device = "" if self.desk.device is Channel.COMPUTER else f", device={self.desk.device.value!r}"
        return f"Screen({self.desk.start!r}, persona={self.desk.simulation.persona.id!r}{device})"


def _log_without_answers(error: Exception) -> None:
    """Log where an action failed, for whoever writes screens; a message or a traceback could hold what was typed."""
    frames = [frame.f_code.co_qualname for frame, _ in traceback.walk_tb(error.__traceback__)]
    _log.error("%s in %s", type(error).__name__, frames[-1])
