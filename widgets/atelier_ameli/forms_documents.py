"""A document picked in the invented folder. What is wrong with it is said with what to do."""

from collections.abc import Mapping
from typing import Any

import wtforms
from wtforms.validators import StopValidation

from atelier_ameli.domain.folder import Folder, Paper, PaperFault, PaperKind
from atelier_ameli.forms_choices import OneOf, Option
from practice.drawing.typography import file_size

_MESSAGES: Mapping[PaperFault, str] = {
    PaperFault.WRONG_KIND: "« {name} » n'est pas {needed}. Choisissez {needed} dans le dossier.",
    PaperFault.WRONG_FORMAT: (
        "« {name} » est au format {format}. Le site prend seulement {formats}. "
        "Choisissez un fichier de ce format."
    ),
    PaperFault.TOO_LARGE: (
        "« {name} » est trop lourd : {size}. Le site prend {most} au plus. Choisissez un fichier moins lourd."
    ),
    PaperFault.BLURRED: "L'image « {name} » est floue : la caisse ne pourra pas la lire. Choisissez une image nette.",
    PaperFault.OUT_OF_DATE: "Ce document n'est plus valable. Choisissez-en un plus récent.",
}  # fmt: skip


class DocumentField(OneOf):
    """One document of the folder; `data` is its id. `needs` is what it must be, `folder` where it is picked."""

    refused = ""  #: what to say of a file of the learner's own device, which was just refused here

    def __init__(self, label: str, *, needs: PaperKind, folder: Folder, **options: Any) -> None:
        super().__init__(label, **options)
        self.needs = needs
        self.folder = folder
        self.options = [Option(paper.id, paper.name) for paper in self.folder.papers]

    @property
    def chosen(self) -> Paper | None:
        return self.folder.paper(self.data)

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What the folder shows here."""
        return self.folder.on_offer(self.needs, self.chosen)

    def choose(self, name: str) -> None:
        """Take another document; what was said of the one before is no longer true."""
        self.data, self.errors, self.refused = name, (), ""

    def pre_validate(self, form: wtforms.Form) -> None:
        super().pre_validate(form)
        paper, folder = self.chosen, self.folder
        fault = paper and folder.fault(paper, self.needs)
        if fault:
            raise StopValidation(
                _MESSAGES[fault].format(
                    name=paper.name,
                    needed=folder.kinds[self.needs],
                    format=paper.format,
                    formats=" ou ".join(folder.formats),
                    size=file_size(paper.kilobytes),
                    most=file_size(folder.most_kilobytes),
                )
            )
