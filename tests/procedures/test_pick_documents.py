"""Picking a document in the invented folder: looked at before going on, refused with what to do; a real file never."""

import pytest

from atelier_ameli import Screen, data
from practice.forms.documents import DocumentField
from practice.forms.fields import Form
from practice.forms.folder import Folder, PaperKind
from practice.loading.faults import DataError
from practice.loading.toml_files import read, structure
from tests.journeys import reach
from tests.support import SITE
from tests.support.pages import again, errors, field, soup, status, text

REFUSED = "Ce fichier vient de votre appareil. Nous ne l'avons pas lu. Ici, on choisit un document inventé."


def offered(screen):
    return [node.get_text() for node in soup(screen).find_all(class_="paper-name")]


def preview(screen):
    shown = soup(screen).find(class_="paper-preview")
    return shown and shown.get_text(" ", strip=True)


def test_each_file_is_shown_with_its_format_its_size_and_what_one_sees():
    screen = reach("documents to pick")
    assert "photo-vacances.jpg" in offered(screen)
    photo = soup(screen).find("input", value="photo_large")
    assert photo["type"] == "radio"
    told = soup(screen).find(id=photo["aria-describedby"])  # what a screen reader adds to its name
    assert told.get_text() == "Un visage de face, dans une très grande image."
    assert "JPG, 12,4\u00a0Mo" in text(screen)
    assert "Formats acceptés\u00a0: JPG ou PDF. Taille maximum\u00a0: 5\u00a0Mo." in text(screen)


def test_the_folder_holds_what_is_asked_for_and_a_few_other_things():
    for state in ("documents to pick", "documents to pick, a proof"):
        assert 5 <= len(offered(reach(state))) <= 8
    assert "carte-identite.doc" not in offered(reach("documents to pick"))
    assert "carte-identite.doc" in offered(reach("documents to pick, a proof"))


def test_the_file_chosen_is_looked_at_before_going_on():
    assert preview(reach("documents to pick")) is None
    screen = reach("documents to pick, a blurred one")
    assert "Un visage. L'image est floue." in preview(screen)
    assert "900\u00a0Ko" in preview(screen)
    assert status(screen) == "L'aperçu du fichier est affiché."
    assert errors(screen) == []
    assert screen.focus is None, "who goes through the files by the arrow keys stays where she is"


@pytest.mark.parametrize(
    ("needs", "chosen", "said"),
    [
        ("photo", "photo_large", "trop lourd : 12,4 Mo. Le site accepte 5 Mo au maximum."),
        ("photo", "photo_blurred", "est floue"),
        ("photo", "photo_heic", "au format HEIC. Le site accepte seulement JPG ou PDF."),
        ("photo", "cat", "« chat.jpg » n'est pas une photo de visage."),
        ("identity", "identity_word", "au format DOC"),
        ("identity", "identity_old", "n'est plus valable"),
        ("rib", "rib_blurred", "est floue"),
        ("address", "rib", "« rib.pdf » n'est pas un justificatif de domicile."),
        ("photo", "nothing_there", "Choisissez."),
        ("photo", "", "Choisissez."),
    ],
)
def test_a_document_that_will_not_do_is_refused_with_what_to_do(needs, chosen, said):
    class Picked(Form):
        paper = DocumentField("Le document", empty="Choisissez.", needs=PaperKind(needs), folder=SITE.folder)

    form = Picked.read({"paper": chosen})
    assert not form.validate()
    message = form.paper.errors[0].replace("\u00a0", " ")
    assert said in message
    assert "Choisissez" in message


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if kind is not PaperKind.OTHER])
def test_for_every_kind_there_is_a_document_that_will_do(kind):
    folder = SITE.folder
    assert any(folder.fault(paper, kind) is None for paper in folder.on_offer(kind, None))
    assert len(folder.on_offer(kind, None)) > 2, "something to choose from"


def test_every_document_has_its_drawing():
    for paper in SITE.folder.papers:
        assert "<" in SITE.draw(f"{paper.picture}.svg")


def test_once_another_file_is_chosen_the_error_is_gone():
    screen = reach("documents to pick, too large")
    assert len(errors(screen)) == 1
    screen.do("keep", photo="photo")
    assert errors(screen) == []
    assert "800\u00a0Ko" in preview(screen)


def test_the_choice_is_there_again_after_a_reload_and_after_going_back():
    screen = again(reach("documents to pick, a blurred one"))
    assert "L'image est floue." in preview(screen)
    screen.do("back", photo="photo_blurred")
    screen.do("next", who="zoe")
    assert "L'image est floue." in preview(screen)


def test_a_real_file_is_refused_kindly_at_its_question_and_in_the_note():
    screen = reach("documents to pick, a real file")
    note, at_the_field = (soup(screen).find(id=f"{screen.key}-{end}") for end in ("note", "photo-refused"))
    assert note.get_text() == at_the_field.get_text() == REFUSED
    assert status(screen) == REFUSED
    assert screen.focus == f"{screen.key}-photo-refused"
    assert errors(screen) == []
    screen.do("keep", photo="photo")
    assert REFUSED not in text(screen)


def test_whatever_comes_with_a_real_file_is_not_kept():
    screen = reach("documents to pick")
    screen.do("real_file", name="mon-vrai-passeport.jpg", photo="mon-vrai-passeport.jpg", content="AAAA")
    assert "passeport" not in screen.html + str(screen.snapshot())


def test_a_real_file_is_refused_everywhere_in_the_account():
    screen = Screen("my_information", persona="jessica")
    screen.do("real_file")
    assert soup(screen).find(id=f"{screen.key}-note").get_text() == REFUSED


def test_the_place_for_a_real_file_has_no_name_so_that_no_form_carries_it():
    device = soup(reach("documents to pick")).find("input", type="file")
    assert not device.has_attr("name")
    assert field(reach("documents to pick"), "Un fichier de votre appareil").type == "file"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kinds": {"photo": "une photo"}}, "une ligne pour chaque sorte"),
        ({"formats": ["TIFF"]}, "formats : aucun document"),
        ({"most_kilobytes": "5 Mo"}, "il faut un nombre entier"),
    ],
)
def test_a_broken_folder_is_refused_with_the_reason(change, reason):
    file = data.DATA / "folder.toml"
    with pytest.raises(DataError) as error:
        structure(file, "papers", {**read(file), **change}, Folder)
    assert reason in str(error.value).replace("\u00a0", " ")
