"""The sheets that covers are printed on, solved from the extent. Lengths are millimetres.

A sheet is a row of panels from left to right, outside up. Every place on it is
counted from the upper left corner of the trimmed sheet; the horizon stands as
high on all of them as on the pages they enclose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from showcase.book.press.profiles import Boards, CoverSheet, Jacket, PressProfile
from showcase.book.settings import Settings

Kind = Literal["wrap", "case", "jacket", "endpapers"]

SPINE_BOARD_EASE = 0.5
"""By so much the spine board of a case is narrower than block and boards together."""

PLACES = 3
"""Lengths are kept to the micrometre."""

BACK, SPINE, FRONT = "back", "spine", "front"


@dataclass(frozen=True)
class Panel:
    """One face of a sheet."""

    name: str
    left: float
    width: float

    @property
    def right(self) -> float:
        return self.left + self.width


@dataclass(frozen=True)
class Zone:
    """A rectangle on a sheet."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Sheet:
    """One cover sheet: `height` and `width` as trimmed, `horizon` from the head, `bleed` beyond the trim."""

    kind: Kind
    panels: tuple[Panel, ...]
    height: float
    horizon: float
    bleed: float
    safety: float
    turned_in: float = 0
    """How much of the sheet goes round the boards at head and foot."""

    @property
    def width(self) -> float:
        """Of the trimmed sheet: its panels together."""
        return round(self.panels[-1].right, PLACES)

    @property
    def folds(self) -> tuple[float, ...]:
        """Where panels meet, from the left."""
        return tuple(panel.left for panel in self.panels[1:])

    def panel(self, name: str) -> Panel:
        """The panel called `name`; KeyError where there is none."""
        return {panel.name: panel for panel in self.panels}[name]

    @property
    def art(self) -> Zone:
        """What is printed: the trimmed sheet and its bleed."""
        return Zone(-self.bleed, -self.bleed, self.width + 2 * self.bleed, self.height + 2 * self.bleed)

    def face(self, left: float, settings: Settings) -> Zone:
        """A place as large as a page of the book, whose horizon is that of the sheet."""
        return Zone(left, self.horizon - settings.horizon, settings.trim.width, settings.trim.height)

    def safe(self, name: str) -> Zone:
        """Where words may stand on a panel: clear of edges and folds."""
        panel, top = self.panel(name), self.turned_in + self.safety
        return Zone(panel.left + self.safety, top, panel.width - 2 * self.safety, self.height - 2 * top)


def spine_sum(kind: str, leaves: int, profile: PressProfile) -> dict[str, float]:
    """What a spine's width on a sheet of that kind is added up of, for so many leaves of the profile's paper.

    Endpapers, and what thread makes a sewn block swell by, are not in it: a binder knows them, and states
    them as the profile's allowance.
    """
    added = {"leaves": leaves * profile.paper.caliper, "allowance": profile.cover.allowance}
    if profile.cover.boards:
        added["boards"] = 2 * profile.cover.boards.thickness
    return added | ({"ease": -SPINE_BOARD_EASE} if kind == "case" else {})


def cover_sheets(leaves: int, profile: PressProfile, settings: Settings) -> tuple[Sheet, ...]:
    """Every sheet that the binding asks for, for a block of so many leaves."""
    spines = {kind: sum(spine_sum(kind, leaves, profile).values()) for kind in ("wrap", "case", "jacket")}
    return tuple(_sheets(spines, profile.cover, settings))


def _sheets(spines: Mapping[str, float], cover: CoverSheet, settings: Settings) -> Iterator[Sheet]:
    if not cover.boards:
        yield _wrap(spines["wrap"], cover, settings)
        return
    yield _case(spines["case"], cover, cover.boards, settings)
    if cover.jacket:
        yield _jacket(spines["jacket"], cover, cover.jacket, settings)
    if cover.endpaper:
        yield _endpaper(cover, settings)


def _wrap(spine: float, cover: CoverSheet, settings: Settings) -> Sheet:
    """A soft cover round a glued or sewn block: W = 2 · trim + spine."""
    trim = settings.trim
    panels = _row((BACK, trim.width), (SPINE, spine), (FRONT, trim.width))
    return Sheet("wrap", panels, trim.height, settings.horizon, cover.bleed, cover.safety)


def _case(spine: float, cover: CoverSheet, boards: Boards, settings: Settings) -> Sheet:
    """What is drawn over the boards: W = 2 · (board + hinge) + spine board + 2 · turn-in."""
    trim, turn = settings.trim, boards.turn_in
    board = trim.width - boards.inset
    panels = _row(
        ("turn-in back", turn), (BACK, board), ("hinge back", boards.hinge),
        (SPINE, spine),
        ("hinge front", boards.hinge), (FRONT, board), ("turn-in front", turn),
    )  # fmt: skip
    height = trim.height + 2 * (boards.square + turn)
    horizon = settings.horizon + boards.square + turn
    return Sheet("case", panels, height, horizon, cover.bleed, cover.safety, turn)


def _jacket(spine: float, cover: CoverSheet, jacket: Jacket, settings: Settings) -> Sheet:
    """A jacket round the case: flap, back, spine, front, flap."""
    trim = settings.trim
    face = trim.width + jacket.wider
    panels = _row(
        ("flap back", jacket.flap), (BACK, face), (SPINE, spine),
        (FRONT, face), ("flap front", jacket.flap),
    )  # fmt: skip
    height = trim.height + jacket.higher
    return Sheet("jacket", panels, height, settings.horizon + jacket.higher / 2, cover.bleed, cover.safety)


def _endpaper(cover: CoverSheet, settings: Settings) -> Sheet:
    """A folded sheet of four pages at either end, printed on the side that is seen: pasted leaf and free leaf."""
    trim = settings.trim
    panels = _row(("left", trim.width), ("right", trim.width))
    return Sheet("endpapers", panels, trim.height, settings.horizon, cover.bleed, cover.safety)


def _row(*panels: tuple[str, float]) -> tuple[Panel, ...]:
    """Panels side by side: name and width."""
    row, left = [], 0.0
    for name, width in panels:
        row.append(Panel(name, left, round(width, PLACES)))
        left = round(left + width, PLACES)
    return tuple(row)
