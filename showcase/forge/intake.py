"""A profile that came as an answered form: read as text, written as a draft, and checked.

The answers are a stranger's. They become values that YAML writes itself, and a story; the file's name is
made of small letters, figures and hyphens alone; nothing is fetched.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from showcase import checker, clock
from showcase.forge.form import chosen, fields
from showcase.forge.report import ProblemRow
from showcase.forge.rows import row_of
from showcase.scaffold import REVIEW, TO_DO
from showcase.slugs import slug_of

MAX_LETTERS = 65_536
NONE = "_No response_"
_HEADING = re.compile(r"^### (.*?)[ \t]*$", re.MULTILINE)
_NUMBERS = re.compile(r"\s*\[\^?(\d{1,3}(?:\s*,\s*\d{1,3})*)\]\s*$")
_PICTURE = re.compile(r"""(?:\]\(|src=["'])(https://[^\s"')]+)""")


class NotTaken(Exception):
    """The form cannot become a profile; the message is a sentence."""


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Profiles hold no aliases."""
        return True


@dataclass(frozen=True)
class Taken:
    """A draft: its slug, its file, the pictures that came with it, and what the check says."""

    slug: str
    name: str
    text: str
    pictures: tuple[str, ...]
    problems: tuple[ProblemRow, ...]

    @property
    def path(self) -> str:
        """Where the draft belongs."""
        return f"startups/{self.slug}.md"


def take(body: str, root: Path) -> Taken:
    """The draft that an answered form makes, checked among the profiles of `root`. Raises NotTaken."""
    given = answers(body)
    name = _line(given["name"])
    slug = slug_of(name)
    if not slug:
        raise NotTaken(f"“{name[:80]}” has no letter for an address; write the firm's name in English or Hindi.")
    if (root / "startups" / f"{slug}.md").exists():
        raise NotTaken(f"There is a profile called {slug} already; propose a change of startups/{slug}.md.")
    facts, story = profile(slug, given), re.sub(r"(?<![\^\w])\[(\d{1,3})\](?!\()", r"[^\1]", given["story"])
    style = {"allow_unicode": True, "sort_keys": False, "default_flow_style": None, "width": 1_000_000}
    head = yaml.dump(facts, Dumper=_Plain, **style)
    text = f"---\n{head}---\n{story}\n"
    pictures = tuple(dict.fromkeys(_PICTURE.findall(given["photographs"])))[:20]
    return Taken(slug, name, text, pictures, tuple(_checked(slug, text, root)))


def answers(body: str) -> dict[str, str]:
    """Each answer by its question, empty where there is none. Raises NotTaken for what is not this form."""
    if len(body) > MAX_LETTERS:
        raise NotTaken(f"The form has {len(body)} letters; {MAX_LETTERS} are the most.")
    text = body.replace("\r\n", "\n").replace("\r", "\n")
    labels = [one.label for one in fields()]
    found = [match for match in _HEADING.finditer(text) if match[1] in labels]
    names = [match[1] for match in found]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise NotTaken(f"The heading “{twice}” stands twice; no answer may hold a heading of the form.")
    if names != labels:
        raise NotTaken("These are not the answers of the form, whole and in its order; fill the form itself.")
    ends = [*(match.start() for match in found[1:]), len(text)]
    given = [text[match.end() : end].strip() for match, end in zip(found, ends, strict=True)]
    return {one.id: "" if answer == NONE else answer for one, answer in zip(fields(), given, strict=True)}


def profile(slug: str, given: Mapping[str, str]) -> dict[str, Any]:
    """The front matter of the draft, in the order of a profile."""
    today, proof = clock.today(), [int(one) for one in re.findall(r"\d{1,3}", given["proof"])]
    told = {key: _line(given[key]) or to_do for key, to_do in TO_DO.items()}
    names = {"name": _line(given["name"]), "name_hi": told.pop("name_hi")}
    facts: dict[str, Any] = {"id": slug, **names, "status": "draft", **told}
    facts |= {"hi_reviewed": None, "technologies": chosen(given["technologies"])}
    facts |= dict(_optional(given))
    challenge = {"id": "first", "programme": _one(given["programme"]), "edition": _one(given["edition"]),
                 "problem": _line(given["problem"]), "end_user": _one(given["end_user"])}  # fmt: skip
    step = {"step": _one(given["step"]), "of": "first", "date": _line(given["step_date"])}
    facts |= {"challenges": [_filled(challenge) | {"src": proof}], "stage": [_filled(step) | {"src": proof}]}
    return facts | {"sources": list(_sources(given["sources"])), "clearance": {"basis": "public-sources"},
                    "verified_on": today, "review_by": today + REVIEW}  # fmt: skip


def _optional(given: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    if given["founded"]:
        year, src = _cited(given["founded"])
        yield "founded", {"year": int(year) if re.fullmatch(r"[0-9]{4}", year) else year, "src": src}
    if rows := [_cited(line) for line in given["founders"].split("\n") if line.strip()]:
        yield "founders", [{"name": name, "src": src} for name, src in rows]
    if given["city"] or given["state"]:
        city, src = _cited(given["city"])
        yield "home", _filled({"city": city, "state": _one(given["state"])}) | {"src": src}
    if given["website"]:
        url, src = _cited(given["website"])
        yield "website", {"url": url, "src": src}


def _sources(answer: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate((line for line in answer.split("\n") if line.strip()), 1):
        parts = [_line(part) for part in line.split("|")]
        title, publisher, day, url = parts if len(parts) == 4 else ("", *parts, "", "", "")[:4]
        yield {"id": number} | _filled({"title": title, "publisher": publisher, "date": day, "url": url})


def _checked(slug: str, text: str, root: Path) -> Iterator[ProblemRow]:
    """What the check says of the draft, as if it lay among the others."""
    with tempfile.TemporaryDirectory() as name:
        world = Path(name)
        for folder in ("data", "startups"):
            shutil.copytree(root / folder, world / folder)
        path = world / "startups" / f"{slug}.md"
        path.write_bytes(text.encode("utf-8", errors="replace"))
        yield from map(row_of, checker.examine(world, [path]).problems)


def _cited(answer: str) -> tuple[str, list[int]]:
    """The answer without the numbers of its sources, and these."""
    line = _line(answer)
    found = _NUMBERS.search(line)
    return (line[: found.start()], [int(one) for one in found[1].split(",")]) if found else (line, [])


def _one(answer: str) -> str:
    return next(iter(chosen(answer)), "")


def _line(answer: str) -> str:
    return " ".join(answer.split())


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value}
