"""What holds for every content file: clean characters, straight quotes, no litter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from showcase import characters, yamltree
from showcase.causes import cause
from showcase.frontmatter import Document
from showcase.problems import Problem

_BLOCK = re.compile(r"[:-] [|>][+-]?[ \t]*$", re.MULTILINE)
WORDS = frozenset(
    "name name_hi value aliases headline headline_hi summary summary_hi problem what label amount note "
    "alt alt_hi credit licence caption office office_hi place place_hi by".split()
)
"""Keys whose values are words of ours, as they are printed: no id, no date, no address, no title of a source."""
LITTER = (".DS_Store", "Thumbs.db", "~", ".swp", ".orig")


def is_litter(path: Path) -> bool:
    """Whether an editor or a system left the file; it is passed over in silence."""
    return path.name.endswith(LITTER) or path.name.startswith((".#", "._"))


def characters_are_clean(document: Document) -> Iterator[Problem]:
    """The file holds only characters that can be seen, told apart and printed, in form C."""
    if characters.unfit(document.text.replace("\n", " ")) or not _is_composed(document.text):
        for number, line in enumerate(document.lines, 1):
            in_story = 1 < document.body_line <= number
            text = characters.EMOJI.sub(lambda found: " " * len(found[0]), line) if in_story else line
            yield from _unfit(document, text, (number, 1))
    if "\\" in document.text or _BLOCK.search(document.text):
        yield from _escapes_are_clean(document)


def _escapes_are_clean(document: Document) -> Iterator[Problem]:
    """What an escape such as \\u202e or a block of lines brings into a value is clean too."""
    known = set(document.text) - {"\n"}
    for text, (line, column) in yamltree.texts(document.meta):
        odd = "".join(" " if sign in known else sign for sign in text)
        for problem in _unfit(document, odd, (line + document.offset, column)):
            yield replace(problem, line=line + document.offset, column=column)


def emoji_is_left_out(document: Document) -> Iterator[Problem]:
    """Emoji in a story is told of, and left out: neither book nor site has a form for it."""
    for number, line in enumerate(document.lines[document.body_line - 1 :], document.body_line):
        for found in characters.emoji(line) if document.body_line > 1 and not line.isascii() else ():
            yield document.problem(cause("P016", "emoji", emoji=found[0]), (number, found.start() + 1),
                                   width=len(found[0]))  # fmt: skip


def figures_are_international(document: Document) -> Iterator[Problem]:
    """Figures are 0 to 9, in Hindi too; a title stays as its source gives it, and a day has a rule of its own."""
    if not characters.OTHER_FIGURES.search(document.text):
        return
    for key, text, (line, column) in yamltree.values(document.meta):
        if key in WORDS and characters.OTHER_FIGURES.search(text):
            yield _in_figures(document, (line + document.offset, column), text)
    for number, line in enumerate(document.lines[document.body_line - 1 :], document.body_line):
        if document.body_line > 1 and characters.OTHER_FIGURES.search(line):
            yield _in_figures(document, (number, 1), line)


def _in_figures(document: Document, place: tuple[int, int], text: str) -> Problem:
    """The problem of a text at the first of its figures, with the whole line as it should be."""
    line, column = place
    told = document.problem(cause("P017", "figures"), place, wrong=text, by=text.translate(characters.FIGURES))
    first = characters.OTHER_FIGURES.search(document.lines[line - 1], column - 1)
    return replace(document.problem(told.cause, (line, first.start() + 1 if first else column)), instead=told.instead)


def _is_composed(text: str) -> bool:
    return characters.first_difference_from_nfc(text) is None


def _unfit(document: Document, text: str, place: tuple[int, int]) -> Iterator[Problem]:
    line, column = place
    if (offset := characters.first_difference_from_nfc(text)) is not None:
        yield document.problem(cause("P010", "form"), (line, column + offset))
        return
    for offset, found in characters.unfit(text):
        yield document.problem(found, (line, column + offset))


def quotes_are_straight_or_within(document: Document) -> Iterator[Problem]:
    """Curly quotes round a whole value are no quotes to YAML: they would be printed."""
    if "“" not in document.text and "‘" not in document.text:
        return
    for text, (line, column) in yamltree.texts(document.meta):
        if text.startswith(("“", "‘")) and text.endswith(("”", "’")):
            place = line + document.offset, column
            is_quoted = document.lines[place[0] - 1][column - 1 : column] in ("'", '"')
            within = text[1:-1] if is_quoted else json.dumps(text[1:-1], ensure_ascii=False)
            yield document.problem(cause("P015", "curly", value=text), place, width=len(text), by=within)


RULES = (characters_are_clean, emoji_is_left_out, quotes_are_straight_or_within, figures_are_international)
