"""What the directory's filter needs to know, as one small file for the browser.

The innovators are numbered as the directory lists them. `facets` says of each value
who has it: the first number, then how many to pass over to reach the next.
`orders` gives other orders than the directory's own, by number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from showcase import collation, facets
from showcase.facets import FACETS
from showcase.files import write_whole
from showcase.model.dates import PartialDate
from showcase.site.assets import Asset
from showcase.startup import Startup
from showcase.vocabulary import Vocabulary


@dataclass(frozen=True)
class FacetFile:
    """The file, under a name that changes with it: no old copy is ever read beside a new page."""

    address: str
    content: bytes

    def write(self, folder: Path) -> Asset:
        """The file on disk, in the cache `folder`."""
        path = folder / Path(self.address).name
        return Asset(self.address, path if path.exists() else write_whole(path, self.content))


def make(vocabulary: Vocabulary, startups: Sequence[Startup]) -> FacetFile:
    """The file for these startups, in this order."""
    number = {one: place for place, one in enumerate(startups)}
    shelves = facets.shelves(vocabulary, startups)
    told = {
        "count": len(startups),
        "facets": {
            kind: {shelf.slug: _steps([number[one] for one in shelf.startups]) for shelf in shelves[kind]}
            for kind in FACETS
        },
        "orders": {
            "newest": _order(number, sorted(startups, key=_newest, reverse=True)),
            "hi": _order(number, sorted(startups, key=lambda one: collation.key(one.name_hi))),
        },
    }
    content = json.dumps(told, separators=(",", ":")).encode()
    return FacetFile(f"assets/data/facets-{hashlib.sha256(content).hexdigest()[:10]}.json", content)


def newest_step(startup: Startup) -> PartialDate | None:
    """The date of the newest step that a source dates."""
    return max((step.date for step in startup.steps if step.date), default=None)


def _newest(startup: Startup) -> PartialDate:
    return newest_step(startup) or PartialDate(1)


def _steps(numbers: Sequence[int]) -> list[int]:
    return [*numbers[:1], *(after - before for before, after in pairwise(numbers))]


def _order(number: dict[Startup, int], startups: Iterable[Startup]) -> list[int]:
    return [number[one] for one in startups]
