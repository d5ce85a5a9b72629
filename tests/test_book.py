"""The reading edition as a file: built once from the real content, opened by other programs.

Holds F1, F4 and F9 of docs/standards.md.
"""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import uharfbuzz
from books import Opened, plain
from world import ROOT

from showcase import prose
from showcase.book.finish import finish
from showcase.book.stationery import Stationery
from showcase.catalogue import Startup

POINTS = 72 / 25.4
HINDI = "Horizon devanagari-extralight"


def test_the_file_has_the_pages_of_its_plan(book: Opened) -> None:
    assert len(book.pdf.pages) == book.made.plan.pages == book.made.pages
    assert book.made.pages > 56
    assert book.made.path.stat().st_size < 20_000_000


def test_every_page_has_the_size_of_the_trim(book: Opened) -> None:
    for page in book.pdf.pages:
        for box in (page.mediabox, page.trimbox):
            assert [float(edge) for edge in box] == pytest.approx(
                [0, 0, 300 * POINTS, 240 * POINTS], abs=0.01
            )


def test_covers_open_and_close_it_and_their_insides_are_blank(book: Opened) -> None:
    assert "of Innovation" in book.texts[0]
    assert book.catalogue.site.kicker.lower() in book.texts[0].lower()
    assert book.texts[1] == book.texts[-2] == ""
    assert "Shared Horizons of Innovation" in book.texts[2]
    assert book.catalogue.site.lineage in book.texts[-1]


def test_every_startup_is_where_the_contents_say(book: Opened) -> None:
    assert book.catalogue.published
    for startup in book.catalogue.published:
        left = book.page_of(startup)
        assert left % 2 == 0
        assert startup.name in book.texts[left - 1]
        right = book.texts[left]
        assert plain(finish(startup.headline)) in right
        assert without_cites(last_sentence(startup)) in without_cites(right)


def last_sentence(startup: Startup) -> str:
    story = prose.plain(startup.story)
    return plain(re.split(r"(?<=[.!?]) ", story.split("\n")[-1])[-1])


def test_everything_that_a_profile_tells_is_on_its_spread(book: Opened) -> None:
    for startup in book.catalogue.published:
        left = book.page_of(startup)
        spread = without_cites(" ".join(book.texts[left - 1 : left + 1]))
        told = [one.what for one in (*startup.innovations, *startup.milestones)]
        told += [spec.value for one in startup.innovations for spec in one.specs]
        told += [one.value for one in startup.figures] + [one.name for one in startup.founders]
        assert [text for text in told if without_cites(finish(text)) not in spread] == []


def without_cites(text: str) -> str:
    """The letters of a text alone: spaces differ at line ends, figures where citations stand."""
    return re.sub(r"[\W\d_]", "", text)


def test_drafts_are_nowhere(book: Opened) -> None:
    assert book.catalogue.drafts
    whole = " ".join(book.texts)
    assert [draft.name for draft in book.catalogue.drafts if draft.name in whole] == []


def test_bookmarks_lead_to_their_parts(book: Opened) -> None:
    pages = {page.obj.objgen: number for number, page in enumerate(book.pdf.pages, 1)}
    with book.pdf.open_outline() as outline:
        top = [item.title for item in outline.root]
        found = {
            child.title: pages[child.destination[0].objgen]
            for item in outline.root
            for child in item.children
        }
    fields = [shelf.name for shelf in book.catalogue.families()]
    assert top == ["Front cover", "Half title", "Title", "Imprint", "To the reader", "Contents", "How iDEX works", *fields,
                   "Where they work, in numbers", "The challenges over time", "Production and exports", "What the States do", "Indexes", "Pictures",
                   "Sources", "Colophon", "Back cover"]  # fmt: skip
    assert found == {startup.name: book.page_of(startup) for startup in book.catalogue.published}


def test_page_labels_are_the_folios(book: Opened) -> None:
    labels = [page.label for page in book.pdf.pages]
    assert labels == [book.made.plan.label(page) for page in range(1, book.made.pages + 1)]


def test_every_link_leads_somewhere(book: Opened) -> None:
    places = book.destinations()
    inside, outside = 0, 0
    for page in book.pdf.pages:
        for link in page.obj.get("/Annots", []):
            if "/Dest" in link:
                inside += 1
                assert str(link.Dest) in places
            else:
                outside += 1
                assert str(link.A.URI).startswith(("https://", "http://"))
    assert inside > 10 * len(book.catalogue.published)
    assert outside >= sum(len(startup.sources) for startup in book.catalogue.published)


def test_places_are_where_their_names_say(book: Opened) -> None:
    places = book.destinations()
    for startup in book.catalogue.published:
        assert places[f"startup/{startup.slug}"] == book.page_of(startup)
        for source in startup.sources:
            page = places[f"source/{startup.slug}/{source.id}"]
            assert book.made.plan.part_at(page).key == "sources"
            assert plain(finish(source.publisher)) in book.texts[page - 1]


