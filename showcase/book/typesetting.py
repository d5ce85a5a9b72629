"""The room where WeasyPrint is: HTML in, laid-out pages out.

Only what the tables here name is ever read: a page that asks for anything else
stops the build, so no picture comes from the net and no file from elsewhere.
WeasyPrint's warnings stop it too; they are the only sign of a lost drawing.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

import pyphen
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from showcase.book.strokes import quicken
from showcase.book.tags import marks
from showcase.book.tags.record import Unmarked
from showcase.book.tags.tree import Node
from showcase.fonts import FontFile

SCHEME = "asset:"
"""Pages name fonts, drawings and photographs by this scheme: "asset:plate.svg"."""

_TYPES = {".svg": "image/svg+xml", ".ttf": "font/ttf", ".jpg": "image/jpeg", ".png": "image/png"}

_NO_LENGTH = re.compile(rb"""\s((?:width|height|x|y|r[xy]?|c[xy]|[xy][12])="(?!\s*[-+]?\.?\d)[^"]*")""")
"""A length in a drawing that begins with no number."""


class Readable(Protocol):
    """What gives its bytes when they are asked for: a file, a photograph in its place."""

    def read_bytes(self) -> bytes:
        """All of them."""


class Image(Readable, Protocol):
    """A drawing or a photograph that is made where it is asked for."""

    @property
    def mark(self) -> str:
        """The fingerprint of all that it is made from."""


Asset = bytes | Readable
"""What a page names: a drawing, a font, a photograph."""


class TypesettingError(Exception):
    """A page of the book could not be set; the message says which and why."""


class TableFetcher(URLFetcher):
    """Serves the assets of a table and refuses everything else."""

    def __init__(self, table: Mapping[str, Asset]) -> None:
        super().__init__(allowed_protocols=())
        self.table = table

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The asset named `url`.

        Raises FatalURLFetchingError for any other address, and for a drawing with a length that is none,
        which the engine takes for nothing in silence.
        """
        name = url.removeprefix(SCHEME)
        content = self.table.get(name) if url.startswith(SCHEME) else None
        if content is None:
            raise FatalURLFetchingError(f"a page of the book asks for {url}, which is not part of it")
        data = content if isinstance(content, bytes) else content.read_bytes()
        if name.endswith(".svg") and (wrong := _NO_LENGTH.search(data)):
            said = wrong[1].decode("utf-8", "replace")
            raise FatalURLFetchingError(f"the drawing {name} has {said}, which is no length")
        kind = _TYPES.get(Path(name).suffix, "application/octet-stream")
        return URLFetcherResponse(url, data, {"Content-Type": kind})


class Written(NamedTuple):
    """The pages of one module, their PDF, uncompressed and marked, and the tree of what is on them."""

    document: Document
    pdf: bytes
    tree: Node


def always(_document: Document) -> bool:
    """Pages that are to be written however they are laid out."""
    return True


@dataclass
class Typesetter:
    """Fonts and style sheets, read once and used for every module of a book."""

    fonts: tuple[FontFile, ...]
    styles: str
    """The whole style sheet, without the @font-face rules."""
    _config: FontConfiguration = field(default_factory=FontConfiguration)
    _css: CSS | None = None

    def lay_out(self, html: str, assets: Mapping[str, Asset], name: str) -> Document:
        """The pages of one module, to be measured. `name` is what a message calls it.

        Raises TypesettingError when WeasyPrint has anything to complain of.
        """
        with _no_complaints(name):
            return self._render(html, assets)

    def write(
        self, html: str, assets: Mapping[str, Asset], name: str, will_do: Callable[[Document], bool] = always
    ) -> Written | None:
        """The pages of one module, written; None where they will not do as they are laid out.

        SVG is only read when it is drawn, so the complaints are heard to the
        end of the writing. Raises TypesettingError as `lay_out` does, and for
        words that cannot be tagged.
        """
        with _no_complaints(name):
            document = self._render(html, assets)
            if not will_do(document):
                return None
            faces = {file.face.book_family: file.path for file in self.fonts}
            return Written(document, *marks.write(document, faces))

    def _render(self, html: str, assets: Mapping[str, Asset]) -> Document:
        page = HTML(string=html, url_fetcher=TableFetcher(assets))
        return page.render(stylesheets=[self._stylesheet()], font_config=self._config)

    def _stylesheet(self) -> CSS:
        if self._css is None:
            table = {file.path.name: file.path for file in self.fonts}
            faces = "".join(
                f'@font-face{{font-family:"{file.face.book_family}";'
                f'src:url("{SCHEME}{file.path.name}")}}\n'
                for file in self.fonts
            )
            self._css = CSS(
                string=faces + self.styles, font_config=self._config,
                url_fetcher=TableFetcher(table),
            )  # fmt: skip
        return self._css


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint says at warning level and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _no_complaints(name: str) -> Iterator[None]:
    """Raises TypesettingError for `name` with whatever WeasyPrint has said meanwhile."""
    heard = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(heard)
    try:
        yield
    except (FatalURLFetchingError, Unmarked) as error:
        raise TypesettingError(f"{name}: {error}") from None
    finally:
        logger.removeHandler(heard)
    if heard.messages:
        raise TypesettingError(f"{name}: {'; '.join(heard.messages)}")


def hyphenate_hindi() -> None:
    """Lets WeasyPrint break Hindi words: Pyphen has no Hindi, and Marathi's patterns divide it right."""
    pyphen.LANGUAGES.setdefault("hi", pyphen.LANGUAGES["mr_IN"])
    pyphen.LANGUAGES_LOWERCASE.setdefault("hi", "hi")


hyphenate_hindi()
quicken()
