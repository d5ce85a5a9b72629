"""Assembly: the modules made into one file, with everything that a reader's program wants to know.

Joining files drops the outline, the page labels, the names and the rest of
the document's root, so all of these are made here from the plan, and the tree
of tags from those of the modules.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    OutlineItem,
    Pdf,
    Stream,
    String,
)

from showcase.book import ua
from showcase.book.cache import Cache
from showcase.book.laid import Module
from showcase.book.links import Telling, Words, join_links, places
from showcase.book.onefont import unify_fonts
from showcase.book.plan import Plan
from showcase.book.tags.structure import Annotations, Section, write_structure
from showcase.book.typesetting import TypesettingError
from showcase.clock import today


@dataclass(frozen=True)
class Imprint:
    """What the file says of itself."""

    title: str
    subject: str
    language: str
    maker: str
    words: Words
    """Interface strings in its language."""
    hindi: Words
    """The same in Hindi."""
    sources: Mapping[str, str]
    """Title and publisher of every source, by its address."""


def assemble(
    modules: Sequence[Module], plan: Plan, imprint: Imprint, fonts: dict[str, Path], cache: Cache
) -> bytes:
    """The modules as one file.

    With parts of the plan left out, links to them are left out as well; in
    the whole book a link that leads nowhere raises TypesettingError, and so
    does anything that keeps the file from being PDF/UA-1.
    """
    pdf = _joined(modules)
    whole = len(modules) == len(plan.parts)
    annotations = [list(page.obj.get("/Annots", [])) for page in pdf.pages]
    telling = Telling(plan, imprint.words, imprint.hindi, imprint.sources)
    join_links(pdf, places(modules), telling, must_lead=whole)
    _tag(pdf, modules, annotations)
    unify_fonts(pdf, fonts, cache)
    _share_streams(pdf)
    _outline(pdf, modules, imprint.words)
    _label(pdf, modules, plan)
    _describe(pdf, imprint, begins_left=modules[0].part.first % 2 == 0)
    out = io.BytesIO()
    pdf.save(
        out, compress_streams=True, recompress_flate=True, deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate, min_version="1.7",
    )  # fmt: skip
    file = out.getvalue()
    if wrong := ua.check(file):
        raise TypesettingError(ua.sentences(wrong))
    return file


def _joined(modules: Sequence[Module]) -> Pdf:
    """All pages in one file."""
    pdf = Pdf.new()
    for pages in (sheaf for module in modules for sheaf in module.pdfs):
        with Pdf.open(io.BytesIO(pages)) as part:
            pdf.pages.extend(part.pages)
    for page in pdf.pages:
        page.obj.MediaBox = page.obj.BleedBox = page.obj.TrimBox  # what is drawn beyond is for the press
    return pdf


def _tag(pdf: Pdf, modules: Sequence[Module], annotations: Annotations) -> None:
    """Writes the trees of the modules as the tree of the file."""
    sections, first = [], 0
    for module in modules:
        sections.append(Section(module.part.title, first, module.tree))
        first += module.part.pages
    write_structure(pdf, sections, annotations)


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


def _outline(pdf: Pdf, modules: Sequence[Module], words: Words) -> None:
    """Bookmarks: the parts in order, the startups under their fields; the page to the reader shares a part."""
    page, field = 0, None
    with pdf.open_outline() as outline:
        for module in modules:
            item = OutlineItem(module.part.title, page + module.part.title_page)
            reader = [OutlineItem(words("to-the-reader"), page + 1)] if module.part.kind == "imprint" else []
            page += module.part.pages
            if module.part.kind == "startup" and field is not None:
                field.children.append(item)
                continue
            field = item if module.part.kind == "opener" else None
            outline.root += [item, *reader]


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
        meta["pdfuaid:part"] = "1"
    stamp = day.strftime("D:%Y%m%d%H%M%SZ")
    pdf.docinfo[Name.CreationDate] = pdf.docinfo[Name.ModDate] = String(stamp)
