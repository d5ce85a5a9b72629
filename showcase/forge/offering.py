"""An answered form on its way: the comment on it, and the pull request that it becomes."""

from __future__ import annotations

import argparse
import base64
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from showcase.files import write_whole
from showcase.forge.api import Forge, NotThere
from showcase.forge.comment import problems
from showcase.forge.intake import MAX_LETTERS, NotTaken, Taken, take
from showcase.forge.neutral import plain
from showcase.forge.posting import keep_comment
from showcase.forge.words import found, say
from showcase.model.dates import LANGUAGES, Language

MARKER = "<!-- shared-horizons: intake -->"
OK, PROBLEMS, USAGE = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """Reads an answered form, and writes the draft and the comment. Returns 0 clean, 1 problems, 2 for wrong use."""
    try:
        with options.body.open(encoding="utf-8", errors="replace") as file:
            taken = take(file.read(4 * MAX_LETTERS), options.root)
    except OSError as error:
        print(f"{options.body} cannot be read: {error.strerror}.", file=sys.stderr)
        return USAGE
    except NotTaken as error:
        print(error, file=sys.stderr)
        write_whole(options.out / "comment.md", refusal(str(error)))
        return PROBLEMS
    print(write_whole(options.out / taken.path, taken.text))
    print(write_whole(options.out / "comment.md", comment(taken)))
    return PROBLEMS if any(one.severity == "error" for one in taken.problems) else OK


def answer(forge: Forge, event: dict[str, Any], root: Path, propose: bool) -> str:
    """Comments on the issue of an event what its form makes; with `propose` the draft becomes a pull request too.

    Raises ForgeError.
    """
    issue = event["issue"]
    number = int(issue["number"])
    try:
        taken = take(issue["body"] or "", root)
    except NotTaken as error:
        return keep_comment(forge, number, MARKER, refusal(str(error)))
    done = keep_comment(forge, number, MARKER, comment(taken))
    return f"{done} {offer(forge, number, taken, event['repository']['default_branch'])}" if propose else done


def offer(forge: Forge, number: int, taken: Taken, base: str) -> str:
    """Puts the draft on a branch of its own and opens a pull request; an older one of the same issue is kept."""
    branch = f"intake/{number}"
    try:
        forge.call("GET", f"git/ref/heads/{branch}")
        return f"The branch {branch} is there already; editors go on from it."
    except NotThere:
        start = forge.call("GET", f"git/ref/heads/{base}")["object"]["sha"]
    forge.call("POST", "git/refs", {"ref": f"refs/heads/{branch}", "sha": start})
    content = base64.b64encode(taken.text.encode("utf-8", errors="replace")).decode()
    message = f"A draft of {taken.slug}, from the form of issue {number}"
    forge.call("PUT", f"contents/{taken.path}", {"message": message, "content": content, "branch": branch})
    body = f"{comment(taken)}\nCloses #{number}.\n"
    told = {"title": f"Profile: {plain(taken.name, 80)}", "head": branch, "base": base, "body": body}
    return f"The draft is proposed as #{forge.call('POST', 'pulls', told)['number']}."


def comment(taken: Taken) -> str:
    """What a form has become and what the check says of it, in both languages."""
    return "\n".join([MARKER, *(line for language in LANGUAGES for line in _part(taken, language))])


def refusal(reason: str) -> str:
    """Why a form becomes no draft."""
    heads = (f"{say('not-taken', language)}" for language in LANGUAGES)
    return "\n\n".join([MARKER, *heads, plain(reason)]) + "\n"


def _part(taken: Taken, language: Language) -> Iterator[str]:
    yield from (f"### {say('taken', language, path=plain(taken.path))}", "")
    errors = sum(one.severity == "error" for one in taken.problems)
    told = found(errors, len(taken.problems) - errors, language)
    yield from (told if taken.problems else say("clean", language), "")
    yield from problems(taken.problems, language)
    if taken.pictures:
        yield from (say("pictures", language, slug=taken.slug), "", *(f"- {plain(one)}" for one in taken.pictures), "")
