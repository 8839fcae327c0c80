"""The pages of the simulated site, by the name that a chapter gives them."""

from atelier_ameli.screens.account_home import AccountHome
from atelier_ameli.screens.agenda import Agenda
from atelier_ameli.screens.browser import Browser
from atelier_ameli.screens.browser_addresses import AddressesToJudge
from atelier_ameli.screens.create_account import CreateAccount
from atelier_ameli.screens.create_code import CreateCode
from atelier_ameli.screens.create_contact import CreateContact
from atelier_ameli.screens.create_proof import CreateProof
from atelier_ameli.screens.create_sent import CreateDone, CreateExpired, CreateSent
from atelier_ameli.screens.create_stop import CreateChild, CreateKnown, CreateStopped, CreateWaiting
from atelier_ameli.screens.directory import Directory
from atelier_ameli.screens.documents import Documents
from atelier_ameli.screens.first_opening import FirstOpening
from atelier_ameli.screens.forgotten_code import CodeSent, ForgottenCode, TooManyCodes
from atelier_ameli.screens.france_connect import FranceConnect
from atelier_ameli.screens.france_connect_consent import FranceConnectConsent, FranceConnectSomebodyElse
from atelier_ameli.screens.france_connect_provider import FranceConnectProvider
from atelier_ameli.screens.login import Login
from atelier_ameli.screens.messages import Messages
from atelier_ameli.screens.my_information import MyInformation
from atelier_ameli.screens.new_code import NewCode
from atelier_ameli.screens.payments import Payments
from atelier_ameli.screens.phone_home import PhoneHome
from atelier_ameli.screens.prevention import TOPICS, Prevention
from atelier_ameli.screens.processing_times import ProcessingTimes
from atelier_ameli.screens.public_site import PublicSite
from atelier_ameli.screens.request import RequestPage
from atelier_ameli.screens.request_sent import FollowUp, RequestSent
from atelier_ameli.screens.requests import Requests
from atelier_ameli.screens.statements import Statements
from atelier_ameli.screens.store import Store
from atelier_ameli.screens.terminals import Terminals
from atelier_ameli.screens.where import Where
from atelier_ameli.screens.write_message import MessageSent, WriteMessage
from practice.pages.page import Page

_REACH = (Browser, AddressesToJudge, PublicSite)
_ALL = (*_REACH, Login, ForgottenCode, CodeSent, TooManyCodes, NewCode)
_FRANCE_CONNECT = (FranceConnect, FranceConnectProvider, FranceConnectConsent, FranceConnectSomebodyElse)
_CREATE = (
    *(CreateAccount, CreateProof, CreateContact, CreateCode, CreateSent, CreateExpired, CreateDone),
    *(CreateKnown, CreateChild, CreateWaiting, CreateStopped),
)
_INSIDE = (
    *(AccountHome, ProcessingTimes, Requests, Prevention),
    *(Where, Terminals, Directory),
    *(RequestPage, RequestSent, FollowUp, Agenda),
    *TOPICS,
    *(Payments, Statements),
    Documents,
    *(Messages, WriteMessage, MessageSent, MyInformation),
)
_PHONE = (PhoneHome, Store, FirstOpening)
PAGES: dict[str, type[Page]] = {page.name: page for page in (*_ALL, *_CREATE, *_FRANCE_CONNECT, *_INSIDE, *_PHONE)}
