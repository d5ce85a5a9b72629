"""What is written to the forge: one comment that is kept up to date, and one report that is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from showcase.forge import comment
from showcase.forge.api import BOT, Forge, ForgeError
from showcase.forge.report import MAX_BYTES, read

COMMIT = re.compile(r"[0-9a-f]{40}")


def comment_on_run(forge: Forge, event: dict[str, Any], report: Path) -> str:
    """Comments on the pull request whose check has run; returns what was done, as a sentence.

    Which pull request that is the forge alone says, by the commit that was checked: an artefact could
    name another. Raises ForgeError, and ValueError for a report that is none.
    """
    run = event["workflow_run"]
    number = pull_request_of(forge, run)
    if number is None:
        return "No open pull request has this commit now; there is nothing to say."
    address = f"{forge.server}/{forge.repository}/actions/runs/{int(run['id'])}"
    if not report.is_file() or report.is_symlink():
        return f"The check of #{number} left no report; its own log says why."
    with report.open("rb") as file:
        told = read(file.read(MAX_BYTES + 1))
    return keep_comment(forge, number, comment.MARKER, comment.body(told, f"{address}#artifacts"))


def pull_request_of(forge: Forge, run: dict[str, Any]) -> int | None:
    """The number of the open pull request whose newest commit a run has checked; None where there is none."""
    commit, head = run["head_sha"], run["head_repository"] or {}
    if not COMMIT.fullmatch(commit):
        raise ForgeError("The run names no commit.")
    owner = head.get("owner", {}).get("login", "")
    found = [pull["number"] for pull in forge.listed("pulls", state="open", head=f"{owner}:{run['head_branch']}")
             if pull["head"]["sha"] == commit and pull["base"]["repo"]["full_name"] == forge.repository]  # fmt: skip
    return int(found[0]) if len(found) == 1 else None


def keep_comment(forge: Forge, number: int, marker: str, text: str) -> str:
    """Writes the comment that begins with the marker, over the one that was written before where there is one."""
    for one in forge.listed(f"issues/{number}/comments"):
        if one["user"]["login"] == BOT and one["body"].startswith(marker):
            forge.call("PATCH", f"issues/comments/{int(one['id'])}", {"body": text})
            return f"The comment on #{number} is up to date."
    forge.call("POST", f"issues/{number}/comments", {"body": text})
    return f"There is a comment on #{number}."


def keep_issue(forge: Forge, label: str, title: str, text: str, is_needed: bool) -> str:
    """Keeps one open issue with the label up to date; opens it when it is needed, closes it when it no longer is."""
    for one in forge.listed("issues", state="open", labels=label):
        if one["user"]["login"] == BOT and one["title"] == title:
            state = "open" if is_needed else "closed"
            forge.call("PATCH", f"issues/{int(one['number'])}", {"body": text, "state": state})
            return f"#{one['number']} is {'up to date' if is_needed else 'closed: there is nothing left to do'}."
    if not is_needed:
        return "There is nothing to report."
    made = forge.call("POST", "issues", {"title": title, "body": text, "labels": [label]})
    return f"#{made['number']} tells what there is to do."
