"""Spreads of made-up profiles: the thin, the long, the photographed and the overfull.

Holds F7 of docs/standards.md.
"""

from __future__ import annotations

import hashlib
import io
import shutil
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from books import module_of
from PIL import Image
from world import PROFILE, ROOT, make_world, profile

import build_pdf
from showcase import catalogue, prose
from showcase.book.book import Book
from showcase.book.edition import make_reading_edition
from showcase.book.fitting import fit
from showcase.book.laid import Module
from showcase.book.measure import overruns
from showcase.book.onefont import unify_fonts
from showcase.book.spread import Spread
from showcase.book.stationery import Stationery
from showcase.book.typesetting import TypesettingError
from showcase.book.zones import below_pattern, time_pattern
from showcase.problems import ContentErrors

DAY = date(2026, 11, 22)
STORY = PROFILE.split("---\n")[-1]
SENTENCE = "On a calm day the Navy signed for Diya, which floats for some hours. "
THIN = """\
---
id: lantern-works
name: Lantern Works
name_hi: लैंटर्न वर्क्स
status: published
headline: A lamp that finds its own way home
headline_hi: जो दीप स्वयं घर का रास्ता खोज ले
summary: Lantern Works makes a floating lamp.
summary_hi: लैंटर्न वर्क्स तैरता दीप बनाती है।
technologies: [unmanned-marine-systems]
challenges:
  - {id: lamp, programme: idex, src: [1]}
innovations:
  - {id: diya, name: Diya, what: A lamp that floats., src: [1]}
stage:
  - {step: listed, of: lamp, src: [1]}
sources:
  - {id: 1, publisher: Naval Notes, url: "https://example.org/contract"}
clearance: {basis: public-sources}
verified_on: 2026-11-22
review_by: 2027-05-22
---
Diya is a lamp that floats, and that is nearly all the sources say of it. It is made by Lantern Works, which stands in the list of those who came to iDEX with an answer; where, since when and for whom is not said.[^1]
"""


def book_of(folder: Path, text: str, pictures: dict[str, bytes] | None = None) -> Book:
    """The book of one profile, without the check: its words need stand in no row of fact."""
    files = {"startups/lantern-works.md": text}
    files |= {f"images/lantern-works/{name}": data for name, data in (pictures or {}).items()}
    root = make_world(folder, files)
    shutil.copytree(ROOT / "book", root / "book", dirs_exist_ok=True)
    if not (root / ".cache").exists():
        (ROOT / ".cache").mkdir(exist_ok=True)
        (root / ".cache").symlink_to(ROOT / ".cache")  # cutting the fonts anew would take seconds
    return Book(catalogue.load(root, today=DAY), Stationery.of(root))


def spread_of(book: Book) -> Module:
    return module_of(book, book.plan.by_key["startup/lantern-works"])


def fitted(book: Book, pattern: str = "plate") -> Spread:
    (startup,) = book.catalogue.published
    spread, over, _flaws = fit(Spread(startup, book.catalogue, book.stationery, 10, 20, pattern))
    assert over == []
    return spread


def test_forty_words_are_set_large_with_no_place_kept_for_what_is_not_known(tmp_path: Path) -> None:
    book = book_of(tmp_path, THIN)
    assert 38 <= prose.count_words(book.catalogue.published[0].story) <= 45
    assert spread_of(book).problems == ()
    spread = fitted(book)
    assert spread.set_in == "open"
    page = spread.right()
    assert "facts-alone" in page
    assert 'class="figures' not in page
    assert 'class="time' not in page
    assert "Founded" not in page


def test_the_sound_profile_fits_in_its_airiest_way(tmp_path: Path) -> None:
    spread = fitted(book_of(tmp_path, PROFILE))
    assert (spread.set_in, spread.fullness) == ("open", 0)


