"""The text layer: words come out of the file as they were written, by two readers, in order, in their places.

Holds F8 of docs/standards.md.
"""

from __future__ import annotations

import difflib
import io
import re
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import tinyhtml5
from books import Opened, opened
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from tagged import assembled, stationery
from world import ROOT

from showcase.book.book import Book
from showcase.book.drafts import drafted
from showcase.book.stationery import Stationery
from showcase.book.tags.glyphs import Letters, letters_of
from showcase.book.tags.words import tell

DEVANAGARI = re.compile("[\u0900-\u0963\u0966-\u097f\u200c\u200d]+")
LATIN = re.compile(r"[A-Za-zÀ-ÿ]+")
BLOCKS = frozenset("p div li h1 h2 h3 h4 dt dd section br ul ol dl figure figcaption table tr th td".split())


# What the glyphs of a face say.


@pytest.mark.parametrize("key", ["serif-light", "sans-regular", "devanagari-regular", "devanagari-light"])
def test_a_glyph_that_a_character_has_says_that_character(key: str) -> None:
    file = stationery().font(key)
    with TTFont(file) as font:
        known = font.getBestCmap()
        for code in (0x41, 0x2019, 0x915 if 0x915 in known else 0x61):
            assert letters_of(file).texts[font.getGlyphID(known[code])] == chr(code)


def test_a_ligature_says_its_letters_and_a_half_form_its_consonant() -> None:
    file = stationery().font("devanagari-regular")
    said = set(letters_of(file).texts.values())
    assert {"क्ष", "त्र", "श्र", "र्", "क्"} <= said


def test_superior_figures_say_their_figures() -> None:
    file = stationery().font("serif-light")
    with TTFont(file) as font:
        glyph = font.getGlyphID(font.getBestCmap()[0xB9])
    assert letters_of(file).texts[glyph] == "1"


# Words and their glyphs.

WIDTHS = {1: 250.0, 5: 200.0, 6: 600.0, 7: 30.0}
SAYS = Letters({1: " ", 2: "a", 3: "b", 4: "-", 5: "\u00a0", 6: "क", 7: "ि"}, 1, 5, WIDTHS)
FONTS = {b"F": SAYS, b"G": Letters({2: "x"}, 1, 0, {1: 250.0})}


def spans(content: list[bytes]) -> list[str]:
    """The texts that stand in place of glyphs."""
    found = re.findall(rb"ActualText <([0-9a-f]*)>", b"\n".join(content))
    return [bytes.fromhex(one.decode()).decode("utf-16") for one in found]


def test_words_that_their_glyphs_tell_stay_as_they_are() -> None:
    assert tell([b"/F 10 Tf", b"[<00020003>12<00010002>] TJ"], "ab a", FONTS) == [
        b"/F 10 Tf", b"[<00020003> 12 <00010002>] TJ",
    ]  # fmt: skip


def test_a_word_of_devanagari_has_its_text_and_a_blank_that_ends_with_it() -> None:
    assert tell([b"/F 10 Tf", b"[<000700060001>-3<00020003>] TJ"], "कि ab", FONTS) == [
        b"/Span <</ActualText <feff0915093f>>> BDC", b"/F 10 Tf", b"[<00070006> 200 <0005>] TJ", b"EMC",
        b"[<0001> -3 <00020003>] TJ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("glyphs", "text", "told"),
    [
        (b"<000200030004>", "ab\u2010", ["ab\u00ad"]),  # a word parted at the end of a line
        (b"<000200040003>", "a-\u2060b", []),  # the joiner of a compound shows nowhere
        (b"<0002>-160<0003>", "ab", ["ab"]),  # letters that stand apart
        (b"<0002>-40<>-60.5<0003>", "ab", ["ab"]),
        (b"<0002>-60<0003>", "ab", []),
        (b"<0002000100020003>", "a ²b", ["²b"]),  # a glyph that says something else
        (b"<00020005>", "a\u00a0", []),
        (b"<0006000100060001>", "क क ", ["क", "क"]),
    ],
)  # fmt: skip
def test_words_that_their_glyphs_do_not_tell_are_told(glyphs: bytes, text: str, told: list[str]) -> None:
    assert spans(tell([b"/F 10 Tf", b"[" + glyphs + b"] TJ"], text, FONTS)) == told


