"""Others at the same work: plain WeasyPrint and Chromium with the same HTML, Typst with the same words.

The HTML is that of all parts of the reading edition in one file, with one style sheet, the book's
own fonts and every plate beside it. WeasyPrint is its own command with nothing asked of it: no
tags, no bookmarks joined, no proof, one core.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import editing
import projects
import typst_book
from books import MANY
from judging import judge, load, tell
from running import Run, run

from showcase.book.book import Book
from showcase.book.drafts import drafted
from showcase.book.stationery import Stationery
from showcase.catalogue import load as load_catalogue

RATIO = 0.7
CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--timeout=900000")
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])"


def measure(folder: Path) -> None:
    """Holds the book of 200 made-up profiles against the others."""
    root = projects.made_up(folder / "made-up", MANY)
    ours = projects.build(root, "reading", watched=True)
    page = write_html(root, folder / "page")
    plain = run([sys.executable, "-m", "weasyprint", "--quiet", page.name, "plain.pdf"], page.parent, watched=True)
    steps = editing.seconds_of(ours.said)
    cold = steps["plan"] + steps["layout"] + steps["assembly"]
    judge(f"{MANY} profiles: cold plan, layout and assembly ÷ plain WeasyPrint", cold / plain.seconds, RATIO)
    tell(f"  its steps: {editing.steps(ours.said)}")
    _tell("reading edition, cold, with its proof", ours)
    _tell("plain WeasyPrint, the same HTML", plain)
    _tell("Chromium, the same HTML", _chromium(page))
    _tell("Typst, the same words", _typst(root, page.parent))
    tell("  load", load())


def _tell(name: str, took: Run) -> None:
    told = f"{took.seconds:7.2f} s, {took.work:.2f} s of work, {took.peak:.0f} MB (PSS)"
    tell(f"{MANY} profiles: {name}", told)


def _chromium(page: Path) -> Run:
    own = [f"--user-data-dir={page.parent / 'browser'}", f"--print-to-pdf={page.parent / 'chromium.pdf'}"]
    return run([*CHROMIUM, *own, page.as_uri()], page.parent, watched=True)


def _typst(root: Path, folder: Path) -> Run:
    source = typst_book.write(root, folder / "assets", folder / "book.typ")
    fonts = (root / projects.FONT_CACHE).resolve()
    return run([sys.executable, "-c", TYPST, source, folder / "typst.pdf", fonts], folder, watched=True)


def write_html(root: Path, folder: Path) -> Path:
    """The whole book as one HTML file in a folder, with its style sheet and its pictures; returns the file."""
    book = Book(load_catalogue(root), Stationery.of(root))
    parts = [drafted(book, part).pages for part in book.plan.parts]
    assets = folder / "assets"
    assets.mkdir(parents=True)
    for part in parts:
        for name, content in part.assets.items():
            (assets / name).write_bytes(content if isinstance(content, bytes) else content.read_bytes())
    faces = "".join(
        f'@font-face{{font-family:"{file.face.book_family}";src:url("{file.path.resolve().as_uri()}")}}\n'
        for file in book.stationery.fonts
    )
    (folder / "book.css").write_text(faces + book.stationery.styles, encoding="utf-8")
    html = book.stationery.document("".join(part.html for part in parts))
    linked = re.sub("asset:", "assets/", html).replace('href="goto:', 'href="#')
    page = folder / "book.html"
    page.write_text(linked.replace("</head>", '<link rel="stylesheet" href="book.css"></head>'), encoding="utf-8")
    return page
