"""The facts that the goals of an exercise may name."""

from atelier_ameli.access.accounts import Account
from atelier_ameli.access.reset import Reset
from atelier_ameli.access.second_step import SecondStep
from atelier_ameli.app.vitale_app import VitaleAppState
from atelier_ameli.creation.creation import Creation
from atelier_ameli.france_connect.france_connect_visit import Visit
from atelier_ameli.messages.messages import Correspondence
from atelier_ameli.pages import PAGES
from atelier_ameli.prevention.prevention import Enrolments
from atelier_ameli.public_site.way_in import WayIn
from atelier_ameli.world import World
from practice.course.exercises.goals import ExerciseSession
from practice.facts import gathered
from practice.mail.mailbox import Mailbox
from practice.pages.page import Downloads
from practice.phone.handset import Handset
from practice.procedures.request_book import RequestBook

_SIGNING_IN = (Account, SecondStep, Reset, WayIn, Creation, Visit)
_PARTS = (*_SIGNING_IN, Handset, VitaleAppState, RequestBook, Correspondence, Enrolments)
FACTS = gathered((ExerciseSession, *PAGES.values(), Mailbox, Downloads, World, *_PARTS))
