"""The blocks of a profile: every text that a reader meets, and the line of the file that states it."""

from __future__ import annotations

from pathlib import Path

import pytest
from full import HINDI, SLUG, TEXT, files
from world import make_world

from showcase import catalogue
from showcase.blocks import blocks, told_by
from showcase.catalogue import Catalogue
from showcase.saying import Block
from showcase.told import TOLD


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue.load(make_world(tmp_path_factory.mktemp("blocks"), files()))


def named(loaded: Catalogue, language: str) -> dict[str, Block]:
    found = blocks(loaded.by_slug[SLUG], language)
    assert len({one.name for one in found}) == len(found)
    return {one.name: one for one in found}


@pytest.mark.parametrize(
    ("name", "texts", "line"),
    [
        ("name", ["Lantern Works"], "name: Lantern Works"),
        ("legal_name", ["Lantern Works Private Limited"], "legal_name: {value: "),
        ("aliases: Moonlight Labs", ["Moonlight Labs"], "aliases: ["),
        ("founders: Bela Sen", ["Bela Sen"], "  - {name: Bela Sen"),
        ("home", ["Pune", "Maharashtra"], "home: {city: Pune"),
        ("website", ["lantern.example.org"], "website: {url: "),
        ("challenges: idea", ["iDEX"], "  - {id: idea"),
        ("challenges: lamp", ["DISC 7", "A lamp that floats"], "  - {id: lamp"),
        ("end_users: indian-navy", ["Indian Navy"], "  - {id: lamp"),
        ("end_users: indian-army", ["Indian Army"], "  - {id: indian-army"),
        ("technologies: energy-and-power", ["Energy and power"], "technologies: ["),
        ("innovations: diya", ["Diya", "A lamp that floats for 12 hours."], "  - id: diya"),
        ("innovations: diya, Endurance", ["Endurance", "12 hours"], "      - {label: Endurance"),
        ("stage: contract, lamp", ["Development contract", "DISC 7", "February 2023", "the first of its kind"],
         "  - {step: contract"),
        ("milestones: contract", ["9 January 2023", "Contract signed for the lamp.", "about Rs 3 crore"],
         "  - {id: contract, date"),
        ("background: prize", ["Diya was shown at a fair of lights."], "  - {id: prize"),
        ("photographs: sea", ["Diya at sea off Alibag.", "A lamp on dark water", "Chitra Bose", "CC BY 4.0"],
         "  - {id: sea"),
        ("related: torch-works", ["Torch Works"], "related: ["),
        ("verified_on", ["22 November 2026"], "verified_on: "),
        ("sources: 2", ["Naval Notes", "January 2023", "Report in Marathi", "Read in a copy", "example.org"],
         "  - {id: 2, publisher"),
        ("story paragraph 1", ["Asha Rao began in Pune in 2016.",
                               "On 9 January 2023 the Navy signed for Diya, which floats for 12 hours."],
         "Asha Rao began"),
        ("story paragraph 2", ["No one steers it home."], "No one"),
    ],
)  # fmt: skip
def test_a_block_has_its_texts_and_the_line_that_states_them(
    loaded: Catalogue, name: str, texts: list[str], line: str
) -> None:
    block = named(loaded, "en")[name]
    assert [piece.text for piece in block.pieces] == texts
    assert block.path == f"startups/{SLUG}.md"
    assert TEXT.split("\n")[block.place[0] - 1].startswith(line)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("challenges: lamp", "डिस्क 7 तैरने वाला दीप", "  lamp: {problem"),
        ("innovations: diya", "दीया 12 घंटे तक तैरने वाला दीप।", "    name: दीया"),
        ("innovations: diya, Endurance", "सहनशक्ति 12 घंटे", "      Endurance:"),
        ("milestones: contract", "9 जनवरी 2023 दीप के लिए अनुबंध हुआ। लगभग 3 करोड़ रुपये", "  contract: {what"),
        ("story paragraph 2", "इसे कोई नहीं चलाता।", "इसे कोई"),
    ],
)
def test_in_hindi_it_has_the_hindi_texts_and_the_line_of_the_hindi_file(
    loaded: Catalogue, name: str, text: str, line: str
) -> None:
    block = named(loaded, "hi")[name]
    assert block.text == text
    assert block.path == f"startups/{SLUG}.hi.md"
    assert HINDI.split("\n")[block.place[0] - 1].startswith(line)


def test_what_has_no_hindi_is_told_in_english_and_stated_in_the_english_file(loaded: Catalogue) -> None:
    blocks_of_torch = {one.name: one for one in blocks(loaded.by_slug["torch-works"], "hi")}
    story = blocks_of_torch["story paragraph 1"]
    assert story.text.startswith("Dipa Roy lit")
    assert {one.path for one in blocks_of_torch.values()} == {"startups/torch-works.md"}


def test_every_field_that_anybody_tells_is_in_some_block(loaded: Catalogue) -> None:
    told = {
        piece.field for language in ("en", "hi") for one in named(loaded, language).values() for piece in one.pieces
    }
    assert sorted(told) == sorted(path for path, telling in TOLD.items() if telling.by)


def test_site_and_book_tell_the_same_but_for_what_is_declared(loaded: Catalogue) -> None:
    startup = loaded.by_slug[SLUG]
    site, book = ({one.name for one in told_by(teller, startup, "en")} for teller in ("site", "book"))
    assert site - book == {"summary", "review_by", "related: torch-works"}
    assert book - site == {"aliases: Moonlight Labs"}


def test_a_step_that_follows_on_the_same_rung_does_not_name_it_again(tmp_path: Path) -> None:
    twice = TEXT.replace("stage:\n", "stage:\n  - {id: second, step: contract, of: idea, src: [1]}\n")
    world = make_world(tmp_path, {**files(), f"startups/{SLUG}.md": twice})
    found = {one.name: one.text for one in blocks(catalogue.load(world).by_slug[SLUG], "en")}
    assert found["stage: contract, idea"] == "Development contract iDEX"
    assert found["stage: contract, lamp"] == "DISC 7 February 2023 the first of its kind"
