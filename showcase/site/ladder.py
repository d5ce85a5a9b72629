"""How far a startup has got, as the site draws it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from showcase.linked import LinkedStep
from showcase.startup import Startup


@dataclass(frozen=True)
class Rung:
    """One stage and the steps that a source ties to it: none where no source does."""

    stage: Any
    steps: tuple[LinkedStep, ...]


@dataclass(frozen=True)
class Stride:
    """The startups whose furthest step is this stage."""

    stage: Any
    startups: tuple[Startup, ...]


def ladder(startup: Startup) -> tuple[Rung, ...]:
    """Every stage in rank order, whether reached or not: no rung stands for another."""
    return tuple(
        Rung(stage, tuple(step for step in startup.steps if step.stage is stage))
        for stage in startup.vocabulary.stages.values()
    )


def strides(stages: Iterable[Any], startups: Iterable[Startup]) -> tuple[Stride, ...]:
    """The startups by their furthest step, in rank order; stages without any are left out."""
    reached: dict[str, list[Startup]] = {}
    for startup in startups:
        reached.setdefault(startup.stage.stage.id, []).append(startup)
    return tuple(Stride(stage, tuple(reached[stage.id])) for stage in stages if stage.id in reached)
