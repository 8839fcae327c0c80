"""A chapter as a page of the room: its addresses, the fields and the buttons that several tests use."""

from playwright.sync_api import Locator, Page

HOME, CHAPTER, NEXT = "00_accueil", "06_se_connecter", "07_retrouver_son_code"
LOGIN = "pour-essayer-librement"  #: the step of CHAPTER with its first free screen
NUMBER = "Mon numéro de sécurité sociale"
CODE = "Mon code personnel (ou provisoire à 4 chiffres)"
CUT = [r"ERR_INTERNET_DISCONNECTED", r"ERR_CONNECTION_REFUSED", r"404 \(Not Found\)", r"WebSocket connection to"]


def sign_in(page: Page, code: str = "48151623") -> None:
    page.get_by_label(NUMBER, exact=True).locator("visible=true").first.fill("2 82 02 95 000 199")
    page.get_by_label(CODE).locator("visible=true").first.fill(code)
    page.get_by_role("button", name="Me connecter").first.click()


def signed_in(page: Page) -> Locator:
    return page.get_by_role("heading", name="Accueil de votre compte")
