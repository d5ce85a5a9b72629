"""Small files with tags: pages written here as HTML, and what is in them afterwards."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pikepdf
from PIL import Image
from world import ROOT

from showcase.book.assembly import Imprint, assemble
from showcase.book.laid import Anchor, Module
from showcase.book.palette import colours
from showcase.book.plan import Part, Plan
from showcase.book.stationery import Stationery
from showcase.book.tags.tree import Link, Mark, Node
from showcase.book.typesetting import Written

WORDS = {"page-n": "page {n}", "source": "Source"}


@cache
def stationery() -> Stationery:
    return Stationery.of(ROOT)


@cache
def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), (40, 90, 120)).save(file, "PNG")
    return file.getvalue()


def page(body: str) -> str:
    return f'<section class="page recto" style="{colours()}">{body}</section>'


def written(*bodies: str) -> Written:
    """Pages with these bodies, as a module is written; they may show "asset:lamp.png"."""
    pages = "".join(page(body) for body in bodies)
    return stationery().write(pages, {"lamp.png": picture()}, "lamps")


def tree(*bodies: str) -> Node:
    return written(*bodies).tree


def shape(node: Node) -> object:
    """A tree as its kinds: ["P", 1, ["Span", 1]], numbers for marks that follow one another, "link" for links."""
    told: list[object] = [node.kind + (f":{node.lang}" if node.lang else "")]
    for kid in node.kids:
        if isinstance(kid, Node):
            told.append(shape(kid))
        elif isinstance(kid, Link):
            told.append("link")
        elif isinstance(told[-1], int):
            told[-1] += 1
        else:
            told.append(1)
    return told


def marks(node: Node) -> Iterator[Mark]:
    for kid in node.kids:
        if isinstance(kid, Mark):
            yield kid
        elif isinstance(kid, Node):
            yield from marks(kid)


def assembled(path: Path, *parts: list[str], anchors: Callable[[], dict[str, Anchor]] = dict) -> Path:
    """A file of parts, each a list of the bodies of its pages; the first one has the anchors."""
    modules, first = [], 1
    for number, bodies in enumerate(parts):
        made = written(*bodies)
        part = Part(f"lamps-{number}", "colophon", first, len(bodies), f"Lamps {number}")
        modules.append(Module.of(len(bodies), made.pdf, anchors() if number == 0 else {}, made.tree, part=part))
        first += len(bodies)
    fonts = {file.face.book_family: file.path for file in stationery().fonts}
    imprint = Imprint("Lamps", "On lamps", "en-GB", "Lantern Works", WORDS.__getitem__, WORDS.__getitem__, {})
    plan = Plan(tuple(module.part for module in modules))
    path.write_bytes(assemble(modules, plan, imprint, fonts, stationery().cache))
    return path


def contents(made: Written) -> list[bytes]:
    """The content of each page."""
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        return [page.Contents.read_bytes() for page in pdf.pages]
