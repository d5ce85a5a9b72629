"""Feeds and the map of the site, each held against its own standard: D9 and D10 of the data users' requirements, S2.

Holds G8 of docs/standards.md.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import feedparser
import jsonschema
import pytest
from lxml import etree
from sites import CONTENT, HOME, addressed_project, built_project
from world import ROOT, make_world, profile

from showcase import catalogue
from showcase.catalogue import Catalogue
from showcase.model.dates import Language
from showcase.site import feeds
from showcase.site.plan import Plan

SCHEMAS = ROOT / "tests" / "schemas"
ATOM = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
SITEMAP = etree.XMLSchema(etree.parse(SCHEMAS / "sitemap.xsd"))
JSON_FEED = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "json-feed.json").read_text()))
MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
NASTY = ']]> </script <img onerror=y & "'
"""What the check lets pass, for no tag ends in it; a page around it would end the tag."""
LANGUAGES = [("", "en"), ("hi/", "hi")]


def known(folder: Path, **files: str) -> Catalogue:
    return catalogue.load(make_world(folder, CONTENT | {f"startups/{name}.md": text for name, text in files.items()}))


def feed(told: Catalogue, language: Language = "en", today: date | None = None) -> feeds.Feed:
    return feeds.feed(told.published, told.vocabulary, today or told.today, language)


@pytest.fixture(scope="module")
def site() -> Path:
    return addressed_project() / "site"


@pytest.mark.parametrize(("folder", "language"), LANGUAGES)
def test_d9_the_feed_is_atom_and_tells_every_profile_and_every_day(site: Path, folder: str, language: str) -> None:
    raw = (site / folder / "new/feed.xml").read_bytes()
    ATOM.assertValid(etree.fromstring(raw))
    read = feedparser.parse(raw)
    assert (read.bozo, read.version, read.feed.language) == (False, "atom10", language)
    plan = Plan(catalogue.load(addressed_project()))
    assert len(read.entries) == len(plan.startups) + len(plan.news)
    assert len({one.id for one in read.entries}) == len(read.entries)
    links = [one.link for one in (read.feed, *read.entries)]
    assert all(link.startswith(f"{HOME}{folder}") for link in links)
    assert [link for link in links if not (site / link.removeprefix(HOME) / "index.html").is_file()] == []


@pytest.mark.parametrize(("folder", "language"), LANGUAGES)
def test_d9_the_json_feed_is_valid_and_tells_the_same(site: Path, folder: str, language: str) -> None:
    told = json.loads((site / folder / "new/feed.json").read_bytes())
    JSON_FEED.validate(told)
    assert told["feed_url"] == f"{HOME}{folder}new/feed.json" and told["language"] == language
    read = feedparser.parse((site / folder / "new/feed.xml").read_bytes())
    rows = [(one.id, one.link, one.title, one.summary, one.updated) for one in read.entries]
    assert rows == [tuple(one[key] for key in ("id", "url", "title", "content_text", "date_modified")) for one in told["items"]]


@pytest.mark.parametrize(("folder", "language"), LANGUAGES)
def test_d9_without_an_address_of_the_site_both_are_valid_still(folder: str, language: str) -> None:
    site = built_project() / "site"
    told = json.loads((site / folder / "new/feed.json").read_bytes())
    JSON_FEED.validate(told)
    assert "home_page_url" not in told and not any("url" in one for one in told["items"])
    root = etree.parse(site / folder / "new/feed.xml")
    ATOM.assertValid(root)
    links = root.xpath("//a:link/@href", namespaces={"a": "http://www.w3.org/2005/Atom"})
    ends = [(site / folder / "new" / link).resolve() for link in links]
    assert ends and all(end.is_file() or (end / "index.html").is_file() for end in ends)


def test_d9_an_entry_of_an_unchanged_profile_keeps_its_day(tmp_path: Path) -> None:
    before = feed(known(tmp_path / "a"))
    assert feed(known(tmp_path / "a"), today=date(2030, 1, 1)) == before
    changed = profile(("verified_on: 2026-11-22", "verified_on: 2026-11-24"), ("review_by: 2027-05-22", "review_by: 2027-05-24"))
    after = {one.identity: one for one in feed(known(tmp_path / "b", **{"lantern-works": changed})).items}
    assert set(after) == {one.identity for one in before.items}
    for one in before.items:
        own = "lantern-works" in one.address
        assert after[one.identity].updated == (date(2026, 11, 24) if own else one.updated)


def test_d9_every_page_names_the_feeds_of_its_language(site: Path) -> None:
    own_pages = (path for path in site.rglob("index.html") if "embed" not in path.relative_to(site).parts)
    for path in own_pages:
        html = path.read_text(encoding="utf-8")
        own = "hi/" if '<html lang="hi"' in html else ""
        found = re.findall(r'<link rel="alternate" type="(application/[^"]+)" title="[^"]+" href="([^"]+)">', html)
        ends = {(kind, (path.parent / address).resolve().relative_to(site.resolve()).as_posix()) for kind, address in found}
        wanted = {("application/atom+xml", f"{own}new/feed.xml"), ("application/feed+json", f"{own}new/feed.json")}
        assert wanted <= ends, path


def test_s2_a_text_that_would_run_in_a_page_is_text_in_a_feed(tmp_path: Path) -> None:
    named = profile(("name: Lantern Works", f"name: '{NASTY}'"), ("summary: Lantern Works of", "summary: A firm of"))
    told = feed(known(tmp_path, **{"lantern-works": named}))
    root = etree.fromstring(told.atom().encode())
    ATOM.assertValid(root)
    titles = root.xpath("//a:entry/a:title/text()", namespaces={"a": "http://www.w3.org/2005/Atom"})
    assert NASTY in titles and "<img" not in told.atom()
    JSON_FEED.validate(json.loads(told.json()))


@pytest.mark.parametrize(
    ("schema", "old", "new"),
    [
        ("atom", "<updated>2026-11-22T00:00:00Z</updated>", "<updated>yesterday</updated>"),
        ("atom", "<id>urn:uuid:", "<id>"),
        ("json", '"id"', '"identity"'),
        ("json", "version/1.1", "version/2"),
    ],
)
def test_a_spoiled_feed_is_found(tmp_path: Path, schema: str, old: str, new: str) -> None:
    told = feed(known(tmp_path))
    text = told.atom() if schema == "atom" else told.json()
    assert old in text
    spoiled = text.replace(old, new, 1)
    sound = ATOM.validate(etree.fromstring(spoiled.encode())) if schema == "atom" else JSON_FEED.is_valid(json.loads(spoiled))
    assert not sound


def test_d10_the_map_is_valid_and_names_each_page_once_with_its_translation_and_its_day(site: Path) -> None:
    root = etree.parse(site / "sitemap.xml")
    SITEMAP.assertValid(root)
    told = {one.findtext("m:loc", namespaces=MAP).removeprefix(HOME): one for one in root.findall("m:url", MAP)}
    pages = [path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")]
    public = {"" if name == "." else f"{name}/" for name in pages if "embed" not in name.split("/")}
    assert set(told) == public and len(told) == len(root.findall("m:url", MAP))
    for address, one in told.items():
        others = {link.get("hreflang"): link.get("href").removeprefix(HOME) for link in one.findall("x:link", MAP)}
        assert set(others) == {"en", "hi", "x-default"} and others["hi"] == f"hi/{others['en']}"
        assert address in others.values() and set(others.values()) <= public
    days = {address: one.findtext("m:lastmod", namespaces=MAP) for address, one in told.items()}
    assert days["startups/quiet-box/"] == days["hi/states/maharashtra/"] == days["startups/"] == "2026-11-22"
    assert days["states/goa/"] is None


def test_d10_robots_may_read_all_and_are_told_where_the_map_is(site: Path) -> None:
    assert (site / "robots.txt").read_text() == f"User-agent: *\nAllow: /\n\nSitemap: {HOME}sitemap.xml\n"
    assert "Sitemap" not in (built_project() / "site" / "robots.txt").read_text()


def test_d10_every_page_names_its_own_address(site: Path) -> None:
    for path in site.rglob("index.html"):
        address = path.parent.relative_to(site).as_posix()
        own = HOME if address == "." else f"{HOME}{address}/"
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)">', path.read_text(encoding="utf-8"))
        assert canonical == ([own] if "embed" not in address.split("/") else [own.replace("embed/", "startups/")])
    assert (site / "404.html").is_file()
