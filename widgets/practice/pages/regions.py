"""Regions: the parts of a desk, each drawn by itself, and the marks of what a step is done on."""

from collections.abc import Iterable
from typing import Any

NAMES = {
    "card": "Sur la fiche",
    "device": "Sous la fiche",
    "site": "Sur le site",
    "handset": "Sur le téléphone",
    "mailbox": "Dans la messagerie",
}  #: of all regions, each with the words for what stands in it


class Regions(dict[str, str]):
    """The drawings of the regions that are there, by the name that `data-region` gives each in its template."""

    def holding(self, target: str) -> str:
        """Return the region that holds an id, or an empty text."""
        return next((name for name, html in self.items() if f'id="{target}"' in html), "")

    def marked(self, target: str, region: str, quiet: Iterable[str] = ()) -> "Regions":
        """Return the same regions with marks: where the target is, which region is looked at, which ones are quiet."""
        found = Regions(self)
        if found.holding(target):
            name = found.holding(target)
            found[name] = found[name].replace(f'id="{target}"', f'id="{target}" data-here', 1)
        for name, mark in ((region, "data-shown"), *((name, "data-quiet") for name in quiet)):
            if name in found:
                found[name] = found[name].replace(f'data-region="{name}"', f'data-region="{name}" {mark}', 1)
        return found


def drawn_regions(session: Any) -> Regions:
    """Return the regions of a session's desk, in the order of the keyboard."""
    page, shown = session.page, {**_shown(session), "on_phone": _on_phone(session)}
    shown["card"] = session.site.card(session.world, page)
    has_device = page.in_app and session.site.phone_page
    names = ["card", *(["device"] if has_device else []), "handset" if shown["on_phone"] else "site"]
    names += ["mailbox"] if page.mailbox or session.mailbox.visible else []
    return Regions({name: session.site.draw(f"{name}.html", **shown) for name in names})


def drawn_desk(session: Any, regions: Regions) -> str:
    """Return the desk with these regions."""
    return session.site.draw("desk.html", regions=regions, **_shown(session))


def _shown(session: Any) -> dict[str, Any]:
    """Return what the templates of the desk and of its regions are given."""
    return {
        "key": session.key,
        "starts": session.starts,
        "opened": session.opened,
        "page": session.page,
        "card_open": session.card_open,
        "mailbox": session.mailbox,
        "world": session.world,
        "switcher": session.switcher,
        "desk": session,
    }


def _on_phone(session: Any) -> bool:
    return session.page.phone_in_hand and session.page.in_app
