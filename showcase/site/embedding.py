"""Cards for other people's pages: how they are put there, and what oEmbed says of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from showcase.bilingual import named
from showcase.model.dates import LANGUAGES, Language
from showcase.site import addresses
from showcase.startup import Startup

WIDTH, HEIGHT = 480, 360
"""The frame in pixels; the card fills whatever it is given."""


def files(startups: Iterable[Startup]) -> Iterator[tuple[str, str]]:
    """The oEmbed answer of each startup in each language; none while the site does not know its own address."""
    for one in startups:
        for language in LANGUAGES if one.catalogue.site.site_url else ():
            yield addresses.oembed(one, language), json.dumps(answer(one, language), ensure_ascii=False, indent=2) + "\n"


def answer(one: Startup, language: Language) -> dict[str, str | int]:
    """What oEmbed 1.0 says of a card, as type "rich"."""
    site = one.catalogue.site
    return {
        "version": "1.0",
        "type": "rich",
        "title": named(one, language),
        "provider_name": named(site, language, "title"),
        "provider_url": f"{site.site_url}{addresses.local('', language)}",
        "html": frame(one, language),
        "width": WIDTH,
        "height": HEIGHT,
        "thumbnail_url": f"{site.site_url}{addresses.card(one)}",
        "thumbnail_width": 640,
        "thumbnail_height": 400,
    }


def frame(one: Startup, language: Language) -> str:
    """The element that shows the card, as its writer types it; of use where the site knows its own address."""
    base = one.catalogue.site.site_url
    element = Markup('<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy"></iframe>')
    return str(element.format(f"{base}{addresses.embed(one, language)}", WIDTH, HEIGHT, named(one, language)))
