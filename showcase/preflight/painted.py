"""What a page paints: the events that its content comes down to, and that the checks read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from showcase.preflight.colours import Colour, Space
from showcase.preflight.findings import Box
from showcase.preflight.fonts import Font
from showcase.preflight.geometry import Matrix

What = Literal["area", "line", "text", "picture", "gradient"]
Key = tuple[int, int]
"""A stream of the file by its object number."""


class Picture(NamedTuple):
    """A placed picture: `ppi` at the size on the page, across and up, the smaller of both."""

    key: Key | None
    space: Space | None
    """None for a stencil, which is painted in the colour of the moment."""
    width: int
    height: int
    ppi: float
    place: Matrix
    """Where the picture's unit square lies on the page."""


class Painted(NamedTuple):
    """One thing painted. Boxes and widths in points on the page, `alpha` from 0 to 1."""

    what: What
    box: Box
    """What can be seen of it, within the clip."""
    colour: Colour | None = None
    alpha: float = 1.0
    overprints: bool = False
    """Whether what lies under it is left standing in the inks that it has not."""
    in_mask: bool = False
    """Whether it is part of a soft mask: it lays down no ink."""
    width: float = 0.0
    """Of a line."""
    points: tuple[tuple[float, float], ...] = ()
    """Places along a thin line."""
    size: float = 0.0
    """Of text: the height of its em."""
    font: Font | None = None
    codes: tuple[int, ...] = ()
    picture: Picture | None = None
    spaces: tuple[Space, ...] = ()
    """Of a gradient, or of a picture and its base."""

    @property
    def text(self) -> str:
        """The characters of a text."""
        return "".join(self.font.text(code) for code in self.codes) if self.font else ""


class Group(NamedTuple):
    """A transparency group: the space in which it blends, and whether it is the ground of a soft mask."""

    space: Space
    is_mask: bool
    box: Box


@dataclass
class Content:
    """Everything that a page's content comes down to."""

    painted: list[Painted] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    set_colours: dict[str, Space] = field(default_factory=dict)
    """The spaces of all colours that were set, painted in or not, by name."""
    see_through: list[str] = field(default_factory=list)
    """What is transparent: "a soft mask", "opacity 0.5", "blend mode Multiply"."""
    transfers: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    """PostScript, OPI, alternates, references."""
    unseen: list[Box] = field(default_factory=list)
    """Where text stands that is neither filled nor outlined."""
    faults: list[str] = field(default_factory=list)
    """What could not be understood."""
    fonts: dict[Key | str, Font] = field(default_factory=dict)
