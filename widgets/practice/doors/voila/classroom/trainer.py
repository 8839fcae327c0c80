"""The trainer's addresses of a room: the board, what is projected, the report. All need the secret of the board."""

from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from tornado.web import HTTPError

from practice.classroom.board import Board
from practice.classroom.projector import Projector
from practice.classroom.report import report_of
from practice.doors.voila.classroom.destinations import CourseDestinations
from practice.doors.voila.classroom.join import RoomHandler
from practice.doors.voila.classroom.pieces import PiecesSocket, is_trainer, keep_secret
from practice.drawing.dates import day

if TYPE_CHECKING:
    from practice.doors.voila.room import Room


class TrainerHandler(RoomHandler):
    """A page of the trainer's. For anybody else, it does not exist."""

    def initialize(self, room: "Room", places: CourseDestinations) -> None:  # type: ignore[override]
        self.room, self.places = room, places

    def prepare(self) -> None:
        """Refuse whoever has not the secret."""
        super().prepare()
        if not is_trainer(self, self.room):
            raise HTTPError(HTTPStatus.NOT_FOUND)

    def show(self, name: str, **told: Any) -> None:
        """Answer with a page, by the name of its template."""
        self.finish(self.room.page(f"classroom/{name}", places=addresses(self.room), **told))


class BoardHandler(TrainerHandler):
    """Shows the board. The secret link leads to it: its secret goes into a cookie, and out of the address."""

    def prepare(self) -> None:
        """Take the secret of the link."""
        secret = self.get_query_argument("cle", "")
        if secret and self.classroom.keys.opens_the_board(secret):
            keep_secret(self, self.room)
            self.redirect(addresses(self.room)["board"])
            return
        super().prepare()

    def get(self) -> None:
        """Answer with the board as it is now."""
        self.show("board", board=Board(self.classroom, self.places))


class ProjectorHandler(TrainerHandler):
    """Shows what the room is to see."""

    def get(self) -> None:
        """Answer with it as it is now."""
        self.show("projector", projector=Projector(self.classroom, first_address(self.room)))


class ReportHandler(TrainerHandler):
    """Shows the report in numbers, as it is when it is asked for. Nothing keeps it."""

    def get(self) -> None:
        """Answer with the report."""
        editions = {year: site for year in self.room.chapters.years if (site := self.room.chapters.edition(year))}
        today = datetime.now().astimezone().date()
        self.show("report", report=report_of(self.classroom.seats, editions), today=day(today))


class BoardSocket(PiecesSocket):
    """Joins the page of a board to the room."""

    def make(self) -> Board:
        return Board(self.room.classroom, self.places)


class ProjectorSocket(PiecesSocket):
    """Joins the page that is projected to the room."""

    def make(self) -> Projector:
        return Projector(self.room.classroom, first_address(self.room))


def first_address(room: "Room") -> str:
    """Return where tablets find the course; nothing where they do not."""
    return next(iter(room.announced()), "")


def addresses(room: "Room") -> dict[str, str]:
    """Return where the trainer's pages are."""
    board = f"{room.prefix}salle"
    return {
        "board": board,
        "pieces": f"{board}/direct",
        "projector": f"{board}/projecteur",
        "projector_pieces": f"{board}/projecteur/direct",
        "report": f"{board}/bilan",
    }


def trainer_addresses(room: "Room") -> list[tuple[str, type, dict[str, Any]]]:
    """Return what answers at the trainer's addresses."""
    at = addresses(room)
    told = {"room": room, "places": CourseDestinations(room.chapters, room.address)}
    return [
        (at["board"], BoardHandler, told),
        (at["pieces"], BoardSocket, told),
        (at["projector"], ProjectorHandler, told),
        (at["projector_pieces"], ProjectorSocket, told),
        (at["report"], ReportHandler, told),
    ]
