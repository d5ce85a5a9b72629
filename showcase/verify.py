"""Holds a built site against the catalogue, from outside MkDocs: what was meant must be there.

MkDocs passes over much in silence, hooks that do not run among it; so the folder itself is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from showcase.catalogue import Catalogue
from showcase.facets import FACETS
from showcase.model.dates import LANGUAGES, Language
from showcase.release.sums import unlike
from showcase.site import addresses, csp
from showcase.site.built import BuiltPage, BuiltSite
from showcase.site.fetched import is_foreign, scheme
from showcase.site.search.indexing import not_indexed
from showcase.site.telling import untold
from showcase.startup import Startup
from showcase.tables import FORMATS, ROWS
from showcase.typography import typeset


def verify(site_dir: Path, catalogue: Catalogue) -> list[str]:
    """What is wrong with the site in `site_dir`, as plain sentences; none when all is well."""
    site = BuiltSite(site_dir, catalogue.site.site_url)
    return [
        *_profiles(site, catalogue),
        *_hidden(site, catalogue),
        *_notices(site, catalogue),
        *_lists(site, catalogue),
        *unlike(site),
        *_alone(site),
        *_made(site, catalogue),
        *_social(site, catalogue.site.site_url),
        *_fonts(site),
        *not_indexed(site_dir),
        *(sentence for page in site.pages.values() for sentence in _page(site, page)),
        *_sheets(site),
    ]


def _profiles(site: BuiltSite, catalogue: Catalogue) -> Iterator[str]:
    """A page for each published startup in each language, and no page more."""
    for startup in catalogue.published:
        yield from _profile(site, startup, "en", startup.name)
        yield from _profile(site, startup, "hi", startup.name_hi)
    published = {startup.slug for startup in catalogue.published}
    for address, page in site.pages.items():
        if (slug := page.metas.get("startup")) and slug not in published:
            yield f"{address} is a profile of {slug}, which is not published."


def _profile(site: BuiltSite, startup: Startup, language: Language, name: str) -> Iterator[str]:
    address = addresses.profile(startup, language)
    if (page := site.pages.get(address)) is None:
        yield f"{address}index.html is missing: {startup.name} is published."
    elif page.metas.get("startup") != startup.slug:
        yield f"{address} is not marked as the profile of {startup.slug}."
    elif page.titles != [name := " ".join(typeset(name).split())]:
        yield f"{address} is headed {page.titles or 'by nothing'}, not “{name}”."
    else:
        yield from untold(page, startup, language)


def _hidden(site: BuiltSite, catalogue: Catalogue) -> Iterator[str]:
    """Nothing is there of a startup that is not published, and nothing leads to one."""
    pages, files = {}, {}
    gone = {one.slug for one in catalogue.withdrawals}
    for startup in set(catalogue.startups) - set(catalogue.published):
        own = [] if startup.slug in gone else [addresses.profile(startup, language) for language in LANGUAGES]
        pages |= dict.fromkeys(own, startup.slug)
        files |= dict.fromkeys((*addresses.made_for(startup), *_photographs(site, startup)), startup.slug)
    files |= {f"{address}index.html": slug for address, slug in pages.items()}
    for name in sorted(files.keys() & site.files):
        yield f"{name} is there, but {files[name]} is not published."
    for address, page in site.pages.items():
        ends = {site.resolved(address, link)[0].removesuffix("index.html") for link in _inner(page.links)}
        for slug in sorted({pages[end] for end in ends & pages.keys()}):
            yield f"{address} links to {slug}, which is not published."


def _notices(site: BuiltSite, catalogue: Catalogue) -> Iterator[str]:
    """At each address of a profile that was withdrawn or renamed a page is left, in each language."""
    for one in (*catalogue.withdrawals, *catalogue.renamings):
        places = (place(one, language) for place in (addresses.profile, addresses.embed) for language in LANGUAGES)
        for address in (place for place in places if place not in site.pages):
            yield f"{address}index.html is missing: {one.slug} is in data/archive.yml."


def _photographs(site: BuiltSite, startup: Startup) -> list[str]:
    """The files that are, by their whole names, photographs of the startup."""
    before = addresses.photograph(startup, "", 0, "").removesuffix("-0")
    names = re.compile(rf"{re.escape(before)}[a-z]+\d?-\d+\.(webp|jpg)")
    return [name for name in site.files if names.fullmatch(name)]


def _lists(site: BuiltSite, catalogue: Catalogue) -> Iterator[str]:
    """The directory, and a page for each shelf with a card for each of its startups, in each language."""
    for language in LANGUAGES:
        yield from _cards(site, addresses.local(addresses.DIRECTORY, language), "", len(catalogue.published))
    yield from _tables(site, "", catalogue.published)
    for kind in FACETS:
        shelves = catalogue.paged(kind)
        for shelf in shelves:
            marker = f"{kind}/{shelf.slug}"
            for language in LANGUAGES:
                address = addresses.local(addresses.shelf(shelf), language)
                yield from _cards(site, address, marker, len(shelf.startups))
            if shelf.startups:
                yield from _tables(site, addresses.shelf(shelf), shelf.startups)
        own = [addresses.shelf(shelf) for shelf in shelves]
        expected = {addresses.local(address, language) for address in own for language in LANGUAGES}
        for address, page in site.pages.items():
            if page.metas.get("shelf", "").startswith(f"{kind}/") and address not in expected:
                yield f"{address} is there, but no published profile belongs on it."


def _cards(site: BuiltSite, address: str, marker: str, count: int) -> Iterator[str]:
    if (page := site.pages.get(address)) is None:
        yield f"{address}index.html is missing: it should show {count}."
    elif page.metas.get("shelf", "") != marker:
        yield f"{address} is not marked as the page of {marker}."
    elif page.cards != count:
        yield f"{address} shows {page.cards}, the catalogue has {count}."


def _tables(site: BuiltSite, address: str, startups: Sequence[Startup]) -> Iterator[str]:
    """The ready-made tables of a page, in each form, with the startups that it shows."""
    page = address or addresses.DIRECTORY
    for form in FORMATS:
        if (name := addresses.download(address, form)) not in site.files:
            yield f"{name} is missing: the innovators of {page} as a table."
        elif form == "json":
            told = [row["slug"] for row in json.loads((site.folder / name).read_bytes())[ROWS]]
            if told != [one.slug for one in startups]:
                yield f"{name} does not tell the {len(startups)} of {page}."


def _alone(site: BuiltSite) -> Iterator[str]:
    """Pages that are there in one language only; the one for what is lost speaks both."""
    for address in site.pages.keys() - {"404.html"}:
        english = addresses.english(address)
        for language in LANGUAGES:
            if (other := addresses.local(english, language)) not in site.pages:
                yield f"{other}index.html is missing: {address or 'index.html'} is there in the other language alone."


def _made(site: BuiltSite, catalogue: Catalogue) -> Iterator[str]:
    """Every file that is made for a published startup; a photograph stands in place of the plate."""
    for startup in catalogue.published:
        wanted = set(addresses.made_for(startup)) - ({addresses.plate(startup)} if startup.photograph else set())
        for name in sorted(wanted - site.files):
            yield f"{name} is missing: {startup.name} is published."


def _social(site: BuiltSite, home: str) -> Iterator[str]:
    """Where the site knows its own address, each page names a card that is there, by its whole address."""
    own = (address for address in site.pages if address != "404.html" and addresses.is_for_readers(address))
    for address, page in ((address, site.pages[address]) for address in own if home):
        shown = page.metas.get("og:image", "")
        if not shown.startswith(home):
            yield f"{address or 'index.html'} names no social card under {home}."
        elif (name := shown.removeprefix(home)) not in site.files:
            yield f"{address or 'index.html'} names the social card {name}, which is not there."


def _fonts(site: BuiltSite) -> Iterator[str]:
    if not any(name.endswith(".woff2") for name in site.files):
        yield "There is no font in the site; pages would be set in whatever the reader has."


def _page(site: BuiltSite, page: BuiltPage) -> Iterator[str]:
    """What holds for every page: one heading, no anchor twice, no loose end, nothing from elsewhere."""
    name = page.address or "index.html"
    if len(page.titles) != 1:
        yield f"{name} has {len(page.titles)} main headings; a page has one."
    for anchor in sorted(anchor for anchor, count in page.ids.items() if count > 1):
        yield f"{name} has the anchor #{anchor} more than once."
    for link in dict.fromkeys(_inner(page.links)):
        if site.leads_nowhere(page.address, link):
            yield f"{name} links to {link}, which is not there."
    let_in = [(tag, text) for tag, text in page.inline if csp.hashed(text) in page.policy]
    if page.policy not in (csp.policy(let_in), csp.policy(let_in, csp.senders(page.sends))):
        yield f"{name} is guarded by {page.policy or 'nothing'}; that lets in more than its content asks for."
    yield from _strangers(site, page, name)


def _strangers(site: BuiltSite, page: BuiltPage, name: str) -> Iterator[str]:
    """What a browser would fetch, send or run for a page that does not lie in the site's own files."""
    for load in page.loads:
        if is_foreign(load):
            yield f"{name} loads {load} from another host."
        elif scheme(load) != "data" and site.leads_nowhere(page.address, load):
            yield f"{name} loads {load}, which is not there."
    for address in page.sends:
        if is_foreign(address):
            yield f"{name} sends what is typed or done to {address}, on another host."
    for code in page.code:
        yield f"{name} runs code that stands in the page itself: {code}"


def _sheets(site: BuiltSite) -> Iterator[str]:
    for sheet, loads in site.sheets.items():
        for load in loads:
            if is_foreign(load):
                yield f"{sheet} loads {load} from another host."
            elif scheme(load) != "data" and site.leads_nowhere(sheet, load):
                yield f"{sheet} loads {load}, which is not there."


def _inner(links: list[str]) -> list[str]:
    return [link for link in links if not is_foreign(link)]
