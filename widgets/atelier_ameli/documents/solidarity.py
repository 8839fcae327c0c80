"""The attestation of the « Complémentaire santé solidaire »."""

from typing import TYPE_CHECKING

from atelier_ameli.documents.sheet import Sheet
from practice.drawing.dates import day
from practice.papers.document import Document
from practice.procedures.follow_up import Followed

if TYPE_CHECKING:
    from atelier_ameli.world import World


def solidarity_certificate(world: "World", one: Followed) -> Document:
    """Certify what a request gave: since when, until when, for how many people."""
    right = one.changed(one.case.known).solidarity
    sheet = Sheet("Attestation de droit à la Complémentaire santé solidaire", world)
    partner = one.sent.answers.get("partner") if one.sent.answers["situation"] == "couple" else ""
    others = right.household - 1 - bool(partner)
    sheet.facts(
        [
            ("Valable", f"du {day(right.since)} au {day(right.until)}"),
            (
                "Participation",
                "aucune : elle est gratuite" if right.free else f"{one.procedure.rules.price} par mois, selon l'âge",
            ),
            ("Demande", one.sent.reference),
        ]
    )
    sheet.heading("Le foyer")
    sheet.facts(
        [
            ("Demandeur", one.case.holder.full_name),
            *([("Conjoint", str(partner))] if partner else []),
            ("Enfants de moins de 25 ans", str(others) if others else "aucun"),
        ]
    )
    sheet.paragraph("Montrez cette attestation, avec la carte Vitale, au médecin et à la pharmacie.")
    renewed = f"Vous pourrez la demander de nouveau à partir du {day(right.renewed_from)}."
    sheet.paragraph(f"{renewed} La durée d'un an est une valeur de l'exercice.", soft=True)
    return sheet.finish("attestation complementaire sante solidaire", one.sent.reference)
