"""The proof that a finished book is whole: read back before it takes its place, block by block.

Long documents have been cut short in silence, a template can lose a row, and joining files can
lose a page. So the file itself is read: each part has its pages and no page is over, every block
of every published profile stands where `showcase.told` says, and nothing of a draft is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from showcase.blocks import told_by
from showcase.book.book import Book
from showcase.book.casting import shown
from showcase.book.incomplete import lost_block, wrong_pages
from showcase.book.language import main_language
from showcase.book.plan import COVER_PAGES, Part
from showcase.book.readback import ReadBack, read_back
from showcase.book.unpublished import leaks
from showcase.book.wording import source_name
from showcase.catalogue import Catalogue
from showcase.letters import Wanted, letters, missing
from showcase.planfile import PlannedBlock
from showcase.problems import ContentErrors, Problem
from showcase.saying import Block, Piece
from showcase.startup import Startup
from showcase.told import TOLD, Where

BESIDE = {"name_hi", "headline_hi"}
"""What the bilingual edition tells in Hindi beside the English."""


Located = Mapping[str, Sequence[PlannedBlock]]
"""Every block with the page of the file, from 1, on which it was found, by the slug of its startup."""


def prove(book: Book, catalogue: Catalogue, parts: Sequence[Part], file: bytes, name: str) -> Located:
    """Every block with its page, when the file holds the `parts` and they hold all blocks.

    `catalogue` is the one that the book was made from, as it stands in the files; `name` is what
    messages call the file. Raises ContentErrors with everything that is missing or over.
    """
    read = read_back(file)
    if wrong := list(_pages_wrong(parts, read, name)):
        raise ContentErrors(wrong)
    return prove_pages(book, catalogue, [page for part in parts for page in part.numbers], read)


def prove_pages(book: Book, catalogue: Catalogue, pages: Sequence[int], read: ReadBack) -> Located:
    """Every block with its page, when the file as it was `read`, which has these `pages` of the plan, holds all.

    Raises ContentErrors as `prove` does.
    """
    proof = _Proof(book, catalogue, pages, read)
    if wrong := [*proof.lost(), *leaks(catalogue, proof.listing_pages(), read, proof.label)]:
        raise ContentErrors(wrong)
    return proof.located()


def _pages_wrong(parts: Sequence[Part], read: ReadBack, file: str) -> Iterator[Problem]:
    """Each part that has fewer pages than it should, or more: its own end where the next one begins."""
    starts = list(_starts(parts, read))
    ends = [*starts[1:], len(read.pages)]
    for place, part in enumerate(parts):
        start = starts[place]
        end = next((one for one in ends[place:] if one is not None), start)
        pages = 0 if start is None else end - start
        if pages != part.pages:
            yield wrong_pages(part, pages, file, (start or 0) + 1)


def _starts(parts: Sequence[Part], read: ReadBack) -> Iterator[int | None]:
    """The first page of each part by its bookmark; None for a part that has none."""
    marks = list(read.bookmarks)
    for part in parts:
        place = next((n for n, (title, _page) in enumerate(marks) if title == part.title), None)
        if place is None:
            yield None
        else:
            yield marks[place][1] - part.title_page
            del marks[: place + 1]


@dataclass
class _Proof:
    """The blocks of a book held against the file that was read. Pages of the file count from 0."""

    book: Book
    catalogue: Catalogue
    pages: Sequence[int]
    """The page of the plan that each page of the file is."""
    read: ReadBack

    @cached_property
    def blocks(self) -> list[Block]:
        """What the file should tell: the blocks of the profiles that have pages in it."""
        mine = {part.subject for part in self.book.plan.parts if part.kind == "startup" and self._in_file(part)}
        return [block for one in self.catalogue.published if one.slug in mine for block in self._of(one)]

    def _of(self, startup: Startup) -> list[Block]:
        edition, pattern = self.book.edition, self.book.casts[startup.slug]
        photographs = shown(startup, pattern)
        told = list(told_by("book", startup, main_language(edition), photographs))
        if edition == "bilingual":
            told += [one for one in told_by("book", startup, "hi") if one.name in BESIDE]
        return told

    def lost(self) -> Iterator[Problem]:
        """A problem for each block of which a piece is not where it should be."""
        told: set[str] = set()
        for pages, wanted in self._wanted().items():
            text = "|".join(self.read.pages[page] for page in pages)
            for block, piece, _letters in missing(wanted, text):
                name = self.catalogue.by_slug[block.slug].name
                if (key := f"{block.slug}/{block.name}") not in told:
                    told.add(key)
                    yield lost_block(block, piece, name, [self.label(page) for page in pages])

    def _wanted(self) -> dict[tuple[int, ...], list[Wanted]]:
        """What is looked for together: the pages, and the pieces that should stand on them."""
        wanted: dict[tuple[int, ...], list[Wanted]] = defaultdict(list)
        indexed: set[str] = set()
        for block, piece, place in self._told():
            if place == "index" and piece.text in indexed:
                continue  # what several profiles share has one row there
            indexed |= {piece.text} if place == "index" else set()
            if pages := self._pages(block, place):
                wanted[pages].append(Wanted(block, piece, letters(piece.text)))
        return wanted

    def _told(self) -> Iterator[tuple[Block, Piece, Where]]:
        """Every piece with each of the places in which it is told."""
        for block in self.blocks:
            for piece in block.pieces:
                yield from ((block, piece, place) for place in TOLD[piece.field].places)

    def located(self) -> Located:
        """Every block with the page on which it was found."""
        found: dict[str, list[PlannedBlock]] = defaultdict(list)
        for block in self.blocks:
            page = self._found_on(block) + 1
            found[block.slug].append(PlannedBlock(name=block.name, page=page, file=block.path, line=block.place[0]))
        return found

    def _found_on(self, block: Block) -> int:
        """The page that holds most of a block, of those where it is told first: most threes of its letters."""
        place = next((place for one in block.pieces for place in TOLD[one.field].places), "spread")
        pages = self._pages(block, place) or self._pages(block, "spread")
        wanted = _threes(letters(block.text))
        return max(pages, key=lambda page: len(wanted & self._threes[page]))

    @cached_property
    def _threes(self) -> list[set[str]]:
        return [_threes(page) for page in self.read.pages]

    def _pages(self, block: Block, place: Where) -> tuple[int, ...]:
        """The pages of the file that make up a place; none where the file leaves them out."""
        plan = self.book.plan
        if place == "spread":
            return self._in_file(plan.by_key[f"startup/{block.slug}"])
        if place == "sources" and (row := self._row(block)):
            return (self._numbers[row],) if row in self._numbers else ()
        return tuple(page for part in plan.parts if part.kind == place for page in self._in_file(part))

    def _row(self, block: Block) -> int | None:
        """The page of the plan with the block's row among the sources; None where the list has lost it."""
        kind, _, key = block.name.partition(": ")
        is_source = kind == "sources"
        row = source_name(block.slug, int(key)) if is_source else f"on-record/{block.slug}/{key}"
        try:
            return self.book.folio(row) + COVER_PAGES
        except KeyError:
            return None

    def _in_file(self, part: Part) -> tuple[int, ...]:
        return tuple(self._numbers[page] for page in part.numbers if page in self._numbers)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        """The page of the file for each page of the plan that it holds."""
        return {page: number for number, page in enumerate(self.pages)}

    def label(self, page: int) -> str:
        """What a reader calls a page of the file."""
        return self.book.plan.label(self.pages[page])

    def listing_pages(self) -> list[int]:
        """The pages that list startups by name."""
        kinds = {"contents", "opener", "index"}
        return [page for part in self.book.plan.parts if part.kind in kinds for page in self._in_file(part)]


def _threes(text: str) -> set[str]:
    return {text[place : place + 3] for place in range(len(text) - 2)}
