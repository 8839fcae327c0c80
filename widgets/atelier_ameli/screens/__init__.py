"""The pages of the simulated site, by the name that a chapter gives them."""

from atelier_ameli.screens.forgotten_code import CodeSent, ForgottenCode, TooManyCodes
from atelier_ameli.screens.later import CreateAccount, FranceConnect
from atelier_ameli.screens.login import Login
from atelier_ameli.screens.new_code import NewCode
from atelier_ameli.screens.page import Page
from atelier_ameli.screens.welcome import Welcome

_ALL = (Login, ForgottenCode, CodeSent, TooManyCodes, NewCode, Welcome, FranceConnect, CreateAccount)
PAGES: dict[str, type[Page]] = {page.name: page for page in _ALL}
