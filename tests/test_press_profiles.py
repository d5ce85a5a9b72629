"""Press profiles: the two that are worked out, and every mistake in one told with its place."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import pytest
from world import ROOT

from showcase.book.press.isbn import check_digit, isbn_fault
from showcase.book.press.loading import UnknownPress, load_press
from showcase.book.press.sections import Binder
from showcase.book.settings import load_settings
from showcase.problems import ContentErrors

CASE_ICC = "icc: press/fogra39-300.icc      #"


def book_yml(folder: Path, *changes: tuple[str, str]) -> Path:
    """A project with the real measures, each (old, new) replaced at its first place; the old must be there."""
    text = (ROOT / "book" / "book.yml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, f"{old!r} is not in book.yml"
        text = text.replace(old, new, 1)
    (folder / "book").mkdir(exist_ok=True)
    (folder / "book" / "book.yml").write_text(text, encoding="utf-8")
    return folder


def icc(kind: bytes = b"prtr", colours: bytes = b"CMYK") -> bytes:
    """The head of an ICC profile of a class and a colour space, without tags: enough to be told by."""
    head = bytearray(128)
    head[8:12], head[12:16], head[16:20], head[20:24] = b"\x02\x40\x00\x00", kind, colours, b"Lab "
    head[36:40] = b"acsp"
    whole = bytes(head) + struct.pack(">I", 0)
    return struct.pack(">I", len(whole)) + whole[4:]


def told(root: Path) -> list[str]:
    """The first lines of what is told of book.yml, without the file's name."""
    with pytest.raises(ContentErrors) as caught:
        load_settings(root)
    return [f"{one.line}:{one.column} {one.code} {one.message}" for one in caught.value.problems]


def place(root: Path, text: str) -> str:
    """Line and column of a text in book.yml."""
    before = (root / "book" / "book.yml").read_text(encoding="utf-8").split(text)[0]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_two_presses_are_worked_out() -> None:
    offset, digital = load_settings(ROOT).press.values()
    assert (offset.binding, offset.signature, offset.ink_limit, offset.condition) == ("case", 16, 300, "FOGRA39")
    assert (digital.binding, digital.signature, digital.ink_limit, digital.marks) == ("perfect", 4, 240, ())
    assert (offset.binder, digital.binder) == (Binder(16, (8,), is_sewn=True), Binder(4))
    assert offset.paper.caliper == pytest.approx(0.1445)
    assert offset.cover.boards.turn_in == 18
    assert digital.cover.boards is None


