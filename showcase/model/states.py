"""States and Union Territories, and what each does for aerospace and defence manufacturing.

A text may have a twin in Hindi, `what_hi` beside `what`; without it pages in Hindi show the English, marked.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from showcase.model.entries import DataSource, SourceNumber
from showcase.model.fields import Part, Slug, StateCode, Text, Year

Column = Annotated[int, Field(strict=True, ge=0, le=8)]
Row = Annotated[int, Field(strict=True, ge=0, le=9)]


class Numbered(Part):
    """A row whose `src` are numbers of the State's own sources."""

    src: tuple[SourceNumber, ...] = ()


class Policy(Numbered):
    """A policy of the State; `short` is what targets and incentives are listed under.

    `scope` says what it covers, `period` when it runs, `status` how far it has got.
    """

    id: Slug
    name: Text
    name_hi: Text | None = None
    short: Text
    year: Year | None = None
    scope: Text
    scope_hi: Text | None = None
    period: Text | None = None
    period_hi: Text | None = None
    status: Text | None = None
    status_hi: Text | None = None


class PolicyKind(Part):
    """What the State has: a policy for the sector, a part of a wider policy, or none found.

    `current` is the id of the policy that decides it; null where none was found.
    """

    kind: Literal["dedicated", "sectoral", "none"]
    current: Slug | None = None


class Target(Numbered):
    """What a policy sets out to reach; `policy` is the id of one of the State's policies."""

    policy: Slug
    what: Text
    what_hi: Text | None = None
    value: Text
    value_hi: Text | None = None


class Incentive(Numbered):
    """What a policy offers; `policy` is the id of one of the State's policies."""

    policy: Slug
    kind: Text
    kind_hi: Text | None = None
    what: Text
    what_hi: Text | None = None


class NodalAgency(Numbered):
    """The office to turn to, with what it does in the policy where that is stated."""

    name: Text
    name_hi: Text | None = None
    role: Text | None = None


class Hub(Numbered):
    """A factory, park, corridor node, yard, range or laboratory, built or planned."""

    name: Text
    name_hi: Text | None = None
    kind: Text
    kind_hi: Text | None = None
    place: Text
    place_hi: Text | None = None


class StateNote(Numbered):
    """A remark: a doubt, a figure without a policy, or something asked for and not decided."""

    text: Text
    text_hi: Text | None = None


class State(Part):
    """A State or Union Territory. `tile` is its column and row on the map of equal tiles."""

    code: StateCode
    slug: Slug
    name: Text
    name_hi: Text
    kind: Literal["state", "union-territory"]
    capital: Text
    capital_hi: Text
    tile: tuple[Column, Row]
    policy: PolicyKind
    policies: tuple[Policy, ...] = ()
    targets: tuple[Target, ...] = ()
    incentives: tuple[Incentive, ...] = ()
    nodal_agency: NodalAgency | None = None
    hubs: tuple[Hub, ...] = ()
    notes: tuple[StateNote, ...] = ()
    sources: tuple[DataSource, ...] = ()

    @property
    def current_policy(self) -> Policy | None:
        """The policy that decides what kind of State this is; None where none was found."""
        return next((each for each in self.policies if each.id == self.policy.current), None)

    @property
    def is_told_in_hindi(self) -> bool:
        """Whether any of its policies, targets, incentives, hubs and notes has a text in Hindi."""
        rows = (*self.policies, *self.targets, *self.incentives, *self.hubs, *self.notes)
        return any(text for row in rows for name, text in row if name.endswith("_hi"))

    def under(self, policy: Policy) -> tuple[tuple[Target, ...], tuple[Incentive, ...]]:
        """The targets and the incentives of one policy, in file order."""
        return (
            tuple(each for each in self.targets if each.policy == policy.id),
            tuple(each for each in self.incentives if each.policy == policy.id),
        )
