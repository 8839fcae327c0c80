"""The command `python3 atelier.py sheets`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from practice.chapter import ChapterError
from practice.checking.check import faults_of, told
from practice.course.exercises.exercises import Exercise
from practice.course.exercises.walkthrough import Frame, walkthrough
from practice.course.outline.lessons import Lesson, lessons
from practice.doors.command import Parser
from practice.doors.launch.chromium import find_chromium
from practice.doors.sheets.classroom_kit import add_classroom, asked_room, write_room
from practice.doors.sheets.exercise_sheets import detailed_sheet, short_card
from practice.doors.sheets.handout import Handout
from practice.doors.sheets.kit_sheets import HOME, TRAINER, kit_sheets
from practice.doors.sheets.pictures import Picture, PictureError, take
from practice.doors.sheets.plan import lesson_plan
from practice.loading.faults import DataError
from practice.site import Site

_HELP = """Utilisation : python3 atelier.py sheets [CHAPITRE | EXERCICE…] [--salle] [--output DOSSIER] [--edition ANNEE]

Écrit les fiches à imprimer, en PDF. Pour chaque exercice : une fiche courte d'une page, et une fiche détaillée
avec l'image des écrans. Pour chaque chapitre : un plan pour la formatrice ou le formateur.
Et, une fois pour toutes : la feuille de présence, que faire si…, et des fiches à emporter chez soi.

  CHAPITRE           nom ou numéro d'un chapitre (par exemple 04) ; sans nom, tous les chapitres
  formateur          la feuille de présence, l'avis sur la séance, que faire si…
  chez_moi           les fiches à emporter chez soi, pour le vrai site
  EXERCICE           nom d'un exercice (par exemple trois_codes_faux) : ses deux fiches
  --salle            les papiers d'une salle : enveloppes, bandes à couper, cartes, présence, codes de reprise
  --tablettes N      combien de tablettes dans la salle (12 si vous ne dites rien, 40 au plus)
  --adresse ADRESSE  l'adresse de la salle (celle de cet ordinateur si vous ne dites rien ; - pour l'écrire à la main)
  --port N           le port de la salle (8866 si vous ne dites rien)
  --code CODE        le code de la salle, si elle est déjà ouverte
  --output DOSSIER   où écrire (build/fiches si vous ne dites rien)
  --edition ANNEE    l'année des écrans et de leurs règles (2021 si vous ne dites rien)
"""
_NO_CHROMIUM = """Les images des écrans demandent Chromium, Chrome ou Edge, qui n'a pas été trouvé.
Les fiches détaillées sont écrites sans images, avec les mêmes mots.
Pour les images : installez-en un (sous Debian : sudo apt install chromium), ou indiquez le chemin de son programme
dans la variable d'environnement ATELIER_CHROMIUM, puis relancez la même commande.
"""
_BAR = 30  # signs


class _Writer:
    """Write sheets into a folder, and say how many are done."""

    def __init__(self, site: Site, output: Path, chromium: str | None, workshop: Path, total: int) -> None:
        self.site, self.output, self.chromium, self.workshop, self.total = site, output, chromium, workshop, total
        self.done = 0
        self.without_pictures: list[str] = []

    def plan(self, lesson: Lesson) -> None:
        self.write(lesson.name, "plan_du_chapitre", lesson_plan(self.site, lesson))

    def exercise(self, lesson: Lesson, exercise: Exercise) -> None:
        self.write(lesson.name, f"{exercise.id}_courte", short_card(self.site, exercise, lesson.chapter))
        frames = walkthrough(self.site, exercise)
        pictures = self._pictures(exercise, frames)
        sheet = detailed_sheet(self.site, exercise, lesson.chapter, frames, pictures)
        self.write(lesson.name, f"{exercise.id}_detaillee", sheet)

    def _pictures(self, exercise: Exercise, frames: list[Frame]) -> dict[str, Picture]:
        if not self.chromium:
            return {}
        try:
            return take(
                self.chromium, [frame for frame in frames if not frame.mistake], self.site.stylesheet(), self.workshop
            )
        except PictureError as error:
            self.without_pictures.append(f"{exercise.title} ({error})")
            return {}

    def write(self, folder: str, name: str, sheet: Handout) -> None:
        (self.output / folder).mkdir(parents=True, exist_ok=True)
        sheet.output(str(self.output / folder / f"{name}.pdf"))
        self.done += 1
        _tell(self.done, self.total, f"{folder}/{name}.pdf")


def main(site: type[Site], arguments: list[str] | None = None) -> int:
    """Write the sheets of what is named, all without names. Return the exit status."""
    parser = Parser(_HELP).writing(Path("build", "fiches"), site.usual_edition)
    options = add_classroom(parser).parse_args(arguments)
    try:
        room = asked_room(site, options)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    faults = faults_of(site, options.edition)
    if faults:
        sys.stderr.write(f"{told(faults)}\n")
        return 1
    try:
        loaded = site.load(options.edition)
        if room:
            write_room(loaded, room, options.output)
        return _write_all(loaded, options.names, options.output) if options.names or not room else 0
    except (ChapterError, DataError) as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _write_all(site: Site, names: list[str], output: Path) -> int:
    kit = [sheet for sheet in kit_sheets(site) if not names or sheet[0] in names]
    named = [name for name in names if name not in (TRAINER, HOME)]
    work = list(_find(named, lessons(site))) if named or not names else []
    chromium = find_chromium()
    if not chromium:
        sys.stdout.write(_NO_CHROMIUM)
    output.mkdir(parents=True, exist_ok=True)
    # not in the system's own temporary folder: a Chromium from a snap cannot read it
    with TemporaryDirectory(dir=output, prefix="images_", ignore_cleanup_errors=True) as workshop:
        total = len(kit) + sum(2 if exercise else 1 for _, exercise in work)
        writer = _Writer(site, output, chromium, Path(workshop), total)
        for sheet in kit:
            writer.write(*sheet)
        for lesson, exercise in work:
            if exercise:
                writer.exercise(lesson, exercise)
            else:
                writer.plan(lesson)
    sys.stdout.write(f"\nC'est fait. Les fiches sont dans {output}.\n")
    if writer.without_pictures:
        listed = "\n".join(f"  {one}" for one in writer.without_pictures)
        sys.stderr.write(f"Le navigateur n'a pas donné les images de ces fiches, écrites sans elles :\n{listed}\n")
    return 1 if writer.without_pictures else 0


def _find(names: list[str], known: list[Lesson]) -> Iterator[tuple[Lesson, Exercise | None]]:
    """Give a chapter's plan (no exercise), then its exercises; or one exercise. Raises ChapterError."""
    for name in names or [lesson.name for lesson in known]:
        lesson = next((one for one in known if one.name == name or one.name.startswith(f"{name}_")), None)
        if lesson:
            yield lesson, None
            yield from ((lesson, exercise) for exercise in lesson.exercises)
            continue
        found = [(one, exercise) for one in known for exercise in one.exercises if exercise.id == name]
        if not found:
            listed = ", ".join(one.name for one in known)
            raise ChapterError(f"« {name} » n'est ni un chapitre ni un exercice. Les chapitres : {listed}.")
        yield from found


def _tell(done: int, total: int, name: str) -> None:
    """Say where the work is: one line that fills up in a terminal, a line a sheet elsewhere."""
    if sys.stdout.isatty():
        full = done * _BAR // total
        sys.stdout.write(f"\r\x1b[K[{'#' * full}{'.' * (_BAR - full)}] {done} sur {total}  {name[:40]}")
    else:
        sys.stdout.write(f"{done} sur {total}  {name}\n")
    sys.stdout.flush()
