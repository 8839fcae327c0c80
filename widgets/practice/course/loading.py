"""The data of what teaches beside the exercises: quizzes, glossary, practice, sessions for a room."""

from collections.abc import Iterable, Mapping
from typing import Any

from practice.course.discovery.gestures import Goal
from practice.course.outline.compared import Change
from practice.course.outline.kit import Kit
from practice.course.outline.outline import Chapter
from practice.course.outline.timetables import Session
from practice.course.questions.quizzes import Quiz
from practice.course.words.glossary import Word
from practice.loading.faults import DataFile, Faults
from practice.loading.layers import LayeredFile
from practice.loading.toml_files import by_id, read, structure, tables
from practice.names import Named


def load_quiz(file: DataFile, chapters: Iterable[Chapter]) -> Quiz:
    """Read a quiz; refuse a chapter that the course has not. Raises DataError."""
    quiz = structure(file, "quiz", read(file), Quiz)
    known = {chapter.number for chapter in chapters}
    faults = Faults()
    for question in quiz.questions:
        for number in sorted({number for answer in question.answers for number in answer.chapters} - known):
            reason = f"chapters : un de ces chapitres n'est pas dans course.toml ({number})"
            faults.add(file, question.id, reason, missing=str(number))
    return faults.end(quiz)


def load_glossary(file: DataFile) -> dict[str, Word]:
    """Read the words by term, in the order of the file; refuse one that is explained twice."""
    found = by_id(file, tables(file, "word"), Word, "term : ce mot est déjà expliqué", key="term")
    faults = Faults()
    for word in found.values():
        for other in word.also:
            if other in found:
                faults.add(file, word.term, f"also : « {other} » est déjà expliqué par sa propre entrée")
    return faults.end(found)


def load_changes(file: LayeredFile) -> Named:
    """Read what has changed since an earlier edition, by id; nothing without the file. Raises DataError."""
    told = tables(file, "change") if file.paths[0].is_file() else ()
    return Named(by_id(file, told, Change, "id : deux changements ont le même"))


def load_goals(file: DataFile) -> tuple[Goal, ...]:
    """Read the goals of the practice, in order; refuse two with the same id."""
    return tuple(by_id(file, tables(file, "goal"), Goal, "id : deux gestes ont le même").values())


def load_sessions(file: DataFile, chapters: Iterable[Chapter]) -> tuple[Session, ...]:
    """Read the sessions; refuse two with the same id, and one whose chapters are not there or take longer."""
    lengths = {chapter.number: chapter.minutes for chapter in chapters if chapter.notebook}
    found = by_id(file, tables(file, "session"), Session, "id : cet id est déjà à une autre séance")
    faults = Faults()
    for session in found.values():
        try:
            session.check(lengths)
        except ValueError as error:
            faults.add(file, session.id, str(error))
    return faults.end(tuple(found.values()))


def load_kit(file: DataFile, chapters: Iterable[Chapter], people: Mapping[str, Any]) -> Kit:
    """Read the kit of whoever teaches; refuse a chapter that the course has not, or that is told of twice."""
    kit = structure(file, "kit", read(file), Kit)
    known = {chapter.number for chapter in chapters}
    faults = Faults()
    for name in kit.players:
        if name not in people:
            faults.add(file, "players", f"« {name} » n'est pas dans personas.toml", missing=name)
        elif not people[name].has_account:
            faults.add(file, "players", f"« {name} » n'a pas de compte")
    told = [one.number for one in kit.chapter]
    named = [(str(number), "number", number) for number in told]
    for name, field, number in (*named, *((one.id, "chapter", one.chapter) for one in kit.take_home)):
        if number not in known:
            faults.add(file, name, f"{field} : le chapitre {number} n'est pas dans course.toml", missing=str(number))
    for ids in ([one.id for one in (*kit.situation, *kit.classroom)], [one.id for one in kit.take_home]):
        for name in sorted({one for one in ids if ids.count(one) > 1}):
            faults.add(file, name, "id : deux entrées ont le même")
    for number in sorted({one for one in told if told.count(one) > 1}):
        faults.add(file, str(number), f"number : le chapitre {number} y est deux fois")
    return faults.end(kit)
