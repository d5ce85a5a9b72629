"""What the release consists of and says of itself: its tables, its title, its terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from showcase.bilingual import named
from showcase.catalogue import Catalogue
from showcase.facets import Shelf
from showcase.model.dates import Language
from showcase.model.site import Site, Words
from showcase.release import rights
from showcase.release.version import FOLDER
from showcase.site import addresses
from showcase.startup import Startup
from showcase.typography import completed

ALL = "innovators"


@dataclass(frozen=True)
class Table:
    """Some innovators as files: all of them, or those of one value of a facet."""

    startups: tuple[Startup, ...]
    ui: Mapping[str, Words]
    shelf: Shelf | None = None

    @property
    def name(self) -> str:
        """Its path in the release without an ending: "technologies/quantum-technologies"."""
        return self.path("").rstrip(".")

    def address(self, form: str) -> str:
        """Where it lies on the site in one form."""
        return addresses.download(addresses.shelf(self.shelf) if self.shelf else "", form)

    def path(self, form: str) -> str:
        """The same, from the folder of the release."""
        return self.address(form).removeprefix(FOLDER)

    def title(self, language: Language) -> str:
        """ "Innovators: DISC 7"."""
        told = self.ui["innovators"][language]
        return f"{told}: {self.shelf.label(language)}" if self.shelf else told


@dataclass(frozen=True)
class Told:
    """What the release says of itself."""

    catalogue: Catalogue

    @property
    def site(self) -> Site:
        return self.catalogue.site

    @property
    def ui(self) -> Mapping[str, Words]:
        return self.catalogue.vocabulary.ui

    @property
    def day(self) -> date | None:
        """The day of the latest change: when a profile was last held against its sources."""
        return max((one.verified_on for one in self.catalogue.published), default=None)

    @property
    def keywords(self) -> tuple[str, ...]:
        """The programme, and the fields of those told."""
        return ("iDEX", *(shelf.name for shelf in self.catalogue.families()))

    def title(self, language: Language) -> str:
        """ "Shared Horizons of Innovation: Data"."""
        return f"{named(self.site, language, 'title')}: {self.ui['open-data'][language]}"

    def what(self, language: Language) -> str:
        """What it holds, in a few sentences."""
        return completed(self.ui["release-what"][language], n=str(len(self.catalogue.published)))

    def terms(self, part: rights.Part, language: Language) -> str:
        """Under what terms a part may be used."""
        return rights.terms(self.site, part, language)

    def tables(self) -> Iterator[Table]:
        """The table of all, then one for each value of each facet that an innovator has."""
        yield Table(self.catalogue.published, self.ui)
        for kind in addresses.FOLDERS:
            for shelf in self.catalogue.shelves[kind]:
                yield Table(shelf.startups, self.ui, shelf)
