"""Long parts laid out in sheaves of a few pages each: a list of 1,800 sources takes no more memory than one of 200.

A part that grows with the catalogue writes every page as a section of its own and deals its rows
out beforehand, so its pages need nothing of one another. A list that goes on from one sheaf to the
next is two lists in the tree of tags.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup
from pikepdf import Pdf

from showcase.book.tags.tree import Link, Mark, Node

MOST_PAGES, MOST_PICTURES = 8, 96
"""Pages of a sheaf, and pictures on them; pages go by twos, so that it begins on a left page as its part does."""

_PAGE = re.compile(r"(?=<section class=\"page\b)")


def sheaves(pages: Markup) -> list[Markup]:
    """The pages of a part, some at a time; all at once where they are few."""
    head, *sections = _PAGE.split(pages)
    if _is_light(sections):
        return [pages]
    gathered: list[list[str]] = [[]]
    for start in range(0, len(sections), 2):
        leaf = sections[start : start + 2]
        if gathered[-1] and not _is_light(gathered[-1] + leaf):
            gathered.append([])
        gathered[-1] += leaf
    return [Markup("").join(map(Markup, [head, *sheaf])) for sheaf in gathered]  # noqa: S704


def _is_light(sections: Sequence[str]) -> bool:
    """Whether so many pages can be laid out at once."""
    return len(sections) <= MOST_PAGES and sum(section.count("<img") for section in sections) <= MOST_PICTURES


def compressed(pdf: bytes) -> bytes:
    """A sheaf to be laid by until all are made: hundreds of small pictures take a megabyte a page as they are drawn."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(pdf)) as sheaf:
        sheaf.save(out, compress_streams=True, static_id=True)
    return out.getvalue()


def bound(laid_out: Sequence[tuple[int, bytes, Node]]) -> tuple[bytes, Node]:
    """The sheaves of a part, each with how many pages it has, as one PDF and one tree; several are compressed."""
    (first, pdf, tree), *others = laid_out
    if not others:
        return pdf, tree
    kids = list(tree.kids)
    with Pdf.open(io.BytesIO(pdf)) as whole:
        for pages, further, branch in others:
            with Pdf.open(io.BytesIO(further)) as sheaf:
                whole.pages.extend(sheaf.pages)
            kids += _moved(branch, first).kids
            first += pages
        out = io.BytesIO()
        whole.save(out, compress_streams=True, static_id=True)
    return out.getvalue(), replace(tree, kids=kids)


def _moved(node: Node, by: int) -> Node:
    """A node of the tree as one of pages that come later."""
    return replace(node, kids=[_moved(kid, by) if isinstance(kid, Node) else _later(kid, by) for kid in node.kids])


def _later(kid: Mark | Link, by: int) -> Mark | Link:
    return kid._replace(page=kid.page + by)
