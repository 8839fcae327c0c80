"""The pages of the simulated site, by the name that a chapter gives them."""

from atelier_ameli.screens.account_home import AccountHome
from atelier_ameli.screens.documents import Documents
from atelier_ameli.screens.forgotten_code import CodeSent, ForgottenCode, TooManyCodes
from atelier_ameli.screens.later import CreateAccount, FranceConnect, Prevention, Requests
from atelier_ameli.screens.login import Login
from atelier_ameli.screens.messages import Messages
from atelier_ameli.screens.my_information import MyInformation
from atelier_ameli.screens.new_code import NewCode
from atelier_ameli.screens.page import Page
from atelier_ameli.screens.payments import Payments
from atelier_ameli.screens.processing_times import ProcessingTimes
from atelier_ameli.screens.statements import Statements
from atelier_ameli.screens.write_message import MessageSent, WriteMessage

_ALL = (Login, ForgottenCode, CodeSent, TooManyCodes, NewCode, FranceConnect, CreateAccount)
_INSIDE = (
    *(AccountHome, ProcessingTimes, Requests, Prevention),
    *(Payments, Statements),
    Documents,
    *(Messages, WriteMessage, MessageSent, MyInformation),
)
PAGES: dict[str, type[Page]] = {page.name: page for page in (*_ALL, *_INSIDE)}
