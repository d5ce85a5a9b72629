"""Messages as files: what is read, in what order, and every mistake told in one run."""

from __future__ import annotations

from pathlib import Path

import pytest
from letters import (
    ADMIRAL,
    HINDI,
    HINDI_PATH,
    HINDI_SENTENCE,
    PATH,
    SENTENCE,
    letter,
    portrait,
    portrayed,
    signature,
)
from sites import build, make_project
from world import PROFILE, make_world, profile

from showcase import catalogue, checker, messages
from showcase.cli import main
from showcase.reports import text as as_text

PORTRAIT = {"book/messages/admiral.jpg": portrait()}


def problems_of(folder: Path, text: str = ADMIRAL, **more: str | bytes) -> list[str]:
    """Every problem of a world with this message as an editor reads it, one text each."""
    files = {"startups/lantern-works.md": PROFILE, PATH: text} | {f"book/messages/{n}": t for n, t in more.items()}
    told = checker.examine(make_world(folder, files)).problems
    return [as_text.paragraph(one) for one in told]


def headed(told: str) -> str:
    """The place and the sentence of a problem, in one line."""
    sentence, place = told.split("\n")[:2]
    return f"{place.partition('--> ')[2]} {sentence}"


def test_there_may_be_none(tmp_path: Path) -> None:
    world = make_world(tmp_path, {"startups/lantern-works.md": PROFILE})
    assert catalogue.load(world).messages == ()


def test_messages_come_in_the_order_of_their_numbers_with_their_hindi(tmp_path: Path) -> None:
    files = {
        "book/messages/100-keeper.md": letter(("Asha Lantern", "Ravi Beacon")),
        PATH: ADMIRAL, HINDI_PATH: HINDI, "book/messages/9-warden.md": letter(("Asha Lantern", "Meera Tide")),
    }  # fmt: skip
    found = catalogue.load(make_world(tmp_path, files)).messages
    assert [(one.stem, one.facts.name, bool(one.text_hi)) for one in found] == [
        ("9-warden", "Meera Tide", False), ("10-admiral", "Asha Lantern", True), ("100-keeper", "Ravi Beacon", False),
    ]  # fmt: skip
    assert found[1].text == SENTENCE.strip()
    assert found[1].text_hi == HINDI_SENTENCE.strip()


def test_a_sound_message_has_no_problem(tmp_path: Path) -> None:
    text = portrayed(("sent: {by", "signature: sign.png\nsent: {by"))
    more = {"admiral.jpg": portrait(), "sign.png": signature(), "10-admiral.hi.md": HINDI}
    assert problems_of(tmp_path, text, **more) == []


def test_a_misspelt_key_is_told_word_for_word(tmp_path: Path) -> None:
    assert problems_of(tmp_path, letter(("office: Admiral", "ofice: Admiral"))) == [
        "error[P101]: `ofice` is not a key that is known here.\n"
        " --> book/messages/10-admiral.md:4:1\n"
        "  |\n"
        "4 | ofice: Admiral of the Lanterns\n"
        "  | ^^^^^ did you mean “office”?\n"
        "  = allowed: name, name_hi, office, office_hi, place, place_hi, date, portrait, signature, sent\n"
        "  = to mend: correct the key or remove the line.\n"
        "  = write instead:\n"
        "      office: Admiral of the Lanterns\n"
        "  = more: python -m showcase check --explain P101"
    ]


def test_words_that_nobody_sent_are_told_word_for_word(tmp_path: Path) -> None:
    assert problems_of(tmp_path, letter(("sent: {by: Office of the Lanterns, day: 2026-10-03}\n", ""))) == [
        "error[P102]: the key `sent` is missing.\n"
        " --> book/messages/10-admiral.md:1:1\n"
        "  |\n"
        "1 | ---\n"
        "  | ^ missing or empty\n"
        "  = to mend: add a line such as sent: {by: Who sent these words for the book, day: 2026-11-22}\n"
        "  = add:\n"
        "      sent: {by: Who sent these words for the book, day: 2026-11-22}\n"
        "  = more: python -m showcase check --explain P102"
    ]


def test_a_portrait_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    told = problems_of(tmp_path, portrayed(), **{"admira.jpg": portrait()})
    assert [one.splitlines()[0] for one in told] == ["error[P501]: “admiral.jpg” is not a file in book/messages/."]
    assert "did you mean “admira.jpg”?" in told[0]
    assert "allowed: admira.jpg" in told[0]


