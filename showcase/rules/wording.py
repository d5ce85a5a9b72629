"""Prose says only what the rows of fact say: no number, date or name that stands in none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from showcase import prose
from showcase.causes import Term, cause
from showcase.problems import Problem
from showcase.rules import evidence
from showcase.rules.context import Context
from showcase.rules.evidence import DATE, NUMBER, NUMBER_WORDS, Evidence

_ENDS, _BETWEEN = ".!?:\n", " “”‘’\"'()*"
_CITED = re.compile(rf"{prose.CITATION.pattern}|\[\^?\d+\]?")
"""A citation, or half of one: neither is a word of the text."""
_NAME = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True)
class Passage:
    """A text of the profile that is held against the rows; `place` is where it begins."""

    what: Term
    text: str
    place: tuple[int, int]
    context: Context

    def problem(self, code: str, kind: str, start: int, found: str) -> Problem:
        """A problem at an offset of the passage."""
        line, column = self.place
        before = self.text[:start]
        if "\n" in before:
            line, column = line + before.count("\n"), start - before.rfind("\n")
        elif column + start <= len(self.context.document.lines[line - 1]):
            column += start  # else the value is folded over several lines: tell it where it begins
        said = cause(code, kind, what=self.what, found=found)
        return self.context.document.problem(said, (line, column), width=len(found))


def prose_says_only_what_the_rows_say(context: Context) -> Iterator[Problem]:
    """Every number, date and proper name of headline, summary and story stands in a row of fact."""
    known = evidence.gather(context.profile, context.vocabulary)
    for passage in _passages(context):
        if "TODO" in passage.text:  # nothing is said yet; the mark has a problem of its own
            continue
        yield from _dates(passage, known)
        yield from _numbers(passage, known)
        yield from _names(passage, known)


def _passages(context: Context) -> Iterator[Passage]:
    for key in ("headline", "summary"):
        line, column = context.document.at((key,))
        quoted = context.document.text.split("\n")[line - 1][column - 1 :][:1] in "\"'"
        yield Passage(Term(f"the-{key}"), getattr(context.profile, key), (line, column + quoted), context)
    body = _CITED.sub(lambda match: " " * len(match[0]), context.document.body)
    yield Passage(Term("the-story"), body, (context.document.body_line, 1), context)


def _dates(passage: Passage, known: Evidence) -> Iterator[Problem]:
    for match, date in evidence.dates_in(passage.text):
        if not known.has_date(date):
            yield passage.problem("P402", "date", match.start(), match[0])


def _numbers(passage: Passage, known: Evidence) -> Iterator[Problem]:
    text = DATE.sub(lambda match: " " * len(match[0]), passage.text)
    for match in NUMBER.finditer(text):
        if evidence.plain_number(match[0]) not in known.numbers:
            yield passage.problem("P401", "number", match.start(), match[0].rstrip(","))
    for match in evidence.WORD.finditer(text):
        word = match[0].lower()
        if (
            word in NUMBER_WORDS
            and NUMBER_WORDS[word] not in known.numbers
            and word not in known.words
        ):
            yield passage.problem("P401", "word", match.start(), match[0])


def _names(passage: Passage, known: Evidence) -> Iterator[Problem]:
    text = DATE.sub(lambda match: " " * len(match[0]), passage.text)
    for match in _NAME.finditer(text):
        word = match[0]
        if word.islower() or not _is_capitalised(word) or _is_known(word, known):
            continue
        # A sentence begins with a capital whatever its first word; only odd capitals tell a name there.
        if not (word[1:].islower() and _opens_sentence(passage.text, match.start())):
            yield passage.problem("P403", "name", match.start(), word)


def _is_capitalised(word: str) -> bool:
    return any(part[:1].isupper() for part in word.split("-")) and word not in ("I", "A")


def _is_known(word: str, known: Evidence) -> bool:
    """Whether the rows hold the word, or each capitalised part of a hyphenated one."""
    parts = [part for part in word.split("-") if part[:1].isupper()]
    return all(evidence.words_of(part) <= known.words for part in parts)


def _opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a paragraph or a clause after a colon begins at `start`."""
    before = text[max(0, start - 8) : start].rstrip(_BETWEEN)
    return before == "" or before[-1] in _ENDS


RULES = (prose_says_only_what_the_rows_say,)
