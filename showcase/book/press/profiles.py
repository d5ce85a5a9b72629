"""Press profiles: what one press and its binder ask for, as book/book.yml states it under `press`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from showcase.book.language import Edition
from showcase.book.press.isbn import isbn_fault
from showcase.book.press.sections import Binder
from showcase.causes import Cause, cause

Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, Field(min_length=1, max_length=200)]
Millimetres = Annotated[float, Field(ge=0, le=60)]
Resolution = Annotated[int, Field(ge=72, le=2400)]
Mark = Literal["crop", "registration", "colour-bar"]
Binding = Literal["perfect", "sewn", "case"]

PAGES_IN_FOLD = 4
"""Pages of the smallest folded sheet: less cannot be sewn."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Ppi(_Part):
    """Effective resolution of pictures at the size at which they are placed."""

    least: Resolution
    wanted: Resolution


class Paper(_Part):
    """A paper: its weight in g/m² and its bulk in cm³/g."""

    name: Text
    name_hi: Text | None = None
    gsm: Annotated[float, Field(ge=40, le=600)]
    bulk: Annotated[float, Field(ge=0.5, le=3)]
    settled: bool = False
    """Whether it was agreed with the press; until then the book does not name it."""

    @property
    def caliper(self) -> float:
        """Thickness of one sheet in millimetres."""
        return self.gsm * self.bulk / 1000


class Safety(_Part):
    """How far words keep from the trim and from the gutter, in millimetres."""

    trim: Millimetres
    gutter: Millimetres


Fault = tuple[tuple[str, ...], Cause]
"""The keys of a value that does not go together with others, and why not."""


class Boards(_Part):
    """The boards of a case, in millimetres."""

    thickness: Annotated[float, Field(ge=1, le=5)]
    square: Annotated[float, Field(ge=0, le=10)]
    """How far a board stands out beyond the block at head and foot."""
    inset: Annotated[float, Field(ge=-10, le=20)]
    """How much narrower than the page a board is: the hinge takes it up."""
    hinge: Annotated[float, Field(ge=4, le=15)]
    turn_in: Annotated[float, Field(ge=10, le=30)]


class Jacket(_Part):
    """A dust jacket: how much its panels are larger than the page, and its flaps, in millimetres."""

    wider: Annotated[float, Field(ge=0, le=25)]
    higher: Annotated[float, Field(ge=0, le=25)]
    flap: Annotated[float, Field(ge=50, le=200)]


class CoverSheet(_Part):
    """What the covers are made with; lengths in millimetres."""

    bleed: Millimetres
    safety: Annotated[float, Field(ge=3, le=20)]
    """How far words keep from every edge and every fold."""
    allowance: Annotated[float, Field(ge=-3, le=6)] = 0
    """What the binder adds to the thickness of the block: glue, and the cover itself."""
    boards: Boards | None = None
    jacket: Jacket | None = None
    endpaper: Paper | None = None


class Material(_Part):
    """What a cover is made of, as a ticket names it: "Cover board, 300 g/m²"."""

    name: Text
    name_hi: Text | None = None


class Materials(_Part):
    """What covers are made of; what is not named is to be agreed."""

    cover: Material | None = None
    """The board of a soft cover."""
    case: Material | None = None
    """What boards are covered with."""
    jacket: Material | None = None
    finish: Material | None = None
    """What is laid over the outermost sheet: a lamination, a varnish."""


class PressProfile(_Part):
    """What one press asks for; ink in percent, lengths in millimetres."""

    title: Text
    title_hi: Text | None = None
    standard: Literal["x-4", "x-1a"]
    icc: Text
    condition: Text
    registry: Text
    ink_limit: Annotated[int, Field(ge=100, le=400)]
    ppi: Ppi
    paper: Paper
    binding: Binding
    signature: Literal[2, 4, 8, 12, 16, 24, 32]
    part_sections: tuple[Literal[2, 4, 8, 12, 16, 24], ...] = ()
    """Pages of the smaller sections that it binds too, beside whole ones."""
    bleed: Annotated[float, Field(ge=2, le=20)]
    marks: tuple[Mark, ...]
    safety: Safety
    cover: CoverSheet
    materials: Materials = Materials()
    isbn: dict[Edition, Text] | None = None
    """The numbers of this binding: one for each language edition that has one."""
    quantity: Annotated[int, Field(ge=1)] | None = None
    """How many copies are ordered; None while that is to be agreed."""
    foil: bool = False

    @property
    def binder(self) -> Binder:
        """The sections that it binds."""
        return Binder(self.signature, self.part_sections, self.binding != "perfect")

    @property
    def asked_materials(self) -> dict[str, Material | None]:
        """What its covers need, by what it is for; None where it is not named."""
        is_case = self.binding == "case"
        held = {"cover": not is_case, "case": is_case, "jacket": is_case and self.cover.jacket, "finish": True}
        return {key: getattr(self.materials, key) for key, is_held in held.items() if is_held}

    def faults(self) -> Iterator[Fault]:
        """Every value that is right alone and wrong beside the others."""
        yield from _bound(self)
        yield from _sections(self)
        if self.ppi.least > self.ppi.wanted:
            yield ("ppi",), cause("P812", "ppi")
        if self.cover.boards and self.cover.jacket:
            yield from _jacketed(self.cover.boards, self.cover.jacket)
        for edition, number in (self.isbn or {}).items():
            if found := isbn_fault(number):
                yield ("isbn", edition), found


def _jacketed(boards: Boards, jacket: Jacket) -> Iterator[Fault]:
    """A jacket is as high as the boards, and goes from the spine over hinge, board and the board's edge."""
    least = {
        "higher": ("jacket-lower", 2 * boards.square),
        "wider": ("jacket-narrower", boards.hinge + boards.thickness - boards.inset),
    }  # fmt: skip
    for key, (kind, length) in least.items():
        if getattr(jacket, key) < length:
            yield ("cover", "jacket"), cause("P812", kind, key=key, length=f"{length:g}")


def _bound(profile: PressProfile) -> Iterator[Fault]:
    """What the binding needs, and what only another can have."""
    cover, binding = profile.cover, profile.binding
    if binding == "case" and not cover.boards:
        yield ("cover",), cause("P812", "no-boards")
    for key in ("boards", "jacket", "endpaper"):
        if binding != "case" and getattr(cover, key):
            yield ("cover", key), cause("P812", "case-only", binding=binding, key=key)
    for key in Materials.model_fields:
        if getattr(profile.materials, key) and key not in profile.asked_materials:
            yield ("materials", key), cause("P812", "not-made", binding=binding, key=key)


def _sections(profile: PressProfile) -> Iterator[Fault]:
    """What cannot be sewn, and part sections that are no parts."""
    fewest = min((profile.signature, *profile.part_sections))
    if profile.binding != "perfect" and fewest < PAGES_IN_FOLD:
        key = "signature" if fewest == profile.signature else "part_sections"
        yield (key,), cause("P812", "sewn", pages=fewest)
    if max(profile.part_sections, default=0) >= profile.signature:
        yield ("part_sections",), cause("P812", "no-part", pages=profile.signature)
