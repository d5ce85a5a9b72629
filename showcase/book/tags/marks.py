"""Marks in the content of pages, set while WeasyPrint writes it.

WeasyPrint can tag by itself, but its tree has no languages, no descriptions of
links, wrong lists, and a figure for every drawing that is only decoration. So
its stream and the function that writes its tree are exchanged while a document
is written: the stream marks what has words or pictures and calls the rest an
artefact, and the tree is noted as plain data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import weasyprint.pdf
from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.pdf.stream import Stream

from showcase.book.tags.elements import Elements
from showcase.book.tags.glyphs import Letters, letters_of
from showcase.book.tags.record import record
from showcase.book.tags.tree import Node
from showcase.book.tags.words import tell

Faces = Mapping[str, Path]
"""The font files of the book by their families: "Horizon serif-light"."""

ARTEFACT = b"/Artifact BMC"
END = b"EMC"
_MARK = re.compile(rb"(?m)^(?:/\w+ (?:<<.*>> )?B[DM]C|EMC)(?:\n|\Z)")


def strip(content: bytes) -> bytes:
    """The content of a page as it is written here, without its marks: for files that have no tree."""
    return _MARK.sub(b"", content)


def write(document: Document, faces: Faces) -> tuple[bytes, Node]:
    """The document as PDF with its content marked, uncompressed, and the tree of it.

    Raises Unmarked for words that cannot be tagged.
    """
    trees: list[Node] = []
    elements = Elements(_root(document))

    def note(_pdf: Any, written: Document, _version: Any, streams: Sequence[MarkedStream]) -> None:
        trees.append(record(elements, written.pages, [stream.marks for stream in streams]))

    stream = partial(MarkedStream, elements, faces, _line_ends(document))
    with _exchanged("Stream", stream), _exchanged("add_tags", note):
        pdf = document.write_pdf(uncompressed_pdf=True, pdf_tags=True)
    return pdf, trees[0]


def _root(document: Document) -> Any:
    """The html element of a document."""
    boxes = document.pages[0]._page_box.children
    return next(box.element for box in boxes if box.element_tag == "html")


def _line_ends(document: Document) -> set[Any]:
    """The last box of words of every line."""
    lines = (
        [box for box in line.descendants() if isinstance(box, TextBox) and box.text.strip()]
        for page in document.pages
        for line in page._page_box.descendants(placeholders=True)
        if isinstance(line, LineBox)
    )
    return {boxes[-1] for boxes in lines if boxes}


@contextmanager
def _exchanged(name: str, other: Any) -> Iterator[None]:
    """Puts something else in the place of a part of WeasyPrint's PDF writer."""
    own = getattr(weasyprint.pdf, name)
    setattr(weasyprint.pdf, name, other)
    try:
        yield
    finally:
        setattr(weasyprint.pdf, name, own)


class MarkedStream(Stream):
    """The content of one page. `marks` has the number of each box that was marked."""

    def __init__(self, elements: Elements, faces: Faces, ends: set[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.elements, self.faces, self.ends = elements, faces, ends
        self.marks: dict[Any, int] = {}
        self._is_open = False

    def clone(self, **kwargs: Any) -> Stream:
        """A stream for a group or a pattern: nothing is marked in it, it is marked as a whole."""
        return super().clone(**{"tags": None, **kwargs})

    @contextmanager
    def marked(self, box: Any, _tag: str) -> Iterator[None]:
        """Marks what is drawn of a box of words or a picture."""
        with self._between(ARTEFACT) as place:
            yield
        drawn = self.stream[place + 1 : -1]
        if not any(op.endswith((b"TJ", b"Do", b"S", b"f", b"f*", b"sh")) for op in map(_bytes, drawn)):
            self.stream[place:] = drawn  # nothing is to be seen: the colours that were set hold for what follows
            return
        decoration = self.elements.decoration(box)
        if decoration is None:
            self.marks[box] = len(self.marks)
            self.stream[place] = b"/%s <</MCID %d>> BDC" % (_role(box), self.marks[box])
        elif decoration:
            self.stream[place] = b"/Artifact <</Type /Pagination /Subtype /%s>> BDC" % decoration.encode()
        if hasattr(box, "text"):
            self.stream[place + 1 : -1] = self._told(drawn, box)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Marks what is drawn as decoration."""
        with self._between(ARTEFACT):
            yield

    def draw_x_object(self, reference: str) -> None:
        """Draws a picture or a group; a group by itself is decoration."""
        if self._is_open:
            super().draw_x_object(reference)
            return
        with self.artifact():
            super().draw_x_object(reference)

    @contextmanager
    def _between(self, opening: bytes) -> Iterator[int]:
        """Puts what is drawn between marks; gives the place of the first of them."""
        self.stream.append(opening)
        self._is_open, place = True, len(self.stream) - 1
        yield place
        self._is_open = False
        self.stream.append(END)

    def _told(self, drawn: Sequence[bytes], box: Any) -> list[bytes]:
        """The operators of a run of words, with the text that its glyphs do not tell."""
        first, last = drawn.index(b"BT") + 1, drawn.index(b"ET")
        fonts = {font.hash.encode(): self._letters(font) for font in self._fonts.values()}
        told = tell(drawn[first:last], box.pango_layout.text, fonts, box in self.ends)
        return [*drawn[:first], *told, *drawn[last:]]

    def _letters(self, font: Any) -> Letters:
        """What the glyphs of a font say; the blanks that `tell` may add are among them."""
        if font.family not in self.faces:
            return Letters(font.to_unicode)
        known = letters_of(self.faces[font.family])
        for blank in {known.space, known.no_break} - {0}:
            font.to_unicode.setdefault(blank, known.texts[blank])
            font.widths.setdefault(blank, known.widths[blank])
        return known


def _role(box: Any) -> bytes:
    return b"Span" if hasattr(box, "text") else b"Figure"


def _bytes(op: Any) -> bytes:
    return op if isinstance(op, bytes) else str(op).encode()
