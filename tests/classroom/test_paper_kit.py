"""`sheets --salle`: the papers of a room, for each tablet; large, whole, and kindly refused when asked for nonsense."""

import html
import re
from functools import cache

import fpdf
import pytest

from atelier_ameli.site import Site
from practice.classroom.dealing import deal, players
from practice.doors.sheets import classroom_kit, command
from practice.doors.sheets.classroom_kit import room_sheets
from practice.doors.sheets.classroom_paper import EDGE, LARGE, SPECIMEN
from practice.doors.sheets.envelope_sheets import envelope_text
from practice.doors.sheets.slips import WayIn, strips
from tests.support import SITE
from tests.support.energy.site import Site as EnergySite
from tests.support.papers import elements, read
from tests.support.setup import Started

ADDRESS = "192.168.100.120:8866/rejoindre"
MANY = 13  #: tablets: more than there are people
POINTS = 72 / 25.4  #: in a millimetre
YEARS = Site.years()
RULER = fpdf.FPDF()


def plain(text):
    return " ".join(text.replace("\xa0", " ").split())


@cache
def kit(year):
    site = Site.load(year)
    seats = [site.envelope(name) for name in deal(players(site), MANY)]
    return seats, {name: read(sheet.output()) for name, sheet in room_sheets(site, seats, WayIn(f"http://{ADDRESS}"))}


@cache
def looked_at(pdf):
    """Return the words of each page, and each text that is drawn on one, as `drawn` says; a page is read once."""
    found = []

    def seen(text, _, matrix, font, size):
        if text.strip() and matrix[1] == 0:  # what is turned is the watermark
            RULER.set_font("Helvetica", "B" if font and "Bold" in font["/BaseFont"] else "", size)
            wide = RULER.get_string_width(text.strip().encode("cp1252", "replace").decode("latin-1"))
            left, low = matrix[4] / POINTS, matrix[5] / POINTS
            found.append((left, left + wide, low, low + size / POINTS, size, text))

    return [plain(page.extract_text(visitor_text=seen)) for page in pdf.pages], found


def pages(pdf):
    return looked_at(pdf)[0]


def drawn(pdf):
    """Return each text: where it begins and ends from the left, then from below, in millimetres, its size, itself."""
    return looked_at(pdf)[1]


@pytest.mark.parametrize("year", YEARS)
def test_each_tablet_has_three_pages_who_is_played_a_letter_and_the_papers(year):
    seats, sheets = kit(year)
    told = pages(sheets["enveloppes"])[1:]
    assert len(told) == 3 * MANY
    for number, envelope in enumerate(seats, 1):
        mine = told[3 * number - 3 : 3 * number]
        assert all(f"Tablette {number} " in page for page in mine)
        person, letter, *papers = envelope.pieces
        for page, found in zip(mine, ([person], [letter], papers), strict=True):
            for one in found:
                assert plain(one.title) in page
                values = [line.value for line in one.lines] if one is not letter else [one.to[0]]
                for words in (*values, *one.texts):
                    assert plain(words) in page


@pytest.mark.parametrize("year", YEARS)
def test_no_word_of_the_kit_is_small_and_none_stands_where_a_printer_cuts(year):
    wide, high = 210 - EDGE, 297 - EDGE
    for name, pdf in kit(year)[1].items():
        for left, right, low, top, size, text in drawn(pdf):
            assert size >= LARGE, (name, text)
            assert left >= EDGE, (name, text)
            assert right <= wide, (name, text)
            assert low >= EDGE - 1, (name, text)
            assert top <= high + 1, (name, text)


@pytest.mark.parametrize("year", YEARS)
def test_each_page_of_an_envelope_says_that_it_is_a_specimen(year):
    assert all(SPECIMEN in page for page in pages(kit(year)[1]["enveloppes"]))
    assert "SPECIMEN" not in "".join(pages(kit(year)[1]["feuille_de_presence"]))


def test_each_tablet_has_one_strip_with_its_number_its_person_and_the_address():
    seats, sheets = kit("2021")
    told = pages(sheets["bandes_a_couper"])
    for page in told:
        strips = re.findall(r"Tablette (\d+) Vous jouez (.+?) L'adresse : (\S+) Le code :", page)
        assert 1 <= len(strips) <= 4
        for number, name, address in strips:
            assert (name, address) == (seats[int(number) - 1].name, ADDRESS)
    numbers = [int(number) for number in re.findall(r"Tablette (\d+)", " ".join(told))]
    assert numbers == list(range(1, MANY + 1))
    figures = [one for one in elements(sheets["bandes_a_couper"]) if one[0].endswith("H2")]
    assert len(figures) == MANY


