"""Fields of fact are plain words: markup in them would be printed as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from showcase import marks, yamltree
from showcase.causes import Term, cause
from showcase.frontmatter import Document
from showcase.problems import Problem
from showcase.rules import documents


def fields_are_plain(document: Document) -> Iterator[Problem]:
    """No text of the front matter holds Markdown, HTML or a citation; of several marks in one, the first is told."""
    for key, text, (line, column) in yamltree.values(document.meta):
        if key in documents.WORDS and (met := marks.first(text)):
            name, mark = met
            found = cause("P407", "field", key=key, element=Term(name), found=mark)
            line += document.offset
            told = document.problem(found, (line, column), wrong=text, by=marks.without(text))
            within = document.lines[line - 1].find(mark, column - 1) + 1
            yield replace(document.problem(found, (line, within or column), width=len(mark)), instead=told.instead)


RULES = (fields_are_plain,)
