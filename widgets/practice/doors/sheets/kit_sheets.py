"""The sheets of the kit: who was there, what one saw, what to do if something happens, what learners take home."""

from collections.abc import Iterator

from practice.course.outline.kit import LEVELS, TakeHome
from practice.course.outline.lessons import Lesson
from practice.doors.sheets.classroom_paper import ClassroomPaper
from practice.doors.sheets.handout import SMALLEST, SOFT, Handout
from practice.site import Site

TRAINER, HOME = "formateur", "chez_moi"  #: the two folders of the kit
SEATS = 12  #: of a room
_ROOM_FOR_A_GRID = 120  # millimetres
_OPINIONS = (
    "J'ai compris ce que nous avons fait.",
    "Je pourrai le refaire seul ou seule.",
    "Le rythme me convenait.",
    "Les écrans étaient faciles à lire.",
)
_CHANGES = "Le vrai site change parfois : les mots peuvent être un peu différents. Le chemin reste proche."


def kit_sheets(site: Site) -> Iterator[tuple[str, str, Handout]]:
    """Yield each sheet of the kit: its folder, its name, the sheet. None for a site whose trainers have no kit."""
    if site.kit is None:
        return
    yield TRAINER, "feuille_de_presence", attendance(site, SEATS)
    yield TRAINER, "que_faire_si", _situations(site)
    yield TRAINER, "votre_avis", _opinions(site)
    for one in site.kit.take_home:
        yield HOME, one.id, _take_home(site, one)


def teaching(sheet: Handout, site: Site, lesson: Lesson) -> None:
    """Write into a plan how to go slower or faster, what to ask at the end, and the grid of observation."""
    one = site.kit and site.kit.of(lesson.chapter.number)
    if one is None:
        return
    sheet.heading("Plus lentement, plus vite", 60)
    sheet.framed("Pour qui a du mal :", one.slower)
    sheet.framed("Pour qui va vite :", one.faster)
    sheet.heading("Pour finir, demandez", 60)
    sheet.bullets((*one.debrief, *site.kit.debrief))
    sheet.heading("Grille d'observation", _ROOM_FOR_A_GRID)
    sheet.paragraph("Une colonne par tablette, sans nom. Écrivez une lettre par case.", after=1)
    sheet.bullets(f"{sign} : {name}. {means[0].upper()}{means[1:]}." for sign, name, means in LEVELS)
    tasks = [*lesson.objectives, *(f"Exercice : {exercise.title}" for exercise in lesson.exercises)]
    sheet.grid("Ce que l'on voit", [str(seat) for seat in range(1, SEATS + 1)], tasks)


def _sheet(site: Site, kind: str, title: str) -> Handout:
    """Return a sheet with its title. Real people write on it or do what it says, so no band says all is invented."""
    sheet = Handout(title, kind, site.title, site.edition.now, band="")
    sheet.title_block(kind, title)
    return sheet


def attendance(site: Site, seats: int) -> Handout:
    """Return the list to sign, by half-day, with a row a tablet. Names stand on paper only."""
    kind, title = "À signer sur papier", "Feuille de présence"
    sheet = ClassroomPaper(title, kind, site.title, site.edition.now)
    sheet.title_block(kind, title)
    for label in ("Lieu", "Date", "Formatrice ou formateur", "Heures de formation"):
        sheet.to_fill_in(label)
    sheet.ln(3)
    sheet.grid("Prénom et nom", ["Matin", "Après-midi"], [""] * seats, first=90, height=13)
    return sheet


def _situations(site: Site) -> Handout:
    sheet = _sheet(site, "Pour la formatrice ou le formateur", "Que faire si…")
    for one in site.kit.situation:
        sheet.heading(one.title, 60)
        sheet.bullets(one.steps)
    return sheet


def _opinions(site: Site) -> Handout:
    sheet = _sheet(site, "Sans nom", "Votre avis sur la séance")
    sheet.paragraph("Cochez une case par ligne. N'écrivez pas votre nom.")
    sheet.grid("Mon avis", ["Oui", "Un peu", "Non"], _OPINIONS, first=100, height=16)
    sheet.notes()
    return sheet


def _take_home(site: Site, one: TakeHome) -> Handout:
    sheet = _sheet(site, "Chez moi, sur le vrai site", one.title)
    sheet.heading("Près de moi", 0)
    sheet.bullets(one.prepare)
    sheet.heading("Ce que je fais", 0)
    for number, step in enumerate(one.steps, 1):
        sheet.numbered(number, step, size=SMALLEST + 2, box=True)
        sheet.ln(4)
    sheet.framed("Je garde mon code pour moi.", site.kit.help)
    sheet.paragraph(_CHANGES, colour=SOFT)
    sheet.notes()
    return sheet
