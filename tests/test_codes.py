"""Every code that a rule can give is given by some mistake, and by nothing else that is tested here.

Holds G19 of docs/standards.md.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from letters import ADMIRAL, HINDI, SENTENCE, letter
from letters import HINDI_PATH as LETTER_HINDI
from letters import PATH as LETTER
from PIL import Image
from test_mistakes import MISTAKES, PATH, problems_of
from world import PROFILE, ROOT, make_world, profile

from showcase import checker

PHOTO = ("sources:\n", "photographs: [{id: sea, file: sea.png, alt: A lamp, credit: A. Rao, licence: CC BY 4.0, "
         "caption: A lamp%s}]\nsources:\n")  # fmt: skip
STORY = PROFILE.split("---\n")[2]
NO_STORY = (STORY, "")


def changed(old: str, new: str) -> dict[str, str | bytes]:
    return {PATH: profile((old, new))}


def picture(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height)).save(file, "PNG")
    return file.getvalue()


def hindi(text: str) -> dict[str, str | bytes]:
    return {PATH: PROFILE, "startups/lantern-works.hi.md": text}


def pair(*websites: str) -> dict[str, str | bytes]:
    """Two profiles of one story, and of these websites."""
    texts = [PROFILE, profile(("id: lantern-works", "id: other"), ("name: Lantern Works", "name: Other Works"))]
    for number, url in enumerate(websites):
        texts[number] = profile(("status:", f'website: {{url: "{url}", src: [1]}}\nstatus:'), base=texts[number])
    return {PATH: texts[0], "startups/other.md": texts[1]}


CASES: dict[str, dict[str, str | bytes]] = {
    code: changed(*change) for change, (code, *_) in MISTAKES.values()
} | {
    "P001": {PATH: b"\xff\xfe"},
    "P002": {PATH: PROFILE + "x" * 140_000},
    "P003": {PATH: "hello"},
    "P012": changed("name: Lantern Works", "name: L\u0430ntern Works"),
    "P013": changed("name: Lantern Works", "name: Lantern \u2713"),
    "P014": changed("name: Lantern Works", r'name: "Lantern\nWorks"'),
    "P015": changed("name: Lantern Works", "name: “Lantern Works”"),
    "P016": changed("in 2016.[^1]", "in 2016 🚀.[^1]"),
    "P208": changed("[unmanned-marine-systems]", "[unmanned-marine-systems, unmanned-marine-systems]"),
    "P303": changed(STORY, STORY + "\nIt floats.\n"),
    "P305": changed("in 2016.[^1]", "in 2016.[1]"),
    "P405": changed(*NO_STORY),
    "P502": {PATH: PROFILE, "images/lantern-works/spare.png": b"x"},
    "P504": {PATH: profile((PHOTO[0], PHOTO[1] % "")), "images/lantern-works/sea.png": b"x"},
    "P505": {PATH: profile((PHOTO[0], PHOTO[1] % "")), "images/lantern-works/sea.png": picture(300, 200)},
    "P506": {PATH: profile((PHOTO[0], PHOTO[1] % ", consent: false")),
             "images/lantern-works/sea.png": picture(1200, 900)},
    "P507": changed("sources:\n", "spread: photograph\nsources:\n"),
    "P603": changed("{basis: public-sources}", "{basis: firm}"),
    "P604": changed("name_hi: लैंटर्न वर्क्स", "name_hi: Lantern"),
    "P605": hindi("---\ninnovations:\n  diya: {specs: {Endurence: {label: क, value: ख}}}\n---\nदीया।[^1]\n"),
    "P606": {PATH: PROFILE, "startups/notes.txt": "x"},
    "P607": {PATH: PROFILE, "startups/Lantern.md": PROFILE},
    "P608": {PATH: PROFILE, "startups/lantern.hi.md": "---\nfigures: {}\n---\n"},
    "P609": {PATH: PROFILE, "startups/other.md": profile(("id: lantern-works", "id: other"))},
    "P610": changed("date: 2023-01-09", "date: 2098-01-09"),
    "P611": changed("verified_on: 2026-11-22\nreview_by: 2027-05-22", "verified_on: 2020-11-22\nreview_by: 2021-05-22"),
    "P508": {PATH: profile((PHOTO[0], PHOTO[1].replace("}]", "}, {id: b, file: b.png, alt: A, credit: A. Rao, "
                                                       "licence: CC BY 4.0, caption: A}]") % "")),
             "images/lantern-works/sea.png": picture(1200, 900), "images/lantern-works/b.png": picture(1200, 900)},
    "P612": changed(STORY, "Diya floats for 12 hours.[^2]\n"),
    "P613": {f"startups/{slug}{end}": profile(("id: lantern-works", f"id: {slug}"), ("name: Lantern Works", f"name: {slug.title()}"))
             if end == ".md" else "---\nfigures: {}\n---\n"
             for slug, end in (("ash", ".md"), ("ash", ".hi.md"), ("elm", ".md"), ("elm", ".hi.md"), ("oak", ".md"))},
    "P614": changed("https://example.org/lamp", "https://example.org/lamp?a=1&utm_source=x"),
    "P620": changed(STORY, STORY + "\nTODO: tell more.[^1]\n"),
    "P630": pair("https://www.example.org/", "http://EXAMPLE.org"),
    "P631": {path: text.replace(STORY, STORY + "\n" + STORY) for path, text in pair().items()},
    "P640": changed("in 2016.[^1]", "in 2016; call 98765 43210.[^1]"),
    "P702": {PATH: PROFILE, "data/check.yml": "allowances: [{code: P102, severity: 'off', reason: not now and not later}]"},
    "P703": {PATH: PROFILE, "data/check.yml": "allowances: [{code: P611, severity: 'off', reason: reviews are held in May}]"},
    "P704": {PATH: PROFILE, "data/archive.yml": "issues: []\nrenamed: []\nwithdrawn: [{id: lantern-works, name: A, name_hi: क, withdrawn_on: 2026-11-26}]\n"},
    "P820": {PATH: PROFILE, "book/messages/admiral.md": ADMIRAL},
    "P821": {PATH: PROFILE, LETTER: ADMIRAL, "book/messages/10-keeper.md": ADMIRAL},
    "P822": {PATH: PROFILE, LETTER_HINDI: HINDI},
    "P823": {PATH: PROFILE, LETTER: letter((SENTENCE, ""))},
    "P824": {PATH: PROFILE, LETTER: letter((SENTENCE, f"{SENTENCE.strip()}[^1]"))},
    "P999": changed(STORY, STORY + "# a\n" * 60),
}  # fmt: skip

# Told where no profile is at fault: a data file that is gone, a page of the book that overruns or loses a text.
ELSEWHERE = {
    "P701": "test_vocabulary.py",
    "P705": "test_forge_preview.py",
    "P801": "test_book_profiles.py",
    "P802": "test_book_lines.py",
    "P803": "test_book_completeness.py",
    "P804": "test_book_completeness.py",
    "P805": "test_book_completeness.py",
    "P810": "test_book_plan.py",
    "P811": "test_book_plan.py",
    "P812": "test_press_profiles.py",
    "P813": "test_press_profiles.py",
    "P814": "test_press_profiles.py",
    "P815": "test_press_profiles.py",
    "P816": "test_press_profiles.py",
    "P830": "test_release_owner.py",
    "P831": "test_release_owner.py",
}


@pytest.mark.parametrize("code", sorted(CASES))
def test_the_mistake_has_its_code(code: str, tmp_path: Path) -> None:
    told = checker.examine(make_world(tmp_path, CASES[code])).problems
    assert code in {problem.code for problem in told}


def test_a_sound_profile_has_no_code(tmp_path: Path) -> None:
    assert problems_of(tmp_path, PROFILE) == []


def test_no_code_is_without_its_case() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "showcase").rglob("*.py"))
    assert sorted(set(re.findall(r'"(P\d{3})"', source)) - set(CASES) - set(ELSEWHERE)) == []
    assert all((ROOT / "tests" / name).is_file() for name in ELSEWHERE.values())
