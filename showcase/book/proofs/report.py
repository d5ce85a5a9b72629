"""The changed pages as one page to look at: before, now, and what changed in red."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from showcase.book.proofs.compare import Change, Read
from showcase.files import write_whole

TEMPLATE = "changes.html.j2"
SUFFIX = ".changes.html"


def write_changes(old: str, made: Path, new: Read, found: Sequence[Change]) -> Path:
    """Writes beside the file `made`, read as `new`, what changed since the one called `old`; returns the page."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    html = environment.get_template(TEMPLATE).render(
        new=new.name, verdict=verdict(old, new, found),
        rows=[(one, [(caption, base64.b64encode(data).decode()) for caption, data in one.pictures])
              for one in found],
    )  # fmt: skip
    return write_whole(made.with_suffix(SUFFIX), html)


def verdict(old: str, new: Read, found: Sequence[Change]) -> str:
    """What was found, in one sentence."""
    if not found:
        return f"{new.name} shows on all its {new.pages} pages what the approved {old} shows."
    changed = sum(bool(one.old and one.new) for one in found)
    added = sum(one.old is None for one in found)
    gone = len(found) - changed - added
    return f"Of {new.pages} pages of {new.name}, {changed} changed since {old} and {added} are new; {gone} are gone."
