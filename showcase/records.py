"""One flat record a startup: the row of every table that is given away.

The names of the columns are a promise to those who build on them; add, but do not rename.
A column holds a text, a whole number, a list of texts, or nothing where no source says it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from showcase.facets import FACETS
from showcase.model.dates import PartialDate
from showcase.model.fields import Day, Headline, Name, Part, Slug, StateCode, Text, WebAddress, Year
from showcase.startup import Startup

Value = str | int | list[str] | None
Record = dict[str, Value]
Texts = tuple[Text, ...]


class Row(Part):
    """The columns in their order, each with its type; data/ui.yml says what each holds, as `column-…`."""

    slug: Slug
    name: Name
    name_hi: Name
    headline: Headline
    headline_hi: Headline
    technologies: Texts
    technology_ids: tuple[Slug, ...]
    end_users: Texts
    end_user_ids: tuple[Slug, ...]
    programmes: Texts
    programme_ids: tuple[Slug, ...]
    editions: Texts
    edition_ids: tuple[Slug, ...]
    stage: Text
    stage_id: Slug
    stage_date: PartialDate | None
    state: Text | None
    state_code: StateCode | None
    city: Text | None
    founded: Year | None
    website: WebAddress | None
    verified_on: Day
    url: Text


COLUMNS = tuple(Row.model_fields)


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
    return Row.model_validate(values).model_dump(mode="json")


def _named(one: Startup, kind: str, column: str) -> Record:
    """The values of a facet under two columns: their names, and their ids."""
    found: dict[str, Any] = {item.id: item for item in FACETS[kind].of(one)}
    return {column: [item.name for item in found.values()], f"{kind.replace('-', '_')}_ids": list(found)}
