"""The pages that tell what data/ holds of the programme."""

from __future__ import annotations

from collections.abc import Callable

from showcase.book import how
from showcase.book.book import Book, Pages
from showcase.book.palette import colours
from showcase.book.plan import Part
from showcase.book.wording import part_name


def how_spread(book: Book, part: Part) -> Pages:
    """The ladder over both pages above the line, the programmes below it."""
    catalogue, settings = book.catalogue, book.stationery.settings
    shown = how.programmes(catalogue)
    html = book.stationery.page(
        "how", site=catalogue.site, colours=colours(), folio=part.folio, words=book.words,
        anchor=part_name(part.key), framework=how.framework(catalogue), told=how.sources(catalogue),
        file=how.PROGRAMMES, rungs=how.rungs(catalogue, settings),
        left=shown[: how.ON_A_PAGE], right=shown[how.ON_A_PAGE :], others=how.others(catalogue),
        limit=settings.foot_of_facts, story_limit=settings.horizon - how.LOWEST - how.RISE,
    )  # fmt: skip
    return Pages(html, {})


MAKERS: dict[str, Callable[[Book, Part], Pages]] = {"how": how_spread}
