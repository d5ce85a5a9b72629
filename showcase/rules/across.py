"""What holds between profiles: one firm, one website, one story and one photograph each.

Every rule keeps what it has seen in a table, so that a thousand profiles cost a thousand steps.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from showcase import prose
from showcase.causes import cause
from showcase.problems import Problem
from showcase.transliteration import latin, plain

if TYPE_CHECKING:
    from showcase.checker import Entry

LEGAL = re.compile(r"\b(pvt|private|ltd|limited|llp|opc|inc|incorporated|co|company|corp|corporation|the|and)\b")
ALIKE = 0.8
"""The share of one story's runs of words that another may not have."""
RUN, FEWEST = 5, 40
"""Words of a run, and of a story that is long enough to be told from others."""
COMMON = 8
"""A run that stands in so many stories is a turn of phrase, and says nothing of two of them."""

Place = tuple["Entry", tuple[Any, ...], str]


def problems(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Every pair of profiles that tell one thing, named at the later one."""
    told = list(entries)
    yield from _named_alike(told)
    yield from _one_website(told)
    yield from _one_story(told)
    yield from _one_photograph(told)
    yield from _told_in_hindi(told)


def _told_in_hindi(entries: list[Entry]) -> Iterator[Problem]:
    """Where most published profiles are told in Hindi, so are the others."""
    published = [entry for entry in entries if entry.profile.status == "published"]
    lacking = [entry for entry in published if entry.hindi is None]
    for entry in lacking if 2 * len(lacking) < len(published) else ():
        found = cause("P613", "file", slug=entry.slug)
        yield entry.document.problem(found, entry.document.at(("name_hi",)), width=len(entry.profile.name_hi))


def spelling(name: str) -> str:
    """A firm's name as its letters alone, in Latin, without its legal form: what other spellings share."""
    words = re.sub(r"[^\w\s]", "", plain(latin(name)).replace("&", " and "))
    return "".join(LEGAL.sub(" ", words).split()) or "".join(words.split())


def site(url: str) -> str:
    """A website without protocol, www, path and capitals: the part that says whose it is."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    path = parts.path.rstrip("/").casefold()
    return host if path in ("", "/index.html", "/index.php", "/home") else host + path


def _named_alike(entries: list[Entry]) -> Iterator[Problem]:
    """Two profiles of one name are one firm told twice; an alias belongs to one firm, too."""
    names = [(entry, ("name",), entry.profile.name) for entry in entries]
    aliases: list[Place] = [(entry, ("name_hi",), entry.profile.name_hi) for entry in entries]
    aliases += [(entry, ("legal_name", "value"), entry.profile.legal_name.value)
                for entry in entries if entry.profile.legal_name]  # fmt: skip
    aliases += [(entry, ("aliases", index), alias)
                for entry in entries for index, alias in enumerate(entry.profile.aliases)]  # fmt: skip
    owners: dict[str, tuple[Entry, str]] = {}
    accused: set[str] = set()
    for entry, path, name in [*names, *aliases]:
        other, spelt = owners.setdefault(spelling(name), (entry, name))
        if other is entry or entry.slug in accused:
            continue
        accused.add(entry.slug)
        kind = "name" if spelt.casefold() == name.casefold() else "spelling"
        kind = kind if path == ("name",) else "alias"
        found = cause("P609", kind, other=other.document.path, name=name, spelt=spelt)
        yield entry.document.problem(found, entry.document.at(path), width=len(name))


def _one_website(entries: list[Entry]) -> Iterator[Problem]:
    """A website is one firm's."""
    websites = ((entry, ("website", "url"), entry.profile.website.url) for entry in entries if entry.profile.website)
    yield from _twice(websites, site, "P630", "website")


def _twice(places: Iterable[Place], key: Callable[[str], str], code: str, kind: str) -> Iterator[Problem]:
    owners: dict[str, Entry] = {}
    for entry, path, value in places:
        other = owners.setdefault(key(value), entry)
        if other is not entry:
            found = cause(code, kind, value=value, other=other.document.path)
            yield entry.document.problem(found, entry.document.at(path), width=len(value))


def _one_story(entries: list[Entry]) -> Iterator[Problem]:
    """No story is another's with a few words changed."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    runs = [_runs(entry.document.body) for entry in entries]
    for number, own in enumerate(runs):
        shared = Counter(other for run in own for other in holders[run][:COMMON])
        for other, count in shared.most_common(1):
            if count > ALIKE * min(len(own), len(runs[other])):
                entry, share = entries[number], round(100 * count / min(len(own), len(runs[other])))
                found = cause("P631", "story", other=entries[other].document.path, share=share)
                yield entry.document.problem(found, (entry.document.body_line, 1))
        for run in own:
            holders[run].append(number)


def _runs(story: str) -> set[int]:
    """The runs of words of a story, each as a number; none of one that is too short to be told from others."""
    told = "" if "TODO" in story else story  # a profile just begun is like any other just begun
    words = re.findall(r"\w+", prose.CITATION.sub(" ", told).casefold())
    return {hash(tuple(words[n : n + RUN])) for n in range(len(words) - RUN + 1)} if len(words) >= FEWEST else set()


def _one_photograph(entries: list[Entry]) -> Iterator[Problem]:
    """A photograph is shown once, whatever its file is called."""
    sized: defaultdict[int, list[Place]] = defaultdict(list)
    for entry in entries:
        for index, photograph in enumerate(entry.profile.photographs):
            file = entry.pictures / photograph.file
            if file.is_file() and not file.is_symlink():
                sized[file.stat().st_size].append((entry, ("photographs", index, "file"), photograph.file))
    for places in sized.values():
        yield from _same_bytes(places) if len(places) > 1 else ()


def _same_bytes(places: list[Place]) -> Iterator[Problem]:
    """Of files of one size, those that are one picture; read only now."""
    owners: dict[str, Place] = {}
    for place in places:
        entry, path, name = place
        digest = hashlib.sha256((entry.pictures / name).read_bytes()).hexdigest()
        other, _path, twin = owners.setdefault(digest, place)
        if owners[digest] is not place:
            found = cause("P508", "twice", file=name, other=f"images/{other.slug}/{twin}")
            yield entry.document.problem(found, entry.document.at(path), width=len(name))
