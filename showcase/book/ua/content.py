"""The content of a page as far as tags go: what is marked, what is shown in it, and what is not marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Dictionary, Name, Object, String

_PAINTING = frozenset("S s f F f* B B* b b* sh Do TJ Tj ' \" INLINE IMAGE".split())
_OPERATORS = f"BDC BMC EMC Tf BI {' '.join(sorted(_PAINTING - {'INLINE', 'IMAGE'}))}"


class Span(NamedTuple):
    """Marked content that is open: its kind, its number, the text that it gives."""

    kind: str
    mcid: int | None = None
    actual: str | None = None


class Shown(NamedTuple):
    """Glyphs that are shown: the mark that they stand in, their font and their codes."""

    mcid: int | None
    font: Object
    codes: tuple[int, ...]


@dataclass
class Content:
    """The content of one page, in its order."""

    marks: list[int] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)
    """By their numbers, what the marks say."""
    actual: list[str] = field(default_factory=list)
    """Every text that is given in place of glyphs."""
    unmarked: list[str] = field(default_factory=list)
    """Operators that paint outside all marks."""
    nested: list[str] = field(default_factory=list)
    """Artefacts in tagged content, tagged content in artefacts or in itself."""
    unbalanced: int = 0
    """Marks that are never closed, or closed and never opened."""


def read(page: Object, decode: Callable[[Object, Iterable[int]], str]) -> Content:
    """The content of a page; `decode` gives the text of codes in a font."""
    reader = _Reader(decode)
    reader.read(page, page.get("/Resources", Dictionary()))
    reader.content.unbalanced += len(reader.open)
    return reader.content


class _Reader:
    def __init__(self, decode: Callable[[Object, Iterable[int]], str]) -> None:
        self.decode = decode
        self.content = Content()
        self.open: list[Span] = []
        self.font: Object = Dictionary()

    def read(self, stream: Object, resources: Object) -> None:
        """Reads a page, or a drawing where it is shown."""
        for operands, operator in pikepdf.parse_content_stream(stream, _OPERATORS):
            name = str(operator)
            if name in {"BDC", "BMC"}:
                self._begin(operands)
            elif name == "EMC":
                self._end()
            elif name == "Tf":
                self.font = resources.Font[operands[0]]
            elif name in _PAINTING:
                self._paint(name, operands, resources)

    @property
    def _mcid(self) -> int | None:
        return next((span.mcid for span in reversed(self.open) if span.mcid is not None), None)

    def _begin(self, operands: Any) -> None:
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else Dictionary()
        mcid, actual = properties.get("/MCID"), properties.get("/ActualText")
        span = Span(str(operands[0]), mcid if mcid is None else int(mcid), actual if actual is None else str(actual))
        self._nest(span)
        if span.actual is not None:
            self.content.actual.append(span.actual)
            self._say(span.actual)
        self.open.append(span)
        if span.mcid is not None:
            self.content.marks.append(span.mcid)
            self.content.texts.setdefault(span.mcid, "")

    def _nest(self, span: Span) -> None:
        is_artefact = span.kind == "/Artifact"
        in_artefact = any(one.kind == "/Artifact" for one in self.open)
        if is_artefact and self._mcid is not None:
            self.content.nested.append("an artefact stands in tagged content")
        if span.mcid is not None and in_artefact:
            self.content.nested.append("tagged content stands in an artefact")
        if span.mcid is not None and self._mcid is not None:
            self.content.nested.append("tagged content stands in other tagged content")

    def _end(self) -> None:
        if self.open:
            self.open.pop()
        else:
            self.content.unbalanced += 1

    def _paint(self, name: str, operands: Any, resources: Object) -> None:
        if not self.open:
            self.content.unmarked.append(name)
        if name == "Do":
            drawing = resources.XObject[operands[0]]
            if drawing.get("/Subtype") == Name.Form:
                self.read(drawing, drawing.get("/Resources", resources))
        elif name in {"TJ", "Tj", "'", '"'}:
            self._show(operands[-1])

    def _show(self, operand: Any) -> None:
        strings = [operand] if isinstance(operand, String) else [one for one in operand if isinstance(one, String)]
        raw = b"".join(map(bytes, strings))
        codes = tuple(raw[place] << 8 | raw[place + 1] for place in range(0, len(raw) - 1, 2))
        self.content.shown.append(Shown(self._mcid, self.font, codes))
        if all(span.actual is None for span in self.open):
            self._say(self.decode(self.font, codes))

    def _say(self, text: str) -> None:
        mcid = self._mcid
        if mcid is not None:
            self.content.texts[mcid] += text
