"""The tables that the site gives away: all innovators, and those of each value of each facet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from showcase import records, tables
from showcase.files import write_whole
from showcase.records import Record
from showcase.site import addresses
from showcase.site.assets import Asset
from showcase.site.plan import KINDS, Plan


def make(plan: Plan, folder: Path) -> Iterator[Asset]:
    """Every table of the plan; what the cache `folder` does not hold yet is made now."""
    startups = plan.catalogue.published
    told = dict(zip(startups, records.records(startups, addresses.public), strict=True))
    yield from _files("", list(told.values()), folder)
    for kind in KINDS:
        for shelf in plan.shelves(kind):
            yield from _files(addresses.shelf(shelf), [told[one] for one in shelf.startups], folder)


def _files(address: str, rows: list[Record], folder: Path) -> Iterator[Asset]:
    """One table in each form."""
    digest = hashlib.sha256(_code() + tables.as_json(rows)).hexdigest()[:16]
    for form, write in tables.FORMATS.items():
        path = folder / f"{digest}.{form}"
        yield Asset(
            addresses.download(address, form), path if path.exists() else write_whole(path, write(rows))
        )


@cache
def _code() -> bytes:
    """What writes the tables: they are made anew when it changes."""
    return Path(tables.__file__).read_bytes()
