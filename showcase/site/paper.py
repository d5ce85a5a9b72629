"""How a profile is set on paper: the brief ones closer, so that they keep to one side of their sheet."""

from __future__ import annotations

from showcase.blocks import told_by
from showcase.model.dates import Language
from showcase.startup import Startup

ONE_SIDE = 2600
"""As many letters as one side holds with its picture, its ladder and the space around them."""
DRAWN = 2
"""So many milestones draw a timeline, which leaves no room for the rest."""


def is_brief(startup: Startup, language: Language) -> bool:
    """Whether all that the page tells fits on one side."""
    letters = sum(len(block.text) for block in told_by("site", startup, language))
    return letters <= ONE_SIDE and len(startup.milestones) < DRAWN
