"""The two sheets of an exercise: the short card, one page, and the detailed sheet with a picture of each screen."""

from collections.abc import Mapping

from practice.course.exercises.exercises import Exercise
from practice.course.exercises.walkthrough import Frame, person
from practice.course.outline.lessons import difficulties
from practice.course.outline.outline import Chapter
from practice.doors.sheets.handout import SMALLEST, SMALLEST_QR, SOFT, Handout
from practice.doors.sheets.pictures import MILLIMETRES, Picture
from practice.drawing.typography import of
from practice.site import Site
from practice.steps import slug

#: type and space between the steps of a short card, the first that leaves room for notes
_SIZES = ((17, 7), (16, 5), (15, 3.5), (SMALLEST, 2.5), (SMALLEST, 1))
_NOTES = 45
_END = 24
_SAY = "Chez vous : visez ce dessin avec votre téléphone. Le même exercice s'ouvre."
_SMALLEST_PICTURE = 0.8  # of its usual scale, to stand on the page of its step


def short_card(site: Site, exercise: Exercise, chapter: Chapter) -> Handout:
    """Return the card that stands beside the keyboard: the goal, the steps, lines to write on. One page."""
    sheet = _begin("Fiche courte", site, exercise, chapter)
    wide = sheet.epw - 26
    for size, gap in _SIZES:
        heights = [max(sheet.height_of(step.instruction, size, wide), 9) + gap for step in exercise.steps]
        if sum(heights) + _END + _NOTES <= sheet.room():
            break
    for number, step in enumerate(exercise.steps, 1):
        sheet.numbered(number, step.instruction, size=size, box=True)
        sheet.ln(gap)
    sheet.ln(1)
    sheet.framed("C'est réussi !", exercise.well_done)
    if sheet.room() > SMALLEST_QR:
        _at_home(sheet, site, exercise, chapter)
    sheet.notes()
    return sheet


def detailed_sheet(
    site: Site, exercise: Exercise, chapter: Chapter, frames: list[Frame], pictures: Mapping[str, Picture]
) -> Handout:
    """Return the sheet to follow without anybody: each step, other words for it, what to type, the screen."""
    sheet = _begin("Fiche détaillée", site, exercise, chapter)
    for frame in frames[:-1]:
        if frame.mistake:
            _mistake(sheet, frame)
        else:
            _step(sheet, frame.beat.number, frame, pictures.get(frame.key))
    _end(sheet, exercise, pictures.get(frames[-1].key))
    if exercise.mistakes:
        sheet.heading("Si le site affiche un message", 40)
        for told, word in difficulties(site, exercise):
            for message in told:
                sheet.message(message)
            sheet.paragraph(word, after=3)
    _at_home(sheet, site, exercise, chapter)
    sheet.notes()
    return sheet


def _at_home(sheet: Handout, site: Site, exercise: Exercise, chapter: Chapter) -> None:
    """Lead to the same exercise at home, where whoever teaches has said where the course is."""
    if home := site.at_home:
        address = home.of(chapter.notebook.removesuffix(".ipynb"), site.year, slug(exercise.id))
        sheet.at_home(address, home.words, _SAY)


def _begin(kind: str, site: Site, exercise: Exercise, chapter: Chapter) -> Handout:
    sheet = Handout(
        f"{kind} : {exercise.title}", f"Chapitre {chapter.number}, site de {site.year}", site.title, site.edition.now
    )
    sheet.title_block(f"{kind}. Chapitre {chapter.number} : {chapter.title}", exercise.title)
    if exercise.story:
        sheet.paragraph(exercise.story, after=2)
    sheet.framed("Le but :", exercise.task)
    where = "Sur le téléphone" if exercise.device == "phone" else "Sur l'ordinateur"
    sheet.paragraph(f"{where}, avec la fiche {of(person(site, exercise))}.", colour=SOFT, after=4)
    return sheet


def _step(sheet: Handout, number: int, frame: Frame, picture: Picture | None) -> None:
    words = [frame.step.instruction, frame.step.help, *(word for pair in frame.typed for word in pair)]
    height = sum(sheet.height_of(text, SMALLEST + 2, sheet.epw - 13) + 2 for text in words if text)
    _stand_together(sheet, height, picture)
    sheet.numbered(number, frame.step.instruction, size=SMALLEST + 2, style="B")
    sheet.ln(1)
    if frame.step.help:
        sheet.paragraph(frame.step.help, indent=13, after=2)
    sheet.typed(frame.typed)
    if picture:
        sheet.ln(2)
        around = " L'endroit où agir est entouré." if frame.target else ""
        _draw(sheet, picture, f"L'écran, à la consigne {number}.{around}")
    sheet.ln(5)


def _mistake(sheet: Handout, frame: Frame) -> None:
    """Write the mistake that people often make at the step before: what the site says, and how it is put right."""
    if sheet.will_page_break(35):
        sheet.add_page()
    sheet.framed("Une erreur habituelle :", frame.mistake.instruction)
    sheet.message(frame.notice)
    sheet.paragraph(frame.mistake.repair, after=5)


def _end(sheet: Handout, exercise: Exercise, picture: Picture | None) -> None:
    _stand_together(sheet, 35, picture)
    sheet.framed("C'est réussi !", exercise.well_done)
    if picture:
        sheet.paragraph("À la fin, vous voyez :", after=2)
        _draw(sheet, picture, "L'écran, quand l'exercice est fini.")


def _stand_together(sheet: Handout, words: float, picture: Picture | None) -> None:
    """Begin another page if these words, `words` millimetres high, and their picture would not stand on this one."""
    least = picture.height * MILLIMETRES * _SMALLEST_PICTURE + 6 if picture else 0
    if sheet.will_page_break(words + least):
        if sheet.page_no() == 1:
            sheet.notes()
        sheet.add_page()


def _draw(sheet: Handout, picture: Picture, words: str) -> None:
    """Put a picture, which these words describe, at the scale of all, smaller where the page has too little room."""
    wide, high = picture.width * MILLIMETRES, picture.height * MILLIMETRES
    scale = min(1, sheet.epw / wide, (sheet.room() - 2) / high)
    wide, high = wide * scale, high * scale
    left, top = sheet.l_margin + (sheet.epw - wide) / 2, sheet.get_y()
    sheet.figure(picture.image, words, left=left, top=top, wide=wide, high=high)
    sheet.set_xy(sheet.l_margin, top + high + 2)
