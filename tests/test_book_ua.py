"""Every rule of PDF/UA finds the file that breaks it, and nothing in a sound one.

Holds F1, F2 and F4 of docs/standards.md.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from books import Opened
from pikepdf import Array, Dictionary, Name, Pdf, String
from tagged import assembled

from showcase.book import ua
from showcase.book.laid import Anchor
from showcase.book.typesetting import TypesettingError
from showcase.book.ua.reading import File

FIRST = """
<h1>Lamps</h1>
<p>A lamp <a href="goto:part/two">that floats</a> and <a href="https://example.org/">one that flies</a>.</p>
<h2>In Hindi</h2>
<p lang="hi">क्षितिज की ओर</p>
<ul><li>Diya</li><li>Deep</li></ul>
<table><tr><th>State</th><th>Lamps</th></tr><tr><th scope="row">Goa</th><td>2</td></tr></table>
<figure><img src="asset:lamp.png" alt="A lamp on the sea" style="width:20mm;height:10mm"><figcaption>Diya at sea</figcaption></figure>
<div role="doc-pagefooter"><p>1</p></div>
"""
SECOND = '<h2>The second page</h2><p>Nothing more is to be said of lamps.</p>'


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with something of everything: headings, Hindi, a list, a table, a picture, links, a folio."""
    path = tmp_path_factory.mktemp("sound") / "lamps.pdf"
    places = {"part/two": Anchor(1, 0, 600)}
    return assembled(path, [FIRST, SECOND], ["<h1>Oars</h1>"], anchors=lambda: places).read_bytes()


def test_a_sound_file_breaks_no_rule(sound: bytes) -> None:
    assert ua.check(sound) == []


def element(pdf: Pdf, kind: str) -> pikepdf.Object:
    """The first element of a kind."""
    return next(one.obj for one in File(pdf).elements if one.kind == kind)


def swap(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    """Changes the content of the first page; what is replaced must be there."""

    def change(pdf: Pdf) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        assert old in content
        pdf.pages[0].Contents.write(content.replace(old, new, 1))

    return change


def fonts(pdf: Pdf) -> list[pikepdf.Object]:
    return list(pdf.pages[0].Resources.Font.values())


def in_fonts(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    """Changes what the glyphs of a font say."""

    def change(pdf: Pdf) -> None:
        tables = {font.objgen: font.ToUnicode for font in fonts(pdf)}.values()
        assert any(old in table.read_bytes() for table in tables)
        for table in tables:
            table.write(table.read_bytes().replace(old, new, 1))

    return change


def metadata(key: str, value: str | None) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
            if value is None:
                del meta[key]
            else:
                meta[key] = value

    return change


def set_in(find: Callable[[Pdf], pikepdf.Object], key: str, value: object) -> Callable[[Pdf], None]:
    """Sets a value in a dictionary of the file, or with None takes it out."""

    def change(pdf: Pdf) -> None:
        holder = find(pdf)
        if value is None:
            del holder[key]
        else:
            holder[key] = value

    return change


def first(kind: str) -> Callable[[Pdf], pikepdf.Object]:
    return lambda pdf: element(pdf, kind)


def annotation(pdf: Pdf) -> pikepdf.Object:
    return pdf.pages[0].Annots[0]


def attributes(kind: str) -> Callable[[Pdf], pikepdf.Object]:
    return lambda pdf: element(pdf, kind).A


def descriptor(pdf: Pdf) -> pikepdf.Object:
    return fonts(pdf)[0].DescendantFonts[0].FontDescriptor


def hang(kind: str, kid: str) -> Callable[[Pdf], None]:
    """Hangs the first element of one kind below the first of another, beside its own place."""

    def change(pdf: Pdf) -> None:
        holder, other = element(pdf, kind), element(pdf, kid)
        holder.K.append(other)

    return change


def one_cell_more(pdf: Pdf) -> None:
    row = element(pdf, "TR")
    row.K.append(pdf.make_indirect(Dictionary(S=Name.TD, P=row, K=Array())))


def an_empty_paragraph(pdf: Pdf) -> None:
    document = element(pdf, "Document")
    document.K.append(pdf.make_indirect(Dictionary(S=Name.P, P=document, K=Array())))


def no_words_in_a_heading(pdf: Pdf) -> None:
    heading = element(pdf, "H2")
    heading.K = Array([pdf.make_indirect(Dictionary(S=Name.Span, P=heading, K=Array()))])


def no_outline(pdf: Pdf) -> None:
    del pdf.Root["/Outlines"]


def deeper_bookmarks(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].children.append(outline.root.pop())


def a_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))


def words_swapped(pdf: Pdf) -> None:
    """The first two paragraphs of the page are read in the other order."""
    part = element(pdf, "Sect")
    part.K[0], part.K[1] = part.K[1], part.K[0]


def a_mark_twice(pdf: Pdf) -> None:
    heading = element(pdf, "H1")
    heading.K.append(heading.K[0])


def no_ways_back(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1] = Array()


def a_wide_glyph(pdf: Pdf) -> None:
    widths = fonts(pdf)[0].DescendantFonts[0].W
    widths[1][0] = float(widths[1][0]) + 100


