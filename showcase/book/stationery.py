"""What the book is printed with: measures, faces, style sheets, page templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from weasyprint.document import Document

from showcase.book.english import mark_english
from showcase.book.finish import finish
from showcase.book.language import Edition, main_language
from showcase.book.scripts import styles_for
from showcase.book.settings import Settings, load_settings
from showcase.book.typesetting import Typesetter
from showcase.colour import css_custom_properties
from showcase.fonts import FontFile, write_book_fonts

FONT_CACHE = ".cache/book-fonts"


@dataclass
class Stationery:
    """The means of setting a page; made once for a build."""

    root: Path
    settings: Settings
    fonts: tuple[FontFile, ...]
    edition: Edition = "bilingual"
    names: frozenset[str] = frozenset()
    """What stays in Latin letters in the Hindi edition and lacks nothing: names of people and firms."""

    @classmethod
    def of(cls, root: Path, edition: Edition = "bilingual") -> Stationery:
        """The stationery of the project at `root`. Raises ContentErrors for a wrong book.yml."""
        return cls(root, load_settings(root), write_book_fonts(root / FONT_CACHE), edition)

    @property
    def language(self) -> str:
        """The language of its documents: "en-GB", "hi"."""
        return "hi" if main_language(self.edition) == "hi" else self.settings.language

    def font(self, key: str) -> Path:
        """The file of the face called `key`: "serif-extralight"."""
        return next(file.path for file in self.fonts if file.face.key == key)

    def page(self, template: str, **context: Any) -> Markup:
        """The HTML of the template, without the document around it."""
        return Markup(self._templates.get_template(f"{template}.html.j2").render(**context))  # noqa: S704

    def lay_out(
        self, pages: str, assets: Mapping[str, bytes | Path], name: str, tall: bool = False
    ) -> Document:
        """The pages of one module, laid out.

        `tall` sets them on sheets without end, so that what runs over a page
        can be measured. Raises TypesettingError.
        """
        return self._typesetter.lay_out(self.document(pages, tall), assets, name)

    def document(self, pages: str, tall: bool = False) -> str:
        """The whole HTML of a module, as it is laid out."""
        html = finish(self.page("document", pages=Markup(pages), language=self.language, tall=tall))  # noqa: S704
        return mark_english(html, self.names) if self.language == "hi" else html

    def begin_anew(self) -> None:
        """Forgets the set-up fonts and styles: a process of its own needs its own."""
        self.__dict__.pop("_typesetter", None)

    @cached_property
    def _templates(self) -> Environment:
        return Environment(
            loader=FileSystemLoader(self.root / "book" / "pages"), autoescape=True,
            trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined,
        )  # fmt: skip

    @cached_property
    def _typesetter(self) -> Typesetter:
        sheets = sorted((self.root / "book" / "styles").glob("*.css"))
        styles = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
        return Typesetter(self.fonts, self._measures() + styles_for(self.edition, styles))

    def _measures(self) -> str:
        """The colours and the measures of book.yml as custom properties, and the size of the sheet."""
        book = self.settings
        size = f"{book.trim.width}mm {book.trim.height}mm"
        properties = {
            "trim-width": book.trim.width, "trim-height": book.trim.height,
            "horizon": book.horizon, "outer": book.margins.outer, "inner": book.margins.inner,
            "top": book.top, "grid": book.grid_mm, "grid-below": book.grid_below_mm,
        }  # fmt: skip
        rules = "".join(f"--{name}:{value:.3f}mm;" for name, value in properties.items())
        return css_custom_properties() + (
            f":root{{{rules}}}\n@page{{size:{size};margin:0}}\n"
            f"@page endless{{size:{book.trim.width}mm 4000mm;margin:0}}\n"
        )
