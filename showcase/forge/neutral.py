"""Words of strangers in Markdown of a forge: shown as they were written, and nothing else.

They bring no HTML, no link, no picture, no mention and no reference to an issue. A forge looks for
mentions after it has made HTML, so that an escape does not stop them: a space of no width does.
"""

from __future__ import annotations

import re

from showcase.reports.text import visible

MOST = 400
"""Letters of one text; more is cut."""
NO_WIDTH = "\u200b"
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKS = re.compile(r"([\\`*_\[\]|~$])")
_CALLS = re.compile(r"@(?=\w)|#(?=\w)|\bGH(?=-\d)|:(?=//)|\bwww(?=\.)", re.IGNORECASE)


def block(text: str) -> str:
    """The text as it stands, line by line, in letters of one width."""
    lines = [visible(line)[:MOST] for line in text.splitlines()]
    return "<pre>\n" + "\n".join(lines).translate(_HTML) + "\n</pre>"


def plain(text: str, most: int = MOST) -> str:
    """One line of Markdown that shows the text; at most `most` of its letters."""
    return _MARKS.sub(r"\\\1", title(text, most).translate(_HTML))


def title(text: str, most: int = MOST) -> str:
    """One line that calls nobody, for a place that knows no Markdown; at most `most` letters of the text."""
    line = " ".join(text.split())
    line = f"{line[: most - 1]}…" if len(line) > most else line
    return _CALLS.sub(lambda match: f"{match[0]}{NO_WIDTH}", visible(line))
