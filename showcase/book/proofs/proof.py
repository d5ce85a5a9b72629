"""The proof: every page small enough to be sent round, marked as no file for a press, stamped with what it is of.

Pages are pictures at a resolution at which words can be read; redrawn photographs and drawings
would make a file several times as large, and one that could be printed from by mistake.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path

import pypdfium2

from showcase.book.book import with_words
from showcase.book.language import words
from showcase.book.named import named
from showcase.book.proofs.trimmed import trim_size, trimmed
from showcase.book.settings import load_words
from showcase.book.stationery import Stationery
from showcase.catalogue import Catalogue
from showcase.clock import today
from showcase.files import write_whole
from showcase.model.dates import PartialDate
from showcase.planfile import PlanFile, PlannedPage

DPI = 110
QUALITY = 62
EDITIONS = {"press": "printed-edition", "reading": "reading-edition"}
"""The interface string that names each kind of edition."""


def proof_path(made: Path) -> Path:
    """Where the proof of a file lies: beside it."""
    return made.with_name(f"{made.stem}-proof.pdf")


@dataclass(frozen=True)
class Cover:
    """A file of the covers: the kind of its sheet, and where that is folded, in millimetres from its left edge."""

    kind: str
    path: Path
    folds: tuple[float, ...] = ()
    turned_in: float = 0
    """How far from head and foot the sheet is folded round the boards."""


@dataclass(frozen=True)
class Leaf:
    """A page of a proof: its picture, its size in points, and what it is of."""

    picture: str
    width: float
    height: float
    title: str
    where: str
    """Which page of how many."""
    cover: Cover | None = None


def make_proof(
    stationery: Stationery, catalogue: Catalogue, made: Path, plan: PlanFile, path: Path, covers: Sequence[Cover] = ()
) -> Path:
    """Writes the proof of the file `made`, which has this `plan`, to `path`, before it that of its `covers`.

    Raises TypesettingError.
    """
    whole = with_words(catalogue, load_words(stationery.root))
    pictures: dict[str, bytes] = {}
    watermark = {"en": whole.ui("proof"), "hi": whole.ui("proof", "hi")}
    edition, called = _edition(whole, plan), words(whole, plan.language, "proof")
    html = stationery.page(
        "proof", watermark=watermark, edition=edition,
        day=PartialDate.parse(today()), words=lambda key: words(whole, plan.language, key),
        leaves=[*_of_covers(whole, plan, covers, pictures), *_of_block(whole, plan, made, pictures)],
        language="hi" if plan.language == "hi" else "en",
    )  # fmt: skip
    document = stationery.lay_out(html, pictures, f"the proof of {made.name}").write_pdf()
    return write_whole(path, named(document, f"{plan.title}: {called}, {edition}"))


def _of_block(catalogue: Catalogue, plan: PlanFile, made: Path, pictures: dict[str, bytes]) -> Iterator[Leaf]:
    titles = [f"{page.title}{_folio(page)}" for page in plan.pages]
    return _leaves(catalogue, plan, "proof", made, titles, pictures)


def _of_covers(
    catalogue: Catalogue, plan: PlanFile, covers: Sequence[Cover], pictures: dict[str, bytes]
) -> Iterator[Leaf]:
    for cover in covers:
        title = words(catalogue, plan.language, f"sheet-{cover.kind}")
        for leaf in _leaves(catalogue, plan, f"proof-{cover.kind}", cover.path, repeat(title), pictures):
            yield replace(leaf, cover=cover)


def _leaves(
    catalogue: Catalogue, plan: PlanFile, stem: str, made: Path, titles: Iterable[str], pictures: dict[str, bytes]
) -> Iterator[Leaf]:
    """A leaf for each page of the file; its picture goes into `pictures`."""
    where = words(catalogue, plan.language, "page-of")
    with pypdfium2.PdfDocument(made) as document:
        for number, title in zip(range(1, len(document) + 1), titles, strict=False):
            page, out, name = document[number - 1], io.BytesIO(), f"{stem}-{number}.jpg"
            size = trim_size(page)
            trimmed(page, DPI).save(out, "JPEG", quality=QUALITY, optimize=True)
            pictures[name] = out.getvalue()
            yield Leaf(name, *size, title, where.format(n=number, all=len(document)))


def _edition(catalogue: Catalogue, plan: PlanFile) -> str:
    """What it is of: "Printed edition, offset-case"."""
    kind = words(catalogue, plan.language, EDITIONS[plan.edition])
    return f"{kind}, {plan.press}" if plan.press else kind


def _folio(page: PlannedPage) -> str:
    """What stands on the page, in brackets, where that is another number than the page's own in the file."""
    return f" ({page.label})" if page.label and page.label != str(page.page) else ""
