# one-off: Lab
import re, pypdf
from playwright.sync_api import expect
from tests.browser.test_lab import lab, forgiven
def test_lab(page, lab):
    page.set_default_timeout(15_000)
    page.goto(f"{lab}/08_telecharger_ses_documents.ipynb")
    nb = page.get_by_role("region", name="Contenu du notebook").or_(page.locator(".jp-Notebook")).first
    expect(nb.get_by_role("heading", name="8. Télécharger ses documents")).to_be_visible(timeout=30_000)
    page.get_by_role("menuitem", name="Exécution", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("toutes les cellules$")).first.click()
    box = nb.get_by_role("checkbox", name="Zoé PETIT").first
    expect(box).to_be_enabled(timeout=30_000)
    box.check()
    with page.expect_download() as c:
        nb.get_by_role("button", name="Télécharger l'attestation de droits (PDF)").first.click()
    t=pypdf.PdfReader(c.value.path()).pages[0].extract_text()
    print(c.value.suggested_filename, t[:200]); assert "02 Zoé" in t
    page.screenshot(path="/tmp/lab.png")
