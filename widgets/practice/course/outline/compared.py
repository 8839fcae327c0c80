"""What has changed since an earlier edition: the same thing on the screens of both, side by side, a sentence each."""

from dataclasses import dataclass
from typing import Any

from practice.course.exercises.exercises import Setup
from practice.course.exercises.placeholders import typed_by
from practice.screen import SiteSession
from practice.session import Context, Drawing

_SCREENS = ("site", "handset")  #: regions, one of which a session shows


@dataclass(frozen=True)
class Side:
    """One of the two: what is said of it, and the page that shows it, if there was one, once this is done there."""

    says: str
    page: str = ""
    do: tuple[Setup, ...] = ()


@dataclass(frozen=True)
class Change:
    """Something that has changed, as data/editions/*/compared.toml tells it. `since`: the earlier edition."""

    id: str
    title: str
    persona: str
    since: str
    origin: str
    before: Side
    after: Side


class Compared(Drawing):
    """A change, by its id. The screens are drawn as they are, and answer nothing."""

    prefix = "avant_apres"

    def __init__(self, name: str, *, at: Context | None = None) -> None:
        super().__init__(at)
        self.change: Change = self.site.changes[name]
        self.title = self.change.title
        sides = ((self.change.since, self.change.before), (self.site.year, self.change.after))
        self.sides = [self._side(year, side) for year, side in sides]

    def _side(self, year: str, side: Side) -> dict[str, Any]:
        if not side.page:
            return {"year": year, "says": side.says, "screen": ""}
        at = self.context.in_edition(year)
        session = SiteSession(at.site.world(at.site, self.change.persona), side.page, at=at)
        for one in side.do:
            session.handle(one.do, typed_by(one, session.world))
        regions = session.regions()
        screen = next(regions[name] for name in _SCREENS if name in regions)
        alone = screen.replace(f" {session.key}-card-title", "")  # of the card, which does not stand beside it
        return {"year": year, "says": side.says, "screen": alone}

    def draw(self) -> str:
        return self.site.draw("compared.html", key=self.key, sides=self.sides)

    def __repr__(self) -> str:
        return f"Compared({self.change.id!r})"