BREAKS: dict[str, Callable[[Pdf], None]] = {
    "marked": set_in(lambda pdf: pdf.Root.MarkInfo, "/Marked", False),
    "suspects": set_in(lambda pdf: pdf.Root.MarkInfo, "/Suspects", True),
    "language": set_in(lambda pdf: pdf.Root, "/Lang", None),
    "language-code": set_in(first("P"), "/Lang", String("British English")),
    "title": metadata("dc:title", "Oars"),
    "title-shown": set_in(lambda pdf: pdf.Root, "/ViewerPreferences", None),
    "pdfua": metadata("pdfuaid:part", None),
    "outline": no_outline,
    "labels": set_in(lambda pdf: pdf.Root, "/PageLabels", None),
    "scripts": a_script,
    "access": lambda _pdf: None,  # encrypted when it is saved, see `broken`
    "layers": set_in(lambda pdf: pdf.Root, "/OCProperties", Dictionary()),
    "tree": set_in(lambda pdf: pdf.Root, "/StructTreeRoot", None),
    "parents": lambda pdf: set_in(first("P"), "/P", element(pdf, "H1"))(pdf),
    "kinds": set_in(first("P"), "/S", Name.Paragraph),
    "empty": an_empty_paragraph,
    "blocks": hang("P", "L"),
    "heading-levels": set_in(first("H2"), "/S", Name.H3),
    "heading-words": no_words_in_a_heading,
    "bookmark-levels": deeper_bookmarks,
    "holds": hang("L", "P"),
    "held": set_in(first("L"), "/S", Name.Div),
    "rows": one_cell_more,
    "scope": set_in(attributes("TH"), "/Scope", None),
    "headers": set_in(attributes("TD"), "/Headers", Array([String("nothing")])),
    "described": set_in(first("Figure"), "/Alt", None),
    "hidden-words": hang("Figure", "Caption"),
    "description": set_in(first("Figure"), "/Alt", String("images/lamp.png")),
    "box": set_in(attributes("Figure"), "/BBox", Array([0, 0, 5000, 10])),
    "link": set_in(annotation, "/Subtype", Name.Text),
    "annotation": set_in(annotation, "/StructParent", 99),
    "annotation-words": set_in(annotation, "/Contents", None),
    "destination": set_in(annotation, "/Dest", String("part/nowhere")),
    "tab-order": set_in(lambda pdf: pdf.pages[1].obj, "/Tabs", None),
    "balanced": swap(b"\nEMC", b"\n"),
    "painted": swap(b"/Span <</MCID 0>> BDC", b"0 0 9 9 re f\n/Span <</MCID 0>> BDC"),
    "nested": swap(b"/Span <</MCID 0>> BDC\n", b"/Artifact BMC\n/Span <</MCID 0>> BDC\nEMC\nEMC\n/Span BMC\n"),
    "marks": swap(b"/MCID 0", b"/MCID 99"),
    "ways-back": no_ways_back,
    "order": words_swapped,
    "embedded": set_in(descriptor, "/FontFile2", None),
    "glyph-map": set_in(lambda pdf: fonts(pdf)[0].DescendantFonts[0], "/CIDToGIDMap", None),
    "widths": a_wide_glyph,
    "characters": in_fonts(b"> <0061>", b"> <>"),
    "real-characters": in_fonts(b"> <0061>", b"> <e000>"),
    "missing-glyphs": swap(b"[<", b"[<0000"),
    "actual-text": swap(b"/ActualText <feff0915", b"/ActualText <feff0020"),
    "hindi": set_in(lambda pdf: next(one.obj for one in File(pdf).elements if "/Lang" in one.obj), "/Lang", String("en")),
    "english": set_in(first("P"), "/Lang", String("hi")),
}  # fmt: skip


def broken(data: bytes, name: str) -> bytes:
    """The file after its break."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(data)) as pdf:
        BREAKS[name](pdf)
        allow = pikepdf.Permissions(accessibility=False, extract=False)
        barred = pikepdf.Encryption(owner="oars", allow=allow, R=3, aes=False, metadata=False)
        pdf.save(out, encryption=barred if name == "access" else False)
    return out.getvalue()


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_the_rule_finds_what_breaks_it(sound: bytes, name: str) -> None:
    found = ua.check(broken(sound, name))
    assert name in {finding.rule for finding in found}
    assert all(finding.message for finding in found)


def test_no_rule_is_without_its_break() -> None:
    assert sorted(ua.RULES) == sorted(BREAKS)


def test_a_finding_names_page_and_part(sound: bytes) -> None:
    (finding,) = ua.check(broken(sound, "described"))
    assert finding.page == 0
    assert ua.sentences([finding]) == (
        "the book is not accessible as it should be:\n"
        "  page Cover, Lamps 0: a picture does not say what it shows; give the picture an `alt`, empty where it is "
        "only to be seen [described: every picture says what it shows]"
    )


def test_many_findings_are_told_in_part(sound: bytes) -> None:
    (finding,) = ua.check(broken(sound, "described"))
    lines = ua.sentences([finding] * 25).split("\n")
    assert len(lines) == 22
    assert lines[-1] == "  and 5 more"


def test_a_build_stops_where_a_rule_is_broken(tmp_path: Path) -> None:
    with pytest.raises(TypesettingError, match=r"page Cover, Lamps 0: 'दीप' is Hindi and not marked as Hindi; put `lang="):
        assembled(tmp_path / "lamps.pdf", ["<h1>Lamps</h1><p>दीप</p>", "", ""])
    assert not (tmp_path / "lamps.pdf").exists()


def test_the_real_book_is_checked_within_ten_seconds(book: Opened) -> None:
    data = book.made.path.read_bytes()
    started = time.process_time()
    assert ua.check(data) == []
    assert time.process_time() - started < 10
