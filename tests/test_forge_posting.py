"""What is written to the forge: a forge of our own listens, and shows what it was told."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from showcase.forge import __main__ as program
from showcase.forge.api import BOT, Forge, ForgeError
from showcase.forge.comment import MARKER
from showcase.forge.posting import comment_on_run, keep_issue
from showcase.forge.report import Report

SHA = "a" * 40
RUN = {"id": 7, "head_sha": SHA, "head_branch": "a&b#c", "head_repository": {"owner": {"login": "asha"}}}


def pull(number: int, sha: str = SHA, base: str = "owner/horizons") -> dict:
    return {"number": number, "head": {"sha": sha}, "base": {"repo": {"full_name": base}}}


class Listener(HTTPServer):
    """A forge that answers GET from `answers`, and keeps what it is sent in `sent`; `refused` are paths that nobody may write to."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, list] = {}
        self.sent: list[tuple[str, str, dict]] = []
        self.asked: list[dict] = []
        self.refused: set[str] = set()


class Handler(BaseHTTPRequestHandler):
    server: Listener

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.server.asked.append({key: values[0] for key, values in parse_qs(parts.query).items()})
        found = self.server.answers.get(parts.path.removeprefix("/repos/owner/horizons/"))
        self.answer(404 if found is None else 200, found)

    def write(self) -> None:
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert self.headers["Authorization"] == "Bearer secret"
        where = self.path.removeprefix("/repos/owner/horizons/")
        self.server.sent.append((self.command, where, told))
        self.answer(403 if where in self.server.refused else 200, {"number": 99, "object": {"sha": SHA}})

    do_POST = do_PATCH = do_PUT = write

    def answer(self, status: int, told: object) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def forge(listener: Listener) -> Forge:
    return Forge.here({"GITHUB_REPOSITORY": "owner/horizons", "GITHUB_TOKEN": "secret",
                       "GITHUB_API_URL": f"http://127.0.0.1:{listener.server_port}"})  # fmt: skip


def report(folder: Path, **told: object) -> Path:
    path = folder / "report.json"
    path.write_text(Report(**told).model_dump_json())
    return path


def test_the_comment_goes_where_the_forge_says_and_is_written_over(listener: Listener, tmp_path: Path) -> None:
    listener.answers = {"pulls": [pull(4, sha="b" * 40), pull(5), pull(6, base="other/one")], "issues/5/comments": []}
    path = report(tmp_path, pages=["x/index.html"], files=[{"path": "startups/x.md", "kind": "added"}])
    assert comment_on_run(forge(listener), {"workflow_run": RUN}, path) == "There is a comment on #5."
    assert (listener.asked[0]["head"], listener.asked[0]["state"]) == ("asha:a&b#c", "open")
    (method, where, told), = listener.sent
    assert (method, where) == ("POST", "issues/5/comments") and told["body"].startswith(MARKER)
    assert "(https://github.com/owner/horizons/actions/runs/7#artifacts)" in told["body"]
    listener.answers["issues/5/comments"] = [
        {"id": 1, "user": {"login": "asha"}, "body": MARKER}, {"id": 2, "user": {"login": BOT}, "body": f"{MARKER}\nold"}]  # fmt: skip
    assert comment_on_run(forge(listener), {"workflow_run": RUN}, path) == "The comment on #5 is up to date."
    assert listener.sent[1][:2] == ("PATCH", "issues/comments/2")


def test_nothing_is_said_of_a_commit_that_is_no_longer_proposed_or_of_a_report_that_is_none(
    listener: Listener, tmp_path: Path
) -> None:
    listener.answers = {"pulls": [pull(4, sha="b" * 40)]}
    path = report(tmp_path)
    assert "nothing to say" in comment_on_run(forge(listener), {"workflow_run": RUN}, path)
    listener.answers = {"pulls": [pull(5)], "issues/5/comments": []}
    path.write_text('{"pages": "@everyone"}')
    with pytest.raises(ValueError, match="not one"):
        comment_on_run(forge(listener), {"workflow_run": RUN}, path)
    path.unlink()
    path.symlink_to("/etc/passwd")
    assert "left no report" in comment_on_run(forge(listener), {"workflow_run": RUN}, path)
    with pytest.raises(ForgeError, match="names no commit"):
        comment_on_run(forge(listener), {"workflow_run": RUN | {"head_sha": "main"}}, path)
    assert listener.sent == []
    with pytest.raises(ForgeError, match="answers 404"):
        forge(listener).call("GET", "nothing")


def test_one_issue_is_opened_kept_and_closed(listener: Listener) -> None:
    listener.answers = {"issues": []}
    there = forge(listener)
    assert keep_issue(there, "weekly-report", "Links", "text", False) == "There is nothing to report."
    assert keep_issue(there, "weekly-report", "Links", "text", True) == "#99 tells what there is to do."
    listener.answers = {"issues": [{"number": 9, "title": "Links", "user": {"login": BOT}}]}
    keep_issue(there, "weekly-report", "Links", "text", True)
    keep_issue(there, "weekly-report", "Links", "text", False)
    assert [(method, where, told.get("state")) for method, where, told in listener.sent] == [
        ("POST", "issues", None), ("PATCH", "issues/9", "open"), ("PATCH", "issues/9", "closed")]  # fmt: skip


def test_an_event_of_another_kind_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "event.json").write_text('{"issue": {}}')
    given = {"GITHUB_EVENT_PATH": str(tmp_path / "event.json"), "GITHUB_REPOSITORY": "owner/horizons", "GITHUB_TOKEN": "secret"}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    for arguments, lacking in ((["comment", "report.json"], "workflow_run"), (["intake"], "number")):
        monkeypatch.setattr("sys.argv", ["showcase.forge", *arguments])
        assert program.main() == 1
        assert capsys.readouterr().err == (
            f"showcase.forge: The forge does not say what the “{lacking}” is; run this in the workflow that it is made for.\n")  # fmt: skip
