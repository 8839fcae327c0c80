"""The receipt of a request: its number, what was answered, what comes next."""

from atelier_ameli.documents.sheet import Sheet
from atelier_ameli.procedures.follow_up import Followed, recap
from atelier_ameli.world import World
from practice.drawing.dates import day, hour
from practice.papers.document import Document


def receipt(world: World, one: Followed) -> Document:
    """Prove that a request was sent."""
    sheet = Sheet(f"Reçu : {one.request.title}", world)
    sent = f"le {day(one.sent.at)} à {hour(one.sent.at)}"
    sheet.facts([("Numéro de la demande", one.sent.reference), ("Envoyée", sent), ("État", one.state)])
    for _, title, lines in recap(one.request, one.case, one.sent.answers):
        sheet.heading(title)
        sheet.facts(lines)
    sheet.heading("La suite")
    for milestone, reached in one.milestones:
        title, words = one.told(milestone, reached)
        sheet.paragraph(f"{day(reached)} : {title}. {words}".strip())
    return sheet.finish("recu", one.sent.reference)
