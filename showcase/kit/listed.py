"""The files of a kit as its ticket lists them: what each is for, its pages, its boxes, its digest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pikepdf

from showcase.book.settings import MM_PER_POINT
from showcase.kit.told import Words
from showcase.model.dates import LANGUAGES
from showcase.planfile import SUFFIX, MadeFile

BOXES = {"trim": "/TrimBox", "bleed": "/BleedBox", "media": "/MediaBox"}
PLACES = 2
PDF = ".pdf"


def listed(files: Mapping[str, Path], covers: Sequence[Mapping[str, Any]], words: Words) -> list[dict[str, Any]]:
    """Every file by its name in the kit; `covers` are the sheets. Raises KeyError for a file that nothing speaks of."""
    kinds = {f"cover/{one['file']}": one["kind"] for one in covers}
    return [
        {"file": name, "for": _purpose(Path(name), kinds.get(name, ""), words)}
        | MadeFile.of(path).model_dump(include={"bytes", "sha256"}) | _measured(path)
        for name, path in sorted(files.items())
    ]  # fmt: skip


def _purpose(name: Path, kind: str, words: Words) -> dict[str, str]:
    """What a file is for, in both languages: by its sheet, or by the folder that it lies in."""
    key = kind or ("plan" if name.name.endswith(SUFFIX) else name.parent.as_posix())
    if key == "profile":
        key += name.suffix.replace(".", "-")
    return {language: words(f"for-{key}", language) for language in LANGUAGES}


def _measured(path: Path) -> dict[str, Any]:
    """The pages of a PDF, and width and height of the boxes that they have, in millimetres."""
    if path.suffix != PDF:
        return {}
    with pikepdf.open(path) as pdf:
        return {"pages": len(pdf.pages), "boxes": dict(_boxes(pdf))}


def _boxes(pdf: pikepdf.Pdf) -> Iterator[tuple[str, list[float]]]:
    """Each box that is of one size on all pages; a proof has pages of several sizes."""
    for box, key in BOXES.items():
        sizes = {_size(page.obj[key]) if key in page.obj else None for page in pdf.pages}
        if len(sizes) == 1 and (size := sizes.pop()):
            yield box, list(size)


def _size(box: pikepdf.Object) -> tuple[float, float]:
    left, foot, right, head = (float(edge) * MM_PER_POINT for edge in box)
    return round(right - left, PLACES), round(head - foot, PLACES)
