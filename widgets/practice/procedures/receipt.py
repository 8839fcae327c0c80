"""The receipt of a request: its number, what was answered, what comes next."""

from typing import TYPE_CHECKING

from practice.drawing.dates import day, hour
from practice.papers.document import Document
from practice.procedures.follow_up import Followed

if TYPE_CHECKING:
    from practice.world import World


def receipt(world: "World", one: Followed) -> Document:
    """Prove that a request was sent, on a sheet of the site."""
    sheet = world.site.sheet(f"Reçu : {one.request.title}", world)
    sent = f"le {day(one.sent.at)} à {hour(one.sent.at)}"
    sheet.facts([("Numéro de la demande", one.sent.reference), ("Envoyée", sent), ("État", one.state)])
    for _, title, lines in one.recap:
        sheet.heading(title)
        sheet.facts(lines)
    sheet.heading("La suite")
    for milestone, reached in one.milestones:
        title, words = one.told(milestone, reached)
        sheet.paragraph(f"{day(reached)} : {title}. {words}".strip())
    return sheet.finish("recu", one.sent.reference)
