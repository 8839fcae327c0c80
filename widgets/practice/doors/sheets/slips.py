"""What is cut off and handed out in a room: the way in, with the number of a tablet; where to write a resume code."""

from collections.abc import Sequence
from dataclasses import dataclass

from practice.doors.sheets.classroom_paper import ClassroomPaper
from practice.doors.sheets.handout import SOFT
from practice.site import Site

STRIP = 61  #: millimetres: four stand on a page
_QR = 46
_CODE = (3, 3)  #: digits of the code of a room
_LATER = "Mon code peut être plus court. Je le tape à « Reprendre plus tard », sur l'accueil."


@dataclass(frozen=True)
class WayIn:
    """How a tablet comes into the room; what is not known before the room is open is written by hand."""

    address: str = ""  #: of the page where a tablet joins
    code: str = ""

    @property
    def words(self) -> str:
        """The address as a hand types it."""
        return self.address.partition("://")[2]

    @property
    def spoken_code(self) -> str:
        """The code in two halves, as one says and copies it."""
        return f"{self.code[:3]} {self.code[3:]}"

    def photographed(self, number: int) -> str:
        """Return the address of a tablet's QR: it asks for its number, and has the code if that is known."""
        return f"{self.address}/{self.code}?tablette={number}" if self.code else f"{self.address}?tablette={number}"


def strips(site: Site, names: Sequence[str], way_in: WayIn) -> ClassroomPaper:
    """Return a strip a tablet: its number, whom it plays, where the room is."""
    paper = _slips(site, "À couper : une bande par tablette")
    for number, name in enumerate(names, 1):
        with paper.strip(STRIP) as top:
            _strip(paper, number, name, way_in, top)
    return paper


def resume_slips(site: Site, seats: int) -> ClassroomPaper:
    """Return a slip a tablet, on which a hand writes the code that gives the work back."""
    paper = _slips(site, "À couper : noter son code de reprise")
    for _ in range(seats):
        with paper.strip(STRIP):
            paper.paragraph("Mon code de reprise", size=20, style="B", after=3)
            paper.code_boxes(4, 4, 4, 4, 4)
            for label, width in (("Chapitre", paper.epw / 2), ("Date", paper.epw / 2)):
                paper.to_write(label, width)
            paper.set_xy(paper.l_margin, paper.get_y() + 11)
            paper.paragraph(_LATER, after=0)
    return paper


def _slips(site: Site, title: str) -> ClassroomPaper:
    paper = ClassroomPaper(title, f"Site de {site.year}", site.title, site.edition.now)
    with paper.tag("H1"):
        paper.paragraph(title, style="B", after=3)
    return paper


def _strip(paper: ClassroomPaper, number: int, name: str, way_in: WayIn, top: float) -> None:
    wide = paper.epw - _QR - 6
    with paper.tag("H2"):
        paper.paragraph(f"Tablette {number}", size=28, style="B", after=0)
    paper.paragraph(f"Vous jouez {name}", size=18, after=2)
    if way_in.address:
        paper.paragraph("L'adresse :", colour=SOFT, after=0)
        paper.paragraph(way_in.words, size=paper.fitting(way_in.words, 20, wide), style="B", after=2)
        paper.qr(way_in.photographed(number), paper.l_margin + paper.epw - _QR, top + 6, _QR)
    else:
        paper.to_write("L'adresse", paper.epw)
        paper.set_xy(paper.l_margin, paper.get_y() + 12)
    if way_in.code:
        paper.paragraph(f"Le code : {way_in.spoken_code}", size=20, style="B", after=0)
    else:
        paper.paragraph("Le code :", colour=SOFT, after=0)
        paper.set_xy(paper.l_margin + 32, paper.get_y() - 9)
        paper.code_boxes(*_CODE)
