"""The contents of the book: a grid of small pictures that grows with the catalogue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from world import ROOT, make_world, profile

from showcase import catalogue
from showcase.book import contents
from showcase.book.settings import load_settings

DAY = date(2026, 11, 22)
FIELDS = ("unmanned-aerial-systems", "unmanned-marine-systems", "space-systems")


def many(folder: Path, count: int) -> catalogue.Catalogue:
    """A catalogue of `count` startups, dealt to three fields in turn."""
    texts = {}
    for number in range(count):
        name = "".join(chr(ord("a") + int(figure)) for figure in f"{number:02}")
        texts[f"startups/lantern-{name}.md"] = profile(
            ("id: lantern-works", f"id: lantern-{name}"), ("name: Lantern Works", f"name: Lantern {name.title()}"),
            ("summary: Lantern Works", f"summary: Lantern {name.title()}"),
            ("[unmanned-marine-systems]", f"[{FIELDS[number % 3]}]"),
        )  # fmt: skip
    return catalogue.load(make_world(folder, texts), today=DAY)


@pytest.mark.parametrize(("count", "pages"), [(1, 2), (21, 2), (60, 4)])
def test_the_grid_flows_over_as_many_spreads_as_it_needs(tmp_path: Path, count: int, pages: int) -> None:
    loaded, settings = many(tmp_path, count), load_settings(ROOT)
    cells = contents.grid(loaded, settings)
    assert contents.pages_of(cells) == pages
    assert [cell.key.partition("/")[2] for cell in cells if not cell.is_field] == [
        startup.slug for shelf in loaded.families() for startup in shelf.startups
    ]


def test_no_cell_lies_on_another_and_none_leaves_the_margins(tmp_path: Path) -> None:
    settings = load_settings(ROOT)
    size = contents.picture(settings)
    cells = contents.grid(many(tmp_path, 60), settings)
    places = [(cell.page, round(cell.left, 2), round(cell.top, 2)) for cell in cells]
    assert len(set(places)) == len(places)
    for cell in cells:
        right = settings.margins.outer if cell.page % 2 else settings.margins.inner
        assert cell.left + size.width <= settings.trim.width - right + 0.01
        assert cell.top + contents.PITCH <= settings.foot_of_facts + 2


def test_rows_keep_step_with_the_one_whose_horizons_are_on_the_line(tmp_path: Path) -> None:
    settings = load_settings(ROOT)
    share = settings.horizon / settings.trim.height
    cells = contents.grid(many(tmp_path, 60), settings)
    horizons = [cell.top + share * contents.picture(settings).height for cell in cells]
    steps = [(horizon - settings.horizon) / contents.PITCH for horizon in horizons]
    assert all(step == pytest.approx(round(step), abs=1e-6) for step in steps)
    assert {(cell.page < 2, round(step)) for cell, step in zip(cells, steps, strict=True)} >= {(True, 0), (False, 0)}


@pytest.mark.parametrize("count", [4, 11, 15, 21, 60])
def test_a_field_stands_in_one_row_or_begins_with_two_of_its_startups(tmp_path: Path, count: int) -> None:
    loaded = many(tmp_path, count)
    rows: dict[str, list[tuple[int, float]]] = {}
    for cell in contents.grid(loaded, load_settings(ROOT)):
        rows.setdefault(cell.field, []).append((cell.page, cell.top))
    assert {len(places) - 1 for places in rows.values()} == {len(shelf.startups) for shelf in loaded.families()}
    for places in rows.values():
        together = len(places) if len(places) <= contents.COLUMNS else 3
        assert len(set(places[:together])) == 1
