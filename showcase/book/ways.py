"""How a list of our own pages is set: the airiest of its ways in which it has room, as measured."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup

from showcase.book.measure import overruns
from showcase.book.stationery import Stationery

_PICTURE = re.compile(r"<img\b[^>]*>")


def bare(pages: Markup) -> str:
    """Pages without their pictures, which take no room from words: to be measured."""
    return _PICTURE.sub("", pages)


def first_fitting(
    stationery: Stationery, box: str, ways: Sequence[str], pages: Callable[[str], Markup]
) -> str:
    """The first of the ways, from airy to full, in which the box called `box` holds what it is given.

    `pages` gives the pages set in a way; their pictures take no room from it
    and are left out. The last way comes back where none has room, so that the
    build tells of it.
    """
    for way in ways[:-1]:
        found = [one for page in stationery.measured(bare(pages(way)), box, overruns) for one in page]
        if not any(name == box for name, *_overrun in found):
            return way
    return ways[-1]
