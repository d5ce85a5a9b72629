"""Whether a profile's page tells the whole profile: every block of it, as declared in `showcase.told`."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.blocks import told_by
from showcase.letters import Wanted, letters, missing
from showcase.model.dates import Language
from showcase.saying import Block, Piece
from showcase.site.built import BuiltPage
from showcase.site.leaving import is_secure
from showcase.startup import Startup


def untold(page: BuiltPage, startup: Startup, language: Language) -> Iterator[str]:
    """A sentence for each block of the startup that its page does not tell whole."""
    blocks = told_by("site", startup, language)
    told: set[str] = set()
    for block, piece in (*_unread(page, blocks), *_unlinked(page, blocks)):
        if block.name not in told:
            told.add(block.name)
            line, column = block.place
            lacks = f"a link to {piece.link}" if piece.link else f"“{piece.text}”"
            yield f"{page.address} does not tell {block.name} of {block.path}:{line}:{column}: {lacks} is missing."


def _unread(page: BuiltPage, blocks: tuple[Block, ...]) -> Iterator[tuple[Block, Piece]]:
    """Pieces whose text is not on the page; what it says of itself to other sites counts as told."""
    text = letters(f"{page.text} {page.metas.get('description', '')}")
    wanted = [Wanted(block, one, letters(one.text)) for block in blocks for one in block.pieces if not one.link]
    return ((one.whole, one.piece) for one in missing(wanted, text))


def _unlinked(page: BuiltPage, blocks: tuple[Block, ...]) -> Iterator[tuple[Block, Piece]]:
    """Addresses that nothing leads to; one that is not linked to, for it is not by https, stands there as text."""
    there = set(page.told)
    wanted = ((block, one) for block in blocks for one in block.pieces if one.link and one.link not in there)
    return ((block, one) for block, one in wanted if is_secure(one.link) or one.link not in page.text)