def test_glyphs_that_stand_higher_follow_those_on_the_line() -> None:
    """Readers take the first run of a span for the word; the way back to its end is as long as the way there."""
    told = tell([b"/F 10 Tf", b"[<0006>] TJ", b"2 Ts", b"[-95<0007>] TJ", b"0 Ts", b"[95<0006>] TJ"], "किक", FONTS)
    assert told[2:-1] == [
        b"[<0006> -95  -30  95 <0006> 200 <0005>] TJ", b"2 Ts", b"[ 535 <0007> -505] TJ".replace(b"[ ", b"["), b"0 Ts",
    ]  # fmt: skip


def test_a_shift_by_nothing_leaves_no_number_behind() -> None:
    """A glyph without a width that is raised needs no way back: a number alone would spoil the next operator."""
    ops = tell([b"/F 10 Tf", b"[<0006>] TJ", b"2 Ts", b"[<0099>] TJ", b"0 Ts", b"[<0006>] TJ"], "किक", FONTS)
    assert [op for op in ops if not op.rsplit(b" ", 1)[-1].isalpha()] == []


def test_a_word_in_two_fonts_stays_in_the_order_in_which_it_was_set() -> None:
    ops = [b"/F 10 Tf", b"[<0006>] TJ", b"2 Ts", b"[<0007>] TJ", b"0 Ts", b"/G 9 Tf", b"[<0002>] TJ"]
    assert [op for op in tell(ops, "किx", FONTS) if not op.endswith((b"BDC", b"EMC"))] == ops


def test_where_words_cannot_be_told_apart_one_span_covers_the_run() -> None:
    assert spans(tell([b"/F 10 Tf", b"[<00020003>] TJ"], "a b", FONTS)) == ["a b"]


def test_the_font_of_what_follows_a_word_is_set_after_its_span() -> None:
    told = tell([b"/F 10 Tf", b"[<0006>] TJ", b"/G 9 Tf", b"[<00010002>] TJ"], "क x", {**FONTS, b"G": SAYS})
    assert told[told.index(b"EMC") + 1] == b"/G 9 Tf"


@pytest.mark.parametrize(
    ("text", "is_added"), [("ab", True), ("ab\u2010", False), ("a –", True), ("a–", False), ("a/", False)]
)
def test_a_line_that_was_broken_at_a_blank_ends_with_it(text: str, is_added: bool) -> None:
    told = tell([b"/F 10 Tf", b"[<0002>] TJ"], text, FONTS, ends_line=True)
    assert told[-1].endswith(b"0001>] TJ") == is_added


# What two readers make of a file.


def by_poppler(path: Path, *options: str) -> list[str]:
    run = subprocess.run(["pdftotext", *options, path, "-"], capture_output=True, check=True)
    return run.stdout.decode().split("\f")[:-1]


