"""The engine holds any site: « Mon espace énergie » is data, templates and a few lines, in tests/support/energy."""

import base64
import io

import pytest
from pypdf import PdfReader

from atelier_ameli import site as ameli
from practice.chapter import read_chapter
from practice.course.exercises.exercise import Exercise
from practice.doors.voila.room import Room
from practice.loading.faults import DataError
from practice.screen import Screen
from practice.session import Context
from tests.support.chapters import code, markdown, write_chapter
from tests.support.energy.site import Site
from tests.support.pages import errors, soup, text

SITE = Site.load()
LEA = {"contract": "0012345", "code": "soleil-7"}


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


@pytest.mark.parametrize("mode", ["watch", "guided", "alone"])
def test_its_exercise_is_played_to_the_end_in_each_mode(mode):
    played = Exercise("voir_ma_facture", mode=mode, at=Context(SITE))
    if mode == "watch":
        while not played.finished:
            played.do("forward")
    else:
        played.do("sign_in", **LEA)
        played.do("take", day="2025-01-05")
    assert played.finished
    assert ("La facture est dans les téléchargements." in text(played)) is (mode != "watch")


def test_a_habitual_mistake_gets_its_word():
    played = Exercise("voir_ma_facture", mode="guided", at=Context(SITE))
    played.do("sign_in", contract="0012345", code="lune-8")
    assert "sept chiffres" in text(played)


def test_a_goal_that_this_site_does_not_know_is_refused(tmp_path):
    folder = tmp_path / "2026"
    (folder / "exercises").mkdir(parents=True)
    (folder / "edition.toml").write_text('title = "2026"\nbased_on = "2025"\n', encoding="utf-8")
    told = (Site.data / "exercises" / "01_entrer.toml").read_text(encoding="utf-8").replace("inside =", "dedans =")
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
