"""A sheet of A4 that the site gives, marked SPECIMEN on each page."""

from datetime import UTC
from typing import TYPE_CHECKING

from atelier_ameli.identity import nir
from atelier_ameli.identity.personas import Persona
from practice.drawing.dates import day
from practice.papers.paper import BAND, INK, LINE, ROW, Paper

if TYPE_CHECKING:
    from atelier_ameli.world import World

SPECIMEN = "SPECIMEN – document d'entraînement, sans valeur"
_WATERMARK = (228, 228, 228)


class Sheet(Paper):
    """A letter to the holder of the account. The same world gives the same bytes."""

    def __init__(self, title: str, world: "World") -> None:
        super().__init__(title, SPECIMEN, world.site.issuer.name, world.now.replace(tzinfo=UTC))
        self._letterhead(title, world)

    def header(self) -> None:
        """Mark the page, under all that will be written."""
        self.set_fill_color(*BAND)
        self.rect(0, 0, self.w, 12, style="F")
        self.set_text_color(*INK)
        self.set_font("Helvetica", "B", 11)
        self.set_xy(0, 3)
        with self.tag("P") if self.page_no() == 1 else self.artifact():  # read out once
            self.cell(self.w, 6, SPECIMEN, align="C")
        self.set_font("Helvetica", "B", 96)
        self.set_text_color(*_WATERMARK)
        with self.artifact(), self.rotation(52, self.w / 2, self.h / 2):
            self.text((self.w - self.get_string_width("SPECIMEN")) / 2, self.h / 2 + 12, "SPECIMEN")
        self.set_text_color(*INK)
        self.set_xy(self.l_margin, self.t_margin)

    def _letterhead(self, title: str, world: "World") -> None:
        holder = world.beneficiaries[0]
        top = self.get_y()
        self._line(world.site.issuer.name, style="B")
        self._line(f"Code : {world.site.issuer.code}")
        self._line(f"Le {day(world.today)}")
        self.set_y(top)
        for text, style in ((holder.full_name, "B"), (f"{holder.postcode} {holder.city.upper()}", "")):
            self.set_x(self.w / 2 + 10)
            self.write_in(style)
            with self.tag("P"):
                self.cell(0, ROW, text, new_x="LMARGIN", new_y="NEXT")
        self.set_y(top + 4 * ROW)
        self.set_draw_color(*LINE)
        self.line(self.l_margin, self.get_y(), self.w - self.r_margin, self.get_y())
        self.ln(5)
        self.title_line(title)
        number = nir.grouped(holder.nir_with_key)
        who = "Assurée" if holder.sex == "F" else "Assuré"
        self.facts([(who, holder.full_name), ("Numéro de sécurité sociale", number)])


def owner(persona: Persona) -> str:
    """Return a person's name as a file name orders it: `Petit Jessica`."""
    return f"{persona.last_name} {persona.first_name}"
