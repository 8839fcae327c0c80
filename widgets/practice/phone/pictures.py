"""The drawn phone's camera and photos: a picture of a paper is taken, looked at, cropped, taken again."""

from dataclasses import dataclass, replace
from enum import StrEnum

from practice.phone.handset import Handset, Permission

_SHOT, _CROPPED = "shot", "-cropped"


class Fault(StrEnum):
    """Why a picture of a paper cannot be read, in the order in which it is worth saying."""

    OTHER = "other"  #: not the paper that is asked for
    CUT = "cut"
    DARK = "dark"
    BLURRED = "blurred"
    SMALL = "small"  #: the paper is lost in the picture; cropping helps


SHAKY = (Fault.CUT, Fault.DARK, Fault.BLURRED)  #: how the camera is held at first, one fault for each thing to do


@dataclass(frozen=True)
class FaultWords:
    """What is said of a fault."""

    id: Fault
    check: str  #: what a good picture does: « Le texte est net »
    told: str
    advice: str
    seen: str = ""  #: what the camera shows before the picture is taken
    adjust: str = ""  #: what one does then


@dataclass(frozen=True)
class Picture:
    """A picture, known by its faults."""

    id: str
    name: str
    faults: tuple[Fault, ...] = ()

    @property
    def croppable(self) -> bool:
        return Fault.SMALL in self.faults

    @property
    def cropped(self) -> "Picture":
        """The same picture without what is around the paper."""
        left = tuple(fault for fault in self.faults if fault is not Fault.SMALL)
        return Picture(self.id + _CROPPED, f"{self.name}, recadrée", left)


@dataclass(frozen=True)
class Pictures:
    """The photos that the phone holds already, and the words of each fault."""

    faults: tuple[FaultWords, ...]
    gallery: tuple[Picture, ...]

    def __post_init__(self) -> None:
        """Refuse a fault without words, two photos of one name, and a gallery without a picture that can be sent."""
        if [words.id for words in self.faults] != list(Fault):
            raise ValueError("faults : il faut une table pour chacun, dans l'ordre : " + ", ".join(Fault))
        ids = [picture.id for picture in self.gallery]
        if len(ids) != len(set(ids)) or any(_SHOT in name or _CROPPED in name for name in ids):
            raise ValueError("gallery : il faut un id à chaque photo, sans « shot » ni « cropped »")
        if all(picture.faults for picture in self.gallery):
            raise ValueError("gallery : il faut au moins une photo sans défaut")

    def words(self, fault: Fault) -> FaultWords:
        return next(words for words in self.faults if words.id is fault)

    def checks(self, picture: Picture) -> list[tuple[FaultWords, bool]]:
        """Return what is looked at, and whether the picture is right there; of another paper nothing else is said."""
        if Fault.OTHER in picture.faults:
            return [(self.words(Fault.OTHER), False)]
        return [(words, words.id not in picture.faults) for words in self.faults]

    def picture(self, name: str) -> Picture | None:
        """Return a picture of the gallery, cropped or not, or one that the camera could have taken."""
        bare = name.removesuffix(_CROPPED)
        found = next((one for one in self.gallery if one.id == bare), None)
        if found and bare != name:
            return found.cropped if found.croppable else None
        return found or next((shot for shot in map(_shot, _ways()) if shot.id == name), None)


class View(StrEnum):
    """What the phone shows of it."""

    CLOSED = "closed"  #: camera or photos, to choose
    ASK = "ask"  #: the application asks whether it may use the one chosen
    CAMERA = "camera"
    GALLERY = "gallery"
    LOOK = "look"


_NEEDED = {View.CAMERA: Permission.CAMERA, View.GALLERY: Permission.PHOTOS}


@dataclass(frozen=True)
class Camera:
    """Where the learner is. `wanted` is what the question is about; `picture` the id of the one taken or picked."""

    view: View = View.CLOSED
    held: tuple[Fault, ...] = SHAKY  #: what would be wrong with a picture taken now
    wanted: View = View.CLOSED
    picture: str = ""

    @classmethod
    def holding(cls, picture: str) -> "Camera":
        return cls(View.LOOK if picture else View.CLOSED, picture=picture)

    def place(self) -> dict[str, object]:
        """Return what is needed to open it again, as plain JSON."""
        return {"view": self.view.value, "held": [fault.value for fault in self.held], "wanted": self.wanted.value}

    @classmethod
    def opened(cls, kept: object, phone: Handset) -> "Camera":
        """Return the camera, or the photos, as they were open; put away if the phone does not allow it. No trust."""
        try:
            found = cls(View(kept["view"]), tuple(map(Fault, kept["held"])), View(kept["wanted"]))
        except (KeyError, TypeError, ValueError):
            return cls()
        asked = found.view is View.ASK and found.wanted in _NEEDED
        used = found.view in _NEEDED and phone.allows(_NEEDED[found.view])
        return found if (asked or used) and set(found.held) <= set(SHAKY) else cls()

    @property
    def adjusted(self) -> int:
        """How many things were put right since the camera was opened."""
        return len(SHAKY) - len(self.held)

    @property
    def permission(self) -> Permission:
        """What the question is about."""
        return _NEEDED[self.wanted]

    def after(self, done: str, known: Pictures, phone: Handset) -> tuple["Camera", Handset]:
        """Return the camera and the phone after one thing, as « camera », « adjust cut » or « pick near ».

        What cannot be done here leaves everything as it is.
        """
        what, _, which = done.partition(" ")
        if self.view is View.ASK and what in ("allow", "refuse"):
            allowed = what == "allow"
            then = Camera(self.wanted if allowed else View.CLOSED)
            return then, phone.answered(self.permission, allowed=allowed)
        if self.view is View.CLOSED and what in _NEEDED:
            wanted = View(what)
            return Camera(wanted if phone.allows(_NEEDED[wanted]) else View.ASK, wanted=wanted), phone
        return self._used(what, which, known), phone

    def _used(self, what: str, which: str, known: Pictures) -> "Camera":
        """Return the camera after what needs no permission any more."""
        picture, used = known.picture(self.picture), self
        match self.view, what:
            case View.CAMERA, "adjust":
                used = replace(self, held=tuple(fault for fault in self.held if fault != which))
            case View.CAMERA, "shoot":
                used = Camera.holding(_shot(self.held).id)
            case View.GALLERY, "pick" if which in [one.id for one in known.gallery]:
                used = Camera.holding(which)
            case View.LOOK, "crop" if picture and picture.croppable:
                used = Camera.holding(picture.cropped.id)
            case _, "again":
                used = Camera()
        return used


def _shot(faults: tuple[Fault, ...]) -> Picture:
    return Picture("-".join((_SHOT, *faults)), "Photo prise à l'instant", faults)


def _ways() -> list[tuple[Fault, ...]]:
    """Return every way in which the camera can be held."""
    ways: list[tuple[Fault, ...]] = [()]
    for fault in SHAKY:
        ways += [(*way, fault) for way in ways]
    return ways
