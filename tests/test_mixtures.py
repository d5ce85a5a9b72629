"""Mixtures: every colour that a page can have is one whose inks are known."""

from __future__ import annotations

import pytest

from showcase.book.palette import colours, tint
from showcase.colour import FAMILIES, TOKENS
from showcase.mixtures import mixed, printed
from showcase.plates import drawing
from showcase.plates.vector import ink_colour


def test_a_token_is_printed_as_the_table_says():
    for token in TOKENS.values():
        assert printed(token.screen) == token.cmyk, token.name


@pytest.mark.parametrize("share", [0, 0.1, 0.45, 0.5, 0.93, 1])
def test_a_mixture_has_both_inks_in_its_shares(share):
    first, second = TOKENS["sea.accent"].cmyk, TOKENS["ink"].cmyk
    expected = [a + (b - a) * share for a, b in zip(first, second, strict=True)]
    assert printed(mixed("sea.accent", "ink", share)) == pytest.approx(expected, abs=0.5)


def test_it_does_not_matter_which_token_is_named_first():
    assert mixed("paper", "sea.accent", 0.3) == mixed("sea.accent", "paper", 0.7)


def test_mixtures_are_made_in_the_screens_own_values():
    assert mixed("sea.accent", "paper", 0) == TOKENS["sea.accent"].screen
    assert mixed("quantum.accent", "ink", 0.5) == "#1c3460"


def test_two_tokens_that_no_page_mixes_are_refused():
    with pytest.raises(ValueError, match="air.accent and sea.accent"):
        mixed("air.accent", "sea.accent", 0.5)
    with pytest.raises(KeyError, match="mauve"):
        mixed("mauve", "ink", 0.5)


@pytest.mark.parametrize("colour", ["#808080", "#ff0000", "#000000"])
def test_a_colour_that_is_neither_is_not_known(colour):
    with pytest.raises(KeyError, match=colour):
        printed(colour)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_colour_of_plates_and_pages_is_known(family):
    plate = {ink_colour(family, layer.ink) for layer in drawing("a-slug", family, 300, 240).layers}
    page = {part.partition(":")[2] for part in colours(family).split(";")}
    assert plate and len(page) > 5
    for colour in {*plate, *page, tint("accent", 0.14)}:
        assert len(printed(colour)) == 4
