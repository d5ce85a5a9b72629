"""The story: paragraphs that cite their sources, and nothing that is not prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase import prose, sentences
from showcase.causes import Term, cause
from showcase.frontmatter import Document
from showcase.problems import Problem
from showcase.rules.context import Context

_HTML = re.compile(r"<[A-Za-z/!?][^<>\n]*>?|&#?\w+;")
_DEFINITION = re.compile(r"^[ \t]*\[\^[^\[\]\n]*\]:", re.MULTILINE)
_FORBIDDEN = (
    (re.compile(r"^ {0,3}#{1,6}\s|^ {0,3}=+[ \t]*$", re.MULTILINE), "a-heading"),
    (re.compile(r"!\[[^\[\]\n]*\]"), "a-picture"),
    (re.compile(r"(?<!!)\[(?!\^)[^\[\]\n]*\]\([^()\n]*\)?|https?://[^\s)]*|\bwww\.[^\s)]*"), "a-link"),
    (re.compile(r"^ {0,3}([-*+]|\d+[.)])\s", re.MULTILINE), "a-list"),
    (re.compile(r"^ {0,3}>", re.MULTILINE), "a-quotation"),
    (re.compile(r"^[ \t]*\|", re.MULTILINE), "a-table"),
    (re.compile(r"^(\t| {4})\S|`", re.MULTILINE), "code"),
    (re.compile(r"^ {0,3}(-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE), "a-rule"),
)
_HALF_CITATION = re.compile(
    r"\[\d+\](?!\()|[\u00b9\u00b2\u00b3\u2070-\u2079]|\[\^\d*+(?=[^\[\]\n]*(?:\[|$))", re.MULTILINE
)


def story_is_told(context: Context) -> Iterator[Problem]:
    """There is a story below the facts."""
    if not context.document.body.strip():
        line = context.document.text.count("\n") + 1
        yield context.document.problem(cause("P405", "story"), (line, 1))


def story_is_plain_prose(context: Context) -> Iterator[Problem]:
    """No raw HTML, headings, links, lists, pictures or code in either language's story."""
    for document in _documents(context):
        yield from plain_prose(document, Term("the-story"), "story")


def plain_prose(document: Document, what: Term, kind: str) -> Iterator[Problem]:
    """The Markdown of `what` holds paragraphs and emphasis, and nothing else."""
    for found in _HTML.finditer(document.body):
        html = cause("P404", "html", what=what, found=found[0])
        yield document.problem(html, document.in_body(found.start()), width=len(found[0]))
    for pattern, element in _FORBIDDEN:
        for found in pattern.finditer(document.body):
            holds = cause("P406", kind, what=what, element=Term(element))
            yield document.problem(holds, document.in_body(found.start()), width=len(found[0].strip()) or 1)


def citations_are_sourced(context: Context) -> Iterator[Problem]:
    """Each citation names a source of this profile."""
    known = tuple(str(number) for number in sorted(context.source_ids))
    for document in _documents(context):
        for number, offset in prose.citations(document.body):
            if number not in known:
                found = cause("P302", "citation", number=number)
                yield document.problem(found, document.in_body(offset), width=len(number) + 3, allowed=known)


def each_paragraph_cites_a_source(context: Context) -> Iterator[Problem]:
    """No paragraph goes without a source, and in none a sentence with a figure or after the last source."""
    for document in _documents(context):
        offset = 0
        for part in re.split(r"(\n[ \t]*\n)", document.body):
            if part.strip() and not (_HALF_CITATION.search(part) or _DEFINITION.search(part)):
                yield from _uncited(document, offset, part)
            offset += len(part)


def _uncited(document: Document, offset: int, paragraph: str) -> Iterator[Problem]:
    """A paragraph that cites nothing, or its sentences that should and do not; a bridge between two may go without."""
    cited = [one.end() for one in prose.CITATION.finditer(paragraph)]
    if not cited:
        place = document.in_body(offset + len(paragraph) - len(paragraph.lstrip()))
        yield document.problem(cause("P303", "paragraph"), place)
        return
    for start, end in sentences.spans(paragraph):
        text = paragraph[start:end]
        if not prose.CITATION.search(text) and (start >= cited[-1] or re.search(r"\d", text)):
            width = len(text.partition("\n")[0])
            yield document.problem(cause("P303", "sentence"), document.in_body(offset + start), width=width)


def citations_are_whole(context: Context) -> Iterator[Problem]:
    """A source's number stands in square brackets with a caret, and in no other way."""
    for document in _documents(context):
        for found in _HALF_CITATION.finditer(document.body):
            half = cause("P305", "half", found=found[0])
            yield document.problem(half, document.in_body(found.start()), width=len(found[0]))


def citations_are_not_defined_here(context: Context) -> Iterator[Problem]:
    """Sources are listed in the front matter, not as Markdown footnotes."""
    for document in _documents(context):
        for found in _DEFINITION.finditer(document.body):
            yield document.problem(cause("P304", "footnote"), document.in_body(found.start()), width=len(found[0]))


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
