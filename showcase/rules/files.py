"""The file itself: its name, its characters and its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase import clock
from showcase.causes import Term, cause
from showcase.model.dates import PartialDate
from showcase.problems import Problem
from showcase.rules.context import Context

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def id_is_the_file_name(context: Context) -> Iterator[Problem]:
    """The id and the file name are one slug, so that addresses never change."""
    if context.profile.id != context.slug:
        found = cause("P601", "profile", value=context.profile.id, id=context.profile.id, slug=context.slug)
        yield context.problem(found, ("id",), width=len(context.profile.id), by=context.slug)


def review_follows_verification(context: Context) -> Iterator[Problem]:
    """A profile is reviewed after it was verified, not before."""
    profile = context.profile
    if profile.review_by <= profile.verified_on:
        yield context.problem(cause("P602", "order", day=profile.review_by), ("review_by",), width=10)


def clearance_names_who_cleared(context: Context) -> Iterator[Problem]:
    """A clearance by a firm or a ministry says by whom and when."""
    clearance = context.profile.clearance
    if clearance.basis != "public-sources" and not (clearance.by and clearance.date):
        yield context.problem(cause("P603", "by", basis=Term(clearance.basis)), ("clearance",))


def hindi_is_hindi(context: Context) -> Iterator[Problem]:
    """Hindi keys hold Hindi: each has at least one letter of Devanagari."""
    for key in ("name_hi", "headline_hi", "summary_hi"):
        text = getattr(context.profile, key)
        if not holds_hindi(text):
            yield context.problem(cause("P604", "no-hindi", key=key), (key,), width=len(text))


def english_is_english(context: Context) -> Iterator[Problem]:
    """The English fields and the story are not written in Devanagari."""
    for key in ("name", "headline", "summary"):
        text = getattr(context.profile, key)
        if is_hindi(text):
            yield context.problem(cause("P604", "hindi", key=key), (key,), width=len(text))
    if is_hindi(context.document.body):
        found = cause("P604", "story", slug=context.slug)
        yield context.document.problem(found, (context.document.body_line, 1))


def holds_hindi(text: str) -> bool:
    """Whether there is a letter of Devanagari in the text."""
    return re.search("[\u0900-\u097f]", text) is not None


def is_hindi(text: str) -> bool:
    """Whether most letters of the text are Devanagari."""
    return len(re.findall("[\u0900-\u097f]", text)) > len(re.findall("[A-Za-z]", text))


def nothing_happened_in_the_future(context: Context) -> Iterator[Problem]:
    """A founding, a milestone, a step, a source and a verification are not later than today."""
    profile, today = context.profile, clock.today()
    dated = [(("verified_on",), PartialDate.parse(profile.verified_on))]
    dated += [(("founded", "year"), PartialDate(profile.founded.year))] if profile.founded else []
    for kind in ("milestones", "stage", "sources"):
        rows = enumerate(getattr(profile, kind))
        dated += [((kind, index, "date"), row.date) for index, row in rows if row.date]
    for path, day in dated:
        if day > PartialDate.parse(today):
            yield context.problem(cause("P610", "date", day=day), path, width=len(str(day)))


def review_is_not_due(context: Context) -> Iterator[Problem]:
    """A profile whose `review_by` is past should be looked at again."""
    profile = context.profile
    if profile.verified_on < profile.review_by < clock.today():
        yield context.problem(cause("P611", "due", day=profile.review_by), ("review_by",), width=10)


RULES = (
    id_is_the_file_name,
    review_follows_verification,
    clearance_names_who_cleared,
    hindi_is_hindi,
    english_is_english,
    nothing_happened_in_the_future,
    review_is_not_due,
)
