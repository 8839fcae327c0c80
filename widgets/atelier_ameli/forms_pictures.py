"""A picture taken or picked on the drawn phone. What is wrong with it is said with what to do."""

from typing import Any

import wtforms
from wtforms.validators import StopValidation

from atelier_ameli.domain.app_store import Ask, Store
from atelier_ameli.domain.handset import Permission
from atelier_ameli.domain.pictures import FaultWords, Picture, Pictures
from atelier_ameli.forms_choices import OneOf, Option
from atelier_ameli.notices import Notice


class PictureField(OneOf):
    """One picture; `data` is its id. `known` are the photos of the phone, `store` its shop of applications."""

    def __init__(self, label: str, *, known: Pictures, store: Store, **options: Any) -> None:
        super().__init__(label, **options)
        self.known = known
        self.store = store

    def ask(self, permission: Permission) -> Ask:
        """Return what the application says when it asks for something."""
        return self.store.ask(permission)

    @property
    def chosen(self) -> Picture | None:
        return self.known.picture(self.data or "")

    def pre_validate(self, form: wtforms.Form) -> None:
        self.options = [Option(self.chosen.id, self.chosen.name)] if self.chosen else []
        super().pre_validate(form)
        for fault in self.chosen.faults[:1]:
            raise StopValidation(picture_notice(self.known.words(fault)))


def picture_notice(words: FaultWords) -> Notice:
    """Return what is told of a fault; its words are those of a data file."""
    return Notice(f"picture_{words.id}", f"{words.told} {words.advice}")
