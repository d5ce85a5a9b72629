"""The tree of the book's pages: noted as they are written, kept, and written once for the whole file.

Holds F2, F3, F5 and F6 of docs/standards.md.
"""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pikepdf
import pytest
from books import Opened
from markupsafe import Markup
from PIL import Image
from tagged import assembled, contents, marks, picture, shape, tree, written
from world import ROOT, make_world, profile, share_fonts

from showcase import catalogue
from showcase.book.book import Book
from showcase.book.edition import make_reading_edition
from showcase.book.inputs import LAYOUT_CODE
from showcase.book.laid import Anchor
from showcase.book.links import Telling, description
from showcase.book.modules import make_modules, make_sheaf
from showcase.book.plan import Part, Plan
from showcase.book.stationery import Stationery
from showcase.book.tags.marks import strip
from showcase.book.tags.structure import Section, write_structure
from showcase.book.tags.tables import connect
from showcase.book.tags.tree import Link, Node, from_json, joined, to_json
from showcase.book.typesetting import TypesettingError
from showcase.book.ua.reading import Element, File

IMAGE = '<img src="asset:lamp.png" alt="{}" style="width:20mm;height:10mm">'
LONG = "A lamp that floats and finds its own way home across a dark and windy sea. " * 12


@pytest.mark.parametrize(
    ("body", "shapes"),
    [
        ("<h1>Lamps</h1><p>They <b>float</b>.</p>", [["H1", 1], ["P", 3]]),
        ('<p>Lamp <span lang="hi">दीप</span></p>', [["P", 1, ["Span:hi", 1]]]),
        ('<p lang="hi">दीप</p>', [["P:hi", 1]]),
        ('<p lang="en">A lamp</p>', [["P", 1]]),
        ('<div lang="hi"><p>दीप</p></div>', [["Div:hi", ["P", 1]]]),
        ("<div>A lamp</div>", [["P", 1]]),
        ("<ul><li>One</li><li><p>Two</p></li></ul>",
         [["L", ["LI", ["LBody", 1]], ["LI", ["LBody", ["P", 1]]]]]),
        ('<ul data-joins="a"><li>One</li></ul><p>Between</p><ul data-joins="a"><li>Two</li></ul>',
         [["L", ["LI", ["LBody", 1]], ["LI", ["LBody", 1]]], ["P", 1]]),
        ("<dl><div><dt>Founded</dt><dd>2016</dd></div></dl>", [["L", ["LI", ["Lbl", 1], ["LBody", 1]]]]),
        ("<table><tr><th>State</th><td></td></tr></table>", [["Table", ["TBody", ["TR", ["TH", 1], ["TD"]]]]]),
        ('<div><a href="https://example.org/">A lamp</a></div>', [["P", ["Link", "link", 1]]]),
        ('<a href="https://example.org/" style="display:block"><p>A</p><p lang="hi">दीप</p></a>',
         [["P", ["Link", "link", 1, ["Span:hi", 1]]]]),
        (IMAGE.format("A lamp"), [["Figure", 1]]),
        (f"<figure>{IMAGE.format('A lamp')}<figcaption>Diya</figcaption></figure>", [["Div", ["Figure", 1], ["Caption", 1]]]),
        ("<blockquote>Lamps float.</blockquote>", [["BlockQuote", ["P", 1]]]),
        ('<p data-read="2">Last</p><p data-read="1">Later</p><p>First</p>', [["P", 1]] * 3),
    ],
)  # fmt: skip
def test_elements_become_tags(body: str, shapes: list[object]) -> None:
    assert shape(tree(body))[1:] == shapes


def test_what_is_to_be_read_later_follows_all_else_in_the_order_of_its_numbers() -> None:
    found = tree('<p data-read="2">Last</p><p data-read="1">Later</p><p>First</p>')
    assert [mark.mcid for mark in marks(found)] == [2, 1, 0]


def test_a_table_is_told_by_its_label() -> None:
    found = tree('<table aria-label="States"><tr><th>State</th></tr></table>')
    (table,) = (node for node in found.descendants() if node.kind == "Table")
    assert table.attributes == {"Summary": "States"}


