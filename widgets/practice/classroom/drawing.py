"""What a tablet shows of the room: its bar, and what covers the page during a pause."""

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from practice.classroom.dealing import says
from practice.classroom.new_session import CODE
from practice.drawing.typography import french

if TYPE_CHECKING:
    from practice.classroom.course import Player
    from practice.classroom.seat import Seat


@cache
def environment() -> jinja2.Environment:
    """Return what draws the pieces of the room. It is for whatever is drawn in `practice/classroom`."""
    folder = Path(__file__).with_name("templates")
    loader = jinja2.FileSystemLoader(folder)
    made = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False)
    made.filters["french"] = french
    return made


def draw(name: str, **told: Any) -> str:
    """Return one piece, by the name of its template."""
    return environment().get_template(f"{name}.html.j2").render(**told).strip()


def draw_bar(seat: "Seat", player: "Player | None" = None) -> str:
    """Return the bar of a tablet: its number, whom it plays if that is dealt, and the way to call somebody."""
    return draw("bar", seat=seat, player=says(player), code=CODE)


def draw_pause(left: float) -> str:
    """Return what says that one looks at the screen of the room, for so many seconds more."""
    return draw("pause", minutes=math.ceil(left / 60), left=round(left))