def by_pdfium(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [pdf[number].get_textpage().get_text_range() for number in range(len(pdf))]


def plain(text: str) -> str:
    """A text with the hyphens of lines' ends taken out; pdfium tells them by a sign of its own."""
    return re.sub(r"[\u00ad\ufffe\u0002]\s*", "", text.replace("\u2060", ""))


LINES = (
    '<p>The lamp costs ₹1,46,000 crore.<span class="cite">1,2</span> “Well-lit”, 2018–19; 8&nbsp;April.</p>'
    '<p class="kicker">How far it has got</p><p style="width:22mm" lang="en">incubated understanding</p>'
    '<p lang="hi">प्रौद्योगिकी की शक्ति में क्षितिज से आगे, कैसे काम करता है। विकास अनुबंध। हिंदी रिपोर्टें कंपनी</p>'
    '<p class="headline-hi" lang="hi">जो कान लगाए, उसकी ख़बर देने वाली कुंजी</p>'
)


@pytest.mark.parametrize(
    "read", [by_poppler, lambda path: by_poppler(path, "-raw"), by_pdfium], ids=["poppler", "poppler-raw", "pdfium"]
)
def test_words_come_out_as_they_were_written(tmp_path: Path, read) -> None:
    path = assembled(tmp_path / "lamps.pdf", [f"<h1>Lamps</h1>{LINES}", "", ""])
    text = " ".join(plain(read(path)[0]).replace("\u00a0", " ").split())
    assert text == (
        "Lamps The lamp costs ₹1,46,000 crore.1,2 “Well-lit”, 2018–19; 8 April. HOW FAR IT HAS GOT "
        "incubated understanding प्रौद्योगिकी की शक्ति में क्षितिज से आगे, कैसे काम करता है। विकास अनुबंध। हिंदी रिपोर्टें कंपनी "
        "जो कान लगाए, उसकी ख़बर देने वाली कुंजी"
    )


def test_no_joiner_shows_in_any_word(book: Opened) -> None:
    whole = "".join(by_poppler(book.made.path)) + "".join(by_pdfium(book.made.path))
    assert not set("\u2060\u200b\ufeff") & set(whole)


def test_a_span_covers_one_word(book: Opened) -> None:
    found = [text for page in book.pdf.pages for text in spans([page.Contents.read_bytes()])]
    assert len(found) > 500
    assert [text for text in found if not text or re.search(r"\s", text)] == []


@pytest.fixture(scope="module", params=["bilingual", "en", "hi"])
def edition(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """The real book in each of its editions."""
    if request.param == "bilingual":
        return request.getfixturevalue("book")
    return opened(tmp_path_factory.mktemp(request.param), request.param)


def test_the_words_of_every_edition_come_out_whole_and_in_order(edition: Opened) -> None:
    wanted = written_words(edition)
    readers = {"poppler": by_poppler(edition.made.path, "-raw"), "pdfium": by_pdfium(edition.made.path)}
    for name, pages in readers.items():
        for script in (DEVANAGARI, LATIN):
            told, there = 0, 0
            for (first, last), text in wanted.items():
                expected = script.findall(text)
                told += in_order(expected, script.findall(plain("\n".join(pages[first:last])).lower()))
                there += len(expected)
            assert told >= 0.99 * there > 0, (name, script.pattern, told, there)


def written_words(edition: Opened) -> dict[tuple[int, int], str]:
    """What the finished HTML of each part says, by the pages of the part; marks of English left out."""
    book = Book(edition.catalogue, Stationery.of(ROOT, language_of(edition)))
    told = {}
    for part in book.plan.parts:
        pages = drafted(book, part).pages
        root = tinyhtml5.parse(book.stationery.document(pages.html), namespace_html_elements=False)
        told[part.first - 1, part.last] = plain("".join(texts(root.find("body")))).lower()
    return told


def language_of(edition: Opened) -> str:
    name = edition.made.path.stem.removeprefix("shared-horizons-reading")
    return name.removeprefix("-") or "bilingual"


def texts(element: Element) -> Iterator[str]:
    """The words of an element, with the ends of its blocks."""
    yield from ("\n" if element.tag in BLOCKS else "", element.text or "")
    for kid in element:
        yield from texts(kid)
        yield kid.tail or ""
    yield "\n" if element.tag in BLOCKS else ""


def in_order(expected: Sequence[str], found: Sequence[str]) -> int:
    """How many of the words expected are found, in their order."""
    blocks = difflib.SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


# Where words are.


WORDS = {"bilingual": 900, "en": 10, "hi": 5000}
"""How many words of Devanagari there are at the least."""


def test_the_boxes_that_pdfium_gives_for_a_word_lie_on_its_glyphs(edition: Opened) -> None:
    wrong, seen = [], 0
    with pypdfium2.PdfDocument(edition.made.path) as pdf:
        for number, page in enumerate(edition.pdf.pages):
            words, boxes = list(inked(page)), word_boxes(pdf[number])
            for word, ink in words:
                seen += 1
                if not any(meets(ink, box) for box in boxes.get(word, [])):
                    wrong.append((number, word))
    assert seen > WORDS[language_of(edition)]
    assert len(wrong) <= 0.01 * seen, wrong


Area = tuple[float, float, float, float]
"""Left, foot, right and top in points."""


def meets(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def word_boxes(page: pypdfium2.PdfPage) -> dict[str, list[Area]]:
    """The areas of each word of a page, from the boxes of its characters."""
    text = page.get_textpage()
    whole = "".join(chr(pdfium.FPDFText_GetUnicode(text, n)) for n in range(text.count_chars()))
    found: dict[str, list[Area]] = {}
    for word in DEVANAGARI.finditer(whole):
        boxes = [text.get_charbox(n) for n in range(*word.span())]
        area = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        found.setdefault(word[0], []).append(area)
    return found


def inked(page: pikepdf.Page) -> Iterator[tuple[str, Area]]:
    """Each word of Devanagari that has a span, and the area that the ink of its glyphs takes."""
    state = Pen(page)
    for operands, operator in pikepdf.parse_content_stream(page, "q Q cm Tm Tf Ts BDC EMC TJ"):
        state.step(str(operator), operands)
        if state.done:
            yield from ((word, state.done[1]) for word in DEVANAGARI.findall(state.done[0])[:1])
            state.done = None


class Pen:
    """Follows a page's content as far as it needs to know where glyphs are."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.fonts = page.obj.Resources.Font
        self.matrix, self.stack = pikepdf.Matrix(), []
        self.text, self.at, self.size, self.rise = pikepdf.Matrix(), 0.0, 0.0, 0.0
        self.font: pikepdf.Object | None = None
        self.word, self.areas = "", []
        self.done: tuple[str, Area] | None = None

    def step(self, operator: str, operands: Sequence[pikepdf.Object]) -> None:
        move = getattr(self, f"_{operator}", None)
        if move:
            move(operands)

    def _q(self, _operands: object) -> None:
        self.stack.append(self.matrix)

    def _Q(self, _operands: object) -> None:
        self.matrix = self.stack.pop()

    def _cm(self, operands: Sequence[float]) -> None:
        self.matrix = pikepdf.Matrix(*map(float, operands)) @ self.matrix

    def _Tm(self, operands: Sequence[float]) -> None:
        self.text, self.at = pikepdf.Matrix(*map(float, operands)), 0.0

    def _Tf(self, operands: Sequence[pikepdf.Object]) -> None:
        self.font, self.size = self.fonts[operands[0]], float(operands[1])

    def _Ts(self, operands: Sequence[float]) -> None:
        self.rise = float(operands[0])

    def _BDC(self, operands: Sequence[pikepdf.Object]) -> None:
        self.word, self.areas = str(operands[1].get("/ActualText", "")), []

    def _EMC(self, _operands: object) -> None:
        if self.word and self.areas:
            self.done = self.word, (min(a[0] for a in self.areas), min(a[1] for a in self.areas),
                                    max(a[2] for a in self.areas), max(a[3] for a in self.areas))  # fmt: skip
        self.word = ""

    def _TJ(self, operands: Sequence[pikepdf.Object]) -> None:
        known = glyphs(self.font.DescendantFonts[0].FontDescriptor.FontFile2)
        for one in operands[0]:
            if not isinstance(one, pikepdf.String):
                self.at -= float(one) * self.size / 1000
                continue
            raw = bytes(one)
            for place in range(0, len(raw), 2):
                width, ink = known[raw[place] << 8 | raw[place + 1]]
                if ink:
                    self.areas.append(self._placed(ink))
                self.at += width * self.size

    def _placed(self, ink: Area) -> Area:
        whole = self.text @ self.matrix
        corners = [whole.transform((self.at + x * self.size, self.rise + y * self.size))
                   for x in (ink[0], ink[2]) for y in (ink[1], ink[3])]  # fmt: skip
        across, up = zip(*corners, strict=True)
        return min(across), min(up), max(across), max(up)


@cache
def _program(raw: bytes) -> list[tuple[float, Area | None]]:
    with TTFont(io.BytesIO(raw)) as font:
        shapes, units = font.getGlyphSet(), font["head"].unitsPerEm
        told = []
        for name in font.getGlyphOrder():
            pen = BoundsPen(shapes)
            shapes[name].draw(pen)
            told.append((shapes[name].width / units, pen.bounds and tuple(edge / units for edge in pen.bounds)))
        return told


def glyphs(file: pikepdf.Object) -> list[tuple[float, Area | None]]:
    """The width and the ink of every glyph of a font, in sizes."""
    return _program(file.read_bytes())
