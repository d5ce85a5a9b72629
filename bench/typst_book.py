"""The book's words as a source for Typst, made from the catalogue: the same content in a plain design.

Every startup has its plate over a left page and all that the book tells of it on the right one;
before them stands a table of contents, behind them an index and the sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from showcase.blocks import told_by
from showcase.catalogue import Catalogue, Startup, load
from showcase.saying import Block

HEAD = """\
#set page(width: 300mm, height: 240mm, margin: (x: 24mm, top: 20mm, bottom: 16mm), numbering: "1")
#set text(font: ("Horizon serif-light", "Horizon devanagari-light"), size: 9pt, lang: "en", hyphenate: true)
#set par(justify: false, leading: 0.6em)
#show heading.where(level: 1): set text(font: ("Horizon serif-extralight", "Horizon devanagari-extralight"), size: 29pt)
#show heading.where(level: 2): set text(font: ("Horizon sans-semibold", "Horizon devanagari-bold"), size: 9pt)
#outline(depth: 1)
"""
_SPECIAL = re.compile(r"([\\#$*_`<>@=\-+/~\[\]\"'.:])")


def write(root: Path, pictures: Path, path: Path) -> Path:
    """Writes the source for the project at `root`, whose plates lie in `pictures`; returns it."""
    catalogue = load(root)
    told = [part for startup in _in_order(catalogue) for part in _spread(startup, pictures.name)]
    path.write_text("\n".join([HEAD, *told, *_index(catalogue), *_sources(catalogue)]), encoding="utf-8")
    return path


def _in_order(catalogue: Catalogue) -> list[Startup]:
    """The startups field by field, as the book has them."""
    return [startup for shelf in catalogue.families() for startup in shelf.startups]


def _spread(startup: Startup, folder: str) -> Iterator[str]:
    """A left page with the plate and the name, a right one with the words."""
    yield "#pagebreak(weak: true)"
    yield f'#page(margin: 0mm)[#image("{folder}/plate-{startup.slug}.svg", width: 300mm, height: 240mm)]'
    yield f"= {_text(startup.name)} <{startup.slug}>"
    blocks = told_by("book", startup, "en")
    hindi = [block for block in told_by("book", startup, "hi") if block.name in ("name_hi", "headline_hi")]
    for kind, rows in groupby([*hindi, *blocks], key=lambda block: block.name.partition(":")[0]):
        if kind == "sources":
            continue
        if ":" in (rows := list(rows))[0].name:
            yield f"== {_text(kind.replace('_', ' '))}"
        yield from map(_row, rows)


def _row(block: Block) -> str:
    """A block as a paragraph."""
    return f"{_text(block.text)}\n"


def _index(catalogue: Catalogue) -> Iterator[str]:
    """Every shelf with its startups and their pages, in three columns."""
    yield "#pagebreak(weak: true)\n= Indexes\n#columns(3)["
    shelves = (*catalogue.technologies(), *catalogue.end_users(), *catalogue.states(), *catalogue.editions())
    for shelf in shelves:
        yield f"{_text(shelf.name)} {_text(shelf.name_hi)}\n"
        yield "; ".join(f"{_text(one.name)} {_page(one)}" for one in shelf.startups) + "\n"
    yield "]"


def _sources(catalogue: Catalogue) -> Iterator[str]:
    """Every source under its startup, in four columns."""
    yield "#pagebreak(weak: true)\n= Sources\n#set text(size: 6.4pt)\n#columns(4)["
    for startup in catalogue.published:
        yield f"== {_text(startup.name)} {_page(startup)}"
        yield from (_row(block) for block in told_by("book", startup, "en") if block.name.startswith("sources:"))
    yield "]"


def _page(startup: Startup) -> str:
    """The page of a startup, as a link to it."""
    return f"#ref(<{startup.slug}>, form: \"page\", supplement: none)"


def _text(text: str) -> str:
    """A text with nothing in it that Typst would take for its own."""
    return _SPECIAL.sub(r"\\\1", text)