@pytest.mark.parametrize(
    ("body", "mark"),
    [
        (IMAGE.format(""), b"/Artifact BMC"),
        ('<p aria-hidden="true">2018</p>', b"/Artifact BMC"),
        ('<div role="presentation"><p>2018</p></div>', b"/Artifact BMC"),
        ('<div role="doc-pagefooter"><p>5</p></div>', b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC"),
        ('<div role="doc-pageheader"><p>5</p></div>', b"/Artifact <</Type /Pagination /Subtype /Header>> BDC"),
        ('<style>p::after { content: attr(title) }</style><p title="EN"></p>', b"/Artifact BMC"),
        ('<div style="height:5mm;background:red"></div>', b"/Artifact BMC"),
        ('<div style="height:5mm;background:red;opacity:0.5"></div>', b"/Artifact BMC"),
    ],
)  # fmt: skip
def test_what_is_only_to_be_seen_is_an_artefact(body: str, mark: bytes) -> None:
    made = written(body)
    assert shape(made.tree) == ["Sect"]
    (content,) = contents(made)
    assert mark in content
    assert b"MCID" not in content


def test_words_that_would_be_lost_stop_the_build() -> None:
    with pytest.raises(TypesettingError, match="lamps: the words 'Half seen' would have no tag"):
        written('<p style="opacity:0.5">Half seen</p>')


def test_a_paragraph_over_columns_and_pages_is_one_element() -> None:
    story = f'<div style="columns:3;width:200mm"><p>{LONG}</p></div>'
    found = tree(story)
    assert shape(found) == ["Sect", ["P", len(list(marks(found)))]]
    assert len(list(marks(found))) > 9


def test_a_link_over_two_lines_is_one_link_with_two_areas() -> None:
    body = f'<p style="width:60mm"><a href="https://example.org/">{LONG[:60]}</a></p>'
    (paragraph,) = tree(body).nodes
    (link,) = paragraph.nodes
    assert [kid for kid in link.kids if isinstance(kid, Link)] == [Link(0, 0), Link(0, 1)]


def test_areas_within_the_area_of_their_own_link_are_left_out() -> None:
    body = '<p><a href="https://example.org/"><span>12</span> <span>Lamps</span></a></p>'
    (paragraph,) = tree(body).nodes
    assert [kid for kid in paragraph.nodes[0].kids if isinstance(kid, Link)] == [Link(0, 0)]


def test_what_stands_apart_in_a_link_leads_there_too() -> None:
    body = '<p><a href="https://example.org/">Lamps <span style="position:absolute;right:0">12</span></a></p>'
    (paragraph,) = tree(body).nodes
    assert [kid for kid in paragraph.nodes[0].kids if isinstance(kid, Link)] == [Link(0, 0), Link(0, 1)]


def test_a_picture_says_what_it_shows_and_where_it_is() -> None:
    (figure,) = tree(f'<div style="position:absolute;left:10mm;top:20mm">{IMAGE.format("A lamp")}</div>').nodes
    points = 72 / 25.4
    assert figure.alt == "A lamp"
    assert figure.attributes["BBox"] == pytest.approx(
        [10 * points, 210 * points, 30 * points, 220 * points], abs=0.02
    )


def test_a_picture_that_runs_off_the_page_is_told_as_far_as_it_is_on_it() -> None:
    (figure,) = tree(f'<div style="position:absolute;left:290mm;top:-5mm">{IMAGE.format("A lamp")}</div>').nodes
    points = 72 / 25.4
    assert figure.attributes["BBox"] == pytest.approx(
        [290 * points, 235 * points, 300 * points, 240 * points], abs=0.02
    )


TABLE = """<table>
<tr><th>State</th><th scope="col" colspan="2">Policy</th></tr>
<tr><th scope="row">Goa</th><td>None</td><td>2024</td></tr>
<tr><th scope="row" rowspan="2">Kerala</th><td colspan="2">Two</td></tr>
<tr><td>Three</td><td>Four</td></tr>
</table>"""


def test_cells_name_the_headings_over_them_and_beside_them() -> None:
    found = tree(TABLE)
    (table,) = (node for node in found.descendants() if node.kind == "Table")
    connect(table, "t")
    cells = [node.attributes for node in table.descendants() if node.kind in {"TH", "TD"}]
    assert [cell.get("Scope") for cell in cells] == ["Column", "Column", "Row", None, None, "Row", None, None, None]
    assert [cell.get("ID") for cell in cells if "ID" in cell] == ["t-0", "t-1", "t-2", "t-3"]
    assert [cell["Headers"] for cell in cells if "Headers" in cell] == [
        ["t-1", "t-2"], ["t-1", "t-2"], ["t-1", "t-3"], ["t-1", "t-3"], ["t-1", "t-3"],
    ]  # fmt: skip


def test_what_marks_pages_is_in_their_fingerprint() -> None:
    room = {f"tags/{path.name}" for path in (ROOT / "showcase" / "book" / "tags").glob("*.py")}
    assert room - set(LAYOUT_CODE) == {"tags/__init__.py", "tags/structure.py", "tags/tables.py"}


def test_pages_laid_out_apart_have_the_tree_of_pages_laid_out_together() -> None:
    def body(*names: str) -> str:
        rows = Markup("").join(Markup('<li><a href="https://example.org/">{}</a></li>').format(name) for name in names)
        return Markup('<div lang="hi"><ul data-joins="lamps">{}</ul></div><p>{}</p>').format(rows, names[0])

    bodies = [body("Kuttu", "Vilakku"), body("Nila"), body("Thooku", "Agal")]
    whole = tree(*bodies)
    apart = joined([(0, tree(*bodies[:2])), (2, tree(bodies[2]))])
    assert [node.kind for node in whole.descendants()].count("L") == 1
    assert apart == whole
    assert joined([(0, whole)]) == whole


def test_a_tree_is_kept_whole() -> None:
    found = tree(f'{TABLE}<p lang="hi">दीप</p><p><a href="https://example.org/">A</a></p>{IMAGE.format("A lamp")}')
    assert from_json(json.loads(json.dumps(to_json(found)))) == found


def test_content_without_its_marks_paints_the_same() -> None:
    (content,) = contents(written(f'<h1>Lamps</h1><p lang="hi">क्षितिज</p>{IMAGE.format("A lamp")}'))
    bare = strip(content)
    assert b"ActualText" in content
    assert not {b"BDC", b"BMC", b"EMC"} & set(bare.split())
    assert [line for line in content.split(b"\n") if not line.endswith((b"BDC", b"BMC", b"EMC"))] == bare.split(b"\n")


def test_links_say_where_they_lead(tmp_path: Path) -> None:
    body = (
        '<h1>Lamps</h1><p><a href="goto:part/lamps">Here</a> <a href="goto:source/diya/3">3</a> '
        '<a href="https://example.org/lamp">there</a></p>'
    )
    anchors = {"part/lamps": Anchor(1, 0, 0), "source/diya/3": Anchor(1, 0, 0)}
    file = assembled(tmp_path / "lamps.pdf", [body, "<p>Diya</p>", "", ""], anchors=lambda: anchors)
    with pikepdf.open(file) as pdf:
        said = [str(one.Contents) for one in pdf.pages[0].Annots]
    assert said == ["Page Inside front cover: Lamps 0", "Source 3, page Inside front cover", "https://example.org/lamp"]


def test_a_link_of_hindi_words_says_in_hindi_where_it_leads() -> None:
    plan = Plan((Part("lamps", "colophon", 1, 4, "Lamps", "दीप"),))
    telling = Telling(plan, {"page-n": "page {n}"}.__getitem__, {"page-n": "पृष्ठ {n}"}.__getitem__)
    assert description("part/lamps", 3, telling, in_hindi=True) == "पृष्ठ Inside back cover: दीप"
    assert description("part/lamps", 3, telling, in_hindi=False) == "Page Inside back cover: Lamps"


def test_a_link_that_leads_nowhere_in_a_part_of_the_book_is_plain_text(tmp_path: Path) -> None:
    node = Node("Sect", kids=[Node("P", kids=[Node("Link", kids=[Link(0, 0)])])])
    pdf = pikepdf.new()
    pdf.add_blank_page()
    gone = pdf.make_indirect(pikepdf.Dictionary(Subtype=pikepdf.Name.Link))
    write_structure(pdf, [Section("Lamps", 0, node)], [[gone]])
    (element,) = (one for one in File(pdf).elements if one.kind in {"Link", "Span"})
    assert (element.kind, element.links) == ("Span", [])


def test_headings_of_spreads_alone_begin_at_the_first_level(tmp_path: Path) -> None:
    file = assembled(tmp_path / "lamps.pdf", ["<h2>Lamps</h2><h3>They float</h3>"])
    with pikepdf.open(file) as pdf:
        assert [one.kind for one in File(pdf).elements if one.kind[0] == "H"] == ["H1", "H2"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one startup, with a photograph."""
    photo = ("sources:\n", "photographs: [{id: sea, file: sea.png, alt: A lamp on the sea, credit: A. Rao, "
             "licence: CC BY 4.0, caption: A lamp.}]\nsources:\n")  # fmt: skip
    files = {"startups/lantern-works.md": profile(photo), "images/lantern-works/sea.png": large_picture()}
    root = make_world(tmp_path_factory.mktemp("tags"), files)
    shutil.copytree(ROOT / "book", root / "book")
    share_fonts(root)
    return root


def large_picture() -> bytes:
    file = io.BytesIO()
    Image.open(io.BytesIO(picture())).resize((2400, 1920)).save(file, "PNG")
    return file.getvalue()


def test_assembly_keeps_the_tags_of_every_module(root: Path, tmp_path: Path) -> None:
    made = make_reading_edition(root, catalogue.load(root), tmp_path)
    book = Book(catalogue.load(root), Stationery.of(root))
    modules = make_modules(book, book.plan.parts, make_sheaf)
    with pikepdf.open(made.path) as pdf:
        file = File(pdf)
        (document,) = file.tops
        assert [str(section.obj.T) for section in document.kids] == [part.title for part in book.plan.parts]
        for section, module in zip(document.kids, modules, strict=True):
            assert told(section, module.part.first - 1) == noted(module.tree), module.part.key
        assert any(one.kind == "Figure" and str(one.obj.Alt) == "A lamp on the sea" for one in file.elements)


def told(element: Element, first: int) -> list[object]:
    """An element of the file: kind, language, description, marks by the pages of its module, links, kids."""
    own = [(page - first, mcid) for page, mcid in element.marks]
    attributes = {"Alt", "Lang"} & {key[1:] for key in element.obj.keys()}
    said = {key: str(element.obj[f"/{key}"]) for key in sorted(attributes)}
    return [element.kind, said, own, len(element.links), [told(kid, first) for kid in element.kids]]


def noted(node: Node) -> list[object]:
    own = [tuple(kid) for kid in node.kids if not isinstance(kid, Node | Link)]
    links = sum(isinstance(kid, Link) for kid in node.kids)
    said = {key: value for key, value in (("Alt", node.alt), ("Lang", node.lang)) if value}
    return [node.kind, said, own, links, [noted(kid) for kid in node.nodes]]


def test_a_spread_is_read_from_its_name_to_the_caption_of_its_picture(root: Path) -> None:
    """With a photograph the text leads: name, headline, story, innovations, milestones, facts, caption."""
    book = Book(catalogue.load(root), Stationery.of(root))
    (module,) = make_modules(book, [book.plan.by_key["startup/lantern-works"]], make_sheaf)
    assert [node.kind for node in module.tree.nodes if node.kind != "P"][:3] == ["H2", "H3", "H3"]
    assert [kid.kind for kid in module.tree.nodes[-1].nodes] == ["Figure", "Caption"]


def sections(book: Opened) -> dict[str, Element]:
    """The elements of the parts, by their titles."""
    (document,) = File(book.pdf).tops
    return {str(section.obj.T): section for section in document.kids}


def test_a_startup_of_the_book_is_read_in_the_order_in_which_it_is_told(book: Opened) -> None:
    file = File(book.pdf)
    for startup in book.catalogue.published:
        (section,) = (one for one in file.of_kind("Sect") if str(one.obj.get("/T", "")) == startup.name)
        text = " ".join(file.text(section).replace("\u00ad", "").split())
        told = [startup.name.split()[0], startup.headline.split()[0], startup.story.split()[0]]
        places, at = [], 0
        for word in told:
            at = text.index(word, at)
            places.append(at)
        assert places == sorted(places)
        last = section.kids[-1]
        assert "Plate drawn" not in file.text(section)
        assert startup.photographs or last.kind not in {"Figure", "Caption"}


def test_charts_tell_their_data(book: Opened) -> None:
    told = [str(one.obj.Alt) for one in File(book.pdf).of_kind("Figure")]
    most = max(book.catalogue.states(), key=lambda shelf: len(shelf.startups))
    assert any(f"{most.name} ({len(most.startups)})" in one for one in told)
    for key in ("production", "exports"):
        row = next(row for row in getattr(book.catalogue.vocabulary, key) if row.rs_crore)
        years = [one for one in told if row.fy.replace("-", "–") in one]
        assert any(f"{row.rs_crore:,.0f}"[-3:] in one for one in years)


def test_folios_and_running_heads_are_not_read(book: Opened) -> None:
    file = File(book.pdf)
    paragraphs = [(one, " ".join(file.text(one).split())) for one in file.of_kind("P")]
    assert book.catalogue.site.title.upper() not in [text for _one, text in paragraphs]
    assert [text for one, text in paragraphs if text == file.labels[one.page]] == []
    spreads = [part for part in book.made.plan.parts if part.kind == "startup"]
    assert all(b"/Type /Pagination" in book.pdf.pages[part.first].Contents.read_bytes() for part in spreads)


def test_links_of_the_book_say_where_they_lead(book: Opened) -> None:
    startup = book.catalogue.published[0]
    said = {str(one.Contents) for page in book.pdf.pages for one in page.obj.get("/Annots", [])}
    assert f"Page {book.page_of(startup) - 2}: {startup.name}" in said
    assert f"{startup.sources[0].title}, {startup.sources[0].publisher}" in said
    assert any(one.startswith("Source 1, page ") for one in said)
