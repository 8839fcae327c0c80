"""A document picked in the invented folder. What is wrong with it is said with what to do."""

from typing import Any

import wtforms
from wtforms.validators import StopValidation

from atelier_ameli import data
from atelier_ameli.domain.folder import PaperFault, PaperKind
from atelier_ameli.forms_choices import OneOf, Option

_MESSAGES = {
    PaperFault.WRONG_KIND: "Ce n'est pas le bon document. Lisez ce qui est demandé, puis choisissez-en un autre.",
    PaperFault.WRONG_FORMAT: "Le site ne prend pas un fichier {format}. Choisissez un fichier {formats}.",
    PaperFault.TOO_LARGE: "Ce fichier est trop lourd : {megabytes} Mo. Le site prend {most} Mo au plus.",
    PaperFault.BLURRED: "L'image est floue : la caisse ne pourra pas la lire. Choisissez une image nette.",
    PaperFault.OUT_OF_DATE: "Ce document est trop vieux. Choisissez-en un plus récent.",
}


class DocumentField(OneOf):
    """One document of the folder; `data` is its id. `needs` is what it must be."""

    def __init__(self, label: str, *, needs: PaperKind, **options: Any) -> None:
        super().__init__(label, **options)
        self.needs = needs
        self.options = [Option(paper.id, paper.name) for paper in data.folder().papers]

    def pre_validate(self, form: wtforms.Form) -> None:
        super().pre_validate(form)
        folder = data.folder()
        paper = folder.paper(self.data)
        fault = paper and folder.fault(paper, self.needs)
        if fault:
            raise StopValidation(
                _MESSAGES[fault].format(
                    format=paper.format,
                    formats=" ou ".join(folder.formats),
                    megabytes=_megabytes(paper.kilobytes),
                    most=_megabytes(folder.most_kilobytes),
                )
            )


def _megabytes(kilobytes: int) -> str:
    return f"{kilobytes / 1000:.1f}".replace(".", ",").removesuffix(",0")
