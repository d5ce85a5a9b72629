"""The sources of pages that tell facts from data/, numbered page by page as a profile's are.

A page names the rows that it shows; their sources are numbered in the order
of the rows, the same page of the web once, and listed under the page's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from showcase.book.wording import cite_runs, cites, goto, profile_sources, runs
from showcase.catalogue import Catalogue

Use = tuple[str, Sequence[Any]]
"""A file of data/ and the ids of its sources that a row names: ("timeline.yml", ["nie-2018"])."""


@dataclass(frozen=True)
class Cited:
    """The numbered sources of one part. `slug` names them as a startup's slug names its own."""

    slug: str
    rows: tuple[Any, ...]
    numbers: Mapping[tuple[str, Any], int]

    def cites(self, file: str, ids: Iterable[Any]) -> Markup:
        """The numbers of these sources as superior figures, each a link."""
        return cites(self.slug, self.of(file, ids))

    def cites_all(self, uses: Iterable[Use]) -> Markup:
        """The same of sources out of several files."""
        return cites(self.slug, sorted({number for file, ids in uses for number in self.of(file, ids)}))

    def cites_runs(self, file: str, ids: Iterable[Any]) -> Markup:
        """The numbers of many sources as superior figures, runs drawn together."""
        return cite_runs(self.slug, self.of(file, ids))

    def told(self, file: str, ids: Iterable[Any]) -> Markup:
        """The numbers of these sources in a line of text, as one link to the list."""
        return goto(profile_sources(self.slug), runs(self.of(file, ids)))

    def of(self, file: str, ids: Iterable[Any]) -> list[int]:
        """The numbers of these sources, in order."""
        return sorted({self.numbers[file, one] for one in ids})


def cited(catalogue: Catalogue, slug: str, uses: Iterable[Use]) -> Cited:
    """The sources of all `uses`, numbered. A KeyError names an id that the file lacks."""
    numbers: dict[tuple[str, Any], int] = {}
    by_page: dict[Any, int] = {}
    rows = []
    for file, ids in uses:
        known = _sources(catalogue, file)
        for one in ids:
            source = known[one]
            number = by_page.setdefault(source.url or (file, one), len(by_page) + 1)
            if number > len(rows):
                rows.append(source.model_copy(update={"id": number}))
            numbers[file, one] = number
    return Cited(slug, tuple(rows), numbers)


def _sources(catalogue: Catalogue, file: str) -> Mapping[Any, Any]:
    """The sources of a file by id: of a list file, or of a State by "states/" and its slug."""
    folder, _slash, slug = file.partition("/")
    if not slug:
        return catalogue.vocabulary.sources(file)
    state = next(one for one in catalogue.vocabulary.states.values() if one.slug == slug)
    return {source.id: source for source in state.sources}
