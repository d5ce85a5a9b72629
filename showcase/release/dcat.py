"""The release described for catalogues of public data: DCAT, with the elements that data.gov.in asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from showcase.model.dates import LANGUAGES, Language
from showcase.release.package import MEDIA_TYPES
from showcase.release.table import Table, Told
from showcase.release.version import FOLDER, VERSION

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "spdx": "http://spdx.org/rdf/terms#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"
_LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1/"
_INDIA = "https://www.geonames.org/1269750"
CATALOGUE_ELEMENTS = (
    "category", "sector", "sub-sector", "jurisdiction", "access-method", "group", "frequency", "granularity",
    "policy-compliance",
)  # fmt: skip
"""What data.gov.in asks for and DCAT has no word for; data/ui.yml says each, as `dcat-…`."""


def dcat(about: Told, table: Table, sums: Mapping[str, tuple[int, str]]) -> dict[str, Any]:
    """The release as a dcat:Dataset whose distributions are the table of all in each form."""
    site, day = about.site, about.day
    base = f"{site.site_url}{FOLDER}" if site.site_url else ""
    known = {
        "dct:modified": {"@value": day.isoformat(), "@type": "xsd:date"} if day else None,
        "dcat:landingPage": {"@id": f"{site.site_url}data/" if site.site_url else "../"},
        "dct:license": about.site.licences.data,
        "dct:publisher": {"@type": "schema:Organization", "schema:name": site.owner.name} if site.owner.name else None,
    }
    return {
        "@context": CONTEXT,
        "@id": f"{base}datapackage.json",
        "@type": "dcat:Dataset",
        "dct:title": _both(about.title),
        "dct:description": _both(about.what),
        "dct:rights": _both(lambda language: about.terms("data", language)),
        "dcat:version": VERSION,
        "dcat:keyword": list(about.keywords),
        "dct:language": [{"@id": f"{_LANGUAGE}{language}"} for language in LANGUAGES],
        "dct:spatial": {"@id": _INDIA},
        **{key: value for key, value in known.items() if value},
        "schema:additionalProperty": [_element(about, key) for key in CATALOGUE_ELEMENTS],
        "dcat:distribution": [_distribution(table, form, base, sums) for form in MEDIA_TYPES],
    }


def _element(about: Told, key: str) -> dict[str, Any]:
    said = _both(lambda language: about.ui[f"dcat-{key}"][language])
    return {"@type": "schema:PropertyValue", "schema:propertyID": key, "schema:value": said}


def _distribution(table: Table, form: str, base: str, sums: Mapping[str, tuple[int, str]]) -> dict[str, Any]:
    path = table.path(form)
    length, digest = sums[path]
    return {
        "@type": "dcat:Distribution",
        "@id": f"{base}{path}",
        "dct:title": _both(table.title),
        "dcat:downloadURL": {"@id": f"{base}{path}"},
        "dcat:mediaType": {"@id": f"{_MEDIA}{MEDIA_TYPES[form]}"},
        "dcat:byteSize": {"@value": str(length), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": digest, "@type": "xsd:hexBinary"},
        },
    }


def _both(told: Any) -> list[dict[str, str]]:
    languages: tuple[Language, ...] = LANGUAGES
    return [{"@value": told(language), "@language": language} for language in languages]
