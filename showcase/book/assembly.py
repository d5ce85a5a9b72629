"""Assembly: the modules made into one file, with everything that a reader's program wants to know.

Joining files drops the outline, the page labels, the names and the rest of
the document's root, so all of these are made here from the plan. Structure
tags belong here too when they come: each module's tree would be hung below
the document's own, its parents' tree renumbered by the module's first page.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NameTree,
    Object,
    ObjectStreamMode,
    OutlineItem,
    Pdf,
    Stream,
    String,
)

from showcase.book.cache import Cache
from showcase.book.modules import Module
from showcase.book.onefont import unify_fonts
from showcase.book.plan import Plan
from showcase.book.typesetting import TypesettingError
from showcase.book.wording import GOTO
from showcase.clock import today


@dataclass(frozen=True)
class Imprint:
    """What the file says of itself."""

    title: str
    subject: str
    language: str
    maker: str


def assemble(
    modules: Sequence[Module], plan: Plan, imprint: Imprint, fonts: dict[str, Path], cache: Cache
) -> bytes:
    """The modules as one file.

    With parts of the plan left out, links to them are left out as well; in
    the whole book a link that leads nowhere raises TypesettingError.
    """
    pdf, anchors = _joined(modules)
    whole = len(modules) == len(plan.parts)
    if whole and len(pdf.pages) != plan.pages:
        raise TypesettingError(f"{len(pdf.pages)} pages were made where the plan has {plan.pages}")
    _join_links(pdf, anchors, must_lead=whole)
    unify_fonts(pdf, fonts, cache)
    _share_streams(pdf)
    _name_places(pdf, anchors)
    _outline(pdf, modules)
    _label(pdf, modules, plan)
    _describe(pdf, imprint, begins_left=modules[0].part.first % 2 == 0)
    out = io.BytesIO()
    pdf.save(
        out, compress_streams=True, recompress_flate=True, deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate, min_version="1.7",
    )  # fmt: skip
    return out.getvalue()


def _joined(modules: Sequence[Module]) -> tuple[Pdf, dict[str, Array]]:
    """All pages in one file, and every anchor as a destination in it."""
    pdf, anchors = Pdf.new(), {}
    for module in modules:
        first = len(pdf.pages)
        with Pdf.open(io.BytesIO(module.pdf)) as part:
            pdf.pages.extend(part.pages)
        for name, anchor in module.anchors.items():
            page = pdf.pages[first + anchor.page].obj
            anchors[name] = Array([page, Name.XYZ, round(anchor.x, 2), round(anchor.y, 2), None])
    return pdf, anchors


def _join_links(pdf: Pdf, anchors: dict[str, Array], must_lead: bool) -> None:
    """Turns the links that pages write as addresses within the book into its destinations."""
    for page in pdf.pages:
        kept = []
        for link in page.obj.get("/Annots", []):
            address = str(link.get("/A", {}).get("/URI", ""))
            if not address.startswith(GOTO):
                kept.append(link)
                continue
            name = address.removeprefix(GOTO)
            if name in anchors:
                del link["/A"]
                link.Dest = String(name)
                kept.append(link)
            elif must_lead:
                raise TypesettingError(f"a link in the book leads to {name}, which is not in it")
        if "/Annots" in page.obj:
            page.obj.Annots = Array(kept)


def _share_streams(pdf: Pdf) -> None:
    """Lets equal pictures and drawings be one: modules bring their own copies."""
    first: dict[bytes, Object] = {}
    for holder in _holders(pdf):
        for key in list(holder.keys()):
            stream = holder[key]
            if not isinstance(stream, Stream) or "/Resources" in stream:
                continue
            digest = sha256(repr(sorted(_plain(stream))).encode() + stream.read_raw_bytes()).digest()
            holder[key] = first.setdefault(digest, stream)


def _holders(pdf: Pdf) -> Iterator[Object]:
    """The dictionaries that hold pictures: each page's, and each picture's own mask."""
    for page in pdf.pages:
        pictures = page.obj.get("/Resources", {}).get("/XObject")
        if pictures is not None:
            yield from (picture for picture in pictures.values() if "/SMask" in picture)
            yield pictures


def _plain(stream: Stream) -> Iterator[tuple[str, str]]:
    for key, value in stream.stream_dict.items():
        yield key, str(value.objgen) if value_is_indirect(value) else repr(value)


def value_is_indirect(value: object) -> bool:
    """Whether a value of a dictionary is kept elsewhere in the file."""
    return isinstance(value, Object) and value.is_indirect


def _name_places(pdf: Pdf, anchors: dict[str, Array]) -> None:
    """Writes the destinations under their names."""
    tree = NameTree.new(pdf)
    for name, place in sorted(anchors.items()):
        tree[name] = pdf.make_indirect(place)
    pdf.Root.Names = Dictionary(Dests=tree.obj)


def _outline(pdf: Pdf, modules: Sequence[Module]) -> None:
    """Bookmarks: the parts in order, the startups under their fields."""
    page, field = 0, None
    with pdf.open_outline() as outline:
        for module in modules:
            item = OutlineItem(module.part.title, page + module.part.title_page)
            page += module.part.pages
            if module.part.kind == "startup" and field is not None:
                field.children.append(item)
                continue
            field = item if module.part.kind == "opener" else None
            outline.root.append(item)


def _label(pdf: Pdf, modules: Sequence[Module], plan: Plan) -> None:
    """Page labels: the folios, and names for the covers. Consecutive folios are one run."""
    pages = [part.first + n for part in (module.part for module in modules) for n in range(part.pages)]
    numbers: list[object] = []
    before = None
    for place, page in enumerate(pages):
        label = plan.label(page)
        if not label.isdigit():
            numbers += [place, Dictionary(P=String(label))]
        elif before is None or int(label) != before + 1:
            numbers += [place, Dictionary(S=Name.D, St=int(label))]
        before = int(label) if label.isdigit() else None
    pdf.Root.PageLabels = Dictionary(Nums=Array(numbers))


def _describe(pdf: Pdf, imprint: Imprint, begins_left: bool) -> None:
    """Title, language, dates and how the file opens: two pages side by side, covers alone."""
    root = pdf.Root
    root.Lang = String(imprint.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLayout = Name.TwoPageLeft if begins_left else Name.TwoPageRight
    root.PageMode = Name.UseNone
    day = datetime.combine(today(), datetime.min.time(), UTC)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as meta:
        meta["dc:title"] = imprint.title
        meta["dc:description"] = imprint.subject
        meta["dc:language"] = [imprint.language]
        meta["xmp:CreateDate"] = meta["xmp:ModifyDate"] = day.isoformat()
        meta["xmp:CreatorTool"] = imprint.maker
        meta["pdf:Producer"] = imprint.maker
    stamp = day.strftime("D:%Y%m%d%H%M%SZ")
    pdf.docinfo[Name.CreationDate] = pdf.docinfo[Name.ModDate] = String(stamp)
