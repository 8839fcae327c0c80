"""All the texts of the course that tell of a person: cards, exercises, questions, messages, chapters."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from atelier_ameli.site import NOTEBOOKS, Site

_SENTENCE = re.compile(r"(?<=[.!?»])\s+|\n+")


@dataclass(frozen=True)
class Told:
    """A sentence, where it stands, and whom it tells of: the one it names, or the one who is played."""

    where: str
    who: str
    sentence: str


def sentences(site: Site) -> Iterator[Told]:
    """Yield each sentence that tells of one person."""
    names = {person.first_name: person.id for person in site.personas.values()}
    for where, played, text in _texts(site):
        for sentence in filter(None, _SENTENCE.split(re.sub("[\u00a0\u202f]", " ", text))):
            named = {names[word] for word in re.findall(r"\w+", sentence) if word in names}
            who = named.pop() if len(named) == 1 else "" if named else played
            if who:
                yield Told(where, who, sentence)


def _texts(site: Site) -> Iterator[tuple[str, str, str]]:
    """Yield each text with the person who is played where it stands, if one is."""
    yield from _cards(site)
    yield from _exercises(site)
    for asked in site.questions.values():
        for text in (asked.prompt, asked.right, asked.wrong, *(hint.words for hint in asked.hints)):
            yield f"question {asked.id}", "", text
    for letter in site.caisse.messages:
        yield f"message {letter.id}", letter.to, letter.body
    for file in sorted(NOTEBOOKS.glob("*.ipynb")):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                yield file.name, "", "".join(cell["source"])


def _cards(site: Site) -> Iterator[tuple[str, str, str]]:
    for person in site.personas.values():
        yield "personas.toml", person.id, person.story
    for one in site.prevention.situations:
        yield "prevention.toml", one.persona, one.habits
    for request in site.requests.values():
        for card in request.cards:
            if not card.story.startswith("Pour cet essai"):
                yield f"requests/{request.id}.toml", card.persona, card.story


def _exercises(site: Site) -> Iterator[tuple[str, str, str]]:
    for exercise in site.exercises.values():
        steps = [text for step in exercise.steps for text in (step.instruction, step.help)]
        for text in (exercise.story, exercise.task, exercise.well_done, *exercise.mistakes.values(), *steps):
            yield f"exercise {exercise.id}", exercise.persona, text
