"""One startup, linked to the vocabularies: what a template or a page module may ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showcase import collation
from showcase.bilingual import HindiView
from showcase.frontmatter import Document
from showcase.linked import LinkedChallenge, LinkedHome, LinkedStep
from showcase.model import vocabulary as v
from showcase.model.hindi import HindiText
from showcase.model.profile import Challenge, Milestone, Photograph, Profile
from showcase.vocabulary import Vocabulary

if TYPE_CHECKING:
    from showcase.catalogue import Catalogue
    from showcase.checker import Entry


@dataclass(eq=False)
class Startup:
    """A profile with its links. What the file states as it stands is read through: `startup.name`.

    `catalogue` is the one that holds it, set once when all are read.
    """

    slug: str
    profile: Profile
    story: str
    vocabulary: Vocabulary = field(repr=False)
    pictures: Path
    hindi: HindiText = field(repr=False)
    story_hi: str = field(repr=False)
    document: Document = field(repr=False)
    """The file that it was read from, which knows the place of everything it says."""
    document_hi: Document | None = field(repr=False)
    catalogue: Catalogue = field(init=False, repr=False)

    @classmethod
    def of(cls, entry: Entry, vocabulary: Vocabulary) -> Startup:
        """The startup of a checked entry, not yet in a catalogue."""
        hindi = entry.hindi
        return cls(
            entry.slug,
            entry.profile,
            entry.document.body.strip(),
            vocabulary,
            entry.pictures,
            hindi.text if hindi else HindiText(),
            hindi.document.body.strip() if hindi else "",
            entry.document,
            hindi.document if hindi else None,
        )

    def __getattr__(self, name: str) -> Any:
        """A field of the file as it stands: name, headline, figures, sources and the like."""
        if name.startswith("_") or name in ("profile", "catalogue"):
            raise AttributeError(name)  # asked for before it is set, as when a copy is made
        return getattr(self.profile, name)

    @property
    def is_draft(self) -> bool:
        """Whether only the preview may show it."""
        return not self.is_published_on(self.catalogue.today)

    def is_published_on(self, day: date) -> bool:
        """Whether it is published and its embargo, where it has one, is over."""
        return self.profile.is_public_on(day)

    @cached_property
    def technologies(self) -> tuple[v.Technology, ...]:
        return tuple(self.vocabulary.technologies[name] for name in self.profile.technologies)

    @property
    def family(self) -> v.Family:
        """The plate family: that of the first technology area."""
        return self.vocabulary.families[self.technologies[0].family]

    @cached_property
    def home(self) -> LinkedHome | None:
        home = self.profile.home
        if home is None:
            return None
        city = self.vocabulary.cities.get(home.city or "")
        state = self.vocabulary.states.get(home.state or (city.state if city else ""))
        return LinkedHome(home.city, city.name_hi if city else None, state, home.src)

    @property
    def place(self) -> str:
        """City and State, or one of them, or nothing."""
        return self.home.place() if self.home else ""

    @property
    def place_hi(self) -> str:
        return self.home.place("hi") if self.home else ""

    @cached_property
    def challenges(self) -> tuple[LinkedChallenge, ...]:
        return tuple(self._challenge(row) for row in self.profile.challenges)

    def _challenge(self, row: Challenge) -> LinkedChallenge:
        words = self.vocabulary
        user = words.end_users[row.end_user] if row.end_user else None
        edition = words.editions[row.edition] if row.edition else None
        return LinkedChallenge(row, words.programmes[row.programme], edition, user)

    @cached_property
    def end_users(self) -> tuple[v.EndUser, ...]:
        """The challenges' end users, then others that a source names; each once."""
        named = [row.end_user for row in self.profile.challenges if row.end_user]
        named += [row.id for row in self.profile.end_users]
        return tuple(self.vocabulary.end_users[name] for name in dict.fromkeys(named))

    @property
    def end_users_cited(self) -> tuple[tuple[v.EndUser, tuple[int, ...]], ...]:
        """The end users, each with the numbers of the sources that name it."""
        rows = [(row.end_user, row.src) for row in self.profile.challenges if row.end_user]
        rows += [(row.id, row.src) for row in self.profile.end_users]
        return tuple(
            (user, tuple(sorted({source for name, sources in rows if name == user.id for source in sources})))
            for user in self.end_users
        )

    @cached_property
    def steps(self) -> tuple[LinkedStep, ...]:
        """The rungs that a source ties to iDEX, from the lowest."""
        ties = {row.id: row for row in (*self.profile.innovations, *self.challenges)}
        steps = (
            LinkedStep(row, self.vocabulary.stages[row.step], ties[row.of])
            for row in self.profile.stage
        )
        return tuple(sorted(steps, key=lambda step: step.order))

    @property
    def stage(self) -> LinkedStep:
        """The furthest rung."""
        return self.steps[-1]

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """In the order of their dates."""
        return tuple(sorted(self.profile.milestones, key=lambda row: row.date))

    @property
    def photograph(self) -> Photograph | None:
        """The picture that takes the plate's place, where there is one."""
        return self.profile.photographs[0] if self.profile.photographs else None

    @property
    def other_entries(self) -> tuple[str, ...]:
        """Its other names that begin with another word: an index has them in a place of their own."""
        return tuple(alias for alias in self.aliases if collation.stand_apart(alias, self.name))

    @property
    def is_due_for_review(self) -> bool:
        return self.profile.review_by < self.catalogue.today

    @cached_property
    def related(self) -> tuple[Startup, ...]:
        """A few startups that have most in common with this one."""
        return self.catalogue.related(self)

    @property
    def in_hindi(self) -> HindiView:
        """Its texts for a Hindi page, English where Hindi is missing."""
        return HindiView(self, self.hindi, self.story_hi)