def test_without_an_address_there_is_a_place_to_write_it_and_with_a_code_it_is_printed():
    names = [seat.name for seat in kit("2021")[0][:2]]
    by_hand = read(strips(SITE, names, WayIn()).output())
    assert "L'adresse : Le code :" in pages(by_hand)[0]
    assert not by_hand.pages[0].images
    known = read(strips(SITE, names, WayIn(f"http://{ADDRESS}", "482915")).output())
    assert "Le code : 482 915" in pages(known)[0]
    assert len(known.pages[0].images) == 2
    assert WayIn(f"http://{ADDRESS}", "482915").photographed(2) == f"http://{ADDRESS}/482915?tablette=2"
    assert WayIn(f"http://{ADDRESS}").photographed(2) == f"http://{ADDRESS}?tablette=2"


@pytest.mark.parametrize("year", YEARS)
def test_no_page_cuts_a_card_of_the_trainer_and_each_says_all(year):
    site = Site.load(year)
    seats, sheets = kit(year)
    told = pages(sheets["cartes_formateur"])
    for one in site.kit.classroom:
        page = next(page for page in told if plain(f"{one.title} 1 {one.steps[0]}") in page)
        assert all(plain(step) in page for step in one.steps), one.id
    for envelope in dict.fromkeys(seats):
        page = next(page for page in told[2:] if f"{envelope.name} Tablette" in page)
        mine = page.partition(f"{envelope.name} Tablette")[2]
        assert all(plain(f"{line.label} {line.value}") in mine for line in envelope.answers), envelope.name


def test_the_cards_say_who_plays_whom_and_a_person_with_two_tablets_says_both():
    seats, sheets = kit("2021")
    told = " ".join(pages(sheets["cartes_formateur"]))
    for number, envelope in enumerate(seats, 1):
        assert f" {number} {envelope.name}" in told
    assert f"{seats[0].name} Tablettes 1, 11. Personne inventée." in told


def test_the_word_code_of_the_room_stays_where_the_site_says_password():
    told = " ".join(pages(kit("2026")[1]["cartes_formateur"]))
    assert "code de reprise" in told
    assert "code de la salle" in told
    assert "Le mot de passe de la personne jouée" in told
    assert "« Je note mon code »" in told
    assert "mot de passe de reprise" not in told


def test_there_is_a_place_to_sign_and_a_slip_of_twenty_boxes_for_each_tablet():
    sheets = kit("2021")[1]
    signed = elements(sheets["feuille_de_presence"])
    assert [words for kind, words in signed if kind == "Table/TR/TH"] == [
        *("Prénom et nom", "Matin", "Après-midi"),
        *[""] * MANY,
    ]
    slips = pages(sheets["codes_de_reprise"])
    assert " ".join(slips).count("Mon code de reprise") == MANY
    boxes = sheets["codes_de_reprise"].pages[0].get_contents().get_data().count(b" re ")
    assert boxes == 4 * 20


@pytest.mark.parametrize("year", YEARS)
def test_what_a_screen_reader_reads_says_all_of_the_papers_and_the_codes_sign_by_sign(year):
    site = Site.load(year)
    for number, envelope in enumerate(kit(year)[0][:10], 1):
        text = envelope_text(site, number, envelope)
        assert text.count("<h1>") == 1
        assert '<html lang="fr">' in text
        words = plain(html.unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)))
        assert words.startswith(f"Tablette {number} : les papiers")
        assert SPECIMEN in words
        for piece in envelope.pieces:
            told = (
                piece.title,
                piece.when,
                *piece.texts,
                *(part for line in piece.lines for part in (line.label, line.value)),
            )
            assert all(plain(one) in words for one in told)
            assert all(f"Signe par signe : {line.signs}." in words for line in piece.lines if line.dictated)


def test_the_kit_of_forty_tablets_is_light():
    seats = [SITE.envelope(name) for name in deal(players(SITE), 40)]
    sizes = [len(sheet.output()) for _, sheet in room_sheets(SITE, seats, WayIn(f"http://{ADDRESS}"))]
    assert max(sizes) < 600_000


