"""The gate before a public release names what only the owner can supply: G1–G3, G9, G40–G42, G50, G51 and 1.4."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from world import PROFILE, ROOT, make_world, profile

from showcase import catalogue
from showcase.cli import main
from showcase.model.site import Site
from showcase.release import owner

FIELDS = list(owner.owner_only(Site))
ASKED = {"G1", "G2", "G3", "G9", "G11", "G40", "G41", "G42", "G50", "1.4", "D7"}
ADDRESS = ('site_url: ""', "site_url: https://harbour.gov.in/")
TRUE = {"Example": "Harbour", "example": "harbour", "उदाहरण": "बंदरगाह", "0000 0000": "2301 2345", "/0000": "/2345"}
"""What an owner would write for each word of the messages that only holds its place."""


def as_true(line: str) -> str:
    for holder, word in TRUE.items():
        line = line.replace(holder, word)
    return line


def filled(folder: Path, *changes: tuple[str, str], story: str = PROFILE) -> Path:
    """A project in which the owner has filled every field after the example of its message, and then some changes."""
    make_world(folder, {"startups/lantern-works.md": story, "docs/assets/owner/logo.svg": '<svg viewBox="0 0 3 1"/>'})
    file = folder / "data" / "site.yml"
    lines, part = [], ""
    wanted = {place: as_true(mark.example) for place, mark, _meaning in FIELDS}
    for line in file.read_text(encoding="utf-8").splitlines():
        key = line.strip().partition(":")[0]
        part = part if line.startswith(" ") else key
        place = (part, key) if line.startswith(" ") else (key,)
        lines.append(f"  {wanted[place]}" if place in wanted else line)
    text = "\n".join(lines) + "\n"
    for old, new in (ADDRESS, *changes):
        assert old in text, old
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    return [f"{one.place} {one.message} {one.fix}" for one in owner.problems(folder, catalogue.load(folder))]


def test_every_field_of_the_owner_says_what_it_means_and_what_asks_for_it() -> None:
    assert {mark.id for _place, mark, _meaning in FIELDS} == ASKED
    assert [place for place, mark, meaning in FIELDS if len(meaning) < 10 or not mark.example.startswith(f"{place[-1]}: ")] == []


def test_each_value_that_is_missing_is_named_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    """G1, G2, G40: enforced here alone. The project's own settings are all open today."""
    assert main(["--root", str(ROOT), "release", "--check"]) == 1
    said = capsys.readouterr().out
    lines = (ROOT / "data" / "site.yml").read_text(encoding="utf-8").splitlines()
    for problem in owner.problems(ROOT, catalogue.load(ROOT)):
        assert f"error[{problem.code}]: {problem.message}\n" in said
        assert f"--> {problem.place}\n" in said
        assert f"to mend: {problem.fix}" in said
        assert lines[problem.line - 1].strip().partition(":")[0] in problem.message
    assert [place for place, *_ in FIELDS if f"`{'.'.join(place)}` is not filled" not in said] == []


def test_the_gate_speaks_hindi_too(capsys: pytest.CaptureFixture[str]) -> None:
    """To the last line, with what each field means."""
    assert main(["--root", str(ROOT), "release", "--check", "--lang", "hi"]) == 1
    said = capsys.readouterr().out
    assert "त्रुटि[P830]: `owner.name` भरा नहीं है (G1)। वह संगठन जिसकी यह साइट है।\n" in said
    assert "त्रुटि[P831]: `site_url` gov.in या nic.in का https पता नहीं है (1.4)।\n" in said
    assert said.strip().splitlines()[-1].startswith("प्रकाशन के योग्य नहीं: ")
    assert [place for place, mark, _meaning in FIELDS if not re.search("[\u0900-\u097f]", mark.meaning_hi)] == []


def test_what_is_filled_as_the_messages_show_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled(tmp_path)
    assert told(tmp_path) == []
    assert main(["--root", str(tmp_path), "release", "--check"]) == 0


def test_a_key_that_is_taken_away_is_missed_where_it_belongs(tmp_path: Path) -> None:
    filled(tmp_path, ("  rti: https://harbour.gov.in/rti\n", ""))
    (one,) = told(tmp_path)
    assert "`links.rti` is not filled (1.4)" in one
    line = int(one.split(":")[1])
    assert (tmp_path / "data/site.yml").read_text().splitlines()[line - 1] == "links:"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (ADDRESS[1], "site_url: https://harbour.org/", "no address by https under gov.in"),
        ("approver: Dr A. Rao", "approver: Ms B. Iyer", "contributor and approver are one person (G50)"),
        ("stqc_valid_until: 2029-10-31", "stqc_valid_until: 2020-10-31", "the certificate has run out"),
        ("security_audit_on: 2026-10-31", "security_audit_on: 2020-10-31", "older than a year"),
        ("hosting_in_india: true", "hosting_in_india: false", "hosted outside India"),
        ("logo: logo.svg", "logo: mark.svg", "docs/assets/owner/mark.svg is not there (G2)"),
        ("  name: Office of the Harbour", "  name: To be named, TBD", "`owner.name` only holds the place of the true value (G1)"),
        (ADDRESS[1], "site_url: https://example.gov.in/", "`site_url` only holds the place of the true value (1.4)"),
        ("security_audit_on: 2026-10-31", "security_audit_on: 2100-10-31", "`assurance.security_audit_on` is 2100-10-31, a day that is yet to come"),
        ("approved_on: 2026-11-22", "approved_on: 2026-11-21", "profiles were verified on 2026-11-22, after the approval of 2026-11-21 (G50)"),
    ],
)
def test_what_is_filled_and_not_good_enough_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    (one,) = told(filled(tmp_path, (old, new)))
    assert said in one
    assert one.startswith("data/site.yml:")


@pytest.mark.parametrize("example", [mark.example for _place, mark, _meaning in FIELDS if as_true(mark.example) != mark.example])
def test_no_example_of_a_message_passes_for_the_true_value(tmp_path: Path, example: str) -> None:
    """G1: what only holds the place of a value is as good as none."""
    (one,) = told(filled(tmp_path, (f"  {as_true(example)}\n", f"  {example}\n")))
    assert f"{example.partition(':')[0]}` only holds the place of the true value" in one


def test_a_heavy_logo_and_one_of_a_wrong_kind_are_named(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "docs/assets/owner/logo.svg").write_bytes(b" " * 100_001)
    assert "has more than 100000 bytes (G2)" in told(tmp_path)[0]


def test_a_review_that_is_overdue_beyond_its_grace_keeps_from_release(tmp_path: Path) -> None:
    """G51: within the days of grace it passes, after them it does not."""
    due = profile(("verified_on: 2026-11-22\nreview_by: 2027-05-22", "verified_on: 2026-06-01\nreview_by: 2026-11-01"))
    script = f"from showcase.cli import main; raise SystemExit(main(['--root', {str(tmp_path)!r}, 'release', '--check']))"
    filled(tmp_path, story=due)
    runs = {
        day: subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True,
                            env={"SOURCE_DATE_EPOCH": str(day * 86_400), "PYTHONPATH": str(ROOT)})
        for day in (20_788, 20_789)  # 1 and 2 December 2026
    }  # fmt: skip
    assert (runs[20_788].returncode, runs[20_789].returncode) == (0, 1)
    assert "the review was due on 2026-11-01, and the 30 days of grace are over (G51)." in runs[20_789].stdout
    assert "startups/lantern-works.md:" in runs[20_789].stdout
