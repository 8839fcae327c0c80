"""The engine holds any site: « Mon espace énergie » is data, templates and a few lines, in tests/support/energy."""

import base64
import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from atelier_ameli import site as ameli
from practice.chapter import read_chapter
from practice.course.exercises.exercise import Exercise
from practice.doors.voila.room import Room
from practice.loading.faults import DataError
from practice.procedures.loading_requests import load_procedure
from practice.screen import Screen
from practice.session import Context, UnknownActionError
from tests.support import energy
from tests.support.chapters import code, markdown, write_chapter
from tests.support.energy.site import Site
from tests.support.pages import errors, plain, soup, text

SITE = Site.load()
LEA = {"contract": "0012345", "code": "soleil-7"}
FOLDER = Path(energy.__file__).parent
MOST_LINES = 150  #: of Python, the empty ones not counted
NEW_HOME = {"street": "4 rue du Modèle", "postcode": "31500"}
LEAVING = {"leaving": "31/01/2025", "reading": "04217"}


def screen(start="sign_in"):
    return Screen(start, persona="lea", at=Context(SITE))


def test_one_signs_in_with_seven_digits_and_a_code_and_takes_a_bill():
    mine = screen()
    assert "Léa MARTIN" in text(mine)
    assert "SIMULATION" in text(mine)
    mine.do("sign_in", **LEA)
    assert "48,20\u00a0€" in text(mine)
    reply = mine.answer({"turn": 1, "do": "take", "answers": {"day": "2025-01-05"}})
    assert reply["file"]["name"] == "facture_2025_01_05.pdf"
    paper = PdfReader(io.BytesIO(base64.b64decode(reply["file"]["content"]))).pages[0].extract_text()
    assert "SPECIMEN" in paper
    assert "48,20" in paper


def test_a_wrong_code_is_told_at_the_summary_and_never_kept():
    mine = screen()
    mine.do("sign_in", contract="0012345", code="lune-8")
    assert errors(mine) == ["Le numéro et le code ne vont pas ensemble. Comparez-les avec la fiche."]
    kept = mine.answer({"turn": 1, "do": "resume", "answers": {"kept": {}}})["keep"]
    assert "lune-8" not in str(kept)


def test_a_number_that_could_be_real_is_refused_here_too():
    mine = screen()
    mine.do("sign_in", contract="2 82 02 31 555 123 45", code="x")
    assert "ressemble à un vrai numéro" in " ".join(errors(mine))
    assert "282023" not in soup(mine).get_text().replace(" ", "")


def test_what_was_done_is_taken_up_and_what_could_not_be_is_refused():
    mine = screen()
    mine.do("sign_in", **LEA)
    kept = mine.answer({"turn": 1, "do": "resume", "answers": {"kept": {}}})["keep"]
    assert all(name.startswith("atelier:energie:2025:") for name in kept)
    other = screen()
    other.answer({"turn": 1, "do": "resume", "answers": {"kept": kept}})
    assert other.page.name == "bills"


def do_as_told(played):
    """Do what each step of an exercise says, by hand."""
    for step in SITE.exercises[played.exercise.id].steps:
        answers = {name: value.format_map(played.screen.world.words()) for name, value in step.answers.items()}
        played.do(step.do, **answers)


@pytest.mark.parametrize("name", SITE.exercises)
@pytest.mark.parametrize("mode", ["watch", "guided", "alone"])
def test_its_exercises_are_played_to_the_end_in_each_mode(name, mode):
    played = Exercise(name, mode=mode, at=Context(SITE))
    if mode == "watch":
        while not played.finished:
            played.do("forward")
    else:
        do_as_told(played)
    assert played.finished
    assert (SITE.exercises[name].well_done in text(played)) is (mode != "watch")


def test_a_habitual_mistake_gets_its_word():
    played = Exercise("voir_ma_facture", mode="guided", at=Context(SITE))
    played.do("sign_in", contract="0012345", code="lune-8")
    assert "sept chiffres" in text(played)


def test_a_procedure_is_searched_filled_in_kept_for_later_taken_up_sent_and_followed():
    mine = screen("bills")
    mine.do("open", page="requests")
    assert "Mes démarches" in text(mine)
    mine.do("search", words="je démenage")
    assert "1 démarche pour « je démenage »" in plain(mine)
    mine.do("begin", request="moving")
    assert "3 étapes, 5 minutes environ" in plain(mine)
    mine.do("start")
    assert "Léa déménage fin janvier" in plain(mine)
    mine.do("next", street="4 rue du Modèle", postcode="315")
    assert errors(mine) == ["Un code postal a cinq chiffres, comme 31000."]
    mine.do("next", **NEW_HOME)
    mine.do("later", leaving="31/01/2025")
    assert "Elle est gardée ici" in plain(mine)
    kept = mine.answer({"turn": 1, "do": "resume", "answers": {"kept": {}}})["keep"]
    other = screen("bills")
    other.answer({"turn": 1, "do": "resume", "answers": {"kept": kept}})
    assert "Reprendre : Signaler un déménagement" in plain(other)
    other.do("begin", request="moving")
    assert soup(other).find("input", {"name": "leaving"})["value"] == "31/01/2025"
    other.do("next", leaving="31/01/2025", reading="")
    assert errors(other) == ["Tapez les chiffres du compteur. Ils sont sur la fiche."]
    other.do("next", **LEAVING)
    assert "Vérifiez avant d'envoyer" in plain(other)
    other.do("send")
    assert "le service client a reçu votre demande" in plain(other)
    other.do("open", page="follow_up")
    assert "Demande reçue" in plain(other)
    assert "avec un relevé de 04217" in plain(other)
    other.do("wait", days="7")
    assert "Signaler un déménagement : Dernière facture prête." in plain(other)
    assert "caisse" not in plain(other)


