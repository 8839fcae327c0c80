"""The course's home page."""

from practice.session import Drawing


class Home(Drawing):
    """The chapters as cards; those that come later say so."""

    prefix = "accueil"

    def draw(self) -> str:
        return self.site.draw("home.html", chapters=self.site.chapters, style=self.site.stylesheet())

    def __repr__(self) -> str:
        return "Home()"
