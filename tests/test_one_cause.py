"""One slip of an editor, one message; and the line that it offers, once pasted, mends it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from world import ROOT, make_world

from showcase.checker import Reader
from showcase.problems import Problem, errors

SLUG = "lantern-works"
PATH, HINDI = Path(f"startups/{SLUG}.md"), Path(f"startups/{SLUG}.hi.md")
TEXTS = {PATH: "example.md", HINDI: "example.hi.md"}
FOUNDER, CHALLENGE = "{name: Asha Rao, src: [1]}", "{id: lamp, programme: disc"
# What stood in the English file, what an editor made of it, and the code of the one error.
SLIPS = {
    "no key": ("name: Lantern Works\n", "", "P102"),
    "key misspelt": ("name: Lantern", "nmae: Lantern", "P101"),
    "key in capitals": ("headline: A", "Headline: A", "P101"),
    "key with a hyphen": ("name_hi: लै", "name-hi: लै", "P101"),
    "key with a blank": ("name_hi: लै", "name hi: लै", "P101"),
    "key twice": ("name: Lantern Works\n", "name: Lantern Works\nname: Lantern Works\n", "P006"),
    "no colon": ("status: draft", "status draft", "P004"),
    "equals sign": ("status: draft", "status = draft", "P004"),
    "wide colon": ("status: draft", "status：draft", "P004"),
    "no blank": ("status: draft", "status:draft", "P004"),
    "list for a text": ("name: Lantern Works", "name: [Lantern Works]", "P103"),
    "row for a text": ("name: Lantern Works", "name: {is: Lantern Works}", "P103"),
    "number for a text": ("name: Lantern Works", "name: 42", "P104"),
    "truth for a text": ("name: Lantern Works", "name: yes", "P104"),
    "nothing": ("name: Lantern Works", "name:", "P103"),
    "empty": ("name: Lantern Works", 'name: ""', "P102"),
    "blank at an end": ("name: Lantern Works", 'name: "Lantern Works "', "P106"),
    "two blanks": ("that finds", "that  finds", "P106"),
    "quote left open": ("headline: A", 'headline: "A', "P004"),
    "curly quotes": ("headline: A lamp that finds its own way home", "headline: “A lamp that finds its own way home”", "P015"),
    "emphasis": ("headline: A lamp", "headline: A **lamp**", "P407"),
    "link in a field": ("headline: A lamp", "headline: A [Lamp](https://Example.org/17)", "P407"),
    "too long": ("headline: A lamp", f"headline: A {'very ' * 10}lamp", "P105"),
    "English for Hindi": ("name_hi: लैंटर्न वर्क्स", "name_hi: Lantern Works", "P604"),
    "Hindi for English": ("headline: A lamp that finds its own way home", "headline: जो दीप", "P604"),
    "invisible sign": ("headline: A lamp", "headline: A\u200b lamp", "P011"),
    "telephone": ("headline: A lamp", "headline: 98765 43210 lamp", "P640"),
    "id of another": ("id: lantern-works", "id: lantern-work", "P601"),
    "id in capitals": ("id: lantern-works", "id: Lantern-Works", "P106"),
    "status of another spelling": ("status: draft", "status: Drafts", "P107"),
    "area misspelt": ("[unmanned-marine-systems,", "[unmaned-marine-systems,", "P201"),
    "area by its name": ("[unmanned-marine-systems,", "[Unmanned marine systems,", "P201"),
    "area alone": ("[unmanned-marine-systems, surveillance]", "surveillance", "P103"),
    "area twice": (", surveillance]", ", unmanned-marine-systems]", "P208"),
    "no area": ("[unmanned-marine-systems, surveillance]", "[]", "P102"),
    "four areas": (", surveillance]", ", surveillance, cybersecurity, communications]", "P105"),
    "year in quotes": ("year: 2016", "year: '2016'", "P103"),
    "year in words": ("year: 2016", "year: about 2016", "P103"),
    "year out of range": ("year: 2016", "year: 20166", "P106"),
    "text for a row": ("{year: 2016, src: [1]}", "2016", "P103"),
    "fact without source": (FOUNDER, "{name: Asha Rao}", "P301"),
    "source of no list": (FOUNDER, "{name: Asha Rao, src: 1}", "P103"),
    "empty sources": (FOUNDER, "{name: Asha Rao, src: []}", "P301"),
    "source in quotes": (FOUNDER, "{name: Asha Rao, src: ['1']}", "P103"),
    "source unknown": (FOUNDER, "{name: Asha Rao, src: [7]}", "P202"),
    "source twice": (FOUNDER, "{name: Asha Rao, src: [1, 1]}", "P208"),
    "source under another key": (FOUNDER, "{name: Asha Rao, source: [1]}", "P101"),
    "name for a row": (FOUNDER, "Asha Rao", "P103"),
    "name without its key": (FOUNDER, "{Asha Rao, src: [1]}", "P102"),
    "no colon in a row": (FOUNDER, "{name Asha Rao, src: [1]}", "P004"),
    "no blank in a row": (FOUNDER, "{name:Asha Rao, src: [1]}", "P004"),
    "no braces": (FOUNDER, "name: Asha Rao, src: [1]", "P004"),
    "brace left open": (FOUNDER, FOUNDER[:-1], "P004"),
    "name misspelt": (FOUNDER, "{name: Asha Raoo, src: [1]}", "P403"),
    "city misspelt": ("city: Pune", "city: Punee", "P201"),
    "State by its name": ("state: MH", "state: Maharashtra", "P201"),
    "State in small letters": ("state: MH", "state: mh", "P201"),
    "city of another State": ("state: MH", "state: KA", "P205"),
    "address without protocol": ('url: "https://lantern', 'url: "www.lantern', "P106"),
    "end user misspelt": ("end_user: indian-navy", "end_user: indian-nawy", "P201"),
    "programme misspelt": ("programme: disc", "programme: disk", "P201"),
    "programme in capitals": ("programme: disc", "programme: DISC", "P106"),
    "edition by its name": ("edition: disc-7", "edition: DISC 7", "P106"),
    "id with a capital": ("{id: workshop", "{id: Workshop", "P106"),
    "programme gone": (", programme: disc", "", "P102"),
    "edition misspelt": ("edition: disc-7", "edition: disk-7", "P201"),
    "challenge of another id": (CHALLENGE, "{id: lantern, programme: disc", "P203"),
    "comma in a text": ("A lamp that floats, end", "A lamp, that floats, end", "P004"),
    "comma in a number": ('value: "12 hours", label: how', "value: 12,000 hours, label: how", "P004"),
    "step misspelt": ("step: contract", "step: contracts", "P201"),
    "step for nothing": ("of: lamp", "of: lump", "P203"),
    "month in words": ("date: 2023-01,", "date: January 2023,", "P106"),
    "day that is none": ("date: 2023-01-09", "date: 2023-02-30", "P106"),
    "number for a figure": ('{id: endurance, value: "12 hours"', "{id: endurance, value: 12", "P104"),
    "figure twice": ("milestones:\n", "  - {id: endurance, value: 12 hours, label: so long, src: [1]}\nmilestones:\n", "P206"),
    "photograph of another case": ("file: sea.jpg", "file: Sea.JPG", "P501"),
    "photograph misspelt": ("file: sea.jpg", "file: see.jpg", "P501"),
    "photograph without credit": (", credit: A. Rao", "", "P503"),
    "Hindi of a photograph": ("alt: A lamp on dark water", "alt: A lamp on dark water, alt_hi: दीप", "P101"),
    "too many photographs asked": ("spread: photograph", "spread: photographs", "P507"),
    "related to nobody": ("related: []", "related: [qnu-lab]", "P207"),
    "source id twice": ("{id: 2, publisher", "{id: 1, publisher", "P206"),
    "source gone": ('  - {id: 2, publisher: Naval Notes, date: 2023-01, url: "https://example.org/contract"}\n', "", "P202"),
    "publisher gone": ("publisher: Naval Notes, ", "", "P102"),
    "publisher's name misspelt": ("publisher: Naval", "publsher: Naval", "P101"),
    "ground of another spelling": ("basis: firm", "basis: firms", "P107"),
    "nobody who cleared": ("{basis: firm, by: Asha Rao, date: 2026-11-20}", "{basis: firm}", "P603"),
    "day with slashes": ("verified_on: 2026-11-22", "verified_on: 22/11/2026", "P106"),
    "day of two meanings": ("verified_on: 2026-11-22", "verified_on: 05/11/2026", "P106"),
    "day gone": ("verified_on: 2026-11-22\n", "", "P102"),
    "review before": ("review_by: 2027-05-22", "review_by: 2026-05-22", "P602"),
    "citation in half": ("behind the workshop.[^1]", "behind the workshop.[1]", "P305"),
    "citation left open": ("12 hours.[^2]", "12 hours.[^2", "P305"),
    "citation of nothing": ("12 hours.[^2]", "12 hours.[^7]", "P302"),
    "no citation": ("12 hours.[^2]", "12 hours.", "P303"),
    "number in no row": ("for 12 hours.[^2]", "for 14 hours.[^2]", "P401"),
    "link in the story": ("On 9 January", "On [9](http://Pond.example/14) January", "P406"),
    "HTML in the story": ("Asha Rao began", "<p class=A4>Asha Rao began", "P404"),
    "heading in the story": ("Asha Rao began", "## Asha Rao began", "P406"),
    "no fence below": ("---\nAsha Rao began", "Asha Rao began", "P003"),
}  # fmt: skip
IN_HINDI = {
    "English key": ("alt: गहरे", "alt_hi: गहरे", "P101"),
    "no description": (", alt: गहरे पानी पर एक दीप", "", "P503"),
    "id misspelt": ("endurance:", "enduranse:", "P605"),
    "label misspelt": ("{Endurance:", "{Endurence:", "P605"),
    "figures of Devanagari": ("what: 12 घंटे", "what: १२ घंटे", "P017"),
    "comma in a number": ("value: 12 घंटे, label: दीया", "value: 1,200 घंटे, label: दीया", "P004"),
}  # fmt: skip


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    photo = io.BytesIO()
    Image.effect_noise((1200, 900), 80).convert("RGB").save(photo, "JPEG")
    files = {path.as_posix(): text(path) for path in TEXTS} | {f"images/{SLUG}/sea.jpg": photo.getvalue()}
    found = Reader.of(make_world(tmp_path_factory.mktemp("slips"), files))
    assert found
    return found


def text(path: Path) -> str:
    return (ROOT / "showcase/editors" / TEXTS[path]).read_text(encoding="utf-8")


def told(reader: Reader, path: Path, content: str) -> list[Problem]:
    """The errors of the profile with its Hindi file, one of which holds this content."""
    file = reader.root / path
    before = file.read_bytes()
    file.write_text(content, encoding="utf-8")
    try:
        english = reader.root / PATH
        return errors(reader.read(english, english.read_bytes())[1])
    finally:
        file.write_bytes(before)


def pasted(content: str, problem: Problem) -> str:
    """The file with the line that the problem offers: in place of its own, or added at the head."""
    lines = content.split("\n")
    if problem.instead:
        lines[problem.line - 1] = problem.instead
    else:
        lines.insert(1, problem.add)
    return "\n".join(lines)


def held(reader: Reader, path: Path, slip: tuple[str, str, str]) -> None:
    before, after, code = slip
    sound = text(path)
    assert before in sound, before
    content = sound.replace(before, after, 1)
    found = told(reader, path, content)
    assert [one.code for one in found] == [code], [(one.place, one.message) for one in found]
    (problem,) = found
    assert problem.path == path.as_posix()
    if (problem.instead or problem.add) and code != "P003":
        left = told(reader, path, pasted(content, problem))
        assert left == [], [(one.place, one.message) for one in left]


def test_the_profile_that_slips_are_made_in_is_sound(reader: Reader) -> None:
    assert told(reader, PATH, text(PATH)) == []


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_once_and_the_line_that_is_offered_mends_it(slip: str, reader: Reader) -> None:
    held(reader, PATH, SLIPS[slip])


def test_an_id_that_has_changed_is_told_where_the_hindi_speaks_of_it(reader: Reader) -> None:
    (problem,) = told(reader, PATH, text(PATH).replace("{id: endurance", "{id: how-long"))
    assert (problem.code, problem.path) == ("P605", HINDI.as_posix())


def test_an_id_in_another_form_is_offered_in_its_own(reader: Reader) -> None:
    (problem,) = told(reader, PATH, text(PATH).replace("edition: disc-7", "edition: DISC 7"))
    assert "edition: disc-7," in problem.instead


def test_a_source_that_is_gone_is_told_once_with_every_place_that_names_it(reader: Reader) -> None:
    (problem,) = told(reader, PATH, text(PATH).replace("  - {id: 2, publisher", "  - {id: 3, publisher"))
    assert problem.message == (
        "“2” is not a source of this profile; it also stands at startups/lantern-works.md:24, startups/lantern-works.md:26, "
        "startups/lantern-works.md:30, startups/lantern-works.md:45, startups/lantern-works.hi.md:17."
    )  # fmt: skip
    assert "यह यहाँ भी है: startups/lantern-works.md:24, " in problem.cause.sentence("hi")


@pytest.mark.parametrize("slip", IN_HINDI)
def test_a_slip_in_the_hindi_file_too(slip: str, reader: Reader) -> None:
    held(reader, HINDI, IN_HINDI[slip])
