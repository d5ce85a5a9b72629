"""One flat record a startup: the row of every table that is given away.

The names of the columns are a promise to those who build on them; add, but do not rename.
A column holds a text, a whole number, a list of texts, or nothing where no source says it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from showcase.facets import FACETS
from showcase.startup import Startup

Value = str | int | list[str] | None
Record = dict[str, Value]

COLUMNS = {
    "slug": "the name in the profile's address, and its key",
    "name": "the innovator's name",
    "name_hi": "the name in Hindi",
    "headline": "what the innovator stands for, in a line",
    "headline_hi": "the line in Hindi",
    "technologies": "technology areas, the first one leading",
    "technology_ids": "their ids in data/technologies.yml",
    "end_users": "bodies whose problems it works on",
    "end_user_ids": "their ids in data/end-users.yml",
    "programmes": "programmes it takes part in",
    "programme_ids": "their ids in data/programmes.yml",
    "editions": "editions of those programmes, where a source states one",
    "edition_ids": "their ids in data/programmes.yml",
    "stage": "the furthest step that a source ties to iDEX",
    "stage_id": "its id in data/stages.yml",
    "stage_date": "when, in ISO 8601, as precise as the source: 2024, 2024-10 or 2024-10-07",
    "state": "State or Union Territory where it is at home",
    "state_code": "its code, as in ISO 3166-2:IN",
    "city": "the city where it is at home",
    "founded": "the year of its founding",
    "website": "its own site",
    "verified_on": "the day on which the profile was last held against its sources, in ISO 8601",
    "url": "its profile; from the root of the site where the site's own address is not yet settled",
}
"""The columns in their order, each with what it holds."""


def records(startups: Iterable[Startup], link: Callable[[Startup], str]) -> Iterator[Record]:
    """The record of each startup; `link` gives the address of its profile."""
    return (record(one, link(one)) for one in startups)


def record(one: Startup, url: str) -> Record:
    """The record of one startup, with all of COLUMNS in their order."""
    step, home = one.stage, one.home
    values: Record = {
        **{name: getattr(one, name) for name in ("slug", "name", "name_hi", "headline", "headline_hi")},
        **_named(one, "technology", "technologies"),
        **_named(one, "end-user", "end_users"),
        **_named(one, "programme", "programmes"),
        **_named(one, "edition", "editions"),
        "stage": step.stage.name,
        "stage_id": step.stage.id,
        "stage_date": step.date.iso if step.date else None,
        "state": home.state.name if home and home.state else None,
        "state_code": home.state.code if home and home.state else None,
        "city": home.city if home else None,
        "founded": one.founded.year if one.founded else None,
        "website": one.website.url if one.website else None,
        "verified_on": one.verified_on.isoformat(),
        "url": url,
    }
    return {name: values[name] for name in COLUMNS}


def _named(one: Startup, kind: str, column: str) -> Record:
    """The values of a facet under two columns: their names, and their ids."""
    found: dict[str, Any] = {item.id: item for item in FACETS[kind].of(one)}
    return {column: [item.name for item in found.values()], f"{kind.replace('-', '_')}_ids": list(found)}
