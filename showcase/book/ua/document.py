"""Rules on the file as a whole."""

from __future__ import annotations

import re

from pikepdf import Dictionary, Name, Object

from showcase.book.ua.checking import Found, rule
from showcase.book.ua.reading import File

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ACTIVE = {"/JavaScript", "/Launch", "/Rendition", "/RichMediaExecute"}


@rule("marked", "the file says that it is tagged", "let tags/structure.py write MarkInfo with Marked")
def marked(file: File) -> Found:
    """MarkInfo has Marked."""
    if file.root.get("/MarkInfo", Dictionary()).get("/Marked") is not True:
        yield None, "the file does not say that it is tagged"


@rule("suspects", "no tag is in doubt", "take Suspects out of MarkInfo")
def suspects(file: File) -> Found:
    """MarkInfo has no Suspects."""
    if file.root.get("/MarkInfo", Dictionary()).get("/Suspects") is True:
        yield None, "the file says that its tags are in doubt"


@rule("language", "the file has a language", "give book.yml its `language`")
def language(file: File) -> Found:
    """The root has Lang."""
    if not str(file.root.get("/Lang", "")):
        yield None, "the file has no language"


@rule(
    "language-code", "languages are told by their codes",
    "write `lang` in the template as a code, such as hi or en-GB",
)  # fmt: skip
def language_code(file: File) -> Found:
    """Every Lang is a language tag such as "hi" or "en-GB"."""
    told = [(None, file.root.get("/Lang", "")), *((one, one.obj.get("/Lang", "")) for one in file.elements)]
    for where, code in told:
        if str(code) and not _LANGUAGE.fullmatch(str(code)):
            yield where, f"{str(code)!r} is no code of a language"


@rule(
    "title", "the file has one title",
    "give the site its title in data/site.yml; assembly.py writes it into both places",
)  # fmt: skip
def title(file: File) -> Found:
    """The metadata and the information of the file give the same title."""
    with file.pdf.open_metadata() as meta:
        told = {str(meta.get("dc:title") or ""), str(file.pdf.docinfo.get("/Title", ""))}
    if "" in told or len(told) > 1:
        yield None, f"the file has no title, or several: {', '.join(sorted(told - {''})) or 'none'}"


@rule("title-shown", "a window shows the title, not the name of the file", "let assembly.py set DisplayDocTitle")
def title_shown(file: File) -> Found:
    """The preferences ask for the title."""
    if file.root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle") is not True:
        yield None, "a window shows the name of the file in place of its title"


@rule("pdfua", "the metadata say that the file is PDF/UA-1", "let assembly.py write pdfuaid:part")
def pdfua(file: File) -> Found:
    """The metadata have pdfuaid:part 1."""
    with file.pdf.open_metadata() as meta:
        part = str(meta.get("pdfuaid:part") or "")
    if part != "1":
        yield None, "the metadata do not say that the file is PDF/UA-1"


@rule("outline", "the file has bookmarks", "give the part a title, and let its bookmark lead to its first page")
def outline(file: File) -> Found:
    """There is at least one bookmark, and each has a title and leads to a page."""
    with file.pdf.open_outline() as marks:
        items = list(marks.root)
        every = [*items, *(kid for item in items for kid in item.children)]
    if not every:
        yield None, "the file has no bookmarks"
    for item in every:
        if not item.title or not item.destination or item.destination[0].objgen not in file.numbers:
            yield None, f"the bookmark {item.title!r} has no title or leads to no page"


@rule("labels", "every page has a label", "let the plan name every page")
def labels(file: File) -> Found:
    """Page labels begin with the first page, and none is empty."""
    numbers = file.root.get("/PageLabels", Dictionary()).get("/Nums")
    if not numbers or numbers[0] != 0:
        yield None, "the pages have no labels"
    for number, label in enumerate(file.labels, 1):
        if not label.strip():
            yield None, f"page {number} of the file has an empty label"


@rule("scripts", "the file runs nothing", "take the action out: a book needs none")
def scripts(file: File) -> Found:
    """No scripts, no forms of XFA, nothing that starts a program."""
    names, form = file.root.get("/Names", Dictionary()), file.root.get("/AcroForm", Dictionary())
    if "/JavaScript" in names or "/XFA" in form or "/AA" in file.root or _is_active(file.root.get("/OpenAction")):
        yield None, "the file runs a script or holds a form of XFA"
    for page in file.pages:
        if "/AA" in page.obj or any(_is_active(one.get("/A")) for one in page.annotations):
            yield page, "something on the page runs a script or starts a program"


def _is_active(action: Object | None) -> bool:
    return isinstance(action, Dictionary) and str(action.get("/S", "")) in _ACTIVE


@rule("access", "encryption does not bar programs that read aloud", "save the file without encryption")
def access(file: File) -> Found:
    """The file is open, or its permissions let its text be read."""
    if file.pdf.is_encrypted and not file.pdf.allow.accessibility:
        yield None, "encryption bars programs that read the file aloud"


@rule(
    "layers", "no page has layers that can be hidden",
    "take the layers out of the drawing or picture that brings them",
)  # fmt: skip
def layers(file: File) -> Found:
    """There is no optional content: what is there is there for all."""
    if Name.OCProperties in file.root:
        yield None, "the file has layers that can be hidden"
