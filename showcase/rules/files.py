"""The file itself: its name, its characters and its dates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from showcase.frontmatter import HIDDEN, Document, is_nfc
from showcase.problems import Problem
from showcase.rules.context import Context

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def id_is_the_file_name(context: Context) -> Iterator[Problem]:
    """The id and the file name are one slug, so that addresses never change."""
    if context.profile.id != context.slug:
        yield context.problem(
            "P601",
            f"the id “{context.profile.id}” differs from the file name {context.slug}.md.",
            ("id",),
            width=len(context.profile.id),
            fix=f"write id: {context.slug} or rename the file to {context.profile.id}.md; the two are one.",
        )


def review_follows_verification(context: Context) -> Iterator[Problem]:
    """A profile is reviewed after it was verified, not before."""
    profile = context.profile
    if profile.review_by <= profile.verified_on:
        yield context.problem(
            "P602",
            f"`review_by` is {profile.review_by}, not after `verified_on`.",
            ("review_by",),
            width=10,
            fix="give a day some months after `verified_on`.",
        )


def clearance_names_who_cleared(context: Context) -> Iterator[Problem]:
    """A clearance by a firm or a ministry says by whom and when."""
    clearance = context.profile.clearance
    if clearance.basis != "public-sources" and not (clearance.by and clearance.date):
        yield context.problem(
            "P603",
            f"a clearance by the {clearance.basis} must say by whom and when.",
            ("clearance",),
            fix="add by: and date: to `clearance`.",
        )


def hindi_review_is_of_hindi(context: Context) -> Iterator[Problem]:
    """Hindi keys hold Hindi: each has at least one letter of Devanagari."""
    for key in ("name_hi", "headline_hi", "summary_hi"):
        text = getattr(context.profile, key)
        if not re.search("[\u0900-\u097f]", text):
            yield context.problem(
                "P604",
                f"`{key}` holds no Hindi.",
                (key,),
                width=len(text),
                fix="write it in Hindi, in Devanagari.",
            )


def characters_are_clean(document: Document) -> Iterator[Problem]:
    """The text is in Unicode form C and holds no character that hides or turns text round."""
    for number, line in enumerate(document.text.split("\n"), 1):
        if line.isascii():
            continue
        if not is_nfc(line):
            column = _first_difference(line, unicodedata.normalize("NFC", line))
            yield document.problem(
                "P010",
                "a character here is not in Unicode normal form C.",
                (number, column),
                fix="type the character again, or save the file with NFC normalisation.",
            )
        for found in HIDDEN.finditer(line):
            yield document.problem(
                "P011",
                f"the invisible character U+{ord(found[0]):04X} stands here.",
                (number, found.start() + 1),
                fix="delete it; readers cannot see what it does.",
            )


def _first_difference(text: str, other: str) -> int:
    pairs = enumerate(zip(text, other, strict=False), 1)
    return next((column for column, (one, two) in pairs if one != two), 1)


RULES = (
    id_is_the_file_name,
    review_follows_verification,
    clearance_names_who_cleared,
    hindi_review_is_of_hindi,
)
