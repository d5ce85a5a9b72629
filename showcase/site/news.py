"""What is new: what published profiles date, the newest first; as a page and as a feed of the Atom kind.

An entry is a day on which a source says that an innovator reached a step or passed a milestone. The
day on which a profile was last held against its sources is the day on which its entries are updated.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from xml.etree import ElementTree

from showcase.bilingual import Text, named
from showcase.linked import LinkedStep
from showcase.model.dates import LANGUAGES, Language, PartialDate
from showcase.model.profile import Milestone, Source
from showcase.site import addresses
from showcase.startup import Startup
from showcase.typography import typeset
from showcase.vocabulary import Vocabulary

MOST = 40
"""So many entries a reader looks through; the profiles hold the rest."""
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass
class Entry:
    """One innovator on one day: the steps reached, and the milestones passed."""

    startup: Startup
    date: PartialDate
    steps: list[LinkedStep] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Who says so."""
        cited = {number for row in (*self.steps, *self.milestones) for number in row.src}
        return tuple(one for one in self.startup.sources if one.id in cited)

    def text(self, milestone: Milestone, language: Language) -> Text:
        """What happened, in English where it has no Hindi."""
        if language == "hi":
            return self.startup.in_hindi.text("milestones", milestone.id, "what")
        return Text(milestone.what, "en")


@dataclass(frozen=True)
class Verified:
    """The innovators whose profiles were held against their sources on one day."""

    day: date
    startups: tuple[Startup, ...]


def entries(startups: Iterable[Startup], today: date) -> tuple[Entry, ...]:
    """At most `MOST`, the newest first; nothing that lies ahead of today."""
    found: dict[tuple[str, PartialDate], Entry] = {}
    for one in startups:
        for step in one.steps:
            if step.date:
                found.setdefault((one.slug, step.date), Entry(one, step.date)).steps.append(step)
        for milestone in one.milestones:
            found.setdefault((one.slug, milestone.date), Entry(one, milestone.date)).milestones.append(milestone)
    past = [one for one in found.values() if one.date <= PartialDate(today.year, today.month, today.day)]
    return tuple(sorted(past, key=lambda one: (one.date, one.startup.slug), reverse=True)[:MOST])


def verified(startups: Iterable[Startup]) -> tuple[Verified, ...]:
    """By day, the latest first."""
    days = defaultdict(list)
    for one in startups:
        days[one.verified_on].append(one)
    return tuple(Verified(day, tuple(days[day])) for day in sorted(days, reverse=True))


def feeds(startups: Sequence[Startup], vocabulary: Vocabulary, today: date) -> Iterator[tuple[str, str]]:
    """The address and the content of the feed in each language; of what is published alone."""
    for language in LANGUAGES if startups else ():
        yield addresses.local("new/feed.xml", language), _feed(entries(startups, today), vocabulary, language)


def _feed(told: Sequence[Entry], vocabulary: Vocabulary, language: Language) -> str:
    site, ui = vocabulary.site, vocabulary.ui
    title = named(site, language, "title")
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    page = addresses.local("new/", language)
    _add(root, "title", f"{title}: {getattr(ui['new'], language)}")
    _add(root, "id", _identity(page))
    ElementTree.SubElement(root, "link", {"rel": "alternate", "href": _whole(site.site_url, page)})
    ElementTree.SubElement(root, "link", {"rel": "self", "href": _whole(site.site_url, f"{page}feed.xml")})
    _add(ElementTree.SubElement(root, "author"), "name", title)
    _add(root, "updated", _moment(max((one.startup.verified_on for one in told), default=date(2018, 4, 12))))
    for one in told:
        _entry(root, one, language, site.site_url)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _entry(root: ElementTree.Element, one: Entry, language: Language, site: str | None) -> None:
    entry = ElementTree.SubElement(root, "entry")
    page = addresses.profile(one.startup, language)
    name = named(one.startup, language)
    steps = [named(step.stage, language) for step in one.steps]
    _add(entry, "title", f"{name}: {', '.join([*steps, one.date.long(language)])}")
    _add(entry, "id", _identity(f"{page}{one.date.iso}"))
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "href": _whole(site, page)})
    _add(entry, "updated", _moment(one.startup.verified_on))
    said = [typeset(str(one.text(milestone, language))) for milestone in one.milestones]
    _add(entry, "summary", " ".join(said or steps))


def _whole(site: str | None, address: str) -> str:
    """The address as a reader elsewhere needs it; from the feed's own folder while the site has none."""
    return f"{site}{address}" if site else f"{'../' * (2 if address.startswith('hi/') else 1)}{address}"


def _identity(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"shared-horizons/{name}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text
