"""Tagged is a PDF whose words are in a structure tree: a screen reader meets headings, paragraphs, lists and tables.

fpdf2 tags pictures alone. Its builder of the tree is replaced by one that nests, and what is drawn is marked here:
either with the element that it belongs to, or as an artifact, which nobody reads out. With its fonts, its language and
its title, a paper is what PDF/UA asks for, and says so.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from html import escape
from typing import Any

from fpdf import FPDF
from fpdf.prefs import ViewerPreferences
from fpdf.structure_tree import StructElem, StructureTreeBuilder
from fpdf.syntax import PDFString

from practice.drawing.typography import NO_BREAK_SPACE, french
from practice.papers.fonts import WithFonts

_SCOPES = {"column": "<</O /Table /Scope /Column>>", "row": "<</O /Table /Scope /Row>>"}

#: what a paper says that it is, for programs: its title, and the first part of PDF/UA
_IDENTITY = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


class _Element(StructElem):
    """An element of a document, which says what is written of it: fpdf2 looks through all that an object has."""

    a: str | None = None  #: its attributes

    def serialize(self, *_: Any, **__: Any) -> str:
        alt, page = self.alt and self.alt.serialize(), self.pg and self.pg.ref
        said = {"A": self.a, "Alt": alt, "K": self.k.serialize(), "P": self.p.ref, "Pg": page, "S": self.s}
        return super().serialize({f"/{name}": value for name, value in said.items() if value} | {"/Type": self.type})


class _Tree(StructureTreeBuilder):
    """The elements of a document; `inside` is the one that the next is put into."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: StructElem = self.doc_struct_elem
        self._all: list[StructElem] = []

    def element(self, kind: str, number: int, scope: str = "") -> StructElem:
        """Put an element of a kind, which begins on page `number`, into the one that is open."""
        element = _Element(f"/{kind}", parent=self.inside, kids=[], page_number=number)
        element.a = _SCOPES.get(scope)
        self.inside.k.append(element)
        self._all.append(element)
        return element

    @property
    def latest(self) -> StructElem:
        """The element that was made last."""
        return self._all[-1]

    def mark(self, element: StructElem, number: int, page: Any) -> int:
        """Return the number, on its page, of the words that an element is about to have."""
        page.struct_parents = self.spid_per_page_number.setdefault(number, len(self.spid_per_page_number))
        marked = self.struct_tree_root.parent_tree.nums[page.struct_parents]
        marked.append(element)
        element.pg = page
        element.k.append(len(marked) - 1)
        return len(marked) - 1

    def __iter__(self) -> Iterator[Any]:
        yield from (self.struct_tree_root, self.doc_struct_elem, self.struct_tree_root.parent_tree, *self._all)


class Tagged(FPDF):
    """A paper of A4, in French. The same words at the same time give the same bytes."""

    def __init__(self, title: str, author: str, subject: str, created: datetime) -> None:
        super().__init__(format="A4")
        self.struct_builder: Any = _Tree()
        self._kind: tuple[str, str] | None = None  # of what is being marked, with its scope; empty for an artifact
        self.core_fonts_encoding = "windows-1252"
        self.set_lang("fr-FR")
        self.set_title(french(title))
        self.set_xmp_metadata(_IDENTITY.format(title=escape(french(title))))
        self.set_author(author)
        self.set_subject(subject)
        self.set_creation_date(created)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)

    def normalize_text(self, text: str) -> str:
        """Put French spaces, and none that the font has not."""
        return super().normalize_text(french(text).replace("\N{NARROW NO-BREAK SPACE}", NO_BREAK_SPACE))

    def get_string_width(self, s: str, normalized: bool = False, markdown: bool = False) -> float:  # noqa: ARG002
        """Return how wide a line is: fpdf2 copies the whole state of its pen to say so."""
        text = s if normalized else self.normalize_text(s)
        return self.current_font.get_text_width(text, self.font_size_pt, None)[1] / self.k

    def is_one_line(self, text: str, width: float) -> bool:
        """Say whether a text takes one line of a cell: to know it, no line need be broken, sign by sign."""
        return "\n" not in text and self.get_string_width(text) <= width - 2 * self.c_margin

    def output(self, *args: Any, **how: Any) -> Any:
        """Write the paper, with its fonts."""
        return super().output(*args, output_producer_class=WithFonts, **how)

    @property
    def marking(self) -> bool:
        """Whether what is drawn now is being marked already."""
        return self._kind is not None

    @contextmanager
    def part(self, kind: str) -> Iterator[None]:
        """Put the elements of what is drawn inside into one of a kind: a table, a row, a list."""
        outside, tree = self.struct_builder.inside, self.struct_builder
        tree.inside = tree.element(kind, self.page)
        try:
            yield
        finally:
            tree.inside = outside

    @contextmanager
    def tag(self, kind: str, scope: str = "") -> Iterator[None]:
        """Mark the words that are drawn inside as an element; on a further page as a further one of its kind."""
        outer, self._kind = self._kind, (kind, scope)
        if outer is None:
            self._begin()
        yield
        if outer is None:
            self._out("EMC")
        self._kind = outer

    def artifact(self) -> Any:
        """Mark what is drawn inside as something that is not to be read out."""
        return self.tag("")

    def figure(self, picture: Any, words: str, *, left: float, top: float, wide: float, high: float) -> None:
        """Draw a picture, which these words describe to whoever does not see it."""
        low, right = (self.h - top - high) * self.k, (left + wide) * self.k
        with self.tag("Figure"):
            element = self.struct_builder.latest
            element.alt = PDFString(french(words))
            element.a = f"<</O /Layout /BBox [{left * self.k:.2f} {low:.2f} {right:.2f} {low + high * self.k:.2f}]>>"
            self.image(picture, x=left, y=top, w=wide, h=high)

    def add_page(self, *args: Any, **how: Any) -> None:
        """Begin a page: what was being marked goes on there."""
        kind, self._kind = self._kind, None
        if kind:
            self._out("EMC")
        super().add_page(*args, **how)
        self._kind = kind
        if kind:
            self._begin()

    def line(self, *args: Any, **how: Any) -> None:
        with self.artifact() if self._kind is None else nullcontext():
            super().line(*args, **how)

    def rect(self, *args: Any, **how: Any) -> None:
        with self.artifact() if self._kind is None else nullcontext():
            super().rect(*args, **how)

    def circle(self, *args: Any, **how: Any) -> None:
        with self.artifact() if self._kind is None else nullcontext():
            super().circle(*args, **how)

    def _begin(self) -> None:
        kind, scope = self._kind
        if not kind:
            self._out("/Artifact BMC")
            return
        tree = self.struct_builder
        number = tree.mark(tree.element(kind, self.page, scope), self.page, self.pages[self.page])
        self._out(f"/{kind} <</MCID {number}>> BDC")
