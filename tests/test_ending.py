"""Programs begin and end with a sentence: packages that are missing, a wrong day, a reader who has gone."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from world import ROOT

from showcase.ending import ended

PROGRAMS = (["-m", "showcase", "hindi"], ["build_pdf.py"], ["-m", "mkdocs", "build"], ["scripts/serve.py", "--port", "0"])


def run(arguments: list[str], *switches: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *switches, *arguments], cwd=ROOT, env={**os.environ, **environment},
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize("program", PROGRAMS[:2], ids=" ".join)
def test_without_the_packages_a_program_says_how_to_get_them(program: list[str]) -> None:
    done = run(program, "-S")  # Python without what is installed for it
    assert done.returncode == 1
    assert done.stderr.endswith(
        f"not installed for {sys.executable}. Type `make` once, which sets up .venv, "
        "and begin the command with .venv/bin/python.\n"
    )


@pytest.mark.parametrize("program", PROGRAMS, ids=" ".join)
def test_a_day_that_is_none_is_told(program: list[str]) -> None:
    done = run(program, SOURCE_DATE_EPOCH="tomorrow")
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH is “tomorrow”; set it to whole seconds" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_a_process_that_was_ended_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> int:
        raise ChildProcessError("a process was ended")

    assert ended(fail) == 1
    assert capsys.readouterr().err == "a process was ended\n"


def test_one_who_stops_reading_ends_the_program_without_a_word() -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "showcase", "hindi", "--format", "json"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    program.stdout.close()
    assert (program.stderr.read(), program.wait(60)) == (b"", 1)
