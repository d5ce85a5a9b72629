"""Messages: words that were sent for the book, and pictures that may be shown with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from showcase import clock, prose
from showcase.causes import Cause, Term, cause
from showcase.frontmatter import Document
from showcase.model.dates import PartialDate
from showcase.model.message import HindiMessage, MessageFacts
from showcase.problems import Problem
from showcase.rules.files import holds_hindi, is_hindi
from showcase.rules.photographs import is_a_picture, missing_picture
from showcase.rules.story import plain_prose

SIGNATURE_SMALLEST, SIGNATURE_WIDEST = 400, 8
"""A signature is written wide: pixels of its longer side, and how often that may hold the shorter."""


@dataclass(frozen=True)
class Given:
    """One message with its document, its Hindi where there is one, and the folder where its pictures lie."""

    document: Document
    facts: MessageFacts
    pictures: Path
    hindi: tuple[Document, HindiMessage] | None = None

    def problem(self, found: Cause, path: tuple[Any, ...], **more: Any) -> Problem:
        """A problem at a value of the front matter."""
        return self.document.problem(found, self.document.at(path), **more)

    @property
    def files(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """The pictures that it names, each with its path in the front matter."""
        if self.facts.portrait:
            yield ("portrait", "file"), self.facts.portrait.file
        if self.facts.signature:
            yield ("signature",), self.facts.signature

    @property
    def documents(self) -> Iterator[Document]:
        """The English file, and the Hindi one."""
        yield self.document
        if self.hindi:
            yield self.hindi[0]


def message_is_told(given: Given) -> Iterator[Problem]:
    """There is a message below the facts, in either file."""
    for document in given.documents:
        if not document.body.strip():
            line = document.text.count("\n") + 1
            yield document.problem(cause("P823", "text"), (line, 1))


def message_is_plain_prose(given: Given) -> Iterator[Problem]:
    """A message is paragraphs and emphasis."""
    for document in given.documents:
        yield from plain_prose(document, Term("the-message"), "message")


def message_cites_nothing(given: Given) -> Iterator[Problem]:
    """A message speaks for itself: there is no list of sources for its numbers to lead to."""
    for document in given.documents:
        for number, offset in prose.citations(document.body):
            found = cause("P824", "citation", number=number)
            yield document.problem(found, document.in_body(offset), width=len(number) + 3)


def each_language_has_its_place(given: Given) -> Iterator[Problem]:
    """Keys in `_hi` and the Hindi file hold Hindi; the English message is not written in Devanagari."""
    facts = given.facts
    hindi = {(key,): getattr(facts, key) for key in ("name_hi", "office_hi", "place_hi")}
    hindi[("portrait", "alt_hi")] = facts.portrait.alt_hi if facts.portrait else None
    for path, text in hindi.items():
        if text and not holds_hindi(text):
            yield given.problem(cause("P604", "no-hindi", key=path[-1]), path, width=len(text))
    if is_hindi(given.document.body):
        yield given.document.problem(cause("P604", "message"), (given.document.body_line, 1))
    if given.hindi and given.hindi[0].body.strip() and not is_hindi(given.hindi[0].body):
        document = given.hindi[0]
        yield document.problem(cause("P604", "no-hindi-message"), (document.body_line, 1))


def pictures_are_there(given: Given) -> Iterator[Problem]:
    """The portrait and the signature are picture files beside the message, spelt exactly."""
    names = sorted(file.name for file in given.pictures.iterdir() if file.suffix != ".md")
    for path, name in given.files:
        if name not in names:
            yield missing_picture(given, path, name, names, "book/messages/", "message")
        elif path[0] == "portrait":
            yield from is_a_picture(given, path, name)
        else:
            yield from is_a_picture(given, path, name, SIGNATURE_SMALLEST, SIGNATURE_WIDEST)


def whoever_is_shown_has_agreed(given: Given) -> Iterator[Problem]:
    """A portrait for which consent was refused is not shown."""
    if given.facts.portrait and given.facts.portrait.consent is False:
        yield given.problem(cause("P506", "message"), ("portrait", "consent"), width=5)


def nothing_was_sent_in_the_future(given: Given) -> Iterator[Problem]:
    """A message is dated and sent no later than today."""
    days = [(given.document, ("sent", "day"), PartialDate.parse(given.facts.sent.day))]
    days += [(given.document, ("date",), given.facts.date)] if given.facts.date else []
    days += [(given.hindi[0], ("sent", "day"), PartialDate.parse(given.hindi[1].sent.day))] if given.hindi else []
    for document, path, day in days:
        if day > PartialDate.parse(clock.today()):
            yield document.problem(cause("P610", "date", day=day), document.at(path), width=len(str(day)))


RULES: tuple[Callable[[Given], Iterator[Problem]], ...] = (
    message_is_told,
    message_is_plain_prose,
    message_cites_nothing,
    each_language_has_its_place,
    pictures_are_there,
    whoever_is_shown_has_agreed,
    nothing_was_sent_in_the_future,
)

STEM = re.compile(r"(\d{1,3})-[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
"""The name of a message's file: its place among the messages, and a slug."""
