from playwright.sync_api import expect
import re
def test_chapters(page, open_chapter):
    page.set_viewport_size({"width":1280,"height":900})
    open_chapter("06_decouvrir_sa_page_d_accueil")
    q = page.get_by_role("region", name=re.compile("montant du paiement"))
    q.get_by_label("Votre réponse").fill("2,28")
    q.get_by_role("button", name="Vérifier ma réponse").click()
    expect(page.get_by_role("group", name="Oui")).to_be_focused()
    expect(page.get_by_text("Bonjour Nadia LOPEZ")).to_be_visible()
    page.screenshot(path="/tmp/voila6.png", full_page=True)
    page.reload()
    expect(page.get_by_role("group", name="Oui")).to_be_visible()
    open_chapter("09_lire_ecrire_un_message")
    expect(page.get_by_role("heading", name="Ma messagerie").first).to_be_visible()
    page.screenshot(path="/tmp/voila9.png", full_page=True)
