"""Social cards: their Hindi is shaped as HarfBuzz shapes it, and whatever a profile may say fits on them."""

from __future__ import annotations

import io

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageStat

from showcase import cards, fonts
from showcase.cards import setting
from showcase.cards.card import LINES, MARGIN, STYLES, ink, place
from showcase.cards.setting import CannotShape, Style, broken, fit
from showcase.colour import FAMILIES
from showcase.plates import HORIZON

FINER, EM = 4, 84
WORDS = ("क्षितिज", "कि स्त्रियों", "शक्ति", "द्विपक्षीय", "र्क्ष्य", "हिन्दी", "विद्युत", "पूर्ति", "श्री ज्ञान")
"""Conjuncts, the vowel sign that is spoken after its consonant and written before it, marks above and below."""
LINE = round(cards.SIZE[1] * HORIZON)


def harfbuzz(face: str, text: str) -> tuple[Image.Image, float, list[int]]:
    """A text as HarfBuzz places the outlines of its glyphs, its breadth in pixels, and its glyphs."""
    raw = fonts.face(face).read()
    font, names = hb.Font(hb.Face(raw)), TTFont(io.BytesIO(raw))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    scale = EM / names["head"].unitsPerEm
    mask, pen = Image.new("L", (900 * FINER, 200 * FINER)), 0.0
    for glyph, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        name = names.getGlyphName(glyph.codepoint)
        outlined(mask, names, name, pen + at.x_offset, at.y_offset, scale)
        pen += at.x_advance
    return mask.reduce(FINER), pen * scale, [glyph.codepoint for glyph in buffer.glyph_infos]


def outlined(mask: Image.Image, font: TTFont, name: str, x: float, y: float, scale: float) -> None:
    """Fill one glyph, its origin at (x, y) in units of the font from (20, 120) on the picture."""
    pen, contours = DecomposingRecordingPen(font.getGlyphSet()), []
    font.getGlyphSet()[name].draw(pen)
    for step, points in pen.value:
        if step == "moveTo":
            contours.append([points[0]])
        elif step == "lineTo":
            contours[-1].append(points[0])
        elif step == "qCurveTo":
            contours[-1] += curved(contours[-1][-1], points)
    # In TrueType what is filled runs clockwise, what is left open the other way.
    for contour in sorted(contours, key=area):
        placed = [((20 + (x + a) * scale) * FINER, (120 - (y + b) * scale) * FINER) for a, b in contour]
        ImageDraw.Draw(mask).polygon(placed, fill=255 if area(contour) < 0 else 0)


def area(points: list[tuple[float, float]]) -> float:
    return sum(a * d - c * b for (a, b), (c, d) in zip(points, [*points[1:], points[0]], strict=True))


def curved(start: tuple[float, float], points: tuple) -> list[tuple[float, float]]:
    """Points along a chain of quadratic curves; between two control points lies one on the curve."""
    *handles, end = points
    out = []
    for number, (hx, hy) in enumerate(handles):
        last = number == len(handles) - 1
        to = end if last else ((hx + handles[number + 1][0]) / 2, (hy + handles[number + 1][1]) / 2)
        for step in range(1, 7):
            t = step / 6
            out.append(tuple(s * (1 - t) ** 2 + 2 * h * t * (1 - t) + e * t * t
                             for s, h, e in zip(start, (hx, hy), to, strict=True)))  # fmt: skip
        start = to
    return out


def drawn(font: ImageFont.FreeTypeFont, text: str, **options: str) -> Image.Image:
    mask = Image.new("L", (900, 200))
    ImageDraw.Draw(mask).text((20, 120), text, 255, font, "ls", **options)
    return mask


def likeness(one: Image.Image, other: Image.Image) -> float:
    """The ink that two pictures share, of all that either has."""
    both, either = (sum(i * n for i, n in enumerate(act(one, other).histogram()))
                    for act in (ImageChops.darker, ImageChops.lighter))  # fmt: skip
    return both / either


@pytest.mark.parametrize("face", ["devanagari-light", "devanagari-regular"])
@pytest.mark.parametrize("text", WORDS)
def test_hindi_is_shaped_as_harfbuzz_shapes_it_and_not_letter_by_letter(face: str, text: str) -> None:
    wanted, breadth, glyphs = harfbuzz(face, text)
    style = Style(face, (EM,), 1.4, "hi")
    shaped = drawn(style.font(EM), text, language="hi")
    naive = ImageFont.truetype(
        io.BytesIO(fonts.face(face).read()), EM, layout_engine=ImageFont.Layout.BASIC
    )
    assert style.font(EM).getlength(text, language="hi") == pytest.approx(breadth, abs=0.5)
    assert likeness(shaped, wanted) > 0.8
    assert likeness(drawn(naive, text), wanted) < 0.5
    letters = TTFont(io.BytesIO(fonts.face(face).read())).getBestCmap()
    assert glyphs != [letters[ord(letter)] for letter in text]


