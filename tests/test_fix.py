"""The command `fix`: what is mechanical is mended, once; comments, line ends and meaning stay."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from test_cli import run
from test_pictures import png_that_claims
from world import PROFILE, make_world, profile

from showcase import checker, frontmatter
from showcase.causes import cause
from showcase.mending import told
from showcase.problems import Problem

PATH = "startups/lantern-works.md"
HINDI = "startups/lantern-works.hi.md"
MESSES = {
    "order": profile(("name: Lantern Works\n", ""), ("review_by: 2027-05-22\n", "review_by: 2027-05-22\nname: Lantern Works\n")),
    "dates": profile(("verified_on: 2026-11-22", "verified_on: 22nd Nov. 2026"), ("date: 2023-01-09", "date: 2023/1/9")),
    "spaces": profile(("name: Lantern Works\n", "name:  Lantern Works   \n"), ("of Pune makes", "of  Pune makes"), ("status: p", "status:   p")),
    "number in quotes": profile(("year: 2016", "year: '2016'")),
    "blank after a colon": profile(("name: Lantern", "name:Lantern"), ("review_by: ", "review_by:"), ("{name: Asha", "{name:Asha")),
    "quotes": profile(("headline: A lamp that finds its own way home", "headline: “A lamp that finds its own way home”")),
    "form C": profile(("hi_reviewed: null", "aliases: [Cafe\u0301]\nhi_reviewed: null")),
    "tab": profile(("  - {name: Asha", "\t- {name: Asha")),
    "invisible": profile(("Asha Rao began", "Asha\u200b Rao began")),
    "no-break": profile(("  - {name: Asha", "\u00a0\u00a0- {name: Asha")),
}


def fix(world: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status, said, _ = run(capsys, "--root", str(world), "fix", *arguments)
    return status, said


@pytest.mark.parametrize("mess", MESSES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_is_mechanical_is_mended_once(mess: str, ends: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = make_world(tmp_path, {PATH: MESSES[mess].replace("\n", ends)})
    assert fix(world, capsys) == (0, f"mended: {PATH}\n1 profile checked: no errors.\n")
    whole = (world / PATH).read_bytes()
    assert (b"\r\n" in whole) == (ends == "\r\n")
    assert fix(world, capsys) == (0, "1 profile checked: no errors.\n")
    assert (world / PATH).read_bytes() == whole
    sound = frontmatter.parse(PROFILE, PATH).meta
    meta = frontmatter.parse(whole.decode().replace("\r\n", "\n"), PATH).meta
    assert {key: value for key, value in meta.items() if key != "aliases"} == sound
    assert [key for key in meta if key != "aliases"] == list(sound)


def test_a_text_with_a_colon_is_put_in_quotes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = make_world(tmp_path, {PATH: profile(("headline: A lamp that", "headline: A lamp: it"))})
    assert fix(world, capsys)[0] == 0
    assert 'headline: "A lamp: it finds its own way home"\n' in (world / PATH).read_text(encoding="utf-8")


@pytest.mark.parametrize("written", ["“A lamp: it finds its own way home”", '"“A lamp: it finds its own way home”"'])
def test_curly_quotes_round_a_text_with_a_colon_become_straight_ones(written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = make_world(tmp_path, {PATH: profile(("headline: A lamp that finds its own way home", f"headline: {written}"))})
    assert fix(world, capsys)[0] == 0
    assert 'headline: "A lamp: it finds its own way home"\n' in (world / PATH).read_text(encoding="utf-8")


WIDE = ("founders:\n  - {name: Asha", "founders:\n    - name: Bina Rao\n      src: [1]\n%s- {name: Asha")


@pytest.mark.parametrize(("tabbed", "spaces"), [
    (("home: {city: Pune, state: MH, src: [1]}", "home:\n    city: Pune\n%sstate: MH\n    src: [1]"), (1, 4)),
    (("home: {city: Pune, state: MH, src: [1]}", "home:\n    city: Pune\n%sstate: MH\n%ssrc: [1]"), (1, 4)),
    (WIDE, (1, 4)), (("  - {name: Asha Rao, src: [1]}", "  - name: Asha Rao\n%ssrc: [1]"), (2, 4)),
])  # fmt: skip
def test_a_tab_gives_way_to_the_indentation_of_its_siblings(
    tabbed: tuple[str, str], spaces: tuple[int, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tabbed
    made = [profile((old, new.replace("%s", margin))) for margin in ("\t" * spaces[0], " " * spaces[1])]
    world = make_world(tmp_path, {PATH: made[0]})
    fix(world, capsys)
    assert (world / PATH).read_text(encoding="utf-8") == made[1]


def test_no_mend_makes_a_file_harder_to_read() -> None:
    bad = Problem(cause("P106", "date", key="date", value="x"), PATH, 2, instead='name: "x""')
    assert told.mended(PROFILE, lambda _text: [bad]) == PROFILE
    broken = profile(("name: Lantern", "name: “Lantern: a"), ("headline: A lamp", "headline: A lamp: it"))
    assert frontmatter.fault(told.mended(broken, lambda text: [bad])) == frontmatter.fault(broken) == 3


def test_comments_move_with_the_key_below_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = profile(
        ("status: published\n", ""), ("name: Lantern Works\n", "# as registered\nname: Lantern Works  # not Lanterns\n"),
        ("id: lantern", "# shown\nstatus: published\nid: lantern"), ("verified_on", "# the end\nverified_on"),
    )  # fmt: skip
    world = make_world(tmp_path, {PATH: text})
    fix(world, capsys)
    assert (world / PATH).read_text(encoding="utf-8") == profile(
        ("name: Lantern Works\n", "# as registered\nname: Lantern Works  # not Lanterns\n"),
        ("status: published", "# shown\nstatus: published"), ("verified_on", "# the end\nverified_on"),
    )  # fmt: skip


def test_what_has_no_one_meaning_is_left_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = make_world(tmp_path, {PATH: profile(("verified_on: 2026-11-22", "verified_on: 07/10/2025"))})
    status, said = fix(world, capsys)
    assert (status, said.splitlines()[0]) == (1, "error[P106]: `verified_on` is “07/10/2025”, which is not a date.")


def test_a_difference_is_shown_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = make_world(tmp_path, {PATH: MESSES["quotes"]})
    status, said = fix(world, capsys, "--diff")
    assert status == 1
    assert '+headline: "A lamp that finds its own way home"' in said.splitlines()
    assert (world / PATH).read_text(encoding="utf-8") == MESSES["quotes"]
    assert fix(make_world(tmp_path, {PATH: PROFILE}), capsys, "--diff") == (0, "")


@pytest.mark.parametrize("text", ["no front matter", "---\nname: [\n---\nx", "---\nname: a\nname: b\n---\nx", "---\n[a]: b\n---\n", "\ufeff"])
def test_what_cannot_be_read_is_left_as_it_is(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = make_world(tmp_path, {PATH: text})
    assert fix(world, capsys)[0] == 1
    assert (world / PATH).read_text(encoding="utf-8").strip() == text.strip("\ufeff").strip()


def test_figures_of_devanagari_become_international_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hindi = "---\nfigures:\n  endurance: {value: %s घंटे, label: दीया %s घंटे}\n---\nदीया %s घंटे, %s घंटे।[^1]\n"
    world = make_world(tmp_path, {PATH: PROFILE, HINDI: hindi % (("१२",) * 4)})
    assert fix(world, capsys) == (0, f"mended: {HINDI}\n1 profile checked: no errors.\n")
    assert (world / HINDI).read_text(encoding="utf-8") == hindi % (("12",) * 4)


def test_the_hindi_file_is_mended_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hindi = "---\nmilestones:\n  contract: {what:  अनुबंध}\nfigures: {}\n---\nदीया।[^1]\n\n\n"
    world = make_world(tmp_path, {PATH: PROFILE, HINDI: hindi})
    assert fix(world, capsys)[1].startswith(f"mended: {HINDI}\n")
    assert (world / HINDI).read_text(encoding="utf-8").startswith("---\nfigures: {}\nmilestones:\n")


ROW = "photographs: [{id: sea, file: sea.jpg, alt: A lamp, credit: A. Rao, licence: CC BY 4.0, caption: A lamp}]\nsources:\n"


def test_a_photograph_is_turned_upright_and_tells_nothing_of_its_owner(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, exif = io.BytesIO(), Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera of Asha"
    Image.effect_noise((1200, 900), 80).convert("RGB").save(file, "JPEG", exif=exif, comment=b"at home")
    world = make_world(tmp_path, {PATH: profile(("sources:\n", ROW)), "images/lantern-works/sea.jpg": file.getvalue()})
    picture = world / "images/lantern-works/sea.jpg"
    assert fix(world, capsys, "--diff") == (1, "mended: images/lantern-works/sea.jpg (orientation, metadata)\n")
    assert picture.read_bytes() == file.getvalue()
    assert fix(world, capsys)[0] == 0
    with Image.open(picture) as image:
        assert image.size == (900, 1200)
        assert not image.getexif()
        assert "comment" not in image.info
    whole = picture.read_bytes()
    assert b"Asha" not in whole
    assert fix(world, capsys) == (0, "1 profile checked: no errors.\n")
    assert picture.read_bytes() == whole


@pytest.mark.parametrize(("form", "name"), [("JPEG", "sea.jpg"), ("PNG", "sea.png")])
def test_a_photograph_of_sixty_million_pixels_is_brought_within_the_limit(
    form: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = io.BytesIO()
    Image.new("L" if form == "PNG" else "RGB", (9000, 6700), 128).save(file, form)
    world = make_world(tmp_path, {PATH: profile(("sources:\n", ROW.replace("sea.jpg", name))), f"images/lantern-works/{name}": file.getvalue()})
    (told,) = checker.examine(world).problems
    assert (told.code, told.fix) == (
        "P504", "type `python -m showcase fix`: it makes the picture 6,000 pixels long, which is enough for the book."
    )  # fmt: skip
    assert fix(world, capsys) == (0, f"mended: images/lantern-works/{name} (size)\n1 profile checked: no errors.\n")
    with Image.open(world / "images/lantern-works" / name) as image:
        assert image.size == (6000, 4467)


def test_what_claims_far_more_pixels_is_left_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bomb = png_that_claims(13_000, 10_000)
    world = make_world(tmp_path, {PATH: profile(("sources:\n", ROW.replace("sea.jpg", "sea.png"))), "images/lantern-works/sea.png": bomb})
    status, said = fix(world, capsys)
    assert status == 1
    assert "   = to mend: make it smaller: 6,000 pixels along its longer side are enough for the book.\n" in said
    assert (world / "images/lantern-works/sea.png").read_bytes() == bomb


def test_the_projects_own_profiles_need_no_mending() -> None:
    from world import ROOT

    from showcase.mending import command

    reader = checker.Reader.of(ROOT)
    assert reader
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "startups").glob("*.md")}
    assert [path.name for path, text in texts.items() if command.mended(text, path, reader) != text] == []
