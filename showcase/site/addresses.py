"""Where things lie on the site. Every address is relative to its root: "startups/pixxel/".

A page in the first of LANGUAGES, English, has an address without a folder for its language; the Hindi one
lies under "hi/" at the same. Pictures and tables are shared.
"""

from __future__ import annotations

from typing import Protocol

from showcase.facets import Shelf
from showcase.model.dates import LANGUAGES, Language
from showcase.release.version import FOLDER
from showcase.startup import Startup

DIRECTORY = "startups/"
EMBED = "embed/"
SECTIONS = (
    (DIRECTORY, "innovators"),
    ("technologies/", "technologies"),
    ("challenges/", "challenges"),
    ("end-users/", "end-users"),
    ("states/", "states"),
    ("book/", "the-book"),
    ("about/", "about"),
)
"""The ways through the site as header and footer offer them: an address, and its words in data/ui.yml."""
MORE = (("compare/", "compare"), ("numbers/", "numbers"), ("timeline/", "timeline"), ("new/", "new"), ("data/", "open-data"))
"""The pages about the whole that the footer alone offers."""
SERVICE = (
    ("about/", "about"),
    ("contribute/", "take-part"),
    ("help/", "help"),
    ("feedback/", "feedback"),
    ("contact/", "contact"),
    ("sitemap/", "sitemap"),
    ("related/", "related-links"),
    ("archive/", "archive"),
)
"""The pages on the site itself, for the footer."""
POLICIES = (
    ("policies/", "website-policies"),
    ("policies/terms/", "terms"),
    ("policies/privacy/", "privacy"),
    ("policies/copyright/", "copyright"),
    ("policies/hyperlinking/", "hyperlinking"),
    ("policies/accessibility/", "accessibility"),
    ("policies/screen-reader/", "screen-reader"),
)
"""The policies that the footer names; the first leads to all of them."""
FOR_WRITERS = ("fields/", "problems/")
"""The pages for those who write profiles, beside those that the footer leads to."""
FOLDERS = {
    "technology": "technologies/",
    "end-user": "end-users/",
    "programme": "programmes/",
    "edition": "challenges/",
    "stage": "stages/",
    "state": "states/",
    "year": "years/",
}
"""The folder of each kind of shelf; a kind that is not here has no pages of its own."""


def local(address: str, language: Language) -> str:
    """The page in one language that has its English one at `address`."""
    return address if language == LANGUAGES[0] else f"{language}/{address}"


def english(address: str) -> str:
    """The page in English that a page in any language is a translation of."""
    return address.removeprefix(f"{LANGUAGES[1]}/")


def translation(address: str, language: Language) -> str:
    """The same page in the other language than this one; `address` is the English one."""
    return local(address, next(other for other in LANGUAGES if other != language))


class Addressed(Protocol):
    """What has a page by its slug: a startup, or what is left of one that was withdrawn or renamed."""

    slug: str


def profile(startup: Addressed, language: Language = "en") -> str:
    """The page of one startup."""
    return local(f"{DIRECTORY}{startup.slug}/", language)


def public(startup: Startup, language: Language = "en") -> str:
    """The page of a startup as others are given it: whole, as far as the site knows its own address."""
    return f"{startup.vocabulary.site.site_url}{profile(startup, language)}"


def shelf(one: Shelf) -> str:
    """The page of a technology area, challenge edition, end user or State."""
    return f"{FOLDERS[one.kind]}{one.slug}/"


def facet(kind: str, slug: str) -> str:
    """The same, for an entry of a vocabulary."""
    return f"{FOLDERS[kind]}{slug}/"


def family(identity: str) -> str:
    """The part of the directory that holds one family."""
    return f"{DIRECTORY}#{identity}"


def download(page: str, form: str) -> str:
    """The table of the innovators on a page, as a file of one form; "" is the table of all."""
    name = page.rstrip("/") or "innovators"
    return f"{FOLDER}{name}.{form}"


def search(language: Language = "en") -> str:
    """The page that shows what a search finds."""
    return local("search/", language)


def column(startup: Startup, language: Language) -> str:
    """What the page that compares reads of a startup."""
    return f"assets/data/columns/{startup.slug}.{language}.json"


def embed(startup: Addressed, language: Language = "en") -> str:
    """The card of a startup for other people's pages."""
    return local(f"{EMBED}{startup.slug}/", language)


def oembed(startup: Startup, language: Language = "en") -> str:
    """What oEmbed says of that card."""
    return f"{embed(startup, language)}oembed.json"


def is_for_readers(address: str) -> bool:
    """Whether a page is one of the site's own, and no card for other people's pages."""
    return not english(address).startswith(EMBED)


def made_for(startup: Startup) -> tuple[str, ...]:
    """The files that are made for a startup beside its pages: drawn pictures, cards, columns of a comparison.

    Social cards are asked for by whole addresses, so a site that does not know its own has none.
    """
    columns = (column(startup, one) for one in LANGUAGES)
    cards = (social(startup.slug, one) for one in LANGUAGES if startup.vocabulary.site.site_url)
    return (plate(startup), card(startup), *columns, *cards)


def plate(startup: Startup) -> str:
    """The drawing over which a profile's page opens; in a folder where only slugs are names."""
    return f"assets/plates/startups/{startup.slug}.svg"


def photograph(startup: Startup, shape: str, width: int, ending: str = ".webp") -> str:
    """A startup's photograph in one shape and width."""
    return f"assets/photographs/{startup.slug}-{shape}-{width}{ending}"


def family_plate(identity: str) -> str:
    """The drawing of a whole family."""
    return f"assets/plates/family-{identity}.svg"


def card(startup: Startup) -> str:
    """The small picture of a startup."""
    return f"assets/cards/{startup.slug}.webp"


def social(slug: str, language: Language) -> str:
    """The card that a chat shows of a startup; without a slug, of every other page."""
    name = f"startups/{slug}" if slug else "site"
    return f"assets/social/{name}-{language}.jpg"


HOUSE_PLATE = "assets/plates/house.svg"
"""The drawing over pages that belong to no family."""
