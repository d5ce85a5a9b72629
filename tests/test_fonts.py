"""The type: what the faces can set, and that cutting them down changes no shape.

Holds P8 of docs/standards.md.
"""

import io
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from showcase import fonts

CONJUNCTS = ["क्षितिज", "प्रौद्योगिकी", "ज्ञान", "श्री", "त्रि", "र्क", "द्ध", "डिफ़ेंस", "अङ्गुली", "राष्ट्र।"]
LATIN_LINES = ["AVATAR office, ₹1,46,000 crore", "“To Waterloo” — 1,500 km · 12 °C"]


def shape(data: bytes, text: str) -> list[tuple[tuple, int, int, int]]:
    """Outline, advance and offsets of each glyph of `text` as HarfBuzz sets it in the font.

    Outlines in place of names: a cut font has none.
    """
    font = TTFont(io.BytesIO(data))
    outlines, names = font.getGlyphSet(), font.getGlyphOrder()
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(data)), buffer)
    drawn = []
    for info, where in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen = DecomposingRecordingPen(outlines)
        outlines[names[info.codepoint]].draw(pen)
        drawn.append((tuple(pen.value), where.x_advance, where.x_offset, where.y_offset))
    return drawn


def unpacked(woff2: bytes) -> bytes:
    """A WOFF2 file as the TrueType within, which HarfBuzz can read."""
    font = TTFont(io.BytesIO(woff2))
    font.flavor = None
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> tuple[fonts.FontFile, ...]:
    return fonts.write_web_fonts(tmp_path_factory.mktemp("web"))


def web_font(web: tuple[fonts.FontFile, ...], key: str) -> bytes:
    return unpacked(next(file.path.read_bytes() for file in web if file.face.key == key))


@pytest.mark.parametrize("key", ["devanagari-regular", "devanagari-bold"])
def test_hindi_is_shaped_by_the_web_font_as_by_the_whole_font(web, key):
    whole, cut = fonts.face(key).read(), web_font(web, key)
    for word in CONJUNCTS:
        assert shape(cut, word) == shape(whole, word), word


def test_the_face_of_a_few_words_sets_them_as_the_whole_font_does(tmp_path: Path):
    whole = fonts.face("devanagari-regular").read()
    for words in (["हिन्दी"], ["धरती", "की", "डोर", "से", "बँधा"], CONJUNCTS):
        words = [word.strip("।") for word in words]
        few = fonts.write_words(tmp_path, words, "Horizon Words")
        cut = unpacked(few.path.read_bytes())
        assert [word for word in words if shape(cut, word) != shape(whole, word)] == []
        assert few.bytes < 800 * len(set("".join(words)))


@pytest.mark.parametrize("key", ["serif-extralight", "serif-light", "sans-regular"])
def test_english_keeps_its_kerning_and_ligatures(web, key):
    whole, cut = fonts.face(key).read(), web_font(web, key)
    for line in LATIN_LINES:
        assert shape(cut, line) == shape(whole, line), line
    assert shape(web_font(web, f"{key}-rare"), "½≈→") == shape(whole, "½≈→")


def test_a_font_without_its_conjuncts_would_be_noticed():
    one = fonts.face("devanagari-regular")
    font = TTFont(io.BytesIO(one.read()))
    del font["GSUB"]
    out = io.BytesIO()
    font.save(out)
    assert shape(out.getvalue(), "क्षितिज") != shape(one.read(), "क्षितिज")


def test_the_faces_set_what_the_pages_hold():
    hindi, serif = fonts.face("devanagari-regular"), fonts.face("serif-extralight")
    sans = fonts.face("sans-regular")
    assert fonts.missing("Rs 47 crore, ₹1,46,000 crore – 12½ °C², “so”", serif) == ""
    assert fonts.missing("क्षितिज। १२३ ₹ – ‘ज्ञान’", hindi) == ""
    assert fonts.missing("क्षितिज।", sans) == "".join(sorted(set("क्षितिज।")))
    assert fonts.missing("क्षितिज। horizon", sans, hindi) == ""


def test_every_web_font_is_small(web):
    limits = {"Horizon Serif": 13_500, "Horizon Sans": 9_100, "Horizon Devanagari": 48_000}
    for file in web:
        assert file.bytes <= limits[file.face.family], file.path.name


def test_cutting_twice_gives_the_same_bytes():
    one = fonts.face("sans-regular")
    assert fonts.subset_woff2(one, fonts.LATIN) == fonts.subset_woff2(one, fonts.LATIN)


def test_a_second_build_reads_the_first_ones_files(web):
    folder = web[0].path.parent
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert fonts.write_web_fonts(folder) == web
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_other_characters_make_another_file(tmp_path: Path):
    letters = fonts.write_web_fonts(tmp_path, latin=map(ord, "abc"), devanagari=[0x915])
    figures = fonts.write_web_fonts(tmp_path, latin=map(ord, "123"), devanagari=[0x915])
    assert letters[0].path != figures[0].path
    assert letters[0].unicode_range == "U+61-63"
    assert letters[-1].path == figures[-1].path


def test_a_cut_font_does_not_carry_the_reserved_name_and_keeps_its_licence(web):
    for file in web:
        names = {record.nameID: record.toUnicode() for record in TTFont(file.path)["name"].names}
        assert names[1] == f"Horizon {file.face.key}"
        assert not any("Source" in names.get(kind, "") for kind in (1, 2, 3, 4, 6, 16))
        assert "SIL Open Font License" in names[13]
        assert file.face.licence == "OFL-1.1"


def test_the_sites_style_sheet_names_a_file_for_each_face(web):
    css = fonts.web_css(web, "../fonts/")
    site = [one for one in fonts.faces() if not one.in_book_only]
    assert css.count("@font-face") == len(site) + sum(not one.is_devanagari for one in site)
    assert "devanagari-light" not in css
    for file in web:
        assert f'url("../fonts/{file.path.name}") format("woff2")' in css
    assert "http" not in css


def test_no_two_files_of_the_book_share_a_family(tmp_path: Path):
    files = fonts.write_book_fonts(tmp_path, latin=map(ord, "Sea"), devanagari=map(ord, "क्षितिज"))
    families = [file.face.book_family for file in files]
    assert len(set(families)) == len(families)
    css = fonts.book_css(files)
    rule = f'font-family:"Horizon serif-extralight";src:url("{files[0].path.as_uri()}")'
    assert f"@font-face{{{rule}}}" in css
    assert files[0].unicodes == frozenset(map(ord, "Sea"))
    for key in ("devanagari-regular", "devanagari-light"):
        hindi = next(file for file in files if file.face.key == key)
        assert shape(hindi.path.read_bytes(), "क्षितिज") == shape(hindi.face.read(), "क्षितिज")