def test_a_story_of_220_words_fits(tmp_path: Path) -> None:
    story = "\n\n".join([f"{SENTENCE * 5}[^2]"] * 3 + [f"{SENTENCE}[^2]"])
    book = book_of(tmp_path, PROFILE.replace(STORY, story))
    assert 215 <= prose.count_words(book.catalogue.published[0].story) <= 225
    assert spread_of(book).problems == ()
    assert fitted(book).set_in == "broad"


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("Lantern Works", 62),
        ("Lantern and Lighthouse Research Works", 62),
        ("Lantern and Lighthouse Instruments Research Works", 48),
        ("Lantern, Lighthouse and Harbour Instruments Research Company", 38),
    ],
)
def test_a_name_takes_the_largest_size_in_which_it_keeps_to_its_lines(
    tmp_path: Path, name: str, size: int
) -> None:
    text = profile(("name: Lantern Works", f'name: "{name}"'), ("summary: Lantern Works of Pune", "summary: The firm of Pune"))
    book = book_of(tmp_path, text)
    assert len(name) <= 60
    assert f"font-size:{size}" in fitted(book).left()
    assert spread_of(book).problems == ()


def test_a_name_of_one_endless_word_is_told(tmp_path: Path) -> None:
    name = "Lighthouseinstrumentsandharbourequipmentmanufacturing"
    text = profile(("name: Lantern Works", f"name: {name}"), ("summary: Lantern Works of Pune", "summary: The firm of Pune"))
    (problem,) = spread_of(book_of(tmp_path, text)).problems
    assert problem.place == "startups/lantern-works.md:3:1"
    assert problem.message == f"{name}: the name overruns its place in the book by 112.3 mm across."


