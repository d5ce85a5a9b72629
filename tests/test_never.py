"""What is never published is found wherever it stands in a file, and nothing else is taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from test_mistakes import PATH
from world import PROFILE, ROOT, make_world, profile

from showcase import checker
from showcase.pictures.reading import FORMATS
from showcase.rules.never import GPS, found_in

HITS = {
    "phone": ("+91 98765 43210", "+919876543210", "0091-98765-43210", "9876543210", "98765 43210", "98765-43210", "09876543210",
              "०९८७६५४३२१०", "(020) 2612 3456", "080-23456789", "0261 234 5678", "+1 (415) 555-0132", "+44 20 7946 0018"),
    "mail": ("asha.rao@example.org", "Asha_Rao+x@mail.example.co.in", "asha [at] example [dot] org", "asha(at)example.org"),
    "place": ("17.6868, 83.2185", "17.6868° N, 83.2185° E", "17°41′12″N", "17° 41' 12\" N", "17.68° N", "17.686 degrees north",
              "https://maps.app.goo.gl/Ab3dEf", "https://www.google.com/maps/place/x/@17.68,83.21,17z", "geo:17.68,83.21",
              "https://www.openstreetmap.org/#map=17/17.68/83.21", "7JFJMMPF+5G", "44QKF 12345 67890"),
    "number": ("ABCPE1234F", "2345 6789 0123", "2345-6789-0123"),
    "mark": ("SECRET", "TOP SECRET", "RESTRICTED", "CONFIDENTIAL", "For Official Use Only", "NOFORN", "not for public release",
             "ITAR-controlled", "under NDA", "परम गोपनीय", "केवल सरकारी उपयोग"),
}  # fmt: skip
HARMLESS = (
    "2022-05-01", "over 150 km", "1,00,00,000", "₹ 2,345 6789", "12.5 × 30.25 m", "PRID 2250162", "between 2016-17 and 2020-21",
    "CIN U72900KA2016PTC096629", "14 degrees", "from -20.5 °C to 55 °C", "a 360° view", "turns by 90° each time", "at 45° West of it",
    "the secret key", "a secret that gives the eavesdropper away", "restricted airspace", "confidential computing", "an export order",
    "DISC 7", "iDEX-4", "RS-422", "5.8 GHz, 2.4 GHz", "0.5, 1.25", "1.234, 5 and 6", "ISO 9001:2015", "IS 17428-2020", "MIL-STD-810",
    "https://example.org/article65768443.ece", "https://example.org/2024/10/9876543210-17.6868,83.2185.html", "@handle",
    "C++", "गोपनीय कुंजी", "10,000 hours", "200 km in one hop", "4000-5000", "2023 2024 2025", "1080 x 1920", "9876543",
)  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in HITS.items() for text in texts])
def test_what_must_not_be_told_is_found_in_a_sentence(kind: str, text: str) -> None:
    line = f"It floats, says {text}, by night."
    ((found, start, length),) = list(found_in(line))
    assert found == kind
    assert line[start : start + length].strip("(),") in text and length >= len(text) // 2


@pytest.mark.parametrize("text", HARMLESS)
def test_nothing_else_is_taken_for_it(text: str) -> None:
    assert list(found_in(f"It floats, says {text}, by night.")) == []


def test_nothing_real_is_taken_for_it() -> None:
    files = [*ROOT.glob("startups/*.md"), *ROOT.glob("book/messages/*.md")]
    assert len(files) > 50
    assert [(path.name, line) for path in files for line in path.read_text(encoding="utf-8").splitlines() if [*found_in(line)]] == []


def told(folder: Path, files: dict[str, str | bytes]) -> list[tuple[str, int, int, str]]:
    problems = checker.examine(make_world(folder, files)).problems
    return [(one.path, one.line, one.column, one.cause.kind) for one in problems if one.code == "P640"]


def test_it_is_found_in_rows_stories_remarks_and_the_hindi_file(tmp_path: Path) -> None:
    english = profile(
        ("status: published", "status: draft # Asha, 98765 43210"),
        ("what: A lamp that floats for 12 hours.", "what: A lamp at 17.6868° N."),
        ("signed for Diya", "signed, asha@example.org says, for Diya"),
    )
    hindi = "---\nfigures: {}\n---\nफ़ोन ९८७६५ ४३२१०।[^1]\n"
    assert told(tmp_path, {PATH: english, PATH.replace(".md", ".hi.md"): hindi}) == [
        ("startups/lantern-works.hi.md", 4, 6, "phone"),
        (PATH, 5, 23, "phone"), (PATH, 21, 21, "place"), (PATH, 38, 72, "mail"),
    ]  # fmt: skip


def with_photographs(folder: Path, *files: str) -> Path:
    """A world whose profile names these files as its photographs; `images/lantern-works` is there."""
    rows = ", ".join(f"{{id: p{number}, file: {file}, alt: A lamp, credit: A. Rao, licence: CC BY 4.0, caption: A}}"
                     for number, file in enumerate(files))  # fmt: skip
    make_world(folder, {PATH: profile(("sources:\n", f"photographs: [{rows}]\nsources:\n"), base=PROFILE)})
    (folder / "images" / "lantern-works").mkdir(parents=True)
    return folder


def picture(path: Path, tells: bool = True, kind: str = "JPEG") -> None:
    """A picture that tells where it was taken, or not."""
    exif = Image.Exif()
    if tells:
        exif.get_ifd(GPS).update({1: "N", 2: (17.0, 41.0, 12.0), 3: "E", 4: (83.0, 13.0, 6.0)})
    Image.new("RGB", (1200, 900), "teal").save(path, kind, exif=exif)


def test_a_photograph_that_tells_where_it_was_taken_is_found(tmp_path: Path) -> None:
    own = with_photographs(tmp_path, "sea.jpg", "land.jpg") / "images" / "lantern-works"
    picture(own / "sea.jpg")
    picture(own / "land.jpg", tells=False)
    (problem,) = [one for one in checker.examine(tmp_path).problems if one.code == "P640"]
    assert problem.message == "sea.jpg tells where it was taken."


def test_no_picture_outside_the_folder_of_the_profile_is_opened_and_none_by_another_decoder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside, opened, opening = tmp_path / "outside.jpg", [], Image.open
    own = with_photographs(tmp_path / "root", "../../../outside.jpg", str(outside), "drawn.jpg") / "images" / "lantern-works"
    picture(outside)
    picture(own / "drawn.jpg", kind="TIFF")
    monkeypatch.setattr(Image, "open", lambda file, *rest, **more: opened.append((file, more)) or opening(file, *rest, **more))
    found = checker.examine(tmp_path / "root").problems
    assert {"P501", "P504"} <= {one.code for one in found} and "P640" not in {one.code for one in found}
    names = {Path(getattr(file, "name", file)).name for file, _more in opened}
    assert names == {"drawn.jpg"} and all(more == {"formats": FORMATS} for _file, more in opened)
