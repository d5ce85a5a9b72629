"""Tables: every cell told which headings are its own."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.book.tags.tree import Node

Grid = dict[tuple[int, int], Node]
"""The cell at each row and column; a wide one at several."""


def connect(table: Node, name: str) -> None:
    """Gives each heading an ID that begins with `name`, and each cell the IDs of its headings."""
    grid = _grid(table)
    for number, node in enumerate(one for one in table.descendants() if one.kind == "TH"):
        node.attributes["ID"] = f"{name}-{number}"
    for place, cell in grid.items():
        if cell.kind == "TD":
            told = cell.attributes.setdefault("Headers", [])
            told += [one for one in _headings(grid, place) if one not in told]


def _grid(table: Node) -> Grid:
    grid: Grid = {}
    rows = [node for node in table.descendants() if node.kind == "TR"]
    for down, row in enumerate(rows):
        across = 0
        for cell in row.nodes:
            while (down, across) in grid:
                across += 1
            for line in range(cell.attributes.get("RowSpan", 1)):
                for column in range(cell.attributes.get("ColSpan", 1)):
                    grid[down + line, across + column] = cell
    return grid


def _headings(grid: Grid, place: tuple[int, int]) -> Iterator[str]:
    """The IDs of the headings over a cell and beside it."""
    for (down, across), cell in grid.items():
        if cell.kind != "TH":
            continue
        scope = cell.attributes["Scope"]
        is_over = scope == "Column" and across == place[1] and down < place[0]
        if is_over or scope == "Row" and down == place[0]:
            yield cell.attributes["ID"]
