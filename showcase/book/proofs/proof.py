"""The proof: every page small enough to be sent round, marked as no file for a press, stamped with what it is of.

Pages are pictures at a resolution at which words can be read; redrawn photographs and drawings
would make a file several times as large, and one that could be printed from by mistake.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
from pikepdf import ObjectStreamMode, Pdf

from showcase.book.book import with_words
from showcase.book.language import words
from showcase.book.proofs.trimmed import POINTS, trim_size, trimmed
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


def make_proof(stationery: Stationery, catalogue: Catalogue, made: Path, plan: PlanFile, path: Path) -> Path:
    """Writes the proof of the file `made`, which has this `plan`, to `path`. Raises TypesettingError."""
    whole = with_words(catalogue, load_words(stationery.root))
    pictures, (width, height) = _pictures(made)
    watermark = {"en": whole.ui("proof"), "hi": whole.ui("proof", "hi")}
    html = stationery.page(
        "proof", width=width / POINTS, height=height / POINTS, watermark=watermark, edition=_edition(whole, plan),
        day=PartialDate.parse(today()), words=lambda key: words(whole, plan.language, key),
        leaves=[(page, _folio(page), name) for page, name in zip(plan.pages, pictures, strict=True)],
        count=len(plan.pages), language="hi" if plan.language == "hi" else "en",
    )  # fmt: skip
    document = stationery.lay_out(html, pictures, f"the proof of {made.name}").write_pdf()
    with Pdf.open(io.BytesIO(document)) as pdf:
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return write_whole(path, out.getvalue())


def _pictures(made: Path) -> tuple[Mapping[str, bytes], tuple[float, float]]:
    """Each page by the name of its picture, in order, and the size of the first in points."""
    pictures = {}
    with pypdfium2.PdfDocument(made) as document:
        size = trim_size(document[0])
        for number in range(len(document)):
            out = io.BytesIO()
            trimmed(document[number], DPI).save(out, "JPEG", quality=QUALITY, optimize=True)
            pictures[f"proof-{number + 1}.jpg"] = out.getvalue()
    return pictures, size


def _edition(catalogue: Catalogue, plan: PlanFile) -> str:
    """What it is of: "Printed edition, offset-case"."""
    kind = words(catalogue, plan.language, EDITIONS[plan.edition])
    return f"{kind}, {plan.press}" if plan.press else kind


def _folio(page: PlannedPage) -> str:
    """What stands on the page, where that is another number than the page's own in the file."""
    return page.label if page.label != str(page.page) else ""
