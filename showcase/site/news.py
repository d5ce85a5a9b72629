"""What is new: what published profiles date, the newest first.

An entry is a day on which a source says that an innovator reached a step or passed a milestone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from showcase.bilingual import Text
from showcase.linked import LinkedStep
from showcase.model.dates import Language, PartialDate
from showcase.model.profile import Milestone, Source
from showcase.startup import Startup

MOST = 40
"""So many entries a reader looks through; the profiles hold the rest."""


@dataclass
class Entry:
    """One innovator on one day: the steps reached, and the milestones passed."""

    startup: Startup
    date: PartialDate
    steps: list[LinkedStep] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Who says so."""
        cited = {number for row in (*self.steps, *self.milestones) for number in row.src}
        return tuple(one for one in self.startup.sources if one.id in cited)

    def text(self, milestone: Milestone, language: Language) -> Text:
        """What happened, in English where it has no Hindi."""
        if language == "hi":
            return self.startup.in_hindi.text("milestones", milestone.id, "what")
        return Text(milestone.what, "en")


@dataclass(frozen=True)
class Verified:
    """The innovators whose profiles were held against their sources on one day."""

    day: date
    startups: tuple[Startup, ...]


def entries(startups: Iterable[Startup], today: date) -> tuple[Entry, ...]:
    """At most `MOST`, the newest first; nothing that lies ahead of today."""
    found: dict[tuple[str, PartialDate], Entry] = {}
    for one in startups:
        for step in one.steps:
            if step.date:
                found.setdefault((one.slug, step.date), Entry(one, step.date)).steps.append(step)
        for milestone in one.milestones:
            found.setdefault((one.slug, milestone.date), Entry(one, milestone.date)).milestones.append(milestone)
    past = [one for one in found.values() if one.date <= PartialDate(today.year, today.month, today.day)]
    return tuple(sorted(past, key=lambda one: (one.date, one.startup.slug), reverse=True)[:MOST])


def verified(startups: Iterable[Startup]) -> tuple[Verified, ...]:
    """By day, the latest first."""
    days = defaultdict(list)
    for one in startups:
        days[one.verified_on].append(one)
    return tuple(Verified(day, tuple(days[day])) for day in sorted(days, reverse=True))
