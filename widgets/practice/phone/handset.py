"""The learner's drawn phone: how it looks, the course's application on it, and what that application may use."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import ClassVar

from practice.facts import Fact, at_least

FETCHED = (30, 100)  #: per cent of the application, one after the other: the learner moves them, no clock does


class Look(StrEnum):
    """How the phone's shop of applications looks."""

    PLAIN = "plain"
    ANDROID = "android"
    IPHONE = "iphone"


class Permission(StrEnum):
    """What an application asks before it uses it, in the order in which ours asks."""

    NOTIFICATIONS = "notifications"
    CAMERA = "camera"
    PHOTOS = "photos"


@dataclass(frozen=True)
class Handset:
    """A phone. Each event gives a new Handset."""

    facts: ClassVar = (
        Fact("installed", "L'application est sur le téléphone dessiné.", lambda phone: phone.installed, bool),
        Fact(
            "fetched",
            "Combien de l'application, en pour cent et au moins, est téléchargé ; 30 dit que c'est commencé.",
            lambda phone: phone.fetched,
            int,
            test=at_least,
        ),
    )

    look: Look = Look.PLAIN
    fetched: int | None = None  #: per cent of the application that are on the phone; none before « Installer »
    opened: bool = False  #: whether the application was opened once, and so has asked what it may use
    answers: dict[Permission, bool] = field(default_factory=dict)  #: what it may use; nothing for what was not asked

    def __post_init__(self) -> None:
        """Refuse a phone that no exercise leads to."""
        if self.fetched not in (None, *FETCHED) or (self.opened and not self.installed):
            raise ValueError("fetched or opened")

    @property
    def installed(self) -> bool:
        return self.fetched == FETCHED[-1]

    @property
    def next_question(self) -> Permission | None:
        """What the application asks for next."""
        return next((permission for permission in Permission if permission not in self.answers), None)

    def allows(self, permission: Permission) -> bool:
        return self.answers.get(permission, False)

    def refused_since(self, before: "Handset") -> Permission | None:
        """Return what was refused since an earlier state of the phone."""
        new = self.answers.items() - before.answers.items()
        return next((permission for permission, allowed in new if not allowed), None)

    def fetching(self) -> "Handset":
        """Fetch the application a little further; the first time, begin."""
        after = FETCHED[:1] if self.fetched is None else [step for step in FETCHED if step > self.fetched]
        return replace(self, fetched=after[0]) if after else self

    def without_app(self) -> "Handset":
        """Stop fetching the application, or take it away; the phone forgets what it was allowed."""
        return Handset(self.look)

    def in_use(self) -> "Handset":
        """Return the phone of somebody who has had the application for a while."""
        return replace(self, fetched=FETCHED[-1], opened=True)

    def answered(self, permission: Permission, *, allowed: bool) -> "Handset":
        return replace(self, answers={**self.answers, permission: allowed})
