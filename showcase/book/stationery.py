"""What the book is printed with: measures, faces, style sheets, page templates."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, meta
from markupsafe import Markup
from weasyprint.document import Document

from showcase.book.cache import FOLDER, Cache, fingerprint
from showcase.book.english import mark_english, name_english
from showcase.book.finish import finish
from showcase.book.inputs import engine, layout_code
from showcase.book.language import Edition, main_language
from showcase.book.scripts import styles_for
from showcase.book.settings import Settings, load_settings
from showcase.book.typesetting import Asset, Image, Typesetter, Written, always
from showcase.colour import css_custom_properties
from showcase.fonts import FontFile, write_book_fonts

FONT_CACHE = ".cache/book-fonts"
KEPT_AT_HAND = 4
"""Of the three language editions, and one more."""


class NotKept(Exception):
    """Something would have to be laid out, and only what was kept is wanted."""


@dataclass
class Stationery:
    """The means of setting a page; made once for a build."""

    root: Path
    settings: Settings
    fonts: tuple[FontFile, ...]
    edition: Edition = "bilingual"
    names: frozenset[str] = frozenset()
    """What stays in Latin letters in the Hindi edition and lacks nothing: names of people and firms."""
    used: set[str] = field(default_factory=set)
    """The page templates that were asked for, by file name."""
    only_kept: bool = False
    """Whether nothing is to be laid out: then what was not measured before raises NotKept."""

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
        self.used |= self._with_parts(f"{template}.html.j2")
        return Markup(self._templates.get_template(f"{template}.html.j2").render(**context))  # noqa: S704

    def lay_out(
        self, pages: str, assets: Mapping[str, Asset], name: str, tall: bool = False
    ) -> Document:
        """The pages of one module, laid out.

        `tall` sets them on sheets without end, so that what runs over a page
        can be measured. Raises TypesettingError.
        """
        return self._typesetter.lay_out(self.document(pages, tall), assets, name)

    def write(
        self, pages: str, assets: Mapping[str, Asset], name: str, will_do: Callable[[Document], bool] = always
    ) -> Written | None:
        """The pages of one module, written; None where, laid out, they will not do. Raises TypesettingError."""
        return self._typesetter.write(self.document(pages), assets, name, will_do)

    def measured(self, pages: str, name: str, read: Callable[[Any], Any]) -> list[Any]:
        """What `read` finds on each page, set on sheets without end: what JSON can hold, kept between builds."""
        key = self.key(pages, {}, read.__qualname__, tall=True)

        def laid_out() -> list[Any]:
            if self.only_kept:
                raise NotKept
            return [read(page) for page in self.lay_out(pages, {}, name, tall=True).pages]

        return self.cache.remember(key, laid_out)

    def is_measured(self, pages: str, read: Callable[[Any], Any]) -> bool:
        """Whether `measured` has been asked for this before."""
        return self.cache.has(self.key(pages, {}, read.__qualname__, tall=True))

    def keep_measured(self, pages: str, read: Callable[[Any], Any], found: Sequence[Any]) -> None:
        """Keeps what `read` has found on pages that were laid out otherwise, for `measured` to find it."""
        self.cache.put(self.key(pages, {}, read.__qualname__, tall=True), json.dumps(found).encode())

    @contextmanager
    def keeping_to(self, only_kept: bool) -> Iterator[None]:
        """Within it, what was not laid out before raises NotKept, where `only_kept` says so."""
        self.only_kept = only_kept
        try:
            yield
        finally:
            self.only_kept = False

    def key(self, pages: str, assets: Mapping[str, bytes | Image], what: str, tall: bool = False) -> str:
        """The name under which `what` is kept that is made of these pages: it holds all that goes into it.

        The last touch makes the same of the same pages, so they are named as they are before it; but
        what is marked as English depends on the names of all, so in Hindi they are named as they are after it.
        """
        pictures = [one if isinstance(one, bytes) else one.mark for one in assets.values()]
        document = self.document(pages, tall) if self.language == "hi" else self._sheet(pages, tall)
        return fingerprint(what, self._means, document, *assets, *pictures)

    @cached_property
    def cache(self) -> Cache:
        """What was laid out before."""
        return Cache(self.root / FOLDER)

    def document(self, pages: str, tall: bool = False) -> str:
        """The whole HTML of a module, as it is laid out."""
        html = finish(self._sheet(pages, tall))
        return mark_english(html, self.names) if self.language == "hi" else name_english(html)

    def _sheet(self, pages: str, tall: bool) -> Markup:
        """The document before its last touch."""
        return self.page("document", pages=Markup(pages), language=self.language, tall=tall)  # noqa: S704

    def begin_anew(self) -> None:
        """Leaves the set-up fonts and styles to the process that made them: one of its own needs its own."""
        _inherited.extend(_typesetters.values())
        _typesetters.clear()

    def _with_parts(self, template: str) -> set[str]:
        """The template and those that it includes or imports."""
        if template not in self._parts:
            source = self.root / "book" / "pages" / template
            found = meta.find_referenced_templates(self._templates.parse(source.read_text(encoding="utf-8")))
            parts = (self._with_parts(name) for name in found if name)
            self._parts[template] = {template}.union(*parts)
        return self._parts[template]

    @cached_property
    def _parts(self) -> dict[str, set[str]]:
        return {}

    @property
    def _templates(self) -> Environment:
        return _templates(self.root / "book" / "pages")

    @property
    def _typesetter(self) -> Typesetter:
        return _typesetter(self.fonts, self.styles)

    @cached_property
    def _means(self) -> str:
        """The fingerprint of styles, fonts, engine and the code around it."""
        return fingerprint(self.styles, engine(), layout_code(), *(file.path.name for file in self.fonts))

    @cached_property
    def styles(self) -> str:
        """The whole style sheet of its documents, without the rules that name the fonts."""
        sheets = sorted((self.root / "book" / "styles").glob("*.css"))
        styles = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
        return self._measures() + styles_for(self.edition, styles)

    def _measures(self) -> str:
        """The colours and the measures of book.yml as custom properties, and the size of the sheet."""
        book = self.settings
        size = f"{book.trim.width}mm {book.trim.height}mm"
        properties = {
            "trim-width": book.trim.width, "trim-height": book.trim.height,
            "bleed": book.bleed, "out": -book.bleed, "horizon": book.horizon,
            "outer": book.margins.outer, "inner": book.margins.inner,
            "top": book.top, "grid": book.grid_mm, "grid-below": book.grid_below_mm,
        }  # fmt: skip
        rules = "".join(f"--{name}:{value:.3f}mm;" for name, value in properties.items())
        return css_custom_properties() + (
            f":root{{{rules}}}\n@page{{size:{size};margin:0}}\n@page leaf{{bleed:{book.bleed}mm}}\n"
            f"@page endless{{size:{book.trim.width}mm 4000mm;margin:0}}\n"
        )


# What takes long to set up is at hand for the next book that a process makes with the same means.


@lru_cache(KEPT_AT_HAND)
def _templates(folder: Path) -> Environment:
    """The page templates of a folder; one that was changed is read anew."""
    return Environment(
        loader=FileSystemLoader(folder), autoescape=True,
        trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined,
    )  # fmt: skip


_typesetters: dict[tuple[tuple[FontFile, ...], str], Typesetter] = {}
_inherited: list[Typesetter] = []
"""Those of the process that this one was forked from: to let go of them would delete its font files."""


def _typesetter(fonts: tuple[FontFile, ...], styles: str) -> Typesetter:
    """The typesetter of a style sheet."""
    key = fonts, styles
    if key not in _typesetters:
        if len(_typesetters) == KEPT_AT_HAND:
            del _typesetters[next(iter(_typesetters))]
        _typesetters[key] = Typesetter(fonts, styles)
    return _typesetters[key]
