"""What pages state to programs, in the terms of schema.org and no more than readers are told: D1 to D3, S2.

Holds D2 of docs/standards.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from sites import HOME, addressed_project, built_project

from showcase.site.built import read_page
from showcase.site.statements import script

PAGES = ["", "startups/", "startups/lantern-works/", "startups/quiet-box/", "states/maharashtra/", "states/", "data/", "data/dictionary/", "about/"]
EVERY = [f"{language}{address}" for language in ("", "hi/") for address in PAGES]
SILENT = {"@id", "@type", "url", "item", "contentUrl", "position", "inLanguage", "encodingFormat", "numberOfItems", "identifier"}
"""What is an address, a count or the name of a kind: the page has it as a link or in its own marks."""
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
CONTEXT = {"contextUrl": None, "documentUrl": "https://schema.org", "document": {"@context": {"@vocab": "https://schema.org/"}}}


def html(address: str, site: Path | None = None) -> str:
    return ((site or addressed_project() / "site") / address / "index.html").read_text(encoding="utf-8")


def graph(text: str) -> list[dict[str, Any]]:
    (raw,) = _SCRIPT.findall(text)
    return json.loads(raw)["@graph"]


def kinds(address: str) -> dict[str, dict[str, Any]]:
    return {one["@type"]: one for one in graph(html(address))}


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object within, however deep."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)


@pytest.mark.parametrize("address", EVERY)
def test_d3_only_terms_of_schema_org_stand_there_each_in_its_type(address: str) -> None:
    (raw,) = _SCRIPT.findall(html(address))
    told = json.loads(raw)
    assert told["@context"] == "https://schema.org"
    expanded = jsonld.expand(told, {"documentLoader": lambda *_: CONTEXT})
    assert len(expanded) == len(told["@graph"])
    for node in nodes(told["@graph"]):
        if "@type" in node:
            known = getattr(import_module(f"pydantic2_schemaorg.{node['@type']}"), node["@type"]).__fields__
            assert {key for key in node if not key.startswith("@")} - set(known) == set()


@pytest.mark.parametrize("address", EVERY)
def test_d3_every_statement_can_be_read_on_the_page(address: str) -> None:
    text = html(address)
    page = read_page(address, text)
    times = re.findall(r'datetime="([^"]+)"', text)
    read = " ".join([re.sub(r"<script.*?</script>|<[^>]+>", " ", text, flags=re.DOTALL)])
    seen = " ".join(unescape(read).split())
    for node in nodes(graph(text)):
        for key, value in node.items():
            if key not in SILENT and isinstance(value, str):
                assert " ".join(value.split()) in seen or value in times, (key, value)
            elif key == "url" and node["@type"] == "Organization":
                assert value in page.links


def test_d1_a_profile_states_its_firm_its_products_and_where_it_stands() -> None:
    told = kinds("startups/lantern-works/")
    here = f"{HOME}startups/lantern-works/"
    assert told["WebPage"] == {"@type": "WebPage", "@id": here, "url": here, "name": "Lantern Works", "inLanguage": "en",
                               "dateModified": "2026-11-22", "about": {"@id": f"{here}#organisation"}}  # fmt: skip
    firm = told["Organization"]
    assert (firm["name"], firm["alternateName"], firm["foundingDate"]) == ("Lantern Works", "लैंटर्न वर्क्स", "2016")
    assert firm["address"] == {"@type": "PostalAddress", "addressLocality": "Pune"}
    assert told["Product"]["manufacturer"] == {"@id": firm["@id"]}
    assert told["Product"]["additionalProperty"] == [{"@type": "PropertyValue", "name": "Endurance", "value": "12 hours"}]
    assert not {"offers", "review", "aggregateRating"} & set(told["Product"])
    assert kinds("hi/startups/lantern-works/")["Product"]["name"] == "दीया"


@pytest.mark.parametrize("address", [one for one in EVERY if one not in ("", "hi/")])
def test_d1_the_trail_leads_from_the_front_page_to_this_one(address: str) -> None:
    steps = kinds(address)["BreadcrumbList"]["itemListElement"]
    assert [one["position"] for one in steps] == list(range(1, len(steps) + 1))
    assert steps[0]["item"] == (f"{HOME}hi/" if address.startswith("hi/") else HOME)
    assert steps[-1]["item"] == f"{HOME}{address}"
    site = addressed_project() / "site"
    assert [one["item"] for one in steps if not (site / one["item"].removeprefix(HOME) / "index.html").is_file()] == []


@pytest.mark.parametrize("address", ["startups/", "hi/startups/", "states/maharashtra/", "hi/states/maharashtra/"])
def test_d2_a_list_states_its_innovators_in_the_order_of_their_cards(address: str) -> None:
    told = kinds(address)
    assert told["CollectionPage"]["mainEntity"] == {"@id": told["ItemList"]["@id"]}
    rows = [one["url"].removeprefix(HOME) for one in told["ItemList"]["itemListElement"]]
    cards = re.findall(r'<h3 class="card-name"><a href="(?:[^"]*/)?([^"/]+)/"', html(address))
    assert cards and rows == [f"{'hi/' * address.startswith('hi/')}startups/{slug}/" for slug in cards]
    assert len(rows) == told["ItemList"]["numberOfItems"]


def test_d2_the_data_page_states_its_files() -> None:
    told = kinds("data/")["Dataset"]
    assert told["name"] == "Data · Shared Horizons of Innovation"  # among the data of all the world
    assert 50 <= len(told["description"]) <= 5000 and told["creator"]["name"] and told["dateModified"] == "2026-11-22"
    site = addressed_project() / "site"
    assert [one["encodingFormat"].split("/")[0] for one in told["distribution"]] == ["text", "application", "application"]
    assert [one for one in told["distribution"] if not (site / one["contentUrl"].removeprefix(HOME)).is_file()] == []
    assert "license" not in told


def test_d3_a_site_without_an_address_states_addresses_from_the_page_itself() -> None:
    told = {one["@type"]: one for one in graph(html("startups/quiet-box/", built_project() / "site"))}
    assert told["WebPage"]["url"] == "../../startups/quiet-box/"


def test_s2_no_text_ends_the_script() -> None:
    text = '</script><img onerror=y> & <!-- ]]> \u2028'
    made = str(script([{"@type": "Thing", "name": text}]))
    assert made.count("<") == 2 and made.count(">") == 2 and "&" not in made
    assert graph(made) == [{"@type": "Thing", "name": text}]
