"""Every mistake an editor can make is told with its place, in words that say how to mend it.

Holds S4, S5 and S9 of docs/standards.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from world import PROFILE, make_world, profile

from showcase import checker
from showcase.model.hindi import HindiText
from showcase.model.message import HindiMessage, MessageFacts
from showcase.model.profile import Profile
from showcase.problems import Problem
from showcase.reports import text
from showcase.rules import documents

PATH = "startups/lantern-works.md"


def problems_of(folder: Path, content: str | bytes, **more: str | bytes) -> list[Problem]:
    """The problems of a world that holds one profile with this content."""
    files = {PATH: content} | {path.replace("__", "/"): text for path, text in more.items()}
    return list(checker.examine(make_world(folder, files)).problems)


def test_a_sound_profile_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, PROFILE) == []


# What was changed, and the problem: code, line, column, sentence.
MISTAKES = {
    "malformed YAML": (
        ("headline: A lamp", "headline: A lamp: one"),
        ("P004", 6, 17, "a colon followed by a space stands inside a text without quotes."),
    ),
    "bracket that is not closed": (
        ("end_user: indian-navy, src: [2]}", "end_user: indian-navy, src: [2}"),
        ("P004", 17, 107, "the bracket [ that opens here is not closed, or a comma is missing in it."),
    ),
    "dash in another column": (
        ("  - {id: 1, title", "- {id: 1, title"),
        ("P004", 33, 3, "the line is indented otherwise than those above it."),
    ),
    "number in quotes": (
        ("year: 2016", "year: '2016'"),
        ("P103", 12, 17, "`year` holds the text “2016”; it must be a whole number."),
    ),
    "city misspelt": (
        ("home: {city: Pune", "home: {city: Punee"),
        ("P201", 15, 14, "“Punee” is not a city of data/cities.yml."),
    ),
    "tab": (
        ("  - {name: Asha Rao, src: [1]}", "\t- {name: Asha Rao, src: [1]}"),
        ("P005", 14, 1, "a tab is used as indentation; YAML allows spaces only."),
    ),
    "duplicate key": (
        ("status: published", "name: Lantern\nstatus: published"),
        ("P006", 5, 1, "the key `name` stands twice; it is on line 3 already."),
    ),
    "alias": (
        ("technologies: [unmanned-marine-systems]", "technologies: &a [unmanned-marine-systems]\naliases: *a"),
        ("P007", 11, 15, "the mark &a names this value for repetition, and is lost from the text."),
    ),
    "depth": (
        ("status: published", "status: " + "[" * 40 + "]" * 40),
        ("P008", 5, 20, "the values are nested more than 12 levels deep."),
    ),
    "tag": (
        ("status: published", "status: !!str published"),
        ("P009", 5, 9, "the tag tag:yaml.org,2002:str is not allowed."),
    ),
    "unknown key": (
        ("headline: A", "hedline: A"),
        ("P101", 6, 1, "`hedline` is not a key that is known here."),
    ),
    "missing key": (
        ("name: Lantern Works\n", ""),
        ("P102", 1, 1, "the key `name` is missing."),
    ),
    "wrong type": (
        ("technologies: [unmanned-marine-systems]", "technologies: unmanned-marine-systems"),
        ("P103", 11, 15, "`technologies` holds “unmanned-marine-systems”; it must be a list."),
    ),
    "YAML's NO": (
        ("name: Lantern Works", "name: NO"),
        ("P104", 3, 7, "YAML reads the value of `name` as false, not as text."),
    ),
    "YAML's on": (
        ("headline: A lamp that finds its own way home", "headline: on"),
        ("P104", 6, 11, "YAML reads the value of `headline` as true, not as text."),
    ),
    "YAML's date": (
        ('value: "12 hours", label', "value: 2024-01-05, label"),
        ("P104", 28, 28, "YAML reads the value of `value` as a date, not as text."),
    ),
    "too long headline": (
        ("A lamp that finds its own way home", "A lamp that finds its own way home " * 3),
        ("P105", 6, 11, "`headline` has 104 characters; 70 are allowed."),
    ),
    "too long summary": (
        ("makes a floating lamp", "makes a floating lamp" + " and another" * 30),
        ("P105", 8, 10, "`summary` has 424 characters; 320 are allowed."),
    ),
    "date that does not parse": (
        ("date: 2023-01-09", "date: 2023-02-30"),
        ("P106", 30, 26, "`date` is “2023-02-30”, which is not a date."),
    ),
    "figure that does not parse": (
        ("year: 2016", "year: 16"),
        ("P106", 12, 17, "`year` is “16”, which is out of range."),
    ),
    "wrong status": (
        ("status: published", "status: publish"),
        ("P107", 5, 9, "`status` is “publish”, which is not allowed."),
    ),
    "unknown technology": (
        ("[unmanned-marine-systems]", "[unmaned-marine-systems]"),
        ("P201", 11, 16, "“unmaned-marine-systems” is not a technology area."),
    ),
    "unknown end user": (
        ("end_user: indian-navy", "end_user: indian-nawy"),
        ("P201", 17, 89, "“indian-nawy” is not an end user."),
    ),
    "unknown edition": (
        ("edition: disc-7", "edition: disc-77"),
        ("P201", 17, 42, "“disc-77” is not an edition of the programme disc."),
    ),
    "source id that does not exist": (
        ("label: how long Diya floats, src: [1]", "label: how long Diya floats, src: [7]"),
        ("P202", 28, 75, "“7” is not a source of this profile."),
    ),
    "step tied to nothing": (
        ("of: lamp", "of: lump"),
        ("P203", 26, 26, "“lump” is not a challenge or an innovation of this profile."),
    ),
    "city in another State": (
        ("state: MH", "state: KA"),
        ("P205", 15, 27, "Pune lies in MH, not in KA."),
    ),
    "same id twice": (
        ("- id: diya", "- id: lamp"),
        ("P206", 19, 9, "the id “lamp” stands twice in `challenges` and `innovations`."),
    ),
    "related to nobody": (
        ("sources:\n", "related: [qnu-labs]\nsources:\n"),
        ("P207", 31, 11, "“qnu-labs” is not the slug of another profile."),
    ),
    "fact without source": (
        ("{name: Asha Rao, src: [1]}", "{name: Asha Rao}"),
        ("P301", 14, 5, "this fact names no source."),
    ),
    "citation without source": (
        ("in 2016.[^1]", "in 2016.[^9]"),
        ("P302", 38, 32, "the citation [^9] has no source."),
    ),
    "source defined in the story": (
        ("for 12 hours.[^2]\n", "for 12 hours.[^2]\n\n[^1]: The Harbour Times\n"),
        ("P304", 40, 1, "a source is defined in the story."),
    ),
    "number in the story": (
        ("floats for 12 hours.[^2]", "floats for 14 hours.[^2]"),
        ("P401", 38, 98, "the story gives the number 14, which stands in no row of fact."),
    ),
    "number in words": (
        ("floats for 12 hours.[^2]", "floats for seventeen hours.[^2]"),
        ("P401", 38, 98, "the story gives the number “seventeen”, which stands in no row of fact."),
    ),
    "date in the story": (
        ("On 9 January 2023", "On 8 January 2023"),
        ("P402", 38, 40, "the story gives the date 8 January 2023, which stands in no row of fact."),
    ),
    "name in the summary": (
        ("for the Indian Navy", "for the Royal Navy"),
        ("P403", 8, 62, "the summary names “Royal”, which stands in no row of fact."),
    ),
    "raw HTML in the story": (
        ("Asha Rao began", "<b>Asha Rao</b> began"),
        ("P404", 38, 1, "the story holds raw HTML, <b>"),
    ),
    "figures of Devanagari": (
        ("summary_hi: पुणे की", "summary_hi: १२ पुणे की"),
        ("P017", 9, 13, "figures of Devanagari stand here."),
    ),
    "sentence without a source": (
        ("in 2016.[^1]", "in 2016. It was hers.[^1]"),
        ("P303", 38, 1, "this sentence cites no source."),
    ),
    "emphasis in a field": (
        ("headline: A lamp that", "headline: A **lamp** that"),
        ("P407", 6, 13, "`headline` holds Markdown emphasis, **lamp**, which would be printed as it stands."),
    ),
    "heading in the story": (
        ("Asha Rao began", "# Asha Rao began"),
        ("P406", 38, 1, "the story holds a heading; it may hold paragraphs and emphasis only."),
    ),
    "slug that differs from the file name": (
        ("id: lantern-works", "id: lantern-work"),
        ("P601", 2, 5, "the id “lantern-work” differs from the file name lantern-works.md."),
    ),
    "review before verification": (
        ("review_by: 2027-05-22", "review_by: 2026-05-22"),
        ("P602", 36, 12, "`review_by` is 2026-05-22, not after `verified_on`."),
    ),
    "text that is not NFC": (
        ("Lantern Works of Pune", "Lantern Works of Pune\u0301"),
        ("P010", 8, 30, "a character here is not in Unicode normal form C."),
    ),
    "bidi control": (
        ("Asha Rao began", "Asha \u202eRao began"),
        ("P011", 38, 6, "the invisible character U+202E stands here."),
    ),
    "missing photograph": (
        ("sources:\n", "photographs: [{id: sea, file: sea.jpg, alt: A lamp, credit: A. Rao, licence: CC BY 4.0, "
                       "caption: A lamp}]\nsources:\n"),
        ("P501", 31, 31, "“sea.jpg” is not a file in images/lantern-works/."),
    ),
    "photograph without credit": (
        ("sources:\n", "photographs: [{id: sea, file: sea.jpg, alt: A lamp, licence: CC BY 4.0, caption: A lamp}]\n"
                       "sources:\n"),
        ("P503", 31, 15, "this photograph has no credit; it may not be shown."),
    ),
    "photograph without licence": (
        ("sources:\n", "photographs: [{id: sea, file: sea.jpg, alt: A lamp, credit: A. Rao, caption: A lamp}]\n"
                       "sources:\n"),
        ("P503", 31, 15, "this photograph has no licence; it may not be shown."),
    ),
    "photograph without alt": (
        ("sources:\n", "photographs: [{id: sea, file: sea.jpg, credit: A. Rao, licence: CC BY 4.0, caption: A lamp}]\n"
                       "sources:\n"),
        ("P503", 31, 15, "this photograph has no alt; it may not be shown."),
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_mistake_is_told_at_its_place(mistake: str, tmp_path: Path) -> None:
    change, expected = MISTAKES[mistake]
    told = problems_of(tmp_path, profile(change))
    assert expected in [
        (problem.code, problem.line, problem.column, problem.message) for problem in told
    ]
    assert all(problem.path == PATH and (problem.fix or problem.allowed) for problem in told)


ONE_CAUSE = [
    name for name in MISTAKES if name not in ("missing key", "slug that differs from the file name")
]


@pytest.mark.parametrize("mistake", ONE_CAUSE)
def test_one_mistake_is_told_once(mistake: str, tmp_path: Path) -> None:
    told = problems_of(tmp_path, profile(MISTAKES[mistake][0]))
    assert len({problem.code for problem in told}) == 1, text.report(told)


def test_a_problem_reads_as_a_sentence_with_excerpt_and_mending(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, profile(("edition: disc-7,", "edition: disk-7,")))
    told = text.report([problem]).splitlines()
    assert told[:2] == ["error[P201]: “disk-7” is not an edition of the programme disc.", f"  --> {PATH}:17:42"]
    assert told[4].index("^^^^^^ did you mean “disc-7”?") == told[3].index("disk-7")
    assert told[6:] == [
        "   = to mend: correct it, or remove the line where the source states no edition.",
        "   = write instead:",
        f"       {PROFILE.splitlines()[16]}",
        "   = more: python -m showcase check --explain P201",
    ]


MARKED = {
    "A **lamp** by *night*": ("emphasis", "A lamp by night"), "'A __lamp__'": ("emphasis", "'A lamp'"),
    "A [lamp](https://example.org)": ("a-link", "A lamp"), "A ![lamp](a.png)": ("a-picture", "A lamp"),
    "A <b>lamp</b>": ("a-tag", "A lamp"), "Lamp &amp; buoy": ("an-entity", "Lamp & buoy"), "A `lamp`": ("code", "A lamp"),
    "A lamp[^1]": ("a-citation", "A lamp"), "'# Lamp'": ("a-heading", "'Lamp'"), "**A** lamp": ("sign", '"A lamp"'),
    "[A](https://example.org) lamp": ("sign", '"A lamp"'),
}  # fmt: skip


@pytest.mark.parametrize("written", MARKED)
def test_markup_in_a_field_is_told_once_with_the_plain_words(written: str, tmp_path: Path) -> None:
    kind, right = MARKED[written]
    (problem,) = problems_of(tmp_path, profile(("headline: A lamp that finds its own way home", f"headline: {written}")))
    assert kind in (problem.cause.kind, getattr(dict(problem.cause.fields).get("element"), "key", ""))
    assert problem.instead == f"headline: {right}"


def test_signs_that_are_no_markup_and_addresses_are_left_alone(tmp_path: Path) -> None:
    plain = ('value: "12 hours"', 'value: "< 12 hours, a_b_c, 2 * 12 * 12, [sic], R&D; x"'), ("example.org/lamp", "example.org/_lamp_")
    assert problems_of(tmp_path, profile(*plain)) == []


def test_markup_in_the_hindi_file_and_in_a_row_is_told(tmp_path: Path) -> None:
    hindi = "---\nfigures:\n  endurance: {value: 12 घंटे, label: दीया *तैरता* है}\n---\nदीया।[^1]\n"
    row = ("{name: Asha Rao", "{name: Asha *Rao*")
    told = problems_of(tmp_path, profile(row), **{"startups__lantern-works.hi.md": hindi})
    assert [(one.code, one.line, one.instead.strip()) for one in told] == [
        ("P407", 3, "endurance: {value: 12 घंटे, label: दीया तैरता है}"), ("P407", 14, "- {name: Asha Rao, src: [1]}"),
    ]  # fmt: skip


def test_figures_of_devanagari_are_told_by_the_line_and_a_source_keeps_its_title(tmp_path: Path) -> None:
    hindi = "---\nfigures:\n  endurance: {value: १२ घंटे, label: दीया}\n---\nदीया २०१६ में, १२ घंटे।[^1]\n"
    title = ("title: A lamp at sea", "title: २०२२ का दीप")
    told = problems_of(tmp_path, profile(title), **{"startups__lantern-works.hi.md": hindi})
    assert [(one.code, one.line, one.column, one.instead) for one in told] == [
        ("P017", 3, 22, "  endurance: {value: 12 घंटे, label: दीया}"), ("P017", 5, 6, "दीया 2016 में, 12 घंटे।[^1]"),
    ]  # fmt: skip


NONE, LAST = "", "It is hers."
UNCITED = {
    "Asha Rao began in Pune in 2016.[^1] It is hers.": LAST,
    "Asha Rao began in Pune. It was in 2016. She was young.[^1]": "It was in 2016.",
    "It is hers. Asha Rao began in Pune in 2016.[^1]": NONE,
    "Capt. A. Rao of St. No. 12 began in Pune, Ltd. in 2016.[^1]": NONE,
    "“It was in 2016.”[^1] *Asha* began.[^1][^2]": NONE,
    "Asha began[^1] in Pune in 2016.": NONE,
    "Asha began in Pune in 2016. [^1] She floats for 12 hours. [^2]": NONE,
    "Asha Rao began in Pune in 2016.[1] It is hers.": NONE,
}


@pytest.mark.parametrize("story", UNCITED)
def test_a_sentence_with_a_figure_or_after_the_last_source_cites_one(story: str, tmp_path: Path) -> None:
    """A bridge between two sentences may go without; a half citation has a problem of its own."""
    head = PROFILE[: PROFILE.index("Asha Rao began")]
    told = [one for one in problems_of(tmp_path, f"{head}{story}\n") if one.code == "P303"]
    assert [story[one.column - 1 :][: one.width] for one in told] == [UNCITED[story]] * bool(UNCITED[story])


def test_a_point_in_hindi_shortens_and_a_danda_ends(tmp_path: Path) -> None:
    hindi = "---\nfigures: {}\n---\nआशा वी. राव ने 2016 में एच.एल. के साथ आरंभ किया।[^1] वह उन्हीं का है।\n"
    (problem,) = problems_of(tmp_path, PROFILE, **{"startups__lantern-works.hi.md": hindi})
    assert (problem.code, problem.excerpt[problem.caret - 1 :]) == ("P303", "वह उन्हीं का है।")


def test_every_text_of_the_models_is_a_word_or_has_a_form_of_its_own() -> None:
    """By the schemas: texts with neither a pattern nor a choice."""
    found = set()

    def look(schema: Any, key: str) -> None:
        for name, one in schema.get("properties", {}).items():
            look(one, name)
        for part in (*schema.get("anyOf", ()), schema.get("items"), schema.get("additionalProperties"), *schema.get("$defs", {}).values()):
            if isinstance(part, dict):
                look(part, key)
        if schema.get("type") == "string" and not {"pattern", "enum", "const", "format"} & schema.keys():
            found.add(key)

    for model in (Profile, HindiText, MessageFacts, HindiMessage):
        look(model.model_json_schema(), "")
    assert found - documents.WORDS == {"title", "publisher", "url", "file", "city", "signature"}
    assert documents.WORDS <= found


NAMES = {
    "state: Madya Pradesh": ("state: MH", "MP"), "state: Madhya Pradesh": ("state: MH", "MP"), "state: mp": ("state: MH", "MP"),
    "state: मध्य प्रदेश": ("state: MH", "MP"), "state: XX": ("state: MH", "MH"), "state: x": ("state: MH", "MH"),
    "end_user: Indian Air Force": ("end_user: indian-navy", "indian-air-force"), "end_user: navy": ("end_user: indian-navy", "indian-navy"),
    "end_users: [{id: Indian Army, src: [2]}]\nchallenges:": ("challenges:", "indian-army"),
    "[Unmanned Marine Systems]": ("[unmanned-marine-systems]", "unmanned-marine-systems"),
}  # fmt: skip


@pytest.mark.parametrize("written", NAMES)
def test_a_name_for_an_id_is_told_with_the_id_that_is_meant(written: str, tmp_path: Path) -> None:
    """By its names in both languages, by its spelling, and of a State by its city, which is Pune."""
    known, right = NAMES[written]
    (problem,) = problems_of(tmp_path, profile((known, written)))
    assert (problem.code, problem.suggestion) == ("P201", right)
    assert right in problem.allowed and right in problem.instead
    assert problem.excerpt[problem.caret - 1 :].startswith(dict(problem.cause.fields)["value"])


def test_a_binary_file_is_named_and_not_read(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, b"\x89PNG\r\n\x1a\n\x00\x00")
    assert problem.message == "the file is not text in UTF-8."


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, PROFILE + "x" * 140_000)
    assert problem.code == "P002"
    assert problem.fix == "shorten the text; pictures belong in images/."


def test_an_unused_picture_is_told(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, PROFILE, **{"images__lantern-works__spare.jpg": b"x"})
    assert problem.message == "images/lantern-works/spare.jpg is used by no entry of `photographs`."


def test_a_photograph_that_is_no_picture_is_told(tmp_path: Path) -> None:
    row = ("photographs: [{id: sea, file: sea.jpg, alt: A lamp, credit: A. Rao, licence: CC BY 4.0, "
           "caption: A lamp}]\nsources:\n")  # fmt: skip
    told = problems_of(
        tmp_path, profile(("sources:\n", row)), **{"images__lantern-works__sea.jpg": b"GIF89a"}
    )
    assert [problem.code for problem in told] == ["P504"]


FLOW_ROW = "photographs: [{id: sea, file: %s, alt: A lamp, credit: A. Rao, licence: CC BY 4.0, caption: A lamp%s}]\nsources:\n"
NAMED = {
    "Sea.JPG": ("sea.jpg", "sea.jpg"), "sea.jpg": ("Sea.JPG", "Sea.JPG"), "'sea.png'": ("Sea.PNG", "'Sea.PNG'"),
    "SEE.jpg": ("sea.jpg", "sea.jpg"), "boat.jpg": ("sea.jpg", ""),
}  # fmt: skip


@pytest.mark.parametrize("written", NAMED)
def test_a_picture_under_another_name_is_told_once_with_the_line_to_paste(written: str, tmp_path: Path) -> None:
    there, right = NAMED[written]
    told = problems_of(tmp_path, profile(("sources:\n", FLOW_ROW % (written, ""))), **{f"images__lantern-works__{there}": b"x"})
    assert [problem.code for problem in told] == (["P501"] if right else ["P502", "P501"])
    assert told[-1].instead == ((FLOW_ROW % (right, "")).splitlines()[0] if right else "")


def test_the_hindi_of_a_photograph_in_the_english_file_is_sent_to_its_own(tmp_path: Path) -> None:
    """`alt` stands there already: to write it in place of `alt_hi` would give it twice."""
    row = ("sources:\n", FLOW_ROW % ("sea.jpg", ", alt_hi: दीप"))
    (problem,) = problems_of(tmp_path, profile(row), **{"images__lantern-works__sea.jpg": b"x"})
    assert (problem.code, problem.suggestion, problem.instead) == ("P101", None, "")
    assert problem.fix == "write it as `alt` in startups/lantern-works.hi.md, under `photographs` and the id of the entry."


def test_no_key_is_offered_that_stands_beside_it_already(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, profile(("status: published", "status: published\nnames: [Lantern]")))
    assert (problem.code, problem.suggestion) == ("P101", None)


@pytest.mark.parametrize(("change", "example"), [
    (("{id: 1, title", "{title"), "id: 1"), (("id: 2, publisher: Naval Notes, ", "id: 2, "), "publisher: The Harbour Times"),
    (("    name: Diya\n", ""), "name: Diya"), (("year: 2016", "year: x"), "year: 2016"),
    (("{label: Endurance, value", "{value"), "label: Endurance"),
])  # fmt: skip
def test_a_line_such_as_is_one_that_does_at_that_place(change: tuple[str, str], example: str, tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, profile(change))
    assert problem.fix.endswith(f" {example}")


def test_a_line_such_as_is_in_hindi_in_the_hindi_file(tmp_path: Path) -> None:
    hindi = "---\nfigures:\n  endurance: {value: 12 घंटे}\nphotographs:\n  sea: {caption: दीप}\n---\nदीया।[^1]\n"
    photo = {"startups__lantern-works.hi.md": hindi, "images__lantern-works__sea.jpg": b"x"}
    told = problems_of(tmp_path, profile(("sources:\n", FLOW_ROW % ("sea.jpg", ""))), **photo)
    fixes = [problem.fix for problem in told if problem.path.endswith(".hi.md")]
    assert fixes == ["add a line such as label: दीया कितनी देर तैरता है", "add a line such as alt: गहरे पानी पर एक दीप"]


def test_two_profiles_of_one_firm_are_told(tmp_path: Path) -> None:
    second = profile(("id: lantern-works", "id: second-lamp"))
    world = make_world(tmp_path, {PATH: PROFILE, "startups/second-lamp.md": second})
    (problem,) = checker.examine(world).problems
    assert problem.place == "startups/second-lamp.md:3:7"
    assert problem.message == f"{PATH} is about “Lantern Works” already."


def test_the_hindi_file_speaks_of_english_entries(tmp_path: Path) -> None:
    hindi = "---\nfigures:\n  enduranse: {value: 12 घंटे, label: दीया}\n---\nदीया।[^1]\n"
    (problem,) = problems_of(tmp_path, PROFILE, **{"startups__lantern-works.hi.md": hindi})
    assert problem.place == "startups/lantern-works.hi.md:3:3"
    assert (
        problem.message == "“enduranse” is not the id of an entry of `figures` in the English file."
    )
    assert problem.suggestion == "endurance"


STEPS = """\
  - {step: contract, of: lamp, date: 2023-01, src: [2]}
