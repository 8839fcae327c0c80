"""What an exercise may name: the facts of its goals, the notices of the site. `python -m atelier_ameli.vocabulary`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.domain.accounts import Account
from atelier_ameli.domain.caisse_messages import Correspondence
from atelier_ameli.domain.creation import Creation
from atelier_ameli.domain.folder import PaperFault
from atelier_ameli.domain.france_connect_visit import Visit
from atelier_ameli.domain.handset import Handset
from atelier_ameli.domain.prevention import Enrolments
from atelier_ameli.domain.request_book import RequestBook
from atelier_ameli.facts import KINDS, Fact, gathered
from atelier_ameli.forms_declared import empty_notice
from atelier_ameli.forms_documents import notice_about, notice_of
from atelier_ameli.forms_pictures import picture_notice
from atelier_ameli.notices import Notice, declared
from atelier_ameli.screens import PAGES
from atelier_ameli.screens.mailbox import Mailbox
from atelier_ameli.screens.page import Downloads
from atelier_ameli.world import World

if TYPE_CHECKING:
    from atelier_ameli.site import Site

_PARTS = (Account, Creation, Visit, Handset, RequestBook, Correspondence, Enrolments)
FACTS = gathered((*PAGES.values(), Mailbox, Downloads, World, *_PARTS))
_MOST_SHOWN = 12  #: values of a fact that are printed


def notices_of(site: "Site") -> dict[str, Notice]:
    """Return all that the pages of a site may tell, by id: what modules declare, and what the data files say."""
    steps = [(request, step) for request in site.requests.values() for step in request.steps]
    found = [
        *declared().values(),
        *(empty_notice(request, field) for request, step in steps for field in step.fields),
        *(picture_notice(words) for words in site.pictures.faults),
        *(notice_of(fault, site.folder) for fault in PaperFault),
        *(notice_about(paper, needs, site.folder) for needs in site.folder.kinds for paper in site.folder.papers),
    ]
    return {notice.id: notice for notice in found if notice}


def table(site: "Site") -> str:
    """Return the facts and the notices, for whoever writes exercises, in French."""
    facts = "\n".join(f"  {fact.name:16} {fact.means} ({_values(fact, site)})" for fact in _by_name(FACTS))
    notices = "\n".join(f"  {notice.id:32} {notice.outline}" for notice in _by_name(site.notices))
    return f"Les faits d'un but (aim, until) :\n\n{facts}\n\nLes messages (told, mistakes) :\n\n{notices}\n"


def _by_name(found: Mapping[str, Any]) -> list[Any]:
    return [found[name] for name in sorted(found)]


def _values(fact: Fact, site: "Site") -> str:
    values = fact.values(site)
    if values is None:
        return KINDS[fact.kind]
    more = f"… {len(values)} en tout" if len(values) > _MOST_SHOWN else ""
    return ", ".join(values[:_MOST_SHOWN]) + more


if __name__ == "__main__":
    from atelier_ameli.site import Site

    print(table(Site.load()), end="")  # noqa: T201
