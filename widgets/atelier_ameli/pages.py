"""The pages of the simulated site, by the name that a chapter gives them."""

from atelier_ameli.access.false_call import FalseCall
from atelier_ameli.access.forgotten_code import CodeSent, ForgottenCode, TooManyCodes
from atelier_ameli.access.forgotten_password import (
    ForgottenPassword,
    ResetDone,
    ResetExpired,
    ResetPassword,
    ResetSent,
    TooManyLinks,
)
from atelier_ameli.access.login import Login
from atelier_ameli.access.new_code import NewCode
from atelier_ameli.access.one_time_code import AskOneTimeCode, OneTimeCode, SharedDevice
from atelier_ameli.app.first_opening import FirstOpening
from atelier_ameli.app.phone_home import PhoneHome
from atelier_ameli.app.store import Store
from atelier_ameli.app.vitale_app_page import VitaleApp
from atelier_ameli.creation.create_account import CreateAccount
from atelier_ameli.creation.create_code import CreateCode
from atelier_ameli.creation.create_contact import CreateContact
from atelier_ameli.creation.create_iban import CreateIban
from atelier_ameli.creation.create_proof import CreateProof
from atelier_ameli.creation.create_sent import CreateDone, CreateExpired, CreateSent
from atelier_ameli.creation.create_stop import CreateChild, CreateKnown, CreateStopped, CreateWaiting
from atelier_ameli.documents.documents_page import Documents
from atelier_ameli.france_connect.france_connect_consent import FranceConnectConsent, FranceConnectSomebodyElse
from atelier_ameli.france_connect.france_connect_page import FranceConnect
from atelier_ameli.france_connect.france_connect_provider import FranceConnectProvider
from atelier_ameli.home.account_home import AccountHome
from atelier_ameli.home.where import Where
from atelier_ameli.information.my_information import MyInformation
from atelier_ameli.information.processing_times import ProcessingTimes
from atelier_ameli.messages.messages_page import Messages
from atelier_ameli.messages.write_message import MessageSent, WriteMessage
from atelier_ameli.payments.payments_page import Payments
from atelier_ameli.payments.statements_page import Statements
from atelier_ameli.prevention.prevention_page import LATER, TOPICS, Prevention
from atelier_ameli.procedures.agenda import Agenda
from atelier_ameli.public_site.browser import Browser
from atelier_ameli.public_site.browser_addresses import AddressesToJudge
from atelier_ameli.public_site.directory_page import Directory
from atelier_ameli.public_site.public_site_page import PublicSite
from atelier_ameli.public_site.terminals_page import Terminals
from atelier_ameli.public_site.way_in_pages import AccountDoor, CaissePostcode, Cookies, WhichService
from atelier_ameli.received.received_page import ReceivedPage
from practice.pages.page import Page
from practice.procedures import pages as procedures

_REACH = (Browser, AddressesToJudge, ReceivedPage, PublicSite, CaissePostcode, WhichService, Cookies, AccountDoor)
_PASSWORD = (ForgottenPassword, ResetSent, TooManyLinks, ResetExpired, ResetPassword, ResetDone)
_SECOND_STEP = (AskOneTimeCode, OneTimeCode, SharedDevice, FalseCall)
_ALL = (*_REACH, Login, *_SECOND_STEP, ForgottenCode, CodeSent, TooManyCodes, NewCode, *_PASSWORD)
_FRANCE_CONNECT = (FranceConnect, FranceConnectProvider, FranceConnectConsent, FranceConnectSomebodyElse)
_CREATE = (
    *(CreateAccount, CreateProof, CreateIban, CreateContact, CreateCode, CreateSent, CreateExpired, CreateDone),
    *(CreateKnown, CreateChild, CreateWaiting, CreateStopped),
)
_INSIDE = (
    *(AccountHome, ProcessingTimes, Prevention),
    *(Where, Terminals, Directory),
    *(*procedures.PAGES, Agenda),
    *(*TOPICS, *LATER),
    *(Payments, Statements),
    Documents,
    *(Messages, WriteMessage, MessageSent, MyInformation),
)
_PHONE = (PhoneHome, Store, FirstOpening, VitaleApp)
PAGES: dict[str, type[Page]] = {page.name: page for page in (*_ALL, *_CREATE, *_FRANCE_CONNECT, *_INSIDE, *_PHONE)}
