"""The one table of colours: readable on the screen, printable on the press."""

from __future__ import annotations

import re

import pytest

from showcase import colour
from showcase.colour import FAMILIES, TOKENS, contrast, css_custom_properties, screen

PARTS = (
    "sky_top",
    "sky_foot",
    "ground_top",
    "ground_foot",
    "line",
    "light",
    "accent",
    "accent_dark",
    "on_sky",
)
AA = 4.5


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("words", ["ink", "muted", "caution", "focus"])
@pytest.mark.parametrize("ground", ["paper", "surface"])
def test_words_can_be_read_on_paper_in_both_schemes(words, ground, scheme):
    assert contrast(screen(words, scheme), screen(ground, scheme)) >= AA


@pytest.mark.parametrize("family", FAMILIES)
def test_a_familys_words_can_be_read(family):
    of = {part: colour.family_colour(family, part) for part in PARTS}
    for ground in ("paper", "surface"):
        assert contrast(of["accent"], screen(ground)) >= AA
        assert contrast(of["accent_dark"], screen(ground, "dark")) >= AA
    assert contrast(of["accent_dark"], screen("night")) >= AA
    # The gradient between two ends that both do is made of colours that do.
    for part in ("sky_top", "sky_foot"):
        assert contrast(of["on_sky"], of[part]) >= AA, part
    for part in ("ground_top", "ground_foot"):
        assert contrast(screen("white"), of[part]) >= AA, part


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_on_the_tiles_of_the_map_can_be_read(scheme):
    for tile in ("none", "few", "some", "many"):
        words = screen(f"on_tile_{tile}", scheme)
        assert contrast(words, screen(f"tile_{tile}", scheme)) >= AA, tile


@pytest.mark.parametrize("token", TOKENS.values(), ids=lambda token: token.name)
def test_no_token_asks_for_more_ink_than_a_sheet_takes(token):
    assert len(token.cmyk) == 4
    assert all(isinstance(part, int) and 0 <= part <= 100 for part in token.cmyk)
    assert sum(token.cmyk) <= 300


def test_reading_text_is_black_ink_alone():
    assert TOKENS["ink"].cmyk == (0, 0, 0, 100)
    grounds = [f"{family}.on_sky" for family in FAMILIES]
    for name in ("muted", "rule", "on_tile_none", "on_tile_few", *grounds):
        assert TOKENS[name].cmyk[:3] == (0, 0, 0), name


@pytest.mark.parametrize("family", FAMILIES)
def test_the_press_sees_the_same_plate_as_the_screen(family):
    """Light stands to dark on paper as on the screen, and large darks are a rich black."""

    def ink(part: str) -> float:
        c, m, y, k = TOKENS[f"{family}.{part}"].cmyk
        return 0.3 * c + 0.59 * m + 0.11 * y + 1.6 * k

    def dark(part: str) -> float:
        return contrast(colour.family_colour(family, part), "#ffffff")

    for first, second in (
        ("sky_top", "sky_foot"),
        ("ground_foot", "ground_top"),
        ("ground_foot", "light"),
    ):
        assert (ink(first) > ink(second)) == (dark(first) > dark(second)), (first, second)
    foot = TOKENS[f"{family}.ground_foot"].cmyk
    assert foot[3] >= 60 and sum(foot) >= 240


def test_the_table_is_whole_and_its_values_are_well_formed():
    families = {name.partition(".")[0] for name in TOKENS if "." in name}
    assert families == set(FAMILIES)
    for family in FAMILIES:
        assert {f"{family}.{part}" for part in PARTS} <= TOKENS.keys()
    for token in TOKENS.values():
        for value in (token.screen, token.dark):
            assert value is None or re.fullmatch("#[0-9a-f]{6}", value), token.name


def test_custom_properties_for_both_schemes():
    light = css_custom_properties()
    dark = css_custom_properties("dark", "[data-theme=dark]")
    assert light.startswith(":root {\n  --paper: #fbfaf6;\n")
    assert dark.startswith("[data-theme=dark] {\n  --paper: #0f1417;\n")
    assert "  --sea-sky-top: #062c38;\n" in light and "  --sea-sky-top: #062c38;\n" in dark
    assert f"  --sea-accent: {screen('sea.accent')};\n" in light
    assert f"  --sea-accent: {screen('sea.accent_dark')};\n" in dark
    assert "accent-dark" not in light + dark
    assert re.findall("--([a-z-]+):", light) == re.findall("--([a-z-]+):", dark)


def test_an_unknown_token_is_refused():
    with pytest.raises(KeyError):
        screen("mauve")