def test_the_file_says_what_it_is(book: Opened) -> None:
    root = book.pdf.Root
    assert str(root.Lang) == "en-GB"
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert root.PageLayout == pikepdf.Name.TwoPageRight
    with book.pdf.open_metadata() as meta:
        assert meta["dc:title"] == "Shared Horizons of Innovation"
    assert str(book.pdf.docinfo.Title) == "Shared Horizons of Innovation"


def test_each_face_is_in_the_file_once(book: Opened) -> None:
    fonts = [
        font
        for page in book.pdf.pages
        for font in page.obj.Resources.get("/Font", {}).values()
    ]
    descriptors = {font.objgen: font.DescendantFonts[0].FontDescriptor for font in fonts}
    families = sorted(str(descriptor.FontFamily) for descriptor in descriptors.values())
    assert families == sorted(set(families))
    assert all(family.startswith("Horizon ") for family in families)
    assert all("/FontFile2" in descriptor for descriptor in descriptors.values())


def test_hindi_headlines_are_printed_in_the_glyphs_that_harfbuzz_chooses(book: Opened) -> None:
    file = Stationery.of(ROOT).font("devanagari-extralight")
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file))))
    for startup in book.catalogue.published:
        page = book.pdf.pages[book.page_of(startup)]
        words = re.findall("[\u0900-\u097f]+", finish(startup.headline_hi))  # commas are the Latin face's
        expected = [glyph for word in words for glyph in shaped(word, font)]
        assert contains(glyphs_of(page), expected), startup.headline_hi


def shaped(word: str, font: uharfbuzz.Font) -> list[int]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.language = "hi"
    uharfbuzz.shape(font, buffer)
    return [info.codepoint for info in buffer.glyph_infos]


def glyphs_of(page: pikepdf.Page) -> list[int]:
    """The Devanagari glyphs of a page in the order in which they are drawn, spaces left out."""
    fonts = page.obj.Resources.Font
    blanks = blanks_of(fonts)
    glyphs, family = [], ""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            family = str(fonts[operands[0]].DescendantFonts[0].FontDescriptor.FontFamily)
        elif str(operator) in {"TJ", "Tj"} and family == HINDI:
            shown = operands[0] if str(operator) == "TJ" else [operands[0]]
            for part in shown:
                if isinstance(part, pikepdf.String):
                    raw = bytes(part)
                    glyphs += [raw[n] << 8 | raw[n + 1] for n in range(0, len(raw), 2)]
    return [glyph for glyph in glyphs if glyph not in blanks]


def blanks_of(fonts: pikepdf.Dictionary) -> set[int]:
    """The glyphs of the spaces in the Devanagari face, by their text in the file."""
    hindi = next(font for font in fonts.values()
                 if str(font.DescendantFonts[0].FontDescriptor.FontFamily) == HINDI)  # fmt: skip
    return {int(code, 16) for code in re.findall(rb"<([0-9a-f]{4})> <00[2a]0>", hindi.ToUnicode.read_bytes())}


def contains(sequence: list[int], part: list[int]) -> bool:
    """Whether the glyphs of `part` stand together; a mark that stands higher is drawn after the word's others."""
    wanted, size = sorted(part), len(part)
    return any(sorted(sequence[n : n + size]) == wanted for n in range(len(sequence) - size + 1))


def test_no_line_of_a_story_is_broken_far_too_early(book: Opened) -> None:
    """A line is not broken while the next word would have had room by a wide margin."""
    for startup in book.catalogue.published:
        page = book.page_of(startup) + 1
        lines = story_lines(book.made.path, page)
        assert lines, startup.slug
        widest = max(right - left for left, right, _height in lines)
        early = [
            (one, following)
            for one, following in pairwise(lines)
            if one[1] - one[0] < 0.55 * widest and abs(one[0] - following[0]) < 2
        ]
        assert early == [], startup.slug


def story_lines(path: Path, page: int) -> list[tuple[float, float, float]]:
    """Left, right and top, in points, of each line of running text on a page."""
    run = subprocess.run(
        ["pdftotext", "-bbox-layout", "-f", str(page), "-l", str(page), path, "-"],
        capture_output=True, check=True,
    )  # fmt: skip
    number = r'="([\d.]+)"'
    found = re.findall(rf"<line xMin{number} yMin{number} xMax{number} yMax{number}", run.stdout.decode())
    boxes = [tuple(map(float, one)) for one in found]
    return [(x0, x1, y0) for x0, y0, x1, y1 in boxes if x1 - x0 > 60 and 12 < y1 - y0 < 30 and y0 > 180 and y1 < 415]
