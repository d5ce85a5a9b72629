"""Two thousand profiles with something wrong in them: each harm is told at its line, and nothing throws."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from world import PROFILE, make_world

from showcase import checker
from showcase.checker import Entry, Reader
from showcase.problems import Problem

PATH = Path("startups/lantern-works.md")
REQUIRED = ("id", "name", "name_hi", "status", "headline", "headline_hi", "summary", "summary_hi", "technologies", "verified_on", "review_by")
LINE = re.compile(r"(" + "|".join(REQUIRED) + r"): .*")
Mutation = tuple[bytes, set[int]]
"""The bytes of a mutated file, and the lines at which a problem is to be told."""


def lines_of(text: str, pattern: re.Pattern[str] = LINE) -> list[int]:
    return [number for number, line in enumerate(text.split("\n")) if pattern.fullmatch(line)]


def replaced(rng: random.Random, with_what: Callable[[str, str], str]) -> Mutation:
    """One line of a required key with another value."""
    lines = PROFILE.split("\n")
    at = rng.choice(lines_of(PROFILE))
    key, _, value = lines[at].partition(": ")
    lines[at] = f"{key}: {with_what(key, value)}"
    return "\n".join(lines).encode(), {at + 1}


def dropped(rng: random.Random) -> Mutation:
    lines = PROFILE.split("\n")
    del lines[rng.choice(lines_of(PROFILE))]
    return "\n".join(lines).encode(), {1}


def swapped(rng: random.Random) -> Mutation:
    return replaced(rng, lambda key, _: rng.choice(["{a: 1}", "[[1]]", "-7", "3.5", "[{a: b}]", "{}"]))


def broken(rng: random.Random) -> Mutation:
    data, junk = PROFILE.encode(), rng.choice([b"\xff", b"\xc3\x28", b"\x00", b"\x1b", b"\x80", b"\xed\xa0\x80", b"\x07"])
    at = rng.choice([place for place in range(len(data)) if data[place] < 0x80])
    return data[:at] + junk + data[at:], {data.count(b"\n", 0, at) + 1}


def nested(rng: random.Random) -> Mutation:
    deep = rng.randrange(13, 3000)
    return replaced(rng, lambda key, _: rng.choice(["[" * deep + "]" * deep, "{a: " * deep + "1" + "}" * deep]))


def aliased(rng: random.Random) -> Mutation:
    return replaced(rng, lambda key, value: rng.choice(["*a", f"&a {value}", "*lamp-1", "&x [1, 2]"]))


def doubled(rng: random.Random) -> Mutation:
    lines = PROFILE.split("\n")
    at = rng.choice(lines_of(PROFILE))
    to = rng.choice([number for number in lines_of(PROFILE) if number >= at]) + 1
    return "\n".join([*lines[:to], lines[at], *lines[to:]]).encode(), {to + 1}


def trapped(rng: random.Random) -> Mutation:
    traps = ["NO", "on", "12", "~", "a: b", "x #1", "'open", "!!python/object:os.system x", "“curly”", "{{ x }}", "%a", "@b", "`c`"]
    day = {"verified_on": "2024-02-30", "review_by": "05/06/2027"}
    return replaced(rng, lambda key, _: rng.choice([*traps, day.get(key, "2024-01-31")]))


HARMFUL = {"dropped": dropped, "swapped": swapped, "broken": broken, "nested": nested, "aliased": aliased, "doubled": doubled, "trapped": trapped}
OPTIONAL = re.compile(r"(hi_reviewed|founded|home): .*")


def carriage(rng: random.Random) -> bytes:
    return PROFILE.replace("\n", "\r\n").encode()


def marked(rng: random.Random) -> bytes:
    return b"\xef\xbb\xbf" + PROFILE.encode()


def cheerful(rng: random.Random) -> bytes:
    words = PROFILE.split("---\n")[2].split(" ")
    at = rng.randrange(1, len(words))
    emoji = rng.choice("🚀 🇮🇳 👩🏽‍🚀 ☀️ 1️⃣ 🎉🎉".split(" "))
    return PROFILE.replace(" ".join(words), " ".join([*words[:at], emoji, *words[at:]])).encode()


def shorter(rng: random.Random) -> bytes:
    lines = PROFILE.split("\n")
    del lines[lines_of(PROFILE, re.compile("hi_reviewed: null"))[0]]
    return "\n".join(lines).encode()


HARMLESS = {"CRLF": carriage, "BOM": marked, "emoji": cheerful, "optional key": shorter}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    found = Reader.of(make_world(tmp_path_factory.mktemp("fuzz"), {PATH.as_posix(): PROFILE}))
    assert found
    return found


def read(reader: Reader, data: bytes) -> tuple[Entry | None, list[Problem]]:
    return reader.read(reader.root / PATH, data)


def seeded(kind: str, count: int) -> Iterator[random.Random]:
    return (random.Random(f"{kind} {number}") for number in range(count))


@pytest.mark.parametrize("kind", HARMFUL)
def test_each_harm_is_told_at_the_line_that_was_changed(kind: str, reader: Reader) -> None:
    untold = []
    for rng in seeded(kind, 200):
        data, lines = HARMFUL[kind](rng)
        told = {problem.line for problem in read(reader, data)[1] if problem.severity == "error"}
        if not lines & told:
            untold.append((data, lines, told))
    assert untold == []


@pytest.mark.parametrize("kind", HARMLESS)
def test_what_does_no_harm_loads_as_the_same_profile(kind: str, reader: Reader) -> None:
    sound, _ = read(reader, PROFILE.encode())
    assert sound
    for rng in seeded(kind, 100):
        entry, told = read(reader, HARMLESS[kind](rng))
        assert entry
        assert [problem for problem in told if problem.severity == "error"] == []
        assert (entry.profile, " ".join(entry.document.body.split())) == (sound.profile, " ".join(sound.document.body.split()))


def test_nothing_throws_whatever_happens_to_a_file(reader: Reader) -> None:
    data = PROFILE.encode()
    for rng in seeded("wild", 200):
        wild = bytearray(data)
        for _ in range(rng.randrange(1, 6)):
            at, length = rng.randrange(len(wild)), rng.randrange(40)
            wild[at : at + length] = rng.choice([b"", rng.randbytes(length), wild[:length], b"- " * length, b"{" * length])
        entry, told = read(reader, bytes(wild))
        assert entry or told
        assert all(one.cause.sentence(language) and one.line >= 1 for one in told for language in ("en", "hi"))


def test_the_whole_project_is_read_with_such_files_in_it(tmp_path: Path) -> None:
    files = {f"startups/mutant-{kind}.md": HARMFUL[kind](random.Random(kind))[0] for kind in HARMFUL}
    told = checker.examine(make_world(tmp_path, files)).problems
    assert {problem.path for problem in told} == set(files)
