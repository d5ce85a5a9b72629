"""The guides do what they say: their commands run, and a new editor who follows them gets a clean check and a preview."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from proposals import git, leave, make_repository
from test_forge_preview import looked
from test_house import tracked_files
from world import ROOT, make_world, share_fonts

from showcase import checker

FOLDER = ROOT / "docs" / "contribute"
GUIDES = ("startup", "book", "code")
WITH_COMMANDS = [*(FOLDER / f"{name}.md" for name in GUIDES), ROOT / "README.md"]
PYTHON = ".venv/bin/python "

# A command that takes minutes, sets up the machine or never ends: what `make` would run is held against the
# programs that are there, and the test named runs the whole of it.
LONG = {
    "make": "test_prepare.py, test_site_build.py, test_book.py",
    "make test": "this very run",
    "make book": "test_book_language.py, test_press_edition.py, test_press_covers.py",
    "make kit": "test_kit.py",
    "make kit PRESS=digital-perfect": "test_kit.py, test_press_covers.py",
    "make serve": "test_live.py",
    "make bench PART=site": "bench/bench.py, whose parts test_speed.py measures",
    "make pr-preview BASE=main": "test_forge_preview.py, and the new editor below",
    f"{PYTHON}build_pdf.py --edition press --proof": "test_proofs.py",
    f"{PYTHON}build_pdf.py --edition press --compare approved.pdf": "test_proofs.py",
    f"{PYTHON}-m showcase preflight dist/shared-horizons-press.pdf --press offset-case": "test_preflight_book.py",
    f"{PYTHON}-m showcase preflight FILE.pdf --press offset-case": "test_preflight_book.py",
    f"{PYTHON}build_pdf.py --language hi --flatplan": "test_book_language.py",
    f"{PYTHON}build_pdf.py --edition reading": "test_book.py",
    ".venv/bin/mkdocs build --strict": "sites.real_project, which many tests read",
    "make verify": "test_verify.py",
}
QUICK = (
    "make lint",
    "make check",
    f"{PYTHON}-m pytest -q tests/test_prose.py tests/test_standards.py",
    f"{PYTHON}-m showcase check startups/qnu-labs.md",
    f"{PYTHON}build_pdf.py --edition reading --only qnu-labs --output dist/one",
)
"""These are run, in a copy of the project."""


def blocks(path: Path) -> list[str]:
    """The fenced blocks of a page."""
    return re.findall(r"^```\n(.*?)^```$", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def commands(path: Path) -> list[str]:
    """The commands of a page: each line of a fenced block that begins with a dollar."""
    return [line.removeprefix("$ ") for block in blocks(path) for line in block.splitlines() if line.startswith("$ ")]


def test_every_command_of_the_guides_and_of_the_readme_is_tried_and_no_other() -> None:
    told = {command for path in WITH_COMMANDS for command in commands(path)}
    assert told == {*LONG, *QUICK}
    named = re.findall(r"test_\w+\.py", " ".join(LONG.values()))
    assert len(named) > 10 and all((ROOT / "tests" / name).is_file() for name in named)


@pytest.mark.parametrize("name", GUIDES)
def test_both_languages_give_the_same_blocks_in_as_many_sections(name: str) -> None:
    english, hindi = FOLDER / f"{name}.md", FOLDER / f"{name}.hi.md"
    assert blocks(english) == blocks(hindi) != []
    assert len(headings(english)) == len(headings(hindi))


def headings(path: Path) -> list[str]:
    return re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that git holds, with the packages of this one."""
    folder = tmp_path_factory.mktemp("copy")
    for name in tracked_files():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    (folder / ".venv" / "bin").mkdir(parents=True)
    for name in ("python", "mkdocs"):
        place = folder / ".venv" / "bin" / name
        place.write_text(f'#!/bin/sh\nexec "{Path(sys.executable).with_name(name)}" "$@"\n')
        place.chmod(0o755)
    share_fonts(folder)
    git(folder, "init", "-q")
    git(folder, "add", "--force", *tracked_files())
    return folder


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of a guide as it stands; what sets up the machine is left out, test_prepare.py has it."""
    words = shlex.split(command)
    if words[0] == "make":
        words[1:1] = ["-o", "ready", "-o", "ready-tests", "--no-print-directory"]
    own = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "PYTEST"))}
    return subprocess.run(words, cwd=folder, env=own | {"PYTHONPATH": str(folder)}, capture_output=True, text=True, timeout=300)


@pytest.mark.parametrize("command", QUICK)
def test_a_quick_command_runs(copy: Path, command: str) -> None:
    done = run(copy, command)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    if "--only" in command:
        assert list((copy / "dist" / "one").glob("*.pdf"))


@pytest.mark.parametrize("command", LONG)
def test_a_long_command_calls_programs_that_are_there_with_options_that_they_know(copy: Path, command: str) -> None:
    lines = [command]
    if command.startswith("make"):
        done = run(copy, f"{command} --dry-run")
        assert done.returncode == 0, done.stderr
        lines = [line for line in done.stdout.splitlines() if ".venv/bin/" in line]
        assert lines
    for line in lines:
        words = shlex.split(line[line.index(".venv/bin/") :])
        if words[1] in ("build_pdf.py", "bench/bench.py") or words[1:3] == ["-m", "showcase"]:
            known(copy, words)


def known(copy: Path, words: list[str]) -> None:
    """Each option of a call stands in the help of its program."""
    program = words[: 4 if words[1] == "-m" else 2]
    told = run(copy, shlex.join([*program, "--help"]))
    assert told.returncode == 0, told.stderr
    assert [one for one in words if one.startswith("--") and one not in told.stdout] == []


# What a new editor does, step by step as the guide has them, with a fact sheet of one source about a firm.
STEPS = ("Make the file", "Paste the blank profile", "Write what the sources say", "Propose it", "Read the answer", "Look at the preview")
FILE = "startups/aerial-iq.md"
WRITTEN = {
    "id: name-of-the-firm  # TODO: the name of this file, without .md": "id: aerial-iq",
    '"TODO: Name of the Firm"': "Aerial IQ",
    '"TODO: नाम हिंदी में"': "एरियल आईक्यू",
    '"TODO: a sentence worth reading, 70 characters at most"': "A drone that keeps one foot on the ground",
    '"TODO: पढ़ने योग्य एक वाक्य"': "डोर से धरती से बँधा ड्रोन",
    '"TODO: what the firm makes, for whom, and how far it has got"':
        "Aerial IQ makes Aviral, a drone on a tether, for surveillance and monitoring.",
    '"TODO: फ़र्म क्या बनाती है, किसके लिए, और काम कहाँ तक पहुँचा है"': "एरियल आईक्यू का ‘अविरल’ ड्रोन डोर से बँधा रहकर निगरानी करता है।",
    "technologies: [ai-and-machine-learning]  # TODO: one to three ids of data/technologies.yml":
        "technologies: [unmaned-aerial-systems, surveillance]",
    "  - {id: first, programme: idex, src: [1]}  # TODO: an id of its own, such as swarm, and the problem as the source states it":
        "  - {id: tether, programme: open-challenge, edition: open-challenge-4, problem: A tethered drone for surveillance and monitoring, src: [1]}",
    "  - {step: listed, of: first, src: [1]}  # TODO: the furthest step that a source states, with its date":
        "  - {step: winner, of: tether, src: [1]}",
    '{id: 1, publisher: "TODO: who published it", url: "https://example.org/TODO"}':
        "{id: 1, title: “A Runway for Innovations”, publisher: iDEX-DIO, date: 2025-10-31, url: \"https://idex.gov.in/book.pdf\"}",
    "  # TODO: the day on which all of this was held against its sources": "",
    "TODO: tell what the firm makes, for whom, and how far it has got; end each sentence with its source.[^1]":
        "Aviral is a drone that a tether holds to the ground, for surveillance and monitoring.[^1] Its maker is Aerial IQ, whose "
        "founders are Sudhir Varma, Kanishk Varma and Anant Dhir.[^1]",
    "sources:\n": 'founders:\n  - {name: Sudhir Varma, src: [1]}\n  - {name: Kanishk Varma, src: [1]}\n  - {name: Anant Dhir, src: [1]}\n'
        'innovations:\n  - {id: aviral, name: Aviral, what: "A drone on a tether for surveillance and monitoring.", src: [1]}\nsources:\n',
}  # fmt: skip


def replaced(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Path]:
    yield make_repository(tmp_path)


def committed(repository: Path, text: str) -> str:
    """The commit that the forge makes of what is in the field, on the editor's branch."""
    git(repository, "checkout", "-q", "-B", "editor", "editor" if git(repository, "branch", "--list", "editor") else "main")
    (repository / FILE).write_text(text, encoding="utf-8")
    git(repository, "add", FILE)
    git(repository, "commit", "-q", "-m", f"Create {Path(FILE).name}")
    return leave(repository)


