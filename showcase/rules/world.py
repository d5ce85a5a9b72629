"""What the world outside the file makes of a profile: warnings, for nothing in the file is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from showcase.causes import cause
from showcase.frontmatter import Document
from showcase.problems import Problem
from showcase.rules.context import Context

THIN = 20
"""Words of a story under which a page looks empty."""
TRACKERS = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src")
SHORTENERS = {"bit.ly", "t.co", "goo.gl", "tinyurl.com", "ow.ly", "lnkd.in", "is.gd", "buff.ly"}
TODO = re.compile(r"\bTODO\b[^\n\"'}\]]*")


def links_last(context: Context) -> Iterator[Problem]:
    """A link names the page itself: no shortener that may end, nothing that follows the reader."""
    profile = context.profile
    links = [(("website", "url"), profile.website.url)] if profile.website else []
    links += [(("sources", index, "url"), source.url) for index, source in enumerate(profile.sources)]
    for path, url in links:
        parts = urlsplit(url)
        if (parts.hostname or "").removeprefix("www.") in SHORTENERS:
            yield context.problem(cause("P614", "short", value=url), path, width=len(url))
        elif followed := next((key for key, _ in parse_qsl(parts.query) if TRACKERS.fullmatch(key)), None):
            yield context.problem(cause("P614", "tracked", value=url, key=followed), path, width=len(url))


def profile_is_not_thin(context: Context) -> Iterator[Problem]:
    """A published story has a few sentences at least."""
    words = len(re.findall(r"\w+", context.document.body))
    if context.profile.status == "published" and 0 < words < THIN:
        place = (context.document.body_line, 1)
        yield context.document.problem(cause("P612", "story", words=words, least=THIN), place)


def nothing_is_left_to_do(context: Context) -> Iterator[Problem]:
    """The marks of a new profile are gone before it is published, those in comments too."""
    kind = "published" if context.profile.status == "published" else "draft"
    for document in (context.document, *([context.hindi.document] if context.hindi else [])):
        if "TODO" in document.text:
            yield from _left(document, kind)


def _left(document: Document, kind: str) -> Iterator[Problem]:
    for number, line in enumerate(document.lines, 1):
        if found := TODO.search(line):
            todo = cause("P620", kind, todo=found[0].removeprefix("TODO").strip(" :") or "…")
            yield document.problem(todo, (number, found.start() + 1), width=len(found[0].rstrip()))


RULES = (links_last, profile_is_not_thin, nothing_is_left_to_do)
