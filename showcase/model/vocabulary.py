"""The reviewed vocabularies: what a profile may point to by id."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from showcase.model.dates import PartialDate
from showcase.model.entries import Basis, Count, DataSource, Named, Note, Sourced
from showcase.model.fields import Part, Slug, StateCode, Text, Year
from showcase.model.figures import Remark, Statistic, TimelineEvent, YearValue
from showcase.model.programme_facts import (
    Capability,
    ConferenceFact,
    Criterion,
    DatedCount,
    ExportRule,
    Incubator,
    MunitionsHeading,
    RelatedBody,
)
from showcase.model.record import ArchivedIssue, Audit, Renaming, Withdrawal
from showcase.model.site import Contact, Licences, Owner, PolicyText, Site, Words
from showcase.model.states import Hub, Incentive, Policy, State, StateNote, Target

__all__ = [
    "ArchivedIssue", "Audit", "Basis", "Capability", "City", "ConferenceFact", "Contact", "Criterion", "DataSource",
    "DatedCount", "Edition", "EndUser", "ExportRule", "Family", "Hub", "Incentive", "Incubator",
    "Licences", "MunitionsHeading", "Note", "Owner", "Policy", "PolicyText", "Programme",
    "RelatedBody", "Remark", "Renaming", "Site", "Stage", "State", "StateNote", "Statistic", "Target",
    "Technology", "TimelineEvent", "Withdrawal", "Words", "YearValue",
]  # fmt: skip


class Family(Named):
    """A family of plates; `line` opens its section and states nothing about any firm."""

    line: Text
    line_hi: Text


class Technology(Named, Sourced):
    """A technology area, an editorial grouping; `family` is the id of a Family."""

    family: Slug
    aliases: tuple[Text, ...] = ()


class EndUser(Named, Sourced):
    """A body that poses problems, or for which a source says an innovation is meant."""

    short: Text
    short_hi: Text
    group: Literal["service", "joint", "agency", "ministry", "dpsu"]


class Edition(Named, Sourced):
    """One round of a programme, dated to a day by `opened` or to a year by `year`, or not at all.

    `problem_statements` is a count; `note` says what is not known.
    """

    opened: PartialDate | None = None
    year: Year | None = None
    problem_statements: Count | None = None
    what: Text | None = None
    what_hi: Text | None = None
    note: Text | None = None
    note_hi: Text | None = None

    @property
    def began(self) -> PartialDate | None:
        """The date to the precision known, whichever key gives it."""
        return self.opened or (PartialDate(self.year) if self.year else None)


class Programme(Named, Sourced):
    """A programme with its editions in order; `grant_limit` is the most one award can be."""

    short: Text
    short_hi: Text
    kind: Literal["framework", "challenge", "scheme", "international", "partnership", "support"]
    what: Text
    what_hi: Text | None = None
    grant_limit: Text | None = None
    editions: tuple[Edition, ...] = ()


class Stage(Named):
    """A rung of development; `rank` 1 is the first, and none implies another."""

    rank: Annotated[int, Field(strict=True, ge=1)]
    meaning: Text
    meaning_hi: Text


class City(Part):
    """A city and the code of the State or Union Territory it lies in; reference data."""

    name: Text
    name_hi: Text
    state: StateCode
