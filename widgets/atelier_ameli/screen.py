"""The one widget of the atelier: it shows what a desk draws, and hands it what the learner does."""

import itertools
import logging
from pathlib import Path
from typing import Any

import anywidget
from traitlets import Unicode

from atelier_ameli import data
from atelier_ameli.desk import Desk
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.draw import draw

_STATIC = Path(__file__).parent / "static"
_count = itertools.count(1)
_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())


class Screen(anywidget.AnyWidget):
    """A window on the simulated site, played as one persona.

    >>> Screen("login", persona="jessica")
    Screen('login', persona='jessica')

    Parameters: the page to start at (a name of `screens.PAGES`), the persona's id and the edition's name.
    Raises KeyError for a page, a persona or an edition that does not exist.
    """

    _esm = _STATIC / "screen.js"
    _css = "\n".join((_STATIC / name).read_text(encoding="utf-8") for name in ("tokens.css", "screen.css"))
    html = Unicode().tag(sync=True)  #: what the learner sees

    def __init__(self, start: str, *, persona: str, edition: str = "2021") -> None:
        personas = data.personas()
        simulation = Simulation(data.edition(edition), personas, personas[persona])
        self.desk = Desk(f"ecran{next(_count)}", simulation, start)
        super().__init__(html=self.desk.draw())
        self.on_msg(self._receive)

    def do(self, action: str, **answers: Any) -> None:
        """Do one thing as the learner would, and draw what comes of it. Raises what the action raises."""
        self.desk.do(action, answers)
        self.html = self.desk.draw()

    def _receive(self, _: "Screen", message: Any, __: Any) -> None:
        """Answer the browser: the drawing, where the focus goes, what to say aloud, what it may keep."""
        try:
            action, answers = message["do"], message.get("answers")
            self.do(action, **{str(k): v for k, v in answers.items()} if isinstance(answers, dict) else {})
            answer = {"focus": self.desk.focus, "say": self.desk.say, "keep": self.desk.snapshot()}
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner meets a calm page and no traceback
            where = error.__traceback__
            while where and where.tb_next:
                where = where.tb_next
            _log.error("action failed: %s, %s", type(error).__name__, where and where.tb_frame.f_code.co_qualname)  # noqa: TRY400 - a traceback would hold what was typed
            self.html = draw("trouble.html", key=self.desk.key)
            answer = {"focus": f"{self.desk.key}-trouble", "say": ""}
        turn = message.get("turn") if isinstance(message, dict) else None
        self.send({"turn": turn, **answer})

    def __repr__(self) -> str:
        return f"Screen({self.desk.start!r}, persona={self.desk.simulation.persona.id!r})"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Add the still picture, for slides, paper, and any place without a kernel."""
        bundle, metadata = super()._repr_mimebundle_(**kwargs)
        still = draw("still.html", drawing=self.html)
        return {**bundle, "text/html": still}, metadata
