"""What was measured on pages, whether or not anything is wrong: a press asks for the figures of a clean file too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from showcase.preflight.reading import MALFORMED
from showcase.preflight.view import View


class Measured(NamedTuple):
    """One page: ink in percent (99.9 of 100 parts of it have no more), type and lines in points, pixels to the inch.

    None where the page has nothing of the kind, or it cannot be measured.
    """

    ink: float | None = None
    type: float | None = None
    line: float | None = None
    ppi: float | None = None


class Extreme(NamedTuple):
    """A figure of a whole file: the most or the least that any page has, and the first page that has it."""

    key: str
    title: str
    value: float | None
    unit: str
    page: int

    def data(self) -> dict[str, Any]:
        """The figure for programs."""
        return {"value": self.value, "unit": self.unit, "page": self.page or None}

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.title}: none"
        return f"{self.title}: {self.value:g} {self.unit} (page {self.page})"


def measured(view: View) -> Measured:
    """The figures of one page."""
    try:
        most = view.most_ink
        texts = [event.size for event in view.seen if event.what == "text"]
        lines = [event.width for event in view.seen if event.what == "line" and event.width]
        pictures = [event.picture.ppi for event in view.seen if event.picture]
    except MALFORMED:
        return Measured()
    return Measured(_rounded(most, 0), _rounded(min(texts, default=None), 1), _rounded(min(lines, default=None), 2),
                    _rounded(min(pictures, default=None), 0))  # fmt: skip


def extremes(pages: Sequence[Measured]) -> Iterator[Extreme]:
    """The figures of a file."""
    yield _extreme(pages, "ink", "most ink", "%", max)
    yield _extreme(pages, "type", "smallest type", "pt", min)
    yield _extreme(pages, "line", "thinnest line", "pt", min)
    yield _extreme(pages, "ppi", "coarsest picture", "ppi", min)


def _extreme(pages: Sequence[Measured], key: str, title: str, unit: str, choose: Callable[..., float]) -> Extreme:
    known = {number: value for number, one in enumerate(pages, 1) if (value := getattr(one, key)) is not None}
    if not known:
        return Extreme(key, title, None, unit, 0)
    page = choose(known, key=known.__getitem__)
    return Extreme(key, title, known[page], unit, page)


def _rounded(value: float | None, places: int) -> float | None:
    return None if value is None else round(value, places)
