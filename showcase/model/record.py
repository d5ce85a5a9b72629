"""What the site says of itself: its last accessibility audit, and what is no longer current, books and profiles."""

from __future__ import annotations

from showcase.model.fields import Day, Name, Part, Slug, Text
from showcase.model.owner import SafeAddress


class Tool(Part):
    """A program that the audit was made with."""

    name: Text
    version: Text


class Tested(Part):
    """What was looked at, and what was found."""

    what: Text
    what_hi: Text
    found: Text
    found_hi: Text


class Gap(Part):
    """What is known to be missing, or has not been looked at."""

    what: Text
    what_hi: Text


class Audit(Part):
    """The content of data/accessibility.yml: the last audit, from which the accessibility statement is made."""

    standard: Text
    standard_hi: Text
    tested_on: Day
    tools: tuple[Tool, ...]
    tested: tuple[Tested, ...]
    gaps: tuple[Gap, ...]


class ArchivedIssue(Part):
    """An issue of the book that another one has replaced; `url` is where it can still be had."""

    id: Slug
    title: Text
    title_hi: Text
    released_on: Day
    archived_on: Day
    url: SafeAddress


class Withdrawal(Part):
    """A profile that was taken back; `id` was its slug. What this says stands at its address from then on."""

    id: Slug
    name: Name
    name_hi: Name
    withdrawn_on: Day
    reason: Text | None = None
    """Why, where that may be told; in both languages or in none."""
    reason_hi: Text | None = None

    @property
    def slug(self) -> str:
        return self.id


class Renaming(Part):
    """A slug that a profile had, and the one to which its old address leads on."""

    id: Slug
    to: Slug
    renamed_on: Day

    @property
    def slug(self) -> str:
        return self.id
