"""What an exercise may name: the facts of its goals, the notices of the site."""

from typing import TYPE_CHECKING

from atelier_ameli.access.accounts import Account
from atelier_ameli.creation.creation import Creation
from atelier_ameli.france_connect.france_connect_visit import Visit
from atelier_ameli.messages.messages import Correspondence
from atelier_ameli.pages import PAGES
from atelier_ameli.prevention.prevention import Enrolments
from atelier_ameli.procedures.forms_declared import empty_notice
from atelier_ameli.world import World
from practice.facts import gathered
from practice.forms.documents import notices_of as notices_of_folder
from practice.forms.pictures import picture_notice
from practice.mail.mailbox import Mailbox
from practice.notices import Notice, declared
from practice.pages.page import Downloads
from practice.phone.handset import Handset
from practice.procedures.request_book import RequestBook

if TYPE_CHECKING:
    from atelier_ameli.site import Site

_PARTS = (Account, Creation, Visit, Handset, RequestBook, Correspondence, Enrolments)
FACTS = gathered((*PAGES.values(), Mailbox, Downloads, World, *_PARTS))


def notices_of(site: "Site") -> dict[str, Notice]:
    """Return all that the pages of a site may tell, by id: what modules declare, and what the data files say."""
    steps = [(request, step) for request in site.requests.values() for step in request.steps]
    found = [
        *declared("practice", "atelier_ameli").values(),
        *(empty_notice(request, field) for request, step in steps for field in step.fields),
        *(picture_notice(words) for words in site.pictures.faults),
        *notices_of_folder(site.folder),
    ]
    return {notice.id: notice for notice in found if notice}
