"""What became of stated problems: who answers each, for whom, and how far that very answer has got."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from showcase.facets import Shelf
from showcase.linked import LinkedChallenge, LinkedStep
from showcase.model.dates import Language
from showcase.model.profile import Source
from showcase.startup import Startup

_BELONGS: dict[str, Callable[[LinkedChallenge, Any], bool]] = {
    "edition": lambda row, item: row.edition is item,
    "programme": lambda row, item: row.programme is item,
    "end-user": lambda row, item: row.end_user is item,
}
"""By kind of shelf: whether a challenge of one of its startups is its own. On other shelves, all are."""


@dataclass(frozen=True)
class Answer:
    """A challenge and the startup that a source ties to it."""

    startup: Startup
    challenge: LinkedChallenge

    @cached_property
    def step(self) -> LinkedStep | None:
        """The furthest step of this challenge, not of the firm's others; None where no source ties one to it."""
        own = [step for step in self.startup.steps if step.of is self.challenge]
        return own[-1] if own else None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Who says so: the sources of the step, or of the challenge where there is no step."""
        known = {one.id: one for one in self.startup.sources}
        return tuple(known[number] for number in (self.step or self.challenge).src)

    def problem(self, language: Language) -> Any:
        """The statement; English, and saying so, where it lacks Hindi; None where no source states it."""
        if self.challenge.problem is None or language == "en":
            return self.challenge.problem
        return self.startup.in_hindi.text("challenges", self.challenge.id, "problem")


def answers(shelf: Shelf) -> tuple[Answer, ...]:
    """The challenges of a shelf's startups that belong to it, in the order of the startups."""
    belongs = _BELONGS.get(shelf.kind, lambda _row, _item: True)
    return tuple(
        Answer(one, row) for one in shelf.startups for row in one.challenges if belongs(row, shelf.item)
    )
