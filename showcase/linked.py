"""Rows of a profile with what they point to in the vocabularies looked up."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.model import vocabulary as v
from showcase.model.dates import PartialDate
from showcase.model.profile import Challenge, Innovation, Step


@dataclass(frozen=True)
class LinkedChallenge:
    """A challenge with its programme, edition and end user looked up."""

    row: Challenge
    programme: v.Programme
    edition: v.Edition | None
    end_user: v.EndUser | None

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def problem(self) -> str | None:
        return self.row.problem

    @property
    def src(self) -> tuple[int, ...]:
        return self.row.src

    @property
    def label(self) -> str:
        """The edition's name, or the programme's where the edition is not stated."""
        return self.edition.name if self.edition else self.programme.short or self.programme.name

    @property
    def label_hi(self) -> str:
        return self.edition.name_hi if self.edition else self.programme.name_hi


@dataclass(frozen=True)
class LinkedStep:
    """A rung that was reached; `of` is the challenge or innovation that reached it."""

    row: Step
    stage: v.Stage
    of: LinkedChallenge | Innovation

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def date(self) -> PartialDate | None:
        return self.row.date

    @property
    def note(self) -> str | None:
        return self.row.note

    @property
    def src(self) -> tuple[int, ...]:
        return self.row.src

    @property
    def order(self) -> tuple[int, bool, PartialDate]:
        """By rung, undated first, then by date."""
        return self.stage.rank, self.date is not None, self.date or PartialDate(1)


@dataclass(frozen=True)
class LinkedHome:
    """Where a firm works: a city, a State, or both."""

    city: str | None
    city_hi: str | None
    state: v.State | None
    src: tuple[int, ...]

    def place(self, language: str = "en") -> str:
        """ "Pune, Maharashtra", in either language; one of the two where the other is unknown."""
        hindi = language == "hi"
        state = (self.state.name_hi if hindi else self.state.name) if self.state else None
        city = self.city_hi if hindi else self.city
        return ", ".join(dict.fromkeys(part for part in (city, state) if part))
