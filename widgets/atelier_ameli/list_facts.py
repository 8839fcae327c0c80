"""Print what an exercise may name, for whoever writes one: `python -m atelier_ameli.list_facts`, and an edition."""

import sys

from atelier_ameli.site import Site
from atelier_ameli.vocabulary import FACTS
from practice.facts import KINDS, Fact

_MOST_SHOWN = 12  #: values of a fact
_GOALS = "Les faits, pour un but (goal) :\n"
_MESSAGES = """
Les messages, pour un but (told) ou une erreur habituelle (mistakes).
Pour un seul document de data/folder.toml, ajoutez son id : document_wrong_kind-cat.
"""


def table(site: Site) -> str:
    """Return the facts and the notices, by name, in French."""
    facts = [f"  {name:16} {FACTS[name].means} {_values(FACTS[name], site)}" for name in sorted(FACTS)]
    particular = tuple(f"-{paper.id}" for paper in site.folder.papers)
    shown = [name for name in sorted(site.notices) if not name.endswith(particular)]
    notices = [f"  {name:34} {site.notices[name].outline}" for name in shown]
    return "\n".join((_GOALS, *facts, _MESSAGES, *notices, ""))


def _values(fact: Fact, site: Site) -> str:
    values = fact.values(site)
    if values is None:
        return f"[{KINDS[fact.kind]}]"
    more = [f"… ({len(values)} en tout)"] if len(values) > _MOST_SHOWN else []
    return f"[{', '.join(values[:_MOST_SHOWN] + more)}]"


if __name__ == "__main__":
    print(table(Site.load(*sys.argv[1:2] or [Site.usual_edition])), end="")  # noqa: T201
