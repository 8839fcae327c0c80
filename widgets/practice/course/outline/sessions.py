"""What a trainer takes to a room from the home page: sessions of about two hours, ready to be presented."""

from practice.called import CALLED
from practice.course.outline.timetables import Moment
from practice.session import Drawing

_STYLES = ("tokens.css", "screen_sessions.css")  #: all that sessions need
_MOMENTS = {Moment.WELCOME: "L'accueil", Moment.BREAK: "La pause", Moment.QUESTIONS: "Le tour des questions"}


class Sessions(Drawing):
    """The sessions of data/sessions.toml, each closed until it is opened.

    In Voilà, the page makes the links of the chapters lead to the room's large type (page.js, `data-presenter`);
    elsewhere they open the chapter.
    """

    prefix = "seances"

    def draw(self) -> str:
        chapters = {chapter.number: chapter for chapter in self.site.chapters}
        drawn = {
            "chapters": chapters,
            "home": f"{self.site.home}.ipynb",
            "moments": _MOMENTS,
            "called": CALLED,
            "kit": self.site.kit,
            "style": self.site.stylesheet(*_STYLES),
        }
        return self.site.draw("sessions.html", key=self.key, sessions=self.site.sessions, **drawn)

    def __repr__(self) -> str:
        return "Sessions()"
