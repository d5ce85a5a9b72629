"""The commands as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from world import PROFILE, make_world, profile

from showcase.cli import main

PATH = "startups/lantern-works.md"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = int(stop.code or 0)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_check_says_that_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = make_world(tmp_path, {PATH: PROFILE})
    assert run(capsys, "--root", str(world), "check") == (0, "1 profile checked: no errors.\n", "")


def test_check_names_the_file_and_line_of_a_missing_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = make_world(tmp_path, {PATH: profile(("name: Lantern Works\n", ""))})
    status, told, _ = run(capsys, "--root", str(world), "check")
    assert status == 1
    assert told == (
        "error[P102]: the key `name` is missing.\n"
        f" --> {PATH}:1:1\n"
        "  |\n"
        "1 | ---\n"
        "  | ^ missing or empty\n"
        "  = to mend: add a line such as name: Name of the Firm\n"
        "  = add:\n"
        "      name: Name of the Firm\n"
        "  = more: python -m showcase check --explain P102\n"
        "\n1 error. Nothing is built until the errors are mended.\n"
    )


def test_check_tells_all_problems_of_all_files_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = profile(
        ("status: published", "status: publish"), ("edition: disc-7", "edition: disc-77")
    )
    world = make_world(
        tmp_path, {PATH: broken, "startups/other.md": "no front matter", "startups/notes.txt": ""}
    )
    status, told, _ = run(capsys, "--root", str(world), "check", "--format", "json")
    assert status == 1
    assert [(each["path"], each["code"]) for each in json.loads(told)["problems"]] == [
        (PATH, "P107"), ("startups/notes.txt", "P606"), ("startups/other.md", "P003"),
    ]  # fmt: skip


def test_check_reports_on_the_named_files_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = make_world(tmp_path, {PATH: PROFILE, "startups/other.md": "no front matter"})
    assert run(capsys, "--root", str(world), "check", str(world / PATH))[0] == 0
    assert run(capsys, "--root", str(world), "check", str(world / "startups/other.md"))[0] == 1


def test_a_path_that_is_not_there_is_a_mistake_of_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = make_world(tmp_path, {PATH: PROFILE})
    status, _, told = run(capsys, "--root", str(world), "check", "nowhere.md")
    assert (status, told) == (
        2,
        "nowhere.md does not exist; name a file or folder of the project.\n",
    )


@pytest.mark.parametrize("command", ["check", "new", "verify", "hindi"])
def test_help_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, told, _ = run(capsys, command, "--help")
    assert status == 0
    assert f"example: python -m showcase {command}" in told


def test_an_unknown_command_is_a_mistake_of_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "chek")[0] == 2


def test_hindi_lists_what_is_shown_in_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = make_world(tmp_path, {PATH: PROFILE})
    status, told, _ = run(capsys, "--root", str(world), "hindi")
    assert status == 0
    own = [line for line in told.splitlines() if line.startswith("startups/")]
    assert len(own) == 8
    assert own[1].startswith("startups/lantern-works.md:")
    assert "innovations.diya.name: " in own[1]
    assert told.endswith("0 of 1 profiles are told wholly in it, 1 await a native reader.\n")


def test_check_watches_until_it_is_interrupted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    world, waits = make_world(tmp_path, {PATH: PROFILE}), iter(range(3))

    def wait(_seconds: float) -> None:
        turn = next(waits)
        if turn == 0:
            (world / PATH).write_text(profile(("status: published", "status: publish")), encoding="utf-8")
        if turn == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", wait)
    status, told, wrong = run(capsys, "--root", str(world), "check", "--watch")
    assert (status, wrong) == (1, "")
    assert told.count("\n— ") == 2  # nothing was saved before the third look
    assert told.index("1 profile checked: no errors.") < told.index("error[P107]")


def test_check_writes_the_summary_of_a_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    world = make_world(tmp_path, {PATH: profile(("status: published", "status: publish"))})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    status, told, _ = run(capsys, "--root", str(world), "check", "--format", "github")
    assert status == 1
    assert told.startswith(f"::error file={PATH},line=5,col=9,endColumn=16,title=P107%3A did you mean “published”?::")
    assert "| error P107 |" in (tmp_path / "summary.md").read_text(encoding="utf-8")
