"""What one profile file may hold: the typed form of its front matter."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from showcase.model.dates import PartialDate
from showcase.model.fields import (
    BigFigure,
    Day,
    Fraction,
    Headline,
    Label,
    LanguageCode,
    Name,
    Part,
    Slug,
    SourceId,
    Sources,
    StateCode,
    Status,
    Summary,
    Text,
    WebAddress,
    Year,
)

FIGURES = 4
PHOTOGRAPHS = 6
"""What a profile's pages in the book have room for."""


class Cited(Part):
    """A row of fact; `src` names the sources that say it."""

    src: Sources


class LegalName(Cited):
    value: Text


class Founded(Cited):
    year: Year


class Founder(Cited):
    name: Text


class Home(Cited):
    """Where the firm works; the State is a code of data/states, the city a name of data/cities.yml."""

    city: Text | None = None
    state: StateCode | None = None


class Website(Cited):
    url: WebAddress


class User(Cited):
    """An end user that a source names beside those of the challenges."""

    id: Slug


class Challenge(Cited):
    """A problem posed under iDEX; no edition and no end user where the source does not state them."""

    id: Slug
    programme: Slug
    edition: Slug | None = None
    problem: Text | None = None
    end_user: Slug | None = None


class Spec(Part):
    """A label and its value; without `src` it inherits its innovation's."""

    label: Text
    value: Text
    src: Sources | None = None


class Innovation(Cited):
    id: Slug
    name: Text
    what: Text
    specs: tuple[Spec, ...] = ()


class Step(Cited):
    """A rung that a source ties to iDEX. `of` is the id of a challenge or an innovation.

    A step is told apart by its name; where that stands twice, by an id of its own.
    """

    own_id: Slug | None = Field(default=None, alias="id")
    step: Slug
    of: Slug
    date: PartialDate | None = None
    note: Label | None = None

    @property
    def id(self) -> str:
        return self.own_id or self.step


class Figure(Cited):
    id: Slug
    value: BigFigure
    label: Label


class Milestone(Cited):
    id: Slug
    date: PartialDate
    what: Text
    amount: Text | None = None


class Background(Cited):
    """A sourced fact without a date."""

    id: Slug
    what: Text


class Photograph(Part):
    """A picture under images/<slug>/; `focus` is its subject as fractions of width and height."""

    id: Slug
    file: Annotated[Text, Field(max_length=100)]
    alt: Annotated[Text, Field(max_length=140)]
    credit: Text
    licence: Text
    caption: Text
    consent: bool | None = Field(default=None, strict=True)
    focus: tuple[Fraction, Fraction] = (0.5, 0.5)
    src: Sources | None = None


class Source(Part):
    """A published source; without a title it is shown as publisher, date and link."""

    id: SourceId
    title: Text | None = None
    publisher: Text
    date: PartialDate | None = None
    url: WebAddress
    language: LanguageCode | None = None
    # The key is `copy`: the page was read in a copy.
    read_in_copy: bool = Field(default=False, alias="copy", strict=True)


class Clearance(Part):
    """On what ground the profile may be shown, and who cleared it when it is not public sources."""

    basis: Literal["public-sources", "firm", "ministry"]
    by: Text | None = None
    date: Day | None = None


class Profile(Part):
    """One startup as its file states it."""

    id: Slug
    name: Name
    name_hi: Name
    legal_name: LegalName | None = None
    aliases: tuple[Text, ...] = ()
    status: Status
    headline: Headline
    headline_hi: Headline
    summary: Summary
    summary_hi: Summary
    hi_reviewed: Day | None = None
    technologies: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=3)]
    founded: Founded | None = None
    founders: tuple[Founder, ...] = ()
    home: Home | None = None
    website: Website | None = None
    end_users: tuple[User, ...] = ()
    challenges: Annotated[tuple[Challenge, ...], Field(min_length=1)]
    innovations: tuple[Innovation, ...] = ()
    stage: Annotated[tuple[Step, ...], Field(min_length=1)]
    figures: Annotated[tuple[Figure, ...], Field(max_length=FIGURES)] = ()
    milestones: tuple[Milestone, ...] = ()
    background: tuple[Background, ...] = ()
    photographs: Annotated[tuple[Photograph, ...], Field(max_length=PHOTOGRAPHS)] = ()
    spread: Literal["plate", "photograph", "photographs", "text"] | None = None
    related: tuple[Slug, ...] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    clearance: Clearance
    verified_on: Day
    review_by: Day
    embargo_until: Day | None = None

    def is_public_on(self, day: date) -> bool:
        """Whether it is published and its embargo, where it has one, is over."""
        return self.status == "published" and (self.embargo_until is None or self.embargo_until <= day)