MISTAKES = {
    "unknown binding": (("binding: case ", "binding: caze "), "caze",
                        "P107 `binding` is “caze”, which is not allowed."),
    "odd signature": (("signature: 16", "signature: 6"), "6                   # pages",
                      "P107 `signature` is “6”, which is not allowed."),
    "unknown standard": (("standard: x-4", "standard: x-5"), "x-5",
                         "P107 `standard` is “x-5”, which is not allowed."),
    "unknown mark": (("registration, ", "registrasion, "), "registrasion,",
                     "P107 `marks` is “registrasion”, which is not allowed."),
    "unknown key": (("ink_limit: 300", "inklimit: 300"), "inklimit",
                    "P101 `inklimit` is not a key that is known here."),
    "ink in words": (("ink_limit: 300", "ink_limit: much"), "much",
                     "P103 `ink_limit` holds “much”; it must be a whole number."),
    "paper without bulk": ((", bulk: 0.85}", "}"), "{name: Coated matt", "P102 the key `bulk` is missing."),
    "a case without boards": (("      boards: {thickness: 2.5, square: 3, inset: 3.5, hinge: 9, turn_in: 18}\n", ""),
                              "bleed: 3                      # of the jacket",
                              "P812 a case has boards, and none are given."),
    "a jacket too low": (("higher: 6", "higher: 5"), "{wider: 8",
                         "P812 the jacket is lower than the boards that it covers."),
    "a jacket too narrow": (("{wider: 8", "{wider: 7"), "{wider: 7",
                            "P812 the jacket is narrower than the boards that it covers."),
    "a perfect binding with boards": (("allowance: 0.6}", "allowance: 0.6, boards: {thickness: 2, square: 3, inset: 3, hinge: 9, turn_in: 18}}"),
                                      "{thickness: 2,", "P812 a perfect binding has no boards; only a case has."),
    "leaves that are sewn": (("part_sections: [8]", "part_sections: [8, 2]"), "[8, 2]",
                             "P812 sections of 2 pages cannot be sewn."),
    "a part that is a whole": (("part_sections: [8]", "part_sections: [16]"), "[16]",
                               "P812 a part section is smaller than a whole one of 16 pages."),
    "an odd part": (("part_sections: [8]", "part_sections: [6]"), "6]\n", "P107 `part_sections` is “6”, which is not allowed."),
    "more least than wanted": (("least: 200", "least: 300"), "{least: 300",
                               "P812 fewer pixels are wanted than the least that is let through."),
    "more bleed than is drawn": (("    bleed: 3\n    marks: [crop", "    bleed: 5\n    marks: [crop"), "5\n    marks: [crop",
                                 "P812 pages are drawn 3 mm beyond the trim, not 5."),
    "a soft cover's board for a case": (("materials: {}", "materials: {cover: {name: Board}}"), "{name: Board}",
                                        "P812 a case binding as it is set here has no cover to be made."),
    "a material that there is not": (("materials: {}", "materials: {spine: {name: Cloth}}"), "spine: {name: Cloth}",
                                     "P101 `spine` is not a key that is known here."),
    "a wrong ISBN": (("isbn: null                      # or", 'isbn: {hi: "978-0-306-40615-8"} # or'), '"978-0',
                     "P815 “978-0-306-40615-8” is no ISBN: its last digit should be 7."),
    "an ISBN without quotes": (("isbn: null                      # or", "isbn: {hi: 9780306406157} # or"), "9780306406157}",
                               "P104 YAML reads the value of `hi` as a number, not as text."),
    "an ISBN by itself": (("isbn: null                      # or", 'isbn: "978-0-306-40615-7" # or'), '"978-0-306',
                          "P103 `isbn` holds “978-0-306-40615-7”; it must be `key: value` lines."),
    "an edition that there is not": (("isbn: null                      # or", 'isbn: {english: "978-0-306-40615-7"} # or'),
                                     "english:", "P101 `english` is not a key that is known here."),
    "a word for marks": (("    marks: []\n", "    marks: none\n"), "none\n    safety", "P103 `marks` holds “none”; it must be a list."),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_at_its_place(mistake: str, tmp_path: Path) -> None:
    change, at, message = MISTAKES[mistake]
    root = book_yml(tmp_path, change)
    assert told(root) == [f"{place(root, at)} {message}"]


def test_a_signature_of_leaves_is_not_sewn_either(tmp_path: Path) -> None:
    root = book_yml(tmp_path, ("signature: 16", "signature: 2"), ("part_sections: [8]", "part_sections: []"))
    assert told(root) == [f"{place(root, '2                   # pages')} P812 sections of 2 pages cannot be sewn."]


def test_a_standard_that_is_known_but_not_made_is_refused_when_a_file_is_to_be_made(tmp_path: Path) -> None:
    root = book_yml(tmp_path, ("standard: x-4", "standard: x-1a"))
    assert load_settings(root).press["offset-case"].standard == "x-1a"
    with pytest.raises(ContentErrors) as caught:
        load_press(root)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place) == ("P816", f"book/book.yml:{place(root, 'x-1a')}")
    assert problem.message == (
        "no PDF/X-1a is made: it lets nothing be transparent, and here the lines of every plate are, and the shades "
        "under words; flattened, each would be cut up where it crosses another, or become pixels."
    )
    assert problem.fix == (
        "let `standard` be x-4 and offer the press that file: its colours are CMYK already, so that flattening, "
        "at the press's own resolution, is all that X-1a leaves to be done."
    )


def test_a_number_out_of_range_is_told_with_the_bound(tmp_path: Path) -> None:
    root = book_yml(tmp_path, ("ink_limit: 300", "ink_limit: 500"), ("bulk: 0.85", "bulk: 0.2"))
    with pytest.raises(ContentErrors) as caught:
        load_settings(root)
    assert [(one.message, one.fix) for one in caught.value.problems] == [
        ("`ink_limit` is “500”, which is out of range.", "give 400 at most."),
        ("`bulk` is “0.2”, which is out of range.", "give 0.5 or more."),
    ]


def test_an_unknown_binding_is_told_word_for_word(tmp_path: Path) -> None:
    root = book_yml(tmp_path, ("binding: case ", "binding: caze "))
    with pytest.raises(ContentErrors) as caught:
        load_settings(root)
    lines = str(caught.value).split("\n")
    assert lines[0] == "error[P107]: `binding` is “caze”, which is not allowed."
    assert lines[4].endswith("^^^^ did you mean “case”?")
    assert lines[5].endswith("= allowed: perfect, sewn, case")