def test_the_command_writes_the_kit_and_leaves_nothing_of_an_earlier_one(tmp_path, capsys):
    earlier = tmp_path / "salle" / "texte" / "tablette_03.html"
    earlier.parent.mkdir(parents=True)
    earlier.touch()
    asked = ["--salle", "--tablettes", "2", "--adresse", "192.168.1.20", "--output", str(tmp_path)]
    assert command.main(Site, asked) == 0
    said = capsys.readouterr().out
    assert "Tablettes : 2. Adresse : 192.168.1.20:8866/rejoindre." in plain(said)
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*"))
    assert found == [
        "salle/bandes_a_couper.pdf",
        "salle/cartes_formateur.pdf",
        "salle/codes_de_reprise.pdf",
        "salle/enveloppes.pdf",
        "salle/feuille_de_presence.pdf",
        "salle/texte/tablette_01.html",
        "salle/texte/tablette_02.html",
    ]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--salle", "--tablettes", "0"], "« --tablettes 0 » : il faut un nombre, de 1 à 40."),
        (["--salle", "--tablettes", "41"], "« --tablettes 41 » : il faut un nombre, de 1 à 40."),
        (["--salle", "--tablettes", "douze"], "il faut un nombre, de 1 à 40."),
        (["--salle", "--tablettes", "²"], "il faut un nombre, de 1 à 40."),
        (["--salle", "--tablettes", "9" * 5000], "il faut un nombre, de 1 à 40."),
        (["--tablettes", "3"], "« --tablettes » va avec « --salle »"),
        (["04", "--code", "482915"], "« --code » va avec « --salle »"),
        (["--salle", "--code", "48291"], "le code de la salle a 6 chiffres"),
        (["--salle", "--code", "48291é"], "le code de la salle a 6 chiffres"),
        (["--salle", "--code", ""], "le code de la salle a 6 chiffres"),
        (["--salle", "--port", "0"], "« --port 0 » : il faut un nombre, de 1 à 65535."),
        (["--salle", "--port", "9000/x"], "il faut un nombre, de 1 à 65535."),
        (["--salle", "--port", ""], "il faut un nombre, de 1 à 65535."),
        (["--salle", "--adresse", "chez moi"], "il faut une adresse comme 192.168.1.20:8866"),
        (["--salle", "--adresse", "ftp://192.168.1.20"], "il faut une adresse comme"),
        (["--salle", "--adresse", "http://[::1"], "il faut une adresse comme"),
        (["--salle", "--adresse", "192.168.1.20:99999"], "il faut une adresse comme"),
        (["--salle", "--adresse", ""], "il faut une adresse comme"),
    ],
)
def test_nonsense_is_refused_in_words(asked, said, capsys, tmp_path):
    assert command.main(Site, [*asked, "--output", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_launcher_hands_on_what_is_said_of_the_room(monkeypatch):
    monkeypatch.setenv("ATELIER_CHROMIUM", "")
    started = Started()
    asked = ["sheets", "--salle", "--tablettes", "3", "--adresse", "-", "--port", "9000", "--edition", "2026"]
    started.main("", "", asked)
    handed = ("--tablettes", "3", "--adresse", "-", "--salle", "--port=9000", "--edition=2026")
    assert started.arguments[-len(handed) :] == handed
    started.main("", "", ["sheets", "04"])
    assert "--salle" not in started.arguments


def test_a_site_without_envelopes_says_so(capsys, tmp_path):
    assert command.main(EnergySite, ["--salle", "--output", str(tmp_path)]) == 2
    assert "Ce site n'a pas de papiers pour une salle." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("-", ""),
        ("192.168.1.20", "http://192.168.1.20:8866/rejoindre"),
        ("salle.local:9000", "http://salle.local:9000/rejoindre"),
        ("https://cours.exemple.fr/atelier/", "https://cours.exemple.fr/atelier/rejoindre"),
        ("http://192.168.1.20:8866/rejoindre", "http://192.168.1.20:8866/rejoindre"),
    ],
)
def test_an_address_is_taken_as_people_write_it(said, address):
    assert classroom_kit._address(said) == address


def test_the_likeliest_address_of_this_computer_is_taken_and_none_is_written_by_hand(monkeypatch):
    monkeypatch.setattr(classroom_kit, "lan_addresses", lambda: ["10.0.0.7", "10.42.0.1"])
    assert classroom_kit._address(None) == "http://10.0.0.7:8866/rejoindre"
    assert classroom_kit._address(None, 9000) == "http://10.0.0.7:9000/rejoindre"
    monkeypatch.setattr(classroom_kit, "lan_addresses", list)
    assert classroom_kit._address(None) == ""
