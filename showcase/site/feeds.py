"""The feeds of what is new, as Atom and as JSON Feed: the profiles last verified, and the newest steps and milestones.

An entry is updated on the day on which its profile was last held against its sources, so that a build
on another day changes no entry of a profile that stayed as it was.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from showcase.bilingual import named
from showcase.model.dates import LANGUAGES, Language
from showcase.site import addresses
from showcase.site.news import MOST, Entry, entries
from showcase.startup import Startup
from showcase.typography import typeset
from showcase.vocabulary import Vocabulary

ATOM, JSON_FEED = "new/feed.xml", "new/feed.json"
KINDS = ((ATOM, "application/atom+xml", "feed"), (JSON_FEED, "application/feed+json", "feed-json"))
"""The English address of each feed, its media type, and its words in data/ui.yml."""
_ATOM = "http://www.w3.org/2005/Atom"
_JSON_VERSION = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True)
class Item:
    """What a reader of feeds is shown: a profile, or what happened to its innovator on one day."""

    identity: str
    address: str
    title: str
    summary: str
    updated: date


@dataclass(frozen=True)
class Feed:
    """The feed in one language; `home` is the site's own address, or nothing while it has none."""

    title: str
    author: str
    language: Language
    home: str
    items: tuple[Item, ...]

    @property
    def page(self) -> str:
        """The page that says the same."""
        return addresses.local("new/", self.language)

    def atom(self) -> str:
        """RFC 4287; addresses count from the feed's own place while the site has none."""
        root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": self.language})
        _add(root, "title", self.title)
        _add(root, "id", _identity(self.page))
        _link(root, "alternate", self._from_here(self.page))
        _link(root, "self", self._from_here(addresses.local(ATOM, self.language)))
        _add(ElementTree.SubElement(root, "author"), "name", self.author)
        _add(root, "updated", _moment(max(one.updated for one in self.items)))
        for one in self.items:
            entry = ElementTree.SubElement(root, "entry")
            _add(entry, "title", one.title)
            _add(entry, "id", one.identity)
            _link(entry, "alternate", self._from_here(one.address))
            _add(entry, "updated", _moment(one.updated))
            _add(entry, "summary", one.summary)
        ElementTree.indent(root)
        return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'

    def json(self) -> str:
        """JSON Feed 1.1, which knows whole addresses only: it has none while the site has none."""
        whole = {"home_page_url": self.page, "feed_url": addresses.local(JSON_FEED, self.language)}
        told = {
            "version": _JSON_VERSION,
            "title": self.title,
            **({key: f"{self.home}{address}" for key, address in whole.items()} if self.home else {}),
            "language": self.language,
            "authors": [{"name": self.author}],
            "items": [self._as_json(one) for one in self.items],
        }
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"

    def _as_json(self, one: Item) -> dict[str, str]:
        told = {"id": one.identity, "title": one.title, "content_text": one.summary, "date_modified": _moment(one.updated)}
        return told | ({"url": f"{self.home}{one.address}"} if self.home else {})

    def _from_here(self, address: str) -> str:
        return f"{self.home}{address}" if self.home else f"{'../' * self.page.count('/')}{address}"


def files(startups: Sequence[Startup], vocabulary: Vocabulary, today: date) -> Iterator[tuple[str, str]]:
    """The address and the content of each feed in each language; of what is published alone."""
    for language in LANGUAGES if startups else ():
        made = feed(startups, vocabulary, today, language)
        yield addresses.local(ATOM, language), made.atom()
        yield addresses.local(JSON_FEED, language), made.json()


def feed(startups: Sequence[Startup], vocabulary: Vocabulary, today: date, language: Language) -> Feed:
    """What is new in one language, what was last verified first."""
    site = vocabulary.site
    title = named(site, language, "title")
    latest = sorted(startups, key=lambda one: (one.verified_on, one.slug), reverse=True)[:MOST]
    told = [_profile(one, language) for one in latest]
    told += [_day(one, language) for one in entries(startups, today)]
    told.sort(key=lambda one: one.updated, reverse=True)
    return Feed(f"{title}: {vocabulary.ui['new'][language]}", title, language, site.site_url, tuple(told))


def _profile(one: Startup, language: Language) -> Item:
    page = addresses.profile(one, language)
    summary = typeset(named(one, language, "summary"))
    return Item(_identity(page), page, named(one, language), summary, one.verified_on)


def _day(one: Entry, language: Language) -> Item:
    page = addresses.profile(one.startup, language)
    steps = [named(step.stage, language) for step in one.steps]
    title = f"{named(one.startup, language)}: {', '.join([*steps, one.date.long(language)])}"
    said = [typeset(str(one.text(milestone, language))) for milestone in one.milestones]
    return Item(_identity(f"{page}{one.date.iso}"), page, title, " ".join(said or steps), one.startup.verified_on)


def _identity(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"shared-horizons/{name}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _link(parent: ElementTree.Element, relation: str, address: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": relation, "href": address})
