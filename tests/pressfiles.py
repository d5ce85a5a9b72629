"""Small press files, made by hand: a sound one of eight pages, and the means to spoil it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String
from PIL import Image
from world import PROFILE, ROOT, make_world

from showcase import catalogue, planfile
from showcase.blocks import told_by
from showcase.book.press.sections import Binder
from showcase.catalogue import Catalogue
from showcase.digest import content_digest
from showcase.fonts import write_book_fonts
from showcase.planfile import MadeFile, PlanFile, PlannedBlock, PlannedPage, PlannedProfile
from showcase.preflight.demands import MM, Demands
from showcase.saying import Block
from showcase.told import TOLD

WIDTH, HEIGHT, BLEED = 120.0, 90.0, 3.0  # millimetres: the trim and what stands out
SHEET = (WIDTH + 2 * BLEED) * MM, (HEIGHT + 2 * BLEED) * MM
PROFILE_PATH = "startups/lantern-works.md"
ICC = bytes(12) + b"prtrCMYKLab " + bytes(200)
"""As much of a profile as says what it is."""

ASKED = Demands(
    press="offset-case", condition="FOGRA39", registry="http://www.color.org",
    profile=hashlib.md5(ICC, usedforsecurity=False).hexdigest(), trim=(WIDTH, HEIGHT), binder=Binder(4),
)  # fmt: skip
DAY = "2026-11-22T00:00:00+00:00"

CMAP = (b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /H def /CMapType 2 def "
        b"1 begincodespacerange <0000> <ffff> endcodespacerange %s endcmap end end")  # fmt: skip

WHITE = ("0 0 0 0 k", "1 g")
"""What is white knocks out; all other words overprint."""
Change = Callable[[Pdf], None]


def mm(*lengths: float) -> tuple[float, ...]:
    """Millimetres from the lower left corner of the trim, as points of the sheet."""
    return tuple((length + BLEED) * MM for length in lengths)


@cache
def face(key: str) -> Path:
    return next(file.path for file in write_book_fonts(ROOT / ".cache" / "book-fonts") if file.face.key == key)


@cache
def glyphs(key: str) -> dict[int, str]:
    return TTFont(face(key)).getBestCmap()


@cache
def font_without(letters: str) -> bytes:
    """The plain face without the outlines of some letters; its glyphs keep their numbers."""
    file = TTFont(face("sans-regular"))
    cutter = Subsetter(Options(retain_gids=True, notdef_outline=True))
    cutter.populate(unicodes=[one for one in glyphs("sans-regular") if chr(one) not in letters])
    cutter.subset(file)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def font(pdf: Pdf, key: str, data: bytes | None = None) -> Object:
    """A face of the book as a composite font with the whole file in it."""
    file = TTFont(face(key))
    order = {name: number for number, name in enumerate(file.getGlyphOrder())}
    name = Name(f"/ABCDEF+Horizon-{key}")
    widths = [round(file["hmtx"][one][0] * 1000 / file["head"].unitsPerEm) for one in file.getGlyphOrder()]
    rows = [f"<{order[one]:04x}> <{code:04x}>" for code, one in glyphs(key).items() if code < 0xFFFF]
    blocks = [rows[n : n + 100] for n in range(0, len(rows), 100)]
    texts = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=4, FontBBox=Array([0, -300, 1000, 1000]), ItalicAngle=0,
        Ascent=900, Descent=-300, CapHeight=700, StemV=80, FontFile2=pdf.make_stream(data or face(key).read_bytes()),
    )  # fmt: skip
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=name, CIDToGIDMap=Name.Identity, FontDescriptor=descriptor,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        W=Array([0, Array(widths)]),
    )  # fmt: skip
    table = pdf.make_stream(CMAP % texts.encode())
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(inner)]), ToUnicode=table,
    ))  # fmt: skip


def codes(text: str, key: str = "sans-regular") -> str:
    """A text as the string that shows it in a face."""
    order = TTFont(face(key)).getReverseGlyphMap()
    known = glyphs(key)
    return "<" + "".join(f"{order[known[ord(sign)]]:04x}" for sign in text if ord(sign) in known) + ">"


def words(text: str, size: float, x: float, y: float, colour: str = "0 0 0 1 k", name: str = "F1", key: str = "") -> str:
    """Operators that set a text with its baseline at x, y in millimetres of the trim."""
    left, foot = mm(x, y)
    shown = codes(text, key or "sans-regular")
    over = "" if colour in WHITE else "/Over gs "
    return f"q {over}BT {colour} /{name} {size} Tf 1 0 0 1 {left:.2f} {foot:.2f} Tm {shown} Tj ET Q\n"


def box(x: float, y: float, width: float, height: float, colour: str) -> str:
    left, foot = mm(x, y)
    return f"q {colour} {left:.2f} {foot:.2f} {width * MM:.2f} {height * MM:.2f} re f Q\n"


def line(x: float, y: float, length: float, width: float, colour: str) -> str:
    left, foot = mm(x, y)
    return f"q {colour} {width} w {left:.2f} {foot:.2f} m {left + length * MM:.2f} {foot:.2f} l S Q\n"


def placed(name: str, x: float, y: float, width: float, height: float) -> str:
    left, foot = mm(x, y)
    return f"q {width * MM:.2f} 0 0 {height * MM:.2f} {left:.2f} {foot:.2f} cm /{name} Do Q\n"


def picture(pdf: Pdf, width: int, height: int, mode: str = "CMYK", kind: str = "JPEG") -> Stream:
    """A picture that runs from light to dark."""
    image = Image.linear_gradient("L").resize((width, height)).point(lambda value: value // 2)
    channels = [image.point(lambda value, by=by: value // by) for by in (1, 2, 3, 4)]
    image = Image.merge(mode, channels[: len(mode)]) if mode != "L" else image
    stream = pdf.make_stream(b"")
    if kind == "JPEG":
        out = io.BytesIO()
        image.save(out, "JPEG", quality=92)
        stream = pdf.make_stream(out.getvalue(), Filter=Name.DCTDecode)
        if mode == "CMYK":  # Pillow writes four channels upside down
            stream.Decode = Array([1, 0] * 4)
    else:
        stream = pdf.make_stream(image.tobytes())
    stream.Type, stream.Subtype, stream.BitsPerComponent = Name.XObject, Name.Image, 8
    stream.Width, stream.Height = width, height
    stream.ColorSpace = {"CMYK": Name.DeviceCMYK, "RGB": Name.DeviceRGB, "L": Name.DeviceGray}[mode]
    return stream


def gradient(space: Name, first: Sequence[float], last: Sequence[float]) -> Dictionary:
    left, right = mm(0, WIDTH)
    return Dictionary(
        ShadingType=2, ColorSpace=space, Coords=Array([left, 0, right, 0]), Extend=Array([True, True]),
        Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(first), C1=Array(last), N=1),
    )  # fmt: skip


def form(pdf: Pdf, content: str, **entries: Object) -> Stream:
    """A drawing of the whole sheet."""
    stream = pdf.make_stream(content.encode(), BBox=Array([0, 0, *SHEET]))
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    for key, value in entries.items():
        stream[f"/{key}"] = value
    return stream


def pdf_pattern(pdf: Pdf, content: str, step: int = 4) -> Stream:
    """A drawing that repeats every so many points."""
    stream = pdf.make_stream(content.encode(), BBox=Array([0, 0, step, step]), Resources=Dictionary())
    stream.PatternType, stream.PaintType, stream.TilingType, stream.XStep, stream.YStep = 1, 1, 1, step, step
    return stream


def within_itself(pdf: Pdf, page: Object) -> None:
    """Lets a page draw a drawing that draws itself."""
    drawing = pdf.make_indirect(form(pdf, "/Again Do"))
    drawing.Resources = Dictionary(XObject=Dictionary(Again=drawing))
    page.Resources.XObject = Dictionary(Again=drawing)
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /Again Do")


def mask(pdf: Pdf, space: Name = Name.DeviceGray, content: str = "0.5 g 0 0 500 500 re f") -> Dictionary:
    """A graphics state with a soft mask: half of everything is let through."""
    group = Dictionary(S=Name.Transparency, CS=space)
    return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=pdf.make_indirect(form(pdf, content, Group=group))))


def resources(pdf: Pdf) -> Dictionary:
    return Dictionary(
        Font=Dictionary(F1=font(pdf, "sans-regular"), F2=font(pdf, "serif-light")),
        ExtGState=Dictionary(
            Over=Dictionary(op=True, OP=True, OPM=1), Half=Dictionary(ca=0.5, CA=0.5), Masked=mask(pdf),
        ),
        XObject=Dictionary(
            Sea=pdf.make_indirect(picture(pdf, 1480, 1120)),
            Glow=pdf.make_indirect(form(
                pdf, box(60, 50, 30, 20, "0.3 0 0.1 0 k"), Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
            )),
        ),
        Shading=Dictionary(Dusk=gradient(Name.DeviceCMYK, [0.9, 0.5, 0.2, 0.6], [0, 0.2, 0.5, 0])),
    )  # fmt: skip


def add_page(pdf: Pdf, content: str, shared: Dictionary) -> None:
    page = pdf.add_blank_page(page_size=SHEET).obj
    left, foot, right, top = (*mm(0, 0), *mm(WIDTH, HEIGHT))
    page.TrimBox, page.BleedBox = Array([left, foot, right, top]), Array([0, 0, *SHEET])
    page.Resources, page.Contents = Dictionary(shared), pdf.make_stream(content.encode())
    page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


def paint(page: int, content: str, **named: Object) -> Change:
    """A change: more is painted on a page; what it needs is named as `XObject_Boat=…`."""

    def change(pdf: Pdf) -> None:
        obj = pdf.pages[page - 1].obj
        for key, value in named.items():
            kind, name = key.split("_")
            holder = Dictionary(obj.Resources.get(f"/{kind}", Dictionary()))
            holder[f"/{name}"] = value(pdf) if callable(value) else value
            obj.Resources[f"/{kind}"] = holder
        pdf.pages[page - 1].contents_add(content.encode())

    return change


def told(content: Catalogue) -> dict[str, list[Block]]:
    """The blocks of the one profile by the place of the book that tells them first."""
    startup = content.by_slug["lantern-works"]
    blocks: dict[str, list[Block]] = {}
    for block in told_by("book", startup, "en", 0):
        blocks.setdefault(TOLD[block.pieces[0].field].places[0], []).append(block)
    return blocks


def listing(lines: Sequence[str], top: float = 80) -> str:
    """Lines of small black text one under the other."""
    return "".join(words(text, 6, 15, top - 2.6 * number) for number, text in enumerate(lines))


def pages(content: Catalogue, without: str = "") -> list[str]:
    """The content of the eight pages, all blocks of the profile but the one named told on them."""
    runs: dict[str, list[str]] = {"spread": [], "sources": [], "contents": [], "index": []}
    for block in (block for blocks in told(content).values() for block in blocks if block.name != without):
        for piece in block.pieces:
            for place in TOLD[piece.field].places:
                runs[place].append(piece.text)
    ahead = "q /Dusk sh Q\n" + words("Lantern Works", 30, 20, 40, "0 0 0 0 k") + words("A lamp", 9, 20, 30, "1 g")
    spread = placed("Sea", -3, -3, 126, 96) + "q /Half gs " + box(10, 10, 30, 30, "0.2 0.1 0 0 k") + "Q\n"
    spread += "q /Glow Do Q q /Masked gs " + box(70, 20, 20, 20, "0 0.4 0.4 0 k") + "Q\n"
    spread += line(-3, 45, 126, 0.5, "0 0 0 1 K") + words("Diya", 26, 20, 60, "0.9 0.4 0.2 0.1 k")
    made = [
        ahead, spread, listing(runs["spread"]),
        listing([*runs["sources"], "A lamp finds its way"]), listing([*runs["index"], "A lamp finds its name"]),
        *(listing([f"Light {number}"]) for number in range(6, 9)),
    ]  # fmt: skip
    return [f"{page}\n{words(str(folio), 8, 56, 6)}" for folio, page in enumerate(made, 1)]


def world(folder: Path) -> Catalogue:
    return catalogue.load(make_world(folder, {PROFILE_PATH: PROFILE}))


def press_file(path: Path, content: Catalogue, *changes: Change, without: str = "", plan: bool = True,
               **saving: object) -> PlanFile:  # fmt: skip
    """A sound press file with the changes made to it, and its plan beside it; returns the plan."""
    pdf = Pdf.new()
    shared = resources(pdf)
    for page in pages(content, without):
        add_page(pdf, page, shared)
    describe(pdf)
    for change in changes:
        change(pdf)
    pdf.save(path, **{"deterministic_id": True, "force_version": "1.6"} | saving)
    made = plan_of(path, content)
    if plan:
        planfile.write(path, made)
    return made


def describe(pdf: Pdf) -> None:
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA39"),
        RegistryName=String("http://www.color.org"), DestOutputProfile=pdf.make_stream(ICC, N=4),
    )  # fmt: skip
    pdf.Root.OutputIntents = Array([intent])
    with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
        meta["dc:title"] = "A lamp at sea"
        meta["pdf:Trapped"] = "False"
        meta["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"
        meta["xmpMM:DocumentID"] = "uuid:00000000-0000-4000-8000-000000000001"
        meta["xmpMM:VersionID"], meta["xmpMM:RenditionClass"] = "1", "default"
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            meta[key] = DAY
    pdf.docinfo.Trapped = Name("/False")
    pdf.docinfo.CreationDate = pdf.docinfo.ModDate = String("D:20261122000000Z")


def plan_of(path: Path, content: Catalogue) -> PlanFile:
    kinds = ["contents", "startup", "startup", "sources", "index", "plate", "plate", "plate"]
    listed = [
        PlannedPage(page=n, label=str(n), part="startup/lantern-works" if kind == "startup" else kind, kind=kind,
                    title="Lantern Works" if kind == "startup" else kind.title())
        for n, kind in enumerate(kinds, 1)
    ]  # fmt: skip
    where = {"spread": 3, "sources": 4, "contents": 1, "index": 5}
    blocks = [
        PlannedBlock(name=block.name, page=where[place], file=block.path, line=block.place[0])
        for place, found in told(content).items() for block in found
    ]  # fmt: skip
    profile = PlannedProfile(slug="lantern-works", first=2, last=3, pattern="plate/open", blocks=tuple(blocks))
    return PlanFile(
        title="Horizons", edition="press", language="en", file=MadeFile.of(path, 8), catalogue=content_digest(content),
        pages=tuple(listed), profiles=(profile,),
    )  # fmt: skip
