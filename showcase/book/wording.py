"""Small pieces of the book's text: citations, runs of numbers, links inside the book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup, escape

from showcase.typography import NBSP, pieces

_DEVANAGARI = re.compile(r"[\u0900-\u097f]")

GOTO = "goto:"
"""Links within the book are written with this scheme; assembly turns them into destinations.

WeasyPrint drops a link to a name that its document does not hold, and every
module is a document of its own, so no `#name` could reach another module.
"""


HINDI = "#hi"
"""Ends the address of a link whose words are Hindi: what is said of it is Hindi too."""

SOURCE = "source/"
"""How the names of single sources begin."""


def profile_name(slug: str) -> str:
    """The destination of a startup's spread."""
    return f"startup/{slug}"


def source_name(slug: str, number: int) -> str:
    """The destination of one source of a startup."""
    return f"{SOURCE}{slug}/{number}"


def part_name(key: str) -> str:
    """The destination of a part of the book: "part/contents"."""
    return f"part/{key}"


def goto(name: str, text: object, css: str = "") -> Markup:
    """A link within the book."""
    attribute = f' class="{escape(css)}"' if css else ""
    return Markup(f'<a{attribute} href="{GOTO}{escape(name)}">{escape(text)}</a>')  # noqa: S704  all of it escaped


def cites(slug: str, numbers: Iterable[int]) -> Markup:
    """Source numbers as superior figures, each a link to the source: for a row of facts."""
    return _raised(goto(source_name(slug, number), number) for number in numbers)


def cite(slug: str, number: int) -> str:
    """One citation within a story, for `prose.to_html`."""
    return str(cites(slug, [number]))


def join_cites(html: str) -> Markup:
    """Parts citations that follow one another with a comma: otherwise 1 and 2 read as 12."""
    return Markup(html.replace('</span><span class="cite">', ","))  # noqa: S704  from prose.to_html


def filled(text: str, **values: object) -> Markup:
    """An interface string filled in with values that may be Markup. A KeyError names one that nothing fills."""
    return Markup("").join(pieces(text, values))


_TAIL = re.compile(r" (?=[^\s<]{1,9}(?:<span class=\"cite\">(?:(?!</span>).)*</span>)?</p>)")


def keep_last_words(html: str) -> Markup:
    """Holds a short last word of a paragraph to the one before it: it would stand alone on its line."""
    return Markup(_TAIL.sub(NBSP, html))  # noqa: S704  from prose.to_html


def tied(text: str) -> str:
    """A label whose short last word does not stand alone on its line."""
    before, _space, last = text.rpartition(" ")
    return before + NBSP + last if before and len(last) <= 9 else text


def paragraph(text: str) -> Markup:
    """A text as a paragraph that ends in no short word alone."""
    return keep_last_words(Markup("<p>{}</p>").format(text))


def runs(numbers: Iterable[int], step: int = 1) -> str:
    """Numbers in order, runs of equal steps drawn together: "1, 2, 4–8"."""
    return ", ".join(text for _first, text in _runs(numbers, step))


def cite_runs(slug: str, numbers: Iterable[int]) -> Markup:
    """Source numbers as superior figures with runs drawn together, each a link to the first of its sources."""
    return _raised(goto(source_name(slug, first), text) for first, text in _runs(numbers))


def _raised(links: Iterable[Markup]) -> Markup:
    """Links as superior figures; nothing where there is none."""
    joined = ",".join(links)
    return Markup(f'<span class="cite">{joined}</span>' if joined else "")  # noqa: S704  links are Markup


def _runs(numbers: Iterable[int], step: int = 1) -> Iterator[tuple[int, str]]:
    """Numbers in order, three and more at equal steps as one: the first, and how they are written."""
    ordered = sorted(set(numbers))
    for _offset, group in groupby(enumerate(ordered), key=lambda pair: pair[1] - step * pair[0]):
        run = [number for _place, number in group]
        if len(run) < 3:
            yield from ((number, str(number)) for number in run)
        else:
            yield run[0], f"{run[0]}–{run[-1]}"


def sentence(text: str) -> str:
    """The text with a full stop, in Hindi a danda, unless it ends with a mark already."""
    stop = "।" if _DEVANAGARI.search(text) else "."
    return text if text.endswith((".", "!", "?", "…", "।")) else f"{text}{stop}"


def marked(text: str, lang: str) -> Markup:
    """A text with its language."""
    return Markup('<span lang="{}">{}</span>').format(lang, escape(text))


def profile_sources(slug: str) -> str:
    """The destination of a startup's list of sources."""
    return f"sources/{slug}"


def index_name(language: str, kind: str, key: str) -> str:
    """The destination of a row of an index: "index-en/state/goa"."""
    return f"index-{language}/{kind}/{key}"
