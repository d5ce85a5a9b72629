"""Messages: words that were sent for the book, and pictures that may be shown with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from showcase import clock, prose
from showcase.frontmatter import Document
from showcase.model.dates import PartialDate
from showcase.model.message import HindiMessage, MessageFacts
from showcase.problems import Problem, nearest
from showcase.rules.files import holds_hindi, is_hindi
from showcase.rules.photographs import is_a_picture
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

    def problem(self, code: str, message: str, path: tuple[Any, ...], **more: Any) -> Problem:
        """A problem at a value of the front matter."""
        return self.document.problem(code, message, self.document.at(path), **more)

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
            yield document.problem("P823", "the message has no text.", (line, 1),
                                   fix="put the words as they were sent below the second line of dashes.")  # fmt: skip


def message_is_plain_prose(given: Given) -> Iterator[Problem]:
    """A message is paragraphs and emphasis."""
    for document in given.documents:
        yield from plain_prose(document, "the message", "say it in a sentence.")


def message_cites_nothing(given: Given) -> Iterator[Problem]:
    """A message speaks for itself: there is no list of sources for its numbers to lead to."""
    for document in given.documents:
        for number, offset in prose.citations(document.body):
            message = f"the message cites [^{number}], and a message has no sources."
            yield document.problem("P824", message, document.in_body(offset), width=len(number) + 3,
                                   fix="take the citation out.")  # fmt: skip


def each_language_has_its_place(given: Given) -> Iterator[Problem]:
    """Keys in `_hi` and the Hindi file hold Hindi; the English message is not written in Devanagari."""
    facts = given.facts
    hindi = {(key,): getattr(facts, key) for key in ("name_hi", "office_hi", "place_hi")}
    hindi[("portrait", "alt_hi")] = facts.portrait.alt_hi if facts.portrait else None
    for path, text in hindi.items():
        if text and not holds_hindi(text):
            yield given.problem("P604", f"`{path[-1]}` holds no Hindi.", path, width=len(text),
                                fix="write it in Hindi, in Devanagari.")  # fmt: skip
    if is_hindi(given.document.body):
        yield given.document.problem("P604", "the message is written in Hindi.", (given.document.body_line, 1),
                                     fix="put the English here; Hindi belongs in the .hi.md file.")  # fmt: skip
    if given.hindi and given.hindi[0].body.strip() and not is_hindi(given.hindi[0].body):
        document = given.hindi[0]
        yield document.problem("P604", "the message holds no Hindi.", (document.body_line, 1),
                               fix="put the Hindi here; English belongs in the .md file.")  # fmt: skip


def pictures_are_there(given: Given) -> Iterator[Problem]:
    """The portrait and the signature are picture files beside the message, spelt exactly."""
    names = sorted(file.name for file in given.pictures.iterdir() if file.suffix != ".md")
    for path, name in given.files:
        if name not in names:
            fix = "put the picture beside the message, or correct its name (capitals count)."
            yield given.problem("P501", f"“{name}” is not a file in book/messages/.", path, width=len(name),
                                allowed=tuple(names), suggestion=nearest(name, names), fix=fix)  # fmt: skip
        elif path[0] == "portrait":
            yield from is_a_picture(given, path, name)
        else:
            yield from is_a_picture(given, path, name, SIGNATURE_SMALLEST, SIGNATURE_WIDEST)


def whoever_is_shown_has_agreed(given: Given) -> Iterator[Problem]:
    """A portrait for which consent was refused is not shown."""
    if given.facts.portrait and given.facts.portrait.consent is False:
        fix = "remove the portrait, or set consent: true once they have agreed."
        message = "the people shown have not agreed to this photograph."
        yield given.problem("P506", message, ("portrait", "consent"), width=5, fix=fix)


def nothing_was_sent_in_the_future(given: Given) -> Iterator[Problem]:
    """A message is dated and sent no later than today."""
    days = [(given.document, ("sent", "day"), PartialDate.parse(given.facts.sent.day))]
    days += [(given.document, ("date",), given.facts.date)] if given.facts.date else []
    days += [(given.hindi[0], ("sent", "day"), PartialDate.parse(given.hindi[1].sent.day))] if given.hindi else []
    for document, path, day in days:
        if day > PartialDate.parse(clock.today()):
            message = f"the date {day} lies in the future."
            yield document.problem("P610", message, document.at(path), width=len(str(day)),
                                   fix="correct the date.", severity="warning")  # fmt: skip


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