def test_the_first_press_is_meant_where_none_is_named(tmp_path: Path) -> None:
    root = book_yml(tmp_path, (CASE_ICC, "icc: mine.icc #"))
    (root / "book" / "mine.icc").write_bytes(icc())
    press = load_press(root)
    assert (press.name, press.profile.binding, press.icc) == ("offset-case", "case", root / "book" / "mine.icc")


def test_a_profile_from_the_root_of_the_disk_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "pressroom.icc"
    file.write_bytes(icc())
    root = book_yml(tmp_path, (CASE_ICC, f"icc: {file} #"))
    assert load_press(root, "offset-case").icc == file


def test_a_condition_that_is_not_the_profile_s_is_told(tmp_path: Path) -> None:
    root = book_yml(tmp_path, ("condition: FOGRA39", "condition: FOGRA51"))
    (root / "book" / "press").mkdir()
    shutil.copy(ROOT / "book" / "press" / "fogra39-300.icc", root / "book" / "press")
    with pytest.raises(ContentErrors) as caught:
        load_press(root)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place) == ("P814", f"book/book.yml:{place(root, 'FOGRA51')}")
    assert problem.message == (
        "the condition is FOGRA51, and press/fogra39-300.icc says of itself “FOGRA39 coated, 300 % ink (Shared Horizons)”."
    )


def test_what_a_press_wants_is_shown_by_an_example_of_its_own(tmp_path: Path) -> None:
    root = book_yml(tmp_path, ("isbn: null                      # or", 'isbn: "978-0-306-40615-7" # or'))
    with pytest.raises(ContentErrors) as caught:
        load_settings(root)
    assert '{bilingual: "978-0-306-40615-7"}' in caught.value.problems[0].fix


def test_an_unknown_press_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownPress) as caught:
        load_press(ROOT, "offset-cas")
    assert str(caught.value) == (
        "book/book.yml has no press profile offset-cas; it has offset-case, digital-perfect. Did you mean offset-case?"
    )


@pytest.mark.parametrize(
    ("content", "code", "sentence"),
    [
        (None, "P813", "there is no ICC profile mine.icc."),
        (b"no profile at all", "P814", "mine.icc is no ICC profile."),
        (icc(b"mntr", b"RGB "), "P814", "mine.icc is a profile of class mntr, not of output."),
        (icc(b"scnr"), "P814", "mine.icc is a profile of class scnr, not of output."),
        (icc(b"prtr", b"RGB "), "P814", "mine.icc is a profile for RGB, not for CMYK."),
    ],
)
def test_an_icc_profile_that_no_press_prints_by_is_told(
    content: bytes | None, code: str, sentence: str, tmp_path: Path
) -> None:
    root = book_yml(tmp_path, (CASE_ICC, "icc: mine.icc #"))
    if content is not None:
        (root / "book" / "mine.icc").write_bytes(content)
    with pytest.raises(ContentErrors) as caught:
        load_press(root, "offset-case")
    (problem,) = caught.value.problems
    assert (f"{problem.line}:{problem.column}", problem.code, problem.message) == (place(root, "mine.icc"), code, sentence)
    assert problem.fix


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("978-0-306-40615-7", ""),
        ("979 1 0000 0000 8", ""),
        ("978-0-306-40615-8", "“978-0-306-40615-8” is no ISBN: its last digit should be 7."),
        ("0-306-40615-2", "“0-306-40615-2” is no ISBN: it has not thirteen digits."),
        ("٩٧٨٠٣٠٦٤٠٦١٥٧", "“٩٧٨٠٣٠٦٤٠٦١٥٧” is no ISBN: it has not thirteen digits."),
        ("4006381333931", "“4006381333931” is no ISBN: it begins with neither 978 nor 979."),
    ],
)
def test_what_is_wrong_with_an_isbn_is_said_in_a_sentence(number: str, sentence: str) -> None:
    found = isbn_fault(number)
    assert (found.sentence() if found else "") == sentence


def test_a_check_digit_may_be_nought() -> None:
    assert check_digit("978030640610") == 2
    assert {check_digit(f"97803064061{n}"[:12]) for n in range(10)} == set(range(10))
