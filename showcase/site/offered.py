"""The book as the site offers it: its files with their sizes, what is in them, and on which pages.

What lies in dist/ is offered where the plan beside it says that the file is whole and was made from
the very profiles and data that the site is made from; a book of yesterday's texts is not. The plan
file is all that is read, so the site needs none of the programs that make a book.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from showcase import planfile
from showcase.catalogue import Catalogue
from showcase.digest import content_digest
from showcase.model.dates import Language
from showcase.planfile import MadeFile, PlanFile, PlannedPage, PlannedProfile
from showcase.site.assets import Asset
from showcase.site.leaves import Leaf, leaves
from showcase.site.photographs import Size
from showcase.release.making import size

FOLDER = "book/"
EDITIONS = ("bilingual", "en", "hi")
SHEET_WIDTHS = (800, 1600, 2400)
NOT_LISTED = {"cover", "half-title", "title", "back-cover"}


@dataclass(frozen=True)
class Entry:
    """A part of the book in a list: its first page, and where it opens."""

    page: PlannedPage
    address: str


@dataclass(frozen=True)
class Group:
    """Parts that are listed together; `family` is that of the field they belong to, if any."""

    family: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Pages:
    """Where a startup stands in an edition: "22–23", and the address that opens it there."""

    folios: str
    address: str
    count: int


@dataclass(frozen=True)
class OfferedFile:
    """A file to download."""

    made: MadeFile
    asset: Asset

    @classmethod
    def of(cls, made: MadeFile, folder: Path) -> OfferedFile:
        """The file of that name in `folder`."""
        return cls(made, Asset(f"{FOLDER}{made.name}", folder / made.name))

    @property
    def address(self) -> str:
        """Where it lies on the site."""
        return self.asset.address

    @property
    def size(self) -> str:
        """Its size in words: "3.24 MB"."""
        return size(self.made.bytes)


@dataclass(frozen=True)
class OfferedEdition:
    """One language edition: its file, and what its plan tells."""

    plan: PlanFile
    file: OfferedFile

    @property
    def language(self) -> str:
        """Its edition: "bilingual", "en" or "hi"."""
        return self.plan.language

    def names_parts_in(self, language: Language) -> Language:
        """The language in which its parts can be named on a page in this one: a Hindi book has no English titles."""
        return "hi" if "hi" in {language, self.language} else "en"

    def pages_of(self, slug: str) -> Pages | None:
        """The pages of a startup; None where the edition has none."""
        if (found := self._profiles.get(slug)) is None:
            return None
        labels = [self.plan.label(page) for page in (found.first, found.last)]
        return Pages("–".join(dict.fromkeys(labels)), self.at(found.first), found.last - found.first + 1)

    @cached_property
    def _profiles(self) -> dict[str, PlannedProfile]:
        return {one.slug: one for one in self.plan.profiles}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """What is inside, in the order of the pages: what stands before the fields, each field, what follows."""
        entries = [Entry(page, self.at(page.page)) for page in self._first_pages() if page.kind not in NOT_LISTED]
        family, dealt = "", []
        for entry in entries:
            if entry.page.kind == "opener":
                family = entry.page.part.partition("/")[2]
            elif entry.page.kind != "startup":
                family = "after" if dealt and dealt[-1][0] else ""
            dealt.append((family, entry))
        parted = groupby(dealt, key=lambda pair: pair[0])
        return tuple(
            Group("" if name == "after" else name, tuple(entry for _family, entry in pairs)) for name, pairs in parted
        )

    def _first_pages(self) -> Iterator[PlannedPage]:
        """The first page of each part."""
        return (next(pages) for _part, pages in groupby(self.plan.pages, key=lambda page: page.part))

    def at(self, page: int) -> str:
        """The address that opens its file at a page, counted from 1."""
        return f"{self.file.address}#page={page}"


@dataclass(frozen=True)
class OfferedBook:
    """Every edition there is, the bilingual one first, and the sheet of all its spreads."""

    editions: tuple[OfferedEdition, ...] = ()
    sheet: OfferedFile | None = None
    pictures: tuple[Size, ...] = ()
    """The sheet as a picture, from narrow to wide."""
    shape: float = 1.0
    """Its height by its width."""
    leaves: tuple[Leaf, ...] = ()
    """Some spreads of its first edition as pictures."""

    @property
    def files(self) -> Iterator[Asset]:
        """Every file that goes to the site."""
        yield from (edition.file.asset for edition in self.editions)
        if self.sheet:
            yield self.sheet.asset
        yield from (Asset(one.address, one.path) for one in self.pictures)
        yield from (Asset(one.address, one.path) for leaf in self.leaves for one in leaf.sizes)

    def best_for(self, language: Language) -> OfferedEdition | None:
        """The edition that suits a page in this language best."""
        return min(self.editions, key=lambda one: (language == "hi") != (one.language == "hi"), default=None)

    def pages_of(self, slug: str, language: Language) -> Pages | None:
        """Where a startup stands in the edition that suits a page in this language best."""
        best = self.best_for(language)
        return best.pages_of(slug) if best else None


def find(folder: Path, catalogue: Catalogue, cache: Path) -> OfferedBook:
    """The book in `folder` as far as it is of this catalogue; pictures are kept in `cache`."""
    plans = [plan for plan in planfile.in_folder(folder) if plan.edition == "reading" and _is_whole(plan)]
    own = content_digest(catalogue) if plans else ""
    plans = sorted((plan for plan in plans if plan.catalogue == own), key=lambda one: EDITIONS.index(one.language))
    editions = tuple(OfferedEdition(plan, OfferedFile.of(plan.file, folder)) for plan in plans)
    shown = leaves(plans[0], folder / plans[0].file.name, cache) if plans else ()
    drawn = next((plan.sheets for plan in plans if _are_there(plan, folder)), ())
    if not drawn:
        return OfferedBook(editions, leaves=shown)
    sheet, picture = sorted(drawn, key=lambda one: not one.name.endswith(".pdf"))
    sizes, shape = _sizes(folder / picture.name, cache)
    return OfferedBook(editions, OfferedFile.of(sheet, folder), sizes, shape, shown)


def _is_whole(plan: PlanFile) -> bool:
    """Whether it is a whole book and not some spreads of one."""
    return plan.language in EDITIONS and plan.whole and bool(plan.pages)


def _are_there(plan: PlanFile, folder: Path) -> bool:
    return bool(plan.sheets) and all(one.lies_in(folder) for one in plan.sheets)


def _sizes(picture: Path, cache: Path) -> tuple[tuple[Size, ...], float]:
    """The sheet as WebP in several widths, and its height by its width."""
    from showcase import pictures  # Pillow is slow to load, and often there is no book

    photo = pictures.verify(picture)
    files = pictures.web_sizes(photo, cache, widths=SHEET_WIDTHS)
    sizes = tuple(Size(width, f"{FOLDER}spreads-{width}.webp", path) for width, path in files)
    return sizes, photo.height / photo.width