"""


def test_the_hindi_file_speaks_of_steps_by_name(tmp_path: Path) -> None:
    steps = STEPS.replace("src", "note: the first, src") + "  - {id: diya-order, step: order, of: diya, note: for six, src: [2]}\n"
    hindi = "---\nstage:\n  contract: {note: पहला}\n  diya-ordr: {note: छह दीप}\n---\nदीया।[^1]\n"
    (problem,) = problems_of(tmp_path, profile((STEPS, steps)), **{"startups__lantern-works.hi.md": hindi})
    assert problem.place == "startups/lantern-works.hi.md:4:3"
    assert problem.message == "“diya-ordr” is not the id of an entry of `stage` in the English file."
    assert (problem.allowed, problem.suggestion) == (("contract", "diya-order"), "diya-order")


def test_a_note_in_hindi_alone_is_told(tmp_path: Path) -> None:
    hindi = "---\nstage:\n  contract: {note: पहला अनुबंध}\n---\nदीया।[^1]\n"
    (problem,) = problems_of(tmp_path, PROFILE, **{"startups__lantern-works.hi.md": hindi})
    assert (problem.code, problem.place) == ("P605", "startups/lantern-works.hi.md:3:14")
    assert problem.message == "“contract” has no `note` in the English file."


@pytest.mark.parametrize(
    ("second", "column", "message"),
    [
        ("{step: contract,", 12, "the step “contract” stands twice in `stage`."),
        ("{id: contract, step: order,", 10, "the id “contract” stands twice in `stage`."),
    ],
)
def test_a_step_that_stands_twice_needs_an_id(
    second: str, column: int, message: str, tmp_path: Path
) -> None:
    twice = profile((STEPS, STEPS + STEPS.replace("{step: contract,", second)))
    (problem,) = problems_of(tmp_path, twice)
    assert (problem.code, problem.place) == ("P206", f"{PATH}:27:{column}")
    assert problem.message == message


def test_a_step_that_stands_twice_and_has_an_id_is_sound(tmp_path: Path) -> None:
    second = STEPS.replace("{step:", "{id: second-one, step:")
    assert problems_of(tmp_path, profile((STEPS, STEPS + second))) == []


def test_an_unquoted_comma_in_the_hindi_file_is_told(tmp_path: Path) -> None:
    hindi = "---\nfigures:\n  endurance: {value: 1,200 घंटे, label: दीया}\n---\nदीया।[^1]\n"
    problem, *_ = reversed(problems_of(tmp_path, PROFILE, **{"startups__lantern-works.hi.md": hindi}))
    assert problem.message == "a comma in a text without quotes ends it here."
    assert problem.instead == '  endurance: {value: "1,200 घंटे", label: दीया}'


def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    assert problems_of(tmp_path, b"\xef\xbb\xbf" + PROFILE.replace("\n", "\r\n").encode()) == []


def test_an_alias_bomb_costs_no_more_than_its_length(tmp_path: Path) -> None:
    rows = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))
    (problem,) = problems_of(
        tmp_path, profile(("status: published", f"a0: &a0 [x]\n{rows}\nstatus: published"))
    )
    assert problem.code == "P007"


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    world = make_world(tmp_path, {PATH: PROFILE})
    (world / "startups/leak.md").symlink_to("/etc/hostname")
    (problem,) = checker.examine(world).problems
    assert (problem.path, problem.message) == ("startups/leak.md", "this is not an ordinary file.")
