"""What a page draws, said anew in the inks of the press.

WeasyPrint writes one operator a line, so a page is rewritten line by line and
most lines pass as they are. A colour is only written where something is
painted with it: the same colour means other inks for an area, for large type
and for small. Type in black ink alone is printed over what lies under it, all
else takes its place out of it. Tags are left out, for the press has no use for
them; only what says how a word is read stays, so that the file can be searched.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import sqrt

from showcase.book.press.ink import InkTable
from showcase.book.press.written import Written
from showcase.mixtures import Inks

OVER, OUT = "/InkOver", "/InkOut"
"""The names under which a page finds the states that print over what lies below, or knock it out."""

_BLACK = "#000000"
"""The colour with which a page begins; no colour of ours, so that nothing is painted with it unseen."""


class Unprintable(Exception):
    """Something on a page that the press edition has no rule for; the message says what."""


@dataclass(frozen=True, slots=True)
class _State:
    """What stays until it is changed, and comes back with the state that was put aside.

    `fill` and `stroke` are the colours meant, None where it is a pattern;
    `filling` and `stroking` are the inks last written.
    """

    scale: float
    fill: str | None = _BLACK
    stroke: str | None = _BLACK
    filling: Inks | None = None
    stroking: Inks | None = None
    over: bool = False
    size: float = 0.0


class Rewriter:
    """Rewrites one stream of drawing. `scale` is the size of its unit in points."""

    def __init__(self, table: InkTable, scale: float) -> None:
        self._table = table
        self._now = _State(scale)
        self._aside: list[_State] = []
        self._marked: list[bool] = []
        self._type_scale = 1.0
        self._out = Written()

    def rewritten(self, content: bytes) -> bytes:
        """The same drawing in inks. Raises Unprintable for what there is no rule for."""
        find, out = _RULES.get, self._out.add
        for line in content.split(b"\n"):
            rule = find(line.rpartition(b" ")[2])
            if rule is None:
                out(line)
            else:
                rule(self, line)
        return self._out.whole()

    def _put_aside(self, line: bytes) -> None:
        self._out.take_pen()
        self._aside.append(self._now)
        self._out.add(line)

    def _take_back(self, line: bytes) -> None:
        self._out.drop_pen()
        self._now = self._aside.pop()
        self._out.add(line)

    def _hold(self, line: bytes) -> None:
        self._out.hold_pen(line)

    def _move(self, line: bytes) -> None:
        self._out.move(line)

    def _step(self, line: bytes) -> None:
        self._out.step(line)

    def _end(self, line: bytes) -> None:
        self._out.end(line)

    def _transform(self, line: bytes) -> None:
        self._now = replace(self._now, scale=self._now.scale * _scale(line))
        self._out.add(line)

    def _mean_fill(self, line: bytes) -> None:
        self._now = replace(self._now, fill=_colour(line))

    def _mean_stroke(self, line: bytes) -> None:
        self._now = replace(self._now, stroke=_colour(line))

    def _pattern(self, line: bytes) -> None:
        if not line.endswith((b"/Pattern cs", b" scn")) or not line.startswith(b"/"):
            raise Unprintable(f"a colour in {line.decode('latin-1')}")
        self._now = replace(self._now, fill=None, filling=None)
        self._out.add(line)

    def _type_size(self, line: bytes) -> None:
        self._now = replace(self._now, size=float(line.split(b" ")[1]))
        self._out.add(line)

    def _type_matrix(self, line: bytes) -> None:
        self._type_scale = _scale(line)
        self._out.add(line)

    def _type_way(self, line: bytes) -> None:
        if line != b"0 Tr":
            raise Unprintable("type that is outlined")
        self._out.add(line)

    def _type(self, line: bytes) -> None:
        if self._now.fill is None:
            raise Unprintable("type that is filled with a pattern")
        size = self._now.size * self._type_scale * self._now.scale
        inks = self._table.of_text(self._now.fill, size)
        self._fill_with(inks, over=inks[3] > 0 and not any(inks[:3]))
        self._out.add(line)

    def _area(self, line: bytes) -> None:
        self._take_ink()
        self._out.end(line)

    def _take_ink(self) -> None:
        """Says with what areas are filled."""
        if self._now.fill is None:
            self._knock_out()
        else:
            self._fill_with(self._table.of(self._now.fill), over=False)

    def _line(self, line: bytes) -> None:
        inks = self._table.of(str(self._now.stroke))
        if inks != self._now.stroking:
            self._out.say(_said(inks, b"K"))
        self._now = replace(self._now, stroking=inks)
        self._knock_out()
        self._out.take_pen()
        self._out.end(line)

    def _area_and_line(self, line: bytes) -> None:
        self._take_ink()
        self._line(line)

    def _drawing(self, line: bytes) -> None:
        self._knock_out()
        self._out.take_pen()
        self._out.add(line)

    def _begin_mark(self, line: bytes) -> None:
        self._marked.append(b"/ActualText" in line)
        if self._marked[-1]:
            self._out.add(line)

    def _end_mark(self, line: bytes) -> None:
        if self._marked.pop():
            self._out.add(line)

    def _leave_out(self, line: bytes) -> None:
        pass

    def _refuse(self, line: bytes) -> None:
        raise Unprintable(f"a colour in {line.decode('latin-1')}")

    def _fill_with(self, inks: Inks, over: bool) -> None:
        """Writes inks and overprint, where they are not those last written."""
        if over != self._now.over:
            self._out.say(f"{OVER if over else OUT} gs".encode())
        if inks != self._now.filling:
            self._out.say(_said(inks, b"k"))
        self._now = replace(self._now, filling=inks, over=over)

    def _knock_out(self) -> None:
        if self._now.over:
            self._out.say(f"{OUT} gs".encode())
            self._now = replace(self._now, over=False)


def _scale(line: bytes) -> float:
    """By how much a matrix makes larger."""
    a, b, c, d = map(float, line.split(b" ")[:4])
    return sqrt(abs(a * d - b * c))


def _colour(line: bytes) -> str:
    """The "#rrggbb" of three shares."""
    return "#" + "".join(f"{round(float(part) * 255):02x}" for part in line.split(b" ")[:3])


def _said(inks: Inks, operator: bytes) -> bytes:
    """Inks as an operator takes them: shares, with four decimals at most."""
    return b" ".join([*(f"{round(one / 100, 4):g}".encode() for one in inks), operator])


_RULES: dict[bytes, Callable[[Rewriter, bytes], None]] = {
    b"q": Rewriter._put_aside, b"Q": Rewriter._take_back, b"cm": Rewriter._transform,
    b"m": Rewriter._move, b"re": Rewriter._step, b"n": Rewriter._end,
    **dict.fromkeys((b"w", b"J", b"j", b"M", b"d"), Rewriter._hold),
    b"rg": Rewriter._mean_fill, b"RG": Rewriter._mean_stroke,
    b"cs": Rewriter._pattern, b"scn": Rewriter._pattern,
    b"Tf": Rewriter._type_size, b"Tm": Rewriter._type_matrix, b"Tr": Rewriter._type_way,
    b"TJ": Rewriter._type, b"Tj": Rewriter._type,
    b"f": Rewriter._area, b"f*": Rewriter._area, b"S": Rewriter._line, b"s": Rewriter._line,
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), Rewriter._area_and_line),
    b"Do": Rewriter._drawing, b"sh": Rewriter._drawing,
    b"BMC": Rewriter._begin_mark, b"BDC": Rewriter._begin_mark, b"EMC": Rewriter._end_mark,
    b"MP": Rewriter._leave_out, b"DP": Rewriter._leave_out,
    **dict.fromkeys((b"g", b"G", b"k", b"K", b"sc", b"SC", b"CS", b"SCN", b"BI", b"'", b'"'), Rewriter._refuse),
}  # fmt: skip
"""What is done with each operator that has to do with paths, pens, colour, type or tags."""
