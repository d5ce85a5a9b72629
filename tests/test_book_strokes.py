"""The lines of plates are set down as WeasyPrint would, operator by operator, and other paths by WeasyPrint."""

from __future__ import annotations

import re

import pydyf
import pytest
from weasyprint import svg
from weasyprint.svg.path import path as own

from showcase import plates
from showcase.book import strokes, typesetting

FOREIGN = "M1 1Q2 2 3 1zM0 0A5 5 0 0 1 9 9"


class Paper:
    """As much of a drawing of WeasyPrint as a path asks for."""

    inner_width = inner_height = 100.0
    point = svg.SVG.point

    def __init__(self) -> None:
        self.stream = pydyf.Stream()


class Path(dict):
    def __init__(self, data: str) -> None:
        super().__init__(d=data)
        self.vertices: list[object] = []


def drawn(painter: object, data: str) -> list[str | float]:
    """The operators and their numbers."""
    paper = Paper()
    painter(paper, Path(data), 16.0)
    words = b"\n".join(paper.stream.stream).decode().split()
    return [word if word.isalpha() else float(word) for word in words]


@pytest.mark.parametrize("family", plates.FAMILIES)
def test_plates_are_drawn_as_weasyprint_draws_them(family: str) -> None:
    page = plates.svg(plates.drawing("lantern-works", family, 286.0, 296.0), 0.142)
    paths = re.findall(r' d="([^"]*)"', page)
    quick = [data for data in paths if strokes._PLATE.fullmatch(data)]
    assert sum(map(len, quick)) > 0.6 * sum(map(len, paths))
    for data in quick:
        assert drawn(svg.TAGS["path"], data) == drawn(own, data)


def test_a_path_of_another_kind_is_left_to_weasyprint() -> None:
    assert typesetting.quicken is strokes.quicken
    assert drawn(svg.TAGS["path"], FOREIGN) == drawn(own, FOREIGN)
    assert not strokes._PLATE.fullmatch(FOREIGN)
