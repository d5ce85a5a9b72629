"""Names for findings: what a reader calls the page, the part of the book, the profile and its line."""

from __future__ import annotations

from dataclasses import replace

from showcase.planfile import PlanFile, PlannedProfile
from showcase.preflight.findings import Finding


def named(finding: Finding, plan: PlanFile | None, known: int) -> Finding:
    """The finding with all that the plan knows of its page, which it does up to the page `known`."""
    if plan is None or not 0 < finding.page <= known:
        return finding
    page = plan.pages[finding.page - 1]
    told = replace(finding, label=page.label, part=page.title)
    profile = next((one for one in plan.profiles if one.first <= finding.page <= one.last), None)
    if finding.file or profile is None:
        return told
    file, line = _line(profile, finding)
    return replace(told, file=file, line=line)


def _line(profile: PlannedProfile, finding: Finding) -> tuple[str, int]:
    """The line that states what the finding is about, or the first line that the page tells."""
    own = [block for block in profile.blocks if block.page == finding.page] or list(profile.blocks)
    about = [block for block in profile.blocks if finding.about and block.name.startswith(finding.about)]
    for block in (*about, *own):
        return block.file, block.line
    return f"startups/{profile.slug}.md", 1
