"""What a finished book must not hold: anything of a profile that is not published."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from showcase.blocks import blocks
from showcase.book.incomplete import leaked
from showcase.book.readback import ReadBack
from showcase.catalogue import Catalogue
from showcase.letters import letters
from showcase.problems import Problem
from showcase.saying import Block, Piece
from showcase.startup import Startup

OWN = {"headline", "headline_hi", "story", "innovations.what", "milestones.what", "background.what"}
"""Fields that are nobody else's words: problems, sources and names may be another firm's too."""
LONG = 24
"""Letters from which on a text is nobody's by chance."""


def leaks(
    catalogue: Catalogue, listing: Sequence[int], read: ReadBack, label: Callable[[int], str]
) -> Iterator[Problem]:
    """A problem for each startup that is not published and yet is in the file.

    `listing` are the pages that list startups by name, `label` gives what a page is called.
    """
    search = _Search(catalogue, listing, read, label)
    for startup in catalogue.startups:
        if startup not in catalogue.published and (found := next(search.signs(startup), None)):
            block, kind, where = found
            yield leaked(block, kind, name=startup.name, **where)


@dataclass
class _Search:
    """Looks for signs of a startup in a file that was read."""

    catalogue: Catalogue
    listing: Sequence[int]
    read: ReadBack
    label: Callable[[int], str]

    def signs(self, startup: Startup) -> Iterator[tuple[Block, str, dict[str, str]]]:
        """What is found of a startup: the block it tells, what kind of sign it is, and where that is."""
        heading, listed = blocks(startup, "en")[0], letters(startup.name)
        for place in sorted(self.read.places):
            if startup.slug in place.split("/")[1:2]:
                yield heading, "place", {"place": place}
        for page in self._places_of(listed, self.listing):
            if listed not in self._other_names:
                yield heading, "listed", {"page": page}
        for block, piece, words in _own(startup):
            if words not in self._published_words:
                yield from ((block, "told", {"text": piece.text, "page": page}) for page in self._places_of(words))

    def _places_of(self, words: str, pages: Sequence[int] | None = None) -> Iterator[str]:
        """What the pages are called, of those given or of all, on which the letters stand."""
        for page in range(len(self.read.pages)) if pages is None else pages:
            if words in self.read.pages[page]:
                yield self.label(page)

    @cached_property
    def _other_names(self) -> str:
        """What those pages may say: the names of published startups, and all that data/ says."""
        published = self.catalogue.published
        names = [name for one in published for name in (one.name, *one.aliases)]
        data = (model.model_dump_json() for model in self.catalogue.vocabulary.models())
        return "|".join(map(letters, (*names, *data)))

    @cached_property
    def _published_words(self) -> str:
        return "|".join(words for one in self.catalogue.published for _block, _piece, words in _own(one))


def _own(startup: Startup) -> Iterator[tuple[Block, Piece, str]]:
    """The texts that are the startup's alone, long enough to be looked for."""
    for language in ("en", "hi"):
        for block in blocks(startup, language):
            for piece in block.pieces:
                if piece.field in OWN and len(run := letters(piece.text)) >= LONG:
                    yield block, piece, run
