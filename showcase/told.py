"""Who tells what: every field of a profile, and whether the site tells it, the book, both or neither.

A field that is not here fails the tests, so none can be forgotten; so does one that is here and
is not told where it says. The proof of the finished book and `verify` look for what stands here.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Teller = Literal["site", "book"]
Where = Literal["spread", "contents", "index", "sources"]
"""Pages of the book: the profile's own, the contents, the indexes, its list among the sources."""


class Telling(NamedTuple):
    """Who tells a field, in which places of the book, and why so."""

    by: frozenset[Teller]
    why: str
    places: tuple[Where, ...] = ()


def _both(why: str, *places: Where) -> Telling:
    return Telling(frozenset({"site", "book"}), why, places or ("spread",))


def _site(why: str) -> Telling:
    return Telling(frozenset({"site"}), why)


def _book(why: str, *places: Where) -> Telling:
    return Telling(frozenset({"book"}), why, places)


def _nobody(why: str) -> Telling:
    return Telling(frozenset(), why)


_NUMBER = _nobody("a number that ties a fact to its source; it is no text")
_KEY = _nobody("a name by which files refer to the row")
_STEERS = _nobody("it says what becomes of the profile, not of the firm")

TOLD: dict[str, Telling] = {
    "id": _nobody("the name of the file, and the address of the page"),
    "name": _both("what the profile is headed by", "spread", "contents"),
    "name_hi": _both("the heading in Hindi"),
    "legal_name.value": _both("a row of the facts"),
    "legal_name.src": _NUMBER,
    "aliases": _book("an index in English has another name in its place, if it begins with another word", "index"),
    "status": _STEERS,
    "headline": _both("over the story"),
    "headline_hi": _both("over the story in Hindi, and beside the English one"),
    "summary": _site("what other sites and searches show of the page; the book has the story beside it"),
    "summary_hi": _site("the same, of the page in Hindi"),
    "hi_reviewed": _nobody("without it the page in Hindi says that no native reader has read it"),
    "technologies": _both("each has a page of its own on the site, in the book a row of the index", "index"),
    "founded.year": _both("a row of the facts"),
    "founded.src": _NUMBER,
    "founders.name": _both("a row of the facts"),
    "founders.src": _NUMBER,
    "home.city": _both("beside the name, and cited among what is on record", "spread", "sources"),
    "home.state": _both("the same", "spread", "sources"),
    "home.src": _NUMBER,
    "website.url": _both("a row of the facts; its host is what one reads"),
    "website.src": _NUMBER,
    "end_users.id": _both("a row of the facts, by its name"),
    "end_users.src": _NUMBER,
    "challenges.id": _KEY,
    "challenges.programme": _both("a row of the facts, by its name, where no edition is stated"),
    "challenges.edition": _both("a row of the facts, by its name"),
    "challenges.problem": _both("with the edition"),
    "challenges.end_user": _both("among the end users, by its name"),
    "challenges.src": _NUMBER,
    "innovations.id": _KEY,
    "innovations.name": _both("the heading of what was made"),
    "innovations.what": _both("under that heading"),
    "innovations.specs.label": _both("in the list under it"),
    "innovations.specs.value": _both("in the list under it"),
    "innovations.specs.src": _NUMBER,
    "innovations.src": _NUMBER,
    "stage.own_id": _KEY,
    "stage.step": _both("on the ladder, in the book a row of the facts"),
    "stage.of": _site("the ladder has room to say what reached the rung; the book's row has not"),
    "stage.date": _both("with the step"),
    "stage.note": _both("with the step"),
    "stage.src": _NUMBER,
    "figures.id": _KEY,
    "figures.value": _both("a big figure"),
    "figures.label": _both("under it"),
    "figures.src": _NUMBER,
    "milestones.id": _KEY,
    "milestones.date": _both("before what happened"),
    "milestones.what": _both("in the list of milestones"),
    "milestones.amount": _both("after it"),
    "milestones.src": _NUMBER,
    "background.id": _KEY,
    "background.what": _both("on record; a spread has no room for what has no date", "sources"),
    "background.src": _NUMBER,
    "photographs.id": _KEY,
    "photographs.file": _nobody("it is the picture itself"),
    "photographs.alt": Telling(frozenset({"site", "book"}), "spoken in the picture's place, printed nowhere"),
    "photographs.credit": _both("in the caption"),
    "photographs.licence": _both("in the caption"),
    "photographs.caption": _both("under the picture; the site shows all, the book as many as its pattern"),
    "photographs.consent": _nobody("a ground for showing the picture"),
    "photographs.focus": _nobody("how the picture is cut"),
    "photographs.src": _NUMBER,
    "spread": _nobody("how the book's pages are set"),
    "related": _site("links to other profiles; in a book one turns pages"),
    "sources.id": _NUMBER,
    "sources.title": _both("in the list of sources", "sources"),
    "sources.publisher": _both("in the list of sources", "sources"),
    "sources.date": _both("in the list of sources", "sources"),
    "sources.url": _both("in the list of sources; the site links where the book prints the host", "sources"),
    "sources.language": _both("in the list of sources", "sources"),
    "sources.read_in_copy": _both("in the list of sources", "sources"),
    "clearance.basis": _STEERS,
    "clearance.by": _STEERS,
    "clearance.date": _STEERS,
    "verified_on": _both("a row of the facts"),
    "review_by": _site("when the page is looked at again; after that day a mark says so"),
    "embargo_until": _STEERS,
    "story": _both("the text below the front matter, paragraph by paragraph"),
}  # fmt: skip
"""Every field of `Profile` and its parts by its path, and the story."""


def tells(teller: Teller, field: str) -> bool:
    """Whether the site or the book tells this field. A KeyError names one that is not declared."""
    return teller in TOLD[field].by
