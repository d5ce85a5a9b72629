"""Charts: what the data say is what is drawn, and every picture can be heard."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from showcase import charts, colour
from showcase.charts import Moment, Rung, Style, Tile, Year

SVG = "{http://www.w3.org/2000/svg}"
STYLE = Style("Horizon Sans", 10)
TITLE, DESCRIPTION = "Where they work", "Nine profiles & where their makers are"


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def texts(root: ElementTree.Element) -> list[str]:
    return [text.text for text in root.iter(f"{SVG}text")]


def every_chart() -> dict[str, str]:
    about = (STYLE, TITLE, DESCRIPTION)
    return {
        "map": charts.tile_map([Tile("GA", "Goa", 1, 6, 2)], *about),
        "bars": charts.year_bars([Year("2014-15", 46429)], *about, 300, 100),
        "timeline": charts.timeline([Moment("2013", "Work begins")], *about, 300),
        "ladder": charts.ladder([Rung("Winner", True)], *about, 300),
    }


@pytest.mark.parametrize("kind", every_chart())
def test_every_chart_has_a_title_and_a_description_that_name_it(kind):
    root = read(every_chart()[kind])
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert (title.text, description.text) == (TITLE, DESCRIPTION)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert root.get("font-family") == "Horizon Sans"
    assert not list(root.iter(f"{SVG}linearGradient"))
    assert every_chart()[kind] == every_chart()[kind]


def test_a_tile_for_each_state_shaded_by_its_count():
    tiles = [
        Tile("DL", "Delhi", 2, 3, 0),
        Tile("GA", "Goa", 1, 6, 1, "goa/"),
        Tile("TN", "Tamil Nadu", 3, 7, 4),
        Tile("MH", "Maharashtra", 2, 5, 5),
    ]
    root = read(charts.tile_map(tiles, STYLE, TITLE, DESCRIPTION, side=24))
    assert root.get("viewBox") == "0 0 102 206"
    drawn = {
        group.find(f"{SVG}title").text: group.find(f"{SVG}rect")
        for group in root
        if group.tag in (f"{SVG}g", f"{SVG}a")
    }
    assert list(drawn) == ["Delhi: 0", "Maharashtra: 5", "Goa: 1", "Tamil Nadu: 4"]
    assert [rect.get("fill") for rect in drawn.values()] == [
        colour.screen(f"tile_{step}") for step in ("none", "many", "few", "some")
    ]
    goa = drawn["Goa: 1"]
    assert (goa.get("x"), goa.get("y"), goa.get("width")) == ("26", "156", "24")
    assert texts(root) == ["DL", "MH", "5", "GA", "1", "TN", "4"]
    assert [link.get("href") for link in root.iter(f"{SVG}a")] == ["goa/"]
    # What is inside an image cannot be reached; a map with links is a group.
    assert root.get("role") == "group"


def test_bars_stand_to_each_other_as_their_values_and_a_missing_year_stays_a_gap():
    years = [Year("2014-15", 50_000), Year("2015-16", None), Year("2016-17", 150_590)]
    root = read(charts.year_bars(years, STYLE, TITLE, DESCRIPTION, 300, 120))
    low, high = (float(bar.get("height")) for bar in root.iter(f"{SVG}rect"))
    assert low / high == pytest.approx(50_000 / 150_590, abs=0.001)
    feet = {
        round(float(bar.get("y")) + float(bar.get("height")), 1) for bar in root.iter(f"{SVG}rect")
    }
    assert feet == {103.0}
    assert texts(root) == ["14–15", "50,000", "15–16", "–", "16–17", "1,50,590"]
    dotted = [path for path in root.iter(f"{SVG}path") if path.get("stroke-dasharray")]
    assert [path.get("d") for path in dotted] == ["M100 103h100"]


def test_values_shrink_to_keep_to_their_bars():
    years = [Year(f"20{n}-{n + 1}", 150_590) for n in range(10, 30)]
    root = read(charts.year_bars(years, STYLE, TITLE, DESCRIPTION, 400, 120))
    sizes = {text.get("font-size") for text in root.iter(f"{SVG}text")}
    assert sizes == {f"{0.94 * 20 / (8 * 0.51):.2f}"}


def test_a_series_without_a_value_is_refused():
    with pytest.raises(ValueError) as empty:
        charts.year_bars([Year("2014-15", None)], STYLE, TITLE, DESCRIPTION, 300, 120)
    assert str(empty.value) == "a series of years needs at least one value above nought"


def test_no_stage_implies_another():
    rungs = [
        Rung("Winner", True, "DISC 7"),
        Rung("Prototype", False),
        Rung("Order", True, "March 2024"),
    ]
    root = read(charts.ladder(rungs, STYLE, "Stage", "Winner and order", 300))
    fills = [dot.get("fill") for dot in root.iter(f"{SVG}circle")]
    accent = colour.screen("sea.accent")
    assert fills == [accent, colour.screen("paper"), accent]
    lines = [rect for rect in root.iter(f"{SVG}rect")]
    assert [line.get("width") for line in lines] == ["300"]
    assert texts(root) == ["Winner", "DISC 7", "Prototype", "Order", "March 2024"]


def test_long_words_break_into_lines_and_make_the_picture_higher():
    brief = charts.timeline([Moment("2013", "Begun")] * 3, STYLE, TITLE, DESCRIPTION, 300)
    long = charts.timeline(
        [Moment("2013", "The agreement for boats that move as one")] * 3,
        STYLE,
        TITLE,
        DESCRIPTION,
        300,
    )
    assert texts(read(long))[:4] == ["2013", "The agreement for", "boats that move as", "one"]
    heights = [float(read(svg).get("viewBox").split()[3]) for svg in (brief, long)]
    assert heights[1] - heights[0] == pytest.approx(2 * 13)


def test_a_page_with_two_schemes_gets_custom_properties():
    style = Style("Horizon Sans", 10, accent="air.accent", colour=charts.custom_property)
    svg = charts.ladder([Rung("Winner", True), Rung("Order", False)], style, "Stage", "x", 300)
    named = set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg))
    assert named == {f"var(--{n})" for n in ("rule", "air-accent", "ink", "muted", "paper")}


def test_what_comes_from_data_is_escaped():
    svg = charts.timeline([Moment("<2013>", "R&D")], STYLE, "A <b>", '"x"', 300)
    assert texts(read(svg)) == ["<2013>", "R&D"]