def test_a_photograph_takes_the_place_of_the_plate(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.radial_gradient("L").resize((3000, 2000)).convert("RGB").save(picture, "JPEG")
    row = ("sources:\n", "photographs:\n  - {id: sea, file: sea.jpg, alt: A lamp on the sea, credit: Asha Rao, "
           "licence: CC BY 4.0, caption: Diya at sea., focus: [0.1, 0.5]}\nsources:\n")  # fmt: skip
    book = book_of(tmp_path, profile(row), {"sea.jpg": picture.getvalue()})
    module = spread_of(book)
    assert module.problems == ()
    left = fitted(book, "photograph").left()
    assert "Diya at sea. Photograph: Asha Rao, CC BY 4.0" in left
    assert 'alt="A lamp on the sea"' in left
    assert '<div class="line"></div>' in left  # a plate draws its own
    assert "Plate drawn for this book" not in left
    with pikepdf.open(io.BytesIO(next(module.pdfs))) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert (int(image.Width), int(image.Height)) == (2448, 1968)  # 8 pixels to the millimetre, over the bleed too


def overfull(text: str) -> str:
    """The profile with a story far too long for its page."""
    return text.replace(STORY, "\n\n".join([f"{SENTENCE * 12}[^2]"] * 3))


def test_a_story_that_does_not_fit_stops_the_build_and_says_by_how_much(tmp_path: Path) -> None:
    problems = spread_of(book_of(tmp_path, overfull(PROFILE))).problems
    assert [str(problem.place) for problem in problems] == ["startups/lantern-works.md:38:1"]
    assert problems[0].message == (
        "Lantern Works: the story, with the innovations under it, overruns its place in the book by 4 lines (17.4 mm)."
    )
    assert problems[0].fix == "shorten it by about 16 %; the book sets no type smaller and drops no line."
    assert problems[0].cause.sentence("hi") == (
        "Lantern Works: कहानी और उसके नीचे के नवाचार: पुस्तक में अपनी जगह से 4 पंक्तियाँ (17.4 मिमी) अधिक है।"
    )


def test_every_box_that_runs_over_is_told_at_once(tmp_path: Path) -> None:
    long = "Contract signed for the lamp. " * 12
    rows = "".join(
        f"  - {{id: m{n}, date: 2023-01-09, what: {long.strip()}, src: [2]}}\n" for n in range(9)
    )
    text = overfull(profile(("milestones:\n", f"milestones:\n{rows}")))
    messages = [problem.message for problem in spread_of(book_of(tmp_path, text)).problems]
    assert [message.split(" by ")[0] for message in messages] == [
        "Lantern Works: the story, with the innovations under it, overruns its place in the book",
        "Lantern Works: the list of milestones overruns its place in the book",
    ]


def test_the_program_writes_nothing_when_a_profile_runs_over(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    book_of(tmp_path, overfull(PROFILE))
    assert build_pdf.main(["--only", "lantern-works", "--output", str(tmp_path / "dist")], tmp_path) == 1
    assert "by 4 lines (17.4 mm)." in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()


def test_the_program_makes_one_spread_alone(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    book_of(tmp_path, PROFILE)
    assert build_pdf.main(["--only", "lantern-works", "--output", str(tmp_path / "dist")], tmp_path) == 0
    made = tmp_path / "dist" / "shared-horizons-reading-only.pdf"
    assert capsys.readouterr().out.splitlines()[-1].startswith(f"{made}: 2 pages, 0.")
    with pikepdf.open(made) as pdf:
        assert [page.label for page in pdf.pages] == ["12", "13"]
        assert pdf.Root.PageLayout == pikepdf.Name.TwoPageLeft


def test_the_same_content_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    book = book_of(tmp_path, PROFILE)
    made = [make_reading_edition(tmp_path, book.catalogue, tmp_path / name).path for name in "ab"]
    first, second = (hashlib.sha256(path.read_bytes()).hexdigest() for path in made)
    assert first == second


def test_a_page_may_ask_for_nothing_from_elsewhere() -> None:
    stationery = Stationery.of(ROOT)
    picture = '<section class="page"><img src="https://example.org/a.png"></section>'
    with pytest.raises(TypesettingError) as caught:
        stationery.lay_out(picture, {}, "startup/lantern-works")
    assert str(caught.value) == (
        "startup/lantern-works: a page of the book asks for https://example.org/a.png, which is not part of it"
    )


def test_whatever_the_typesetter_says_stops_the_build() -> None:
    with pytest.raises(TypesettingError, match="^startup/lantern-works: Ignored `colour: red`"):
        Stationery.of(ROOT).lay_out('<section class="page"><p style="colour: red">A</p></section>', {}, "startup/lantern-works")


def test_a_character_that_no_face_has_stops_the_build() -> None:
    stationery = Stationery.of(ROOT)
    page = stationery.lay_out('<section class="page"><p>Diya ☃</p></section>', {}, "startup/lantern-works")
    files = {file.face.book_family: file.path for file in stationery.fonts}
    with pikepdf.open(io.BytesIO(page.write_pdf())) as pdf, pytest.raises(TypesettingError, match="☃"):
        unify_fonts(pdf, files, stationery.cache)


def test_a_column_that_grows_upwards_is_measured_at_its_head() -> None:
    box = ('<section class="page recto" style="--accent:#000"><div style="position:absolute;bottom:100mm;left:20mm;'
           'width:50mm" data-box="innovations" data-limit="140" data-ceiling="{}"><p>Some words.</p></div></section>')  # fmt: skip
    stationery = Stationery.of(ROOT)
    room, none = (stationery.lay_out(box.format(at), {}, "x").pages[0] for at in (130, 138))
    assert overruns(room) == []
    assert [(one.box, round(one.down, 1)) for one in overruns(none)] == [("innovations", 3.5)]


@pytest.mark.parametrize(
    ("figures", "milestones", "zone", "time"),
    [
        (4, 8, "figures-on-top", "down many"),
        (4, 3, "figures-on-top", "across"),
        (2, 2, "side-by-side", "down"),
        (1, 0, "figures-and-facts", "down"),
        (0, 4, "facts-and-time", "across"),
        (0, 0, "facts-alone", "down"),
    ],
)
def test_the_zone_below_the_line_follows_what_there_is(
    figures: int, milestones: int, zone: str, time: str
) -> None:
    assert below_pattern(figures, milestones) == zone
    assert time_pattern(zone, milestones) == time


def test_content_errors_name_every_profile_that_runs_over(tmp_path: Path) -> None:
    book = book_of(tmp_path, overfull(PROFILE))
    with pytest.raises(ContentErrors) as caught:
        make_reading_edition(tmp_path, book.catalogue, tmp_path / "dist", ["lantern-works"])
    assert len(caught.value.problems) == 1
