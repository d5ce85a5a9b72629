"""What the proof finds wrong with a finished book, as problems."""

from __future__ import annotations

from collections.abc import Sequence

from showcase.book.plan import Part
from showcase.causes import Term, cause, number_of
from showcase.problems import Problem
from showcase.saying import Block, Piece

SHOWN = 60
"""Letters of a lost text that are quoted."""


def lost_block(block: Block, piece: Piece, name: str, pages: Sequence[str]) -> Problem:
    """The problem of a block of which `piece` is not on the pages called `pages`."""
    found = cause("P803", "lost", name=name, block=block.name, pages=_pages(pages), text=_start(piece.text))
    return block.document.problem(found, block.place)


def wrong_pages(part: Part, pages: int, file: str, page: int) -> Problem:
    """The problem of a part that has `pages` pages in `file`, from `page` on, and not those of the plan."""
    subject = f"startups/{part.subject}.md" if part.kind == "startup" else file
    told = {"title": part.title, "file": file, "wanted": number_of("book-pages", part.pages)}
    found = cause("P804", "pages", **told, has=number_of("book-pages", pages)) if pages > 0 else cause(
        "P804", "absent", **told)  # fmt: skip
    return Problem(found, subject, 1 if part.kind == "startup" else page)


def leaked(block: Block, kind: str, **found: str) -> Problem:
    """The problem of a startup of which something was found that is not to be published."""
    return block.document.problem(cause("P805", kind, **found), block.place)


def _start(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"


def _pages(labels: Sequence[str]) -> Term:
    if len(labels) == 1:
        return Term("on-page", page=labels[0])
    return Term("on-pages", first=labels[0], last=labels[-1])
