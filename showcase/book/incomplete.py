"""What the proof finds wrong with a finished book, as problems."""

from __future__ import annotations

from collections.abc import Sequence

from showcase.book.plan import Part
from showcase.causes import said
from showcase.problems import Problem
from showcase.saying import Block, Piece
from showcase.startup import Startup

SHOWN = 60
"""Letters of a lost text that are quoted."""


def lost_block(block: Block, piece: Piece, name: str, pages: Sequence[str]) -> Problem:
    """The problem of a block of which `piece` is not on the pages called `pages`."""
    message = f"{name}: {block.name} is not whole on {_pages(pages)} of the book: “{_start(piece.text)}” is missing."
    fix = "let its page template in book/pages/ tell it; what the book is not to tell is named in showcase/told.py."
    return _at(block, "P803", message, fix)


def wrong_pages(part: Part, pages: int, file: str, page: int) -> Problem:
    """The problem of a part that has `pages` pages in `file`, from `page` on, and not those of the plan."""
    subject = f"startups/{part.subject}.md" if part.kind == "startup" else file
    has = f"has {_count(pages)}" if pages > 0 else "is not"
    message = f"“{part.title}” {has} in {file} where the plan gives it {_count(part.pages)}."
    fix = "the parts were joined wrongly: showcase/book/assembly.py must take each of them whole and once."
    return Problem(said("P804", message, fix), subject, 1 if part.kind == "startup" else page)


def leaked(startup: Startup, block: Block, found: str) -> Problem:
    """The problem of a startup of which something was found that is not to be published."""
    message = f"{startup.name} is not published, and yet {found} in the book."
    return _at(block, "P805", message, "let the page ask for catalogue.published alone, not for all startups.")


def _at(block: Block, code: str, message: str, fix: str) -> Problem:
    return block.document.problem(said(code, message, fix), block.place)


def _start(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"


def _pages(labels: Sequence[str]) -> str:
    if len(labels) == 1:
        return f"page {labels[0]}"
    return f"pages {labels[0]}–{labels[-1]}"


def _count(pages: int) -> str:
    return f"{pages} page{'' if pages == 1 else 's'}"
