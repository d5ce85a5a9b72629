"""An answered form on its way: the comment on it, and the pull request that it becomes."""

from __future__ import annotations

import argparse
import base64
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from showcase.files import write_whole
from showcase.forge.api import Forge, ForgeError, NotThere
from showcase.forge.comment import problems
from showcase.forge.intake import MAX_LETTERS, NotTaken, Taken, take
from showcase.forge.neutral import plain, title
from showcase.forge.posting import keep_comment
from showcase.forge.words import found, say
from showcase.model.dates import LANGUAGES, Language

MARKER = "<!-- shared-horizons: intake -->"
OK, PROBLEMS, USAGE = 0, 1, 2
STOPPED = (
    "The draft lies on the branch {branch}, and no pull request could be opened: see “Run it on GitHub” in "
    "docs/contribute/code.md for what has to be allowed, then take the label off and set it again."
)


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
    """Puts the draft on a branch of its own and opens a pull request; an older one of the same issue is kept.

    Where an earlier try ended half-way, it goes on from the branch that was left. Raises ForgeError.
    """
    branch = f"intake/{number}"
    owner = forge.repository.partition("/")[0]
    for pull in forge.listed("pulls", state="all", head=f"{owner}:{branch}"):
        if pull["head"]["label"] == f"{owner}:{branch}":
            return f"The draft was proposed as #{pull['number']}; editors go on from there."
    _begin(forge, branch, base)
    _write(forge, branch, taken, f"A draft of {taken.slug}, from the form of issue {number}")
    waits = "\n\n".join(say("checks-wait", language) for language in LANGUAGES)
    body = f"{comment(taken)}\n{waits}\n\nCloses #{number}.\n"
    told = {"title": f"Profile: {title(taken.name, 80)}", "head": branch, "base": base, "body": body}
    try:
        return f"The draft is proposed as #{forge.call('POST', 'pulls', told)['number']}."
    except ForgeError as error:
        raise ForgeError(f"{error} {STOPPED.format(branch=branch)}") from None


def _begin(forge: Forge, branch: str, base: str) -> None:
    """Makes the branch from the base, unless it is there."""
    try:
        forge.call("GET", f"git/ref/heads/{branch}")
    except NotThere:
        start = forge.call("GET", f"git/ref/heads/{base}")["object"]["sha"]
        forge.call("POST", "git/refs", {"ref": f"refs/heads/{branch}", "sha": start})


def _write(forge: Forge, branch: str, taken: Taken, message: str) -> None:
    """Writes the draft on its branch, over the one that an earlier try has left."""
    content = base64.b64encode(taken.text.encode("utf-8", errors="replace")).decode()
    told = {"message": message, "content": content, "branch": branch}
    try:
        told["sha"] = forge.call("GET", f"contents/{taken.path}?{urlencode({'ref': branch})}")["sha"]
    except NotThere:
        pass
    forge.call("PUT", f"contents/{taken.path}", told)


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
