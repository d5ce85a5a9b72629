"""The command `new`: a profile to begin with, that passes as a draft and never stands in another's place."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from test_cli import run
from world import PROFILE, make_world

from showcase import checker, yamltree
from showcase.slugs import slug_of
from showcase.yamlplain import plain

PATH = "startups/lantern-works.md"
NAMES = {
    "Lantern Works": "lantern-works", "Lantern Works Pvt. Ltd.": "lantern-works", "QNu Labs Private Limited": "qnu-labs",
    "लैंटर्न वर्क्स": "laintarn-varks", "Ørsted & Søn": "orsted-and-son", "O’Brien’s Café": "obriens-cafe", "M/s A.B.C. Systems": "m-s-abc-systems",
    "Śrī Rāma Technologies": "sri-rama-technologies", "3D+ Labs": "3d-plus-labs", "ＡＢＣ": "abc", "The Company": "the-company",
    "!!!": "", "தமிழ்": "", "a" * 90: "a" * 60,
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_slug_is_made_from_the_name(name: str) -> None:
    assert slug_of(name) == NAMES[name]


@pytest.mark.parametrize("text", ["Lantern Works", "NO", "2024", "a: b", "x #1", "{a}", "A, B", "‘Sea’", "null", "- a", "“x”", "&a", "*a", "'", '"'])
def test_every_text_is_written_so_that_it_is_read_back(text: str) -> None:
    assert yamltree.read(f"a: {plain(text)}") == {"a": text}
    assert yamltree.read(f"[{plain(text)}]") == [text]


def new(world: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    return run(capsys, "--root", str(world), "new", *arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("Sea Buoys",), ("Sea, Buoys: [NO] #1 {x}", "--slug", "sea"), ("समुद्री बोया",),
        ("Sea Buoys", "--hindi", "समुद्री बोया", "--technology", "unmanned-marine-systems", "--state", "MH", "--city", "Pune",
         "--edition", "disc-7", "--step", "contract", "--publisher", "The Harbour Times: News", "--source", "https://example.org/a"),
    ],
)  # fmt: skip
def test_a_new_profile_passes_apart_from_its_marks(
    arguments: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = make_world(tmp_path, {PATH: PROFILE})
    status, said, _ = new(world, capsys, *arguments, "--yes")
    assert status == 0
    file = said.split()[1].rstrip(",")
    assert said.endswith(f"python -m showcase check {file}\n")
    assert (world / "images" / Path(file).stem).is_dir()
    told = checker.examine(world).problems
    assert {(one.path, one.code, one.severity) for one in told} == {(file, "P620", "warning")}
    text = (world / file).read_text(encoding="utf-8")
    (world / file).write_text(text.replace("status: draft", "status: published"), encoding="utf-8")
    assert {(one.code, one.severity) for one in checker.examine(world).problems if one.severity == "error"} == {("P620", "error")}


@pytest.mark.parametrize("name", ["Lantern Works", "LANTERN WORKS Private Limited", "Lantern-Works"])
def test_a_firm_that_is_there_is_named_and_nothing_is_made(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = make_world(tmp_path, {PATH: PROFILE})
    assert new(world, capsys, name, "--yes") == (
        1, "", f"{PATH} is about this firm already; write what is new there. Nothing was made.\n",
    )  # fmt: skip
    assert new(world, capsys, name, "--slug", "another", "--yes")[0] == 1
    assert [path.name for path in (world / "startups").iterdir()] == ["lantern-works.md"]
    assert (world / PATH).read_text(encoding="utf-8") == PROFILE


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("தமிழ்",), "no file can be called after “தமிழ்”; give a name"),
        (("Sea", "--slug", "../Sea"), "no file can be called after “../Sea”"),
        (("Sea", "--state", "MHH"), "“MHH” is no value for --state. did you mean “MH”? allowed: "),
        (("Sea", "--hindi", "Samudra"), "“Samudra” holds no Hindi;"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    arguments: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, told = new(make_world(tmp_path, {PATH: PROFILE}), capsys, *arguments, "--yes")
    assert status == 2
    assert told.startswith(said)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_it_asks_what_was_not_given_and_again_where_it_was_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("समुद्री बोया\nunmaned-marine-systems\nunmanned-marine-systems\nMH\n\n\n\n\n\n"))
    status, said, _ = new(make_world(tmp_path, {PATH: PROFILE}), capsys, "Sea Buoys", "--lang", "hi")
    assert status == 0
    assert "क्या आपका आशय “unmanned-marine-systems” था?" in said
    text = (tmp_path / "startups/sea-buoys.md").read_text(encoding="utf-8")
    assert "name_hi: समुद्री बोया\n" in text
    assert "technologies: [unmanned-marine-systems]\n" in text
    assert "home: {state: MH, src: [1]}\n" in text
