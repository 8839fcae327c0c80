"""The plan of a chapter, for whoever teaches it: time, goals, order, questions and answers, usual difficulties."""

from practice.course.exercises.walkthrough import person
from practice.course.outline.lessons import Lesson, difficulties, right_answer, to_prepare
from practice.course.questions.questions import Asked
from practice.course.questions.quizzes import QuizQuestion
from practice.doors.sheets.handout import SMALLEST, SOFT, Handout
from practice.doors.sheets.kit_sheets import teaching
from practice.site import Site


def lesson_plan(site: Site, lesson: Lesson) -> Handout:
    """Return the plan; a part of which the chapter has nothing is left out."""
    chapter = lesson.chapter
    title = f"Plan du chapitre {chapter.number} : {chapter.title}"
    sheet = Handout(title, f"Chapitre {chapter.number}, site de {site.year}", site.title, site.edition.now)
    sheet.title_block("Plan pour la formatrice ou le formateur", f"{chapter.number}. {chapter.title}")
    sheet.framed("Durée :", f"{chapter.minutes} minutes environ." if chapter.minutes else "sans vous presser.")
    sheet.heading("À la fin, chacun saura")
    sheet.bullets(lesson.objectives)
    sheet.heading("À préparer")
    sheet.bullets(to_prepare(site, lesson))
    sheet.heading("Le fil du chapitre")
    sheet.bullets(lesson.parts)
    _exercises(sheet, site, lesson)
    if lesson.questions or lesson.quizzes:
        sheet.heading("Les questions et leurs réponses", 85)
        for asked in lesson.questions:
            _question(sheet, asked)
        for asked in lesson.quizzes:
            _quiz_question(sheet, asked)
    _difficulties(sheet, site, lesson)
    sheet.heading("À retenir")
    sheet.bullets(lesson.kept)
    teaching(sheet, site, lesson)
    sheet.notes()
    return sheet


def _exercises(sheet: Handout, site: Site, lesson: Lesson) -> None:
    if not lesson.exercises:
        return
    sheet.heading("Les exercices, dans l'ordre", 60)
    for number, exercise in enumerate(lesson.exercises, 1):
        if sheet.will_page_break(32):
            sheet.add_page()
        sheet.numbered(number, exercise.title, size=SMALLEST + 1, style="B")
        steps = f"{len(exercise.steps)} consignes" if len(exercise.steps) > 1 else "1 consigne"
        device = ", sur le téléphone" if exercise.device == "phone" else ""
        sheet.paragraph(f"{person(site, exercise)}, {steps}{device}.", colour=SOFT, indent=13, after=0.5)
        sheet.paragraph(f"Le but : {exercise.task}", indent=13, after=4)


def _question(sheet: Handout, asked: Asked) -> None:
    if sheet.will_page_break(70):
        sheet.add_page()
    sheet.paragraph(asked.prompt, style="B", after=1)
    if asked.choices:
        sheet.bullets(asked.choices)
        sheet.ln(2)
    sheet.framed("Réponse :", right_answer(asked))
    sheet.paragraph(f"Dites : {asked.right}", after=1)
    for hint in asked.hints:
        sheet.paragraph(f"Si l'on répond « {hint.answer} » : {hint.words}", after=1)
    sheet.paragraph(f"Pour une autre réponse : {asked.wrong}", after=5)


def _quiz_question(sheet: Handout, asked: QuizQuestion) -> None:
    """Write a question of a quiz, where each answer has its word and none counts."""
    if sheet.will_page_break(50):
        sheet.add_page()
    sheet.paragraph(asked.prompt, style="B", after=1)
    for answer in asked.answers:
        if sheet.will_page_break(25):
            sheet.add_page()
        sheet.bullets([answer.text])
        sheet.paragraph(f"Dites : {answer.word}", colour=SOFT, indent=8, after=2)
    sheet.ln(3)


def _difficulties(sheet: Handout, site: Site, lesson: Lesson) -> None:
    """Write the mistakes that the exercises have a word for; the same one once."""
    found = {(*told, word): exercise for exercise in lesson.exercises for told, word in difficulties(site, exercise)}
    if not found:
        return
    sheet.heading("Les difficultés habituelles", 60)
    for (*told, word), exercise in found.items():
        if sheet.will_page_break(30):
            sheet.add_page()
        for message in told:
            sheet.message(message)
        sheet.paragraph(f"Message du site, exercice « {exercise.title} ».", colour=SOFT, after=0.5)
        sheet.paragraph(f"Dites : {word}", after=4)