def request_sent():
    mine = screen("requests")
    mine.do("begin", request="moving")
    mine.do("start")
    mine.do("next", **NEW_HOME)
    mine.do("next", **LEAVING)
    mine.do("send")
    return mine


def test_the_receipt_of_a_request_is_a_paper_of_this_site():
    mine = request_sent()
    file = mine.answer({"turn": 1, "do": "receipt", "answers": {"number": "1"}})["file"]
    paper = PdfReader(io.BytesIO(base64.b64decode(file["content"]))).pages[0].extract_text()
    assert file["name"] == "recu_dem_20250115_01.pdf"
    assert "SPECIMEN" in paper
    assert "04217" in paper


def test_the_same_request_is_not_sent_twice_and_what_was_sent_is_not_believed_if_it_is_wrong():
    mine = request_sent()
    mine.do("open", page="requests")
    mine.do("begin", request="moving")
    assert "Vous avez déjà envoyé cette demande." in plain(mine)
    kept = mine.answer({"turn": 1, "do": "resume", "answers": {"kept": {}}})["keep"]
    spoiled = json.loads(json.dumps(kept).replace("31/01/2025", "31/02/2025"))
    assert spoiled != kept
    other = screen("requests")
    other.answer({"turn": 1, "do": "resume", "answers": {"kept": spoiled}})
    assert "Nous n'avons pas pu relire votre travail précédent." in plain(other)


def test_nothing_is_done_with_a_phone_that_this_site_does_not_have():
    mine = screen("bills")
    assert "Passer au téléphone" not in text(mine)
    for action in ("switch", "phone_home", "phone_back"):
        with pytest.raises(UnknownActionError):
            mine.do(action)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('kind = "postcode"', 'kind = "iban"', "kind : il faut l'un de : text"),
        ('kind = "postcode"', 'kind = "document"\nneeds = "identity"', "folder.toml"),
        ('kind = "postcode"', 'kind = "picture"', "pictures.toml"),
        ("after_days = 7", 'after_days = 7\ndocument = "facture"', "« facture » n'existe pas"),
        ('group = "Mon logement"', 'group = "Ailleurs"', "group"),
        ("relevé de {reading}", "relevé de {index}", "« index »"),
    ],
)
def test_a_request_that_this_site_could_not_draw_is_refused(tmp_path, before, after, reason):
    told = (Site.data / "requests" / "moving.toml").read_text(encoding="utf-8")
    assert before in told
    (tmp_path / "moving.toml").write_text(told.replace(before, after), encoding="utf-8")
    with pytest.raises(DataError) as refused:
        load_procedure(tmp_path / "moving.toml", SITE)
    assert reason in str(refused.value).replace("\u00a0", " ")


def test_it_is_made_of_data_templates_and_few_lines():
    lines = [line for file in FOLDER.rglob("*.py") for line in file.read_text(encoding="utf-8").splitlines()]
    assert 0 < sum(bool(line.strip()) for line in lines) <= MOST_LINES


def test_a_goal_that_this_site_does_not_know_is_refused(tmp_path):
    folder = tmp_path / "2026"
    (folder / "exercises").mkdir(parents=True)
    (folder / "edition.toml").write_text('title = "2026"\nbased_on = "2025"\n', encoding="utf-8")
    told = (Site.data / "exercises" / "01_entrer.toml").read_text(encoding="utf-8").replace("signed_in =", "dedans =")
    (folder / "exercises" / "01_entrer.toml").write_text(told, encoding="utf-8")
    with pytest.raises(DataError, match=r"voir_ma_facture.*dedans"):
        _ = Site.laid(folder).exercises


def test_its_chapter_is_read_and_drawn_by_the_door_of_the_room(tmp_path):
    cell = code('Screen("sign_in", persona="lea")', "slide")
    path = write_chapter(
        tmp_path, markdown("# Entrer", "slide"), code("from tests.support.energy import Screen", "skip"), cell
    )
    [drawing] = [drawn for drawn in read_chapter(path, SITE.offers).open(Context(SITE)) if drawn]
    assert "Mon numéro de contrat" in drawing.html
    room = Room(tmp_path, SITE, "/")
    room.get_ready()
    page = room.chapters.get(room.chapters.read(path.stem), SITE).html.decode()
    assert "Mon numéro de contrat" in page
    assert "SIMULATION" in page


def test_the_notices_of_one_site_are_not_those_of_the_other():
    assert {"energy_wrong", "real_number"} <= SITE.notices.keys()
    assert "wrong_pair" not in SITE.notices
    assert not {"energy_wrong", "contract_empty"} & ameli.Site.load().notices.keys()
