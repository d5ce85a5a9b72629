"""Facts about the programme's partners, its conference, its portals and export rules."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from showcase.model.dates import PartialDate
from showcase.model.entries import Sourced
from showcase.model.fields import Slug, StateCode, Text


class Incubator(Sourced):
    """A partner incubator named in a source; the list is not complete."""

    id: Slug
    name: Text
    city: Text | None = None
    state: StateCode | None = None
    first_seen: PartialDate | None = None
    evidence: Text
    caution: Text | None = None


class DatedCount(Sourced):
    """How many there were on a day, in words."""

    id: Slug
    what: Text
    value: Text
    as_of: PartialDate


class Criterion(Sourced):
    """A condition that an incubator has to meet."""

    id: Slug
    what: Text


class RelatedBody(Sourced):
    """A body that works beside the partner incubators without being shown as one."""

    id: Slug
    name: Text
    city: Text | None = None
    state: StateCode | None = None
    relation: Text


class ConferenceFact(Sourced):
    """One fact of the conference of 7 October 2025. What was said is told in our own words."""

    id: Slug
    part: Literal["event", "present", "launched", "released", "said", "figures"]
    what: Text
    date: PartialDate | None = None
    speaker: Text | None = None


class Capability(Sourced):
    """A fact about a public directory, list or portal of defence capabilities."""

    id: Slug
    topic: Text
    what: Text
    date: PartialDate | None = None
    caution: Text | None = None


class ExportRule(Sourced):
    """A fact about export authorisation. Guidance only: the rules on the live portal prevail."""

    id: Slug
    topic: Text
    what: Text
    date: PartialDate | None = None
    caution: Text | None = None


class MunitionsHeading(Sourced):
    """A heading of SCOMET Category 6; `seen` says how far the Indian text itself was seen."""

    code: Annotated[str, StringConstraints(strict=True, pattern=r"^6A0\d\d$")]
    list_no: Annotated[str, StringConstraints(strict=True, pattern=r"^ML\d{1,2}$")]
    heading: Text
    seen: Literal["code-and-heading", "code", "inferred"]
