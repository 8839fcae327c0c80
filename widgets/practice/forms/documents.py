"""A document picked in the invented folder. What is wrong with it is said with what to do."""

from collections.abc import Mapping
from typing import Any

import wtforms
from wtforms.validators import StopValidation

from practice.drawing.typography import file_size
from practice.forms.choices import OneOf, Option
from practice.forms.folder import Folder, Paper, PaperFault, PaperKind
from practice.notices import Notice, notice

_NOTICES: Mapping[PaperFault, Notice] = {
    PaperFault.WRONG_KIND: notice(
        "document_wrong_kind", "« {name} » n'est pas {needed}. Choisissez {needed} dans le dossier."
    ),
    PaperFault.WRONG_FORMAT: notice(
        "document_wrong_format",
        "« {name} » est au format {format}. Le site accepte seulement {formats}. Choisissez un fichier de ce format.",
    ),
    PaperFault.TOO_LARGE: notice(
        "document_too_large",
        "« {name} » est trop lourd : {size}. Le site accepte {most} au maximum. Choisissez un fichier moins lourd.",
    ),
    PaperFault.BLURRED: notice(
        "document_blurred",
        "L'image « {name} » est floue : personne ne pourra la lire. Choisissez une image nette.",
    ),
    PaperFault.OUT_OF_DATE: notice(
        "document_out_of_date", "Ce document n'est plus valable. Choisissez-en un plus récent."
    ),
}
_ASKED_FOR = "le document demandé"
_ANY = {"name": "…", "needed": _ASKED_FOR, "format": "…", "size": "…"}


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
        fault = self.chosen and self.folder.fault(self.chosen, self.needs)
        if fault:
            raise StopValidation(_notice(fault, self.folder, self.chosen, self.folder.kinds[self.needs]))


def notices_of(folder: Folder) -> list[Notice]:
    """Return what may be told of the documents of a folder: of each, whatever is asked for, and of any."""
    faults = [(paper, {folder.fault(paper, kind) for kind in PaperKind} - {None}) for paper in folder.papers]
    particular = [_notice(fault, folder, paper, _ASKED_FOR) for paper, found in faults for fault in found]
    return [*(_filled(fault, folder, _ANY) for fault in PaperFault), *particular]


def _notice(fault: PaperFault, folder: Folder, paper: Paper, needed: str) -> Notice:
    about = {"name": paper.name, "needed": needed, "format": paper.format, "size": file_size(paper.kilobytes)}
    return _filled(fault, folder, about).about(paper.id)


def _filled(fault: PaperFault, folder: Folder, about: Mapping[str, str]) -> Notice:
    most = file_size(folder.most_kilobytes)
    return _NOTICES[fault].format(formats=" ou ".join(folder.formats), most=most, **about)
