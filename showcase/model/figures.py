"""Dated events and figures: the timeline, the statistics, production and exports."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from showcase.model.dates import PartialDate
from showcase.model.entries import Sourced
from showcase.model.fields import Slug, Text

FinancialYear = Annotated[str, StringConstraints(strict=True, pattern=r"^\d{4}-\d{2}$")]
Crore = Annotated[float, Field(ge=0)]
Percent = Annotated[float, Field(ge=0)]


class TimelineEvent(Sourced):
    """Something that happened in the programme's life. `title` is short, for a drawn timeline.

    `editions` are ids of editions opened that day; `note` qualifies the date or the claim.
    """

    id: Slug
    date: PartialDate
    kind: Literal[
        "launch", "institution", "challenge", "milestone", "policy", "portal", "budget",
        "procurement", "international", "event",
    ]  # fmt: skip
    title: Text
    title_hi: Text
    what: Text
    what_hi: Text | None = None
    editions: tuple[Slug, ...] = ()
    by: Text | None = None
    place: Text | None = None
    note: Text | None = None
    note_hi: Text | None = None


class Statistic(Sourced):
    """A published figure with the date it was true; `value` and `unit` are words for printing.

    Counts of a different `group` are different counts and never stand in one series. `cleared`
    and `ordered` are rupee amounts that came with the count. `caution` says why to doubt it.
    """

    id: Slug
    group: Literal[
        "headline", "applications", "winners", "contracts", "procurement", "budget", "grants",
        "partners", "context",
    ]  # fmt: skip
    label: Text
    label_hi: Text
    value: Text
    value_hi: Text | None = None
    unit: Text
    as_of: PartialDate
    cleared: Text | None = None
    cleared_hi: Text | None = None
    ordered: Text | None = None
    ordered_hi: Text | None = None
    context: Text | None = None
    caution: Text | None = None


class YearValue(Sourced):
    """One financial year (April to March) of production or exports, in crore of rupees, nominal.

    `rs_crore` is null where no figure was found. Shares are percentages of the year's value.
    """

    fy: FinancialYear
    rs_crore: Crore | None
    status: Literal["published", "final", "announced", "not-found"] = "published"
    note: Text | None = None
    earlier: Crore | None = None
    private_rs_crore: Crore | None = None
    public_rs_crore: Crore | None = None
    private_share: Percent | None = None
    public_share: Percent | None = None
    authorisations: Annotated[int, Field(strict=True, ge=0)] | None = None
    growth: Percent | None = None

    @property
    def ends(self) -> int:
        """The calendar year in which the financial year ends: 2025 for 2024-25."""
        return int(self.fy[:4]) + 1


class Remark(Sourced):
    """A figure beside the two series, in words, with the date it was said."""

    id: Slug
    what: Text
    value: Text
    as_of: PartialDate | None = None
    caution: Text | None = None