# What was changed, and the problem: code, line, column, sentence.
MISTAKES = {
    "no credit": (portrayed((", credit: Ravi Beacon", "")), "8:11 error[P503]: this photograph has no credit; it may not be shown."),
    "refused": (portrayed(("consent: true", "consent: false")), "8:114 error[P506]: the people shown have not agreed to this photograph."),
    "no whole day": (letter(("day: 2026-10-03", "day: 2026-10")), "8:41 error[P106]: `day` is “2026-10”, which is not a date."),
    "not yet": (letter(("day: 2026-10-03", "day: 2096-10-03")), "8:41 warning[P610]: the date 2096-10-03 lies in the future."),
    "no text": (letter((SENTENCE, "")), "11:1 error[P823]: the message has no text."),
    "cites": (letter((SENTENCE, f"{SENTENCE.strip()}[^1]")), "10:107 error[P824]: the message cites [^1], and a message has no sources."),
    "heading": (letter((SENTENCE, f"# Greetings\n{SENTENCE}")), "10:1 error[P406]: the message holds a heading; it may hold paragraphs and emphasis only."),
    "HTML": (letter((SENTENCE, f"<b>{SENTENCE}")), "10:1 error[P404]: the message holds raw HTML, <b>"),
    "English in Hindi": (letter(("name_hi: आशा लैंटर्न", "name_hi: Asha")), "3:10 error[P604]: `name_hi` holds no Hindi."),
    "Hindi in English": (letter((SENTENCE, HINDI_SENTENCE)), "10:1 error[P604]: the message is written in Hindi."),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    text, expected = MISTAKES[name]
    told = problems_of(tmp_path, text, **({"admiral.jpg": portrait()} if "admiral.jpg" in text else {}))
    assert [headed(one) for one in told] == [f"{PATH}:{expected}"]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("admiral.md", ADMIRAL, "admiral.md:1:1 error[P820]: admiral.md is not the name of a message."),
        ("20-Admiral.md", ADMIRAL, "20-Admiral.md:1:1 error[P820]: 20-Admiral.md is not the name of a message."),
        ("notes.txt", "x", "notes.txt:1:1 error[P820]: notes.txt is not the name of a message."),
        ("10-keeper.md", ADMIRAL, "10-keeper.md:1:1 error[P821]: 10-admiral.md has the place 10 already."),
        ("20-keeper.hi.md", HINDI, "20-keeper.hi.md:1:1 error[P822]: this Hindi file has no English message 20-keeper.md."),
        ("10-admiral.hi.md", ADMIRAL, "10-admiral.hi.md:2:1 error[P101]: `name` is not a key that is known here."),
        ("10-admiral.hi.md", letter((HINDI_SENTENCE, SENTENCE), base=HINDI),
         "10-admiral.hi.md:4:1 error[P604]: the message holds no Hindi."),
        ("10-admiral.hi.md", letter((HINDI_SENTENCE, ""), base=HINDI), "10-admiral.hi.md:5:1 error[P823]: the message has no text."),
    ],
)  # fmt: skip
def test_a_file_out_of_place_is_told(name: str, content: str, expected: str, tmp_path: Path) -> None:
    assert headed(problems_of(tmp_path, ADMIRAL, **{name: content})[0]) == f"book/messages/{expected}"


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (b"GIF89a", "admiral.jpg cannot be used: it is not a JPEG, PNG or WebP picture."),
        (portrait()[:9000], "admiral.jpg cannot be used: the file ends before the picture does."),
        (portrait(300, 400), "admiral.jpg has 300 × 400 pixels; its longer side needs 800."),
        (signature(4000, 900), "admiral.jpg is more than 4 times as long as it is wide."),
    ],
)
def test_a_portrait_is_as_safe_as_any_photograph(tmp_path: Path, picture: bytes, expected: str) -> None:
    (told,) = problems_of(tmp_path, portrayed(), **{"admiral.jpg": picture})
    assert expected in told.split("\n")[0]


def test_a_link_to_another_file_is_no_portrait(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.jpg").write_bytes(portrait())
    world = make_world(tmp_path, {"startups/lantern-works.md": PROFILE, PATH: portrayed()})
    (world / "book/messages/admiral.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    (problem,) = checker.examine(world).problems
    assert (problem.code, problem.message) == ("P504", "admiral.jpg is a link to another file.")


def test_a_signature_may_be_small_and_wide(tmp_path: Path) -> None:
    text = letter(("sent: {by", "signature: sign.png\nsent: {by"))
    assert problems_of(tmp_path / "a", text, **{"sign.png": signature(600, 100)}) == []
    (told,) = problems_of(tmp_path / "b", text, **{"sign.png": signature(300, 100)})
    assert "sign.png has 300 × 100 pixels; its longer side needs 400." in told


def test_a_signature_whose_file_has_other_capitals_is_told_once_by_its_key(tmp_path: Path) -> None:
    text = letter(("sent: {by", "signature: Sign.PNG\nsent: {by"))
    (told,) = problems_of(tmp_path, text, **{"sign.png": signature()})
    assert "= to mend: write signature: sign.png\n" in told
    assert told.split("\n")[-2].strip() == "signature: sign.png"


def test_messages_and_profiles_are_checked_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = profile(("status: published", "status: publish"))
    world = make_world(tmp_path, {"startups/lantern-works.md": broken, PATH: letter(("name: Asha", "nmae: Asha"))})
    assert main(["--root", str(world), "check"]) == 1
    told = capsys.readouterr().out
    assert [line.partition("--> ")[2] for line in told.splitlines() if "--> " in line] == [
        "book/messages/10-admiral.md:2:1", "startups/lantern-works.md:5:9",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paths", "verdict"),
    [
        ([], "1 profile and 1 message checked: no errors.\n"),
        ([HINDI_PATH], "1 message checked: no errors.\n"),
        (["startups"], "1 profile checked: no errors.\n"),
    ],
)
def test_the_check_counts_the_messages_it_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], paths: list[str], verdict: str
) -> None:
    world = make_world(tmp_path, {"startups/lantern-works.md": PROFILE, PATH: ADMIRAL, HINDI_PATH: HINDI})
    assert main(["--root", str(world), "check", *(str(world / path) for path in paths)]) == 0
    assert capsys.readouterr().out == verdict


def test_the_site_shows_no_message(tmp_path: Path) -> None:
    project = make_project(tmp_path, {PATH: portrayed(), **PORTRAIT})
    assert catalogue.load(project).messages
    done = build(project)
    assert done.returncode == 0, done.stdout
    texts = [path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()]
    assert len(texts) > 20
    assert [text for text in texts if b"Admiral" in text or b"Asha Lantern" in text] == []


def test_an_editors_leavings_are_passed_over(tmp_path: Path) -> None:
    assert problems_of(tmp_path, ADMIRAL, **{"10-admiral.md~": "x", ".DS_Store": "x"}) == []
    assert messages.read(tmp_path)[0][0].stem == "10-admiral"
