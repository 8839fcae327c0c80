"""The addresses of a seat: those that a kernel would have, so that `kernel.js` knows no difference."""

from http import HTTPStatus
from typing import Any

from jupyter_server.auth.decorator import ws_authenticated
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.base.websocket import WebSocketMixin
from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, authenticated
from tornado.websocket import WebSocketHandler

from atelier_ameli.serve.seats import Place, Seats

_NAME = "([0-9a-f]{32})"  #: a kernel's has hyphens


class _SeatHandler:
    @property
    def seats(self) -> Seats:
        return self.settings["atelier_seats"]

    def place(self, name: str) -> Place:
        if name not in self.seats.taken:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        return self.seats.taken[name]


class SeatHandler(_SeatHandler, APIHandler):
    """Tells a page whether its seat is still there, and takes it back."""

    @authenticated
    def get(self, name: str) -> None:
        """Answer 404 when it is gone."""
        self.place(name)
        self.finish({"id": name})

    @authenticated
    def post(self, name: str) -> None:
        """Take it back: the page is being closed."""
        self.place(name)
        self.seats.close(name)
        self.set_status(HTTPStatus.NO_CONTENT)


class PageSocket(_SeatHandler, WebSocketMixin, WebSocketHandler, JupyterHandler):
    """What a page and its seat say to each other."""

    def set_default_headers(self) -> None:
        """None of Jupyter's, which are for pages."""

    @ws_authenticated
    async def get(self, name: str) -> None:
        """Open the websocket; 404 when the seat is gone."""
        self.place(name)
        await super().get(name)

    def open(self, name: str) -> None:
        """Take the place. Each message leaves at once: a small one would wait 40 ms for the last to be acknowledged."""
        super().open()
        self.set_nodelay(True)
        self._place = self.place(name)
        self._place.take(self)

    def on_message(self, message: str | bytes) -> None:
        """Pass a message on."""
        if isinstance(message, str):
            self._place.ask(message)

    def on_close(self) -> None:
        """Leave the place; the page may come back."""
        self._place.leave(self)


def routes(base_url: str) -> list[tuple[str, type[Any]]]:
    """Return the routes of a seat."""
    return [
        (url_path_join(base_url, f"api/kernels/{_NAME}"), SeatHandler),
        (url_path_join(base_url, f"api/kernels/{_NAME}/channels"), PageSocket),
        (url_path_join(base_url, f"voila/api/shutdown/{_NAME}"), SeatHandler),
    ]
