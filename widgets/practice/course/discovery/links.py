"""The useful addresses: to read, to copy, to photograph with a phone. None is ever opened from here."""

from practice.drawing.qr import qr_code
from practice.session import Session


class Links(Session):
    """The addresses of data/useful_links.toml, and what each is for. One only copies, which the browser does alone."""

    prefix = "liens"

    def draw(self) -> str:
        return self.site.draw("links.html", key=self.key, links=self.site.useful_links.values(), qr_code=qr_code)

    def __repr__(self) -> str:
        return "Links()"
