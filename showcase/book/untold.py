"""What lacks Hindi in the Hindi edition, page by page, as a file beside the book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from showcase.book.laid import Laid
from showcase.book.plan import Plan
from showcase.files import write_whole

Untold = Mapping[str, Sequence[str]]
"""What stands in English for want of Hindi, by the key of its part."""


def untold_of(modules: Sequence[Laid]) -> Untold:
    """What the modules of an edition tell in English."""
    return {module.part.key: module.untold for module in modules if module.untold}


def write_untold(book: Path, plan: Plan, untold: Untold) -> Path | None:
    """Writes it beside the file `book`; returns the report, None where nothing lacks Hindi."""
    path = book.with_suffix(".report.txt")
    if not untold:
        path.unlink(missing_ok=True)
        return None
    lines = []
    for key, texts in untold.items():
        part = plan.by_key[key]
        lines += [f"page {part.folio}, {key}: {part.title}", *(f"  {text}" for text in texts), ""]
    return write_whole(path, "\n".join(lines))
