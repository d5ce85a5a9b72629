"""What a page states to programs, as JSON-LD in the terms of schema.org: nothing that it does not tell readers too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from showcase.bilingual import named
from showcase.facets import Shelf
from showcase.model.dates import Language
from showcase.model.profile import Innovation
from showcase.release.making import Release
from showcase.release.package import MEDIA_TYPES
from showcase.site import addresses
from showcase.site.plan import Plan
from showcase.startup import Startup
from showcase.typography import typeset

Node = dict[str, Any]
_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end the script, or be read as anything but text in it."""


def script(nodes: list[Node]) -> Markup:
    """The statements as the element of a page; no text in it can end it."""
    told = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    safe = told.translate(_IN_SCRIPT)
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(safe))  # noqa: S704  escaped above


@dataclass(frozen=True)
class Statements:
    """The statements of one page: `root` leads to the root of the site, as a whole address where there is one."""

    plan: Plan
    release: Release
    root: str
    language: Language
    address: str
    title: str

    def told(self, subject: Any, template: str) -> list[Node]:
        """What the page states; `subject` is the startup or shelf it is about, or the kind of a list of shelves."""
        if isinstance(subject, Startup):
            return [self._page("WebPage", subject), *self._startup(subject), self._trail(addresses.DIRECTORY, "innovators")]
        if isinstance(subject, Shelf):
            folder = addresses.FOLDERS[subject.kind]
            return [*self._list(self._startups(subject.startups)), self._trail(folder, f"kind-{subject.kind}")]
        if template == "directory.html":
            shown = [one for shelf in self.plan.families for one in shelf.startups]
            return [*self._list(self._startups(shown)), self._trail()]
        if template == "data.html":
            return [self._page("WebPage"), self._dataset(), self._trail()]
        return [self._page("WebPage"), *([self._trail()] if self.address else [])]

    def _page(self, kind: str, subject: Startup | None = None) -> Node:
        about = {"dateModified": subject.verified_on.isoformat(), "about": {"@id": self._id("organisation")}} if subject else {}
        return {"@type": kind, "@id": self._here, "url": self._here, "name": self.title, "inLanguage": self.language, **about}

    def _startup(self, one: Startup) -> Iterator[Node]:
        other: Language = "en" if self.language == "hi" else "hi"
        known = {
            "legalName": one.legal_name and one.legal_name.value,
            "url": one.website and one.website.url,
            "foundingDate": one.founded and str(one.founded.year),
            "address": self._place(one),
        }
        yield {
            "@type": "Organization",
            "@id": self._id("organisation"),
            "name": _set(named(one, self.language)),
            "alternateName": _set(named(one, other)),
            "description": _set(named(one, self.language, "headline")),
            "identifier": one.slug,
            **{key: value for key, value in known.items() if value},
        }
        for row in one.innovations:
            yield self._product(one, row)

    def _product(self, one: Startup, row: Innovation) -> Node:
        said = one.in_hindi
        hindi = self.language == "hi"
        name, what = (said.text("innovations", row.id, key) if hindi else getattr(row, key) for key in ("name", "what"))
        specs = [
            [said.spec(row.id, spec.label, key) if hindi else getattr(spec, key) for key in ("label", "value")]
            for spec in row.specs
        ]
        values = [{"@type": "PropertyValue", "name": _set(label), "value": _set(value)} for label, value in specs]
        return {
            "@type": "Product",
            "@id": self._id(f"innovation-{row.id}"),
            "name": _set(name),
            "description": _set(what),
            "manufacturer": {"@id": self._id("organisation")},
            **({"additionalProperty": values} if values else {}),
        }

    def _place(self, one: Startup) -> Node | None:
        city = one.home and (one.home.city_hi if self.language == "hi" else one.home.city)
        return {"@type": "PostalAddress", "addressLocality": city} if city else None

    def _startups(self, startups: Any) -> list[tuple[str, str]]:
        return [(addresses.profile(one, self.language), _set(named(one, self.language))) for one in startups]

    def _list(self, rows: list[tuple[str, str]]) -> Iterator[Node]:
        yield {**self._page("CollectionPage"), **({"mainEntity": {"@id": self._id("list")}} if rows else {})}
        if rows:
            yield {
                "@type": "ItemList",
                "@id": self._id("list"),
                "numberOfItems": len(rows),
                "itemListElement": [self._item(place, *row, link="url") for place, row in enumerate(rows, 1)],
            }

    def _trail(self, folder: str = "", key: str = "") -> Node:
        """The way from the front page; the last step is the page itself."""
        way = [(addresses.local("", self.language), named(self.plan.catalogue.site, self.language, "title"))]
        if folder:
            way.append((addresses.local(folder, self.language), self.plan.catalogue.ui(key, self.language)))
        way.append((self.address, self.title))
        steps = [self._item(place, *row, link="item") for place, row in enumerate(way, 1)]
        return {"@type": "BreadcrumbList", "@id": self._id("trail"), "itemListElement": steps}

    def _item(self, place: int, address: str, name: str, link: str) -> Node:
        return {"@type": "ListItem", "position": place, link: f"{self.root}{address}", "name": name}

    def _dataset(self) -> Node:
        about, table = self.release.about, self.release.tables[0]
        chosen = about.site.licences.data
        known = {
            "dateModified": about.day and about.day.isoformat(),
            "license": {"@type": "CreativeWork", "name": chosen} if chosen else None,
        }
        files = [
            {"@type": "DataDownload", "contentUrl": f"{self.root}{table.address(form)}", "encodingFormat": kind,
             "contentSize": self.release.size(table.address(form))}
            for form, kind in MEDIA_TYPES.items()
        ]  # fmt: skip
        return {
            "@type": "Dataset",
            "@id": self._id("dataset"),
            "name": f"{self.title} · {named(about.site, self.language, 'title')}",
            "description": _set(about.what(self.language)),
            "version": self.release.version,
            "creator": {"@type": "Organization", "name": named(about.site, self.language, "title")},
            "distribution": files,
            **{key: value for key, value in known.items() if value},
        }

    @property
    def _here(self) -> str:
        return f"{self.root}{self.address}"

    def _id(self, name: str) -> str:
        return f"{self._here}#{name}"


def _set(text: Any) -> str:
    """A text with the signs that the page has, and plain blanks."""
    return " ".join(typeset(str(text)).split())