def test_a_new_editor_who_follows_the_guide_gets_a_clean_check_and_a_preview(repository: Path) -> None:
    assert headings(FOLDER / "startup.md")[: len(STEPS)] == [f"{number}. {step}" for number, step in enumerate(STEPS, 1)]
    blank, _rows = blocks(FOLDER / "startup.md")
    text = replaced(blank, WRITTEN)
    report, comment = looked(repository, committed(repository, text), 1)
    assert {(row.code, row.path) for row in report.problems if row.severity == "error"} == {("P201", FILE), ("P015", FILE)}
    assert "did you mean “unmanned-aerial-systems”? allowed: ai-and-machine-learning," in comment and f"{FILE}:11:" in comment
    mended = {"unmaned": "unmanned", "“A Runway for Innovations”": "A Runway for Innovations", "status: draft": "status: published"}
    report, comment = looked(repository, committed(repository, replaced(text, mended)), 0)
    assert report.problems == [] and "The check finds nothing wrong." in comment and "जाँच में कोई ग़लती नहीं मिली।" in comment
    assert report.pages == ["startups/aerial-iq/index.html", "hi/startups/aerial-iq/index.html"]
    assert report.spreads == ["aerial-iq-1.png"]
    output = repository / "dist" / "pr-preview"
    assert "A drone that keeps one foot on the ground" in (output / "site" / report.pages[0]).read_text(encoding="utf-8")
    assert all((output / "spreads" / name).is_file() for name in report.spreads)


def test_the_sentences_that_the_guide_waits_for_are_those_of_the_comment() -> None:
    words = (ROOT / "showcase" / "forge" / "words.yml").read_text(encoding="utf-8")
    for path, sentence in (("startup.md", "The check finds nothing wrong."), ("startup.hi.md", "जाँच में कोई ग़लती नहीं मिली।")):
        assert f"**{sentence}**" in (FOLDER / path).read_text(encoding="utf-8") and sentence in words


def test_the_blank_of_the_guide_is_that_of_the_repository() -> None:
    blank, _rows = blocks(FOLDER / "startup.md")
    assert blank == (ROOT / "editors" / "blank.md").read_text(encoding="utf-8")


def test_the_rows_of_the_guide_pass_the_check(tmp_path: Path) -> None:
    blank, rows = blocks(FOLDER / "startup.md")
    text = blank.replace("id: name-of-the-firm", "id: new").replace("sources:\n", f"{rows}sources:\n")
    told = checker.examine(make_world(tmp_path, {"startups/new.md": text})).problems
    assert {one.code for one in told} == {"P620"}
