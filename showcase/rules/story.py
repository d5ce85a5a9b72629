"""The story: paragraphs that cite their sources, and nothing that is not prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase import prose
from showcase.frontmatter import Document
from showcase.problems import Problem
from showcase.rules.context import Context

_HTML = re.compile(r"<[A-Za-z/!?][^<>\n]*>?|&#?\w+;")
_DEFINITION = re.compile(r"^[ \t]*\[\^[^\[\]\n]*\]:", re.MULTILINE)
_FORBIDDEN = (
    (re.compile(r"^ {0,3}#{1,6}\s|^ {0,3}=+[ \t]*$", re.MULTILINE), "a heading"),
    (re.compile(r"!\[[^\[\]\n]*\]"), "a picture"),
    (re.compile(r"(?<!!)\[(?!\^)[^\[\]\n]*\]\(|https?://|\bwww\."), "a link"),
    (re.compile(r"^ {0,3}([-*+]|\d+[.)])\s", re.MULTILINE), "a list"),
    (re.compile(r"^ {0,3}>", re.MULTILINE), "a block quotation"),
    (re.compile(r"^[ \t]*\|", re.MULTILINE), "a table"),
    (re.compile(r"^(\t| {4})\S|`", re.MULTILINE), "code"),
    (re.compile(r"^ {0,3}(-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE), "a rule"),
)
_HALF_CITATION = re.compile(
    r"\[\d+\]|[\u00b9\u00b2\u00b3\u2070-\u2079]|\[\^[^\[\]\n]*$", re.MULTILINE
)


def story_is_told(context: Context) -> Iterator[Problem]:
    """There is a story below the facts."""
    if not context.document.body.strip():
        line = context.document.text.count("\n") + 1
        yield context.document.problem(
            "P405",
            "the profile has no story.",
            (line, 1),
            fix="write it below the second line of dashes, each fact with its [^1].",
        )


def story_is_plain_prose(context: Context) -> Iterator[Problem]:
    """No raw HTML, headings, links, lists, pictures or code in either language's story."""
    for document in _documents(context):
        yield from plain_prose(document, "the story", "say it in a sentence; web addresses belong in `sources`.")


def plain_prose(document: Document, what: str, fix: str) -> Iterator[Problem]:
    """The Markdown of `what` holds paragraphs and emphasis, and nothing else."""
    for found in _HTML.finditer(document.body):
        yield document.problem(
            "P404",
            f"{what} holds raw HTML, {found[0]}",
            document.in_body(found.start()),
            width=len(found[0]),
            fix="write plain Markdown; *emphasis* is allowed.",
        )
    for pattern, element in _FORBIDDEN:
        for found in pattern.finditer(document.body):
            yield document.problem(
                "P406",
                f"{what} holds {element}; it may hold paragraphs and emphasis only.",
                document.in_body(found.start()),
                width=len(found[0].strip()) or 1,
                fix=fix,
            )


def citations_are_sourced(context: Context) -> Iterator[Problem]:
    """Each citation names a source of this profile."""
    known = tuple(str(number) for number in sorted(context.source_ids))
    for document in _documents(context):
        for number, offset in prose.citations(document.body):
            if number not in known:
                yield document.problem("P302", f"the citation [^{number}] has no source.", document.in_body(offset),
                                       width=len(number) + 3, allowed=known,
                                       fix="add the source to `sources` or correct the number.")  # fmt: skip


def each_paragraph_cites_a_source(context: Context) -> Iterator[Problem]:
    """No paragraph goes without a source."""
    for document in _documents(context):
        offset = 0
        for part in re.split(r"(\n[ \t]*\n)", document.body):
            if part.strip() and not prose.CITATION.search(part):
                place = document.in_body(offset + len(part) - len(part.lstrip()))
                fix = "end each sentence of fact with its source, such as [^1]."
                yield document.problem("P303", "this paragraph cites no source.", place, fix=fix)
            offset += len(part)


def citations_are_whole(context: Context) -> Iterator[Problem]:
    """A source's number stands in square brackets with a caret, and in no other way."""
    for document in _documents(context):
        for found in _HALF_CITATION.finditer(document.body):
            yield document.problem("P305", f"“{found[0]}” is not a citation.", document.in_body(found.start()),
                                   width=len(found[0]), fix="write it as [^1], with the source's number.")  # fmt: skip


def citations_are_not_defined_here(context: Context) -> Iterator[Problem]:
    """Sources are listed in the front matter, not as Markdown footnotes."""
    for document in _documents(context):
        for found in _DEFINITION.finditer(document.body):
            yield document.problem(
                "P304",
                "a source is defined in the story.",
                document.in_body(found.start()),
                width=len(found[0]),
                fix="move it to `sources` in the front matter.",
            )


def _documents(context: Context) -> Iterator[Document]:
    yield context.document
    if context.hindi:
        yield context.hindi.document


RULES = (
    story_is_told,
    story_is_plain_prose,
    citations_are_sourced,
    each_paragraph_cites_a_source,
    citations_are_whole,
    citations_are_not_defined_here,
)
