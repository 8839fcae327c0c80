"""The lists of exercises that codes speak of (data/resume.toml). One that has served never changes: codes are on paper.

A code's first letter says which list it speaks of, so of which edition, and of how much of it. What a later release
adds is a list of its own that comes `after` another. What it takes away stays in its list, and means nothing any more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from practice.course.resume.letters import BASE
from practice.loading.faults import DataError, Fault
from practice.loading.layers import LayeredFile
from practice.loading.toml_files import by_id, tables

if TYPE_CHECKING:
    from practice.site import Site

FILE = "resume.toml"
_SEAL = 8  #: signs of a seal


@dataclass(frozen=True)
class Frozen:
    """A list. `groups` are exercises, those of a chapter together; `seal` says that nothing in it has changed."""

    number: int
    edition: str
    groups: tuple[tuple[str, ...], ...]
    seal: str
    after: int = 0  #: the number of the list that it goes on with
    questions: tuple[str, ...] = ()
    gestures: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a number that no letter can say."""
        if not 1 <= self.number < BASE:
            raise ValueError(f"number : il faut un nombre de 1 à {BASE - 1}")

    @property
    def right_seal(self) -> str:
        groups = "/".join(",".join(group) for group in self.groups)
        told = (self.number, self.edition, self.after, groups, ",".join(self.questions), ",".join(self.gestures))
        return sha256(" ".join(map(str, told)).encode()).hexdigest()[:_SEAL]

    @property
    def exercises(self) -> tuple[str, ...]:
        return tuple(name for group in self.groups for name in group)

    def with_all_before(self, before: "Frozen") -> "Frozen":
        """Return this list with the one that it goes on with."""
        both = {name: getattr(before, name) + getattr(self, name) for name in ("groups", "questions", "gestures")}
        return replace(self, **both)


def lists_of(site: "Site") -> Mapping[int, Frozen]:
    """Return the lists by number, each with what comes before it; none for a site without them. Raises DataError."""
    path = site.data / FILE  # no edition tells it again, or changes it
    if not path.is_file():
        return {}
    file = LayeredFile((path,), documents=site.layers.documents)
    whole: dict[int, Frozen] = {}
    for one in by_id(file, tables(file, "list"), Frozen, "number : ce numéro est déjà pris", "number").values():
        before = whole.get(one.after)
        if one.seal != one.right_seal:
            raise DataError(
                file,
                str(one.number),
                "seal : cette liste a changé, et les codes déjà notés diraient autre chose. Remettez-la comme avant, "
                f'et ajoutez une liste à la fin. Si elle est neuve : seal = "{one.right_seal}"',
            )
        if one.after and (before is None or before.edition != one.edition):
            raise DataError(file, str(one.number), "after : il faut une liste plus haut, de la même édition")
        whole[one.number] = one.with_all_before(before) if before else one
    return whole


def lists_of_edition(site: "Site") -> list[Frozen]:
    """Return the lists of an edition, the newest last."""
    return [one for one in site.resume_lists.values() if one.edition == site.year]


def resume_faults(site: "Site") -> Iterator[Fault]:
    """Yield what no code could say: exercises of an edition that has lists, and that are in none of them."""
    mine = lists_of_edition(site)
    known = {name for one in mine for name in one.exercises}
    missing = [one.id for group in site.chapters_of_exercises.values() for one in group if one.id not in known]
    if not mine or not missing:
        return
    new = Frozen(max(site.resume_lists) + 1, site.year, (tuple(missing),), "", after=mine[-1].number)
    names = ", ".join(f'"{name}"' for name in missing)
    yield Fault(
        site.data / FILE,
        site.year,
        f"aucun code de reprise ne peut dire que {', '.join(missing)} est fait. "
        "Ajoutez à la fin du fichier [[list]], puis : "
        f'number = {new.number} ; edition = "{new.edition}" ; after = {new.after} ; groups = [[{names}]] ; '
        f'seal = "{new.right_seal}"',
    )
