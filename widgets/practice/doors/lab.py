"""JupyterLab's door, and that of any notebook with a kernel: a widget that hands messages to its session.

Where a file keeps the learner's work (`python3 atelier.py lab`), what a session gives to keep goes there, and not into
the browser.
"""

from typing import Any
from weakref import WeakKeyDictionary

import anywidget
from IPython.core.formatters import DisplayFormatter
from traitlets import Unicode

from practice.doors.lab_style import guest_style, styled
from practice.scripts import screen_script
from practice.session import Drawing, Session

SET_ASIDE = (
    "Nous n'avons pas pu relire votre travail précédent. Le fichier abîmé est mis de côté, dans le même dossier. "
    "Vous repartez du début."
)


class HtmlWidget(anywidget.AnyWidget):
    """The widget of a session, for a cell, or for a trainer's own layout: `VBox([HtmlWidget(Screen(…))])`."""

    _esm = screen_script()
    html = Unicode().tag(sync=True)  #: what the learner sees

    def __init__(self, session: Session) -> None:
        self.session = session
        self._css = guest_style(type(session.site))  # anywidget makes a trait of it
        super().__init__(html=session.draw())
        session.show(self.html)
        self.on_msg(self._receive)

    def _receive(self, _: "HtmlWidget", message: Any, __: Any) -> None:
        """Hand a message to the session, and its answer to the browser."""
        file = self.session.context.file
        if file and isinstance(message, dict) and message.get("do") == "resume":
            answers = message.get("answers")
            kept = answers.get("kept") if isinstance(answers, dict) else None
            message = {**message, "answers": {"kept": file.joined(kept)}}
        reply = self.session.answer(message)
        self.html = reply.pop("html", self.html)
        if file:
            self._keep_in_file(reply)
        self.send(reply)

    def _keep_in_file(self, reply: dict[str, Any]) -> None:
        """Write what is to be kept into the file, and not into the browser; say once if the file was damaged."""
        file, items = self.session.context.file, reply.get("keep", {})
        if file.write(items):
            reply["keep"] = {key: value for key, value in items.items() if value == ""}  # it may have kept that, too
        if file.set_aside:
            file.set_aside = False
            self.html = self.session.site.draw("set_aside.html", key=self.session.key, words=SET_ASIDE) + self.html
            reply["say"] = f"{SET_ASIDE} {reply.get('say', '')}".strip()

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Add the still picture, for slides, paper, and any place without a kernel."""
        bundle, metadata = super()._repr_mimebundle_(**kwargs)
        still = self.session.site.draw("still.html", drawing=self.html)
        return {**bundle, "text/html": styled(self.session, still)}, metadata


_widgets: WeakKeyDictionary[Session, HtmlWidget] = WeakKeyDictionary()


def widget_of(session: Session) -> HtmlWidget:
    """Return the widget of a session, the same each time it is shown."""
    if session not in _widgets:
        _widgets[session] = HtmlWidget(session)
    return _widgets[session]


def register(formatter: DisplayFormatter) -> None:
    """Make a notebook show sessions as widgets, and what only draws as HTML with its look."""
    formatter.formatters["text/html"].for_type(Drawing, lambda drawing: styled(drawing, drawing.still))
    formatter.mimebundle_formatter.for_type(Session, lambda session, **how: widget_of(session)._repr_mimebundle_(**how))
