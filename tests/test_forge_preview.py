"""A proposal is shown as it will be, by the code of its base, and nothing in it is obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from proposals import git, make_repository, propose, propose_entry
from sites import CONTENT, THIN
from world import profile

from showcase.cli import main
from showcase.forge.comment import MARKER
from showcase.forge.report import Report, read
from showcase.site.built import BuiltSite

BOX, LAMP = "startups/quiet-box.md", "startups/lantern-works.md"
GONE = """issues: []
withdrawn: [{id: quiet-box, name: Quiet Box, name_hi: क्वाइट बॉक्स, withdrawn_on: 2026-11-22}]
renamed: []
"""
RENAMED = GONE.partition("withdrawn:")[0] + "withdrawn: []\nrenamed: [{id: quiet-box, to: silent-box, renamed_on: 2026-11-22}]\n"
BROKEN = THIN.replace("id: quiet-box", "id: loud-box").replace("name: Quiet Box", "name: Loud Box").replace(
    "technologies: [quantum-technologies]", "technologies: [quantum-tecnologies]")  # fmt: skip
SEALED = profile(("id: lantern-works", "id: sealed-lamp"), ("name: Lantern Works", "name: Sealed Lamp"),
                 ("name_hi: लैंटर्न वर्क्स", "name_hi: सील्ड लैंप"), ("summary: Lantern Works", "summary: Sealed Lamp"),
                 ("review_by:", "embargo_until: 2100-01-01\nreview_by:"))  # fmt: skip


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_repository(tmp_path_factory.mktemp("proposals"))


def looked(repository: Path, head: str, status: int, *more: str) -> tuple[Report, str]:
    """What the command leaves, and the status that it ends with."""
    assert main(["--root", str(repository), "preview", "--base", "main", "--head", head, *more]) == status
    output = repository / "dist" / "pr-preview"
    comment = (output / "comment.md").read_text(encoding="utf-8")
    assert comment.startswith(MARKER)
    return read((output / "report.json").read_bytes()), comment


def test_changed_profiles_are_shown_as_pages_and_spreads_by_the_code_of_the_base(repository: Path) -> None:
    head = propose(repository, {
        LAMP: CONTENT[LAMP].replace("A lamp that finds its own way home", "A lamp that comes home"),
        "startups/hidden-forge.md": CONTENT["startups/hidden-forge.md"].replace("began in Pune", "began work in Pune").replace(
            "जो दीप स्वयं घर का रास्ता खोज ले", '"TODO: पढ़ने योग्य एक वाक्य"'),
        "startups/sealed-lamp.md": SEALED,
        BOX: None,
        "data/archive.yml": GONE,
        "showcase/checker.py": "raise SystemExit('code of a proposal was run')\n",
        "hooks/pages.py": "raise SystemExit('code of a proposal was run')\n",
    })  # fmt: skip
    report, comment = looked(repository, head, 0)
    assert [(row.slug, row.kind, row.status, row.words) for row in report.profiles] == [
        ("hidden-forge", "changed", "draft", 22), ("lantern-works", "changed", "published", 21), ("quiet-box", "deleted", "", 0),
        ("sealed-lamp", "added", "published", 21)]  # fmt: skip
    assert "| Quiet Box | deleted |" in comment and "| क्वाइट बॉक्स | हटाया |" in comment
    assert "- Quiet Box (quiet-box) is withdrawn, as of 22 November 2026; its address will say so. The reason is not told." in comment
    assert "- क्वाइट बॉक्स (quiet-box) 22 नवंबर 2026 से हटाई जा रही है;" in comment
    assert report.code == 2 and "Files outside the content: 2." in comment
    assert "| Lantern Works | changed | published | 21 / 0 | 0 | 2 |" in comment
    assert "| लैंटर्न वर्क्स | बदला | प्रकाशित | 21 / 0 | 0 | 2 |" in comment
    output = repository / "dist" / "pr-preview"
    assert report.pages == [f"{start}startups/{slug}/index.html" for slug in ("hidden-forge", "lantern-works", "sealed-lamp") for start in ("", "hi/")]
    assert "A lamp that comes home" in (output / "site" / "startups" / "lantern-works" / "index.html").read_text(encoding="utf-8")
    site = BuiltSite(output / "site")
    assert [link for page in site.pages.values() for link in page.loads if site.leads_nowhere(page.address, link)] == []
    assert report.spreads == ["lantern-works-1.png", "sealed-lamp-1.png", "hidden-forge-1.png"], "a mark TODO is allowed in a draft"
    assert "| warning P620 | startups/hidden-forge.md:" in comment
    with Image.open(output / "spreads" / "lantern-works-1.png") as spread:
        assert spread.width > 2 * spread.height * 0.6 and len(spread.getcolors(1000)) > 8
    assert all(f"spreads/{name}" in (output / "index.html").read_text() for name in report.spreads)


def test_a_draft_too_thin_to_be_printed_is_told_and_stops_nothing(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("showcase.forge.built.pages", lambda *_: [])
    thin = CONTENT["startups/hidden-forge.md"].partition("innovations:")[0] + "clearance:" + THIN.partition("clearance:")[2]
    sources = CONTENT["startups/hidden-forge.md"].partition("sources:")[2].partition("clearance:")[0]
    stage = "stage:\n  - {step: listed, of: lamp, src: [2]}\nsources:"
    head = propose(repository, {"startups/hidden-forge.md": thin.replace("clearance:", f"{stage}{sources}clearance:", 1)})
    report, comment = looked(repository, head, 0)
    assert report.failed == "" and report.spreads == [] and "error[P802]" in report.unset
    assert "That stops nothing until it is to be published:" in comment and "इससे कुछ नहीं रुकता:" in comment


def test_a_new_profile_with_errors_is_told_with_its_places_and_no_preview_is_made(
    repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    head = propose(repository, {"startups/loud-box.md": BROKEN})
    report, comment = looked(repository, head, 1, "--format", "github")
    assert [(row.slug, row.kind) for row in report.profiles] == [("loud-box", "added")]
    (error,) = [row for row in report.problems if row.severity == "error"]
    assert (error.path, error.line, error.code) == ("startups/loud-box.md", 11, "P201")
    assert "::error file=startups/loud-box.md,line=11," in capfd.readouterr().out
    assert f"error {error.code} | startups/loud-box.md:11:" in comment
    assert report.pages == report.spreads == [] and "once the errors are mended" in comment


def test_a_proposal_allows_itself_nothing(repository: Path) -> None:
    """What data/check.yml keeps silent is that of the base; a changed one is told of."""
    own = "allowances: [{code: P201, severity: 'off', reason: this is a fine technology, paths: [startups/loud-box.md]}]\n"
    report, comment = looked(repository, propose(repository, {"startups/loud-box.md": BROKEN, "data/check.yml": own}), 1)
    assert [row.code for row in report.problems if row.severity == "error"] == ["P201"]
    assert "data/check.yml is changed. The check goes by the base's own" in comment
    assert "data/check.yml बदली गई है।" in comment
    assert "The check finds 1 error and " in comment and "जाँच में 1 ग़लती और " in comment


def test_an_error_that_a_deletion_brings_to_another_profile_is_told(repository: Path) -> None:
    both = {BOX: THIN.replace("clearance:", "related: [lantern-works]\nclearance:")}
    git(repository, "checkout", "-q", "main")
    related = propose(repository, both)
    git(repository, "branch", "-f", "with-related", related)
    git(repository, "checkout", "-q", "with-related")
    git(repository, "rm", "-q", LAMP, "startups/lantern-works.hi.md")
    git(repository, "commit", "-qm", "Lantern Works goes")
    git(repository, "checkout", "-q", "main")
    assert main(["--root", str(repository), "preview", "--base", related, "--head", "with-related"]) == 1
    report = read((repository / "dist" / "pr-preview" / "report.json").read_bytes())
    assert [row.path for row in report.problems if row.severity == "error"] == [BOX]


@pytest.mark.parametrize("change", [{BOX: None}, {BOX: THIN.replace("status: published", "status: draft")}])
def test_a_public_profile_that_goes_without_a_notice_is_an_error(repository: Path, change: dict[str, str | None]) -> None:
    """G52: its address would lead nowhere."""
    report, comment = looked(repository, propose(repository, change), 1)
    (error,) = [row for row in report.problems if row.severity == "error"]
    assert (error.code, error.path) == ("P705", BOX)
    assert error.message.en == "quiet-box was public, and its address would lead nowhere." in comment
    assert "data/archive.yml" in error.fix.hi and "कहीं नहीं" in error.message.hi


def test_renamed_data_and_nothing_at_all(repository: Path) -> None:
    renamed = {BOX: None, "startups/silent-box.md": THIN, "data/archive.yml": RENAMED}  # its id is that of the old name
    report, comment = looked(repository, propose(repository, renamed), 1)
    assert [(row.slug, row.kind, row.before) for row in report.profiles] == [("silent-box", "renamed", "quiet-box")]
    assert [row.code for row in report.problems if row.severity == "error"] == ["P601"]
    assert "renamed from quiet-box" in comment and "quiet-box का नया नाम" in comment
    assert [(row.slug, row.to, row.day) for row in report.leaving] == [("quiet-box", "silent-box", "2026-11-22")]
    assert "- quiet-box becomes silent-box, as of 22 November 2026; the old address leads on to the new one." in comment
    assert "- quiet-box 22 नवंबर 2026 से silent-box है;" in comment
    text = (repository / "data" / "stages.yml").read_text(encoding="utf-8")
    report, comment = looked(repository, propose(repository, {"data/stages.yml": f"{text}# A remark\n"}), 0)
    assert (report.profiles, report.pages) == ([], []) and "- data/stages.yml (changed)" in comment
    report, comment = looked(repository, propose(repository, {}), 0)
    assert report.files == [] and "No profile, picture, data or message differs" in comment


HOSTILE = {
    "a link": ("startups/leak.md", "120000", "/etc/passwd", "startups/leak.md is a symbolic link; only files are taken."),
    "a submodule": ("images/quiet-box/more", "160000", "", "images/quiet-box/more is a submodule; only files are taken."),
    "a strange name": ("startups/a\\..\\b.md", "100644", "x", "startups/a\\..\\b.md has a name that is not taken"),
    "two cases": ("startups/Quiet-Box.md", "100644", "x", "differ in capitals alone"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_could_lead_out_of_the_content_is_refused(repository: Path, kind: str) -> None:
    path, mode, content, reason = HOSTILE[kind]
    report, comment = looked(repository, propose_entry(repository, path, mode, content), 1)
    assert [reason in one for one in report.refused] == [True]
    assert "is not looked at" in comment and report.pages == []
    assert not (repository / ".cache" / "pr-preview" / "world" / "startups").exists()


def test_a_base_that_is_not_there_is_wrong_use(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(repository), "preview", "--base=--upload-pack=x"]) == 2
    assert main(["--root", str(repository), "preview", "--base", "nowhere"]) == 2
    assert "There is no commit called “nowhere”" in capsys.readouterr().err
