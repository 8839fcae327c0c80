"""The papers of the course itself: what was done, and a quiz to fill in by hand. None of them comes from the site."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import segno

from practice.course.exercises.outcomes import Advance, Tally
from practice.course.questions.quizzes import Quiz
from practice.papers.document import Document
from practice.papers.paper import Paper

_DOTS = "." * 46
_BOX = 4.5  # millimetres, as every length here
_ROOM_FOR_A_QUESTION = 58
_QR = 70


class CoursePaper(Paper):
    """A paper with the atelier's name at the top of each page."""

    def __init__(self, title: str, course: str) -> None:
        self.course = course
        super().__init__(title, course, course, datetime.now(UTC))
        self.title_line(title, 18)

    def header(self) -> None:
        self.write_in(size=10)
        self.set_xy(self.l_margin, 12)
        with self.artifact():
            self.cell(0, 6, f"{self.course} – document de formation", new_x="LMARGIN", new_y="NEXT")
        self.line(self.l_margin, 19, self.w - self.r_margin, 19)
        self.set_xy(self.l_margin, self.t_margin)

    def to_fill_in(self, label: str) -> None:
        """Leave a line for a hand."""
        self._line(f"{label} : {_DOTS}", height=11)

    def box(self, words: str) -> None:
        """Draw an empty box to tick, and what it says beside it."""
        self.write_in()
        top = self.get_y()
        self.rect(self.l_margin + 2, top + 1.2, _BOX, _BOX)
        self.set_x(self.l_margin + 10)
        with self.tag("P"):
            self.multi_cell(0, 6.8, words, align="L", new_x="LMARGIN", new_y="NEXT")

    def large(self, text: str) -> None:
        """Write a line in letters that are seen from afar."""
        self.write_in("B", 30)
        with self.tag("P"):
            self.multi_cell(0, 17, text, align="L", new_x="LMARGIN", new_y="NEXT")

    def qr_code(self, address: str, words: str) -> None:
        """Draw an address to be photographed, which these words describe."""
        picture = BytesIO()
        segno.make(address, micro=False).save(picture, kind="png", scale=8, border=4)
        top = self.get_y()
        self.figure(picture, words, left=self.l_margin, top=top, wide=_QR, high=_QR)
        self.set_y(top + _QR + 2)


def attendance(
    course: str, name: str, parts: Sequence[Advance], answered: int, tallies: Sequence[Tally] = ()
) -> Document:
    """Return what this person did in a course of this title; the date is the trainer's to write."""
    paper = CoursePaper("Attestation de suivi", course)
    paper.paragraph("Cette attestation dit ce qui a été fait dans l'atelier. Ce n'est pas un diplôme.")
    paper.facts([("Prénom et nom", name)])
    paper.heading("Ce qui a été fait")
    done = [(part.title, part.words) for part in parts if part.done]
    if done:
        paper.grid(("Chapitre", "Exercices"), done, (110, 60), numbers=0)
    else:
        paper.paragraph("Découverte de l'atelier.")
    if answered:
        paper.paragraph(f"Questions avec une réponse : {answered}.")
    for tally in tallies:
        paper.paragraph(f"{tally.title} : {tally.words}.")
    paper.paragraph(
        "L'atelier montre un site d'entraînement. Les personnes, les numéros et les montants sont inventés.", soft=True
    )
    paper.ln(8)
    for label in ("Date", "Formateur ou formatrice", "Signature"):
        paper.to_fill_in(label)
    return paper.finish("attestation de suivi")


def quiz_on_paper(course: str, quiz: Quiz) -> Document:
    """Return a quiz to fill in by hand, and on its last page which chapters each answer proposes."""
    paper = CoursePaper(quiz.title, course)
    paper.paragraph(quiz.intro)
    paper.paragraph("Cochez une case par question. « Je ne sais pas » est une bonne réponse.")
    for number, question in enumerate(quiz.questions, 1):
        if paper.will_page_break(_ROOM_FOR_A_QUESTION):
            paper.add_page()
        paper.heading(f"{number}. {question.prompt}")
        for answer in quiz.options(question):
            paper.box(answer.text)
    paper.add_page()
    paper.heading("Pour le formateur ou la formatrice")
    paper.paragraph("Chaque réponse propose des chapitres. Regardez-les ensemble, sans compter de points.")
    rows = [
        (f"{number}. {answer.text}", ", ".join(map(str, answer.chapters)) or "–")
        for number, question in enumerate(quiz.questions, 1)
        for answer in quiz.options(question)
    ]
    paper.grid(("Réponse", "Chapitres"), rows, (130, 40), numbers=0)
    return paper.finish(quiz.title)


def resume_paper(course: str, year: str, codes: Sequence[str], words: str, address: str = "") -> Document:
    """Return a resume code to take along. `words`: what it says; `address`: of the drawing, if there is one."""
    paper = CoursePaper("Mon code pour reprendre", course)
    paper.paragraph(f"Le site de {year}. Ce code dit : {words}. Il ne contient ni nom, ni numéro, ni réponse tapée.")
    paper.ln(3)
    for code in codes:
        paper.large(code)
    paper.heading("Pour reprendre")
    paper.paragraph("1. Ouvrez l'accueil de l'atelier, sur n'importe quelle tablette.")
    paper.paragraph("2. Cliquez sur « J'ai un code », puis tapez-le. Les tirets et les majuscules sont facultatifs.")
    paper.paragraph("3. Cliquez sur « Reprendre mon travail ».")
    if address:
        paper.heading("Ou avec un appareil photo")
        paper.paragraph(
            "Visez ce dessin avec l'appareil photo d'une tablette ou d'un téléphone, puis ouvrez l'adresse."
        )
        paper.qr_code(address, "QR code : il ouvre l'atelier, et reprend votre travail.")
    return paper.finish("mon code", year)
