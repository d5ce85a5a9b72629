"""What the optional Hindi file of a profile may hold, keyed to the ids of the English entries."""

from __future__ import annotations

from showcase.model.fields import BigFigure, Label, Part, Slug, Text


class HindiSpec(Part):
    label: Text
    value: Text


class HindiInnovation(Part):
    """Keyed by the innovation's id; `specs` by the English label."""

    name: Text | None = None
    what: Text | None = None
    specs: dict[str, HindiSpec] = {}


class HindiChallenge(Part):
    problem: Text


class HindiStep(Part):
    """Keyed by the step's name, or by its id where it has one."""

    note: Label


class HindiFigure(Part):
    value: BigFigure
    label: Label


class HindiMilestone(Part):
    what: Text
    amount: Text | None = None


class HindiBackground(Part):
    what: Text


class HindiPhotograph(Part):
    caption: Text
    alt: Text


class HindiText(Part):
    """The front matter of `startups/<slug>.hi.md`; its body is the Hindi story."""

    innovations: dict[Slug, HindiInnovation] = {}
    challenges: dict[Slug, HindiChallenge] = {}
    stage: dict[Slug, HindiStep] = {}
    figures: dict[Slug, HindiFigure] = {}
    milestones: dict[Slug, HindiMilestone] = {}
    background: dict[Slug, HindiBackground] = {}
    photographs: dict[Slug, HindiPhotograph] = {}
