"""The catalogue of problems: each code in both languages, none without a use, none without its page."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from test_cli import run
from world import ROOT

from showcase import causes
from showcase.causes import Entry, Term, catalogue

SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "showcase").rglob("*.py"))
DEVANAGARI = re.compile("[\u0900-\u097f]")


def fields(template: str) -> set[str]:
    return {name for _text, name, *_ in Formatter().parse(template) if name}


def test_every_code_of_the_library_is_in_the_catalogue_and_the_reverse() -> None:
    assert set(re.findall(r'"(P\d{3})"', SOURCE)) == set(catalogue())


def test_every_kind_is_used_and_every_use_has_its_kind() -> None:
    used = set(re.findall(r'cause\(\s*"(P\d{3})",\s*"([a-z-]+)"', SOURCE))
    known = {(code, kind) for code, entry in catalogue().items() for kind in entry.says}
    assert sorted(used - known) == []
    assert sorted(kind for code, kind in known - used if f'"{kind}"' not in SOURCE) == []


def test_every_term_is_used() -> None:
    terms = causes._read(causes.FOLDER / "terms.yml")
    told = {key.removesuffix("-one") for key in terms}
    assert sorted(key for key in told if f'"{key}"' not in SOURCE and not key.startswith(("heading-", "the-", "ask-"))) == []


@pytest.mark.parametrize("entry", catalogue().values(), ids=lambda entry: entry.code)
def test_every_text_stands_in_both_languages_with_the_same_words_in_it(entry: Entry) -> None:
    pairs = [entry.title, entry.means, entry.why]
    pairs += [text for one in entry.says.values() for text in (one.sentence, one.remedy) if text]
    for pair in pairs:
        assert set(pair) == {"en", "hi"}
        assert fields(pair["en"]) == fields(pair["hi"])
        assert not DEVANAGARI.search(pair["en"])
        assert DEVANAGARI.search(pair["hi"]) or pair["hi"] in ("HTML", "{remedy}")
    assert entry.wrong != entry.right
    assert all(len(one.sentence["en"]) < 200 for one in entry.says.values())


def test_a_term_is_its_english_and_knows_its_hindi() -> None:
    term = Term("ge", n="3")
    assert (term, term.in_language("hi")) == ("3 or more", "3 या अधिक")


def test_a_code_is_explained_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    status, told, _ = run(capsys, "check", "--explain", "p201")
    assert status == 0
    assert told.startswith("error[P201]: unknown entry\n\nWhat it means:\n  ")
    assert "Wrong:\n  technologies: [unmaned-aerial-systems]" in told
    status, told, _ = run(capsys, "check", "--lang", "hi", "--explain", "P201")
    assert "गलत:\n  technologies: [unmaned-aerial-systems]" in told


def test_an_unknown_code_is_a_mistake_of_usage(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, told = run(capsys, "check", "--explain", "P2011")
    assert status == 2
    assert told.startswith("P2011 is not a code. Did you mean P201?")


def test_hindi_is_said_to_the_last_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from world import PROFILE, make_world, profile

    world = make_world(tmp_path, {"startups/lantern-works.md": PROFILE})
    assert run(capsys, "--root", str(world), "check", "--lang", "hi")[1] == "1 प्रोफ़ाइल की जाँच हुई: कोई त्रुटि नहीं।\n"
    make_world(tmp_path, {"startups/lantern-works.md": profile(("status: published", "status: publish"))})
    told = run(capsys, "--root", str(world), "check", "--lang", "hi")[1]
    assert told.endswith("\n\n1 त्रुटि। त्रुटियाँ सुधारने तक कुछ नहीं बनाया जाएगा।\n")


def test_whatever_stops_a_command_is_said_in_the_language_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from world import PROFILE, make_world, profile

    import build_pdf

    world = make_world(tmp_path, {"startups/lantern-works.md": profile(("status: published", "status: publish"))})
    assert build_pdf.main(["--lang", "hi"], root=world) == 1
    assert capsys.readouterr().err.startswith("त्रुटि[P107]: `status` में “publish” है")
    make_world(tmp_path, {"startups/lantern-works.md": PROFILE, "data/stages.yml": "x"})
    assert run(capsys, "--root", str(world), "fix", "--lang", "hi")[2].startswith("त्रुटि[P003]: ")


def test_why_a_spread_cannot_be_set_is_said_in_both_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from world import PROFILE, make_world

    from showcase.book import edition
    from showcase.live import printed
    from showcase.problems import ContentErrors, Problem

    def stop(*_all: object) -> None:
        raise ContentErrors([Problem(causes.cause("P801", "across", name="Diya", what=Term("the-name"), amount="3.0"), "x.md")])

    monkeypatch.setattr(edition, "make_reading_edition", stop)
    with pytest.raises(SystemExit) as ended:
        printed.main(make_world(tmp_path, {"startups/lantern-works.md": PROFILE}), tmp_path, ["lantern-works"])
    assert "error[P801]: Diya: the name overruns its place in the book by 3.0 mm across." in str(ended.value)
    assert "त्रुटि[P801]: Diya: नाम: पुस्तक में अपनी जगह से 3.0 मिमी चौड़ा है।" in str(ended.value)