def test_without_a_shaping_engine_no_card_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting.features, "check", lambda _name: False)
    setting._font.cache_clear()
    with pytest.raises(CannotShape, match=r"Install it: apt install libfribidi0\.$"):
        cards.draw(words("en"), cards.over_plate("pixxel", "space", cards.SIZE))


SHORT = {
    "en": ("Shared Horizons of Innovation", "Pixxel", "Seen from above", "Salem"),
    "hi": ("नवाचार के साझा क्षितिज", "पिक्सल", "ऊपर से देखा हुआ", "सेलम"),
}
LONG = {
    "en": (
        "Shared Horizons of Innovation",
        "Brahmaputra Integrated Unmanned Systems and Quantum Networks",
        "Watching what moves below the waves, by day, by night and in storm too",
        "Thiruvananthapuram, Andaman and Nicobar Islands · Acceptance of Necessity",
    ),
    "hi": (
        "नवाचार के साझा क्षितिज",
        "ब्रह्मपुत्र एकीकृत मानवरहित प्रणालियाँ एवं क्वांटम नेटवर्क उद्योग प्रा",
        "लहरों के नीचे की हर हलचल पर दिन-रात और आँधी-तूफ़ान में भी टिकी हुई नज़र",
        "तिरुवनंतपुरम, अंडमान और निकोबार द्वीपसमूह · आवश्यकता की स्वीकृति प्राप्त",
    ),
}


def words(language: str, texts: dict = SHORT) -> cards.CardWords:
    return cards.CardWords(language, *texts[language])


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("texts", [SHORT, LONG], ids=["short", "long"])
def test_nothing_is_clipped_and_nothing_touches(language: str, texts: dict) -> None:
    """The ink of each block keeps clear of the edges, of the horizon and of the next block."""
    blocks = place(words(language, texts))
    boxes = [ink([one]).getbbox() for one in blocks]
    for number, (left, top, right, foot) in enumerate(boxes):
        assert MARGIN - 6 <= left and right <= cards.SIZE[0] - MARGIN + 2
        assert top >= 24 and foot <= cards.SIZE[1] - 24
        assert foot < LINE - 4 if number < 2 else top > LINE + 6
        assert number == 0 or top > boxes[number - 1][3] + 4
    for (block, _), part in zip(blocks, LINES, strict=True):
        assert len(block.lines) <= LINES[part]
        assert " ".join(block.lines) == dict(zip(LINES, texts[language], strict=True))[part]
    assert blocks[0][0].size >= 20 and blocks[1][0].size >= 40


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_word_of_sixty_letters_is_set_smaller_and_not_cut(language: str) -> None:
    width = cards.SIZE[0] - 2 * MARGIN
    for part, style in STYLES[language].items():
        block = fit("Hn" * 30 if language == "en" else "क्षे" * 30, style, width, LINES[part])
        assert len(block.lines) == 1
        assert block.font.getlength(block.lines[0], language=style.language) <= width


def test_lines_are_even_and_keep_figures_with_their_units() -> None:
    style = Style("sans-regular", (30,), 1.2)
    whole = "one two three four five six seven eight"
    breadth = style.font(30).getlength(whole)
    lines = broken(whole, style, 30, breadth * 0.9)
    lengths = [style.font(30).getlength(line) for line in lines]
    assert len(lines) == 2 and max(lengths) < 0.62 * breadth
    assert "1,500\u00a0km" in broken("a voyage of 1,500\u00a0km", style, 30, 120)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(("texts", "coarsest"), [(SHORT, 9), (LONG, 12)], ids=["short", "long"])
def test_a_card_of_any_family_is_small_enough_and_still_sharp(family: str, texts: dict, coarsest: int) -> None:
    """The first step of the JPEG's own table is 9 at a quality of 72 and 12 at one of 64."""
    ground = cards.over_plate("brahmaputra-systems", family, cards.SIZE)
    for language in ("en", "hi"):
        raw = cards.draw(words(language, texts), ground)
        card = Image.open(io.BytesIO(raw))
        assert (card.format, card.size) == ("JPEG", cards.SIZE)
        assert len(raw) <= cards.MOST_BYTES
        assert card.quantization[0][0] <= coarsest
        assert raw == cards.draw(words(language, texts), ground)


def test_words_stand_out_from_what_is_under_them() -> None:
    """Where words are written the card is dark under white, in a photograph of nothing but white too."""
    ground = cards.over_photograph(Image.new("RGB", cards.SIZE, "white"))
    mask = ink(place(words("en", LONG)))
    around = ImageChops.subtract(mask.filter(ImageFilter.MaxFilter(7)), mask.filter(ImageFilter.MaxFilter(3)))
    card = Image.open(io.BytesIO(cards.draw(words("en", LONG), ground))).convert("L")
    inside, beside = (ImageStat.Stat(card, where.point(lambda v: 255 * (v > 200))).mean[0] for where in (mask, around))
    assert inside > 235 and beside < 125
